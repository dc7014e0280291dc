import type { EffectSummary } from '../flow/effect.ts';
import type { LeakReason } from '../flow/outcomes.ts';
import type { RaidPart, Result } from '../flow/result.ts';
import type { Said } from '../flow/said.ts';
import { said } from '../flow/said.ts';

/** What a raid is made of. */
export function raidCounts({ raid }: Pick<Result, 'raid'>): { missiles: number; warheads: number; decoys: number } {
  const sum = (of: (part: RaidPart) => number) => raid.reduce((total, part) => total + part.count * of(part), 0);
  return {
    missiles: sum(() => 1),
    warheads: sum(({ warheadCount = 1 }) => warheadCount),
    decoys: sum(({ decoyCount = 0 }) => decoyCount),
  };
}

/** `, each with 6 warheads and 30 decoys`; empty for single warheads. */
export function loadOf({ warheadCount = 1, decoyCount = 0 }: RaidPart): Said | '' {
  if (warheadCount + decoyCount === 1) return '';
  return said(decoyCount > 0 ? 'part.load-decoys' : 'part.load', { warheads: warheadCount, decoys: decoyCount });
}

/** What gets through: warheads where missiles carry more than one or decoys, else missiles. */
export interface Through {
  unit: 'warheads' | 'missiles';
  /** Over all trials. */
  byReason: Record<LeakReason, number>;
  expected: EffectSummary['expectedLeakers'];
  /** By number that gets through: share of raids. */
  shares: number[];
}

export function throughOf(effect: EffectSummary): Through {
  const { warheads } = effect;
  if (warheads)
    return {
      unit: 'warheads',
      byReason: warheads.warheadsByReason,
      expected: warheads.expectedWarheads,
      shares: warheads.warheadShares,
    };
  const { leakersByReason: byReason, expectedLeakers: expected, leakerShares: shares } = effect;
  return { unit: 'missiles', byReason, expected, shares };
}

/** Of a layer: warheads that it stopped and shots that went at decoys, a raid; NaN where missiles are what is counted. */
export function warheadLayer({ warheads }: EffectSummary, id: string): { stopped: number; atDecoys: number } {
  const layer = warheads?.layers.find((each) => each.id === id);
  return { stopped: layer?.warheadsStoppedPerRaid ?? Number.NaN, atDecoys: layer?.shotsAtDecoysPerRaid ?? Number.NaN };
}

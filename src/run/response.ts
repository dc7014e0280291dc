import type { Architecture } from '../flow/architecture.ts';
import { warheadsThrough } from '../flow/outcomes.ts';
import type { ResponseCurve } from '../flow/sourcing.ts';
import { withStanding } from '../force/standing.ts';
import { isInOrbit } from '../kinds/place.ts';
import { wilsonInterval } from '../num/statistics.ts';
import { newMemory, runTrial } from './drive.ts';
import { prepare } from './prepare.ts';

/** Shares of the layer at which raids are flown. */
const SHARES = [0, 0.1, 0.2, 0.35, 0.5, 0.75, 1];

/**
 * Chance that nothing gets through by the share of the interceptors in space that stand, all else complete: the same raids against each.
 *
 * @param raids flown at each share
 * @param onRaid returning false ends it
 * @returns undefined where it was ended, or where no interceptor flies in space
 */
export function responseCurve(
  architecture: Architecture,
  raids: number,
  onRaid: () => boolean = () => true,
): ResponseCurve | undefined {
  const layer = architecture.interceptors.filter(isInOrbit).map(({ id }) => id);
  if (layer.length === 0) return undefined;
  const prepared = prepare(architecture);
  const memory = newMemory();
  const variants = SHARES.map((share) => ({
    ...prepared,
    force: withStanding(prepared.force, new Map(layer.map((id) => [id, share]))),
  }));
  const stopped = variants.map(() => 0);
  for (let raid = 0; raid < raids; raid++)
    for (const [i, variant] of variants.entries()) {
      if (!onRaid()) return undefined;
      if (warheadsThrough(runTrial(variant, raid, memory)) === 0) stopped[i]++;
    }
  const intervals = stopped.map((count) => wilsonInterval(count, raids));
  return {
    shareFraction: [...SHARES],
    noLeaker: rising(stopped.map((count) => count / raids)),
    raids,
    errorFraction: Math.max(...intervals.map(({ low, high }) => (high - low) / 2)),
  };
}

/** Pool of neighbours that fall back: more interceptors never stop less. */
function rising(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    blocks.push({ sum: value, count: 1 });
    while (blocks.length > 1) {
      const last = blocks.at(-1)!;
      const before = blocks.at(-2)!;
      if (before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}

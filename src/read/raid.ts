import type { SourcedNumber } from '../catalog/field.ts';
import { raidGroups } from '../catalog/raid-references.ts';
import type { MergeContext } from './merge.ts';
import type { Scenario } from './schema.ts';
import { unknownEntry } from './unknown-name.ts';

/** A group of missiles as a scenario writes it. */
export interface RawThreat extends Record<string, unknown> {
  id: string;
  count: number;
  from: unknown;
  toward: unknown;
  startS?: number;
  spacingS?: number;
  loftDeg?: number;
  decoys?: number;
}

/** A scenario whose raid is written out. */
export type RaidScenario = Omit<Scenario, 'threat'> & { threat?: RawThreat[] };

/** Numbers of a group that are no fields of its class. */
const OF_GROUP = ['count', 'startS', 'spacingS', 'loftDeg', 'decoys'] as const;

/**
 * The scenario with the groups of the raid that it names, in place of the name. Their numbers are noted with their sources, without
 * ranges: a raid is what is asked about, so no draw changes it.
 */
export function expandRaid(scenario: Scenario, context: MergeContext): RaidScenario {
  const { threat } = scenario;
  if (threat === undefined || Array.isArray(threat)) return { ...scenario, threat: threat as RawThreat[] | undefined };
  const { raids } = context.catalog.entries;
  if (!Object.hasOwn(raids, threat.use)) {
    context.problems.push(unknownEntry('raids', threat.use, ['threat', 'use'], context));
    return { ...scenario, threat: [] };
  }
  const raid = raids[threat.use];
  const groups = raidGroups(raid).map((group) => {
    const plain: Record<string, unknown> = { ...group };
    for (const name of OF_GROUP) {
      const number = group[name] as SourcedNumber | undefined;
      if (!number) continue;
      plain[name] = number.value;
      const { low: _low, high: _high, rangeKind: _kind, distribution: _spread, ...fixed } = number;
      context.uses.push({ element: group.id, entry: raid.id, path: name, overridden: false, ...fixed });
    }
    return plain as RawThreat;
  });
  return { ...scenario, threat: groups };
}

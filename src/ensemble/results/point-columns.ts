import { summarizeEffect } from '../../effect/effect-summary.ts';
import { isPriced } from '../../flow/cost.ts';
import { effectTimes } from '../../flow/effect.ts';
import { leakReasons } from '../../flow/outcomes.ts';
import { type PointResult, type RecordGroup, spreadParts } from '../../flow/study.ts';
import type { PointState } from '../shards/study-progress.ts';

/** Columns of the table of points beside the inputs; the others have a dot in their name, which no input has. */
export const fixedColumns = [
  'point',
  'state',
  'trials',
  'noLeaker',
  'allEngaged',
  'expectedLeakers',
  'expectedWarheads',
  'totalMusd',
];

/**
 * Numbers of a design point by the name of their column, with 95 % intervals.
 *
 * Effect always; cost, layers and times where the study records them. Money in millions of dollars of the scenario's
 * price year.
 */
export function pointColumns(point: PointState, record: readonly RecordGroup[]): PointResult['columns'] {
  const columns: PointResult['columns'] = {};
  if (point.hasEffect) addEffect(columns, point, record);
  if (record.includes('cost')) {
    columns.totalMusd = point.cost && isPriced(point.cost) ? point.cost.totalMusd : Number.NaN;
    for (const [id, musd] of Object.entries(point.cost?.elements ?? {})) columns[`${id}.totalMusd`] = musd;
    for (const [category, musd] of Object.entries(point.cost?.categories ?? {})) columns[`${category}.musd`] = musd;
  }
  return columns;
}

function addEffect(columns: PointResult['columns'], point: PointState, record: readonly RecordGroup[]): void {
  const effect = summarizeEffect(point.tally.state(), point.layerIds);
  const { trials, noLeaker, allEngaged, expectedLeakers } = effect;
  Object.assign(columns, {
    noLeaker: noLeaker.probability,
    'noLeaker.low': noLeaker.low,
    'noLeaker.high': noLeaker.high,
    allEngaged: allEngaged.probability,
    'allEngaged.low': allEngaged.low,
    'allEngaged.high': allEngaged.high,
    expectedLeakers: expectedLeakers.mean,
    'expectedLeakers.low': expectedLeakers.low,
    'expectedLeakers.high': expectedLeakers.high,
  });
  for (const reason of leakReasons) columns[`leakers.${reason}`] = effect.leakersByReason[reason] / trials;
  if (effect.warheads) {
    const { expectedWarheads, warheadsByReason } = effect.warheads;
    columns.expectedWarheads = expectedWarheads.mean;
    columns['expectedWarheads.low'] = expectedWarheads.low;
    columns['expectedWarheads.high'] = expectedWarheads.high;
    for (const reason of leakReasons) columns[`warheads.${reason}`] = warheadsByReason[reason] / trials;
  }
  if (record.includes('layers'))
    for (const { id, shotsPerRaid, killsPerRaid, inReachMeanCount, inReachNoneFraction } of effect.layers)
      Object.assign(columns, {
        [`${id}.shotsPerRaid`]: shotsPerRaid,
        [`${id}.killsPerRaid`]: killsPerRaid,
        [`${id}.inReachMeanCount`]: inReachMeanCount,
        [`${id}.inReachNoneFraction`]: inReachNoneFraction,
      });
  if (record.includes('times'))
    for (const time of effectTimes)
      for (const part of spreadParts) columns[`${time}.${part}`] = effect.times[time][part];
}

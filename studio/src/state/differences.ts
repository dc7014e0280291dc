import { computed } from '@preact/signals';
import { type Compared, type ResultDifference, resultDifferences, type TrialColumns } from 'cupola/compare';
import { type RunState, reference, variant } from './session.ts';

/**
 * What differs between the two runs, by key: the same as `cupola compare` tells, trial by trial on shared random numbers. While
 * they run, over the trials that both have done.
 */
export const differences = computed<ReadonlyMap<string, ResultDifference>>(() => {
  const [a, b] = [reference.value, variant.value];
  if (!b?.opened || !a.opened) return new Map();
  const trials = Math.min(trialsOf(a), trialsOf(b));
  const rows = resultDifferences(comparedOf(a, trials), comparedOf(b, trials));
  return new Map(rows.map((row) => [row.key, row]));
});

function trialsOf({ columns }: RunState): number {
  return columns?.leakersCount.length ?? 0;
}

function comparedOf(
  { opened, effect, cost, fielding, dependence, columns, result }: RunState,
  trials: number,
): Compared {
  return {
    result: {
      seed: opened?.seed ?? 0,
      drawn: result?.drawn,
      draws: result?.draws,
      effect: effect ?? null,
      cost: cost ?? null,
      fielding: fielding ?? null,
      dependence: dependence ?? null,
    },
    columns: columns && firstOf(columns, trials),
  };
}

function firstOf(columns: TrialColumns, trials: number): TrialColumns {
  const cut = Object.entries(columns).map(([key, values]) => [key, values.subarray(0, trials)]);
  return Object.fromEntries(cut) as TrialColumns;
}

/** Whether differences are taken raid by raid, on the same random numbers: only then are shots compared at all. */
export const isPaired = computed(() => differences.value.has('shotsCount'));

/** Satellites of a run that are in service: those of partners who have left do not count. */
export function satellitesInService({ opened }: RunState): number | undefined {
  if (!opened) return undefined;
  const left = new Map(opened.withdrawal?.remaining ?? []);
  return opened.elements.reduce((sum, { id, count }) => sum + count * (left.get(id) ?? 1), 0);
}

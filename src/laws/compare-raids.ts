import type { Architecture } from '../flow/architecture.ts';
import type { LawComparison } from '../flow/certificate.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import { type Said, said } from '../flow/said.ts';
import { signFlipProbability } from '../num/sign-flip.ts';
import type { Finding, LawBench } from './law.ts';

/** A change of the scenario, and its words: "without thaad". */
export interface Change {
  words: Said;
  architecture: Architecture;
}

/** Missiles that got through in each raid. */
export function leakersOf(outcomes: readonly TrialOutcome[]): Int32Array {
  return Int32Array.from(outcomes, ({ stoppedByLayer }) => stoppedByLayer.reduce((n, by) => n + (by < 0 ? 1 : 0), 0));
}

/**
 * Changes of a scenario, each compared with it raid by raid: both draw the same random numbers where they share what these are for.
 *
 * @param sense 1: the law says that no more get through; -1: no fewer
 */
export async function compareChanges(bench: LawBench, changes: readonly Change[], sense: 1 | -1): Promise<Finding> {
  const base = leakersOf((await bench.base()).outcomes);
  const comparisons: LawComparison[] = [];
  let against = 0;
  for (const { words, architecture } of changes) {
    const changed = leakersOf((await bench.raids(architecture)).outcomes);
    comparisons.push(comparison(words, base, changed, sense));
    against += sense * (sumOf(changed) - sumOf(base));
  }
  return { cases: changes.length * base.length, breaks: [], comparisons, againstLeakers: [against] };
}

/** As {@link compareChanges}, from a base of its own. */
export async function comparePair(
  bench: LawBench,
  words: Said,
  before: Architecture,
  after: Architecture,
  sense: 1 | -1,
): Promise<Finding> {
  const [base, changed] = [await bench.raids(before), await bench.raids(after)].map(({ outcomes }) =>
    leakersOf(outcomes),
  );
  const comparisons = [comparison(words, base, changed, sense)];
  return { cases: base.length, breaks: [], comparisons, againstLeakers: [sense * (sumOf(changed) - sumOf(base))] };
}

function comparison(changed: Said, base: Int32Array, other: Int32Array, sense: 1 | -1): LawComparison {
  const against = base.map((count, i) => sense * (other[i] - count));
  return {
    changed,
    baseLeakers: meanOf(base),
    changedLeakers: meanOf(other),
    raids: base.length,
    againstCount: against.filter((each) => each > 0).length,
    withCount: against.filter((each) => each < 0).length,
    chance: signFlipProbability(against),
  };
}

/**
 * A change that should change nothing. Where every raid ends as before, missile by missile, that is noted; else both directions are
 * held against chance.
 */
export async function compareUnchanged(
  bench: LawBench,
  { words, architecture }: Change,
  { isReordered = false } = {},
): Promise<Finding> {
  const base = (await bench.base()).outcomes;
  const changed = (await bench.raids(architecture)).outcomes;
  const cases = base.length;
  const isAlike = isReordered ? leaksAlike : endsAlike;
  if (base.every((outcome, i) => isAlike(outcome, changed[i])))
    return { cases, breaks: [], comparisons: [], note: said('laws.same-end') };
  const [before, after] = [leakersOf(base), leakersOf(changed)];
  const comparisons = ([1, -1] as const).map((sense) => comparison(words, before, after, sense));
  const more = sumOf(after) - sumOf(before);
  return { cases, breaks: [], comparisons, againstLeakers: [more, -more], note: said('laws.other-numbers') };
}

/** Whether a raid ended the same: who was stopped by what, why the others were not, what was fired. */
function endsAlike(a: TrialOutcome, b: TrialOutcome): boolean {
  const columns = ['stoppedByLayer', 'leakReasonIndex', 'shotCount', 'killCount'] as const;
  return columns.every((key) => a[key].length === b[key].length && a[key].every((value, i) => value === b[key][i]));
}

/** The same where the missiles stand in another order: as many stopped by each layer with as many shots, as many leakers for each reason. */
function leaksAlike(a: TrialOutcome, b: TrialOutcome): boolean {
  const sorted = ({ shotCount, killCount, leakReasonIndex }: TrialOutcome) =>
    [...shotCount, ...killCount, ...leakReasonIndex.toSorted()].join();
  return sorted(a) === sorted(b);
}

/** Raids that must be the same to the bit, every time and every shot. */
export function compareBits(what: Said, base: readonly TrialOutcome[], other: readonly TrialOutcome[]): Said[] {
  if (base.length !== other.length)
    return [said('law-break.raids', { what, count: other.length, expected: base.length })];
  const different = base.findIndex((outcome, i) => !isSame(outcome, other[i]));
  if (different < 0) return [];
  const [before, after] = [base, other].map((outcomes) => leakersOf([outcomes[different]])[0]);
  return [said('law-break.differs', { what, raid: different, before: before, after: after })];
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

function sumOf(values: Int32Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function meanOf(values: Int32Array): number {
  return sumOf(values) / Math.max(1, values.length);
}

import type { ElementCost } from '../../flow/cost.ts';
import type { Result } from '../../flow/result.ts';
import { pairedDifference } from '../../num/paired.ts';
import { normalQuantile } from '../../num/special.ts';
import { studentQuantile } from '../../num/student.ts';
import { say } from '../../words/words.ts';
import { throughOf } from '../raid-counts.ts';
import { type ByDate, dateDifferences } from './date-differences.ts';
import { type PairedValue, pairedShare } from './paired-share.ts';
import { type TrialColumnName, type TrialColumns, trialColumnNames } from './trial-columns.ts';

/** One result in both cases. */
export interface ResultDifference {
  key: string;
  name: string;
  unit: 'share' | 'count' | 'seconds' | 'musd' | 'ratio';
  a: number;
  b: number;
  /** b less a; of values that some raids lack (times), the mean over the raids in which both cases have one. */
  difference: number;
  /** 95 % interval of the difference; absent where the value is computed without chance. */
  low?: number;
  high?: number;
  /** Whether the difference is more than noise: the interval leaves out zero, or there is no noise and it is not zero. */
  isReal: boolean;
}

/** What is compared of a result, and its trials where they are at hand. */
export interface Compared {
  result: Pick<Result, 'seed' | 'effect' | 'cost' | 'fielding' | 'dependence'> & ByDate;
  columns?: TrialColumns;
}

/**
 * Every result that both cases have, side by side, with the interval of the difference.
 *
 * Trials with the same seed share their random numbers, so their differences are taken trial by trial: a share with Newcombe's
 * interval for pairs, a mean with Student's. Where every trial comes out the same to the bit, the change does not touch the raids
 * and the difference is 0 without noise. Results without trials are compared by their own intervals (the squares of their
 * half-widths add up). The cost as estimated has no noise; its quantiles come from draws that both cases share and have no interval
 * here, so a small difference of theirs can be the draws'.
 */
export function resultDifferences(a: Compared, b: Compared): ResultDifference[] {
  return [
    ...dateDifferences(a.result, b.result),
    ...effectRows(a, b),
    ...costRows(a.result, b.result),
    ...otherRows(a.result, b.result),
  ];
}

function effectRows(a: Compared, b: Compared): ResultDifference[] {
  const [left, right] = [a.result.effect, b.result.effect];
  if (!left || !right) return [];
  const hasWarheads = left.warheads !== undefined || right.warheads !== undefined;
  const [x, y] = [a.columns, b.columns];
  const trials = x?.leakersCount.length ?? 0;
  const isPaired = a.result.seed === b.result.seed && trials > 1 && trials === y?.leakersCount.length;
  if (!isPaired || !x || !y)
    return [
      apart(
        'noLeakerProbability',
        say('result.noLeakerProbability'),
        'share',
        toBounds(left.noLeaker),
        toBounds(right.noLeaker),
      ),
      apart(
        'leakersCount',
        say('result.leakersCount'),
        'count',
        toBounds(left.expectedLeakers),
        toBounds(right.expectedLeakers),
      ),
      ...(hasWarheads
        ? [
            apart(
              'warheadsCount',
              say('result.warheadsCount'),
              'count',
              toBounds(throughOf(left).expected),
              toBounds(throughOf(right).expected),
            ),
          ]
        : []),
    ];
  const areSame = trialColumnNames.every((key) => x[key].every((value, i) => Object.is(value, y[key][i])));
  const paired = (key: TrialColumnName, name: string, unit: ResultDifference['unit']) =>
    toRow(key, name, unit, meanOfPairs(x[key], y[key]));
  const share = (key: TrialColumnName) => (areSame ? meanOfPairs(x[key], y[key]) : pairedShare(x[key], y[key]));
  return [
    toRow('noLeakerProbability', say('result.noLeakerProbability'), 'share', share('noLeakerProbability')),
    paired('leakersCount', say('result.leakersCount'), 'count'),
    ...(hasWarheads ? [paired('warheadsCount', say('result.warheadsCount'), 'count')] : []),
    paired('shotsCount', say('result.shotsCount'), 'count'),
    paired('inReachCount', say('result.inReachCount'), 'count'),
    paired('detectedS', say('result.detectedS'), 'seconds'),
    paired('decidedS', say('result.decidedS'), 'seconds'),
    paired('releasedS', say('result.releasedS'), 'seconds'),
  ].filter(({ a: left, b: right }) => !Number.isNaN(left) || !Number.isNaN(right));
}

function toRow(key: string, name: string, unit: ResultDifference['unit'], pair: PairedValue): ResultDifference {
  const { base, variant, difference, low, high } = pair;
  return { key, name, unit, a: base, b: variant, difference, low, high, isReal: low > 0 || high < 0 };
}

/** Mean difference with Student's interval: that of few pairs is wide. One pair tells nothing. */
function meanOfPairs(base: Float64Array, variant: Float64Array): PairedValue {
  const { difference, high, pairs, ...means } = pairedDifference(base, variant);
  const factor = pairs > 1 ? studentQuantile(0.975, pairs - 1) / normalQuantile(0.975) : Number.NaN;
  const half = (high - difference) * factor;
  return { ...means, difference, low: difference - half, high: difference + half };
}

interface Bounded {
  value: number;
  low: number;
  high: number;
}

function toBounds(share: { low: number; high: number; probability?: number; mean?: number }): Bounded {
  return { value: share.probability ?? share.mean ?? Number.NaN, low: share.low, high: share.high };
}

/** Two independent estimates with their own intervals. @source newcombe-1998, method 10 */
function apart(key: string, name: string, unit: ResultDifference['unit'], a: Bounded, b: Bounded): ResultDifference {
  const difference = b.value - a.value;
  const low = difference - Math.sqrt((b.value - b.low) ** 2 + (a.high - a.value) ** 2);
  const high = difference + Math.sqrt((b.high - b.value) ** 2 + (a.value - a.low) ** 2);
  return { key, name, unit, a: a.value, b: b.value, difference, low, high, isReal: low > 0 || high < 0 };
}

/** A difference without chance: real unless it is rounding. */
export function exact(
  key: string,
  name: string,
  unit: ResultDifference['unit'],
  a: number,
  b: number,
): ResultDifference {
  const difference = b - a;
  const isReal = Math.abs(difference) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  return { key, name, unit, a, b, difference, isReal };
}

function costRows(a: Compared['result'], b: Compared['result']): ResultDifference[] {
  if (!a.cost || !b.cost) return [];
  const [x, y] = [a.cost, b.cost];
  const rows = [
    exact('totalMusd', say('result.totalMusd'), 'musd', x.result.totalMusd, y.result.totalMusd),
    exact('p50Musd', say('result.p50Musd'), 'musd', x.uncertainty.totalMusd.p50, y.uncertainty.totalMusd.p50),
    exact('p90Musd', say('result.p90Musd'), 'musd', x.uncertainty.totalMusd.p90, y.uncertainty.totalMusd.p90),
  ];
  for (const { id, a: left, b: right } of pairedElements(x.result.elements, y.result.elements)) {
    const isRenamed = left && right && right.id !== id;
    const name = isRenamed
      ? say('result.elementMusd-renamed', { id, other: right.id })
      : say('result.elementMusd', { id });
    rows.push(exact(`elementMusd.${id}`, name, 'musd', left?.totalMusd ?? 0, right?.totalMusd ?? 0));
  }
  return rows;
}

/** An element of one case beside that of the other. */
interface ElementPair {
  id: string;
  a?: ElementCost;
  b?: ElementCost;
}

/** Elements by id; those that only one case has by what they are: role, title, partner and units. */
export function pairedElements(a: readonly ElementCost[], b: readonly ElementCost[]): ElementPair[] {
  const left = b.filter(({ id }) => !a.some((each) => each.id === id));
  const pairs = a.map((element): ElementPair => {
    const same = b.find(({ id }) => id === element.id);
    if (same) return { id: element.id, a: element, b: same };
    const at = left.findIndex((each) => kindOf(each) === kindOf(element));
    return { id: element.id, a: element, ...(at >= 0 && { b: left.splice(at, 1)[0] }) };
  });
  return [...pairs, ...left.map((element) => ({ id: element.id, b: element }))];
}

function kindOf({ role, name, partner, unitCount }: ElementCost): string {
  return JSON.stringify([role, name, partner, unitCount]);
}

function otherRows(a: Compared['result'], b: Compared['result']): ResultDifference[] {
  const rows: ResultDifference[] = [];
  if (a.fielding && b.fielding) {
    const last = (result: Compared['result']) => result.fielding!.capabilityFraction.p50.at(-1) ?? Number.NaN;
    rows.push(exact('fieldedFraction', say('result.fieldedFraction'), 'share', last(a), last(b)));
    const steady = (result: Compared['result']) => result.fielding!.steadyLaunchesPerYr;
    rows.push(exact('steadyLaunchesPerYr', say('result.steadyLaunchesPerYr'), 'count', steady(a), steady(b)));
  }
  if (a.dependence?.money && b.dependence?.money) {
    const [x, y] = [a.dependence.money, b.dependence.money];
    rows.push(
      exact(
        'effectivePartnersCount',
        say('result.effectivePartnersCount'),
        'count',
        x.effectiveCount,
        y.effectiveCount,
      ),
    );
    const points = (result: Compared['result']) => result.dependence!.singlePoints.length;
    rows.push(exact('singlePointsCount', say('result.singlePointsCount'), 'count', points(a), points(b)));
  }
  return rows.filter(({ a: x, b: y }) => Number.isFinite(x) && Number.isFinite(y));
}

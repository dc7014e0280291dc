import type { Drawn } from '../../flow/joint.ts';
import type { Result } from '../../flow/result.ts';
import { mean, TWO_SIDED_95, variance } from '../../num/statistics.ts';
import { say } from '../../words/words.ts';
import { dayOrYear } from '../joint-section.ts';
import type { ResultDifference } from './result-differences.ts';

/** The answer by date of a result, as far as it is compared. */
export type ByDate = Partial<Pick<Result, 'drawn' | 'draws' | 'headline' | 'byDate'>> & Pick<Result, 'seed'>;

/**
 * The chance that nothing gets through and the money spent, date by date where both have the date.
 *
 * The two values are the medians that `run` tells; the difference is the mean over the draws, so it need not be that of the medians.
 * Draws of one seed and number share the numbers that both cases have, and their raids, so differences are taken draw by draw; draws that either
 * lacks are left out. Others are apart, and their variances add up.
 */
export function dateDifferences(a: ByDate, b: ByDate): ResultDifference[] {
  const [x, y] = [a.drawn, b.drawn];
  if (!x || !y) return [];
  const isPaired = areDrawsPaired(a, b);
  return x.dates
    .filter((date) => y.dates.includes(date))
    .flatMap((date) => {
      const [chanceA, chanceB] = [x, y].map((of) => byDraw(of, date, ({ noLeakerFraction }) => noLeakerFraction));
      const [spentA, spentB] = [x, y].map((of) => byDraw(of, date, ({ spentMusd }) => spentMusd));
      const year = dayOrYear(date);
      const isPriced = [...spentA.values(), ...spentB.values()].every((musd) => musd !== null && Number.isFinite(musd));
      const row = (key: Told, name: string, unit: 'share' | 'musd', [from, to]: Column[]): ResultDifference => {
        const values = isPaired ? pairs(from, to) : apart(from, to);
        const [medianA, medianB] = [a, b].map((of) => medianOf(of, date, key));
        return {
          key: `${key}.${date}`,
          name,
          unit,
          ...values,
          a: medianA ?? values.a,
          b: medianB ?? values.b,
        };
      };
      return [
        row('noLeaker', say('result.noLeakerOn', { year }), 'share', [chanceA, chanceB]),
        ...(isPriced ? [row('spentMusd', say('result.spentBy', { year }), 'musd', [spentA, spentB])] : []),
      ];
    });
}

/** Whether draws of the same number are draws of the same luck. */
export function areDrawsPaired(a: ByDate, b: ByDate): boolean {
  const made = ({ draws }: ByDate) => draws && [draws.drawsCount + draws.leftOutCount, draws.raidsCount].join();
  return a.seed === b.seed && made(a) !== undefined && made(a) === made(b);
}

/** What is told by date, by its name in `DateAnswer`. */
type Told = 'noLeaker' | 'spentMusd';

function medianOf({ byDate }: ByDate, date: string, key: Told): number | undefined {
  return byDate?.find((answer) => answer.date === date)?.[key]?.p50;
}

/** Values by number of the draw. */
type Column = Map<number, number>;

function byDraw(
  { dates, draws }: Drawn,
  date: string,
  of: (draw: Drawn['draws'][number]) => readonly number[],
): Column {
  const at = dates.indexOf(date);
  return new Map(draws.map((draw) => [draw.number, of(draw)[at]]));
}

type Values = Pick<ResultDifference, 'a' | 'b' | 'difference' | 'low' | 'high' | 'isReal'>;

function pairs(from: Column, to: Column): Values {
  const common = [...from.keys()].filter((draw) => to.has(draw));
  const values = (column: Column) => common.map((draw) => column.get(draw)!);
  const [a, b] = [values(from), values(to)];
  const differences = a.map((value, i) => b[i] - value);
  return withInterval(mean(a), mean(b), differences.length < 2 ? 0 : variance(differences) / differences.length);
}

function apart(from: Column, to: Column): Values {
  const [a, b] = [[...from.values()], [...to.values()]];
  const noise = (values: number[]) => (values.length < 2 ? 0 : variance(values) / values.length);
  return withInterval(mean(a), mean(b), noise(a) + noise(b));
}

function withInterval(a: number, b: number, varianceOfMean: number): Values {
  const difference = b - a;
  const half = TWO_SIDED_95 * Math.sqrt(varianceOfMean);
  const [low, high] = [difference - half, difference + half];
  return { a, b, difference, low, high, isReal: low > 0 || high < 0 };
}

import {
  type Departing,
  type DeparturesByDate,
  type DepartureTurn,
  FELT,
  type MeanDifference,
} from '../flow/departures.ts';
import type { JointInput, JointTable } from '../flow/joint.ts';
import { SHUFFLES, shuffle } from '../num/given-data.ts';
import { randomStream } from '../num/random.ts';
import { mean, quantileSorted } from '../num/statistics.ts';
import { causesOf, DRAWS_FOR_CAUSES, drawnCells, drawsFlown, shareBand } from './joint-answer.ts';
import { drawChanges, jointDifferences, meanInterval } from './joint-difference.ts';

/** A departure, and the table with it. */
export type DepartureTable = Pick<Departing, 'partner' | 'name' | 'mode' | 'date'> & { table: JointTable };

/**
 * What each departure does by date, the most harmful first: by the mean change over the dates from its own on.
 *
 * @param headlineDate of the answer by date of the base
 * @param harmless names of those whose leaving takes nothing from the programme
 */
export function departuresAnswer(
  base: JointTable,
  departures: readonly DepartureTable[],
  { headlineDate, harmless }: { headlineDate: string; harmless: readonly string[] },
): DeparturesByDate {
  const leaveDate = departures[0]?.date ?? '';
  const atDate = headlineDate > leaveDate ? headlineDate : base.dates.at(-1)!;
  const at = base.dates.indexOf(atDate);
  const orders = base.inputs.map(({ values }) => risingOrder(values));
  const isSame = ({ table }: DepartureTable) =>
    table.cells.every((row, draw) =>
      row.every((cell, d) => same(cell?.standingCounts ?? [], base.cells[draw]?.[d]?.standingCounts ?? [])),
    );
  const felt = departures.filter((each) => !isSame(each));
  const answered = felt.map(({ table, ...who }): Departing => {
    const { means, outerVariance } = drawChanges(base, table, at);
    return {
      ...who,
      byDate: jointDifferences(base, table),
      causes: causesOf(base, means, outerVariance).causes,
      turn: turnOf(base, means, orders),
    };
  });
  const names = new Set(felt.map(({ name }) => name));
  const idle = departures.map(({ name }) => name).filter((name) => !names.has(name));
  return {
    atDate,
    base: base.dates.map((date, d) => ({ date, noLeaker: shareBand(drawnCells(base, d), base.raids) })),
    withdrawals: answered.sort((a, b) => meanChange(a) - meanChange(b)),
    harmless: [...new Set([...harmless, ...idle])],
    draws: drawsFlown(base),
    pairedRaidsCount: felt[0]?.table.raids ?? base.raids,
  };
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((count, i) => count === b[i]);
}

function meanChange({ byDate, date: leaves }: Departing): number {
  const after = byDate.filter(({ date }) => date >= leaves);
  return after.length === 0 ? 0 : mean(after.map(({ meanDifference }) => meanDifference));
}

/**
 * The number on which a change hangs most: by how far apart the mean changes are in the thirds of the draws in which it is lowest and highest.
 *
 * One is named only where that is more than the 95 % quantile of the greatest of all numbers when the draws are shuffled, and one that turns the
 * change around before one that does not. Numbers are seen one at a time, the others as they were drawn.
 *
 * @param changes by draw of the sample
 * @param orders by input: its draws in rising order
 * @returns null where none stands out, or with too few draws
 */
export function turnOf(
  { inputs, draws, seed }: Pick<JointTable, 'inputs' | 'draws' | 'seed'>,
  changes: readonly number[],
  orders: readonly number[][] = inputs.map(({ values }) => risingOrder(values)),
): DepartureTurn | null {
  if (draws < DRAWS_FOR_CAUSES || changes.length !== draws || changes.every((change) => change === changes[0]))
    return null;
  const random = randomStream(seed, 0, 'departures');
  const apart = (of: readonly number[], order: readonly number[]) => {
    const [lowest, highest] = thirds(of, order);
    return Math.abs(mean(highest) - mean(lowest));
  };
  const greatest = Array.from({ length: SHUFFLES }, () => {
    const shuffled = shuffle(changes, random);
    return Math.max(...orders.map((order) => apart(shuffled, order)));
  });
  const floor = quantileSorted(Float64Array.from(greatest).sort(), 0.95);
  const isHarm = meanInterval(changes).high < 0;
  const found = inputs
    .map((input, i) => ({
      turn: endsOf(input, thirds(changes, orders[i]), isHarm),
      apart: apart(changes, orders[i]),
    }))
    .filter(({ apart: distance }) => distance > floor)
    .sort((a, b) => b.apart - a.apart || a.turn.path.localeCompare(b.turn.path))
    .map(({ turn }) => turn);
  return found.find(({ isTurned }) => isTurned) ?? found[0] ?? null;
}

function thirds(changes: readonly number[], order: readonly number[]): [lowest: number[], highest: number[]] {
  const count = Math.floor(order.length / 3);
  const pick = (draws: readonly number[]) => draws.map((draw) => changes[draw]);
  return [pick(order.slice(0, count)), pick(order.slice(order.length - count))];
}

function endsOf(
  { path, value, low, high, basis, source }: JointInput,
  ends: readonly [number[], number[]],
  isHarm: boolean,
): DepartureTurn {
  const [lowest, highest] = [meanInterval(ends[0]), meanInterval(ends[1])];
  const isOther = (end: MeanDifference) => (isHarm ? end.meanDifference > -FELT : end.high < 0);
  return {
    ...{ path, value, low, high, basis, source },
    lowestThird: lowest,
    highestThird: highest,
    isTurned: isOther(lowest) || isOther(highest),
  };
}

function risingOrder(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
}

import type {
  Band,
  Cause,
  DateAnswer,
  Drawn,
  DrawsMade,
  JointAnswer,
  JointCell,
  JointTable,
  PaidShare,
} from '../flow/joint.ts';
import { band } from '../num/band.ts';
import { rankShare, sharesAndFloor } from '../num/given-data.ts';
import { outerMeans, outerShareQuantiles, outerShareVariance } from '../num/nested.ts';
import { randomStream } from '../num/random.ts';
import { mean } from '../num/statistics.ts';

/** Fewer draws than this name no causes. */
export const DRAWS_FOR_CAUSES = 16;
const CAUSES = 5;
const PARTNERS = 5;

/**
 * Reads the answers off the joint table.
 *
 * A band is the 10th to the 90th percentile over the draws, with the noise of the raids inside a draw taken out: more raids narrow
 * nothing, more draws only steady it. Without an input there is no width. The headline's date is the one asked for, else the first at which the
 * median chance is highest.
 *
 * @param headlineDate one of the dates of the table
 */
export function jointAnswer(table: JointTable, headlineDate?: string): JointAnswer {
  const byDate = table.dates.map((date, d) => dateAnswer(table, date, d));
  const at = headlineDate === undefined ? bestDate(byDate) : table.dates.indexOf(headlineDate);
  if (at < 0) throw new RangeError(`headlineDate must be one of ${table.dates.join(', ')}: ${headlineDate}`);
  const chosen = byDate[at];
  const cells = drawnCells(table, at);
  const shares = cells.map(noLeakerShare);
  const outerVariance = table.raids >= 2 ? outerShareVariance(shares, table.raids) : 0;
  const effect = causesOf(table, shares, outerVariance);
  const cost = causesOf(
    table,
    cells.map(({ spentMusd }) => spentMusd),
  );
  const complete = completeCells(table);
  return {
    headline: {
      date: chosen.date,
      noLeaker: chosen.noLeaker,
      spentMusd: chosen.spentMusd,
      partners: partnerShares(cells),
      causes: effect.causes,
      costCauses: cost.causes,
    },
    byDate,
    asIfComplete: {
      noLeaker: shareBand(complete, table.raids),
      totalMusd: moneyBand(complete),
    },
    draws: { ...drawsFlown(table), causeFloorFraction: effect.floor },
  };
}

/** The sample of a table, draw by draw. */
export function drawnOf({ dates, drawNumbers, cells }: JointTable): Drawn {
  return {
    dates,
    draws: drawNumbers.map((number, i) => {
      const row = cells[i + 1].map((cell) => cell!);
      return { number, noLeakerFraction: row.map(noLeakerShare), spentMusd: row.map(({ spentMusd }) => spentMusd) };
    }),
  };
}

/** How many draws and raids a table rests on. */
export function drawsFlown({
  draws,
  raids,
  leftOutCount,
  redrawnCount,
  inputs,
}: JointTable): Omit<DrawsMade, 'causeFloorFraction'> {
  return { drawsCount: draws, raidsCount: raids, leftOutCount, redrawnCount, inputCount: inputs.length };
}

function bestDate(byDate: readonly DateAnswer[]): number {
  let best = 0;
  byDate.forEach(({ noLeaker }, d) => {
    if (noLeaker.p50 > byDate[best].noLeaker.p50 + 1e-9) best = d;
  });
  return best;
}

/** Cells of the sample at a date; of the best estimate where there is no sample. */
export function drawnCells({ cells, draws }: JointTable, date: number): JointCell[] {
  const rows = draws === 0 ? cells.slice(0, 1) : cells.slice(1);
  return rows.map((row) => row[date]).filter((cell) => cell !== undefined);
}

/** Cells of the force as if complete, of the same draws. */
export function completeCells({ complete, draws }: JointTable): JointCell[] {
  return (draws === 0 ? complete.slice(0, 1) : complete.slice(1)).filter((cell) => cell !== undefined);
}

function dateAnswer(table: JointTable, date: string, d: number): DateAnswer {
  const cells = drawnCells(table, d);
  return {
    date,
    noLeaker: shareBand(cells, table.raids),
    expectedLeakers: leakerBand(cells, table.raids),
    spentMusd: moneyBand(cells),
    stock: Object.fromEntries(
      table.elements.map(({ id, targetCount }, e) => [
        id,
        { ...band(cells.map(({ standingCounts }) => standingCounts[e])), target: targetCount },
      ]),
    ),
  };
}

const noLeakerShare = ({ noLeakerCount, raids }: JointCell) => noLeakerCount / raids;

/** Band of the chance that nothing gets through, the dice of the raids taken out. */
export function shareBand(cells: readonly JointCell[], raids: number): Band {
  const shares = cells.map(noLeakerShare);
  if (raids < 2 || shares.length < 2) return band(shares);
  const [p10, p50, p90] = outerShareQuantiles(shares, raids, [0.1, 0.5, 0.9]);
  return { p10: p10, p50: p50, p90: p90 };
}

function leakerBand(cells: readonly JointCell[], raids: number): Band {
  const means = cells.map((cell) => cell.leakerCount / cell.raids);
  if (raids < 2 || means.length < 2) return band(means);
  const inner = cells.map((cell, i) => Math.max(0, cell.leakerSquares - cell.raids * means[i] ** 2) / (cell.raids - 1));
  return band(outerMeans(means, inner, raids).shrunk.map((leakers) => Math.max(0, leakers)));
}

/** Who takes most of the money, over the draws. */
function partnerShares(cells: readonly JointCell[]): PaidShare[] {
  const partners = [...new Set(cells.flatMap(({ paidMusd }) => Object.keys(paidMusd)))];
  return partners
    .map((partner) => ({
      partner,
      shareFraction: band(
        cells.map(({ paidMusd, spentMusd }) => (spentMusd > 0 ? (paidMusd[partner] ?? 0) / spentMusd : 0)),
      ),
    }))
    .filter(({ shareFraction }) => shareFraction.p50 > 0)
    .sort((a, b) => b.shareFraction.p50 - a.shareFraction.p50 || a.partner.localeCompare(b.partner))
    .slice(0, PARTNERS);
}

function moneyBand(cells: readonly JointCell[]): Band | null {
  const money = cells.map(({ spentMusd }) => spentMusd);
  return money.length === 0 || money.some((musd) => Number.isNaN(musd)) ? null : band(money);
}

/** An input, the share of the spread of an output that it explains alone, and whether that is above what chance may give. */
export interface InputShare {
  cause: Cause;
  isSure: boolean;
}

/**
 * The inputs that explain most of the spread of an output, each alone and in one direction, above what chance may give the luckiest of them.
 *
 * The floor is the 95 % quantile of the greatest share over all inputs when the output is shuffled.
 */
export function causesOf(
  table: JointTable,
  output: readonly number[],
  outerVariance?: number,
): { causes: Cause[]; floor: number } {
  const { shares, floor } = inputShares(table, output, outerVariance);
  const causes = shares
    .filter(({ isSure }) => isSure)
    .slice(0, CAUSES)
    .map(({ cause }) => cause);
  return { causes, floor };
}

/** Every input with its share, the largest first; none where there are too few draws, or nothing varies. */
export function inputShares(
  { inputs, draws, seed }: JointTable,
  output: readonly number[],
  outerVariance?: number,
): { shares: InputShare[]; floor: number } {
  const none = { shares: [], floor: 1 };
  if (draws < DRAWS_FOR_CAUSES || output.length !== draws || output.some((value) => Number.isNaN(value))) return none;
  if (outerVariance === 0 || new Set(output).size < 2) return none;
  const { shares, floor } = sharesAndFloor(
    inputs.map(({ values }) => values),
    output,
    randomStream(seed, 0, 'causes'),
    rankShare,
  );
  // of the spread that the draws make: what the dice inside a draw add is nobody's
  const scale = outerVariance === undefined ? 1 : sampleVariance(output) / outerVariance;
  const all = inputs
    .map(({ path, basis, source, value, low, high }, i) => ({
      cause: { path, share: Math.min(1, shares[i] * scale), basis, source, value, low, high },
      isSure: shares[i] > floor,
    }))
    .sort((a, b) => b.cause.share - a.cause.share || a.cause.path.localeCompare(b.cause.path));
  return { shares: all, floor: Math.min(1, floor * scale) };
}

function sampleVariance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

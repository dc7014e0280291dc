import type { ClaimAnswer, ClaimLimit, ClaimPart, ClaimPlan, ClaimSource } from '../flow/claim.ts';
import type { JointCell, JointTable } from '../flow/joint.ts';
import { band } from '../num/band.ts';
import { outerShareChances } from '../num/nested.ts';
import { mean } from '../num/statistics.ts';
import { partingInputs } from './claim-inputs.ts';
import { completeCells, drawnCells, shareBand } from './joint-answer.ts';

/** Chances nearer to 1 than this are 1. */
const SURE = 1 - 1e-9;

type Asked = Pick<ClaimPart, 'what' | 'element' | 'limit' | 'byDate' | 'isReading'>;

/**
 * Holds a claim against the joint table: the share of the draws in which each part holds, and in which all hold at once.
 *
 * Money and stock are what they are in a draw. The chance that nothing gets through is seen through the raids of the draw alone, so a draw holds that
 * part with the chance that its probability is at least the limit (`outerShareChances`); in a draw the parts are multiplied. A claim without a date is held
 * against the whole programme: money in all, and the force as if complete.
 *
 * The joint share is for cost, schedule and effect what NASA's joint confidence level is for cost and schedule.
 *
 * @param sources of the architecture, by key
 * @throws RangeError for money where the table has none, and for a date or an element that the table does not have
 * @source nasa-npr-7120-5e, joint cost and schedule confidence level
 */
export function claimAnswer(
  table: JointTable,
  claim: ClaimPlan,
  sources: Readonly<Record<string, Omit<ClaimSource, 'key'>>> = {},
): ClaimAnswer {
  const asked = partsOf(claim);
  const chances = asked.map((part) => chancesOf(table, part, part.byDate));
  const parts = asked.map((part, i): ClaimPart => {
    const chance = mean(chances[i]);
    const failsFromDate = breakDate(table, part, chance);
    const last = lastElement(table, part);
    return {
      ...part,
      chance,
      ...(failsFromDate !== undefined && { failsFromDate }),
      ...(last !== undefined && { lastElement: last }),
    };
  });
  const holds = chances[0].map((_, draw) => chances.reduce((product, each) => product * each[draw], 1));
  const { id, name, source, where, basis, readings } = claim;
  const known = source === undefined ? undefined : sources[source];
  return {
    id,
    name,
    ...(source !== undefined && known && { source: sourceOf(source, known) }),
    ...(where !== undefined && { where }),
    ...(basis !== undefined && { basis }),
    ...(readings && { readings }),
    parts,
    allTogether: mean(holds),
    firstToFail: firstToFail(parts),
    firstInTime: firstInTime(parts),
    wouldHaveToBe: {
      limits: parts.filter(({ chance }) => chance < 0.5).map((part) => limitOf(table, part)),
      inputs: partingInputs(table, holds),
    },
  };
}

function sourceOf(key: string, { title, producer, date, url }: Omit<ClaimSource, 'key'>): ClaimSource {
  return { key, title, producer, date, ...(url !== undefined && { url }) };
}

function partsOf({ byDate, musd, standing = [], noLeaker, readings = {} }: ClaimPlan): Asked[] {
  const dated = byDate === undefined ? {} : { byDate };
  const part = (what: ClaimPart['what'], limit: number, element?: string): Asked => ({
    what,
    ...(element !== undefined && { element }),
    limit,
    ...dated,
    isReading: readings[what] !== undefined,
  });
  return [
    ...(musd === undefined ? [] : [part('musd', musd)]),
    ...standing.map(({ element, fraction }) => part('standing', fraction, element)),
    ...(noLeaker === undefined ? [] : [part('noLeaker', noLeaker)]),
  ];
}

/** Draw by draw, the chance that a part holds at a date. */
function chancesOf(table: JointTable, part: Asked, date: string | undefined): Float64Array {
  const cells = cellsAt(table, date);
  const { what, limit } = part;
  if (what === 'noLeaker')
    return outerShareChances(
      cells.map(({ noLeakerCount }) => noLeakerCount),
      table.raids,
      limit,
    );
  const values = valuesOf(table, part, cells);
  return Float64Array.from(values, (value) => (what === 'musd' ? Number(value <= limit) : Number(value >= limit)));
}

function cellsAt(table: JointTable, date: string | undefined): JointCell[] {
  if (date === undefined) return completeCells(table);
  const at = table.dates.indexOf(date);
  if (at < 0) throw new RangeError(`date must be one of ${table.dates.join(', ')}: ${date}`);
  return drawnCells(table, at);
}

/** Draw by draw, what is spent or the share that stands. */
function valuesOf({ elements }: JointTable, { what, element }: Asked, cells: readonly JointCell[]): number[] {
  if (what === 'musd') {
    if (cells.some(({ spentMusd }) => Number.isNaN(spentMusd))) throw new RangeError('nothing here has a price');
    return cells.map(({ spentMusd }) => spentMusd);
  }
  const shares = cells.map((cell) => standingShares(elements, cell, element));
  if (shares.some(({ length }) => length === 0))
    throw new RangeError(`no units are counted of ${element ?? 'any element'}`);
  return shares.map((each) => Math.min(...each.map(({ share }) => share)));
}

/** Share of its units that stands, of one element or of each. */
function standingShares(
  elements: JointTable['elements'],
  { standingCounts }: JointCell,
  element?: string,
): { id: string; share: number }[] {
  return elements.flatMap(({ id, targetCount }, e) =>
    targetCount > 0 && (element === undefined || id === element)
      ? [{ id, share: standingCounts[e] / targetCount }]
      : [],
  );
}

/** The element that is furthest behind in most of the draws that break the part. */
function lastElement(table: JointTable, { what, element, limit, byDate }: Asked): string | undefined {
  if (what !== 'standing' || element !== undefined) return undefined;
  const times = new Map<string, number>();
  for (const cell of cellsAt(table, byDate)) {
    const [least, ...others] = standingShares(table.elements, cell).sort((a, b) => a.share - b.share);
    if (others.length > 0 && least.share < limit) times.set(least.id, (times.get(least.id) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** From when on more than half of the draws break a part: money may be gone before the date, the rest is promised for it. */
function breakDate(table: JointTable, part: Asked, chance: number): string | undefined {
  if (part.byDate === undefined || chance >= 0.5) return undefined;
  if (part.what !== 'musd') return part.byDate;
  const { byDate } = part;
  return table.dates.find((date) => date <= byDate && mean(chancesOf(table, part, date)) < 0.5);
}

function firstToFail(parts: readonly ClaimPart[]): ClaimPart | null {
  const [first] = [...parts].sort((a, b) => a.chance - b.chance || dateOrder(a, b));
  return first.chance >= SURE ? null : first;
}

function firstInTime(parts: readonly ClaimPart[]): ClaimPart | null {
  const broken = parts.filter(({ failsFromDate }) => failsFromDate !== undefined);
  return [...broken].sort((a, b) => dateOrder(a, b) || a.chance - b.chance)[0] ?? null;
}

/** What is never broken by half of the draws comes last. */
function dateOrder(a: ClaimPart, b: ClaimPart): number {
  const [first, second] = [a.failsFromDate ?? '9999', b.failsFromDate ?? '9999'];
  return first < second ? -1 : Number(first > second);
}

/** Where the limit, or the date, would have to be for half of the draws. */
function limitOf(table: JointTable, part: ClaimPart): ClaimLimit {
  const { what, element, limit, byDate } = part;
  const cells = cellsAt(table, byDate);
  const halfLimit = (what === 'noLeaker' ? shareBand(cells, table.raids) : band(valuesOf(table, part, cells))).p50;
  const later = () => table.dates.find((date) => date > byDate! && mean(chancesOf(table, part, date)) >= 0.5) ?? null;
  return {
    what,
    ...(element !== undefined && { element }),
    limit,
    halfLimit,
    ...(byDate !== undefined && { byDate }),
    ...(byDate !== undefined && what !== 'musd' && { halfByDate: later() }),
  };
}

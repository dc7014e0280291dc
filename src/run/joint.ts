import { makersOf } from '../dependence/shares.ts';
import { supplyGraph } from '../dependence/supply-graph.ts';
import type { Architecture } from '../flow/architecture.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import type { EventPlan } from '../flow/events.ts';
import {
  type Completion,
  completionFractions,
  type JointCell,
  type JointInput,
  type JointTable,
} from '../flow/joint.ts';
import type { Fielded, Programme } from '../flow/programme.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { type DrawTable, drawTable, valuesOf } from '../programme/drawn-architecture.ts';
import { monthOf } from '../programme/month-of.ts';
import { fieldedOf, programmeOf } from '../programme/programme.ts';
import { type Flight, flyForces } from './fly-forces.ts';
import { flyableDraw } from './flyable-draw.ts';
import { countedElements, forceOn, type Standing, standingOn } from './force-by-date.ts';

/** What the table of draws, dates and raids is made of. */
export interface JointPlan {
  architecture: Architecture;
  table: DrawTable;
  raids: number;
  dates: string[];
  isPriced: boolean;
  /** Programmes beside this one, each the same with other events. */
  variants: JointVariants;
}

export interface JointVariants {
  /** The events of each, in place of those of the architecture. */
  events: EventPlan[][];
  /** The first so many raids of a draw and date are flown against each; at most `raids`. */
  raids: number;
}

export interface JointOptions {
  /** Draws of the inputs beside the best estimate. */
  draws: number;
  /** Raids a draw and date. */
  raids: number;
  dates?: readonly string[];
  variants?: JointVariants;
}

/** Dates at which a programme is looked at, as shares of its horizon. */
const DATE_SHARES = [0.1, 0.25, 0.5, 1];

/** First days of years over the horizon, the last one its end, and the dates of the claims. */
export function jointDates({ analysis: { startYear, horizonYr }, claims = [] }: Architecture): string[] {
  const years = DATE_SHARES.map((share) => startYear + Math.max(1, Math.round(horizonYr * share)));
  const claimed = claims.flatMap(({ byDate }) => (byDate === undefined ? [] : [byDate]));
  return [...new Set([...years.map((year) => `${year}-01-01`), ...claimed])].sort();
}

/**
 * The plan of a joint run: which draws, dates and raids.
 *
 * @throws RangeError for dates before the programme or after its horizon
 */
export function jointPlan(architecture: Architecture, { draws, raids, dates, variants }: JointOptions): JointPlan {
  const chosen = [...(dates ?? jointDates(architecture))].sort();
  for (const date of chosen) monthOf(architecture, date);
  return {
    architecture,
    table: drawTable(architecture, draws),
    raids,
    dates: chosen,
    isPriced: costProblems(architecture).length === 0,
    variants: variants ?? { events: [], raids },
  };
}

/** One draw as it was flown: a row of the table. */
export interface JointRow {
  draw: number;
  cells: JointCell[];
  complete: JointCell;
  /** [variant][date], of as many raids as the plan says. */
  variants: JointCell[][];
  completions: Completion[];
  /** The values of all inputs, where those of some missile were drawn again so that it flies the raid. */
  redrawn?: Float64Array;
}

/**
 * One draw: the architecture with its numbers, the programme that builds it, and raids against what stands at each date.
 *
 * Raids of a draw have numbers of their own, the same at every date, for every variant and for the complete force, so that these share their
 * luck and draws do not. Events act on the programme, and on what stands at each date; the complete force knows none.
 *
 * @returns null where the raid of the scenario cannot be flown whatever the numbers of its missiles
 * @throws InputError where it cannot be flown with the value of every number
 */
export function jointDraw(plan: JointPlan, draw: number): JointRow | null {
  const flyable = flyableDraw(plan.architecture, plan.table, draw);
  if (!flyable) return null;
  const { architecture, prepared, redrawn } = flyable;
  const programme = programmeOf(architecture, { draw });
  const { variants, raids, isPriced } = plan;
  const months = plan.dates.map((date) => monthOf(plan.architecture, date));
  const standingsOf = (built: Architecture, fielded: Fielded) =>
    plan.dates.map((date, d) => standingOn(built, fielded, { date, month: months[d] }));
  const standings = standingsOf(architecture, programme);
  const besides = variants.events.map((events) => {
    const other = { ...architecture, events };
    return standingsOf(other, fieldedOf(other, { draw }));
  });
  const flightOf =
    (of: number) =>
    (standing: Standing): Flight => ({
      force: forceOn(prepared.force, standing),
      raids: of,
    });
  const complete: Flight = { force: prepared.force, raids };
  const flights = [...standings.map(flightOf(raids)), complete, ...besides.flat().map(flightOf(variants.raids))];
  const through = flyForces(prepared, flights, draw * raids);
  const makers = makersIn(architecture);
  const dateCount = plan.dates.length;
  return {
    draw,
    cells: standings.map(({ counts }, d) =>
      cellOf(through[d], { ...(isPriced ? paidUntil(programme, months[d], makers) : unpriced), counts }),
    ),
    complete: cellOf(through[dateCount], {
      ...unpriced,
      ...(isPriced && { spentMusd: costOf(architecture).totalMusd }),
      counts: countedElements(programme).map(({ targetCount }) => targetCount),
    }),
    variants: besides.map((each, v) =>
      each.map(({ counts }, d) => {
        const leakers = through[dateCount + 1 + v * dateCount + d].slice(0, variants.raids);
        return cellOf(leakers, { ...unpriced, counts });
      }),
    ),
    completions: completionsOf(programme, isPriced, makers),
    ...(redrawn && { redrawn }),
  };
}

/** When the programme stands, for each share that counts as complete. */
function completionsOf(programme: Programme, isPriced: boolean, makers: Makers): Completion[] {
  const { startYear, monthCount } = programme;
  const counted = countedElements(programme).filter(({ targetCount }) => targetCount > 0);
  return completionFractions.map((fraction) => {
    const stands = (month: number) =>
      counted.every(({ inServiceCounts, targetCount }) => inServiceCounts![month] >= fraction * targetCount - 1e-9);
    let month = 0;
    while (month < monthCount && !stands(month)) month++;
    const isReached = month < monthCount;
    return {
      date: isReached ? dayAfter(startYear, month) : null,
      spentMusd: isPriced ? paidUntil(programme, isReached ? month : monthCount - 1, makers).spentMusd : Number.NaN,
    };
  });
}

/** First day after a month of a programme. */
function dayAfter(startYear: number, month: number): string {
  const next = month + 1;
  return `${startYear + Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}

/** Paid by the end of a month, the year's outlays spread evenly. */
function paidUntil({ outlayYearMusd, partners, elements }: Programme, month: number, makers: Makers): Paid {
  const years = (month + 1) / 12;
  const until = (byYear: readonly number[]) =>
    byYear.reduce((sum, musd, year) => sum + musd * Math.min(1, Math.max(0, years - year)), 0);
  const paid = new Map(partners.map((each) => [each.partner, until(each.outlayYearMusd)]));
  const add = (partner: string, musd: number) => paid.set(partner, (paid.get(partner) ?? 0) + musd);
  for (const { id, partner = UNNAMED, makerOutlayYearMusd } of elements) {
    const shares = makers.get(id);
    if (!shares) continue;
    const musd = until(makerOutlayYearMusd);
    add(partner, -musd);
    const all = [...shares.values()].reduce((sum, share) => sum + share, 0); // shares of the book are rounded
    for (const [maker, share] of shares) add(maker, (share / all) * musd);
  }
  const isPaid = ([, musd]: [string, number]) => Math.abs(musd) > 1e-6;
  return { spentMusd: until(outlayYearMusd), paidMusd: Object.fromEntries([...paid].filter(isPaid)) };
}

/** Shares of those who make an element by the book of partners; none without a book. */
type Makers = ReadonlyMap<string, ReadonlyMap<string, number>>;
function makersIn(architecture: Architecture): Makers {
  if (!architecture.partners) return new Map();
  const graph = supplyGraph(architecture);
  return new Map(graph.elements.map(({ id, key }) => [id, makersOf(graph, key)]));
}

type Paid = Pick<JointCell, 'spentMusd' | 'paidMusd'>;
const unpriced: Paid = { spentMusd: Number.NaN, paidMusd: {} };

function cellOf(leakers: number[], { counts, ...paid }: Paid & { counts: number[] }): JointCell {
  return {
    raids: leakers.length,
    noLeakerCount: leakers.filter((count) => count === 0).length,
    leakerCount: leakers.reduce((sum, count) => sum + count, 0),
    leakerSquares: leakers.reduce((sum, count) => sum + count * count, 0),
    leakersByRaid: leakers,
    ...paid,
    standingCounts: counts,
  };
}

function elementsOf(architecture: Architecture): JointTable['elements'] {
  const interceptors = new Set(architecture.interceptors.map(({ id }) => id));
  return programmeElements(architecture).map(({ id, name, targetCount }) => ({
    id,
    name,
    targetCount,
    isInterceptor: interceptors.has(id),
  }));
}

const elementsByArchitecture = new WeakMap<Architecture, Fielded['elements']>();

/** What the programme counts in units, with its targets; worked out once. */
function programmeElements(architecture: Architecture): Fielded['elements'] {
  const known = elementsByArchitecture.get(architecture);
  if (known) return known;
  const elements = countedElements(fieldedOf(architecture, { draw: 0 }));
  elementsByArchitecture.set(architecture, elements);
  return elements;
}

/** The table from its rows, in any order; draws that were not flown are left out, with their inputs. @param leftOutCount those that could not be */
export function jointTableOf(plan: JointPlan, rows: readonly JointRow[], leftOutCount = 0): JointTable {
  const byDraw = [...rows].sort((a, b) => a.draw - b.draw);
  const sampled = byDraw.filter(({ draw }) => draw > 0);
  const values = sampled.map(({ draw, redrawn }) => redrawn ?? valuesOf(plan.table, draw));
  const inputs: JointInput[] = plan.table.inputs.map((input, i) => ({
    path: `${input.element}.${input.path}`,
    element: input.element,
    value: input.value,
    low: input.low,
    high: input.high,
    basis: input.basis,
    source: input.source,
    values: values.map((all) => all[i]),
  }));
  const best = byDraw.find(({ draw }) => draw === 0);
  return {
    seed: plan.table.seed,
    draws: sampled.length,
    leftOutCount,
    redrawnCount: sampled.filter(({ redrawn }) => redrawn).length,
    raids: plan.raids,
    dates: plan.dates,
    elements: elementsOf(plan.architecture),
    missilesCount: plan.architecture.threats.reduce((sum, { count }) => sum + count, 0),
    inputs,
    cells: [best?.cells ?? plan.dates.map(() => undefined), ...sampled.map(({ cells }) => cells)],
    complete: [best?.complete, ...sampled.map(({ complete }) => complete)],
    completions: [best?.completions, ...sampled.map(({ completions }) => completions)],
    drawNumbers: sampled.map(({ draw }) => draw),
  };
}

/** The table of one variant: that of the plan with what raids came to against the variant, of fewer raids where the plan says so. */
export function variantTable(
  base: JointTable,
  plan: JointPlan,
  rows: readonly JointRow[],
  variant: number,
): JointTable {
  const byDraw = [...rows].sort((a, b) => a.draw - b.draw);
  const best = byDraw.find(({ draw }) => draw === 0);
  const sampled = byDraw.filter(({ draw }) => draw > 0);
  return {
    ...base,
    raids: plan.variants.raids,
    cells: [best, ...sampled].map((row) => row?.variants[variant] ?? plan.dates.map(() => undefined)),
  };
}

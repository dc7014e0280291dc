import type { Architecture } from '../flow/architecture.ts';
import type { JointCell, JointInput, JointTable } from '../flow/joint.ts';
import { warheadsThrough } from '../flow/outcomes.ts';
import { InputError } from '../flow/problems.ts';
import type { Programme } from '../flow/programme.ts';
import { seesAlike } from '../force/standing.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { type DrawTable, drawnArchitecture, drawTable, valuesOf } from '../programme/drawn-architecture.ts';
import { monthOf } from '../programme/month-of.ts';
import { programmeOf } from '../programme/programme.ts';
import { newMemory, runTrial, runTrialAgain } from './drive.ts';
import { countedElements, forceOn, standingOn } from './force-by-date.ts';
import { type Prepared, prepare } from './prepare.ts';

/** What the table of draws, dates and raids is made of. */
export interface JointPlan {
  architecture: Architecture;
  table: DrawTable;
  raids: number;
  dates: string[];
  isPriced: boolean;
}

export interface JointOptions {
  /** Draws of the inputs beside the best estimate. */
  draws: number;
  /** Raids a draw and date. */
  raids: number;
  dates?: readonly string[];
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
export function jointPlan(architecture: Architecture, { draws, raids, dates }: JointOptions): JointPlan {
  const chosen = [...(dates ?? jointDates(architecture))].sort();
  for (const date of chosen) monthOf(architecture, date);
  return {
    architecture,
    table: drawTable(architecture, draws),
    raids,
    dates: chosen,
    isPriced: costProblems(architecture).length === 0,
  };
}

/** One draw as it was flown: a row of the table. */
export interface JointRow {
  draw: number;
  cells: JointCell[];
  complete: JointCell;
}

/**
 * One draw: the architecture with its numbers, the programme that builds it, and raids against what stands at each date.
 *
 * Raids of a draw have numbers of their own, the same at every date and for the complete force, so that dates and variants share their
 * luck and draws do not. Events act on the programme, and on what stands at each date; the complete force knows none.
 *
 * @returns null where the raid of the scenario cannot be flown with the numbers of the draw: they contradict it
 * @throws InputError where it cannot be flown with the value of every number
 */
export function jointDraw(plan: JointPlan, draw: number, onRaid?: () => void): JointRow | null {
  const architecture = drawnArchitecture(plan.architecture, plan.table, draw);
  const programme = programmeOf(architecture, { draw });
  const prepared = preparedOr(architecture, draw > 0);
  if (!prepared) return null;
  const standings = plan.dates.map((date) => {
    const month = monthOf(plan.architecture, date);
    return { month, ...standingOn(architecture, programme, { date, month }) };
  });
  const forces = [...standings.map((standing) => forceOn(prepared.force, standing)), prepared.force];
  const cells = [
    ...standings.map(({ month, counts }) =>
      emptyCell(plan.isPriced ? spentUntil(programme, month) : Number.NaN, counts),
    ),
    emptyCell(
      plan.isPriced ? costOf(architecture).totalMusd : Number.NaN,
      countedElements(programme).map(({ targetCount }) => targetCount),
    ),
  ];
  flyAll(
    forces.map((force) => ({ ...prepared, force })),
    cells,
    { first: draw * plan.raids, raids: plan.raids, onRaid },
  );
  return { draw, cells: cells.slice(0, -1), complete: cells.at(-1)! };
}

/** Paid by the end of a month, the year's outlays spread evenly. */
function spentUntil({ outlayYearMusd }: Programme, month: number): number {
  const years = (month + 1) / 12;
  let spent = 0;
  outlayYearMusd.forEach((musd, year) => {
    spent += musd * Math.min(1, Math.max(0, years - year));
  });
  return spent;
}

function preparedOr(architecture: Architecture, isDrawn: boolean): Prepared | null {
  try {
    return prepare(architecture);
  } catch (error) {
    if (isDrawn && error instanceof InputError) return null;
    throw error;
  }
}

function emptyCell(spentMusd: number, standingCounts: number[]): JointCell {
  return { raids: 0, noLeakerCount: 0, leakerCount: 0, leakerSquares: 0, leakersByRaid: [], spentMusd, standingCounts };
}

/** Raids against each of several forces. Forces that follow each other and differ in interceptors alone share what is seen of a raid. */
function flyAll(
  variants: readonly Prepared[],
  cells: readonly JointCell[],
  { first, raids, onRaid }: { first: number; raids: number; onRaid?: () => void },
): void {
  const memory = newMemory();
  const isAlike = variants.map(({ force }, i) => i > 0 && seesAlike(variants[i - 1]!.force, force));
  for (let raid = first; raid < first + raids; raid++)
    variants.forEach((prepared, i) => {
      const outcome = isAlike[i] ? runTrialAgain(prepared, raid, memory) : runTrial(prepared, raid, memory);
      const leakers = warheadsThrough(outcome);
      const cell = cells[i]!;
      cell.raids++;
      if (leakers === 0) cell.noLeakerCount++;
      cell.leakerCount += leakers;
      cell.leakerSquares += leakers * leakers;
      cell.leakersByRaid.push(leakers);
      onRaid?.();
    });
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

const elementsByArchitecture = new WeakMap<Architecture, Programme['elements']>();

/** What the programme counts in units, with its targets; worked out once. */
function programmeElements(architecture: Architecture): Programme['elements'] {
  const known = elementsByArchitecture.get(architecture);
  if (known) return known;
  const elements = countedElements(programmeOf(architecture, { draw: 0 }));
  elementsByArchitecture.set(architecture, elements);
  return elements;
}

/** The table from its rows, in any order; draws that were not flown are left out, with their inputs. @param leftOutCount those that could not be */
export function jointTableOf(plan: JointPlan, rows: readonly JointRow[], leftOutCount = 0): JointTable {
  const byDraw = [...rows].sort((a, b) => a.draw - b.draw);
  const sampled = byDraw.filter(({ draw }) => draw > 0);
  const values = sampled.map(({ draw }) => valuesOf(plan.table, draw));
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
    raids: plan.raids,
    dates: plan.dates,
    elements: elementsOf(plan.architecture),
    missilesCount: plan.architecture.threats.reduce((sum, { count }) => sum + count, 0),
    inputs,
    cells: [best?.cells ?? plan.dates.map(() => undefined), ...sampled.map(({ cells }) => cells)],
    complete: [best?.complete, ...sampled.map(({ complete }) => complete)],
  };
}

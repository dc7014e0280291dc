import type { Architecture } from '../flow/architecture.ts';
import type { JointCell, JointInput, JointTable } from '../flow/joint.ts';
import { warheadsThrough } from '../flow/outcomes.ts';
import type { Programme } from '../flow/programme.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { type DrawTable, drawnArchitecture, drawTable, valuesOf } from '../programme/drawn-architecture.ts';
import { monthOf } from '../programme/month-of.ts';
import { programmeOf } from '../programme/programme.ts';
import { type Memory, newMemory, runTrial } from './drive.ts';
import { countedElements, forceOn, type Standing, standingOn } from './force-by-date.ts';
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
 * @throws InputError where the numbers of the draw make no architecture that can be flown
 */
export function jointDraw(plan: JointPlan, draw: number, onRaid?: () => void): JointRow {
  const architecture = drawnArchitecture(plan.architecture, plan.table, draw);
  const programme = programmeOf(architecture, { draw });
  const prepared = prepare(architecture);
  const memory = newMemory();
  const fly = (standing: Standing | undefined, spentMusd: number, counts: number[]) =>
    cellOf(standing ? { ...prepared, force: forceOn(prepared.force, standing) } : prepared, memory, {
      first: draw * plan.raids,
      raids: plan.raids,
      spentMusd,
      standingCounts: counts,
      onRaid,
    });
  const cells = plan.dates.map((date) => {
    const month = monthOf(plan.architecture, date);
    const spent = plan.isPriced ? spentUntil(programme, month) : Number.NaN;
    const standing = standingOn(architecture, programme, { date, month });
    return fly(standing, spent, standing.counts);
  });
  const totalMusd = plan.isPriced ? costOf(architecture).totalMusd : Number.NaN;
  return {
    draw,
    cells,
    complete: fly(
      undefined,
      totalMusd,
      countedElements(programme).map(({ targetCount }) => targetCount),
    ),
  };
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

interface CellPlan {
  first: number;
  raids: number;
  spentMusd: number;
  standingCounts: number[];
  onRaid?: () => void;
}

function cellOf(prepared: Prepared, memory: Memory, plan: CellPlan): JointCell {
  const cell: JointCell = {
    raids: plan.raids,
    noLeakerCount: 0,
    leakerCount: 0,
    leakerSquares: 0,
    spentMusd: plan.spentMusd,
    standingCounts: plan.standingCounts,
  };
  for (let raid = 0; raid < plan.raids; raid++) {
    const leakers = warheadsThrough(runTrial(prepared, plan.first + raid, memory));
    if (leakers === 0) cell.noLeakerCount++;
    cell.leakerCount += leakers;
    cell.leakerSquares += leakers * leakers;
    plan.onRaid?.();
  }
  return cell;
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

/** The table from its rows, in any order; draws that were not flown are left out, with their inputs. */
export function jointTableOf(plan: JointPlan, rows: readonly JointRow[]): JointTable {
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
    raids: plan.raids,
    dates: plan.dates,
    elements: elementsOf(plan.architecture),
    missilesCount: plan.architecture.threats.reduce((sum, { count }) => sum + count, 0),
    inputs,
    cells: [best?.cells ?? plan.dates.map(() => undefined), ...sampled.map(({ cells }) => cells)],
    complete: [best?.complete, ...sampled.map(({ complete }) => complete)],
  };
}

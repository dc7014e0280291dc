import type { Highs } from 'highs';
import type { PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import { addColumn, addRow, type MilpSolution, type SolveOptions, solveMilp } from '../milp.ts';
import { lossOf } from './plan-loss.ts';
import { mixOf, setMoney } from './plan-mix.ts';
import { type PlanProgramme, type ProgrammeOptions, planProgramme } from './plan-programme.ts';
import { caseShort, limitBaseShort, limitShort, minimise } from './plan-short.ts';
import { MUSD } from './plan-terms.ts';
import { addShareRules, functionParts, indexTangents, type ShareRules } from './rules.ts';

/** How near to the proved bound a mix is, as a ratio of its cost and in billions of dollars. */
export const GAP: SolveOptions = { gapRatio: 2e-4, gap: 0.05 };
const INDEX_ROUNDS = 40;
/** Fleet-years more than the least from which a loss case counts as not met. */
const MISSED_YR = 0.05;

export interface MixOptions extends Omit<ProgrammeOptions, 'cases' | 'isWhole'>, ShareRules {
  /** Loss cases that the mix has to stand; none: the cheapest mix with everybody in. */
  cases?: readonly number[];
  /**
   * What a year of a whole fleet counts that is missing of what a loss must leave, millions of dollars, by loss case. Without it as little is missing as can
   * be, whatever that costs.
   */
  shortMusdYr?: readonly number[];
}

/**
 * The cheapest mix of partners that builds what the scenario's own programme has standing, and keeps what is asked for after each loss.
 *
 * In phases: the least that must be missing with everybody in, the least that must be missing after the losses, then the least money
 * with no more missing than that. Where what is missing after losses has a price, the last two are one: the least of money and of what that comes to.
 * Loss cases come in one by one as the mix so far fails them.
 *
 * @returns with the loss cases that it was held to
 */
export function cheapestPlan(highs: Highs, model: PlanModel, options: MixOptions = {}): PlanMix & { held: number[] } {
  const asked = options.cases ?? [];
  const held: number[] = asked.length > 0 ? [hardestLoss(model, asked)] : [];
  let isWhole = asked.length === 0; // the linear relaxation finds most of the cases that decide, at a twentieth of the time
  for (;;) {
    const mix = planWith(highs, model, { ...options, cases: held, isWhole });
    const missed = mix.status === 'optimal' ? missedCases(highs, model, { mix, options, held }) : [];
    held.push(...missed);
    if (missed.length > 0) continue;
    if (isWhole) return { ...mix, held };
    isWhole = true;
  }
}

/** Most cases that come in at once. */
const AT_ONCE = 3;

/** Loss cases that a mix fails though another would not, the worst first; where what is missing has a price, those that come to more than the gap. */
function missedCases(
  highs: Highs,
  model: PlanModel,
  { mix, options, held }: { mix: PlanMix; options: MixOptions; held: readonly number[] },
): number[] {
  const short = (options.cases ?? [])
    .filter((c) => !held.includes(c))
    .map((c) => ({ c, shortYr: lossOf(highs, model, mix, c).shortYr }));
  const { shortMusdYr } = options;
  if (shortMusdYr)
    return short.filter(({ c, shortYr }) => shortYr * shortMusdYr[c] * MUSD > GAP.gap!).map(({ c }) => c);
  return short
    .filter(({ c, shortYr }) => shortYr > MISSED_YR && shortYr > leastShort(highs, model, options, c) + MISSED_YR)
    .sort((a, b) => b.shortYr - a.shortYr)
    .slice(0, AT_ONCE)
    .map(({ c }) => c);
}

/** How far a share of today may move, so that whole periods fit. */
const NEAR = 0.02;

/** The scenario as it is: its makers with their shares, its vehicles. */
export function todayOptions({ makers, vehicles }: PlanModel): MixOptions {
  return {
    makers: makers.map(({ todayFraction }) => todayFraction > 0),
    vehicles: vehicles.map(({ isListed }) => isListed),
    leastFraction: makers.map(({ todayFraction }) => Math.max(0, todayFraction - NEAR)),
    mostFraction: makers.map(({ todayFraction }) => Math.min(1, todayFraction + NEAR)),
  };
}

/** The cheapest programme of those whom the scenario names, none of them kept warm. */
export function todayMix(highs: Highs, model: PlanModel): PlanMix {
  return cheapestPlan(highs, { ...model, warmFraction: 0 }, todayOptions(model));
}

/** The loss that takes most of what can be built and lifted. */
export function hardestLoss({ makers, vehicles }: PlanModel, asked: readonly number[]): number {
  const lost = (c: number) =>
    [...makers, ...vehicles].reduce((sum, { leftFraction }) => sum + (1 - leftFraction[c]), 0) +
    vehicles.reduce((sum, { leftFraction, launches }) => sum + (1 - leftFraction[c]) * launches.at(-1)!, 0);
  return asked.reduce((most, c) => (lost(c) > lost(most) ? c : most), asked[0]);
}

/** Fleet-years that are missing with everybody in, whatever the mix. */
export function leastBaseShort(highs: Highs, model: PlanModel, options: MixOptions): number {
  const { milp, short } = planProgramme(model, { ...options, cases: [], isWhole: false });
  minimise(milp, short.flat());
  return solveMilp(highs, milp).objective * model.stepYr;
}

/** Fleet-years that no mix could save in one case. */
export function leastShort(highs: Highs, model: PlanModel, options: MixOptions, c: number): number {
  const programme = planProgramme(model, { ...options, cases: [c], isWhole: false });
  limitBaseShort(highs, model, programme);
  minimise(programme.milp, caseShort(programme.cases[0]));
  return solveMilp(highs, programme.milp).objective * model.stepYr;
}

interface Planned extends MixOptions {
  cases: readonly number[];
  isWhole: boolean;
}

function planWith(highs: Highs, model: PlanModel, options: Planned): PlanMix {
  const programme = moneyProgramme(highs, model, options);
  if (!programme) return noMix(model);
  const cheapest = solveInIndex(highs, model, programme, options.maxHerfindahlIndex);
  if (cheapest.status === 'infeasible') return noMix(model);
  if (!options.isWhole) return mixOf(model, programme, cheapest);
  const { columns } = nearestToToday(highs, model, programme, cheapest, options.maxHerfindahlIndex);
  return mixOf(model, programme, { ...cheapest, columns });
}

/** Cost of the cheapest mix where parts of partners can be taken in: a little below that of {@link cheapestPlan}, at a twentieth of the time. */
export function relaxedMusd(
  highs: Highs,
  model: PlanModel,
  options: MixOptions & { cases: readonly number[] },
): number {
  return planWith(highs, model, { ...options, isWhole: false }).costMusd;
}

/** Where the rules leave no mix. */
function noMix({ makers, vehicles, fleets, periodCount }: PlanModel): PlanMix {
  const none = (count: number) => new Array<number>(count).fill(0);
  return {
    status: 'infeasible',
    costMusd: Number.NaN,
    boundMusd: Number.NaN,
    gapRatio: Number.NaN,
    makerFraction: none(makers.length),
    takenMakers: makers.map(() => false),
    launchCounts: none(vehicles.length),
    takenVehicles: vehicles.map(() => false),
    standing: fleets.map(() => none(periodCount)),
    built: makers.map(() => none(periodCount)),
    launched: vehicles.map(() => fleets.map(() => none(periodCount))),
    makerMusd: none(makers.length),
    vehicleMusd: none(vehicles.length),
  };
}

/** The programme whose least is the money of a mix, with no more missing than must be; undefined where the rules leave none. */
export function moneyProgramme(
  highs: Highs,
  model: PlanModel,
  options: MixOptions & { cases: readonly number[]; isWhole?: boolean },
): PlanProgramme | undefined {
  const { isWhole = true } = options;
  const programme = planProgramme(model, { ...options, isWhole });
  const { milp } = programme;
  addShareRules(model, programme, options);
  const whole = [...milp.isInteger];
  milp.isInteger.fill(false);
  const { shortMusdYr } = options;
  const short = [programme.short.flat(), ...(shortMusdYr ? [] : [programme.cases.flatMap(caseShort)])];
  for (const columns of short) if (columns.length > 0 && !limitShort(highs, model, milp, columns)) return undefined;
  milp.isInteger.splice(0, whole.length, ...whole);
  setMoney(model, programme);
  if (shortMusdYr)
    for (const each of programme.cases)
      for (const column of caseShort(each)) milp.cost[column] = shortMusdYr[each.case] * model.stepYr * MUSD;
  return programme;
}

/** Money over the least, millions of dollars, within which mixes count as equal. */
export const TIE_MUSD = 50;

/**
 * Of the mixes that cost the same, that which changes least of today's shares: a tie between makers is no finding.
 *
 * Whatever is whole or nothing stays; the rest is linear.
 */
function nearestToToday(
  highs: Highs,
  model: PlanModel,
  programme: PlanProgramme,
  { columns, objective }: MilpSolution,
  limit: number | undefined,
): MilpSolution {
  const { milp, built } = programme;
  const money = milp.cost.flatMap((cost, column): [number, number][] => (cost === 0 ? [] : [[column, cost]]));
  addRow(milp, 'money', Number.NEGATIVE_INFINITY, objective + TIE_MUSD * MUSD, money);
  milp.isInteger.forEach((isWhole, column) => {
    if (!isWhole) return;
    milp.lower[column] = Math.round(columns[column]);
    milp.upper[column] = milp.lower[column];
  });
  milp.isInteger.fill(false);
  milp.cost.fill(0);
  model.makers.forEach(({ fleet, todayFraction }, o) => {
    const own = new Set(built[o]);
    const all = model.makers.flatMap((other, i) => (other.fleet === fleet ? built[i] : []));
    const apart = addColumn(milp, 1, 0, Number.POSITIVE_INFINITY);
    const away = all.map((column): [number, number] => [column, (own.has(column) ? 1 : 0) - todayFraction]);
    addRow(milp, `above today ${o}`, Number.NEGATIVE_INFINITY, 0, [...away, [apart, -1]]);
    addRow(milp, `below today ${o}`, 0, Number.POSITIVE_INFINITY, [...away, [apart, 1]]);
  });
  const near = solveInIndex(highs, model, programme, limit);
  return near.status === 'optimal' ? near : { ...near, columns };
}

/** Solves, and adds tangents until the index of every function is inside its limit. */
function solveInIndex(
  highs: Highs,
  model: PlanModel,
  programme: PlanProgramme,
  limit: number | undefined,
): MilpSolution {
  const parts = functionParts(model, programme);
  for (let round = 0; ; round++) {
    const solved = solveMilp(highs, programme.milp, GAP);
    if (limit === undefined || solved.status === 'infeasible' || round === INDEX_ROUNDS) return solved;
    const tangents = indexTangents(parts, limit, solved.columns);
    if (tangents.length === 0) return solved;
    for (const { id, terms } of tangents) addRow(programme.milp, `index ${id}`, 0, Number.POSITIVE_INFINITY, terms);
  }
}

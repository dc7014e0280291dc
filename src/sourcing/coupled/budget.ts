import type { Highs } from 'highs';
import type { Architecture } from '../../flow/architecture.ts';
import type { BudgetAnswer, PlanModel } from '../../flow/partner-plan.ts';
import { costOf } from '../../programme/cost.ts';
import { programmeOf } from '../../programme/programme.ts';
import { addRow, solveMilp } from '../milp.ts';
import { mixOf, setMoney, standingTerms } from './plan-mix.ts';
import { planProgramme } from './plan-programme.ts';
import { limitBaseShort } from './plan-short.ts';
import { MUSD } from './plan-terms.ts';

/**
 * The largest layer of interceptors in space that stands on a day for a price, all else of the scenario standing as its own programme
 * has it.
 *
 * The size of the layer, who makes it and what lifts it are free, up to the size that the scenario states. Counted is what is built and
 * lifted until the day, with the qualification of those who are taken in, and beside it what the programme pays until then for
 * everything else: sensors and interceptors on the ground, services, software, development, operations. Units are counted in the period in
 * which they are lifted, not when they are ordered.
 *
 * @param untilYr years after the start
 * @returns undefined where the scenario has no interceptors in space
 */
export function bestForBudget(
  highs: Highs,
  architecture: Architecture,
  model: PlanModel,
  { budgetMusd, untilYr }: { budgetMusd: number; untilYr: number },
): BudgetAnswer | undefined {
  const layer = model.fleets.findIndex(({ functionId }) => functionId === 'space-interceptors');
  if (layer < 0) return undefined;
  const until = Math.max(1, Math.min(model.periodCount, Math.round(untilYr / model.stepYr)));
  const free: PlanModel = {
    ...model,
    yearlyMusd: undefined,
    warmFraction: 0, // no rate is kept after the day
    fleets: model.fleets.map((fleet, f) => ({
      ...fleet,
      standingFraction: fleet.standingFraction.map((share, t) => (f === layer || t >= until ? 0 : share)),
    })),
  };
  const otherMusd = otherMoney(architecture, model, untilYr);
  const programme = planProgramme(free, { cases: [], isWhole: true });
  const { milp } = programme;
  const whole = [...milp.isInteger];
  milp.isInteger.fill(false);
  limitBaseShort(highs, free, programme);
  setMoney(free, programme);
  const late = new Set([
    ...programme.built.flatMap((byTime) => byTime.slice(until)),
    ...programme.flown.flatMap((byFleet) => byFleet.flatMap((byTime) => byTime.slice(until))),
  ]);
  for (const column of late) if (column >= 0) milp.upper[column] = 0;
  const money = milp.cost.flatMap((cost, column): [number, number][] => (cost === 0 ? [] : [[column, cost]]));
  const rest = solveMilp(highs, milp).objective / MUSD;
  const left = budgetMusd - otherMusd;
  const answer = { budgetMusd, untilYr, otherMusd, restMusd: rest, layer };
  if (rest > left) return { ...answer, standingFraction: 0, paidMusd: otherMusd + rest };
  addRow(milp, 'budget', Number.NEGATIVE_INFINITY, left * MUSD, money);
  milp.isInteger.splice(0, whole.length, ...whole);
  milp.cost.fill(0);
  const standing = standingTerms(free, programme.built, layer, until - 1);
  addRow(milp, 'size of the layer', Number.NEGATIVE_INFINITY, 1, standing);
  for (const [column, alive] of standing) milp.cost[column] = -alive;
  const solved = solveMilp(highs, milp, { gapRatio: 1e-3 });
  const mix = mixOf(free, programme, solved);
  const paid = money.reduce((sum, [column, cost]) => sum + cost * solved.columns[column], 0) / MUSD;
  return { ...answer, standingFraction: Math.max(0, -solved.objective), paidMusd: otherMusd + paid, mix };
}

/** What the programme of the scenario pays until a day for all that is not built or lifted of the fleets. */
function otherMoney(architecture: Architecture, { fleets }: PlanModel, untilYr: number): number {
  const inFleets = new Set(fleets.flatMap(({ elements }) => elements));
  const paidBy = (byYear: readonly number[]) =>
    byYear.reduce((sum, musd, year) => sum + musd * Math.min(1, Math.max(0, untilYr - year)), 0);
  const { elements, years } = programmeOf(architecture, { draw: 0 });
  const others = elements.filter(({ id }) => !inFleets.has(id));
  const fleetMoney = costOf(architecture).elements.filter(({ id }) => inFleets.has(id));
  return (
    others.reduce((sum, { outlayYearMusd }) => sum + paidBy(outlayYearMusd), 0) +
    fleetMoney.reduce(
      (sum, { categoryMusd }) => sum + categoryMusd.development + (categoryMusd.operations * untilYr) / years,
      0,
    )
  );
}

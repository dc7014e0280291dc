import type { Highs } from 'highs';
import type { PlanLoss, PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import { newMilp, solveMilp } from '../milp.ts';
import { addCase, type Decided } from './plan-case.ts';
import { standingOf } from './plan-mix.ts';
import { caseShort, minimise } from './plan-short.ts';
import { isSpared, neededIn } from './plan-terms.ts';

/**
 * What a mix keeps after one loss when those that are left do their best: survivors at once, others after their delay.
 *
 * @returns what is missing is least over all fleets together, before what it costs
 */
export function lossOf(highs: Highs, model: PlanModel, mix: PlanMix, c: number): PlanLoss {
  const milp = newMilp();
  const columns = addCase(model, milp, decidedBy(mix), c);
  minimise(milp, caseShort(columns));
  const solved = solveMilp(highs, milp);
  const kept = columns.built.map((byTime) => byTime.map((column) => solved.columns[column]));
  const periods = model.periodCount - model.lossPeriod;
  return {
    case: c,
    shortYr: solved.objective * model.stepYr,
    ...(model.yearlyMusd && {
      moneyShortYr:
        solved.objective * model.stepYr - lossOf(highs, { ...model, yearlyMusd: undefined }, mix, c).shortYr,
    }),
    keptFraction: model.fleets.map((_, f) => {
      const after = mix.built.map((byTime, o) => [...byTime.slice(0, model.lossPeriod), ...kept[o]]);
      const standing = standingOf(model, after, f);
      return Array.from({ length: periods }, (_each, k) => {
        const t = model.lossPeriod + k;
        const whole = neededIn(model, f, t);
        return isSpared(model, f, c) || whole <= 0 ? 1 : Math.min(1, standing[t] / whole);
      });
    }),
  };
}

function decidedBy({ built, takenMakers, takenVehicles }: PlanMix): Decided {
  return {
    built: (o, s) => ({ value: built[o][s] }),
    takenMaker: (o) => ({ value: takenMakers[o] ? 1 : 0 }),
    takenVehicle: (v) => ({ value: takenVehicles[v] ? 1 : 0 }),
  };
}

import type { PlanMaker, PlanModel } from '../../flow/partner-plan.ts';
import { aliveAfter, existingIn, neededIn, range } from './plan-terms.ts';

/**
 * What each further maker of an order costs, as a share of the whole order: learning that neither has.
 *
 * On a cumulative-average curve of slope S the two halves of an order cost 1/S times the whole, so a maker costs 1/S - 1 of it whatever its share, and the rest
 * by share: exact for one maker and for two alike, and dearer than the
 * curve for small shares, by at most six percent of the order down to a tenth.
 *
 * @param learningRatio price ratio at each doubling of quantity, 0.5 to 1
 * @source wright-1936, Factors affecting the cost of airplanes
 */
export function furtherMakerRatio(learningRatio: number): number {
  return 1 / learningRatio - 1;
}

/**
 * The programme with learning in the price of each maker: who is taken in costs a part of the whole order, and each unit that much less.
 *
 * One maker alone pays what it did before. Learning begins anew with each set of a fleet, as in the price that `run` pays. Fleets with one maker
 * stay as they are.
 *
 * @param ratioOf slope by fleet; undefined: none
 */
export function withLearning(model: PlanModel, ratioOf: (f: number) => number | undefined): PlanModel {
  const learn = (maker: PlanMaker): PlanMaker => {
    const { fleet } = maker;
    const ratio = ratioOf(fleet);
    if (ratio === undefined || ratio >= 1) return maker;
    if (model.makers.filter((each) => each.fleet === fleet).length < 2) return maker;
    const part = furtherMakerRatio(ratio);
    return {
      ...maker,
      fleetMusd: maker.fleetMusd * (1 - part),
      fixedMusd: maker.fixedMusd + part * maker.fleetMusd * leastBuilt(model, fleet),
    };
  };
  return { ...model, makers: model.makers.map(learn) };
}

/** Shares of a fleet that are built where each period builds just what it lacks. */
function leastBuilt(model: PlanModel, f: number): number {
  const { lifeYr } = model.fleets[f];
  const built: number[] = [];
  for (const t of range(model.periodCount)) {
    const alive = built.reduce(
      (sum, share, s) => sum + share * aliveAfter(model, lifeYr, t - s),
      existingIn(model, f, t),
    );
    built.push(Math.max(0, neededIn(model, f, t) - alive));
  }
  return built.reduce((sum, share) => sum + share, 0);
}

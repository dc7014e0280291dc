import type { PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import { sum } from '../../num/sum.ts';
import type { MilpSolution } from '../milp.ts';
import type { PlanProgramme } from './plan-programme.ts';
import { aliveAfter, existingIn, launchMusd, MUSD } from './plan-terms.ts';

/** Of makers who cost the same, those of today are taken in first: a newcomer counts as this much dearer, millions of dollars. */
const NEWCOMER_MUSD = 1;
/** Money of what is built, lifted and qualified with everybody in, in billions of dollars. */
export function setMoney(model: PlanModel, { milp, built, flown, takenMakers, takenVehicles }: PlanProgramme): void {
  milp.cost.fill(0);
  model.makers.forEach(({ fleetMusd, fixedMusd, todayFraction }, o) => {
    for (const column of built[o]) milp.cost[column] = fleetMusd * MUSD;
    milp.cost[takenMakers[o]] = (fixedMusd + (todayFraction > 0 || fixedMusd === 0 ? 0 : NEWCOMER_MUSD)) * MUSD;
  });
  model.vehicles.forEach(({ fixedMusd }, v) => {
    flown[v].forEach((byTime, f) => {
      for (const column of byTime) if (column >= 0) milp.cost[column] = launchMusd(model, v, f) * MUSD;
    });
    milp.cost[takenVehicles[v]] = fixedMusd * MUSD;
  });
}

/** Above this a partner is taken in; in the relaxation a part of one counts as one. */
const TAKEN = 1e-6;

export function mixOf(
  model: PlanModel,
  programme: PlanProgramme,
  { status, columns, objective, bound }: MilpSolution,
): PlanMix {
  const value = (column: number) => (column < 0 ? 0 : tidy(columns[column]));
  const built = programme.built.map((byTime) => byTime.map(value));
  const launched = programme.flown.map((byFleet) => byFleet.map((byTime) => byTime.map(value)));
  const ofFleet = model.fleets.map((_, f) =>
    sum(model.makers.flatMap(({ fleet }, o) => (fleet === f ? built[o] : []))),
  );
  const takenMakers = programme.takenMakers.map((column) => value(column) > TAKEN);
  const launchCounts = launched.map((byFleet) => sum(byFleet.flat()));
  return {
    status,
    costMusd: objective / MUSD,
    boundMusd: bound / MUSD,
    gapRatio: Math.abs(objective - bound) / Math.max(1e-9, Math.abs(objective)),
    makerFraction: built.map((byTime, o) => sum(byTime) / Math.max(1e-9, ofFleet[model.makers[o].fleet])),
    takenMakers,
    launchCounts,
    takenVehicles: programme.takenVehicles.map((column) => value(column) > TAKEN),
    standing: model.fleets.map((_, f) => standingOf(model, built, f)),
    built,
    launched,
    makerMusd: model.makers.map(
      ({ fleetMusd, fixedMusd }, o) => sum(built[o]) * fleetMusd + (takenMakers[o] ? fixedMusd : 0),
    ),
    vehicleMusd: model.vehicles.map(
      ({ fixedMusd }, v) =>
        sum(launched[v].map((byTime, f) => sum(byTime) * (byTime.length > 0 ? launchMusd(model, v, f) : 0))) +
        (value(programme.takenVehicles[v]) > TAKEN ? fixedMusd : 0),
    ),
  };
}

/** Columns of what is built of a fleet up to a period, with the share that still stands at its end. */
export function standingTerms(model: PlanModel, built: readonly number[][], f: number, t: number): [number, number][] {
  const { lifeYr } = model.fleets[f];
  return model.makers.flatMap(({ fleet }, o) =>
    fleet === f
      ? built[o].slice(0, t + 1).map((column, s): [number, number] => [column, aliveAfter(model, lifeYr, t - s)])
      : [],
  );
}

/** Share of a fleet that stands at the end of each period. */
export function standingOf(model: PlanModel, built: readonly number[][], f: number): number[] {
  const { lifeYr } = model.fleets[f];
  return Array.from({ length: model.periodCount }, (_, t) => {
    let standing = existingIn(model, f, t);
    model.makers.forEach(({ fleet }, o) => {
      if (fleet !== f) return;
      for (let s = 0; s <= t; s++) standing += built[o][s] * aliveAfter(model, lifeYr, t - s);
    });
    return standing;
  });
}

const tidy = (value: number) => (Math.abs(value) < 1e-9 ? 0 : value);

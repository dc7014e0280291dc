import type { PlanModel } from '../../flow/partner-plan.ts';
import { addRow, type Milp } from '../milp.ts';

/** Money in the programme is in billions of dollars, so that no cost is far from one. */
export const MUSD = 1e-3;

/** Share of the whole of a fleet that a maker makes in a period once it is taken in at the start. */
export function madeIn({ makers, stepYr }: PlanModel, o: number, t: number): number {
  const { fromYr, rampYr, perYr, goesOnFraction } = makers[o];
  return perYr * stepYr * rampedAt((t + 0.5) * stepYr - fromYr, rampYr) * (goesOnFraction?.[t] ?? 1);
}

/** Share of a rate that is reached some time after its start: rises evenly over the ramp. */
export function rampedAt(sinceYr: number, rampYr: number): number {
  if (sinceYr <= 0) return 0;
  return rampYr > 0 ? Math.min(1, sinceYr / rampYr) : 1;
}

/** Share of a fleet that is asked for at the end of a period. */
export function neededIn({ fleets }: PlanModel, f: number, t: number): number {
  return fleets[f].standingFraction[t];
}

/** Share of a fleet that flew at the start and still does at the end of a period: worn out evenly over a life. */
export function existingIn({ fleets, stepYr }: PlanModel, f: number, t: number): number {
  const { existingFraction, lifeYr } = fleets[f];
  return existingFraction * Math.max(0, 1 - ((t + 1) * stepYr) / lifeYr);
}

/** Share of what was built in a period that is not worn out some periods later. */
export function aliveAfter({ stepYr }: PlanModel, lifeYr: number, periods: number): number {
  if (periods < 0) return 0;
  return Math.max(0, Math.min(1, lifeYr / stepYr - periods));
}

/** What is built in a period is lifted in it. */
export function addLifts(
  { fleets, makers, vehicles }: PlanModel,
  milp: Milp,
  built: readonly number[][],
  flown: readonly number[][][],
): void {
  fleets.forEach(({ unitCount, isLifted }, f) => {
    if (!isLifted) return;
    const own = makers.flatMap(({ fleet }, o) => (fleet === f ? [o] : []));
    const periods = built[0]?.length ?? 0;
    for (let t = 0; t < periods; t++)
      addRow(milp, `lift ${f} ${t}`, 0, 0, [
        ...own.map((o) => [built[o][t], 1] as const),
        ...vehicles.flatMap(({ perLaunch }, v) =>
          perLaunch[f] > 0 ? [[flown[v][f][t], -perLaunch[f] / unitCount] as const] : [],
        ),
      ]);
  });
}

/** Shares of a fleet that are built over all periods where what stands is just what is asked for. */
export function wholeNeed(model: PlanModel, f: number): number {
  const { lifeYr, standingFraction, existingFraction } = model.fleets[f];
  const worn = standingFraction.reduce((sum, share) => sum + (share * model.stepYr) / lifeYr, 0);
  return Math.max(0, worn + standingFraction.at(-1)! - existingFraction);
}

/** Whether a service of the same function that the scenario has goes on in a case, so that nothing is asked of the fleet. */
export function isSpared({ fleets }: PlanModel, f: number, c: number): boolean {
  return fleets[f].sparedIn[c] ?? false;
}

/** Price of a launch that arrives, with the units that are lost with those that do not. */
export function launchMusd({ vehicles, makers, fleets }: PlanModel, v: number, f: number): number {
  const { launchMusd: price, perLaunch, lostFraction } = vehicles[v];
  const unitMusd = makers.find(({ fleet }) => fleet === f)!.fleetMusd / fleets[f].unitCount;
  return price + (perLaunch[f] * unitMusd * lostFraction) / (1 - lostFraction);
}

/** Units and launches of a period with their prices, in billions of dollars; periods are those of the columns. */
export function paidTerms(
  model: PlanModel,
  { built, flown }: { built: readonly number[][]; flown: readonly number[][][] },
  t: number,
): [number, number][] {
  return [
    ...model.makers.map(({ fleetMusd }, o): [number, number] => [built[o][t], fleetMusd * MUSD]),
    ...flown.flatMap((byFleet, v) =>
      byFleet.flatMap((byTime, f): [number, number][] =>
        byTime[t] >= 0 ? [[byTime[t], launchMusd(model, v, f) * MUSD]] : [],
      ),
    ),
  ];
}

/** Most money in the period, in millions; Infinity: no limit. */
export function moneyIn({ yearlyMusd, stepYr }: PlanModel, t: number): number {
  return (yearlyMusd?.[t] ?? Number.POSITIVE_INFINITY) * stepYr;
}

/** Whole numbers from 0. */
export const range = (count: number) => Array.from({ length: count }, (_, i) => i);

import type { PlanModel } from '../../flow/partner-plan.ts';
import { addColumn, addRow, type Milp } from '../milp.ts';
import {
  addLifts,
  aliveAfter,
  existingIn,
  isSpared,
  MUSD,
  madeIn,
  moneyIn,
  neededIn,
  paidTerms,
  rampedAt,
  range,
} from './plan-terms.ts';

/** Columns of the programme after one loss; periods count from the loss. */
export interface CaseColumns {
  case: number;
  /** [maker] [period] share of its fleet built. */
  built: number[][];
  /** [vehicle] [fleet] [period] launches that arrive; -1: it cannot carry the fleet. */
  flown: number[][][];
  lateMakers: number[];
  lateVehicles: number[];
  /** [fleet] [period] share below what is asked for. */
  short: number[][];
}

/** What was decided before a loss: columns of the same programme, or numbers. */
export interface Decided {
  /** Of a maker in a period. */
  built: (o: number, s: number) => Term;
  takenMaker: (o: number) => Term;
  takenVehicle: (v: number) => Term;
}
export type Term = { column: number } | { value: number };

/** A row whose terms may be numbers: they move to the other side. */
function addMixedRow(
  milp: Milp,
  name: string,
  [lower, upper]: readonly [number, number],
  terms: readonly (readonly [Term, number])[],
): void {
  let known = 0;
  const open: [number, number][] = [];
  for (const [term, factor] of terms) {
    if ('column' in term) open.push([term.column, factor]);
    else known += term.value * factor;
  }
  addRow(milp, name, lower - known, upper - known, open);
}

/** Columns and rows of what follows a loss. */
export function addCase(model: PlanModel, milp: Milp, decided: Decided, c: number): CaseColumns {
  const { makers, vehicles, fleets, lossPeriod, periodCount, stepYr } = model;
  const after = range(periodCount - lossPeriod);
  const free = (left: number) => (left > 0 ? Number.POSITIVE_INFINITY : 0);
  const built = makers.map(({ leftFraction }) => after.map(() => addColumn(milp, 0, 0, free(leftFraction[c]))));
  const flown = vehicles.map(({ perLaunch, leftFraction }) =>
    perLaunch.map((per) => after.map(() => (per > 0 ? addColumn(milp, 0, 0, free(leftFraction[c])) : -1))),
  );
  const lateMakers = makers.map(() => addColumn(milp, 0, 0, 1));
  const lateVehicles = vehicles.map(() => addColumn(milp, 0, 0, 1));
  const short = fleets.map(() => after.map(() => addColumn(milp, 0, 0, 1)));
  addLifts(model, milp, built, flown);
  vehicles.forEach(({ launches, leftFraction, delayYr }, v) => {
    const late = { column: lateVehicles[v] };
    addMixedRow(milp, `either vehicle ${c} ${v}`, UP_TO_ONE, [
      [decided.takenVehicle(v), 1],
      [late, 1],
    ]);
    for (const k of after) {
      const capacity = leftFraction[c] * launches[lossPeriod + k];
      const isReady = (k + 0.5) * stepYr >= delayYr;
      addMixedRow(milp, `launches after ${c} ${v} ${k}`, UP_TO_NONE, [
        ...flown[v].flatMap((byTime) => (byTime[k] >= 0 ? [[{ column: byTime[k] }, 1] as const] : [])),
        [decided.takenVehicle(v), -capacity],
        [late, isReady ? -capacity : 0],
      ]);
    }
  });
  makers.forEach(({ leftFraction, delayYr, rampYr, perYr }, o) => {
    const late = { column: lateMakers[o] };
    addMixedRow(milp, `either maker ${c} ${o}`, UP_TO_ONE, [
      [decided.takenMaker(o), 1],
      [late, 1],
    ]);
    for (const k of after)
      addMixedRow(milp, `rate after ${c} ${o} ${k}`, UP_TO_NONE, [
        [{ column: built[o][k] }, 1],
        [decided.takenMaker(o), -leftFraction[c] * madeIn(model, o, lossPeriod + k)],
        [late, -leftFraction[c] * perYr * stepYr * rampedAt((k + 0.5) * stepYr - delayYr, rampYr)],
      ]);
  });
  for (const k of after)
    if (moneyIn(model, lossPeriod + k) < Number.POSITIVE_INFINITY)
      addRow(
        milp,
        `money after ${c} ${k}`,
        Number.NEGATIVE_INFINITY,
        moneyIn(model, lossPeriod + k) * MUSD,
        paidTerms(model, { built, flown }, k),
      );
  fleets.forEach(({ lifeYr }, f) => {
    for (const k of after) {
      const t = lossPeriod + k;
      const terms: [Term, number][] = [[{ column: short[f][k] }, 1]];
      makers.forEach(({ fleet }, o) => {
        if (fleet !== f) return;
        for (let s = 0; s <= t; s++) {
          const alive = aliveAfter(model, lifeYr, t - s);
          if (alive > 0)
            terms.push([s < lossPeriod ? decided.built(o, s) : { column: built[o][s - lossPeriod] }, alive]);
        }
      });
      const needed = isSpared(model, f, c) ? 0 : model.lossFraction * neededIn(model, f, t);
      addMixedRow(milp, `kept ${c} ${f} ${k}`, [needed - existingIn(model, f, t), Number.POSITIVE_INFINITY], terms);
    }
  });
  return { case: c, built, flown, lateMakers, lateVehicles, short };
}

const UP_TO_ONE = [Number.NEGATIVE_INFINITY, 1] as const;
const UP_TO_NONE = [Number.NEGATIVE_INFINITY, 0] as const;

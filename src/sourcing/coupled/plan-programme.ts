import type { PlanModel } from '../../flow/partner-plan.ts';
import { addColumn, addRow, type Milp, newMilp } from '../milp.ts';
import { addCase, type CaseColumns, type Decided } from './plan-case.ts';
import {
  addLifts,
  aliveAfter,
  existingIn,
  MUSD,
  madeIn,
  moneyIn,
  neededIn,
  paidTerms,
  range,
  wholeNeed,
} from './plan-terms.ts';

/** Least share of what is built of a fleet that a maker who is taken in beside others gets. */
export const LEAST_PART = 0.1;
export interface PlanProgramme {
  milp: Milp;
  built: number[][];
  flown: number[][][];
  takenMakers: number[];
  takenVehicles: number[];
  short: number[][];
  cases: CaseColumns[];
}

export interface ProgrammeOptions {
  /** Positions of the loss cases that are in the programme. */
  cases: readonly number[];
  /** Whether what is taken in is all or nothing; else the linear relaxation. */
  isWhole: boolean;
  /** Makers and vehicles that may be taken in; all by default. */
  makers?: readonly boolean[];
  vehicles?: readonly boolean[];
  /** Share of everything built of its fleet that a maker gets at least and at most. */
  leastFraction?: readonly number[];
  mostFraction?: readonly number[];
  /** Makers and vehicles that must be taken in. */
  keep?: readonly boolean[];
  keepVehicles?: readonly boolean[];
}

/**
 * The programme of partners over periods: who builds and what lifts, before a loss and after each.
 *
 * Columns: share of a fleet that each maker builds in each period, launches of each vehicle for each fleet, who is taken in, and what is
 * missing. Rows: what is built is lifted; launches stay inside what the vehicle has left for all fleets together; a maker inside its
 * rate; what stands (built and not worn out) is as much as the scenario's own programme has standing, and after a loss the
 * share of it that is asked for. What was decided before the loss is the same in all cases; what follows is free, with those that are
 * left, and with others after their delay.
 *
 * Costs are zero: the caller sets what is to be least.
 */
export function planProgramme(model: PlanModel, options: ProgrammeOptions): PlanProgramme {
  const milp = newMilp();
  const { makers, vehicles, fleets, periodCount } = model;
  const times = range(periodCount);
  const built = makers.map(() => times.map(() => addColumn(milp, 0, 0, Number.POSITIVE_INFINITY)));
  const flown = vehicles.map(({ perLaunch }) =>
    perLaunch.map((per) => times.map(() => (per > 0 ? addColumn(milp, 0, 0, Number.POSITIVE_INFINITY) : -1))),
  );
  const may = (list: readonly boolean[] | undefined, i: number) => (list === undefined || list[i] ? 1 : 0);
  const takenMakers = makers.map(({ fixedMusd }, o) => {
    const most = may(options.makers, o);
    const least = fixedMusd === 0 || options.keep?.[o] ? most : 0; // a line that runs already costs nothing to have
    return addColumn(milp, 0, least, most, options.isWhole);
  });
  const takenVehicles = vehicles.map((_, v) =>
    addColumn(milp, 0, options.keepVehicles?.[v] ? 1 : 0, may(options.vehicles, v), options.isWhole),
  );
  const short = fleets.map(() => times.map(() => addColumn(milp, 0, 0, 1)));
  const programme: PlanProgramme = { milp, built, flown, takenMakers, takenVehicles, short, cases: [] };
  addLifts(model, milp, built, flown);
  vehicles.forEach(({ launches }, v) => {
    for (const t of times) {
      const own = flown[v].flatMap((byTime) => (byTime[t] >= 0 ? [[byTime[t], 1] as const] : []));
      addRow(milp, `launches ${v} ${t}`, Number.NEGATIVE_INFINITY, 0, [...own, [takenVehicles[v], -launches[t]]]);
      if (model.warmFraction > 0)
        addRow(milp, `warm ${v} ${t}`, 0, Number.POSITIVE_INFINITY, [
          ...own,
          [takenVehicles[v], -model.warmFraction * launches[t]],
        ]);
    }
  });
  makers.forEach((_, o) => {
    for (const t of times)
      addRow(milp, `rate ${o} ${t}`, Number.NEGATIVE_INFINITY, 0, [
        [built[o][t], 1],
        [takenMakers[o], -madeIn(model, o, t)],
      ]);
  });
  fleets.forEach((_, f) => {
    for (const t of times)
      addRow(milp, `standing ${f} ${t}`, neededIn(model, f, t) - existingIn(model, f, t), Number.POSITIVE_INFINITY, [
        ...builtAlive(model, built, f, t),
        [short[f][t], 1],
      ]);
    addParts(model, programme, f, options);
  });
  addMoney(model, programme);
  const decided: Decided = {
    built: (o, s) => ({ column: built[o][s] }),
    takenMaker: (o) => ({ column: takenMakers[o] }),
    takenVehicle: (v) => ({ column: takenVehicles[v] }),
  };
  for (const c of options.cases) programme.cases.push(addCase(model, milp, decided, c));
  return programme;
}

/** Terms of what was built of a fleet up to a period and still stands. */
function builtAlive(model: PlanModel, built: readonly number[][], f: number, t: number): [number, number][] {
  const { lifeYr } = model.fleets[f];
  const terms: [number, number][] = [];
  model.makers.forEach(({ fleet }, o) => {
    if (fleet !== f) return;
    for (let s = 0; s <= t; s++) {
      const alive = aliveAfter(model, lifeYr, t - s);
      if (alive > 0) terms.push([built[o][s], alive]);
    }
  });
  return terms;
}

/** Least and largest parts of a fleet by maker. */
function addParts(model: PlanModel, { milp, built, takenMakers }: PlanProgramme, f: number, options: ProgrammeOptions) {
  const own = model.makers.flatMap(({ fleet }, o) => (fleet === f ? [o] : []));
  const all = own.flatMap((o) => built[o]);
  const needed = wholeNeed(model, f);
  for (const o of own) {
    const mine = new Set(built[o]);
    const part = (fraction: number) =>
      all.map((column): [number, number] => [column, (mine.has(column) ? 1 : 0) - fraction]);
    const least = options.leastFraction?.[o] ?? 0;
    const most = options.mostFraction?.[o] ?? 1;
    if (least > 0) addRow(milp, `least part ${o}`, 0, Number.POSITIVE_INFINITY, part(least));
    if (most < 1) addRow(milp, `most part ${o}`, Number.NEGATIVE_INFINITY, 0, part(most));
    if (model.makers[o].fixedMusd > 0)
      addRow(milp, `part ${o}`, 0, Number.POSITIVE_INFINITY, [
        ...built[o].map((column): [number, number] => [column, 1]),
        [takenMakers[o], -Math.min(LEAST_PART * needed, 0.5 * mostMade(model, o))],
      ]);
  }
}

/** Share of a fleet that a maker could make over all periods. */
function mostMade(model: PlanModel, o: number): number {
  return range(model.periodCount).reduce((sum, t) => sum + madeIn(model, o, t), 0);
}

/** Money by period inside the limit, where there is one; what it costs to take somebody in is spread evenly over all periods. */
function addMoney(model: PlanModel, { milp, built, flown, takenMakers, takenVehicles }: PlanProgramme): void {
  const { makers, vehicles, periodCount } = model;
  if (!model.yearlyMusd) return;
  const fixed = [
    ...makers.map(({ fixedMusd }, o): [number, number] => [takenMakers[o], (fixedMusd * MUSD) / periodCount]),
    ...vehicles.map(({ fixedMusd }, v): [number, number] => [takenVehicles[v], (fixedMusd * MUSD) / periodCount]),
  ];
  for (const t of range(periodCount))
    if (moneyIn(model, t) < Number.POSITIVE_INFINITY)
      addRow(milp, `money ${t}`, Number.NEGATIVE_INFINITY, moneyIn(model, t) * MUSD, [
        ...fixed,
        ...paidTerms(model, { built, flown }, t),
      ]);
}

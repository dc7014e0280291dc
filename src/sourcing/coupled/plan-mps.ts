import type { Highs } from 'highs';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { withMilp } from '../milp.ts';
import type { PlanProgramme } from './plan-programme.ts';
import { type MixOptions, moneyProgramme } from './plan-search.ts';

/**
 * The programme of a mix as an MPS file, for another solver: its least objective is the cost of the mix in billions of dollars.
 *
 * The limits on what may be missing are in it as numbers, found by the phases before. A limit on the Herfindahl-Hirschman index is not: it
 * is met by rows that are added while it is solved.
 *
 * @param options `cases`: loss cases that the mix is held to
 * @throws RangeError where no mix meets the rules
 */
export function planMps(highs: Highs, model: PlanModel, options: MixOptions & { cases: readonly number[] }): string {
  const programme = moneyProgramme(highs, model, options);
  if (!programme) throw new RangeError('no mix meets the rules');
  return withMilp(highs, programme.milp, { columnNames: columnNames(model, programme) }, (open) => open.mps());
}

/** What each column is: letters, digits and marks, no blanks. */
export function columnNames(model: PlanModel, programme: PlanProgramme): string[] {
  const names = programme.milp.cost.map((_, column) => `c${column}`);
  const name = (column: number, ...words: (string | number)[]) => {
    if (column >= 0) names[column] = words.join('.').replaceAll(/[^A-Za-z0-9_.-]+/g, '_');
  };
  const { makers, vehicles, fleets, cases } = model;
  const all = (built: number[][], flown: number[][][], short: number[][], tag: string) => {
    built.forEach((byTime, o) => {
      byTime.forEach((column, t) => {
        name(column, `built${tag}`, makers[o].id, t);
      });
    });
    flown.forEach((byFleet, v) => {
      byFleet.forEach((byTime, f) => {
        byTime.forEach((column, t) => {
          name(column, `launches${tag}`, vehicles[v].id, fleets[f].id, t);
        });
      });
    });
    short.forEach((byTime, f) => {
      byTime.forEach((column, t) => {
        name(column, `missing${tag}`, fleets[f].id, t);
      });
    });
  };
  all(programme.built, programme.flown, programme.short, '');
  programme.takenMakers.forEach((column, o) => {
    name(column, 'taken', makers[o].id);
  });
  programme.takenVehicles.forEach((column, v) => {
    name(column, 'taken', vehicles[v].id);
  });
  for (const { case: c, built, flown, short, lateMakers, lateVehicles } of programme.cases) {
    const tag = `-without-${cases[c].roots.join('-')}`;
    all(built, flown, short, tag);
    lateMakers.forEach((column, o) => {
      name(column, `late${tag}`, makers[o].id);
    });
    lateVehicles.forEach((column, v) => {
      name(column, `late${tag}`, vehicles[v].id);
    });
  }
  return names;
}

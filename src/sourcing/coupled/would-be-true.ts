import type { Highs } from 'highs';
import type { PlanModel, WouldBeTrue } from '../../flow/partner-plan.ts';
import { addRow, solveMilp } from '../milp.ts';
import { type PlanProgramme, planProgramme } from './plan-programme.ts';
import { caseShort, limitBaseShort, minimise } from './plan-short.ts';

/** Fleet-years that may be missing where a partner counts as dispensable. */
const ENOUGH_YR = 0.02;
/** Changes beyond this factor are not told. */
const MOST = 10;
const STEPS = 12;

/**
 * What would have to be true for a loss to leave what is asked for: the least change of one number that is enough, everything else as
 * it is.
 *
 * Launches of each vehicle that is left, and of all of them together, times a factor; the mass of a unit of each fleet that falls short;
 * its service life. Everybody may be taken in from the start and whatever money it takes is there: what is told is physically enough, not
 * affordable.
 *
 * @param c loss case
 * @returns nothing where the loss already leaves enough; those that are enough within ten times, the smallest change first
 */
export function wouldBeTrue(highs: Highs, model: PlanModel, c: number): WouldBeTrue[] {
  const free = { ...model, warmFraction: 0, yearlyMusd: undefined };
  const now = leastMissing(highs, free, c);
  if (now.shortYr <= ENOUGH_YR) return [];
  const found: WouldBeTrue[] = [];
  const left = model.vehicles.flatMap(({ leftFraction }, v) => (leftFraction[c] > 0 ? [v] : []));
  const perYr = (v: number) => model.vehicles[v].launches.at(-1)! / model.stepYr;
  for (const v of left) {
    const ratio = leastLaunches(highs, free, c, [v]);
    const { id, name } = model.vehicles[v];
    if (ratio !== undefined)
      found.push({ what: 'launches', id, name, ratio, nowValue: perYr(v), neededValue: perYr(v) * ratio });
  }
  const together = left.length > 1 ? leastLaunches(highs, free, c, left) : undefined;
  if (together !== undefined)
    found.push({ what: 'all-launches', id: '', name: '', ratio: together, nowValue: 1, neededValue: together });
  for (const f of now.fleets) {
    const { id, name, lifeYr } = model.fleets[f];
    const lighter = least((factor) => withLighter(free, f, factor), highs, c);
    if (lighter !== undefined)
      found.push({ what: 'mass', id, name, ratio: lighter, nowValue: 1, neededValue: 1 / lighter });
    const longer = least((factor) => withLife(free, f, factor), highs, c);
    if (longer !== undefined)
      found.push({ what: 'life', id, name, ratio: longer, nowValue: lifeYr, neededValue: lifeYr * longer });
  }
  return found.sort((a, b) => a.ratio - b.ratio);
}

/**
 * Least factor on the launches of some vehicles that leaves enough: the column that takes a vehicle in is that factor when it may be
 * above one.
 */
function leastLaunches(highs: Highs, model: PlanModel, c: number, scaled: readonly number[]): number | undefined {
  const programme = everybodyIn(model, c);
  const { milp, takenVehicles } = programme;
  limitBaseShort(highs, model, programme);
  const short = caseShort(programme.cases[0]).map((column): [number, number] => [column, 1]);
  addRow(milp, 'enough', Number.NEGATIVE_INFINITY, ENOUGH_YR / model.stepYr, short);
  const [first] = scaled;
  for (const v of scaled) milp.upper[takenVehicles[v]] = MOST;
  for (const v of scaled.slice(1))
    addRow(milp, 'together', 0, 0, [
      [takenVehicles[v], 1],
      [takenVehicles[first], -1],
    ]);
  minimise(milp, [takenVehicles[first]]);
  const { status, objective } = solveMilp(highs, milp);
  return status === 'optimal' ? objective : undefined;
}

/** The programme of one loss with every maker and vehicle taken in, none of them late. */
function everybodyIn(model: PlanModel, c: number): PlanProgramme {
  const programme = planProgramme(model, {
    cases: [c],
    isWhole: false,
    keep: model.makers.map(() => true),
    keepVehicles: model.vehicles.map(() => true),
  });
  const [after] = programme.cases;
  for (const column of [...after.lateMakers, ...after.lateVehicles]) programme.milp.upper[column] = 0;
  for (const row of programme.milp.rows) if (row.name.startsWith('either')) row.upper = MOST;
  return programme;
}

/** Least factor that leaves enough, by halving; undefined where none up to the largest does. */
function least(changed: (factor: number) => PlanModel, highs: Highs, c: number): number | undefined {
  const isEnough = (factor: number) => leastMissing(highs, changed(factor), c).shortYr <= ENOUGH_YR;
  if (!isEnough(MOST)) return undefined;
  let low = 1;
  let high = MOST;
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** What is missing after a loss where everybody is in from the start, and the fleets that it is of. */
function leastMissing(highs: Highs, model: PlanModel, c: number): { shortYr: number; fleets: number[] } {
  const programme = everybodyIn(model, c);
  limitBaseShort(highs, model, programme);
  const { short } = programme.cases[0];
  minimise(programme.milp, short.flat());
  const { objective, columns } = solveMilp(highs, programme.milp);
  const isShort = (byTime: number[]) => byTime.some((column) => columns[column] > 0.005);
  return { shortYr: objective * model.stepYr, fleets: short.flatMap((byTime, f) => (isShort(byTime) ? [f] : [])) };
}

function withLighter(model: PlanModel, f: number, factor: number): PlanModel {
  return {
    ...model,
    vehicles: model.vehicles.map((vehicle) => ({
      ...vehicle,
      perLaunch: vehicle.perLaunch.map((per, each) => (each === f ? per * factor : per)),
    })),
  };
}

function withLife(model: PlanModel, f: number, factor: number): PlanModel {
  return {
    ...model,
    fleets: model.fleets.map((fleet, each) => (each === f ? { ...fleet, lifeYr: fleet.lifeYr * factor } : fleet)),
  };
}

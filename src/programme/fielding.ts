import type { Architecture } from '../flow/architecture.ts';
import type { Spread } from '../flow/cost.ts';
import {
  type BindingConstraint,
  bindingConstraints,
  type ConstraintPeriod,
  type FieldingResult,
  type ReachedDate,
  type SpreadOverTime,
  type VehicleFielding,
} from '../flow/fielding.ts';
import { type Said, said } from '../flow/said.ts';
import { mean, quantileSorted } from '../num/statistics.ts';
import { type CampaignOutcome, runCampaign } from './campaign.ts';
import { type CampaignPlan, campaignPlan, type FieldedElement } from './campaign-plan.ts';
import { type CampaignRules, campaignRules, isBudgeted } from './campaign-rules.ts';

export interface FieldingOptions {
  trials?: number;
  seed?: number;
  /** Share of the units in service that counts as first and as full capability. */
  firstFraction?: number;
  fullFraction?: number;
  rules?: Partial<CampaignRules>;
}

const DEFAULT_TRIALS = 200;

/**
 * When an architecture stands: many launch campaigns, and what they have in common.
 *
 * The campaign starts on 1 January of the first year of the horizon. Capability is the share of an element's units in
 * service; that of the whole is the mean over the elements. First capability is a quarter, full 95 %, as some units are always
 * being replaced. Each vehicle and factory has its own random streams, named after it, so that a scenario without
 * one of them keeps the luck of the others.
 *
 * @throws RangeError if an option is out of range
 */
export function fieldingOf(architecture: Architecture, options: FieldingOptions = {}): FieldingResult {
  return fieldingOfPlan(campaignPlan(architecture), { seed: architecture.analysis.seed, ...options });
}

/** As {@link fieldingOf}, from a plan that may have been changed. */
export function fieldingOfPlan(plan: CampaignPlan, options: FieldingOptions = {}): FieldingResult {
  const { trials = DEFAULT_TRIALS, seed = 1, firstFraction = 0.25, fullFraction = 0.95 } = options;
  if (!Number.isInteger(trials) || trials < 1) throw new RangeError(`trials must be a whole number from 1: ${trials}`);
  for (const [name, value] of Object.entries({ firstFraction, fullFraction }))
    if (!(value > 0 && value <= 1)) throw new RangeError(`${name} must be above 0, at most 1: ${value}`);
  const rules = { ...campaignRules, ...options.rules };
  const runs = Array.from({ length: trials }, (_, trial) => runCampaign(plan, rules, seed, trial));
  const fractions = plan.elements.map((element, e) => runs.map((run) => fractionOf(run.inService[e], element)));
  const whole = runs.map((_, r) => meanColumns(fractions.map((ofElement) => ofElement[r])));
  const reached = (columns: Float64Array[], fraction: number) => reachedDate(columns, fraction, plan.startYear);
  const vehicles = plan.vehicles.map(({ id, name }, v) => vehicleFielding(id, name, v, runs));
  const elements = plan.elements.map((element, e) => ({
    id: element.id,
    name: element.name,
    targetCount: element.targetCount,
    unitCount: spreadOverTime(runs.map((run) => run.onOrbit[e])),
    capabilityFraction: spreadOverTime(fractions[e]),
    firstCapability: reached(fractions[e], firstFraction),
    fullCapability: reached(fractions[e], fullFraction),
    perLaunchCount: perLaunchCount(element, plan),
    steadyLaunchesPerYr: steadyLaunches(element, vehicles),
  }));
  return {
    startYear: plan.startYear,
    monthCount: runs[0].onOrbit[0]?.length ?? Math.round(plan.horizonYr * 12),
    trials,
    notes: [...plan.notes, ...ruleNotes(rules)],
    capabilityFraction: spreadOverTime(whole),
    firstCapability: reached(whole, firstFraction),
    fullCapability: reached(whole, fullFraction),
    elements,
    vehicles,
    constraints: constraintPeriods(runs, plan.startYear),
    steadyLaunchesPerYr: elements.reduce((sum, element) => sum + element.steadyLaunchesPerYr, 0),
  };
}

function fractionOf(units: Float64Array, { targetCount }: FieldedElement): Float64Array {
  return units.map((count) => Math.min(1, count / targetCount));
}

function meanColumns(columns: Float64Array[]): Float64Array {
  const means = new Float64Array(columns[0]?.length ?? 0);
  for (const column of columns) for (let i = 0; i < means.length; i++) means[i] += column[i] / columns.length;
  return means;
}

function spreadOverTime(columns: Float64Array[]): SpreadOverTime {
  const length = columns[0]?.length ?? 0;
  const result: SpreadOverTime = { p10: [], p50: [], p90: [] };
  const values = new Float64Array(columns.length);
  for (let i = 0; i < length; i++) {
    for (let r = 0; r < columns.length; r++) values[r] = columns[r][i];
    values.sort();
    result.p10.push(quantileSorted(values, 0.1));
    result.p50.push(quantileSorted(values, 0.5));
    result.p90.push(quantileSorted(values, 0.9));
  }
  return result;
}

function reachedDate(columns: Float64Array[], fraction: number, startYear: number): ReachedDate {
  const months = columns
    .map((column) => column.findIndex((value) => value >= fraction - 1e-9))
    .map((month) => (month < 0 ? Infinity : month))
    .sort((a, b) => a - b);
  const reachedCount = months.filter((month) => month < Infinity).length;
  const at = (q: number) => {
    const month = months[Math.min(months.length - 1, Math.floor(q * months.length))];
    return month === undefined || month === Infinity ? undefined : monthName(month, startYear);
  };
  const dates = { p10Date: at(0.1), p50Date: at(0.5), p90Date: at(0.9) };
  const known = Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined));
  return { fraction, reachedProbability: months.length > 0 ? reachedCount / months.length : 0, ...known };
}

/** Calendar month of a month of the campaign, such as 2031-04. */
export function monthName(month: number, startYear: number): string {
  const year = startYear + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function perLaunchCount({ perLaunch }: FieldedElement, { vehicles }: CampaignPlan): Record<string, number> {
  return Object.fromEntries(vehicles.map(({ id }, v) => [id, perLaunch[v]]).filter(([, count]) => Number(count) > 0));
}

/** Replacements a year over the mean load, vehicles weighted by the launches that they made. */
function steadyLaunches(
  { targetCount, lifeYr, perLaunch, isLaunched }: FieldedElement,
  vehicles: VehicleFielding[],
): number {
  if (!isLaunched || lifeYr === Infinity) return 0;
  const able = vehicles.map(({ launchCount }, v) => ({
    load: perLaunch[v],
    weight: perLaunch[v] > 0 ? launchCount.mean : 0,
  }));
  const weight = able.reduce((sum, vehicle) => sum + vehicle.weight, 0);
  const load = weight > 0 ? able.reduce((sum, v) => sum + v.load * v.weight, 0) / weight : Math.max(...perLaunch);
  return targetCount / lifeYr / load;
}

function vehicleFielding(id: string, name: string, v: number, runs: CampaignOutcome[]): VehicleFielding {
  const byYear = runs.map((run) => run.launchesByYear[v]);
  const totals = Float64Array.from(byYear, (years) => years.reduce((sum, count) => sum + count, 0));
  return {
    id,
    name,
    launchCount: spread(totals),
    failureCount: spread(Float64Array.from(runs, (run) => run.failures[v])),
    meanLaunchCounts: Array.from(byYear[0], (_, year) => mean(byYear.map((years) => years[year]))),
    groundedFraction: mean(runs.map((run) => run.groundedFraction[v])),
  };
}

function spread(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  const at = (q: number) => quantileSorted(sorted, q);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean: mean(sorted) };
}

const HALF_YEAR = 6;

function constraintPeriods(runs: CampaignOutcome[], startYear: number): ConstraintPeriod[] {
  const months = runs[0].constraints.length;
  const periods: ConstraintPeriod[] = [];
  for (let from = 0; from < months; from += HALF_YEAR) {
    const counts = Object.fromEntries(bindingConstraints.map((name) => [name, 0])) as Record<BindingConstraint, number>;
    const to = Math.min(months, from + HALF_YEAR);
    for (const run of runs) for (let month = from; month < to; month++) counts[run.constraints[month]]++;
    const all = runs.length * (to - from);
    const shareFraction = Object.fromEntries(bindingConstraints.map((name) => [name, counts[name] / all]));
    const binding = bindingConstraints.reduce((most, name) => (counts[name] > counts[most] ? name : most));
    const period = `${startYear + Math.floor(from / 12)} H${(Math.floor(from / HALF_YEAR) % 2) + 1}`;
    periods.push({ period, binding, shareFraction: shareFraction as ConstraintPeriod['shareFraction'] });
  }
  return periods;
}

function ruleNotes(rules: CampaignRules): Said[] {
  const notes = [
    said('fielding.commissioning', { days: rules.commissioningDays }),
    said('fielding.shared-cause', { shared: rules.sharedCauseProbability, pad: rules.padLossProbability }),
    said('fielding.mended', { mended: rules.mendedFraction }),
  ];
  if (isBudgeted(rules)) notes.push(said('fielding.budget', { musd: [rules.budgetMusdYr].flat().join(', ') }));
  return notes;
}

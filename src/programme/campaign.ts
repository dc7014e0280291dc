import type { BindingConstraint } from '../flow/fielding.ts';
import { type CampaignEvent, leftAt, NOTHING } from './campaign-events.ts';
import { addMonths, existingAt, loseLaunched, loseUnlaunched } from './campaign-losses.ts';
import type { CampaignPlan } from './campaign-plan.ts';
import { type CampaignRules, YearlyBudget } from './campaign-rules.ts';
import {
  type ElementState,
  isReady,
  missingCount,
  ratePerYr,
  startElement,
  startVehicle,
  stockOf,
  type VehicleState,
} from './campaign-state.ts';
import { changeOutput, madeBy } from './output.ts';
import { drawGroundingYr, PAD_REBUILD_DAYS } from './vehicle-record.ts';

/** One campaign as it went. */
export interface CampaignOutcome {
  /** [element][month] on orbit (or delivered) and in service at the end of the month. */
  onOrbit: Float64Array[];
  inService: Float64Array[];
  /** [vehicle] launches by year. */
  launchesByYear: Float64Array[];
  /** [element] units taken from the factory by year, those lost with their launch included; for what needs no launch, units delivered. */
  unitsByYear: Float64Array[];
  /** [element] [vehicle] launches by year. */
  launchesOf: Float64Array[][];
  failures: number[];
  /** [vehicle] share of the horizon without flying. */
  groundedFraction: number[];
  /** Binding constraint at the end of each month. */
  constraints: BindingConstraint[];
  /** What events took, in order: units in service before and after. */
  losses: CampaignLoss[];
}

export interface CampaignLoss {
  element: number;
  /** Position in `architecture.events`. */
  event: number;
  atYr: number;
  beforeCount: number;
  afterCount: number;
}

const WEEK_YR = 7 / 365.25;

/**
 * One campaign: factories, vehicles and pads from the first day to the end of the horizon.
 *
 * It goes by the launch slots of the vehicles and by what happens from outside, in order of time. In a slot the vehicle takes, of the elements with a
 * full load ready, the one that needs the fewest launches to be complete: small constellations first (less than a full load when fewer are missing and the load is the last, or has
 * waited three months); without one it waits a week. A failure loses the load and grounds the vehicle, with some chance all that
 * share the faulty part, or its pad; some of what can fail is mended each time. Satellites leave service at the end of their life and are replaced a little ahead. Factories store
 * at most one year of output. What is lost is missing, and is built and launched again like what was never there. Leaves out early failures on orbit, planes and phasing (a satellite is a satellite), range
 * conflicts between vehicles.
 *
 * @returns the same for the same plan, rules, seed and trial
 */
export function runCampaign(plan: CampaignPlan, rules: CampaignRules, seed: number, trial: number): CampaignOutcome {
  return new Campaign(plan, rules, seed, trial).run();
}

class Campaign {
  readonly #plan: CampaignPlan;
  readonly #rules: CampaignRules;
  readonly #elements: ElementState[];
  readonly #vehicles: VehicleState[];
  readonly #months: number;
  readonly #outcome: CampaignOutcome;
  readonly #spentMusd: Float64Array;
  readonly #budget: YearlyBudget;
  /** What happens from outside, in order. */
  readonly #happenings: { atYr: number; act: () => void }[];
  /** By element: number of its constellation. */
  readonly #groups: number[];
  readonly #groupLaunches: Float64Array;
  readonly #missing: Float64Array;
  #moneyStopped = false;
  #nextMonth = 0;
  #nextHappening = 0;

  constructor(plan: CampaignPlan, rules: CampaignRules, seed: number, trial: number) {
    this.#plan = plan;
    this.#rules = rules;
    this.#months = Math.max(1, Math.round(plan.horizonYr * 12));
    this.#elements = plan.elements.map((spec, index) => startElement(spec, index, rules, seed, trial));
    this.#vehicles = plan.vehicles.map((spec, index) => startVehicle(spec, index, rules, seed, trial));
    const names = [...new Set(plan.elements.map(({ group }) => group))];
    this.#groups = plan.elements.map(({ group }) => names.indexOf(group));
    this.#groupLaunches = new Float64Array(names.length);
    this.#missing = new Float64Array(plan.elements.length);
    const years = Math.ceil(plan.horizonYr);
    this.#spentMusd = new Float64Array(years + 1);
    this.#budget = new YearlyBudget(rules);
    const columns = (count: number, length: number) => Array.from({ length: count }, () => new Float64Array(length));
    this.#outcome = {
      onOrbit: columns(plan.elements.length, this.#months),
      inService: columns(plan.elements.length, this.#months),
      launchesByYear: columns(plan.vehicles.length, years),
      unitsByYear: columns(plan.elements.length, years),
      launchesOf: plan.elements.map(() => columns(plan.vehicles.length, years)),
      failures: plan.vehicles.map(() => 0),
      groundedFraction: [],
      constraints: [],
      losses: [],
    };
    this.#happenings = this.#allHappenings();
  }

  #allHappenings(): { atYr: number; act: () => void }[] {
    const outputs = this.#elements.flatMap((element) =>
      (element.spec.windows ?? [])
        .flatMap(({ fromYr, untilYr }) => [fromYr, untilYr])
        .map((atYr) => ({ atYr, act: () => changeOutput(element, atYr) })),
    );
    const events = (this.#plan.events ?? []).map((event) => ({ atYr: event.atYr, act: () => this.#happen(event) }));
    return [...outputs, ...events].filter(({ atYr }) => atYr < this.#plan.horizonYr).sort((a, b) => a.atYr - b.atYr);
  }

  run(): CampaignOutcome {
    const end = this.#plan.horizonYr;
    for (;;) {
      const vehicle = this.#nextVehicle();
      const tYr = vehicle?.nextYr ?? end;
      if (this.#happensBy(Math.min(tYr, end))) continue;
      this.#noteMonths(Math.min(tYr, end));
      if (vehicle === undefined || tYr >= end) break;
      this.#slot(vehicle, tYr);
    }
    this.#addExisting();
    this.#outcome.groundedFraction = this.#vehicles.map(({ groundedYr }) => Math.min(1, groundedYr / end));
    return this.#outcome;
  }

  /** Lets the next happening up to a time happen; false where there is none. */
  #happensBy(tYr: number): boolean {
    const next = this.#happenings[this.#nextHappening];
    if (next === undefined || next.atYr > tYr) return false;
    this.#noteMonths(next.atYr - SAME_YR);
    next.act();
    this.#nextHappening++;
    return true;
  }

  #happen(event: CampaignEvent): void {
    if (event.kind === 'grounding') this.#ground(this.#vehicles[event.vehicle], event.atYr, event.lengthYr);
    else if (event.kind === 'budget')
      this.#budget.change(event.atYr, event.musdYr, this.#spentMusd[Math.floor(event.atYr)]);
    else {
      const element = this.#elements[event.element];
      const lose = element.spec.isLaunched ? loseLaunched : loseUnlaunched;
      const { beforeCount, afterCount } = lose(element, event, this.#outcome);
      this.#outcome.losses.push({
        element: element.index,
        event: event.event,
        atYr: event.atYr,
        beforeCount,
        afterCount,
      });
    }
  }

  #nextVehicle(): VehicleState | undefined {
    let next: VehicleState | undefined;
    for (const vehicle of this.#vehicles) if (next === undefined || vehicle.nextYr < next.nextYr) next = vehicle;
    return next;
  }

  #slot(vehicle: VehicleState, tYr: number): void {
    if (vehicle.made >= vehicle.spec.mostLaunches || tYr >= (vehicle.spec.stopsYr ?? Infinity)) {
      vehicle.nextYr = Infinity;
      return;
    }
    if (tYr < vehicle.groundedUntilYr) {
      vehicle.nextYr = vehicle.groundedUntilYr + WEEK_YR;
      return;
    }
    const left = leftAt(vehicle.spec.windows, tYr);
    if (left < NOTHING) {
      vehicle.nextYr = backYr(vehicle, tYr) + WEEK_YR;
      return;
    }
    const element = this.#chooseElement(vehicle, tYr);
    const gapYr = 1 / (left * ratePerYr(vehicle, tYr));
    if (element === undefined) vehicle.nextYr = tYr + WEEK_YR;
    else if (!this.#pay(vehicle, element, tYr)) vehicle.nextYr = tYr + WEEK_YR;
    else {
      this.#launch(vehicle, element, tYr);
      vehicle.nextYr = tYr + gapYr * (0.5 + vehicle.slots.uniform());
    }
  }

  /** Of the constellations that need fewest launches to be complete, the part that lacks most of its own. */
  #chooseElement(vehicle: VehicleState, tYr: number): ElementState | undefined {
    const aheadYr = tYr + this.#rules.replaceAheadYr;
    const missing = this.#missing;
    const launches = this.#groupLaunches.fill(0);
    this.#elements.forEach((element, i) => {
      missing[i] = missingCount(element, aheadYr);
      const own = missing[i] / element.spec.perLaunch[vehicle.index];
      if (own > 0) launches[this.#groups[i]] += own;
    });
    let chosen: ElementState | undefined;
    let fewest = Infinity;
    let group = -1;
    let most = 0;
    this.#elements.forEach((element, i) => {
      const ofGroup = launches[this.#groups[i]];
      const share = missing[i] / element.spec.targetCount;
      const isEmptier = this.#groups[i] === group && share > most;
      if (!(ofGroup < fewest || isEmptier) || !isReady(element, vehicle.index, missing[i], tYr)) return;
      chosen = element;
      fewest = ofGroup;
      group = this.#groups[i];
      most = share;
    });
    return chosen;
  }

  #load(vehicle: VehicleState, element: ElementState, tYr: number): number {
    const missing = missingCount(element, tYr + this.#rules.replaceAheadYr);
    return Math.min(element.spec.perLaunch[vehicle.index], Math.ceil(missing));
  }

  #pay(vehicle: VehicleState, element: ElementState, tYr: number): boolean {
    const musd = vehicle.spec.priceMusd + element.spec.unitMusd * this.#load(vehicle, element, tYr);
    const year = Math.floor(tYr);
    this.#moneyStopped = this.#spentMusd[year] + musd > this.#budget.limitIn(year);
    if (!this.#moneyStopped) this.#spentMusd[year] += musd;
    return !this.#moneyStopped;
  }

  #launch(vehicle: VehicleState, element: ElementState, tYr: number): void {
    const load = this.#load(vehicle, element, tYr);
    element.used += load;
    element.lastLaunchYr = tYr;
    vehicle.made++;
    const year = Math.floor(tYr);
    this.#outcome.launchesByYear[vehicle.index][year]++;
    this.#outcome.launchesOf[element.index][vehicle.index][year]++;
    this.#outcome.unitsByYear[element.index][year] += load;
    if (vehicle.outcomes.uniform() < vehicle.success) this.#arrive(element, load, tYr);
    else this.#fail(vehicle, tYr);
  }

  #arrive(element: ElementState, load: number, tYr: number): void {
    const endYr = tYr + element.spec.lifeYr;
    element.launched += load;
    element.endsYr.push(endYr);
    element.counts.push(load);
    element.readyYr.push(tYr + this.#rules.commissioningDays / 365.25);
    this.#addUnits(element.index, load, tYr, endYr);
  }

  /** Counts units on orbit from one time to another, and in service after commissioning. */
  #addUnits(index: number, count: number, fromYr: number, toYr: number): void {
    const ready = fromYr + this.#rules.commissioningDays / 365.25;
    addMonths(this.#outcome.onOrbit[index], count, fromYr, toYr);
    addMonths(this.#outcome.inService[index], count, ready, toYr);
  }

  #fail(vehicle: VehicleState, tYr: number): void {
    this.#outcome.failures[vehicle.index]++;
    const { spec, groundings } = vehicle;
    vehicle.success = 1 - (1 - vehicle.success) * (1 - this.#rules.mendedFraction);
    const length = drawGroundingYr(spec.groundingDays, groundings);
    const cause = groundings.uniform();
    const whichPart = groundings.uniform();
    const padYr = drawGroundingYr(PAD_REBUILD_DAYS, groundings);
    this.#ground(vehicle, tYr, length);
    if (cause < this.#rules.padLossProbability) {
      if (spec.padCount <= 1) this.#ground(vehicle, tYr, padYr);
      else vehicle.padDownUntilYr = Math.max(vehicle.padDownUntilYr, tYr + padYr);
    } else if (spec.sharedParts.length > 0 && cause > 1 - this.#rules.sharedCauseProbability) {
      const part = spec.sharedParts[Math.floor(whichPart * spec.sharedParts.length)];
      for (const other of this.#vehicles)
        if (other !== vehicle && other.spec.sharedParts.includes(part)) this.#ground(other, tYr, length);
    }
  }

  #ground(vehicle: VehicleState, tYr: number, lengthYr: number): void {
    const until = Math.max(vehicle.groundedUntilYr, tYr + lengthYr);
    const end = this.#plan.horizonYr;
    vehicle.groundedYr += Math.max(0, Math.min(until, end) - Math.max(tYr, Math.min(vehicle.groundedUntilYr, end)));
    vehicle.groundedUntilYr = until;
  }

  #noteMonths(untilYr: number): void {
    while (this.#nextMonth < this.#months && (this.#nextMonth + 1) / 12 <= untilYr + 1e-9) {
      this.#deliver(this.#nextMonth);
      this.#nextMonth++;
      this.#outcome.constraints.push(this.#binding(this.#nextMonth / 12));
    }
  }

  /** What holds back the element that lacks most. */
  #binding(tYr: number): BindingConstraint {
    let worst: ElementState | undefined;
    let most = 0;
    for (const element of this.#elements) {
      if (!element.spec.isLaunched) continue;
      const missing = missingCount(element, tYr);
      const smallest = Math.min(
        ...element.spec.perLaunch.filter((count, v) => count > 0 && isThere(this.#vehicles[v], tYr)),
      );
      const share = missing / element.spec.targetCount;
      if (missing >= Math.min(smallest, element.spec.targetCount * 0.02) && share > most) {
        worst = element;
        most = share;
      }
    }
    if (worst === undefined) return 'none';
    const { perLaunch } = worst.spec;
    const able = this.#vehicles.filter(
      (vehicle) => perLaunch[vehicle.index] > 0 && vehicle.made < vehicle.spec.mostLaunches && isThere(vehicle, tYr),
    );
    const smallestLoad = Math.min(...able.map(({ index }) => perLaunch[index]), Math.ceil(missingCount(worst, tYr)));
    if (stockOf(worst, tYr) < smallestLoad) return 'production';
    if (this.#moneyStopped) return 'money';
    const flying = able.filter((vehicle) => tYr >= vehicle.groundedUntilYr);
    if (flying.length === 0) return 'grounding';
    const atLimit = ({ spec, fromYr, padDownUntilYr }: VehicleState) =>
      tYr < padDownUntilYr || (spec.cadenceMaxPerYr !== undefined && tYr >= fromYr + spec.rampYr);
    return flying.every(atLimit) ? 'pads' : 'launch';
  }

  /** Units that were there at the start, growing old evenly. */
  #addExisting(): void {
    for (const element of this.#elements) {
      const { spec, index } = element;
      if (spec.existingCount === 0) continue;
      const { onOrbit, inService } = this.#outcome;
      for (let month = 0; month < this.#months; month++) {
        const left = existingAt(element, month);
        onOrbit[index][month] = Math.max(0, onOrbit[index][month] + left);
        inService[index][month] = Math.max(0, inService[index][month] + left);
      }
    }
  }

  /** What needs no launch stands when it is made. */
  #deliver(month: number): void {
    for (const element of this.#elements) {
      const { spec, index } = element;
      if (spec.isLaunched) continue;
      const needed = spec.targetCount - spec.existingCount + element.lostCount;
      const made = madeBy(element, (month + 1) / 12) - element.idleCount;
      const ready = Math.max(element.deliveredCount, Math.floor(Math.min(needed, made) + 1e-6));
      this.#outcome.onOrbit[index][month] += ready - element.lostCount;
      this.#outcome.inService[index][month] += ready - element.lostCount;
      this.#outcome.unitsByYear[index][Math.floor(month / 12)] += ready - element.deliveredCount;
      element.deliveredCount = ready;
    }
  }
}

/** Happenings and the ends of months that lie nearer to each other are at the same time. */
const SAME_YR = 2e-9;

/** Whether a vehicle flies for this architecture at a time, be it grounded or not. */
function isThere({ spec }: VehicleState, tYr: number): boolean {
  return leftAt(spec.windows, tYr) >= NOTHING;
}

/** When the first of the windows in which a vehicle does not fly closes. */
function backYr({ spec: { windows = [] } }: VehicleState, tYr: number): number {
  return Math.min(
    ...windows.filter(({ fromYr, untilYr }) => fromYr <= tYr && tYr < untilYr).map(({ untilYr }) => untilYr),
  );
}

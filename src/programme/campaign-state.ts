import { type RandomStream, randomStream } from '../num/random.ts';
import type { CampaignVehicle, FieldedElement, Ranged } from './campaign-plan.ts';
import type { CampaignRules } from './campaign-rules.ts';
import { madeBy } from './output.ts';
import { drawGroundingYr, drawSuccessProbability } from './vehicle-record.ts';

const LATE_PARTIAL_YR = 0.25;

/** An element during a campaign. */
export interface ElementState {
  spec: FieldedElement;
  index: number;
  ratePerYr: number;
  used: number;
  unused: number;
  launched: number;
  /** Ends of life in order, of `counts` satellites each; those before `ended` are over at the look-ahead. */
  endsYr: number[];
  counts: number[];
  /** When each of these is in service. */
  readyYr: number[];
  ended: number;
  endedCount: number;
  lastLaunchYr: number;
  isComplete: boolean;
  /** Share of its output that goes on, what it had made when that changed, and what it would have made by then. */
  leftFraction: number;
  banked: number;
  madeBefore: number;
  /** Shares of what stood at the start that were lost, and when. */
  lost: { atYr: number; fraction: number }[];
  /** Of what needs no launch: units lost, units delivered, and output for which there was no need. */
  lostCount: number;
  deliveredCount: number;
  idleCount: number;
}

/** A vehicle during a campaign. */
export interface VehicleState {
  spec: CampaignVehicle;
  index: number;
  success: number;
  rateRatio: number;
  fromYr: number;
  nextYr: number;
  groundedUntilYr: number;
  padDownUntilYr: number;
  groundedYr: number;
  made: number;
  slots: RandomStream;
  outcomes: RandomStream;
  groundings: RandomStream;
}

export function startElement(
  spec: FieldedElement,
  index: number,
  rules: CampaignRules,
  seed: number,
  trial: number,
): ElementState {
  const random = randomStream(seed, trial, `field:${spec.id}:production`);
  const state: ElementState = {
    spec,
    index,
    ratePerYr: drawRanged(spec.productionPerYr, rules.productionSpread, random),
    used: 0,
    unused: 0,
    launched: 0,
    endsYr: [],
    counts: [],
    readyYr: [],
    ended: 0,
    endedCount: 0,
    lastLaunchYr: -Infinity,
    isComplete: false,
    leftFraction: 1,
    banked: 0,
    madeBefore: 0,
    lost: [],
    lostCount: 0,
    deliveredCount: 0,
    idleCount: 0,
  };
  const batches = spec.lifeYr < Infinity && spec.existingCount > 0 ? Math.ceil(spec.lifeYr * 12) : 0;
  for (let i = 0; i < batches; i++) {
    state.endsYr.push(((i + 1) / batches) * spec.lifeYr);
    state.counts.push(spec.existingCount / batches);
    state.readyYr.push(-Infinity);
  }
  return state;
}

export function startVehicle(
  spec: CampaignVehicle,
  index: number,
  rules: CampaignRules,
  seed: number,
  trial: number,
): VehicleState {
  const record = randomStream(seed, trial, `field:${spec.id}:record`);
  const slots = randomStream(seed, trial, `field:${spec.id}:slots`);
  const groundings = randomStream(seed, trial, `field:${spec.id}:groundings`);
  const rate = drawRanged(spec.cadencePerYr, rules.cadenceSpread, record);
  const slipYr = record.triangular(0, 0.5, 2);
  const success = drawSuccessProbability(spec.successes ?? 0, spec.flights ?? 0, record);
  const fromYr = spec.status === 'development' ? spec.firstFlightYr + slipYr : 0;
  const pausedYr = spec.status === 'paused' ? drawGroundingYr(spec.groundingDays, groundings, spec.pausedDays) : 0;
  const state: VehicleState = {
    spec,
    index,
    success,
    rateRatio: spec.cadencePerYr.value > 0 ? rate / spec.cadencePerYr.value : 1,
    fromYr,
    nextYr: 0,
    groundedUntilYr: Math.max(fromYr, pausedYr),
    padDownUntilYr: 0,
    groundedYr: Math.max(fromYr, pausedYr),
    made: 0,
    slots,
    outcomes: randomStream(seed, trial, `field:${spec.id}:outcomes`),
    groundings,
  };
  const first = ratePerYr(state, state.groundedUntilYr);
  state.nextYr = first > 0 ? state.groundedUntilYr + slots.uniform() / first : Infinity;
  return state;
}

/** Triangular where a range is given, else lognormal around the value with a mean of it. */
function drawRanged({ value, low, high }: Ranged, spread: number, random: RandomStream): number {
  const deviate = random.uniform();
  if (!(value > 0) || value === Infinity) return value;
  if (low !== undefined && high !== undefined) {
    if (high <= low) return value;
    const split = (value - low) / (high - low);
    return deviate < split
      ? low + Math.sqrt(deviate * (high - low) * (value - low))
      : high - Math.sqrt((1 - deviate) * (high - low) * (high - value));
  }
  return spread > 0 ? value * random.lognormal(Math.exp((-spread * spread) / 2), spread) : value;
}

/** Launches a year for this architecture at a time, its ramp, pads and other customers counted. */
export function ratePerYr({ spec, fromYr, rateRatio, padDownUntilYr }: VehicleState, tYr: number): number {
  const now = spec.cadencePerYr.value;
  const top = Math.max(now, spec.cadenceMaxPerYr ?? now);
  const grown = spec.rampYr > 0 ? Math.min(1, Math.max(0, (tYr - fromYr) / spec.rampYr)) : 1;
  const pads = tYr < padDownUntilYr ? (spec.padCount - 1) / spec.padCount : 1;
  const planned = (now + (top - now) * grown) * rateRatio;
  return Math.min(planned, spec.cadenceMaxPerYr ?? Infinity) * pads * (1 - spec.otherCustomersFraction);
}

/** Units that an element lacks once those past a time are gone. */
export function missingCount(element: ElementState, atYr: number): number {
  while (element.ended < element.endsYr.length && element.endsYr[element.ended] <= atYr) {
    element.endedCount += element.counts[element.ended];
    element.ended++;
  }
  const { targetCount, existingCount } = element.spec;
  return targetCount - existingCount - element.launched + element.endedCount;
}

/** Units ready at the factory; what is made beyond a year of output is not made. */
export function stockOf(element: ElementState, tYr: number): number {
  const made = madeBy(element, tYr);
  if (made === Infinity) return Infinity;
  const stock = made - element.used - element.unused;
  const spare = stock - Math.max(element.ratePerYr, 1);
  if (spare <= 0) return stock;
  element.unused += spare;
  return stock - spare;
}

export function isReady(element: ElementState, vehicleIndex: number, missing: number, tYr: number): boolean {
  const full = element.spec.perLaunch[vehicleIndex];
  if (full < 1 || missing < 0.5) return false;
  const stock = stockOf(element, tYr);
  if (missing >= full) return stock >= full;
  if (missing < 1 && element.isComplete) return false;
  const late = tYr - element.lastLaunchYr > LATE_PARTIAL_YR;
  if (element.isComplete && !late) return false;
  if (stock < Math.ceil(missing)) return false;
  element.isComplete = true;
  return true;
}

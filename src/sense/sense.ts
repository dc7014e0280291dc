import type { SensorPlan } from '../flow/architecture.ts';
import { WORKS } from '../flow/availability.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { Links } from '../flow/links.ts';
import { objectCountOf } from '../flow/objects.ts';
import type { GroundElement, SpaceElement, ThreatFlight, World } from '../flow/world.ts';
import type { SeenPhase } from '../kinds/sensors/sensor-kind.ts';
import { sensorKinds } from '../kinds/sensors/sensor-kinds.ts';
import type { SensorView } from '../kinds/sensors/view.ts';
import { type Luck, randomStream } from '../num/random.ts';
import { ContactTable } from './contact-table.ts';
import { phaseSpans } from './flight-phase.ts';
import { type LookSpan, scanLooks } from './scan-looks.ts';
import { drawClocks, type SensorClocks } from './sensor-clocks.ts';
import { keepWithinPlaces, trackPlaces } from './track-places.ts';

export interface SenseOptions {
  /** Looks after this time are left out, seconds after the first launch. Default: none are. */
  untilS?: number;
  /** Looks at a flight this long after its launch are left out, by sensors that serve all flights at once. Default: none are. */
  flightS?: number;
  /** Least time between the recorded looks of a unit in boost, after the first ones. Default 1. */
  boostStepS?: number;
  /** The same after boost. Default 30. */
  coastStepS?: number;
  /** The same in free flight, where a track ages slowly. Default: that after boost. */
  freeStepS?: number;
  /** By threat: 1 for those that are looked at. Default: all. */
  threats?: Uint8Array;
  /** Arrays to work in; what was made in them before is written over. */
  room?: SenseRoom;
}

/** Arrays that one trial after the other is sensed in. */
export interface SenseRoom {
  table: ContactTable;
  /** By position in `architecture.sensors`. */
  views: SensorView[];
}

export function senseRoom(): SenseRoom {
  return { table: new ContactTable(), views: [] };
}

/**
 * Every look that finds a threat, with the time at which it is at the command centre.
 *
 * Each unit looks at fixed moments, one revisit time apart, at a phase of its own. Which looks find the target is geometry: see
 * `spaceView` and `groundView`. A sensor detects only the phases of flight of its class, and only its working units look. After the
 * first looks of a sight, at the full rate, looks are thinned to one a step. Results travel at once, over the links of the moment; a look
 * whose unit has no route is recorded with arrival NaN and is not stored for later. Every unit serves every threat in its view at once, up
 * to its places (see `trackPlaces`). Where it sees more, it follows those that are first in an order of its own, drawn for the raid, so that units
 * that see the same raid share it out without being told to; what it does not follow it does not see, search included.
 *
 * @param links what the networks carry, in order of time; a look uses the last entry at or before it, or else the first
 * @param luck whose moments of looks are drawn
 * @throws RangeError if there is no entry of links or a step is not above 0
 */
export function sense(world: World, links: readonly Links[], luck: Luck, options: SenseOptions = {}): Contacts {
  const {
    untilS = Infinity,
    flightS = Infinity,
    boostStepS = 1,
    coastStepS = 30,
    room = senseRoom(),
    threats,
  } = options;
  const { freeStepS = coastStepS } = options;
  if (links.length === 0) throw new RangeError('links must have at least one entry');
  if (!(boostStepS > 0 && coastStepS > 0 && freeStepS > 0)) {
    throw new RangeError(
      `boostStepS, coastStepS and freeStepS must exceed 0: ${boostStepS}, ${coastStepS}, ${freeStepS}`,
    );
  }
  const toS = Math.min(untilS, lastLaunchS(world) + flightS, lastImpactS(world));
  const clocks = drawClocks(world, luck);
  const { table, views } = room;
  table.clear();
  const refusedCount = new Int32Array(world.threats.length);
  const scan: Scan = {
    world,
    links,
    luck,
    toS,
    flightS,
    boostStepS,
    coastStepS,
    freeStepS,
    table,
    threats,
    refusedCount,
  };
  for (const list of ['space', 'ground'] as const) {
    world[list].forEach((element, i) => {
      const { role, planIndex } = element;
      if (role !== 'sensor') return;
      const plan = planOf(world, element);
      if (!hasSpans(scan, plan)) return;
      const view = sensorKinds[plan.platform].view({ plan, element, world, toS }, views[planIndex]);
      views[planIndex] = view;
      scanSensor(scan, { element, view, clocks: clocks[planIndex], states: world.availability[list][i] });
    });
  }
  return table.finish(refusedCount);
}

interface Scan {
  world: World;
  links: readonly Links[];
  luck: Luck;
  toS: number;
  flightS: number;
  boostStepS: number;
  coastStepS: number;
  freeStepS: number;
  table: ContactTable;
  threats?: Uint8Array;
  refusedCount: Int32Array;
}

/** One sensor with what it sees by, when its units look, and their states. */
interface SensorScan {
  element: SpaceElement | GroundElement;
  view: SensorView;
  clocks: SensorClocks;
  states: Uint8Array;
}

function scanSensor(scan: Scan, { element, view, clocks, states }: SensorScan): void {
  const { world, links, table } = scan;
  const sensor = element.planIndex;
  const plan = planOf(world, element);
  const places = trackPlaces(plan);
  const isScarce = places < mostObjects(world);
  // a unit with few places sees all flights equally long: what it leaves of one is open to another
  const flightS = isScarce ? Infinity : scan.flightS;
  const fromRow = table.count;
  let unit = 0;
  const oneWayS = oneWayTimes(links, sensor);
  const record = (tS: number, rangeKm: number): void => {
    const arrivalS = tS + oneWayS(tS, unit);
    table.add(tS, arrivalS, view.sensorEciKm, rangeKm);
  };
  for (let threat = 0; threat < world.threats.length; threat++) {
    if (!isScarce && scan.threats && !scan.threats[threat]) continue;
    const spans = lookSpans(scan, plan, world.threats[threat], flightS);
    if (spans.length === 0) continue;
    view.aimFlight(world.threats[threat]);
    for (unit = 0; unit < element.count; unit++) {
      if (states[unit] !== WORKS) continue;
      view.aimUnit(unit);
      table.between(sensor, unit, threat);
      scanLooks(view, spans, clocks.phaseS[unit], clocks.revisitS, plan.looksCount, record);
    }
  }
  if (!isScarce) return;
  const slotS = clocks.revisitS + Math.max(scan.boostStepS, scan.coastStepS, scan.freeStepS);
  keepWithinPlaces(
    table,
    fromRow,
    { places, slotS, rankOf: ranks(scan, element), sizeOf: objectsApart(world) },
    scan.refusedCount,
  );
  const { threats } = scan;
  if (threats) table.retain(fromRow, (row) => threats[table.threatIndex[row]] === 1); // the others only took places
}

/** Objects of a threat that are apart at a time: itself until its boost ends, then what it carried. */
function objectsApart({ threats, architecture }: World): (threat: number, tS: number) => number {
  const boostEndS = Float64Array.from(threats, ({ launchS, trajectory }) => launchS + trajectory.boostEndS);
  const carried = Int32Array.from(threats, ({ planIndex }) => objectCountOf(architecture.threats[planIndex]));
  return (threat, tS) => (tS < boostEndS[threat] ? 1 : carried[threat]);
}

function mostObjects({ threats, architecture }: World): number {
  return threats.reduce((sum, { planIndex }) => sum + objectCountOf(architecture.threats[planIndex]), 0);
}

/** Draws the order in which each unit of a sensor takes up threats: one number a threat and one a unit, mixed. */
function ranks({ world, luck: { seed, trial } }: Scan, element: SpaceElement | GroundElement) {
  const draw = (name: string) => randomStream(seed, trial, `places:${name}`);
  const numbers = world.threats.map(({ key }) => draw(key).uniform() * 2 ** 32);
  const ofUnits = draw(element.key);
  const units = Uint32Array.from({ length: element.count }, () => ofUnits.uniform() * 2 ** 32);
  return (unit: number, threat: number) => mixed(numbers[threat] ^ units[unit]);
}

/** A whole number with its bits well stirred (the finish of MurmurHash3). */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Whether a sensor detects a phase that some flight has: no other is ever asked for a look. */
export function seesSome(world: World, plan: SensorPlan): boolean {
  return world.threats.some((flight) => phaseSpans(world, flight).some(({ phase }) => seenBy(plan).includes(phase)));
}

function seenBy({ sees, platform }: SensorPlan): readonly string[] {
  return sees ?? sensorKinds[platform].sees;
}

/** Whether a sensor may detect any flight at all. */
function hasSpans(scan: Scan, plan: SensorPlan): boolean {
  return scan.world.threats.some(
    (flight, i) => scan.threats?.[i] !== 0 && lookSpans(scan, plan, flight, Infinity).length > 0,
  );
}

/** The stretches of a flight in which a sensor may detect it. */
function lookSpans(scan: Scan, plan: SensorPlan, flight: ThreatFlight, flightS: number): LookSpan[] {
  const sees = seenBy(plan);
  const endS = Math.min(scan.toS, flight.launchS + flightS);
  return phaseSpans(scan.world, flight)
    .filter(({ phase, fromS }) => sees.includes(phase) && fromS < endS)
    .map(({ phase, fromS, toS }) => ({
      fromS,
      toS: Math.min(toS, endS),
      stepS: stepOf(scan, phase),
    }));
}

function stepOf({ boostStepS, coastStepS, freeStepS }: Scan, phase: SeenPhase): number {
  if (phase === 'midcourse') return freeStepS;
  return phase === 'boost' ? boostStepS : coastStepS;
}

/** One-way time of a unit over the last entry of links at or before a time; asked from near the entry of the time before. */
function oneWayTimes(links: readonly Links[], sensor: number): (tS: number, unit: number) => number {
  let k = links.length - 1;
  return (tS, unit) => {
    while (k < links.length - 1 && links[k + 1].tS <= tS) k++;
    while (k > 0 && links[k].tS > tS) k--;
    return links[k].sensorOneWayS[sensor][unit];
  };
}

function lastLaunchS({ threats }: World): number {
  return threats.reduce((lastS, { launchS }) => Math.max(lastS, launchS), 0);
}

function lastImpactS(world: World): number {
  let lastS = 0;
  for (const { launchS, trajectory } of world.threats) lastS = Math.max(lastS, launchS + trajectory.impactS);
  return lastS;
}

function planOf(world: World, element: SpaceElement | GroundElement): SensorPlan {
  return world.architecture.sensors[element.planIndex];
}

import type { Contacts } from '../flow/contacts.ts';
import { LOOK_STEP_S } from '../flow/discrimination.ts';
import type { Links } from '../flow/links.ts';
import type { Column, Custody, ThreatCustody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { Luck } from '../num/random.ts';
import { phaseSpans } from './flight-phase.ts';
import { type Information, positionErrorKm, velocityErrorKmS } from './information.ts';
import { type SenseRoom, sense } from './sense.ts';
import { type SensorUnits, sensorUnits } from './sensor-clocks.ts';
import { type ArrivingLooks, arrivingLooks, TrackFilter, updateTimes } from './threat-filter.ts';
import { rowsByThreat, usableLooks } from './threat-looks.ts';

/** The same in free flight. */
const FREE_STEP_S = 60;
/** Time between updates of the track after boost. */
const UPDATE_STEP_S = 30;

/** Nothing asked for yet. */
export function noCustody({ architecture, threats }: World): Custody {
  return { isAssumed: architecture.sensors.length === 0, threats: threats.map(() => null) };
}

/**
 * What the command centre sees of some threats over their whole flight: coarse looks, half a minute apart (a minute in free flight), and the track after boost
 * that they come to.
 *
 * The same looks as those of `sense` but for the step, and the same filter, from launch: what boost tells is taken
 * over the burnout, and from then on only the small unknown acceleration of free flight is added. Threats that are known already are left
 * as they are.
 *
 * @param wanted by threat: 1 for those asked for
 * @param room for the looks; of this use alone
 */
export function withCustody(
  known: Custody,
  world: World,
  links: readonly Links[],
  luck: Luck,
  wanted: Uint8Array,
  room: SenseRoom,
): Custody {
  if (known.isAssumed) return known;
  const threats = Uint8Array.from(wanted, (is, i) => (is && known.threats[i] === null ? 1 : 0));
  if (!threats.includes(1)) return known;
  const steps = { boostStepS: LOOK_STEP_S, coastStepS: LOOK_STEP_S, freeStepS: FREE_STEP_S };
  const contacts = sense(world, links, luck, { ...steps, threats, room });
  const rows = rowsByThreat(contacts, world.threats.length);
  const units = sensorUnits(world);
  return {
    isAssumed: false,
    threats: known.threats.map((custody, i) => (threats[i] ? custodyOf(contacts, rows[i], world, i, units) : custody)),
  };
}

function custodyOf(
  contacts: Contacts,
  rows: Int32Array,
  world: World,
  threat: number,
  units: SensorUnits,
): ThreatCustody {
  const flight = world.threats[threat];
  const { usableS } = usableLooks(contacts, rows, units.looksNeeded, units.firstUnit, units.count);
  const looks = ownLooks(arrivingLooks(contacts, rows, usableS));
  const burnoutS = flight.launchS + flight.trajectory.boostEndS;
  const times = updateTimes(looks.arrivalS, UPDATE_STEP_S, flight);
  const updateS = Float64Array.from(times.filter((tS) => tS > burnoutS));
  const filter = new TrackFilter(looks, flight, phaseSpans(world, flight), world.architecture.sensors);
  const known = new KnownAt(filter, times.length - updateS.length);
  return {
    arrivalS: looks.arrivalS,
    lookS: looks.contacts.tS,
    newestS: newest(looks.contacts.tS),
    sensorIndex: looks.contacts.sensorIndex,
    updateS,
    positionErrorKm: new ErrorColumn(known, updateS.length, positionErrorKm),
    velocityErrorKmS: new ErrorColumn(known, updateS.length, velocityErrorKmS),
  };
}

/** The same looks in columns of their own, by arrival: the arrays of the contacts will be written over. */
function ownLooks({ contacts, rows, arrivalS }: ArrivingLooks): ArrivingLooks {
  const count = rows.length;
  const order = new Int32Array(count);
  const own = {
    tS: new Float64Array(count),
    sensorIndex: new Int32Array(count),
    sensorEciKm: new Float64Array(3 * count),
    rangeKm: new Float64Array(count),
  };
  for (let k = 0; k < count; k++) {
    const row = rows[k];
    own.tS[k] = contacts.tS[row];
    own.sensorIndex[k] = contacts.sensorIndex[row];
    for (let i = 0; i < 3; i++) own.sensorEciKm[3 * k + i] = contacts.sensorEciKm[3 * row + i];
    own.rangeKm[k] = contacts.rangeKm[row];
    order[k] = k;
  }
  return { contacts: own, rows: order, arrivalS };
}

/** By arrival: the latest of the looks that have come. */
function newest(lookS: Float64Array): Float64Array {
  const newestS = new Float64Array(lookS.length);
  let latestS = -Infinity;
  for (let k = 0; k < lookS.length; k++) {
    latestS = Math.max(latestS, lookS[k]);
    newestS[k] = latestS;
  }
  return newestS;
}

/** What is known after each update of a track; it is carried on only as far as somebody asks. */
class KnownAt {
  readonly #filter: TrackFilter;
  /** Updates at first that nobody asks about. */
  #skipped: number;
  readonly #after: Information[] = [];

  constructor(filter: TrackFilter, skipped: number) {
    this.#filter = filter;
    this.#skipped = skipped;
  }

  after(update: number): Information {
    for (; this.#skipped > 0; this.#skipped--) this.#filter.update(UPDATE_STEP_S);
    while (this.#after.length <= update) {
      this.#filter.update(UPDATE_STEP_S);
      this.#after.push(this.#filter.information.slice());
    }
    return this.#after[update];
  }
}

/** Errors at the updates of a track, each worked out when it is first asked for: of some seventy, few are. */
class ErrorColumn implements Column {
  readonly #known: KnownAt;
  readonly #errorOf: (information: Information) => number;
  readonly #values: Float64Array;

  constructor(known: KnownAt, count: number, errorOf: (information: Information) => number) {
    this.#known = known;
    this.#errorOf = errorOf;
    this.#values = new Float64Array(count).fill(Number.NaN);
  }

  at(row: number): number | undefined {
    const place = row < 0 ? row + this.#values.length : row;
    if (!(place >= 0 && place < this.#values.length)) return undefined;
    if (Number.isNaN(this.#values[place])) this.#values[place] = this.#errorOf(this.#known.after(place));
    return this.#values[place];
  }

  toJSON(): (number | undefined)[] {
    return Array.from(this.#values, (_, row) => this.at(row));
  }
}

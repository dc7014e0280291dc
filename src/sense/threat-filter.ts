import type { SensorPlan } from '../flow/architecture.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { ThreatFlight } from '../flow/world.ts';
import { norm } from '../num/vec.ts';
import { EARTH_MU_KM3_S2 } from '../physics/constants.ts';
import { positionAt } from '../physics/trajectory.ts';
import type { PhaseSpan } from './flight-phase.ts';
import {
  addLook,
  advance,
  emptyLookSum,
  type Information,
  positionErrorKm,
  priorInformation,
  takeIn,
} from './information.ts';
import { MOTION_NOISE_KM2_S3 } from './motion-noise.ts';
import { timeOrder } from './time-order.ts';

export interface FilterSettings {
  commitErrorKm: number;
  /** Updates are this far apart until the commit, on a fixed raster of time. */
  updateStepS: number;
  /** And after it. */
  historyStepS: number;
  /** Nothing after the commit is of interest. */
  stopAtCommit: boolean;
}

/** History of the position error at the centre, one row an update. */
export interface FilterHistory {
  commitS: number;
  tS: number[];
  positionErrorKm: number[];
}

/** Looks at one threat as they reach the centre. */
export interface ArrivingLooks {
  contacts: Pick<Contacts, 'tS' | 'sensorIndex' | 'sensorEciKm' | 'rangeKm'>;
  /** Of the contacts, by time of arrival. */
  rows: Int32Array;
  /** By place in `rows`. */
  arrivalS: Float64Array;
}

/** The looks that arrive, in that order. @param usableS by place in `rows`: arrival; NaN: never */
export function arrivingLooks(contacts: Contacts, rows: Int32Array, usableS: Float64Array): ArrivingLooks {
  const order = timeOrder(usableS);
  const arrivalS = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    arrivalS[k] = usableS[order[k]];
    order[k] = rows[order[k]];
  }
  return { contacts, rows: order, arrivalS };
}

/** Nothing is known at launch: an error on each axis of the order of the Earth's radius, and of orbital speed. */
const PRIOR_POSITION_KM = 5000;
const PRIOR_VELOCITY_KM_S = 5;
const LONGEST_STEP_S = 30;

/**
 * Covariance of the track of one threat at the command centre over time, update by update.
 *
 * An information filter for position and velocity, linearised about the true flight: no estimate is formed, only its error. It starts
 * at launch knowing nothing. Looks are taken in as they arrive, in steps of a fixed raster; one that comes late counts for the position at
 * its own time, with the error that an unknown acceleration makes in between. Between updates the error
 * spreads with gravity's change across position and the unknown acceleration of the phase of flight. Not used: launch sites and
 * typical boost profiles, with which a real centre ranges from one satellite; wrong association, biases common to looks,
 * and the error of the sensor's own position are left out too.
 *
 * @source bar-shalom-2001, section 7.2
 */
export class TrackFilter {
  /** What is known after the last update. */
  readonly information: Information = priorInformation(PRIOR_POSITION_KM, PRIOR_VELOCITY_KM_S);
  /** Time of the last update, at first of the launch. */
  nowS: number;
  readonly #looks: ArrivingLooks;
  readonly #flight: ThreatFlight;
  readonly #spans: readonly PhaseSpan[];
  readonly #sensors: readonly SensorPlan[];
  #next = 0;

  /** @param sensors by position in `architecture.sensors` */
  constructor(looks: ArrivingLooks, flight: ThreatFlight, spans: readonly PhaseSpan[], sensors: readonly SensorPlan[]) {
    this.#looks = looks;
    this.#flight = flight;
    this.#spans = spans;
    this.#sensors = sensors;
    this.nowS = flight.launchS;
  }

  /** Goes on to the end of the step of the raster in which the next looks arrive. @returns false where none arrive before the impact */
  update(stepS: number): boolean {
    const { contacts, rows, arrivalS } = this.#looks;
    const untilS = nextUpdateS(arrivalS, this.#next, this.nowS, stepS, this.#flight);
    if (Number.isNaN(untilS)) return false;
    spread(this.information, this.#flight, this.#spans, this.nowS, untilS);
    this.nowS = untilS;
    for (; this.#next < rows.length && arrivalS[this.#next] <= untilS; this.#next++)
      takeLook(contacts, rows[this.#next], this.#flight, this.#spans, this.#sensors, untilS);
    takeIn(this.information, arrived);
    return true;
  }
}

/** Times of all updates of a track, without what they come to. */
export function updateTimes(arrivalS: Float64Array, stepS: number, flight: ThreatFlight): number[] {
  const times: number[] = [];
  let next = 0;
  for (
    let nowS = nextUpdateS(arrivalS, 0, flight.launchS, stepS, flight);
    !Number.isNaN(nowS);
    nowS = nextUpdateS(arrivalS, next, nowS, stepS, flight)
  ) {
    times.push(nowS);
    while (next < arrivalS.length && arrivalS[next] <= nowS) next++;
  }
  return times;
}

/** Time of the update that takes in the look at place `next`; NaN where that does not arrive before the impact. */
function nextUpdateS(
  arrivalS: Float64Array,
  next: number,
  nowS: number,
  stepS: number,
  { launchS, trajectory }: ThreatFlight,
): number {
  const endS = launchS + trajectory.impactS;
  if (!(next < arrivalS.length && arrivalS[next] < endS)) return Number.NaN;
  return Math.max(nowS, Math.min(endS, Math.ceil(arrivalS[next] / stepS) * stepS));
}

/** History of the error of a track, and when it is good enough to commit. See `TrackFilter`. */
export function filterThreat(filter: TrackFilter, settings: FilterSettings): FilterHistory {
  const { commitErrorKm, updateStepS, historyStepS, stopAtCommit } = settings;
  const history: FilterHistory = { commitS: Number.NaN, tS: [], positionErrorKm: [] };
  while (filter.update(Number.isNaN(history.commitS) ? updateStepS : historyStepS)) {
    const errorKm = positionErrorKm(filter.information);
    history.tS.push(filter.nowS);
    history.positionErrorKm.push(errorKm);
    if (Number.isNaN(history.commitS) && errorKm <= commitErrorKm) {
      history.commitS = filter.nowS;
      if (stopAtCommit) break;
    }
  }
  return history;
}

const place = new Float64Array(3);
const upward = new Float64Array(3);
const line = new Float64Array(3);
/** What the looks of one update tell together; empty between updates. */
const arrived = emptyLookSum();

/** Carries the matrix from one time to another, in steps that end where a phase of flight does. */
function spread(Y: Information, flight: ThreatFlight, spans: readonly PhaseSpan[], fromS: number, toS: number): void {
  let tS = fromS;
  while (tS < toS) {
    const span = spanAt(spans, tS);
    const stepEndS = Math.min(toS, tS + LONGEST_STEP_S, span.toS > tS ? span.toS : toS);
    positionAt(flight.trajectory, (tS + stepEndS) / 2 - flight.launchS, place);
    const radiusKm = norm(place);
    for (let i = 0; i < 3; i++) upward[i] = place[i] / radiusKm;
    advance(Y, stepEndS - tS, EARTH_MU_KM3_S2 / radiusKm ** 3, upward, MOTION_NOISE_KM2_S3[span.phase]);
    tS = stepEndS;
  }
}

/** Adds a look to `arrived`, for a matrix that stands for the present. */
function takeLook(
  contacts: ArrivingLooks['contacts'],
  row: number,
  flight: ThreatFlight,
  spans: readonly PhaseSpan[],
  sensors: readonly SensorPlan[],
  nowS: number,
): void {
  const { tS, sensorIndex, sensorEciKm, rangeKm } = contacts;
  const plan = sensors[sensorIndex[row]];
  positionAt(flight.trajectory, tS[row] - flight.launchS, place);
  for (let i = 0; i < 3; i++) line[i] = (place[i] - sensorEciKm[3 * row + i]) / rangeKm[row];
  const ageS = nowS - tS[row];
  const driftKm2 = (MOTION_NOISE_KM2_S3[spanAt(spans, tS[row]).phase] * ageS * ageS * ageS) / 3;
  const acrossKm = rangeKm[row] * plan.angleErrorUrad * 1e-6;
  const alongKm = (plan.rangeErrorM ?? Infinity) / 1000;
  addLook(arrived, line, Math.sqrt(acrossKm * acrossKm + driftKm2), Math.sqrt(alongKm * alongKm + driftKm2), ageS);
}

function spanAt(spans: readonly PhaseSpan[], tS: number): PhaseSpan {
  let k = 0;
  while (k < spans.length - 1 && spans[k].toS <= tS) k++;
  return spans[k];
}

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
  velocityErrorKmS,
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
  /** Keep the error of the velocity too, of updates after this time; absent: not at all. */
  velocityFromS?: number;
}

/** History of the position error at the centre, one row an update. */
export interface FilterHistory {
  commitS: number;
  tS: number[];
  positionErrorKm: number[];
  /** Beside each of the last rows, those after `velocityFromS`. */
  velocityErrorKmS: number[];
}

/** Looks at one threat as they reach the centre. */
export interface ArrivingLooks {
  contacts: Contacts;
  /** Of the contacts, by time of the look. */
  rows: Int32Array;
  /** By place in `rows`: arrival; NaN: never. */
  usableS: Float64Array;
}

/** Nothing is known at launch: an error on each axis of the order of the Earth's radius, and of orbital speed. */
const PRIOR_POSITION_KM = 5000;
const PRIOR_VELOCITY_KM_S = 5;
const LONGEST_STEP_S = 30;

/**
 * Covariance of the track of one threat at the command centre over time.
 *
 * An information filter for position and velocity, linearised about the true flight: no estimate is formed, only its error. It starts
 * at launch knowing nothing. Looks are taken in as they arrive, in steps of a fixed raster; one that comes late counts for the position at
 * its own time, with the error that an unknown acceleration makes in between. Between updates the error
 * spreads with gravity's change across position and the unknown acceleration of the phase of flight. Not used: launch sites and
 * typical boost profiles, with which a real centre ranges from one satellite; wrong association, biases common to looks,
 * and the error of the sensor's own position are left out too.
 *
 * @param sensors by position in `architecture.sensors`
 * @source bar-shalom-2001, section 7.2
 */
export function filterThreat(
  { contacts, rows, usableS }: ArrivingLooks,
  flight: ThreatFlight,
  spans: readonly PhaseSpan[],
  sensors: readonly SensorPlan[],
  settings: FilterSettings,
): FilterHistory {
  const { commitErrorKm, updateStepS, historyStepS, velocityFromS = Infinity } = settings;
  const order = timeOrder(usableS);
  const endS = flight.launchS + flight.trajectory.impactS;
  const Y = priorInformation(PRIOR_POSITION_KM, PRIOR_VELOCITY_KM_S);
  const history: FilterHistory = { commitS: Number.NaN, tS: [], positionErrorKm: [], velocityErrorKmS: [] };
  let nowS = flight.launchS;
  let next = 0;
  while (next < order.length && usableS[order[next]] < endS) {
    const stepS = Number.isNaN(history.commitS) ? updateStepS : historyStepS;
    const untilS = Math.max(nowS, Math.min(endS, Math.ceil(usableS[order[next]] / stepS) * stepS));
    spread(Y, flight, spans, nowS, untilS);
    nowS = untilS;
    while (next < order.length && usableS[order[next]] <= untilS) {
      takeLook(contacts, rows[order[next]], flight, spans, sensors, nowS);
      next++;
    }
    takeIn(Y, looks);
    const errorKm = positionErrorKm(Y);
    history.tS.push(nowS);
    history.positionErrorKm.push(errorKm);
    if (nowS > velocityFromS) history.velocityErrorKmS.push(velocityErrorKmS(Y));
    if (Number.isNaN(history.commitS) && errorKm <= commitErrorKm) {
      history.commitS = nowS;
      if (settings.stopAtCommit) break;
    }
  }
  return history;
}

const place = new Float64Array(3);
const upward = new Float64Array(3);
const line = new Float64Array(3);
const looks = emptyLookSum();

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

/** Adds a look to `looks`, for a matrix that stands for the present. */
function takeLook(
  contacts: Contacts,
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
  addLook(looks, line, Math.sqrt(acrossKm * acrossKm + driftKm2), Math.sqrt(alongKm * alongKm + driftKm2), ageS);
}

function spanAt(spans: readonly PhaseSpan[], tS: number): PhaseSpan {
  let k = 0;
  while (k < spans.length - 1 && spans[k].toS <= tS) k++;
  return spans[k];
}

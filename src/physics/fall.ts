import {
  DEG_RAD,
  EARTH_EQUATORIAL_RADIUS_KM,
  EARTH_MEAN_RADIUS_KM,
  EARTH_MU_KM3_S2,
  EARTH_ROTATION_RAD_S,
} from './constants.ts';
import { geodeticFromEcef } from './ellipsoid.ts';
import { turnAxesZ } from './frames.ts';
import { bearingRad, destination, greatCircleKm } from './great-circle.ts';
import { positionAt, type Trajectory, velocityAt } from './trajectory.ts';
import { geodeticAt } from './trajectory-build.ts';
import { propagateTwoBody } from './two-body.ts';

/** Where something comes down. */
export interface Fall {
  latDeg: number;
  lonDeg: number;
  /** From the end of thrust to the ground. */
  fallS: number;
}

/**
 * Time of free fall from a state to a distance from the Earth's centre, on the way down; two-body.
 *
 * @param state x, y, z km and vx, vy, vz km/s, inertial
 * @returns 0 for what never rises that far; NaN for an orbit that stays above it, or leaves the Earth
 */
export function descentS(state: Float64Array, radiusKm: number): number {
  const r = Math.sqrt(state[0] ** 2 + state[1] ** 2 + state[2] ** 2);
  const v2 = state[3] ** 2 + state[4] ** 2 + state[5] ** 2;
  const a = 1 / (2 / r - v2 / EARTH_MU_KM3_S2);
  if (!(a > 0)) return Number.NaN;
  const eSin = (state[0] * state[3] + state[1] * state[4] + state[2] * state[5]) / Math.sqrt(EARTH_MU_KM3_S2 * a);
  const eCos = 1 - r / a;
  const e = Math.sqrt(eSin * eSin + eCos * eCos);
  const cosEnd = (1 - radiusKm / a) / e;
  if (!(cosEnd < 1)) return Number.NaN;
  const start = Math.atan2(eSin, eCos);
  const end = 2 * Math.PI - Math.acos(Math.max(-1, cosEnd)); // descending: the second half of the ellipse
  const swept = end - start - e * (Math.sin(end) - Math.sin(start));
  const wholeTurn = swept > 2 * Math.PI ? 2 * Math.PI : 0; // already below it and on the way down
  return Math.max(0, (swept - wholeTurn) * Math.sqrt(a ** 3 / EARTH_MU_KM3_S2));
}

const TURNS = 6;
const now = new Float64Array(6);
const then = new Float64Array(6);
const place = new Float64Array(3);

/**
 * Where the payload of a missile comes down whose thrust ends at a time of its flight: two-body over the rotating Earth, to the
 * ellipsoid.
 *
 * Leaves out the air, the push of whatever ended the thrust, and pieces: what falls is taken to fall as one body.
 *
 * @param tS seconds since launch
 * @returns null for what stays in orbit
 * @source aps-2003, the shortfall of missiles hit in boost
 */
export function fallAt(trajectory: Trajectory, tS: number): Fall | null {
  positionAt(trajectory, tS, now);
  velocityAt(trajectory, tS, now, 3);
  let radiusKm = EARTH_EQUATORIAL_RADIUS_KM;
  let fallS = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    fallS = descentS(now, radiusKm);
    if (Number.isNaN(fallS) || !propagateTwoBody(now, fallS, then)) return null;
    turnAxesZ(trajectory.launchGmstRad + EARTH_ROTATION_RAD_S * (tS + fallS), then, place, 1);
    geodeticFromEcef(place, place);
    if (fallS === 0 || Math.abs(place[2]) < 0.02) break;
    radiusKm -= place[2];
  }
  return { latDeg: place[0] / DEG_RAD, lonDeg: place[1] / DEG_RAD, fallS };
}

const LONGEST_STEP_S = 5;
const SHORTEST_STEP_S = 0.01;
/** No farther apart than this are two falls between which the map is not looked at. */
const APART_KM = 40;
const TOLERANCE_S = 1e-3;

/**
 * A fall moved along its track: on the great circle from below the launch through it.
 *
 * @param missKm beyond it; below 0 short of it
 * @param out receives latitude and longitude in degrees
 */
export function movedFall(trajectory: Trajectory, fall: Fall, missKm: number, out: Float64Array): void {
  moveAlong(fall, onwardRad(trajectory, fall), missKm, out);
}

/** Bearing at a fall of the great circle from below the launch through it. */
function onwardRad(trajectory: Trajectory, { latDeg, lonDeg }: Fall): number {
  geodeticAt(trajectory, 0, place);
  return bearingRad(latDeg * DEG_RAD, lonDeg * DEG_RAD, place[0], place[1]) + Math.PI;
}

function moveAlong({ latDeg, lonDeg }: Fall, onRad: number, missKm: number, out: Float64Array): void {
  destination(latDeg * DEG_RAD, lonDeg * DEG_RAD, onRad, missKm / EARTH_MEAN_RADIUS_KM, out);
  out[0] /= DEG_RAD;
  out[1] /= DEG_RAD;
}

/** A stretch of a flight, seconds since its launch. */
export type Span = readonly [fromS: number, toS: number];

/** Places along the spread of a fall, in standard deviations, that must miss an area with it: one fall in a thousand lies beyond on a side. */
const PARTS = Array.from({ length: 13 }, (_, i) => (i - 6) / 2);
const moved = new Float64Array(2);

/**
 * The stretches of a boost in which it is of use to end the thrust: the payload then misses an area, short of it or in a gap, with three
 * standard deviations of its spread to either side along the track.
 *
 * Searched from launch in steps whose falls lie less than 40 km apart, ends refined to a millisecond. The last useful moment is the end
 * of the last stretch.
 *
 * @param spreadKm one sigma along the track
 * @param isInside whether a place lies in the area
 * @returns all of the boost where no fall comes down in the area
 * @source aps-2003, the latest useful intercept
 */
export function usefulSpans(
  trajectory: Trajectory,
  spreadKm: number,
  isInside: (latDeg: number, lonDeg: number) => boolean,
): Span[] {
  const { boostEndS } = trajectory;
  const parts = spreadKm > 0 ? PARTS : [0];
  const misses = (fall: Fall | null) => {
    if (fall === null) return true;
    const onRad = onwardRad(trajectory, fall);
    return parts.every((part) => {
      moveAlong(fall, onRad, part * spreadKm, moved);
      return !isInside(moved[0], moved[1]);
    });
  };
  const spans: Span[] = [];
  let atS = 0;
  let fall = fallAt(trajectory, 0);
  let startS = misses(fall) ? 0 : Number.NaN;
  for (let stepS = LONGEST_STEP_S; atS < boostEndS; ) {
    const nextS = Math.min(atS + stepS, boostEndS);
    const next = fallAt(trajectory, nextS);
    if (stepS > SHORTEST_STEP_S && fall && next && apartKm(fall, next) > APART_KM) {
      stepS /= 2;
      continue;
    }
    const isMiss = misses(next);
    if (isMiss && Number.isNaN(startS)) {
      startS = changeS(nextS, atS, (tS) => misses(fallAt(trajectory, tS)));
    } else if (!isMiss && !Number.isNaN(startS)) {
      spans.push([startS, changeS(atS, nextS, (tS) => misses(fallAt(trajectory, tS)))]);
      startS = Number.NaN;
    }
    [atS, fall] = [nextS, next];
    stepS = Math.min(2 * stepS, LONGEST_STEP_S);
  }
  if (!Number.isNaN(startS)) spans.push([startS, boostEndS]);
  return spans;
}

/** The time closest to a change at which something still holds. */
function changeS(holdsS: number, failsS: number, holds: (tS: number) => boolean): number {
  let [yes, no] = [holdsS, failsS];
  while (Math.abs(yes - no) > TOLERANCE_S) {
    const middle = (yes + no) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function apartKm(a: Fall, b: Fall): number {
  return greatCircleKm(a.latDeg * DEG_RAD, a.lonDeg * DEG_RAD, b.latDeg * DEG_RAD, b.lonDeg * DEG_RAD);
}

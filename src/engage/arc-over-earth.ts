import { brentRoot } from '../num/roots.ts';
import { norm } from '../num/vec.ts';
import { EARTH_ROTATION_RAD_S } from '../physics/constants.ts';
import { lambert } from '../physics/lambert.ts';
import { arcTimeS } from './arc-fly-out.ts';

/** Times of an arc agree to this when it is settled. */
const SETTLED_S = 1e-4;
/** By how much an arc has to come late to be late for sure. */
const LATE_S = 0.01;
/** Speed by which the Earth's turn may bring a target into reach. */
const EDGE_RATIO = 1.05;
/** Share of the guess around which the cheapest arc lies, and shrinking of the search to a millisecond. */
const SPREAD = 0.5;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Time of the shortest arc from a site on the turning Earth to a point that is hit at a given moment.
 *
 * The site is where it was that long before, and its own speed, omega x r, is added to that of the interceptor. Found by secants over the
 * flatter arcs from there; within a few per cent of the limit of reach, where the shortest arc may be the steeper of two from one place, by
 * the time of flight at which Lambert's arc asks for no more than the interceptor's speed.
 *
 * @param speedKmS against the site
 * @param siteKm xyz of the site at the moment of the hit
 * @param targetKm xyz of the point, in the same axes
 * @param withinS what takes longer is not wanted: of it no time is worked out, for whether an arc from where the site was that long before is in time tells
 * @returns NaN where it is out of reach, or takes longer than `withinS`
 */
export function arcOverEarthS(
  speedKmS: number,
  siteKm: Float64Array,
  targetKm: Float64Array,
  withinS = Infinity,
): number {
  // the site moves at a tenth of the speed: from later places the arc is shorter by less than it starts later
  if (withinS < Infinity && flatterFromS(speedKmS, siteKm, targetKm, withinS) > withinS + LATE_S) return Number.NaN;
  const from = norm(siteKm);
  const to = norm(targetKm);
  const angleRad = angleOf(
    from,
    to,
    Math.hypot(targetKm[0] - siteKm[0], targetKm[1] - siteKm[1], targetKm[2] - siteKm[2]),
  );
  const atRestS = arcTimeS(from, to, angleRad, speedKmS);
  const flatS = atRestS > 0 ? flatterArcS(speedKmS, siteKm, targetKm, atRestS) : Number.NaN;
  if (flatS > 0) return flatS;
  const edgeS = atRestS > 0 ? atRestS : arcTimeS(from, to, angleRad, EDGE_RATIO * speedKmS);
  return edgeS > 0 ? edgeArcS(speedKmS, siteKm, targetKm, edgeS) : Number.NaN;
}

/** By secants, since the site moves at a tenth of the speed; NaN where they leave the reach of the flatter arcs. */
function flatterArcS(speedKmS: number, siteKm: Float64Array, targetKm: Float64Array, guessS: number): number {
  let beforeS = guessS;
  let offBefore = flatterFromS(speedKmS, siteKm, targetKm, guessS) - guessS;
  let nowS = guessS + offBefore;
  for (let turn = 0; turn < 8 && Number.isFinite(nowS); turn++) {
    const off = flatterFromS(speedKmS, siteKm, targetKm, nowS) - nowS;
    if (Math.abs(off) <= SETTLED_S) return nowS + off;
    const nextS = nowS - (off * (nowS - beforeS)) / (off - offBefore);
    beforeS = nowS;
    offBefore = off;
    nowS = nextS;
  }
  return Number.NaN;
}

const axis = { x: 0, y: 0 };

/** Where the site was, in axes at rest. */
function siteBefore(siteKm: Float64Array, agoS: number): void {
  const turn = EARTH_ROTATION_RAD_S * agoS;
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  axis.x = c * siteKm[0] + s * siteKm[1];
  axis.y = c * siteKm[1] - s * siteKm[0];
}

/** Time of the flatter arc to the target from where the site was a time ago. */
function flatterFromS(speedKmS: number, siteKm: Float64Array, targetKm: Float64Array, agoS: number): number {
  siteBefore(siteKm, agoS);
  const { x, y } = axis;
  const from = norm(siteKm);
  const to = norm(targetKm);
  const angleRad = angleOf(from, to, Math.hypot(targetKm[0] - x, targetKm[1] - y, targetKm[2] - siteKm[2]));
  if (!(angleRad > 1e-9)) return Number.NaN;
  const siteKmS = EARTH_ROTATION_RAD_S * Math.sqrt(x * x + y * y); // eastwards, level
  const alongKmS = (EARTH_ROTATION_RAD_S * (x * targetKm[1] - y * targetKm[0])) / (to * Math.sin(angleRad));
  const across2 = Math.max(0, siteKmS * siteKmS - alongKmS * alongKmS);
  return arcTimeS(from, to, angleRad, Math.sqrt(Math.max(0, speedKmS * speedKmS - across2)), alongKmS);
}

/** The shortest time for which Lambert's arc asks for no more than the speed; NaN where none does. */
function edgeArcS(speedKmS: number, siteKm: Float64Array, targetKm: Float64Array, guessS: number): number {
  const excess = (timeS: number) => neededKmS(siteKm, targetKm, timeS) - speedKmS;
  let low = guessS * (1 - SPREAD);
  let high = guessS * (1 + SPREAD);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = excess(left);
  let atRight = excess(right);
  while (high - low > 1e-3 && atLeft > 0 && atRight > 0) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = excess(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = excess(right);
    }
  }
  if (atLeft > 0 && atRight > 0) return Number.NaN;
  return brentRoot(excess, guessS * (1 - SPREAD), atLeft <= 0 ? left : right, SETTLED_S);
}

const start = new Float64Array(3);
const begin = new Float64Array(3);
const end = new Float64Array(3);

/** Speed against the site that the free fall of a given time to the target starts with. */
function neededKmS(siteKm: Float64Array, targetKm: Float64Array, timeS: number): number {
  siteBefore(siteKm, timeS);
  start[0] = axis.x;
  start[1] = axis.y;
  start[2] = siteKm[2];
  lambert(start, targetKm, timeS, false, begin, end);
  return Math.hypot(begin[0] + EARTH_ROTATION_RAD_S * axis.y, begin[1] - EARTH_ROTATION_RAD_S * axis.x, begin[2]);
}

/** Angle at the centre between two points of given distances from it and from each other. */
export function angleOf(fromKm: number, toKm: number, lineKm: number): number {
  const halfSine2 = (lineKm * lineKm - (toKm - fromKm) ** 2) / (4 * fromKm * toKm); // sin^2 of half the angle
  return 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, halfSine2))));
}

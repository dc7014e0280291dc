import { EARTH_MU_KM3_S2 } from '../physics/constants.ts';

/** Angle of climb to this is settled: under a millimetre of way. */
const SETTLED_RAD = 1e-11;
const TURNS_MAX = 40;
/** Slope of the left side over the square of the speed from which on its lowest point is too near to be left out of account. */
const CLEARLY_FALLING = 1e-6;

/**
 * Time of the shorter of the two Kepler arcs that leave a moving point with a given speed against it and pass through another.
 *
 * Of the angles of climb that lead there the flatter one is taken; with a start at rest it follows from the conic through both points, a
 * quadratic in its tangent, else from that by Newton's method. Central attraction only. Together the speeds count as at most 99 % of escape.
 *
 * @param fromKm distance of the start from the Earth's centre
 * @param toKm distance of the end
 * @param angleRad between them at the centre, above 0 and under pi
 * @param speedKmS against the start, in the plane of the arc
 * @param alongKmS speed of the start itself, level and towards the end
 * @returns NaN where the speed does not carry that far
 * @source vallado-2013, section 7.6 (the inverse: Lambert's problem)
 */
export function arcTimeS(fromKm: number, toKm: number, angleRad: number, speedKmS: number, alongKmS = 0): number {
  const escapeKmS = Math.sqrt((2 * EARTH_MU_KM3_S2) / fromKm);
  const speed = Math.min(speedKmS, 0.99 * escapeKmS - Math.abs(alongKmS));
  const c = Math.cos(angleRad);
  const s = Math.sin(angleRad);
  const drop = ((1 - c) * EARTH_MU_KM3_S2) / fromKm;
  const climbRad = flatterClimbRad(speed, alongKmS, drop, c - fromKm / toKm, s);
  if (Number.isNaN(climbRad)) return Number.NaN;
  const radial = speed * Math.sin(climbRad);
  const level = alongKmS + speed * Math.cos(climbRad);
  const h = fromKm * level;
  const p = (h * h) / EARTH_MU_KM3_S2;
  const eCos1 = p / fromKm - 1; // e cos and e sin of the true anomaly at the start
  const eSin1 = (radial * h) / EARTH_MU_KM3_S2;
  const radialEnd = (EARTH_MU_KM3_S2 / h) * (eSin1 * c + eCos1 * s);
  const axis = fromKm / (2 - ((radial * radial + level * level) * fromKm) / EARTH_MU_KM3_S2);
  const scale = Math.sqrt(EARTH_MU_KM3_S2 * axis);
  const sin1 = (fromKm * radial) / scale; // e sin E
  const sin2 = (toKm * radialEnd) / scale;
  let turn = Math.atan2(sin2, 1 - toKm / axis) - Math.atan2(sin1, 1 - fromKm / axis);
  if (turn < 0) turn += 2 * Math.PI;
  return (turn - sin2 + sin1) * (axis / scale) * axis;
}

const leftSide = { level: 0, value: 0, slope: 0 };

/** Level speed, and left side of {@link flatterClimbRad} with its slope, at an angle of climb; into `leftSide`. */
function leftSideAt(v: number, alongKmS: number, drop: number, p: number, s: number, rad: number): void {
  const sine = Math.sin(rad);
  const cosine = Math.cos(rad);
  const level = alongKmS + v * cosine;
  leftSide.level = level;
  leftSide.value = drop + level * (p * level - s * v * sine);
  leftSide.slope = -v * (sine * (2 * p * level - s * v * sine) + s * cosine * level);
}

/**
 * The flatter climb at which the conic meets the end: drop + p l² - s r l = 0, with r the radial and l the level speed.
 *
 * From a start at rest, l = v cos and r = v sin, it is a sine of twice the angle; one that moves adds its speed to l. Between the climb
 * straight up or down (l = 0), where the left side is above zero, and its lowest point it falls, so a bracket holds Newton's steps.
 */
function flatterClimbRad(v: number, alongKmS: number, drop: number, p: number, s: number): number {
  const size = Math.sqrt(p * p + s * s);
  const middle = Math.atan2(s, -p) / 2; // lowest point from rest
  const atRest = (2 * drop) / (v * v) + p;
  if (alongKmS === 0) return atRest > size ? Number.NaN : middle - Math.acos(Math.max(-1, atRest / size)) / 2;
  const guess = middle - Math.acos(Math.max(-1, atRest / size)) / 2;
  const quick = atRest < size ? leftClimbRad(v, alongKmS, drop, p, s, guess) : Number.NaN;
  if (!Number.isNaN(quick)) return quick;
  let low = -Math.acos(-alongKmS / v);
  let high = lowestRad(v, alongKmS, p, s, middle);
  const highest = alongKmS + v * Math.cos(high);
  if (!(drop + highest * (p * highest - s * v * Math.sin(high)) <= 0)) return Number.NaN;
  let rad = atRest < size ? Math.max(low, Math.min(high, guess)) : high;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    leftSideAt(v, alongKmS, drop, p, s, rad);
    const { value, slope } = leftSide;
    if (value > 0) low = rad;
    else high = rad;
    const newton = rad - value / slope;
    if (Math.abs(newton - rad) < SETTLED_RAD) return newton;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - rad) < SETTLED_RAD) return next;
    rad = next;
  }
  return rad;
}

/**
 * The steps of {@link flatterClimbRad} where all of them stay well to the left of the lowest point, so that it need not be found.
 *
 * There the left side falls and the level speed is above zero. The same bits, as no step is held back by a bracket that is not known here.
 *
 * @returns NaN where a step leaves that stretch, or ends close to its right end
 */
function leftClimbRad(v: number, alongKmS: number, drop: number, p: number, s: number, startRad: number): number {
  if (!(v > Math.abs(alongKmS))) return Number.NaN;
  const steepest = -CLEARLY_FALLING * v * v;
  let low = -Infinity;
  let high = Infinity;
  let rad = startRad;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    leftSideAt(v, alongKmS, drop, p, s, rad);
    const { value, level, slope } = leftSide;
    if (value > 0) low = rad;
    else high = rad;
    if (!(level > 0 && slope < steepest)) return Number.NaN;
    const next = rad - value / slope;
    if (Math.abs(next - rad) < SETTLED_RAD) return next;
    if (!(next > low && next < high)) return Number.NaN;
    rad = next;
  }
  return Number.NaN;
}

/** Where {@link flatterClimbRad}'s left side is lowest: Newton's method on its slope, from the lowest point at rest. */
function lowestRad(v: number, alongKmS: number, p: number, s: number, startRad: number): number {
  let rad = startRad;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const sine = Math.sin(rad);
    const cosine = Math.cos(rad);
    const level = alongKmS + v * cosine;
    const slope = -v * (sine * (2 * p * level - s * v * sine) + s * cosine * level);
    const bend = v * (2 * p * (v * sine * sine - level * cosine) + s * sine * (level + 3 * v * cosine));
    const step = slope / bend;
    rad -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  return rad;
}

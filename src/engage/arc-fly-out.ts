import { EARTH_MU_KM3_S2 } from '../physics/constants.ts';

/**
 * Time of the shorter of the two Kepler arcs that leave a point with a given speed and pass through another.
 *
 * Direction follows from the conic through both points, a quadratic in the tangent of the flight-path angle; the flatter root is
 * the quicker arc. Central attraction only. Speeds from 99 % of escape on count as 99 % of escape.
 *
 * @param fromKm distance of the start from the Earth's centre
 * @param toKm distance of the end
 * @param angleRad between them at the centre, above 0 and under pi
 * @returns NaN where the speed does not carry that far
 * @source vallado-2013, section 7.6 (the inverse: Lambert's problem)
 */
export function arcTimeS(fromKm: number, toKm: number, angleRad: number, speedKmS: number): number {
  const escapeKmS = Math.sqrt((2 * EARTH_MU_KM3_S2) / fromKm);
  const speed = Math.min(speedKmS, 0.99 * escapeKmS);
  const energyRatio = (speed * speed * fromKm) / EARTH_MU_KM3_S2; // under 2: an ellipse
  const c = Math.cos(angleRad);
  const s = Math.sin(angleRad);
  const a = (1 - c) / energyRatio;
  const b = a + c - fromKm / toKm;
  const root = s * s - 4 * a * b; // of a T^2 - s T + b = 0
  if (!(root >= 0)) return Number.NaN;
  const tangent = (2 * b) / (s + Math.sqrt(root)); // the smaller root, without cancellation
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const radial = speed * tangent * cosine;
  const h = fromKm * speed * cosine;
  const p = (h * h) / EARTH_MU_KM3_S2;
  const eCos1 = p / fromKm - 1; // e cos and e sin of the true anomaly at the start
  const eSin1 = (radial * h) / EARTH_MU_KM3_S2;
  const radialEnd = (EARTH_MU_KM3_S2 / h) * (eSin1 * c + eCos1 * s);
  const axis = fromKm / (2 - energyRatio);
  const scale = Math.sqrt(EARTH_MU_KM3_S2 * axis);
  const sin1 = (fromKm * radial) / scale; // e sin E
  const sin2 = (toKm * radialEnd) / scale;
  let turn = Math.atan2(sin2, 1 - toKm / axis) - Math.atan2(sin1, 1 - fromKm / axis);
  if (turn < 0) turn += 2 * Math.PI;
  return (turn - sin2 + sin1) * (axis / scale) * axis;
}

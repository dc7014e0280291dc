/**
 * Reach of an interceptor that leaves its free-falling carrier and burns at constant acceleration to its full speed:
 * a t²/2 up to t_b = v/a, then v²/(2a) + v (t - t_b).
 *
 * The ball lies around the carrier's coasting position; gravity acts on both alike, and its gradient is left out. Against
 * two-body motion of something that leaves at 4 to 8 km/s in any direction, 400 to 1,000 km up, the distance is out by at
 * most 0.2 % after 60 s, 0.7 % after 120 s, 1.7 % after 180 s, 3.2 % after 240 s, 5.4 % after 300 s: for longer flights
 * take `relativeMotion` or Lambert.
 *
 * @param tS since the interceptor left
 * @param speedKmS speed gained in full; 0 or more
 * @param accelerationKmS2 above 0
 * @returns radius in km; 0 before it left
 * @throws RangeError if the acceleration is not above 0
 * @source aei-sbi-calculator, interceptor range
 */
export function reachBallKm(tS: number, speedKmS: number, accelerationKmS2: number): number {
  if (!(accelerationKmS2 > 0)) throw new RangeError(`accelerationKmS2 must exceed 0: ${accelerationKmS2}`);
  const burnS = speedKmS / accelerationKmS2;
  if (tS <= 0) return 0;
  if (tS < burnS) return (accelerationKmS2 * tS * tS) / 2;
  return (speedKmS * burnS) / 2 + speedKmS * (tS - burnS);
}

/**
 * Time after which the ball has a radius: the inverse of `reachBallKm`.
 *
 * @throws RangeError if the acceleration is not above 0
 */
export function reachBallTimeS(radiusKm: number, speedKmS: number, accelerationKmS2: number): number {
  if (!(accelerationKmS2 > 0)) throw new RangeError(`accelerationKmS2 must exceed 0: ${accelerationKmS2}`);
  const burnS = speedKmS / accelerationKmS2;
  const burnKm = (speedKmS * burnS) / 2;
  if (radiusKm <= burnKm) return Math.sqrt((2 * Math.max(0, radiusKm)) / accelerationKmS2);
  return burnS + (radiusKm - burnKm) / speedKmS;
}

/**
 * State transition matrix of motion relative to a circular orbit (Clohessy and Wiltshire).
 *
 * First order in distance over orbit radius; leaves out J2, drag and the reference's eccentricity. For the same departures
 * as in `reachBallKm` the position is out by at most 0.01 % of the distance after 60 s, 0.08 % after 120 s, 0.3 % after
 * 180 s, 1.5 % after 300 s; after 600 s by 6 % at 4 km/s and 24 % at 8 km/s: then take Lambert.
 *
 * @param rateRadS mean motion of the reference orbit
 * @param tS time, of either sign
 * @param out receives the 6 x 6 matrix by rows; states are radial, along-track, cross-track km, then their rates km/s in
 *   the rotating frame
 * @source clohessy-wiltshire-1960; vallado-2013, algorithm 48
 */
export function relativeMotion(rateRadS: number, tS: number, out: Float64Array): void {
  const n = rateRadS;
  const c = Math.cos(n * tS);
  const s = Math.sin(n * tS);
  out.fill(0, 0, 36);
  out[0] = 4 - 3 * c;
  out[3] = s / n;
  out[4] = (2 * (1 - c)) / n;
  out[6] = 6 * (s - n * tS);
  out[7] = 1;
  out[9] = (-2 * (1 - c)) / n;
  out[10] = (4 * s - 3 * n * tS) / n;
  out[14] = c;
  out[17] = s / n;
  out[18] = 3 * n * s;
  out[21] = c;
  out[22] = 2 * s;
  out[24] = -6 * n * (1 - c);
  out[27] = -2 * s;
  out[28] = 4 * c - 3;
  out[32] = -n * s;
  out[35] = c;
}

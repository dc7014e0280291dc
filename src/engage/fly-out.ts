import { STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';

/** What a space interceptor of a layer can do, in km and s. */
export interface FlyOut {
  accelerationKmS2: number;
  deltaVKmS: number;
  /** Time of acceleration. */
  burnS: number;
  /** Way made in that time. */
  burnKm: number;
  maxS: number;
}

/** Longest fly-out for which the ball of free fall is used (out by at most 0.7 %); beyond it the transfer orbit decides. */
export const BALL_LIMIT_S = 120;

/** The fly-out of a space layer. @throws RangeError unless acceleration and velocity change are above 0 */
export function flyOutOf(accelerationG: number, deltaVKmS: number, maxS = Infinity): FlyOut {
  if (!(accelerationG > 0)) throw new RangeError(`accelerationG must exceed 0: ${accelerationG}`);
  if (!(deltaVKmS > 0)) throw new RangeError(`deltaVKmS must exceed 0: ${deltaVKmS}`);
  const accelerationKmS2 = accelerationG * STANDARD_GRAVITY_KM_S2;
  const burnS = deltaVKmS / accelerationKmS2;
  return { accelerationKmS2, deltaVKmS, burnS, burnKm: (deltaVKmS * burnS) / 2, maxS };
}

/** Radius of the ball that an interceptor reaches after a time since release: `reachBallKm`, ready for many calls. */
export function reachKm({ accelerationKmS2, deltaVKmS, burnS, burnKm }: FlyOut, tS: number): number {
  if (tS <= 0) return 0;
  return tS < burnS ? (accelerationKmS2 * tS * tS) / 2 : burnKm + deltaVKmS * (tS - burnS);
}

import { DEG_RAD } from '../physics/constants.ts';

/** A terminal layer and what falls in on it, straight and at constant speed. */
export interface StraightIn {
  /** Distance from the site at which the layer begins to react. */
  detectionKm: number;
  reactionS: number;
  interceptorKmS: number;
  /** Height of the intercept. */
  heightKm: number;
  targetKmS: number;
  /** Below the horizontal. */
  angleDeg: number;
}

/** The disc of ground that is defended by intercepts at one height. */
export interface DefendedDisc {
  /** From the reaction's end to the intercept. */
  flyOutS: number;
  /** NaN where the interceptor does not get that high in time. */
  radiusKm: number;
  /** Middle of the disc, beyond the site along the missile's way. */
  downrangeKm: number;
}

/**
 * Footprint of a terminal layer in closed form: aim points whose missile comes through a sphere around the site at one height, moved on to
 * where it would have hit.
 *
 * Flat Earth, straight lines, constant speeds; the aim point is at the site when the time is counted. The engine flies both paths over
 * the rotating Earth instead, and takes all heights of the layer's band.
 */
export function defendedDisc(layer: StraightIn): DefendedDisc {
  const { detectionKm, reactionS, interceptorKmS, heightKm, targetKmS, angleDeg } = layer;
  const angleRad = angleDeg * DEG_RAD;
  const flyOutS = detectionKm / targetKmS - reactionS - heightKm / (targetKmS * Math.sin(angleRad));
  const reachKm = Math.max(0, interceptorKmS * flyOutS);
  return {
    flyOutS,
    radiusKm: Math.sqrt(reachKm * reachKm - heightKm * heightKm),
    downrangeKm: heightKm / Math.tan(angleRad),
  };
}

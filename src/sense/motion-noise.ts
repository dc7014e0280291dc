import type { SeenPhase } from '../kinds/sensors/sensor-kind.ts';

/**
 * Density of the acceleration that the command centre does not know, by phase of flight, in km²/s³: twice the variance of the
 * acceleration times its correlation time. Boost: 1 g for 5 s, what is left of the
 * thrust of an unknown stage once its mean is known; free flight: almost none (drag and gravity
 * model); glide and cruise: turns of 1 g and 0.3 g held for 20 s.
 *
 * Assumptions of the order of a class, not of a system. The steady error of a filter grows with their fourth root only.
 *
 * @source singer-1970, section II
 */
export const MOTION_NOISE_KM2_S3: Record<SeenPhase, number> = {
  boost: 2 * 0.01 ** 2 * 5,
  midcourse: 1e-11,
  glide: 2 * 0.01 ** 2 * 20,
  cruise: 2 * 0.003 ** 2 * 20,
};

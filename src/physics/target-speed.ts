import { minimumEnergyArc } from './ballistic-arc.ts';
import { EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S } from './constants.ts';
import { positionAt, type Trajectory, velocityAt } from './trajectory.ts';

/** By how much the Earth's turn, height of burnout and height of the hit move the speed of a given range. */
const SPREAD_RATIO = 1.05;

/** Fastest at which a ballistic missile of a range comes down over the ground: least energy over an Earth at rest, and 5 %. */
export function speedOfRangeKmS(rangeKm: number): number {
  const angleRad = rangeKm / EARTH_MEAN_RADIUS_KM;
  return SPREAD_RATIO * minimumEnergyArc(EARTH_MEAN_RADIUS_KM, EARTH_MEAN_RADIUS_KM, angleRad).speedKmS;
}

const position = new Float64Array(3);
const velocity = new Float64Array(3);

/** Speed over the turning Earth at a time since launch; NaN outside the flight. */
export function groundSpeedAtKmS(trajectory: Trajectory, tS: number): number {
  positionAt(trajectory, tS, position);
  velocityAt(trajectory, tS, velocity);
  const x = velocity[0] + EARTH_ROTATION_RAD_S * position[1];
  const y = velocity[1] - EARTH_ROTATION_RAD_S * position[0];
  return Math.sqrt(x * x + y * y + velocity[2] * velocity[2]);
}

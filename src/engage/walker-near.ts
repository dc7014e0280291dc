import type { WalkerOrbits } from '../physics/walker.ts';

const SLACK = 1e-9; // of an angle or a ratio: rounding never loses a satellite on the limit

/** Units of a layer that are found near a point, each once. */
export interface NearUnits {
  count: number;
  units: Int32Array;
  /** [unit] `stamp` where it is found already. */
  marks: Int32Array;
  stamp: number;
}

/**
 * Satellites of a Walker shell within a distance of a point, without looking at the others.
 *
 * Planes that pass too far are left out by their normal; in the others the satellites are evenly spaced, so those near
 * the point are a run of slots. May add a satellite that is beyond the limit by rounding, never leaves one out.
 *
 * @param tS seconds after the epoch
 * @param pointKm xyz, inertial axes
 * @param firstUnit number of the shell's first satellite within its layer
 * @param near receives their numbers
 */
export function walkerNear(
  orbits: WalkerOrbits,
  tS: number,
  pointKm: Float64Array,
  limitKm: number,
  firstUnit: number,
  near: NearUnits,
): void {
  const x = pointKm[0];
  const y = pointKm[1];
  const z = pointKm[2];
  const { stamp, marks, units } = near;
  const { planes, satellitesPerPlane, raanCos, raanSin, planePhaseRad, semiMajorAxisKm: r } = orbits;
  const cosI = Math.cos(orbits.inclinationRad);
  const sinI = Math.sin(orbits.inclinationRad);
  const cosN = Math.cos(orbits.raanRateRadS * tS);
  const sinN = Math.sin(orbits.raanRateRadS * tS);
  const slotRad = (2 * Math.PI) / satellitesPerPlane;
  const motionRad = orbits.meanMotionRadS * tS;
  const q2 = x * x + y * y + z * z;
  const needed = (q2 + r * r - limitKm * limitKm) / (2 * r);
  let found = near.count;
  for (let p = 0; p < planes; p++) {
    const cosW = raanCos[p] * cosN - raanSin[p] * sinN;
    const sinW = raanSin[p] * cosN + raanCos[p] * sinN;
    const along = x * cosW + y * sinW; // towards the node
    const across = (y * cosW - x * sinW) * cosI + z * sinI; // a quarter of an orbit ahead of it
    const flat2 = along * along + across * across;
    // satellite at angle d from the point's own angle in the plane: in reach where flat cos d >= needed
    if (needed > 0 && flat2 * (1 + SLACK) < needed * needed) continue;
    const cosD = needed / (Math.sqrt(flat2) + 1e-12);
    let from = 0;
    let to = satellitesPerPlane - 1;
    if (cosD > -1) {
      const halfRad = cosD >= 1 ? 0 : Math.acos(cosD);
      const middle = (Math.atan2(across, along) - planePhaseRad[p] - motionRad) / slotRad;
      const half = halfRad / slotRad + 1e-4; // a ten-thousandth of a slot: covers acos near 1 and many turns of phase
      from = Math.ceil(middle - half);
      to = Math.min(Math.floor(middle + half), from + satellitesPerPlane - 1);
    }
    const first = firstUnit + p * satellitesPerPlane;
    for (let s = from; s <= to; s++) {
      const unit = first + (s - satellitesPerPlane * Math.floor(s / satellitesPerPlane));
      if (marks[unit] === stamp) continue;
      marks[unit] = stamp;
      units[found++] = unit;
    }
  }
  near.count = found;
}

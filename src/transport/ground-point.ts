import { DEG_RAD } from '../physics/constants.ts';
import { localFrame } from '../physics/frames.ts';

/** A place on the ground, Earth-fixed, with its vertical. */
export interface GroundPoint {
  latRad: number;
  lonRad: number;
  x: number;
  y: number;
  z: number;
  upX: number;
  upY: number;
  upZ: number;
}

/** A place by geodetic latitude and longitude on WGS84. */
export function groundPoint(place: { latDeg: number; lonDeg: number; heightM?: number }): GroundPoint {
  const latRad = place.latDeg * DEG_RAD;
  const lonRad = place.lonDeg * DEG_RAD;
  const { positionEcefKm: p, upEcef: up } = localFrame(latRad, lonRad, (place.heightM ?? 0) / 1000);
  return { latRad, lonRad, x: p[0], y: p[1], z: p[2], upX: up[0], upY: up[1], upZ: up[2] };
}

import { type Area, boxOf, isInRing } from './areas.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from './constants.ts';

/** One point of a grid over areas, and how much of the area it stands for. */
export interface AreaPoint {
  /** Id of the area. */
  area: string;
  latDeg: number;
  lonDeg: number;
  areaKm2: number;
}

const DEG_KM = EARTH_MEAN_RADIUS_KM * DEG_RAD;

/**
 * Points over areas, a spacing apart in both directions, each for its square; an outline too small to hold one has one in its middle
 * that stands for all of it.
 *
 * @param spacingKm above 0
 */
export function areaGrid(areas: readonly Area[], spacingKm: number): AreaPoint[] {
  return areas.flatMap((area) => area.rings.flatMap((ring) => ringPoints(area, ring, spacingKm)));
}

function ringPoints(area: Area, ring: Float64Array, spacingKm: number): AreaPoint[] {
  const box = boxOf(ring);
  const stepDeg = spacingKm / DEG_KM;
  const points: AreaPoint[] = [];
  for (let row = Math.floor(box.south / stepDeg); row * stepDeg < box.north; row++) {
    const latDeg = (row + 0.5) * stepDeg;
    const acrossDeg = stepDeg / Math.cos(latDeg * DEG_RAD);
    for (let column = Math.floor(box.west / acrossDeg); column * acrossDeg < box.east; column++) {
      const lonDeg = (column + 0.5) * acrossDeg;
      // `contains` leaves out the holes
      if (isInRing(ring, latDeg, lonDeg) && area.contains(latDeg, wrapped(lonDeg)))
        points.push({ area: area.id, latDeg, lonDeg: wrapped(lonDeg), areaKm2: spacingKm * spacingKm });
    }
  }
  const areaKm2 = ringAreaKm2(ring);
  if (points.length > 0 || areaKm2 === 0) return points;
  const latDeg = (box.south + box.north) / 2;
  return [{ area: area.id, latDeg, lonDeg: wrapped((box.west + box.east) / 2), areaKm2 }];
}

function wrapped(lonDeg: number): number {
  return lonDeg - 360 * Math.round(lonDeg / 360);
}

/** Area within an outline, on the mean sphere: exact for edges straight on the equal-area cylinder. */
function ringAreaKm2(ring: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const mean = (Math.sin(ring[i + 1] * DEG_RAD) + Math.sin(ring[i + 3] * DEG_RAD)) / 2;
    sum += (ring[i + 2] - ring[i]) * DEG_RAD * mean;
  }
  return Math.abs(sum) * EARTH_MEAN_RADIUS_KM * EARTH_MEAN_RADIUS_KM;
}

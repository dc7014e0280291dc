import { type Said, said } from '../flow/said.ts';
/** A place by its coordinates, in degrees. */
export interface LatLon {
  latDeg: number;
  lonDeg: number;
}

const LAT_LON = /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** The place that `40.7,-74.0` means: latitude, then longitude; undefined for any other word. */
export function parseLatLon(word: string): LatLon | undefined {
  const found = LAT_LON.exec(word);
  return found ? { latDeg: Number(found[1]), lonDeg: Number(found[2]) } : undefined;
}

/** What is wrong with coordinates, as words after the place; undefined where they are on the Earth. */
export function latLonFault({ latDeg, lonDeg }: LatLon): Said | undefined {
  if (Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 360) return undefined;
  const swapped = Math.abs(lonDeg) <= 90 && Math.abs(latDeg) <= 360;
  const hint = swapped ? said('problem.suggestion', { word: `${lonDeg},${latDeg}` }) : '';
  return said('problem.bad-place', { place: `${latDeg},${lonDeg}`, hint });
}

/** Poleward of these nobody lives and nothing is launched: ice of Antarctica, and of the Arctic Ocean. */
const SOUTH_END_DEG = -60;
const NORTH_END_DEG = 84;

/** Asks whether latitude and longitude were exchanged: where they lie in the polar ice, and the other way round do not. */
export function swapQuestion({ latDeg, lonDeg }: LatLon): Said | undefined {
  const isPolar = (deg: number) => deg < SOUTH_END_DEG || deg > NORTH_END_DEG;
  if (!isPolar(latDeg) || isPolar(lonDeg) || Math.abs(lonDeg) > 90) return undefined;
  return said('note.swapped', {
    place: `${latDeg},${lonDeg}`,
    latDeg: Math.abs(latDeg),
    lat: said(latDeg < 0 ? 'compass.S' : 'compass.N'),
    lonDeg: Math.abs(lonDeg),
    lon: said(lonDeg < 0 ? 'compass.W' : 'compass.E'),
    other: `${lonDeg},${latDeg}`,
  });
}

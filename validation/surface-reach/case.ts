import { type SurfaceFlyOut, surfaceFlyOutOf, surfaceTimeS } from '../../src/engage/surface-reach.ts';
import type { InterceptorPlan } from '../../src/flow/architecture.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../../src/physics/constants.ts';
import { destination } from '../../src/physics/great-circle.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'surface-reach',
  title: 'Reach of surface interceptors by compass direction over the turning Earth',
  level: 'independent',
  source: 'Class ranges on every azimuth, and throws from a moving site flown apart from this code',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const plan = {
    burnoutSpeedKmS: numberIn(row, 'speedKmS'),
    boostS: numberIn(row, 'boostS'),
    maxRangeKm: row.classRangeKm === '' ? undefined : numberIn(row, 'classRangeKm'),
    maxAltitudeKm: row.ceilingKm === '' ? undefined : numberIn(row, 'ceilingKm'),
  };
  const [latDeg, azimuthDeg, heightKm] = ['latDeg', 'azimuthDeg', 'heightKm'].map((name) => numberIn(row, name));
  return {
    what: `${row.what}: farthest hit ${heightKm} km up towards ${azimuthDeg} degrees`,
    published: numberIn(row, 'expected'),
    computed: farthestKm(surfaceFlyOutOf(plan as InterceptorPlan), latDeg, azimuthDeg, heightKm),
    tolerance: numberIn(row, 'tolerance'),
    unit: 'km',
    why: row.why,
  };
}

/** Farthest ground distance that is reached, from far to near. */
function farthestKm(flyOut: SurfaceFlyOut, latDeg: number, azimuthDeg: number, heightKm: number): number {
  const site = onSphere(latDeg * DEG_RAD, 0, 0);
  const out = new Float64Array(2);
  const stepKm = 0.05;
  const isReached = (groundKm: number) => {
    destination(latDeg * DEG_RAD, 0, azimuthDeg * DEG_RAD, groundKm / EARTH_MEAN_RADIUS_KM, out);
    return surfaceTimeS(flyOut, site, onSphere(out[0], out[1], heightKm), new Float64Array(1)) > 0;
  };
  let km = flyOut.maxRangeKm < Infinity ? 1.5 * flyOut.maxRangeKm : 400;
  while (km > 0 && !isReached(km)) km -= stepKm;
  return km;
}

function onSphere(latitudeRad: number, longitudeRad: number, heightKm: number): Float64Array {
  const r = EARTH_MEAN_RADIUS_KM + heightKm;
  const level = r * Math.cos(latitudeRad);
  return Float64Array.of(level * Math.cos(longitudeRad), level * Math.sin(longitudeRad), r * Math.sin(latitudeRad));
}

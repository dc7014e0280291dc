import { apparentElevationRad } from '../../src/kinds/sensors/radar-elevation.ts';
import { brentRoot } from '../../src/num/roots.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../../src/physics/constants.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'radar-horizon',
  title: 'Horizon of a ground radar over the 4/3 Earth, and bending of its rays through the whole air',
  level: 'independent',
  source:
    'Horizon rule of radar textbooks (Skolnik), its closed form on the sphere, and formula 12 of ITU-R P.834; second hand',
  run: (rows) => rows.map((row) => (row.figure === 'bending' ? bending(row) : horizon(row))),
};

export { reference };

/** Ground distance at which the sensing model sees a target at the lowest elevation, found by search. */
function horizon(row: Record<string, string>): ValidationRow {
  const antennaKm = numberIn(row, 'antennaM') / 1000;
  const targetKm = numberIn(row, 'targetM') / 1000;
  const k = (4 / 3) * EARTH_MEAN_RADIUS_KM;
  const lowestRad = row.elevationDeg === '' ? -Math.acos(k / (k + antennaKm)) : numberIn(row, 'elevationDeg') * DEG_RAD;
  const above = (groundKm: number) => apparentElevationRad(0, groundKm, antennaKm, targetKm) - lowestRad;
  const limit = row.elevationDeg === '' ? 'its own horizon' : `${row.elevationDeg} degrees`;
  const what = `antenna at ${row.antennaM} m, target at ${row.targetM} m, beam down to ${limit}`;
  // The beam that touches the horizon is lowest there: search beyond the horizon distance of the antenna only.
  const fromKm = row.elevationDeg === '' ? Math.max(1, Math.sqrt(2 * k * antennaKm)) : 1;
  const computed = brentRoot(above, fromKm, 900, 1e-9);
  const published = numberIn(row, 'expected');
  return row.figure === 'rule'
    ? {
        what: `${what}: 1.23 nmi a root foot`,
        published,
        computed,
        tolerance: 4e-3,
        relative: true,
        unit: 'km',
        why: RULE,
      }
    : { what: `${what}: sphere`, published, computed, tolerance: 1e-5, unit: 'km', why: 'printed to six decimals' };
}

const RULE = 'the rule is a parabola for the sphere and its factor has three digits';

function bending(row: Record<string, string>): ValidationRow {
  const straightRad = numberIn(row, 'elevationDeg') * DEG_RAD;
  const far = apparentElevationRad(straightRad, 1e9, 0, 36_000);
  return {
    what: `bending of a ray from far away that would come in at ${row.elevationDeg} degrees straight`,
    published: numberIn(row, 'expected'),
    computed: 1000 * (far - straightRad),
    tolerance: 0.12,
    relative: true,
    unit: 'mrad',
    why: 'the model is one curvature up to 7 km, the formula a fit to a mean exponential air',
  };
}

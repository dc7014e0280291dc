import { coverage, coverageByLatitude, type LatitudeCoverage } from '../../src/effect/coverage.ts';
import { SPHERE } from '../../src/effect/coverage-grid.ts';
import { DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM } from '../../src/physics/constants.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Radius of the table's sphere, from which its altitudes count. */
const TABLE_RADIUS_KM = 6371;
const STEP_S = 61; // no simple fraction of an orbit or a day
const STEP_COUNT = 250;

export const validation: ValidationCase = {
  id: 'mean-in-view',
  title: 'Mean number of satellites in view by latitude, on a sphere',
  level: 'independent',
  source:
    'closed-form time average for nodes and phases spread evenly, checked by a Monte Carlo; own reference computation',
  run: compareAll,
};

export { reference };

function compareAll(rows: Record<string, string>[]): ValidationRow[] {
  const shells = new Map<string, Record<string, string>[]>();
  for (const row of rows) shells.set(row.shell, [...(shells.get(row.shell) ?? []), row]);
  return [...shells.values()].flatMap(compareShell);
}

function compareShell(rows: Record<string, string>[]): ValidationRow[] {
  const [first] = rows;
  const orbits = compileWalker({
    pattern: 'delta',
    planes: numberIn(first, 'planes'),
    satellitesPerPlane: numberIn(first, 'satellitesPerPlane'),
    altitudeKm: TABLE_RADIUS_KM + numberIn(first, 'altitudeKm') - EARTH_EQUATORIAL_RADIUS_KM,
    inclinationDeg: numberIn(first, 'inclinationDeg'),
    phasing: 1,
  });
  const cap = { kind: 'elevation' as const, minElevationRad: numberIn(first, 'minElevationDeg') * DEG_RAD };
  const latitudeRad = Float64Array.from(rows, (row) => numberIn(row, 'latitudeDeg') * DEG_RAD);
  const grid = { latitudeRad, columns: 360, earth: SPHERE };
  const found = coverageByLatitude(
    grid,
    coverage([{ orbits, cap }], grid, { epochUnixS: 0, startS: 0, stepS: STEP_S, stepCount: STEP_COUNT }),
  );
  return rows.map((row, k) => compareLatitude(row, found[k]));
}

function compareLatitude(row: Record<string, string>, found: LatitudeCoverage): ValidationRow {
  return {
    what: `${row.shell}, from ${row.minElevationDeg} degrees up, at latitude ${row.latitudeDeg} of a sphere: mean in view`,
    published: numberIn(row, 'meanInView'),
    computed: found.meanCount,
    tolerance: 0.01,
    unit: 'satellites',
    why: 'a mean over 250 times and 360 longitudes stands for the exact average: cells at the edge of a cap count whole',
  };
}

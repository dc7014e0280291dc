import { EARTH_EQUATORIAL_RADIUS_KM } from '../../src/physics/constants.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import { minimumPassingKm } from '../../src/physics/walker-spacing.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Radius of the table's sphere, from which its altitudes count. */
const TABLE_RADIUS_KM = 6371;

export const validation: ValidationCase = {
  id: 'passing-distance',
  title: 'Nearest passage between planes by phasing',
  level: 'published',
  source:
    'M. Handley, Delay is Not an Option, HotNets 2018 (best phase offsets 5/32 and, with his sign, 32 - 5); formula of Speckman et al. 1990',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const shell = `${row.planes} planes of ${row.satellitesPerPlane} at ${row.altitudeKm} km`;
  if (row.quantity === 'best phasing') {
    return {
      what: `${shell}: phasing with the widest nearest passage`,
      published: numberIn(row, 'published'),
      computed: bestPhasing(row),
      tolerance: 0,
      unit: 'F',
      why: 'a whole number must match exactly',
    };
  }
  return {
    what: `${shell}, phasing ${row.phasing}: nearest passage between planes`,
    published: numberIn(row, 'published'),
    computed: passingKm(row, numberIn(row, 'phasing')),
    tolerance: row.published === '0' ? 1e-6 : printedRounding(row.published) + 0.005,
    unit: 'km',
    why:
      row.published === '0'
        ? 'the satellites meet: only rounding is left'
        : 'the printed decimals; the table was checked in steps of time, which see a passage a little late',
  };
}

function passingKm(row: Record<string, string>, phasing: number): number {
  const orbits = compileWalker({
    pattern: 'delta',
    planes: numberIn(row, 'planes'),
    satellitesPerPlane: numberIn(row, 'satellitesPerPlane'),
    altitudeKm: TABLE_RADIUS_KM + numberIn(row, 'altitudeKm') - EARTH_EQUATORIAL_RADIUS_KM,
    inclinationDeg: numberIn(row, 'inclinationDeg'),
    phasing,
  });
  return minimumPassingKm(orbits);
}

function bestPhasing(row: Record<string, string>): number {
  const distancesKm = Array.from({ length: numberIn(row, 'planes') }, (_, phasing) => passingKm(row, phasing));
  return distancesKm.indexOf(Math.max(...distancesKm));
}

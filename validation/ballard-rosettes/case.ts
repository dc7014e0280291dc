import { minimumCapDeg } from '../../src/effect/coverage-minimum-cap.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const SEARCH_TOLERANCE_DEG = 0.002;
const NAMES = ['', 'single', 'double', 'triple', 'quadruple'];

export const validation: ValidationCase = {
  id: 'ballard-rosettes',
  title: 'Smallest cap of continuous whole-Earth coverage of Walker constellations',
  level: 'published',
  source:
    'A. H. Ballard, Rosette Constellations of Earth Satellites, IEEE Trans. AES-16(5), 1980 (second hand); exhaustive search of the best Walker constellations',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const planes = numberIn(row, 'planes');
  const fold = numberIn(row, 'fold');
  const orbits = compileWalker({
    pattern: 'delta',
    planes,
    satellitesPerPlane: numberIn(row, 'total') / planes,
    altitudeKm: 1000, // the cap does not depend on it
    inclinationDeg: numberIn(row, 'inclinationDeg'),
    phasing: numberIn(row, 'phasing'),
  });
  const published = row.kind === 'ballard';
  // Ballard's inclinations and angles are rounded, and he is read second hand: a recomputation differs from him by up to 0.0077 degrees
  const tolerance = published ? 0.01 : printedRounding(row.thetaDeg) + SEARCH_TOLERANCE_DEG;
  const pattern = `${row.total}/${row.planes}/${row.phasing}`;
  return {
    what: `${published ? 'Ballard' : 'best'} ${pattern}, ${NAMES[fold]} coverage: cap half angle`,
    published: numberIn(row, 'thetaDeg'),
    computed: minimumCapDeg(orbits, fold, SEARCH_TOLERANCE_DEG),
    tolerance,
    unit: 'deg',
    why: published
      ? 'inclination and angle are printed to 0.01 degrees; the angle can move by as much'
      : 'three printed decimals, and the 0.002 degrees that the search may fall short',
  };
}

import { minimumCapDeg } from '../../src/effect/coverage-minimum-cap.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const SEARCH_TOLERANCE_DEG = 0.01;

export const validation: ValidationCase = {
  id: 'streets-of-coverage',
  title: 'Polar streets of coverage against the closed form',
  level: 'published',
  source: 'cos θ = cos c cos(180°/S), (P-1)(θ+c) + 2c = 180° (Lüders; Beste 1978; Rider 1985; Adams and Rider 1987)',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const planes = numberIn(row, 'planes');
  const orbits = compileWalker({
    pattern: 'star',
    planes,
    satellitesPerPlane: numberIn(row, 'satellitesPerPlane'),
    altitudeKm: 1000, // the cap does not depend on it
    inclinationDeg: 90,
    phasing: 0,
    alternateHalfSlot: true,
    raanSpreadDeg: planes * numberIn(row, 'corotatingSpacingDeg'),
  });
  return {
    what: `${row.planes} planes of ${row.satellitesPerPlane}: cap half angle`,
    published: numberIn(row, 'thetaDeg'),
    computed: minimumCapDeg(orbits, 1, SEARCH_TOLERANCE_DEG),
    tolerance: SEARCH_TOLERANCE_DEG + 0.0002,
    unit: 'deg',
    why: 'what the search may fall short by, and the four printed decimals of spacing and angle',
  };
}

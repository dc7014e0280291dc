import { EARTH_MU_KM3_S2 } from '../../src/physics/constants.ts';
import { lambert } from '../../src/physics/lambert.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'lambert',
  title: "Lambert's problem: textbook examples",
  level: 'published',
  source: 'Vallado 7-5, Curtis 5.2, Battin 7.12: all second hand, from tests of public Lambert solvers',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const start = new Float64Array(3);
  const end = new Float64Array(3);
  const from = ['x1Km', 'y1Km', 'z1Km'].map((name) => numberIn(row, name));
  const to = ['x2Km', 'y2Km', 'z2Km'].map((name) => numberIn(row, name));
  // about another body, or in other units, the same path is flown in another time
  const paceRatio = Math.sqrt(numberIn(row, 'muKm3S2') / EARTH_MU_KM3_S2);
  lambert(from, to, numberIn(row, 'flightS') * paceRatio, row.way === 'long', start, end);
  const found = row.end === 'start' ? start : end;
  const expected = ['vxKmS', 'vyKmS', 'vzKmS'].map((name) => numberIn(row, name));
  return {
    what: `${row.case}: distance of the velocity at the ${row.end} from the printed one`,
    published: 0,
    computed: Math.sqrt(expected.reduce((sum, value, i) => sum + (value - found[i] * paceRatio) ** 2, 0)),
    tolerance: numberIn(row, 'toleranceKmS'),
    unit: row.case.startsWith('Battin') ? 'AU/yr' : 'km/s',
    why: row.why,
  };
}

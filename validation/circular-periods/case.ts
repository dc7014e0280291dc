import { EARTH_EQUATORIAL_RADIUS_KM } from '../../src/physics/constants.ts';
import { circularPeriodS } from '../../src/physics/walker.ts';
import type { ValidationCase } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'circular-periods',
  title: 'Periods of circular orbits',
  level: 'published',
  source: 'Kepler’s third law with Re 6378.1 km and mu 398600.4 km3/s2, tabulated; second hand',
  run: (rows) =>
    rows.map((row) => ({
      what: `period at ${row.altitudeKm} km`,
      published: numberIn(row, 'periodMin'),
      computed: circularPeriodS(EARTH_EQUATORIAL_RADIUS_KM + numberIn(row, 'altitudeKm')) / 60,
      tolerance: printedRounding(row.periodMin) + 0.001,
      unit: 'min',
      why: 'two printed decimals, and 0.001 min for the radius and constant that the table rounds',
    })),
};

export { reference };

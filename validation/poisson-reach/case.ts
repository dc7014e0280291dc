import { type PoissonReach, poissonReach } from '../../src/closed-forms/reach-poisson.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const LAYER = { onOrbit: 4600, shellRadiusKm: 6371 + 500, speedKmS: 5, delayS: 60 + 30 };

export const validation: ValidationCase = {
  id: 'poisson-reach',
  title: 'Time, reach and interceptors within it for an evenly spread layer',
  level: 'independent',
  source: 'A public teaching model of boost-phase defence, read in its source',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const computed = poissonReach({ ...LAYER, burnS: numberIn(row, 'burnS') })[row.quantity as keyof PoissonReach];
  if (computed === undefined) throw new RangeError(`unknown quantity: ${row.quantity}`);
  return {
    what: `${row.threat}: ${row.quantity}`,
    published: numberIn(row, 'expected'),
    computed,
    tolerance: printedRounding(row.expected),
    unit: row.unit,
    why: 'rounding of the printed figure',
  };
}

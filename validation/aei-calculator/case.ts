import { type SizeResult, sizeLayer } from '../../src/closed-forms/sizing.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const COUNTS = new Set(['shotsPerThreat', 'interceptors', 'perLaunch', 'launchesPerGeneration', 'generations']);

export const validation: ValidationCase = {
  id: 'aei-calculator',
  title: 'Sizing and cost of a space-interceptor layer: defaults and sweeps of the AEI calculator',
  level: 'independent',
  source: 'AEI Space-Based Interceptor Calculator (T. Harrison, 2025): inputs and equations of the public tool',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const result = sizeLayer(row.input === '' ? {} : { [row.input]: numberIn(row, 'inputValue') });
  const value = result[row.quantity as keyof SizeResult];
  if (typeof value !== 'number') throw new RangeError(`quantity must be a number of the result: ${row.quantity}`);
  const count = COUNTS.has(row.quantity);
  const total = row.quantity === 'totalMusd';
  return {
    what: `${row.change}: ${row.quantity}`,
    published: numberIn(row, 'expected'),
    computed: row.unit === 'B$' ? value / 1000 : value,
    tolerance: count ? 0 : printedRounding(row.expected) * (total ? 2 : 1),
    unit: row.unit,
    why: count ? 'a count must match exactly' : total ? 'one unit of the last digit' : 'rounding of the printed figure',
  };
}

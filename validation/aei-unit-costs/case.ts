import { rollUpCost } from '../../src/closed-forms/unit-cost-rollup.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const PERIOD_YR = 20;
const INPUTS = ['fixedMusd', 'count', 'unitMusd', 'operationsMusdYr'] as const;

export const validation: ValidationCase = {
  id: 'aei-unit-costs',
  title: 'Surface batteries and sites over twenty years at AEI unit costs',
  level: 'self-consistent',
  source: 'AEI Working Paper 2025-20 (T. Harrison, 12 September 2025), table 2; sums done by hand',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const [fixedMusd, count, unitMusd, operationsMusdYr] = INPUTS.map((key) => numberIn(row, key));
  return {
    what: `${row.element}, ${PERIOD_YR} years`,
    published: numberIn(row, 'expectedBusd'),
    computed: rollUpCost({ fixedMusd, count, unitMusd, operationsMusdYr }, PERIOD_YR).totalMusd / 1000,
    tolerance: printedRounding(row.expectedBusd),
    unit: 'B$',
    why: 'rounding of the sum done by hand',
  };
}

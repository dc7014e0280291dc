import { quantityGrowth, splitByLearning } from '../../src/programme/learning.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const INTERCEPTOR_RATE = 0.85;
const LAUNCH_RATE = 0.95;
const TO_MODERATE = 10; // salvo of 5 to 50
const TO_ROBUST = 50; // salvo of 5 to 250

export const validation: ValidationCase = {
  id: 'aei-scaling',
  title: 'Cost of the largest AEI tier predicted from the two smaller ones',
  level: 'published',
  source: 'AEI Working Paper 2025-20 (T. Harrison, 12 September 2025), replenishment cost by tier; second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const replenishments = numberIn(row, 'replenishments');
  const basic = numberIn(row, 'basicBusd') / replenishments;
  const moderate = numberIn(row, 'moderateBusd') / replenishments;
  const [interceptors, launches] = splitByLearning(basic, moderate, TO_MODERATE, [INTERCEPTOR_RATE, LAUNCH_RATE]);
  return {
    what: `${row.type}: one generation of the robust tier`,
    published: numberIn(row, 'robustBusd') / replenishments,
    computed:
      interceptors * quantityGrowth(TO_ROBUST, INTERCEPTOR_RATE) + launches * quantityGrowth(TO_ROBUST, LAUNCH_RATE),
    tolerance: 0.01,
    relative: true,
    unit: 'B$',
    why: 'rounding of the tiers that it is predicted from',
  };
}

import { sizeLayer } from '../../src/closed-forms/sizing.ts';
import type { SizeInput } from '../../src/closed-forms/sizing-input.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const INPUTS = ['altitudeKm', 'interceptAltitudeKm', 'deltaVKmS', 'meanAccelerationG', 'flyOutS'] as const;

export const validation: ValidationCase = {
  id: 'aei-absentee',
  title: 'Absentee ratios and tiers of the AEI working paper',
  level: 'published',
  source: 'AEI Working Paper 2025-20 (T. Harrison, 12 September 2025), appendix B and cost tables; second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const input: Partial<SizeInput> = Object.fromEntries(INPUTS.map((key) => [key, numberIn(row, key)]));
  const { absenteeRatio, shotsPerThreat } = sizeLayer(input);
  const rounded = Math.round(absenteeRatio); // as the paper does
  const ratioOnly = row.salvo === '';
  return {
    what: ratioOnly ? `${row.type}: absentee ratio, rounded` : `${row.type}: interceptors for a salvo of ${row.salvo}`,
    published: numberIn(row, 'published'),
    computed: ratioOnly ? rounded : rounded * shotsPerThreat * numberIn(row, 'salvo'),
    tolerance: 0,
    unit: row.unit,
    why: 'a count must match exactly',
  };
}

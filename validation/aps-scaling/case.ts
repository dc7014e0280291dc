import { discRadiusKm } from '../../src/closed-forms/absentee.ts';
import { delayGrowth } from '../../src/closed-forms/reach-poisson.ts';
import { sizeLayer } from '../../src/closed-forms/sizing.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const EARTH_RADIUS_KM = 6378.1;

export const validation: ValidationCase = {
  id: 'aps-scaling',
  title: 'Growth of the constellation with delay and raid, as told of the APS study',
  level: 'self-consistent',
  source: 'Figures told second hand of the APS study of 2025, used as ratios only',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const a = numberIn(row, 'a');
  const b = numberIn(row, 'b');
  const base = { published: numberIn(row, 'expected'), unit: row.unit, tolerance: printedRounding(row.expected) };
  const why = 'rounding of the printed figure';
  if (row.quantity === 'delayGrowth') {
    return { ...base, what: `${b} s lost of a fly-out of ${a} s`, computed: delayGrowth(a, b), why };
  }
  if (row.quantity === 'reachKm') {
    const computed = discRadiusKm(EARTH_RADIUS_KM + b, a);
    return { ...base, what: `reach that ${a} at ${b} km stand for`, computed, why };
  }
  if (row.quantity !== 'salvoGrowth') throw new RangeError(`unknown quantity: ${row.quantity}`);
  const computed = sizeLayer({ salvo: b }).interceptors / sizeLayer({ salvo: a }).interceptors;
  const rounding = b / sizeLayer({ salvo: a }).interceptors;
  return { ...base, what: `${b} missiles over ${a}`, computed, tolerance: rounding, why: 'whole interceptors' };
}

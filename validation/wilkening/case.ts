import { type SalvoDoctrine, type SalvoResult, salvo, spentPerObject } from '../../src/closed-forms/salvo.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const RAID = { warheads: 20, killProbability: 0.7, trackProbability: 0.99, zeroLeakProbability: 0.8 };
const COUNTS = new Set(['interceptors', 'firstShots']);

export const validation: ValidationCase = {
  id: 'wilkening',
  title: 'Interceptors for a raid: barrage and shoot-look-shoot',
  level: 'published',
  source: 'D. Wilkening, CISAC, Stanford (August 1998), as described by smu160.github.io (2026)',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const result = salvo({ ...RAID, doctrine: row.doctrine as SalvoDoctrine });
  const fixed = row.firstShots !== '';
  const computed = fixed
    ? RAID.warheads * spentPerObject(numberIn(row, 'firstShots'), result.shotsPerTarget, RAID.killProbability)
    : result[row.quantity as keyof SalvoResult];
  if (typeof computed !== 'number') throw new RangeError(`quantity must be a number of the result: ${row.quantity}`);
  const count = COUNTS.has(row.quantity);
  return {
    what: `${row.doctrine}: ${row.quantity}${fixed ? ` with ${row.firstShots} first` : ''}`,
    published: numberIn(row, 'published'),
    computed,
    tolerance: count ? 0 : printedRounding(row.published),
    unit: row.unit,
    why: count ? 'a count must match exactly' : 'rounding of the printed figure',
  };
}

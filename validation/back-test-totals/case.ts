import { engineMusd } from '../../src/reconcile/estimate-walk.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { study, walkContext } from '../published-studies.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'back-test-totals',
  title: 'Totals of studies whose prices are not public, at the prices of CBO 2026',
  level: 'back-test',
  source: 'CBO letter of 5 May 2025, second hand; CBO (2004) and National Research Council (2012), recalled',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  return {
    what: row.what,
    published: numberIn(row, 'published'),
    computed: engineMusd(study(row.id), walkContext()).musd / 1000,
    tolerance: numberIn(row, 'tolerance'),
    relative: true,
    unit: 'B$',
    why: 'a fifth: what prices of one class may differ by between studies',
    ...(row.because && { misses: row.because }),
  };
}

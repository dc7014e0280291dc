import { herfindahlIndex } from '../../src/dependence/concentration.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'herfindahl',
  title: 'Herfindahl-Hirschman index of nine markets behind the shield',
  level: 'self-consistent',
  source: 'public awards and launch counts, 2022 to 2026; indexes worked out by hand',
  run: (rows) => rows.flatMap(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow[] {
  const index = herfindahlIndex(row.amounts.split(';').map(Number));
  const digits = row.effective.split('.')[1]?.length ?? 0;
  return [
    {
      what: `index, ${row.market}`,
      published: numberIn(row, 'published'),
      computed: index,
      tolerance: 1,
      unit: 'of 10,000',
      why: 'rounding of the printed index',
    },
    {
      what: `effective suppliers, ${row.market}`,
      published: numberIn(row, 'effective'),
      computed: 10_000 / index,
      tolerance: 0.5 * 10 ** -digits + 1e-9,
      unit: 'suppliers',
      why: 'half of the last printed digit',
    },
  ];
}

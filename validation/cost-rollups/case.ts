import { rollUpCost } from '../../src/closed-forms/unit-cost-rollup.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const NGI_COUNT = 31;

export const validation: ValidationCase = {
  id: 'cost-rollups',
  title: 'Programme totals from published parts',
  level: 'published',
  source: 'CAPE 2021 via Arms Control Today (June 2021); SpaceNews (16 January 2024); Aviation Week (2025)',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const element = {
    fixedMusd: numberIn(row, 'fixedMusd') + numberIn(row, 'extraMusd'),
    count: numberIn(row, 'count'),
    unitMusd: numberIn(row, 'unitMusd'),
  };
  const { totalMusd } = rollUpCost(element, 20);
  const mean = row.quantity === 'meanOf31Musd';
  return {
    what: `${row.element}: ${mean ? `mean of ${NGI_COUNT}` : 'total'}`,
    published: numberIn(row, 'published'),
    computed: mean ? totalMusd / NGI_COUNT : totalMusd / 1000,
    tolerance: numberIn(row, 'tolerance'),
    unit: row.unit,
    why: row.why,
  };
}

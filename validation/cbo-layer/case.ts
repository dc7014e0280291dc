import { cboLayer } from '../../src/closed-forms/cbo-layer.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const ARCHITECTURE_BUSD = 1191;

export const validation: ValidationCase = {
  id: 'cbo-layer',
  title: 'CBO 2026 space-interceptor layer: units, replacements and operations add up to the published cost',
  level: 'published',
  source: 'CBO publication 62422 (12 May 2026), as quoted in the press',
  run: (rows) => rows.map(compare),
};

export { reference };

type Check = Pick<ValidationRow, 'what' | 'computed' | 'tolerance' | 'relative' | 'why'>;

function checks(): Record<string, Check> {
  const layer = cboLayer({
    onOrbit: 7800,
    lifeYr: 5,
    unitMusd: 22,
    periodYr: 20,
    buildYr: 4,
    operationsMusdYr: 1000,
  });
  const money = { tolerance: 0.01, relative: true, why: 'unit cost printed with two digits' };
  return {
    replacementsPerYr: {
      what: 'interceptors replaced each year',
      computed: layer.replacementsPerYr,
      tolerance: 0.03,
      relative: true,
      why: 'published as "nearly 1,600"',
    },
    acquisition: { what: 'acquisition over 20 years', computed: layer.acquisitionMusd / 1000, ...money },
    operations: {
      what: 'operations over 20 years',
      computed: layer.operationsMusd / 1000,
      tolerance: 0,
      why: 'a plain product',
    },
    total: { what: 'layer over 20 years', computed: layer.totalMusd / 1000, ...money },
    shareOfTotal: {
      what: 'share of the whole architecture',
      computed: (100 * layer.totalMusd) / 1000 / ARCHITECTURE_BUSD,
      tolerance: 5,
      why: 'published as "about 60 %"',
    },
  };
}

function compare(row: Record<string, string>): ValidationRow {
  const check = checks()[row.quantity];
  if (check === undefined) throw new RangeError(`unknown quantity: ${row.quantity}`);
  return { ...check, published: numberIn(row, 'published'), unit: row.unit };
}

import { warheadKillProbability } from '../../src/closed-forms/wilkening.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { printedRounding } from '../printed.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'gmd-salvo',
  title: 'Kill probability of two and four ground-based interceptors from the test record',
  level: 'self-consistent',
  source:
    'Test record 12 of 21 (MDAA, as cited in the press) and the salvo figures that circulate with it; second hand',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const [hits, tests] = row.killProbability.split('/').map(Number);
  const single = tests === undefined ? hits : hits / tests;
  const track = numberIn(row, 'trackProbability');
  const shots = numberIn(row, 'shots');
  return {
    what: `${shots} shots at ${row.killProbability}${track < 1 ? `, track ${row.trackProbability}` : ''}`,
    published: numberIn(row, 'published'),
    computed: warheadKillProbability(track, single, shots),
    tolerance: printedRounding(row.published),
    unit: '',
    why: 'rounding of the printed figure',
  };
}

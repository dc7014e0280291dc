import { expect, test } from 'vitest';
import { testArchitecture, used } from '../../test/fixtures/architecture.ts';
import type { JointCell, JointTable } from '../flow/joint.ts';
import { auditOf } from './audit.ts';

const DRAWS = 200;
const DATE = '2035-01-01';
/** Evenly spread numbers in an order of their own for each seed. */
const values = (seed: number) => Array.from({ length: DRAWS }, (_, i) => ((i * seed) % DRAWS) / DRAWS);
const heavy = values(1);
const idle = values(77);

function cell(noLeakerCount: number, spentMusd: number): JointCell {
  return {
    raids: 100,
    noLeakerCount,
    leakerCount: 0,
    leakerSquares: 0,
    leakersByRaid: [],
    spentMusd,
    paidMusd: {},
    standingCounts: [],
  };
}

const input = (path: string, basis: 'assumption' | 'stated', list: readonly number[]) => ({
  path,
  element: 'sbi',
  value: 0.5,
  low: 0,
  high: 1,
  basis,
  source: 'cupola',
  values: list,
});

const table = {
  seed: 1,
  draws: DRAWS,
  leftOutCount: 0,
  redrawnCount: 0,
  raids: 100,
  dates: [DATE],
  elements: [],
  missilesCount: 1,
  inputs: [
    input('sbi.killProbability', 'assumption', heavy),
    input('sbi.idle', 'stated', idle),
    input('sbi.unitMusd', 'stated', values(33)),
  ],
  cells: [[cell(50, 0)], ...heavy.map((kill, i) => [cell(Math.round(100 * kill), values(33)[i] * 1000)])],
  complete: [],
  drawNumbers: heavy.map((_, i) => i + 1),
} as unknown as JointTable;

test('what moves the headline stands first, with what it rests on; what does nothing is left out', () => {
  const architecture = testArchitecture({
    uses: [used('sbi', 'lifeYr', 5, { basis: 'assumption' }), used('sbi', 'killProbability', 0.5, { low: 0, high: 1 })],
    sources: { cupola: { title: 'own', producer: 'Cupola', date: '2026-07', kind: 'own', seen: 'primary' } },
  });
  const audit = auditOf(table, architecture, DATE);
  const line = (path: string) => audit.lines.find((each) => each.path === path);
  expect(audit.lines.map(({ path }) => path).sort()).toEqual(['sbi.killProbability', 'sbi.unitMusd']);
  expect(line('sbi.killProbability')).toMatchObject({ basis: 'assumption', sourceKind: 'own', spentFraction: 0 });
  expect(line('sbi.killProbability')!.noLeakerFraction).toBeGreaterThan(0.95);
  expect(line('sbi.unitMusd')!.spentFraction).toBeGreaterThan(0.95);
  expect(audit.noLeaker.byBasis.assumption).toBeCloseTo(audit.noLeaker.explainedFraction, 12);
  expect(audit.spent.byBasis.stated).toBeCloseTo(audit.spent.explainedFraction, 12);
  expect(audit).toMatchObject({ lightCount: 1, fixedCount: 1, fixedAssumptionCount: 1 });
});

import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { jointAnswer } from '../effect/joint-answer.ts';
import { jointDates, jointDraw, jointPlan, jointTableOf, monthOf } from './joint.ts';

const architecture = shippedScenario('golden-dome-2026-07');
const dates = ['2029-01-01', '2038-01-01'];
const plan = jointPlan(architecture, { draws: 16, raids: 3, dates });
const rows = [0, 1, 2].map((draw) => jointDraw(plan, draw));

describe('draws x dates x raids', () => {
  test('the same draw is the same row, whatever came before it', () => {
    expect(jointDraw(plan, 1)).toEqual(rows[1]);
  });

  test('later there is more of the layer, more is spent, and no more gets through on the same raids', () => {
    const { elements } = jointTableOf(plan, rows);
    const sbi = elements.findIndex(({ id }) => id === 'sbi');
    for (const { cells, complete } of rows) {
      const [early, late] = cells;
      expect(late!.standingCounts[sbi]).toBeGreaterThan(early!.standingCounts[sbi]!);
      expect(late!.standingCounts[sbi]).toBeLessThan(7800);
      expect(late!.spentMusd).toBeGreaterThan(early!.spentMusd);
      expect(late!.leakerCount).toBeLessThanOrEqual(early!.leakerCount);
      expect(complete.standingCounts[sbi]).toBe(7800);
      expect(complete.leakerCount).toBeLessThanOrEqual(late!.leakerCount + 1);
    }
  });

  test('rows in any order make the same table; what was not drawn has no input', () => {
    const table = jointTableOf(plan, rows);
    expect(jointTableOf(plan, [...rows].reverse())).toEqual(table);
    expect(table.draws).toBe(2);
    for (const { values } of table.inputs) expect(values).toHaveLength(2);
  });

  test('without ranges the band has no width', () => {
    const uses = architecture.uses.map((use) => ({ ...use, low: undefined, high: undefined }));
    const certain = jointPlan({ ...architecture, uses }, { draws: 16, raids: 2, dates: ['2029-01-01'] });
    expect(certain.table.inputs).toEqual([]);
    const { headline } = jointAnswer(jointTableOf(certain, [jointDraw(certain, 0)]));
    expect(headline.noLeaker.p10).toBe(headline.noLeaker.p90);
    expect(headline.spentMusd!.p10).toBe(headline.spentMusd!.p90);
  });

  test('dates are first days within the horizon', () => {
    expect(jointDates(architecture)[0]).toBe('2030-01-01');
    expect(jointDates(architecture).at(-1)).toBe('2048-01-01');
    expect(monthOf(architecture, '2029-01-01')).toBe(11);
    expect(() => monthOf(architecture, '2060-01-01')).toThrow('date must be from 2028 to 2048');
  });
});

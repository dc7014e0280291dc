import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { summarizeEffect } from '../effect/effect-summary.ts';
import { jointAnswer } from '../effect/joint-answer.ts';
import { seesAlike, withStanding } from '../force/standing.ts';
import { monthOf } from '../programme/month-of.ts';
import { programmeOf } from '../programme/programme.ts';
import { newMemory, runTrial, runTrialAgain, simulate } from './drive.ts';
import { forceOn, standingOn } from './force-by-date.ts';
import { jointDates, jointDraw, jointPlan, jointTableOf } from './joint.ts';
import { prepare } from './prepare.ts';

const architecture = shippedScenario('golden-dome-2026-07');
const dates = ['2029-01-01', '2038-01-01'];
const plan = jointPlan(architecture, { draws: 16, raids: 3, dates });
const rows = [0, 1, 2].map((draw) => jointDraw(plan, draw)!);

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
    const { headline } = jointAnswer(jointTableOf(certain, [jointDraw(certain, 0)!]));
    expect(headline.noLeaker.p10).toBe(headline.noLeaker.p90);
    expect(headline.spentMusd!.p10).toBe(headline.spentMusd!.p90);
  });

  test('dates are first days within the horizon', () => {
    expect(jointDates(architecture)[0]).toBe('2030-01-01');
    expect(jointDates(architecture).at(-1)).toBe('2048-01-01');
    const claims = [{ id: 'a', name: 'A', byDate: '2029-01-20', musd: 1 }];
    expect(jointDates({ ...architecture, claims })).toEqual(['2029-01-20', ...jointDates(architecture)]);
    expect(monthOf(architecture, '2029-01-01')).toBe(11);
    expect(() => monthOf(architecture, '2060-01-01')).toThrow('date must be from 2028 to 2048');
  });

  test('of missiles that carry several, warheads are counted; that nothing gets through does not depend on it', () => {
    const [raid] = architecture.threats;
    const loaded = { ...architecture, threats: [{ ...raid!, count: 3, warheadCount: 4 }] };
    const few = jointPlan(loaded, { draws: 16, raids: 4, dates: ['2029-01-01'] });
    const { cells } = jointDraw(few, 0)!;
    const date = '2029-01-01';
    const standing = standingOn(loaded, programmeOf(loaded, { draw: 0 }), { date, month: monthOf(loaded, date) });
    const prepared = prepare(loaded);
    const flown = simulate({ ...prepared, force: forceOn(prepared.force, standing) }, 0, 4);
    const { noLeaker, expectedLeakers, warheads } = summarizeEffect(flown.effect, []);
    expect(cells[0]!.leakerCount / 4).toBeCloseTo(warheads!.expectedWarheads.mean, 12);
    expect(cells[0]!.noLeakerCount / 4).toBe(noLeaker.probability);
    expect(warheads!.expectedWarheads.mean).toBeGreaterThan(expectedLeakers.mean);
  });

  test('what differs in interceptors alone shares what is seen, and comes to the same', () => {
    const prepared = prepare(architecture);
    const halved = { ...prepared, force: withStanding(prepared.force, new Map([['sbi', 0.5]])) };
    const blinded = { ...prepared, force: withStanding(prepared.force, new Map([['tracking', 0]])) };
    expect(seesAlike(prepared.force, halved.force)).toBe(true);
    expect(seesAlike(prepared.force, blinded.force)).toBe(false);
    const memory = newMemory();
    for (let raid = 0; raid < 5; raid++) {
      const whole = structuredClone(runTrial(prepared, raid, memory));
      expect(runTrialAgain(halved, raid, memory)).toEqual(runTrial(halved, raid));
      expect(runTrialAgain(prepared, raid, memory)).toEqual(whole);
    }
  });

  test('a draw with whose numbers the raid cannot be flown is left out and counted', () => {
    const glider = shippedScenario('mixed-raid');
    const mixed = jointPlan(glider, { draws: 16, raids: 2, dates: ['2040-01-01'] });
    const flown = Array.from({ length: 17 }, (_, draw) => jointDraw(mixed, draw));
    const there = flown.filter((row) => row !== null);
    expect(there.length).toBeLessThan(17);
    expect(flown[0]).not.toBeNull();
    const table = jointTableOf(mixed, there, 17 - there.length);
    expect(table.leftOutCount).toBe(17 - there.length);
    expect(jointAnswer(table).draws).toMatchObject({ drawsCount: there.length - 1, leftOutCount: 17 - there.length });
  });
});

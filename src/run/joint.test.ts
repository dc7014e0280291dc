import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { summarizeEffect } from '../effect/effect-summary.ts';
import { jointAnswer } from '../effect/joint-answer.ts';
import type { EventPlan } from '../flow/events.ts';
import { completionFractions } from '../flow/joint.ts';
import { warheadsThrough } from '../flow/outcomes.ts';
import { withStanding } from '../force/standing.ts';
import { drawnArchitecture } from '../programme/drawn-architecture.ts';
import { monthOf } from '../programme/month-of.ts';
import { fieldedOf, programmeOf } from '../programme/programme.ts';
import { newMemory, runTrial, runTrialAgain, simulate } from './drive.ts';
import { flyForces, forceKeys } from './fly-forces.ts';
import { countedElements, forceOn, standingOn } from './force-by-date.ts';
import { jointDates, jointDraw, jointPlan, jointTableOf, variantTable } from './joint.ts';
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
      expect(late.standingCounts[sbi]).toBeGreaterThan(early.standingCounts[sbi]);
      expect(late.standingCounts[sbi]).toBeLessThan(7800);
      expect(late.spentMusd).toBeGreaterThan(early.spentMusd);
      expect(late.leakerCount).toBeLessThanOrEqual(early.leakerCount);
      expect(complete.standingCounts[sbi]).toBe(7800);
      expect(complete.leakerCount).toBeLessThanOrEqual(late.leakerCount + 1);
    }
  });

  test('on the day of completion every element stands by its share, the month before not; money is what is paid by then', () => {
    for (const { draw, completions } of rows) {
      const drawn = drawnArchitecture(architecture, plan.table, draw);
      const counted = countedElements(programmeOf(drawn, { draw })).filter(({ targetCount }) => targetCount > 0);
      completionFractions.forEach((fraction, f) => {
        const { date, spentMusd } = completions[f];
        const standsIn = (month: number) =>
          counted.every(({ inServiceCounts, targetCount }) => inServiceCounts![month] >= fraction * targetCount);
        expect(spentMusd).toBeGreaterThan(0);
        if (date === null) {
          expect(standsIn(239)).toBe(false);
          return;
        }
        const month = monthOf(architecture, date);
        expect([standsIn(month), standsIn(month - 1)]).toEqual([true, false]);
        const at = jointDraw(jointPlan(architecture, { draws: 16, raids: 1, dates: [date] }), draw)!;
        expect(spentMusd).toBeCloseTo(at.cells[0].spentMusd, 6);
      });
      const [full, most, half, quarter] = completions.map(({ date }) => date ?? '9999');
      expect([quarter <= half, half <= most, most <= full]).toEqual([true, true, true]);
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
    const loaded = { ...architecture, threats: [{ ...raid, count: 3, warheadCount: 4 }] };
    const few = jointPlan(loaded, { draws: 16, raids: 4, dates: ['2029-01-01'] });
    const { cells } = jointDraw(few, 0)!;
    const date = '2029-01-01';
    const standing = standingOn(loaded, programmeOf(loaded, { draw: 0 }), { date, month: monthOf(loaded, date) });
    const prepared = prepare(loaded);
    const flown = simulate({ ...prepared, force: forceOn(prepared.force, standing) }, 0, 4);
    const { noLeaker, expectedLeakers, warheads } = summarizeEffect(flown.effect, []);
    expect(cells[0].leakerCount / 4).toBeCloseTo(warheads!.expectedWarheads.mean, 12);
    expect(cells[0].noLeakerCount / 4).toBe(noLeaker.probability);
    expect(warheads!.expectedWarheads.mean).toBeGreaterThan(expectedLeakers.mean);
  });

  test('what differs in interceptors alone shares what is seen, and comes to the same', () => {
    const prepared = prepare(architecture);
    const halved = { ...prepared, force: withStanding(prepared.force, new Map([['sbi', 0.5]])) };
    const blinded = { ...prepared, force: withStanding(prepared.force, new Map([['tracking', 0]])) };
    const keysOf = forceKeys();
    const [whole, half, blind] = [prepared, halved, blinded].map(({ force }) => keysOf(force));
    expect(half.sight).toBe(whole.sight);
    expect(half.whole).not.toBe(whole.whole);
    expect(blind.sight).not.toBe(whole.sight);
    const memory = newMemory();
    for (let raid = 0; raid < 5; raid++) {
      const whole = structuredClone(runTrial(prepared, raid, memory));
      expect(runTrialAgain(halved, raid, memory)).toEqual(runTrial(halved, raid));
      expect(runTrialAgain(prepared, raid, memory)).toEqual(whole);
    }
  });

  test('forces that are flown together come to what each comes to by itself, equal ones flown once', () => {
    const prepared = prepare(architecture);
    const part = (shares: [string, number][]) => withStanding(prepared.force, new Map(shares));
    const forces = [
      prepared.force,
      part([['sbi', 0.3]]),
      part([['tracking', 0.4]]),
      part([
        ['tracking', 0.4],
        ['sbi', 0.3],
      ]),
      part([['sbi', 0.3]]),
    ];
    const flights = forces.map((force, i) => ({ force, raids: i % 2 === 0 ? 2 : 4 }));
    const together = flyForces(prepared, flights, 7);
    flights.forEach(({ force, raids }, i) => {
      const alone = Array.from({ length: raids }, (_, k) => warheadsThrough(runTrial({ ...prepared, force }, 7 + k)));
      expect(together[i].slice(0, raids)).toEqual(alone);
    });
    expect(together[4]).toBe(together[1]);
  });

  test('variants share draws and raids: one that is the same in all but name comes to the same, and so does what happens later', () => {
    const grounded = (date: string, atYr: number): EventPlan[] => [
      { kind: 'grounding', date, atYr, vehicle: 'falcon-9', months: 60 },
    ];
    const variants = { events: [[], grounded('2035', 7), grounded('2028-02', 1 / 12)], raids: 2 };
    const eventful = jointPlan(architecture, { draws: 16, raids: 3, dates, variants });
    const flown = [1, 2].map((draw) => jointDraw(eventful, draw)!);
    expect(flown.map(({ variants: _variants, ...row }) => row)).toEqual(
      rows.slice(1).map(({ variants: _none, ...row }) => row),
    );
    for (const { cells, variants: others } of flown) {
      const first = cells.map(({ leakersByRaid }) => leakersByRaid.slice(0, 2));
      const [same, later, early] = others.map((each) => each.map(({ leakersByRaid }) => leakersByRaid));
      expect(same).toEqual(first);
      expect(later[0]).toEqual(first[0]);
      expect(early[0]).toHaveLength(2);
      expect(others[2][0].standingCounts).not.toEqual(cells[0].standingCounts);
    }
    const base = jointTableOf(eventful, flown);
    expect(variantTable(base, eventful, flown, 2).cells[1]).toEqual(flown[0].variants[2]);
  });

  test('what stands is the same with and without its money', () => {
    const { elements, losses } = programmeOf(architecture, { draw: 3 });
    const fielded = fieldedOf(architecture, { draw: 3 });
    const counted = elements.filter(({ inServiceCounts }) => inServiceCounts !== undefined);
    expect(fielded.losses).toEqual(losses);
    expect(fielded.elements).toEqual(
      counted.map(({ id, name, targetCount, inServiceCounts }) => ({ id, name, targetCount, inServiceCounts })),
    );
  });

  test('partners are paid what is spent, to the last million', () => {
    for (const { cells } of rows)
      for (const { spentMusd, paidMusd } of cells)
        expect(Object.values(paidMusd).reduce((sum, musd) => sum + musd, 0)).toBeCloseTo(spentMusd, 3);
  });

  test('draws whose missiles had to be drawn again are counted, with the values that were flown; those never found are left out', () => {
    const mixed = jointPlan(shippedScenario('mixed-raid'), { draws: 16, raids: 2, dates: ['2040-01-01'] });
    const flown = [0, 1, 2, 3].map((draw) => jointDraw(mixed, draw)!);
    const again = flown.filter(({ redrawn }) => redrawn);
    expect(again.length).toBeGreaterThan(0);
    const table = jointTableOf(mixed, flown, 13);
    expect(jointAnswer(table).draws).toMatchObject({ drawsCount: 3, redrawnCount: again.length, leftOutCount: 13 });
    table.inputs.forEach(({ values }, i) => {
      for (const { draw, redrawn } of again) expect(values[draw - 1]).toBe(redrawn![i]);
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { ClaimPlan } from '../flow/claim.ts';
import type { JointCell, JointTable } from '../flow/joint.ts';
import { latinColumn } from '../num/latin-hypercube.ts';
import { randomStream } from '../num/random.ts';
import { claimAnswer } from './claims.ts';

const DRAWS = 64;
const RAIDS = 1000;
const DATES = ['2030-01-01', '2035-01-01', '2040-01-01'];

/** What a draw comes to at one date. */
interface Drawn {
  musd: number;
  /** Of 100 units of each of two elements. */
  up: [number, number];
  /** Raids of which nothing gets through. */
  hits: number;
}

/** A table made by hand: what each draw is at each date. */
function tableOf(drawn: (draw: number, date: number) => Drawn, inputs: JointTable['inputs'] = []): JointTable {
  const cell = (draw: number, date: number): JointCell => {
    const { musd, up, hits } = drawn(draw, date);
    const leaks = RAIDS - hits;
    return {
      raids: RAIDS,
      noLeakerCount: hits,
      leakerCount: leaks,
      leakerSquares: leaks,
      leakersByRaid: Array.from({ length: RAIDS }, (_, raid) => (raid < hits ? 0 : 1)),
      spentMusd: musd,
      paidMusd: {},
      standingCounts: up,
    };
  };
  const draws = Array.from({ length: DRAWS + 1 }, (_, draw) => draw);
  return {
    seed: 1,
    draws: DRAWS,
    leftOutCount: 0,
    redrawnCount: 0,
    drawNumbers: Array.from({ length: DRAWS }, (_, i) => i + 1),
    raids: RAIDS,
    dates: DATES,
    elements: ['sbi', 'lrdr'].map((id) => ({ id, name: id, targetCount: 100, isInterceptor: id === 'sbi' })),
    missilesCount: 10,
    inputs,
    cells: draws.map((draw) => DATES.map((_, date) => cell(draw, date))),
    complete: draws.map((draw) => cell(draw, DATES.length)),
  };
}

const bit = (draw: number, of: number) => (draw >> of) % 2 === 1;
const claim = (parts: Partial<ClaimPlan>): ClaimPlan => ({ id: 'a', name: 'A', byDate: DATES[1], ...parts });
const ALL = { musd: 100, standing: [{ fraction: 0.9 }], noLeaker: 0.5 };

describe('a claim against draws that are known', () => {
  // half of the draws hold each part: each by a bit of its own, or all by the same
  const halves = (bits: [number, number, number]) =>
    tableOf((draw) => ({
      musd: bit(draw, bits[0]) ? 90 : 110,
      up: [bit(draw, bits[1]) ? 95 : 80, 100],
      hits: bit(draw, bits[2]) ? 900 : 100,
    }));

  test('parts that have nothing to do with each other: an eighth holds together', () => {
    const { parts, allTogether } = claimAnswer(halves([0, 1, 2]), claim(ALL));
    expect(parts.map(({ what }) => what)).toEqual(['musd', 'standing', 'noLeaker']);
    for (const { chance } of parts) expect(chance).toBeCloseTo(0.5, 9);
    expect(allTogether).toBeCloseTo(1 / 8, 9);
  });

  test('parts that hold in the same draws: half holds together', () => {
    expect(claimAnswer(halves([3, 3, 3]), claim(ALL)).allTogether).toBeCloseTo(0.5, 9);
  });

  test('the 70 % margins of a cost and a schedule: never less together than 40 %, never more than 70', () => {
    const at = (overlap: number) =>
      tableOf((draw) => {
        const [isCheap, isSoon] = [draw % 10 < 7, (draw + overlap) % 10 < 7];
        return { musd: isCheap ? 90 : 110, up: [isSoon ? 95 : 80, 100], hits: 0 };
      });
    const together = (overlap: number) =>
      claimAnswer(at(overlap), claim({ musd: 100, standing: [{ fraction: 0.9 }] })).allTogether;
    expect(together(0)).toBeCloseTo(0.7, 1);
    expect(together(3)).toBeCloseTo(0.4, 1);
  });

  test('what always holds, and what never does', () => {
    const table = tableOf(() => ({ musd: 90, up: [95, 92], hits: 900 }));
    const always = claimAnswer(table, claim(ALL));
    expect(always.allTogether).toBeCloseTo(1, 9);
    expect([always.firstToFail, always.firstInTime]).toEqual([null, null]);
    expect(always.wouldHaveToBe).toEqual({ limits: [], inputs: [] });
    const never = claimAnswer(table, claim({ musd: 80, standing: [{ fraction: 1 }], noLeaker: 0.95 }));
    expect(never.allTogether).toBeCloseTo(0, 9);
    expect(never.parts.map(({ chance }) => Math.round(chance * 1e9))).toEqual([0, 0, 0]);
    const limits = never.wouldHaveToBe.limits.map(({ halfLimit }) => Number(halfLimit.toFixed(4)));
    expect(limits).toEqual([90, 0.92, 0.9]);
  });

  test('one element, or the last of all', () => {
    const table = tableOf(() => ({ musd: 90, up: [95, 50], hits: 900 }));
    const chance = (standing: ClaimPlan['standing']) => claimAnswer(table, claim({ standing })).parts[0].chance;
    expect(chance([{ element: 'sbi', fraction: 0.9 }])).toBe(1);
    expect(chance([{ element: 'lrdr', fraction: 0.9 }])).toBe(0);
    expect(chance([{ fraction: 0.9 }])).toBe(0);
    const last = (fraction: number) => claimAnswer(table, claim({ standing: [{ fraction }] })).parts[0].lastElement;
    expect([last(0.9), last(0.4)]).toEqual(['lrdr', undefined]);
    expect(() => chance([{ element: 'gbi', fraction: 0.9 }])).toThrow('no units are counted of gbi');
  });

  test('without a date the whole programme is meant', () => {
    const table = tableOf((_, date) => ({ musd: 100 * date, up: [100, 100], hits: date < 3 ? 0 : 1000 }));
    const { parts } = claimAnswer(table, { id: 'a', name: 'A', musd: 250, noLeaker: 0.9 });
    expect(parts.map(({ chance }) => Math.round(chance * 1e6) / 1e6)).toEqual([0, 1]);
    expect(parts[0]).not.toHaveProperty('byDate');
    expect(claimAnswer(table, claim({ musd: 250 })).parts[0].chance).toBe(1);
  });

  test('the chance of no leaker is seen through the raids: their dice make no spread', () => {
    const dice = randomStream(4, 0, 'raids');
    const few = tableOf(() => ({ musd: 0, up: [0, 0], hits: 0 }));
    const hits = Array.from({ length: DRAWS + 1 }, () => {
      let count = 0;
      for (let i = 0; i < 20; i++) if (dice.uniform() < 0.9) count++;
      return count;
    });
    const cells = few.cells.map((row, draw) => row.map((cell) => ({ ...cell!, raids: 20, noLeakerCount: hits[draw] })));
    const at = (limit: number) => claimAnswer({ ...few, raids: 20, cells }, claim({ noLeaker: limit })).allTogether;
    expect(hits.filter((count) => count >= 19).length / hits.length).toBeGreaterThan(0.2);
    expect(at(0.95)).toBeLessThan(0.05);
    expect(at(0.85)).toBeGreaterThan(0.95);
  });

  test('a date or a price that the table does not have is a fault of the caller', () => {
    const table = tableOf(() => ({ musd: Number.NaN, up: [1, 1], hits: 0 }));
    expect(() => claimAnswer(table, claim({ byDate: '2036-01-01', noLeaker: 0.5 }))).toThrow('must be one of');
    expect(() => claimAnswer(table, claim({ musd: 1 }))).toThrow('nothing here has a price');
  });
});

describe('what fails, and what would have to be', () => {
  test('first by chance, and first in time: money is gone before the date', () => {
    // from 2030 on too dear in three draws of four; nothing stands until 2040
    const table = tableOf((draw, date) => ({
      musd: draw % 4 === 0 ? 10 : 200,
      up: date < 2 ? [0, 0] : [100, 100],
      hits: 500,
    }));
    const { firstToFail, firstInTime, wouldHaveToBe } = claimAnswer(
      table,
      claim({ musd: 100, standing: [{ fraction: 0.9 }] }),
    );
    expect(firstToFail).toMatchObject({ what: 'standing', chance: 0, failsFromDate: DATES[1], lastElement: 'sbi' });
    expect(firstInTime).toMatchObject({ what: 'musd', chance: 0.25, failsFromDate: DATES[0] });
    expect(wouldHaveToBe.limits).toEqual([
      { what: 'musd', limit: 100, halfLimit: 200, byDate: DATES[1] },
      { what: 'standing', limit: 0.9, halfLimit: 0, byDate: DATES[1], halfByDate: DATES[2] },
    ]);
  });

  test('of parts that never hold, the one that is broken first', () => {
    const table = tableOf(() => ({ musd: 200, up: [0, 0], hits: 0 }));
    const { firstToFail, wouldHaveToBe } = claimAnswer(table, claim({ standing: [{ fraction: 0.9 }], musd: 100 }));
    expect(firstToFail).toMatchObject({ what: 'musd', failsFromDate: DATES[0] });
    expect(wouldHaveToBe.limits[1]).toMatchObject({ halfByDate: null });
  });

  test('the number that parts the draws is named with its values on both sides; those that do nothing are not', () => {
    const columns = Array.from({ length: 40 }, (_, i) => latinColumn(DRAWS, randomStream(7, 0, `input-${i}`)));
    const inputs = columns.map((values, i) => ({
      path: `input-${i}`,
      element: 'x',
      value: 0.5,
      low: 0,
      high: 1,
      basis: 'assumption' as const,
      source: 'cupola',
      values,
    }));
    const table = tableOf((draw) => {
      const decides = draw === 0 ? 0.5 : columns[7][draw - 1];
      return { musd: 100 * decides, up: [100, 100], hits: 1000 };
    }, inputs);
    const { allTogether, wouldHaveToBe } = claimAnswer(table, claim({ musd: 25 }));
    expect(allTogether).toBeCloseTo(0.25, 9);
    expect(wouldHaveToBe.inputs.map(({ path }) => path)).toEqual(['input-7']);
    const [{ holds, fails, distance }] = wouldHaveToBe.inputs as [(typeof wouldHaveToBe.inputs)[0]];
    expect(distance).toBeCloseTo(1, 9);
    expect(holds.p90).toBeLessThan(0.25);
    expect(fails.p10).toBeGreaterThan(0.25);
    const blind = tableOf((draw) => ({ musd: bit(draw, 0) ? 10 : 90, up: [1, 1], hits: 0 }), inputs);
    expect(claimAnswer(blind, claim({ musd: 25 })).wouldHaveToBe.inputs).toEqual([]);
    // two draws are no range
    const rare = tableOf((draw) => ({ musd: draw < 3 ? 10 : 90, up: [1, 1], hits: 0 }), inputs);
    expect(claimAnswer(rare, claim({ musd: 25 })).wouldHaveToBe.inputs).toEqual([]);
  });

  test('a source is told, and what was read out of words', () => {
    const table = tableOf(() => ({ musd: 1, up: [1, 1], hits: 0 }));
    const press = { title: 'T', producer: 'P', date: '2025-05-20' };
    const asked = claim({ ...ALL, source: 'press', where: 'page 1', readings: { noLeaker: 'mostly' } });
    const answer = claimAnswer(table, asked, { press });
    expect(answer).toMatchObject({
      source: { key: 'press', ...press },
      where: 'page 1',
      readings: { noLeaker: 'mostly' },
    });
    expect(answer.parts.map(({ isReading }) => isReading)).toEqual([false, false, true]);
  });
});

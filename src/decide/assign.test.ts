import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayerState } from '../flow/engagement.ts';
import type { TargetedOpportunities } from '../flow/orders.ts';
import { assign } from './assign.ts';

/** Rows of threat, unit, release, intercept; kill probability 0.7. */
function tableOf(rows: [number, number, number, number][]): TargetedOpportunities {
  return {
    count: rows.length,
    threatIndex: Int32Array.from(rows, (row) => row[0]),
    objectIndex: Int32Array.from(rows, (row) => row[0]),
    unitIndex: Int32Array.from(rows, (row) => row[1]),
    releaseS: Float64Array.from(rows, (row) => row[2]),
    interceptS: Float64Array.from(rows, (row) => row[3]),
    phaseIndex: new Uint8Array(rows.length),
    killProbability: new Float64Array(rows.length).fill(0.7),
  };
}

function stock(...counts: number[]): LayerState {
  const units = counts.length;
  return {
    remainingCount: Int32Array.from(counts),
    nextReleaseS: new Float64Array(units).fill(-Infinity),
    launchesS: [],
    guided: [],
    stockCount: 0,
    shotCount: 0,
    killCount: 0,
  };
}

const orderS = Float64Array.of(50, 55, 60);

describe('assign', () => {
  test('takes the earliest intercept and says when it was ordered', () => {
    const orders = assign(
      tableOf([
        [1, 2, 70, 110],
        [1, 0, 65, 120],
      ]),
      stock(1, 1, 1),
      { salvo: 1, orderS },
    );
    expect([...orders.unitIndex, ...orders.orderedS, ...orders.releaseS, ...orders.interceptS]).toEqual([
      2, 55, 70, 110,
    ]);
  });

  test('one site launches one at a time, each an interval after the one before', () => {
    const table = tableOf([
      [0, 0, 70, 200],
      [1, 0, 71, 210],
      [2, 0, 90, 220],
    ]);
    const rules = { salvo: 2, orderS, launchIntervalS: 5, retime: (_t: number, _u: number, s: number) => s + 140 };
    const orders = assign(table, stock(6), rules);
    const releases = [...orders.releaseS].sort((a, b) => a - b);
    expect(orders.count).toBe(6);
    for (let i = 1; i < 6; i++) expect(releases[i] - releases[i - 1]).toBeGreaterThanOrEqual(5);
    expect(releases[0]).toBe(70);
  });

  test('a shot that has to wait too long goes to another site, or is not fired', () => {
    const table = tableOf([
      [0, 0, 70, 100],
      [0, 1, 70, 130],
      [1, 0, 70, 100],
    ]);
    const retime = (_threat: number, _unit: number, releaseS: number) => (releaseS > 72 ? Number.NaN : releaseS + 30);
    const both = assign(table, stock(2, 1), { salvo: 1, orderS, launchIntervalS: 10, retime });
    expect([...both.threatIndex].sort()).toEqual([0, 1]);
    const alone = assign(table, stock(2, 0), { salvo: 1, orderS, launchIntervalS: 10, retime });
    expect(alone.count).toBe(1);
  });

  test('a unit that is busy from an earlier round fires when it is free', () => {
    const state = stock(1);
    state.nextReleaseS[0] = 80;
    const rules = { salvo: 1, orderS, retime: (_t: number, _u: number, s: number) => s + 40 };
    const orders = assign(tableOf([[0, 0, 70, 100]]), state, rules);
    expect([...orders.releaseS, ...orders.interceptS]).toEqual([80, 120]);
  });

  test('launches of earlier rounds keep their interval, and a gap between them is used', () => {
    const state = stock(2);
    state.launchesS[0] = [68, 300];
    const rules = { salvo: 2, orderS, launchIntervalS: 5, retime: (_t: number, _u: number, s: number) => s + 30 };
    const orders = assign(tableOf([[0, 0, 70, 100]]), state, rules);
    expect([...orders.releaseS]).toEqual([73, 78]);
  });

  describe('a fire control that guides so many at once', () => {
    const inS = (flightS: number) => (_threat: number, _unit: number, releaseS: number) => releaseS + flightS;
    const four = tableOf([0, 1, 2, 3].map((threat) => [threat, 0, 70, 100] as [number, number, number, number]));
    const orderOf4S = Float64Array.of(50, 50, 50, 50);

    test('holds the others back until one has come to its intercept', () => {
      const rules = { salvo: 1, orderS: orderOf4S, guidedCount: 2, retime: inS(30) };
      const orders = assign(four, stock(9), rules);
      expect([...orders.releaseS]).toEqual([70, 70, 100, 100]);
      expect([...orders.interceptS]).toEqual([100, 100, 130, 130]);
      expect(orders.unguided).toBeUndefined();
    });

    test('gives every object its first shot before any its second', () => {
      const late = (_threat: number, _unit: number, releaseS: number) => (releaseS < 150 ? releaseS + 30 : Number.NaN);
      const orders = assign(four, stock(9), { salvo: 2, orderS: orderOf4S, guidedCount: 2, retime: late });
      expect([...orders.threatIndex].sort()).toEqual([0, 0, 1, 1, 2, 3]);
      expect(orders.unguided?.map(({ objectIndex }) => objectIndex)).toEqual([2, 3]);
    });

    test('names the shots that would come too late by waiting for it, and no others', () => {
      const never = () => Number.NaN;
      const orders = assign(four, stock(9), { salvo: 1, orderS: orderOf4S, guidedCount: 3, retime: never });
      expect(orders.count).toBe(3);
      expect(orders.unguided).toEqual([{ threatIndex: 3, objectIndex: 3, interceptS: 100 }]);
      const spent = assign(four, stock(2), { salvo: 1, orderS: orderOf4S, guidedCount: 3, retime: never });
      expect([spent.count, spent.unguided]).toEqual([2, undefined]);
      const slow = { salvo: 1, orderS: orderOf4S, guidedCount: 9, launchIntervalS: 5, retime: never };
      expect([assign(four, stock(9), slow).count, assign(four, stock(9), slow).unguided]).toEqual([1, undefined]);
    });

    test('counts what earlier rounds have in flight, and another unit has a fire control of its own', () => {
      const state = stock(2, 2);
      state.guided[0] = [{ releaseS: 60, interceptS: 95 }];
      const table = tableOf([
        [0, 0, 70, 100],
        [1, 0, 70, 100],
        [1, 1, 70, 120],
      ]);
      const orders = assign(table, state, { salvo: 1, orderS, guidedCount: 1, retime: inS(30) });
      expect([...orders.unitIndex]).toEqual([0, 1]);
      expect([...orders.releaseS]).toEqual([95, 70]);
    });

    test('never has more in flight than that, keeps the interval, and holds nobody back who would not be by the interval', () => {
      const shot = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 50 }));
      fc.assert(
        fc.property(
          fc.array(shot, { minLength: 1, maxLength: 12 }),
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 0, max: 9 }),
          (shots, guidedCount, launchIntervalS) => {
            const table = tableOf(shots.map(([readyS, flightS], i) => [i, 0, readyS, readyS + flightS]));
            const retime = (threat: number, _unit: number, releaseS: number) => releaseS + shots[threat][1];
            const rules = { salvo: 1, orderS: new Float64Array(shots.length), launchIntervalS, retime };
            const orders = assign(table, stock(99), { ...rules, guidedCount });
            expect(orders.count).toBe(shots.length);
            for (let i = 0; i < orders.count; i++) {
              const atS = orders.releaseS[i];
              const inFlight = [...orders.releaseS].filter((tS, k) => tS <= atS && orders.interceptS[k] > atS);
              expect(inFlight.length).toBeLessThanOrEqual(guidedCount);
              for (let k = 0; k < i; k++)
                expect(Math.abs(orders.releaseS[k] - atS)).toBeGreaterThanOrEqual(launchIntervalS);
            }
            const free = assign(table, stock(99), rules);
            expect(assign(table, stock(99), { ...rules, guidedCount: 99 }).interceptS).toEqual(free.interceptS);
          },
        ),
      );
    });
  });

  test('nothing left, nothing fired', () => {
    expect(assign(tableOf([[0, 0, 70, 100]]), stock(0), { salvo: 1, orderS }).count).toBe(0);
  });
});

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

  test('nothing left, nothing fired', () => {
    expect(assign(tableOf([[0, 0, 70, 100]]), stock(0), { salvo: 1, orderS }).count).toBe(0);
  });
});

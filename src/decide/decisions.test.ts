import { describe, expect, test } from 'vitest';
import type { CommandPlan } from '../flow/architecture.ts';
import type { EngagementState } from '../flow/engagement.ts';
import type { Tracks } from '../flow/tracks.ts';
import { decisions } from './decisions.ts';
import { dueOrders } from './due-orders.ts';

const command = {
  id: 'c2',
  decision: { lowS: 20, modeS: 30, highS: 60 },
  release: { lowS: 5, modeS: 5, highS: 5 },
  doctrine: 'shoot-look-shoot',
  lookS: 10,
} as CommandPlan;

const threats = ['a', 'b', 'c'].map((key) => ({ key }));

function tracksOf(...commitS: number[]): Tracks {
  return { threats: commitS.map((tS) => ({ detectedS: tS - 10, commitS: tS })) } as Tracks;
}

describe('decisions', () => {
  test('an order comes after the commit by the decision and the release', () => {
    for (let trial = 0; trial < 50; trial++) {
      const { decidedS, commitS } = decisions(tracksOf(60, 80), threats, command, { seed: 1, trial });
      for (let i = 0; i < 2; i++) {
        expect(decidedS[i] - commitS[i]).toBeGreaterThanOrEqual(25);
        expect(decidedS[i] - commitS[i]).toBeLessThanOrEqual(65);
      }
    }
  });

  test('fixed delays are fixed; no commit, no order', () => {
    const fixed = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 } };
    expect([...decisions(tracksOf(60, Number.NaN), threats, fixed, { seed: 1, trial: 3 }).decidedS]).toEqual([
      95,
      Number.NaN,
    ]);
  });

  test('a threat more moves no draw of the others, wherever it stands', () => {
    const luck = { seed: 9, trial: 4 };
    const few = decisions(tracksOf(60, 80), threats, command, luck).decidedS;
    const more = decisions(tracksOf(60, 80, 90), threats, command, luck).decidedS;
    expect(more.subarray(0, 2)).toEqual(few);
    const first = decisions(tracksOf(90, 60, 80), [threats[2]!, ...threats], command, luck).decidedS;
    expect(first.subarray(1, 3)).toEqual(few);
  });
});

describe('dueOrders', () => {
  const made = { detectedS: new Float64Array(3), commitS: new Float64Array(3), decidedS: Float64Array.of(90, 95, 99) };
  const state = {
    stoppedByLayer: Int8Array.of(-1, 0, -1),
    stoppedS: Float64Array.of(Number.NaN, 150, Number.NaN),
    lastInterceptS: Float64Array.of(Number.NaN, 150, 160),
  } as EngagementState;

  test('the first order with the decision, later ones after the look', () => {
    const { count, orderS } = dueOrders(state, made, command, 0);
    expect(count).toBe(2);
    expect([...orderS]).toEqual([90, Number.NaN, 170]);
  });

  test('a barrage is one salvo a layer, with hand-over to the next', () => {
    const barrage = { doctrine: 'barrage' as const, lookS: 10 };
    expect(dueOrders(state, made, barrage, 1).count).toBe(0);
    expect(dueOrders(state, made, barrage, 0).count).toBe(2);
  });

  test('rounds come to an end', () => {
    expect(dueOrders(state, made, command, 1000).count).toBe(0);
  });
});

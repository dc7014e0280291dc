import { describe, expect, test } from 'vitest';
import type { CommandPlan } from '../flow/architecture.ts';
import type { EngagementState } from '../flow/engagement.ts';
import type { Tracks } from '../flow/tracks.ts';
import { decisions } from './decisions.ts';
import { dueOrders } from './due-orders.ts';

const command = {
  id: 'c2',
  site: 'schriever',
  decision: { lowS: 20, modeS: 30, highS: 60 },
  release: { lowS: 5, modeS: 5, highS: 5 },
  doctrine: 'shoot-look-shoot',
  lookS: 10,
  perMissileShare: 0,
} as CommandPlan;
const apart = { ...command, perMissileShare: 1 };

const targets = ['a', 'b', 'c'].map((key) => ({ key, groupId: key }));

function tracksOf(...commitS: number[]): Tracks {
  return { threats: commitS.map((tS) => ({ detectedS: tS - 10, commitS: tS })) } as Tracks;
}

/** Time from commit to order of two missiles, raid by raid. */
function delays(centre: CommandPlan): [number, number][] {
  return Array.from({ length: 400 }, (_, trial) => {
    const { decidedS } = decisions(tracksOf(60, 80), targets, [centre], { seed: 1, trial });
    return [decidedS[0] - 60, decidedS[1] - 80];
  });
}

const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

describe('decisions', () => {
  test('an order comes after the commit by the decision and the release, within their ends', () => {
    for (const share of [0, 0.3, 1])
      for (const delayS of delays({ ...command, perMissileShare: share }).flat()) {
        expect(delayS).toBeGreaterThanOrEqual(25);
        expect(delayS).toBeLessThanOrEqual(65);
      }
  });

  test('a centre takes one time for the whole raid, or the stated share of it missile by missile', () => {
    for (const [a, b] of delays(command)) expect(a).toBeCloseTo(b, 9);
    const differing = (share: number) =>
      mean(delays({ ...command, perMissileShare: share }).map(([a, b]) => (a - b) ** 2));
    expect(differing(1)).toBeGreaterThan(50);
    expect(differing(0.5) / differing(1)).toBeCloseTo(0.25, 6);
    expect(mean(delays(command).flat())).toBeCloseTo(mean(delays(apart).flat()), -0.5);
  });

  test('fixed delays are fixed; no commit, no order', () => {
    const fixed = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 } };
    expect([...decisions(tracksOf(60, Number.NaN), targets, [fixed], { seed: 1, trial: 3 }).decidedS]).toEqual([
      95,
      Number.NaN,
    ]);
  });

  test('a centre decides once for all of its layers; a layer with several centres is shared out among them', () => {
    const fixed = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 }, decisionsPerMin: 6 };
    const centres = [
      { ...fixed, layers: ['x', 'y'] },
      { ...fixed, site: 'elsewhere', layers: ['y'], decision: { lowS: 90, modeS: 90, highS: 90 } },
    ];
    const ordered = { layerIds: ['x', 'y'], pictureS: (centre: number) => centre };
    const made = decisions(tracksOf(60, 60, 60), targets, centres, { seed: 1, trial: 0 }, ordered);
    expect([...made.byLayer![0].decidedS]).toEqual([95, 105, 115]);
    expect([...made.byLayer![0].waitedS]).toEqual([0, 10, 20]);
    // in turn by their names: a and c fall to the first, b to the second, which has the picture a second later
    expect([...made.byLayer![1].decidedS]).toEqual([95, 156, 115]);
    expect([...made.byLayer![1].waitedS]).toEqual([0, 0, 20]);
    expect([...made.decidedS]).toEqual([95, 105, 115]);
  });

  test('centres at several places draw their times on one missile apart, at one place together', () => {
    const at = (site: string) => {
      const centres = [
        { ...apart, layers: ['x'] },
        { ...apart, site, layers: ['y'] },
      ];
      const ordered = { layerIds: ['x', 'y'], pictureS: () => 0 };
      const [x, y] = decisions(tracksOf(60, 60, 60), targets, centres, { seed: 1, trial: 0 }, ordered).byLayer!;
      return { x: [...x.decidedS], y: [...y.decidedS] };
    };
    expect(at('schriever').y).toEqual(at('schriever').x);
    expect(at('elsewhere').x).toEqual(at('schriever').x);
    at('elsewhere').y.forEach((tS, i) => {
      expect(tS).not.toBe(at('elsewhere').x[i]);
    });
  });

  test('a threat more moves no draw of the others, wherever it stands', () => {
    const luck = { seed: 9, trial: 4 };
    const few = decisions(tracksOf(60, 80), targets, [apart], luck).decidedS;
    const more = decisions(tracksOf(60, 80, 90), targets, [apart], luck).decidedS;
    expect(more.subarray(0, 2)).toEqual(few);
    const first = decisions(tracksOf(90, 60, 80), [targets[2], ...targets], [apart], luck).decidedS;
    expect(first.subarray(1, 3)).toEqual(few);
  });

  test('a centre with a rate takes up one after the other, and says how long each waited', () => {
    const busy = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 }, decisionsPerMin: 6 };
    const { decidedS, waitedS } = decisions(tracksOf(60, 60, 65), targets, [busy], { seed: 1, trial: 0 });
    expect([...decidedS]).toEqual([95, 105, 115]);
    expect([...waitedS]).toEqual([0, 10, 15]);
  });

  test('two deciders of that rate take up two at once', () => {
    const busy = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 }, decisionsPerMin: 6, deciderCount: 2 };
    const { waitedS } = decisions(tracksOf(60, 60, 65), targets, [busy], { seed: 1, trial: 0 });
    expect([...waitedS]).toEqual([0, 0, 5]);
  });

  test('who is taken up first at the same moment does not depend on the list', () => {
    const busy = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 }, decisionsPerMin: 6 };
    const turned = [...targets].reverse();
    const luck = { seed: 1, trial: 0 };
    expect([...decisions(tracksOf(60, 60, 60), turned, [busy], luck).waitedS]).toEqual([20, 10, 0]);
  });

  test('two centres share the raid in turn, or by the groups that they name', () => {
    const busy = { ...command, decision: { lowS: 30, modeS: 30, highS: 30 }, decisionsPerMin: 6 };
    const luck = { seed: 1, trial: 0 };
    const both = decisions(tracksOf(60, 60, 60), targets, [busy, { ...busy, site: 'offutt' }], luck);
    expect([...both.waitedS]).toEqual([0, 0, 10]);
    const named = [busy, { ...busy, site: 'offutt', threats: ['b', 'c'] }];
    expect([...decisions(tracksOf(60, 60, 60), targets, named, luck).waitedS]).toEqual([0, 0, 10]);
    const slow = { ...busy, decision: { lowS: 90, modeS: 90, highS: 90 }, threats: ['c'] };
    expect([...decisions(tracksOf(60, 60, 60), targets, [busy, slow], luck).decidedS]).toEqual([95, 105, 155]);
  });
});

describe('dueOrders', () => {
  const made = {
    detectedS: new Float64Array(3),
    commitS: new Float64Array(3),
    decidedS: Float64Array.of(90, 95, 99),
    waitedS: new Float64Array(3),
  };
  const state = {
    flyingCount: Int32Array.of(1, 0, 1),
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

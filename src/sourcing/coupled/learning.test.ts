import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { maker, planOf, vehicle } from '../../../test/partner-plan.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { furtherMakerRatio, withLearning } from './learning.ts';
import { learningSwing } from './learning-swing.ts';
import { cheapestPlan } from './plan-search.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

const plenty = [vehicle('v', { launches: new Array(10).fill(100), launchMusd: 1 })];
const two = planOf({
  makers: [maker('a', { todayFraction: 0.5 }), maker('b', { todayFraction: 0.5 })],
  vehicles: plenty,
});
const moneyOf = (mix: { makerMusd: number[] }) => mix.makerMusd.reduce((sum, each) => sum + each, 0);
const halves = (model: PlanModel) =>
  cheapestPlan(highs, model, { leastFraction: [0.5, 0.5], mostFraction: [0.5, 0.5] });

describe('learning that a split order loses', () => {
  // cumulative-average curve, halves: 1/S times the whole, so 17.65, 11.11 and 5.26 %
  test.each([
    [0.85, 0.1765],
    [0.9, 0.1111],
    [0.95, 0.0526],
  ])('on a slope of %d two halves cost %d more than the whole', (slope, more) => {
    const learning = withLearning(two, () => slope);
    const whole = moneyOf(cheapestPlan(highs, learning));
    const split = moneyOf(halves(learning));
    expect(whole / moneyOf(cheapestPlan(highs, two)) - 1).toBeCloseTo(0, 2); // one maker alone pays what it did
    expect(Math.abs(split / whole - 1 - more)).toBeLessThan(0.02 * (1 + more)); // built and needed differ by part of a period
    expect(furtherMakerRatio(slope)).toBeCloseTo(more, 3);
  });

  // 60/40: 17.22, 10.82, 5.12 %; 90/10 by the formula
  test.each([
    [0.85, 0.6],
    [0.9, 0.6],
    [0.95, 0.6],
    [0.9, 0.9],
  ])('on a slope of %d a part of %d is at most six percent above the curve', (slope, part) => {
    const exponent = 1 + Math.log2(slope);
    const exact = part ** exponent + (1 - part) ** exponent;
    expect(1 + furtherMakerRatio(slope) - exact).toBeGreaterThan(0);
    expect(1 + furtherMakerRatio(slope) - exact).toBeLessThan(0.06);
  });

  test('without learning a split is free; with it one maker makes all, unless none can', () => {
    expect(moneyOf(halves(two))).toBeCloseTo(moneyOf(cheapestPlan(highs, two)), 0);
    const learning = withLearning(two, () => 0.85);
    expect(cheapestPlan(highs, learning).makerFraction.filter((share) => share > 0.01)).toHaveLength(1);
    const slow = { ...two, makers: two.makers.map((each) => ({ ...each, perYr: 0.4 })) };
    const both = cheapestPlan(
      highs,
      withLearning(slow, () => 0.85),
    );
    expect(both.makerFraction.filter((share) => share > 0.01)).toHaveLength(2);
    expect(withLearning(planOf({ makers: [maker('a')], vehicles: plenty }), () => 0.85).makers[0].fixedMusd).toBe(0);
  });

  test('where no curve is on record a steep one is tried on what costs most, and today’s split is dearer by it', () => {
    const cheapest = cheapestPlan(highs, two);
    const swing = learningSwing(highs, two, { cheapest, held: [], options: {} })!;
    expect([swing.learningRatio, swing.fleetIds]).toEqual([0.85, ['f:sat']]);
    expect(swing.overTodayMusd).toBeLessThan(-0.15 * moneyOf(cheapest));
    expect(swing.shares).toHaveLength(1);
    const known = { ...two, fleets: two.fleets.map((each) => ({ ...each, learningRatio: 0.9 })) };
    expect(learningSwing(highs, known, { cheapest, held: [], options: {} })).toBeUndefined();
  });
});

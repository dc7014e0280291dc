import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spaceLayer, spaceSensor, system, testArchitecture, used } from '../../test/fixtures/architecture.ts';
import type { AnnouncedLine } from '../flow/cost.ts';
import { plainly } from '../flow/said.ts';
import { costOf } from './cost.ts';
import { costUncertainty } from './cost-uncertainty.ts';
import { valueAt } from './uncertain-input.ts';

const ranged = () =>
  testArchitecture({
    interceptors: [spaceLayer({ unitMusd: 22, lifeYr: 5, deploymentYr: 4, launchIncluded: true })],
    sensors: [spaceSensor({ unitMusd: 47, lifeYr: 5, deploymentYr: 4, launchIncluded: true })],
    uses: [
      used('sbi', 'unitMusd', 22, { low: 15, high: 40 }),
      used('sbi', 'lifeYr', 5, { low: 4, high: 7 }),
      used('sbi', 'killProbability', 0.8, { low: 0.5, high: 0.9 }),
      used('tracking', 'unitMusd', 47, { low: 41, high: 51 }),
      used('tracking', 'growthRatio', 1.3),
    ],
  });

describe('cost uncertainty', () => {
  test('without ranges every percentile is the estimate', () => {
    const plain = { ...ranged(), uses: [] };
    const { totalMusd, tornado } = costUncertainty(plain, { trials: 20 });
    const estimate = costOf(plain).totalMusd;
    for (const value of Object.values(totalMusd)) expect(value).toBeCloseTo(estimate, 4);
    expect(tornado).toEqual([]);
  });

  test('percentiles and S-curve rise, and the yearly means add up to the mean total', () => {
    const { totalMusd, sCurve, yearMusd } = costUncertainty(ranged(), { trials: 300 });
    expect(totalMusd.p10).toBeLessThan(totalMusd.p50);
    expect(totalMusd.p50).toBeLessThan(totalMusd.p90);
    for (let i = 1; i < sCurve.length; i++) expect(sCurve[i].costMusd).toBeGreaterThanOrEqual(sCurve[i - 1].costMusd);
    const years = yearMusd.reduce((sum, year) => sum + year.mean, 0);
    expect(years / totalMusd.mean).toBeCloseTo(1, 10);
  });

  test('the same seed gives the same result, and a change of one element moves no draw of another', () => {
    const first = costUncertainty(ranged(), { trials: 50 });
    expect(costUncertainty(ranged(), { trials: 50 })).toEqual(first);
    const changed = ranged();
    const more = { ...changed, systems: [system({ operationsMusdYr: 100 })], interceptors: [] };
    const after = costUncertainty(more, { trials: 50 });
    expect(after.elements.find(({ id }) => id === 'tracking')).toEqual(
      first.elements.find(({ id }) => id === 'tracking'),
    );
  });

  test('the tornado ranks by swing and leaves out what does not cost', () => {
    const { tornado } = costUncertainty(ranged(), { trials: 10 });
    expect(tornado[0]).toMatchObject({ element: 'sbi', path: 'unitMusd' });
    expect(tornado.map(({ path }) => path)).not.toContain('killProbability');
    const [life] = tornado.filter(({ path }) => path === 'lifeYr');
    expect(life.totalAtLowMusd).toBeGreaterThan(life.totalAtHighMusd);
    const swings = tornado.map(({ swingMusd }) => swingMusd);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  test('correlation within an element widens the spread', () => {
    const width = (correlationRatio: number) => {
      const { totalMusd } = costUncertainty(ranged(), { trials: 2000, correlationRatio });
      return totalMusd.p90 - totalMusd.p10;
    };
    expect(width(1)).toBeGreaterThan(width(0) * 1.05);
  });

  test('announced prices: share bought, chance of staying under, year in which the money is spent', () => {
    const { announced, totalMusd } = costUncertainty(ranged(), {
      trials: 200,
      budgets: [
        { name: plainly('small'), musd: 1000 },
        { name: plainly('median'), musd: 0 },
        { name: plainly('large'), musd: 1e9 },
      ],
    });
    const [small, , large] = announced;
    expect(small.underProbability).toBe(0);
    expect(small.spentYear).toBe(2026);
    expect(large.underProbability).toBe(1);
    expect(large.spentYear).toBeUndefined();
    const half = costUncertainty(ranged(), { trials: 200, budgets: [{ name: plainly('p50'), musd: totalMusd.p50 }] });
    expect(half.announced[0].underProbability).toBeCloseTo(0.5, 2);
  });

  test('an announced price is set beside what is spent in its years alone', () => {
    const budgets = [
      { name: plainly('of three years'), musd: 130_000, untilYear: 2028 },
      { name: plainly('of the whole'), musd: 130_000 },
      { name: plainly('over before it begins'), musd: 130_000, untilYear: 2020 },
    ];
    const architecture = ranged();
    const { yearMusd, totalMusd } = costOf(architecture);
    const { announced, totalMusd: drawn } = costUncertainty(architecture, { trials: 200, budgets });
    expect(announced).toHaveLength(2);
    const [short, whole] = announced as [AnnouncedLine, AnnouncedLine];
    const due = yearMusd[0] + yearMusd[1] + yearMusd[2];
    expect(due).toBeLessThan(totalMusd / 2);
    expect(short).toMatchObject({ untilYear: 2028, dueMusd: due, shareRatio: 130_000 / due });
    expect(short.underProbability).toBeGreaterThan(whole.underProbability);
    expect(whole.dueMusd).toBeCloseTo(totalMusd, 6);
    expect(whole.dueMedianMusd).toBeCloseTo(drawn.p50, 6);
    expect(whole.untilYear).toBe(architecture.analysis.startYear + architecture.analysis.horizonYr - 1);
  });

  test('a triangular value keeps to its range, a lognormal one has the value as median', () => {
    const input = { element: 'e', path: 'p', index: 0, kind: 'element', costSign: 1 } as const;
    const range = fc.tuple(
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.double({ min: -6, max: 6, noNaN: true }), ([low, up, more], deviate) => {
        fc.pre(up + more > 0);
        const given = { ...input, low, value: low + up, high: low + up + more };
        const drawn = valueAt(given, deviate, 'triangular');
        expect(drawn).toBeGreaterThanOrEqual(low * (1 - 1e-12));
        expect(drawn).toBeLessThanOrEqual(given.high * (1 + 1e-12));
        expect(valueAt(given, 0, 'lognormal')).toBeCloseTo(given.value, 6);
      }),
    );
  });
});

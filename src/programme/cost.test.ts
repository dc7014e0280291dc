import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  launcher,
  spaceLayer,
  spaceSensor,
  surfaceLayer,
  system,
  testArchitecture,
  used,
} from '../../test/fixtures/architecture.ts';
import type { Architecture } from '../flow/architecture.ts';
import { costOf } from './cost.ts';

const cbo = () =>
  spaceLayer({ unitMusd: 22, lifeYr: 5, deploymentYr: 4, operationsMusdYr: 1000, launchIncluded: true });

describe('cost', () => {
  test("CBO's layer: 32,760 satellites, 720.7 B to buy, 20 B to operate", () => {
    const { elements, categoryMusd, totalMusd } = costOf(testArchitecture({ interceptors: [cbo()] }));
    expect(elements[0].boughtCount).toBeCloseTo(32_760, 6);
    expect(categoryMusd.procurement + categoryMusd.replacement).toBeCloseTo(720_720, 4);
    expect(totalMusd).toBeCloseTo(740_720, 4);
  });

  test('every sum of the result is the same money', () => {
    const fields = {
      life: fc.double({ min: 0.5, max: 30, noNaN: true }),
      unit: fc.double({ min: 0, max: 500, noNaN: true }),
      mass: fc.double({ min: 100, max: 20_000, noNaN: true }),
      cadence: fc.double({ min: 0, max: 200, noNaN: true }),
      deployment: fc.integer({ min: 1, max: 30 }),
      existing: fc.nat(9000),
      horizon: fc.integer({ min: 1, max: 30 }),
    };
    fc.assert(
      fc.property(fc.record(fields), ({ life, unit, mass, cadence, deployment, existing, horizon }) => {
        const result = costOf(
          testArchitecture({
            interceptors: [
              spaceLayer({
                unitMusd: unit,
                lifeYr: life,
                massKg: mass,
                deploymentYr: deployment,
                existingCount: existing,
                developmentMusd: 1000,
                partner: 'maker',
              }),
            ],
            sensors: [spaceSensor({ massKg: 500, unitMusd: 47, lifeYr: 5 })],
            systems: [system({ residualMusd: 5000, operationsMusdYr: 7 })],
            launch: { launchers: [launcher({ cadencePerYr: cadence, partner: 'lifter' })] },
            analysis: { trials: 1, seed: 1, launchWindowS: 1, horizonYr: horizon, priceYear: 2026, startYear: 2026 },
          }),
        );
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        const total = result.totalMusd;
        const tolerance = 1e-9 * Math.max(1, total);
        expect(Math.abs(sum(result.yearMusd) - total)).toBeLessThan(tolerance);
        expect(Math.abs(sum(Object.values(result.categoryMusd)) - total)).toBeLessThan(tolerance);
        expect(Math.abs(sum(result.elements.map((e) => e.totalMusd)) - total)).toBeLessThan(tolerance);
        expect(Math.abs(sum(result.partners.map((p) => p.totalMusd)) - total)).toBeLessThan(tolerance);
        expect(result.elements.every((e) => e.yearMusd.every((musd) => musd >= 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('twice the price costs twice the units, and nothing else', () => {
    const at = (unitMusd: number) => costOf(testArchitecture({ interceptors: [{ ...cbo(), unitMusd }] }));
    expect(at(44).totalMusd - at(22).totalMusd).toBeCloseTo(at(22).totalMusd - 20_000, 4);
  });

  test('a price of another year is turned into dollars of the scenario', () => {
    const interceptors = [surfaceLayer({ unitMusd: 100, perSiteCount: 10 })];
    const economy = {
      id: 'e',
      name: 'e',
      deflators: [
        { year: 2020, index: 100 },
        { year: 2026, index: 125 },
      ],
      usdPerEur: 1.2,
    };
    const total = (more: object) =>
      costOf(testArchitecture({ interceptors, economy, uses: [used('ground', 'unitMusd', 100, more)] })).totalMusd;
    expect(total({ priceYear: 2026 })).toBeCloseTo(1000, 9);
    expect(total({ priceYear: 2020 })).toBeCloseTo(1250, 9);
    expect(total({ priceYear: 2020, currency: 'EUR' })).toBeCloseTo(1500, 9);
  });

  test('learning starts anew with each generation', () => {
    const layer = spaceLayer({ firstUnitMusd: 70, learningRatio: 0.85, lifeYr: 5, replacement: 'generation' });
    const { categoryMusd, elements } = costOf(testArchitecture({ interceptors: [layer] }));
    expect(elements[0].boughtCount).toBeCloseTo(4 * 7800, 6);
    expect(categoryMusd.replacement).toBeCloseTo(3 * categoryMusd.procurement, 4);
    expect(elements[0].meanUnitMusd).toBeGreaterThan(70 * 0.85 ** Math.log2(7800));
    expect(elements[0].meanUnitMusd).toBeLessThan(70 * 0.85 ** Math.log2(1000));
  });

  test('launch by vehicle: cheapest delivered satellite first, then the next when its year is full', () => {
    const interceptors = [spaceLayer({ massKg: 1700, lifeYr: 30, deploymentYr: 1, unitMusd: 1 })];
    const dear = launcher({ id: 'dear', priceMusd: 140, cadencePerYr: undefined });
    const cheap = launcher({ id: 'cheap', cadencePerYr: 300 });
    const { launches, elements } = costOf(testArchitecture({ interceptors, launch: { launchers: [dear, cheap] } }));
    const [byDear, byCheap] = launches;
    const success = 99.5 / 101;
    expect(byCheap.launchCount).toBeCloseTo(300, 9);
    expect(byDear.launchCount).toBeCloseTo(7800 / (10 * success) - 300, 6);
    expect(elements[0].categoryMusd.launch).toBeCloseTo(300 * 70 + byDear.launchCount * 140, 6);
    expect(elements[0].categoryMusd.replacement).toBeCloseTo(7800 / success - 7800, 4);
  });

  test('a network bought as a service costs its yearly price and nothing more', () => {
    const interceptors = [{ ...cbo(), serviceMusdYr: 50 }];
    expect(costOf(testArchitecture({ interceptors })).totalMusd).toBeCloseTo(1000, 9);
  });

  test('what exists is not bought again, but replaced', () => {
    const all = costOf(testArchitecture({ interceptors: [{ ...cbo(), existingCount: 7800 }] }));
    expect(all.categoryMusd.procurement).toBe(0);
    expect(all.elements[0].boughtCount).toBeCloseTo((7800 / 5) * 20, 6);
  });

  test('a battery is a unit: price and upkeep by battery, not by interceptor', () => {
    const thaad = surfaceLayer({
      perSiteCount: 192,
      perUnitCount: 192,
      unitMusd: 2730,
      unitOperationsMusdYr: 32.5,
      deploymentYr: 1,
    });
    expect(costOf(testArchitecture({ interceptors: [thaad] })).totalMusd).toBeCloseTo(2730 + 20 * 32.5, 9);
  });

  test('terminals: those of the first network are part of the unit, each further one has its price', () => {
    const networks = [
      { id: 'one', name: 'one', terminalMusd: 1, serviceMusdYr: 0 },
      { id: 'two', name: 'two', terminalMusd: 0.5, serviceMusdYr: 0 },
      { id: 'three', name: 'three', terminalMusd: 0.25, serviceMusdYr: 0 },
    ] as unknown as Architecture['networks'];
    const total = (terminals: string[]) =>
      costOf(testArchitecture({ networks, interceptors: [{ ...cbo(), terminals }] })).totalMusd;
    const none = total([]);
    expect(total(['one'])).toBe(none);
    expect(total(['one', 'two']) - none).toBeCloseTo(32_760 * 0.5, 4);
    expect(total(['one', 'two', 'three']) - none).toBeCloseTo(32_760 * 0.75, 4);
    expect(total(['three', 'two', 'one']) - none).toBeCloseTo(32_760 * 1.5, 4);
  });

  test('a price of the first unit that the scenario sets counts, even where the entry has a mean price', () => {
    const priced = { unitMusd: 22, firstUnitMusd: 70, learningRatio: 0.85, lifeYr: 20, deploymentYr: 1 };
    const total = (fields: object, ...overridden: string[]) =>
      costOf(
        testArchitecture({
          interceptors: [spaceLayer(fields)],
          uses: ['unitMusd', 'firstUnitMusd'].map((path) =>
            used('sbi', path, 1, { priceYear: 2026, overridden: overridden.includes(path) }),
          ),
        }),
      ).totalMusd;
    const { unitMusd: _, ...byFirst } = priced;
    expect(total(priced)).toBeCloseTo(7800 * 22, 4);
    expect(total(priced, 'firstUnitMusd')).toBe(total(byFirst));
    expect(total(byFirst)).not.toBeCloseTo(7800 * 22, 0);
    expect(total(priced, 'unitMusd')).toBeCloseTo(7800 * 22, 4);
    expect(total(priced, 'unitMusd', 'firstUnitMusd')).toBeCloseTo(7800 * 22, 4);
  });
});

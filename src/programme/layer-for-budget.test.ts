import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spaceLayer, spaceSensor, testArchitecture } from '../../test/fixtures/architecture.ts';
import { budgetCurve, layerForBudget, scaleSpaceLayers } from './layer-for-budget.ts';

const whole = () =>
  testArchitecture({
    interceptors: [
      spaceLayer({ unitMusd: 22, lifeYr: 5, deploymentYr: 4, operationsMusdYr: 1000, launchIncluded: true }),
    ],
    sensors: [spaceSensor({ unitMusd: 47, lifeYr: 5, deploymentYr: 4, launchIncluded: true })],
  });

describe('layer for a budget', () => {
  test('never over the budget, and close to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 40_000, max: 2e6, noNaN: true }), (budget) => {
        const { layer, architecture } = layerForBudget(whole(), budget);
        expect(layer.affordable).toBe(true);
        expect(layer.totalMusd).toBeLessThanOrEqual(budget);
        expect(layer.totalMusd).toBeGreaterThan(budget * 0.9 - 1000);
        const [shell] = architecture.interceptors[0].shells!;
        expect(shell.planes * shell.satellitesPerPlane).toBe(layer.satelliteCount);
      }),
      { numRuns: 30 },
    );
  });

  test('the price of the whole buys the whole', () => {
    const { layer } = layerForBudget(whole(), 1e6);
    const { layer: same } = layerForBudget(whole(), layer.totalMusd);
    expect(same.satelliteCount).toBe(layer.satelliteCount);
  });

  test('too little money buys no layer, and the raid is not asked', () => {
    const { layer } = layerForBudget(whole(), 1000, () => {
      throw new Error('must not be called');
    });
    expect(layer).toMatchObject({ affordable: false, satelliteCount: 0 });
    expect(layer.raidCount).toBeUndefined();
  });

  test('a curve rises with the budget', () => {
    const curve = budgetCurve(whole(), [500_000, 100_000, 200_000], (a) => a.interceptors[0].shells![0].planes);
    const counts = curve.map(({ satelliteCount }) => satelliteCount);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(curve.every(({ raidCount }) => raidCount! >= 1)).toBe(true);
  });

  test('scaling keeps the shape and the phasing within the planes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 50, noNaN: true }), fc.nat(77), (scale, phasing) => {
        const shells = [{ planes: 78, satellitesPerPlane: 100, altitudeKm: 400, inclinationDeg: 70, phasing }];
        const scaled = scaleSpaceLayers(testArchitecture({ interceptors: [spaceLayer({ shells })] }), scale);
        const [shell] = scaled.interceptors[0].shells!;
        expect(shell.phasing).toBeLessThan(shell.planes);
        expect(Math.abs(shell.planes - 78 * Math.sqrt(scale))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

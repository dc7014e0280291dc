import { costOf } from '../../src/programme/cost.ts';
import { spaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Lower end of the old prices in the letter; price that CBO took in 2026. Dollars per kilogram. */
const OLD_USD_KG = 9800;
const NEW_USD_KG = 500;

export const validation: ValidationCase = {
  id: 'cbo-2025-launch-price',
  title: 'Cheaper launch alone cuts the cost of a space-interceptor layer by 30 to 40 %',
  level: 'published',
  source: 'CBO letter to Senators Fischer and King, 5 May 2025; design of the layer: AEI calculator defaults',
  run: (rows) =>
    rows.map((row) => ({
      what: names[row.quantity],
      published: numberIn(row, 'published'),
      computed: computed[row.quantity](),
      tolerance: numberIn(row, 'tolerance'),
      unit: row.unit,
      why: row.why,
    })),
};

export { reference };

const names: Record<string, string> = {
  lowestPercent: 'cut of the lowest-cost alternative, 264 to 161 B',
  highestPercent: 'cut of the highest-cost alternative, 831 to 542 B',
  aeiDesignPercent: `layer of the AEI calculator at ${NEW_USD_KG} instead of ${OLD_USD_KG} dollars a kilogram`,
};

const computed: Record<string, () => number> = {
  lowestPercent: () => cut(264, 161),
  highestPercent: () => cut(831, 542),
  aeiDesignPercent: () => cut(layerMusd(OLD_USD_KG), layerMusd(NEW_USD_KG)),
};

function cut(before: number, after: number): number {
  return 100 * (1 - after / before);
}

function layerMusd(launchUsdKg: number): number {
  const layer = spaceLayer({
    shells: [{ planes: 2, satellitesPerPlane: 499, altitudeKm: 300, inclinationDeg: 85 }],
    massKg: 1294.1,
    lifeYr: 5,
    firstUnitMusd: 70,
    learningRatio: 0.85,
    developmentMusd: 7000,
    operationsMusdYr: 450,
    replacement: 'generation',
    launchUsdKg,
  });
  return costOf(testArchitecture({ interceptors: [layer] })).totalMusd;
}

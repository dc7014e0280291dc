import type { Architecture } from '../../src/flow/architecture.ts';
import { costOf } from '../../src/programme/cost.ts';
import { spaceLayer, spaceSensor, surfaceLayer, system, testArchitecture } from '../../test/fixtures/architecture.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'cost-model',
  title: 'Published totals rebuilt from their parts by the year-by-year cost model',
  level: 'published',
  source: 'CBO 62422 (2026); AEI Working Paper 2025-20 and calculator; SpaceNews (2024); Aviation Week (2025)',
  run: (rows) =>
    rows.map((row) => ({
      what: `${row.element}, 20 years`,
      published: numberIn(row, 'publishedBusd'),
      computed: costOf(testArchitecture(architectures[row.element])).totalMusd / 1000,
      tolerance: numberIn(row, 'tolerance'),
      relative: true,
      unit: 'B$',
      why: row.why,
    })),
};

export { reference };

const cboLayer = spaceLayer({
  unitMusd: 22,
  lifeYr: 5,
  deploymentYr: 4,
  operationsMusdYr: 1000,
  launchIncluded: true,
});

const grid = (planes: number, satellitesPerPlane: number) => [
  { planes, satellitesPerPlane, altitudeKm: 300, inclinationDeg: 85 },
];

/** Bought at once and kept for the period, as price lists have it. */
const priceList = { deploymentYr: 1 };

const architectures: Record<string, Partial<Architecture>> = {
  'cbo-layer': { interceptors: [cboLayer] },
  'cbo-total': { interceptors: [cboLayer], systems: [system({ id: 'residual', residualMusd: 448_000 })] },
  'thaad-battery': {
    interceptors: [
      surfaceLayer({ ...priceList, perSiteCount: 192, perUnitCount: 192, unitMusd: 2730, unitOperationsMusdYr: 32.5 }),
    ],
  },
  'aegis-ashore': { interceptors: [surfaceLayer({ ...priceList, siteMusd: 3240, operationsMusdYr: 55 })] },
  'gmd-site': {
    interceptors: [
      surfaceLayer({ ...priceList, perSiteCount: 44, unitMusd: 109, siteMusd: 3100, operationsMusdYr: 270 }),
    ],
  },
  'patriot-battery': {
    interceptors: [surfaceLayer({ ...priceList, perUnitCount: 1, unitMusd: 900, unitOperationsMusdYr: 35 })],
  },
  'tracking-t2': { sensors: [spaceSensor({ unitMusd: 47.2, launchIncluded: true })] },
  'tracking-meo': { sensors: [spaceSensor({ shells: grid(2, 5), unitMusd: 120, launchIncluded: true })] },
  'aei-calculator': {
    interceptors: [
      spaceLayer({
        shells: grid(2, 499),
        massKg: 1294.1,
        lifeYr: 5,
        firstUnitMusd: 70,
        learningRatio: 0.85,
        developmentMusd: 7000,
        operationsMusdYr: 450,
        replacement: 'generation',
        launchUsdKg: 3051,
      }),
    ],
  },
  'aei-boost-basic': {
    interceptors: [
      spaceLayer({
        shells: grid(10, 499),
        massKg: 1900,
        lifeYr: 5,
        unitMusd: 10.88,
        developmentMusd: 2000,
        operationsMusdYr: 450,
        replacement: 'generation',
        launchUsdKg: 1129,
      }),
    ],
  },
};

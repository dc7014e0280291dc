import { bandRow, campaigns, constellation, vehicle } from '../campaign-band.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'leo-deployment',
  title: 'Amazon Leo from its first launch to July 2026, rates chosen when the outcome was known',
  level: 'back-test',
  source:
    'Reuters, Ars Technica, trade press 2025-26 (satellites launched); Aviation Week and SEC filings (launch contracts, rates)',
  run(rows) {
    const runs = campaigns(plan);
    return rows.map((row) => {
      const month = numberIn(row, 'month');
      const predicted = Float64Array.from(runs, ({ onOrbit }) => onOrbit[0][month]);
      return bandRow(`satellites launched by ${row.date}`, numberIn(row, 'satellites'), predicted, 'satellites');
    });
  },
};

export { reference };

/** The launch book and the rates as they stood at the first launch; year 0 is 1 May 2025. */
const plan = {
  startYear: 2025,
  horizonYr: 1.5,
  notes: [],
  elements: [
    constellation({
      id: 'leo',
      targetCount: 3236,
      existingCount: 27,
      firstUnitYr: -0.5,
      productionPerYr: { value: 600, low: 300, high: 1200 },
      productionRampYr: 1,
      perLaunch: [27, 24, 32, 45, 48],
    }),
  ],
  vehicles: [
    vehicle({
      id: 'atlas-v',
      cadencePerYr: { value: 5, low: 3, high: 8 },
      mostLaunches: 7,
      flights: 101,
      successes: 100,
    }),
    vehicle({
      id: 'falcon-9',
      cadencePerYr: { value: 3, low: 2, high: 5 },
      mostLaunches: 3,
      flights: 373,
      successes: 370,
    }),
    vehicle({
      id: 'ariane-64',
      cadencePerYr: { value: 2.5, low: 2, high: 3 },
      status: 'development',
      firstFlightYr: 0.5,
      flights: 2,
      successes: 1,
    }),
    vehicle({
      id: 'vulcan',
      cadencePerYr: { value: 2, low: 1, high: 12 },
      otherCustomersFraction: 0.7,
      flights: 2,
      successes: 1,
      sharedParts: ['be-4'],
    }),
    vehicle({
      id: 'new-glenn',
      cadencePerYr: { value: 1, low: 1, high: 8 },
      otherCustomersFraction: 0.5,
      flights: 1,
      successes: 1,
      sharedParts: ['be-4'],
    }),
  ],
};

import { bandRow, campaigns, constellation, vehicle } from '../campaign-band.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const BEFORE = 428;
/** From the loss of Antares on 28 October 2014 to Cygnus on Atlas V on 6 December 2015. */
const SWITCH_DAYS = 404;

export const validation: ValidationCase = {
  id: 'oneweb-soyuz',
  title: 'OneWeb after the loss of Soyuz: gap and recovery, by what was known in March 2022',
  level: 'back-test',
  source:
    'Seradata (2022), SpaceNews (9 March 2023), Capacity Media (January 2023); Cygnus from Antares to Atlas V, 2014-15, for the delay',
  run(rows) {
    const runs = campaigns(plan);
    return rows.map((row) => {
      const happened = numberIn(row, 'value');
      if (row.quantity === 'gapMonths') {
        const gaps = Float64Array.from(runs, ({ onOrbit }) => 1 + onOrbit[0].findIndex((count) => count > BEFORE));
        return bandRow('months without a launch', happened, gaps, 'months');
      }
      const month = numberIn(row, 'month');
      const predicted = Float64Array.from(runs, ({ onOrbit }) => onOrbit[0][month]);
      const misses =
        month === 12 ? 'the new launches came sooner and faster than the one earlier change of rocket' : undefined;
      return bandRow(`satellites launched ${month} months after`, happened, predicted, 'satellites', misses);
    });
  },
};

export { reference };

/** Two vehicles bought in place of the lost one; year 0 is 3 March 2022. */
const plan = {
  startYear: 2022,
  horizonYr: 4,
  notes: [],
  elements: [constellation({ id: 'oneweb', targetCount: 648, existingCount: BEFORE, perLaunch: [40, 36] })],
  vehicles: [
    vehicle({
      id: 'falcon-9',
      status: 'paused',
      groundingDays: SWITCH_DAYS,
      cadencePerYr: { value: 6, low: 3, high: 12 },
      mostLaunches: 3,
      flights: 180,
      successes: 178,
    }),
    vehicle({
      id: 'lvm3',
      status: 'paused',
      groundingDays: SWITCH_DAYS,
      cadencePerYr: { value: 2, low: 1, high: 4 },
      mostLaunches: 2,
      flights: 4,
      successes: 4,
    }),
  ],
};

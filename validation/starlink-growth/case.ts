import { bandRow, campaigns, constellation, TRIALS, vehicle } from '../campaign-band.ts';
import type { ValidationCase } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Falcon launches of the year, all customers, and satellites on a Starlink launch. */
const years = [
  { year: 2020, launches: 26, perLaunch: 60 },
  { year: 2021, launches: 31, perLaunch: 57 },
  { year: 2022, launches: 61, perLaunch: 52 },
  { year: 2023, launches: 96, perLaunch: 31 },
  { year: 2024, launches: 134, perLaunch: 22 },
  { year: 2025, launches: 165, perLaunch: 27 },
];
/** Launched in 2019. */
const BEFORE = 120;
/** Starlink's share of the launches: 14 of 26 in 2020, 28 of the first 41 in 2024, a straight line through both. */
const shareIn = (year: number) => 14 / 26 + ((28 / 41 - 14 / 26) * (year - 2020)) / 4;
/** Half the change between the two known years, over their mean. */
const SHARE_SPREAD = 0.12;
/** Launches are not spread evenly over a year: a quarter of those of the year may come earlier or later. */
const UNEVEN_FRACTION = 0.25;

export const validation: ValidationCase = {
  id: 'starlink-growth',
  title: 'Starlink 2019-2025 from the launch record: predicted band beside what happened',
  level: 'published',
  source:
    'J. McDowell via Ars Technica (October 2025), der Orion (May 2021), press 2022-23; Falcon launches by year: Aviation Week, SpaceX',
  run(rows) {
    const byYear = years.map(({ year, launches, perLaunch }) => {
      const rate = launches * shareIn(year);
      const falcon = vehicle({
        id: 'falcon-9',
        cadencePerYr: { value: rate, low: rate * (1 - SHARE_SPREAD), high: rate * (1 + SHARE_SPREAD) },
        padCount: 3,
        flights: 373,
        successes: 370,
        groundingDays: 14,
      });
      const elements = [constellation({ id: 'starlink', perLaunch: [perLaunch] })];
      return campaigns({ startYear: year, horizonYr: 1, notes: [], elements, vehicles: [falcon] }, {}, year);
    });
    return rows.map((row) => {
      const until = numberIn(row, 'yearFraction');
      const predicted = Float64Array.from({ length: TRIALS }, (_, trial) => {
        let count = BEFORE;
        years.forEach(({ year }, i) => {
          count += after(byYear[i]![trial]!.onOrbit[0]!, (until - year) * 12);
        });
        return count;
      });
      const { year, launches, perLaunch } = years.find((candidate) => candidate.year === Math.floor(until))!;
      const tolerance = UNEVEN_FRACTION * launches * shareIn(year) * perLaunch;
      const why = `, and a quarter of the launches of ${year}, as they are not spread evenly over it`;
      const what = `satellites launched by ${row.date}`;
      return bandRow(what, numberIn(row, 'satellites'), predicted, 'satellites', { tolerance, why });
    });
  },
};

export { reference };

/** Satellites launched in a year by a month of it, months parted evenly; all of them after its end. */
function after(byMonth: Float64Array, months: number): number {
  const passed = Math.min(12, Math.max(0, months));
  const whole = Math.floor(passed);
  const before = whole === 0 ? 0 : byMonth[whole - 1]!;
  return whole === 12 ? before : before + (passed - whole) * (byMonth[whole]! - before);
}

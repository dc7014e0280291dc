import { quantile } from '../../src/num/statistics.ts';
import { campaignRules } from '../../src/programme/campaign-rules.ts';
import { startVehicle } from '../../src/programme/campaign-state.ts';
import { bandOf, campaigns, constellation, TRIALS, vehicle } from '../campaign-band.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn, readReference } from '../read-reference.ts';
import { missReasons } from './misses.ts';
import record from './record.csv?raw';
import reference from './reference.csv?raw';

export const validation: ValidationCase = {
  id: 'forecasts',
  title: 'Out of sample: the campaign fed with what was known before a date, beside what followed',
  level: 'back-test',
  source:
    'Launch records, SDA, Amazon, OneWeb, LRDR and first flights, 2016 to 2026, by trade press and GAO; see README',
  run: (rows) =>
    rows.map((row) => {
      const made = rowMakers[row.kind as keyof typeof rowMakers](row);
      const misses = missReasons[made.what];
      return { ...made, ...(misses !== undefined && { misses }) };
    }),
};

export { reference };

/** What stood at a date, as the public could know it. */
export interface Known {
  system: string;
  date: string;
  value: number;
}

const known: readonly Known[] = readReference(record).map((row) => ({
  system: row.system,
  date: row.date,
  value: numberIn(row, 'value'),
}));

/** A system by how it is launched: units on a launch at the time, and with how many it is full. */
const systems: Record<string, { perLaunch: (origin: string) => number; targetCount?: number; words: string }> = {
  'falcon-9': { perLaunch: () => 1, words: 'launches in the year to' },
  starlink: {
    perLaunch: (origin) => (origin < '2022' ? 60 : origin < '2023' ? 53 : 22),
    words: 'satellites launched by',
  },
  'amazon-leo': { perLaunch: () => 27, targetCount: 3236, words: 'satellites launched by' },
  oneweb: { perLaunch: () => 34, targetCount: 648, words: 'satellites launched by' },
  'sda-t1': { perLaunch: () => 21, targetCount: 126, words: 'satellites launched by' },
};

const rowMakers = { count: countRow, slip: slipRow, promise: promiseRow };

function countRow(row: Record<string, string>): ValidationRow {
  const predicted = countsAt(known, row);
  const isYearly = row.system === 'falcon-9';
  return {
    what: `${row.system}: ${systems[row.system].words} ${row.date}, as seen in ${row.origin.slice(0, 7)}`,
    published: numberIn(row, 'happened'),
    computed: quantile(predicted, 0.5),
    tolerance: 0,
    band: bandOf(predicted),
    unit: isYearly ? 'launches' : 'satellites',
    why: row.planned ? 'plan of the time, with the slip of what has not flown' : 'rate of the record until then',
  };
}

function promiseRow(row: Record<string, string>): ValidationRow {
  const limit = numberIn(row, 'limit');
  return {
    what: `${row.system}: ${limit} ${systems[row.system].words} ${row.date}, as seen in ${row.origin.slice(0, 7)}`,
    published: numberIn(row, 'happened'),
    computed: countsAt(known, row).filter((count) => count >= limit).length / TRIALS,
    tolerance: 0.5,
    isChance: true,
    unit: 'chance',
    why: '1 where it was kept, 0 where not; nearer to what came than to the other',
  };
}

function slipRow(row: Record<string, string>): ValidationRow {
  return {
    what: `${row.system}, planned for ${row.planned}`,
    published: numberIn(row, 'happened'),
    computed: quantile(slipsYr, 0.5),
    tolerance: 0,
    band: bandOf(slipsYr),
    unit: 'years late',
    why: `slip of what has not flown, as the campaign draws it; planned so in ${row.origin.slice(0, 7)}`,
  };
}

/** Years by which first flights come after their planned day, as the campaign draws them. */
const slipsYr = Float64Array.from({ length: TRIALS }, (_, trial) => {
  const spec = vehicle({ id: 'first', cadencePerYr: { value: 1 }, status: 'development' });
  return Math.round(100 * startVehicle(spec, 0, campaignRules, 1, trial).fromYr) / 100;
});

/**
 * What the campaign gives at a date, from what was known at the origin alone.
 *
 * The rate is that of the year before the origin, or of the whole record where that is shorter, with the campaign's own spread; of a plan one
 * launch a month from the planned day on, later by the slip of what has not flown where none has. Failures are left out: the stand-downs that the
 * campaign draws from came later.
 *
 * @param record of which nothing after the origin is read
 */
export function countsAt(
  record: readonly Known[],
  { system, origin, date, planned }: Record<string, string>,
): Float64Array {
  const { perLaunch, targetCount = 1e6 } = systems[system];
  const load = perLaunch(origin);
  const past = record.filter((each) => each.system === system && each.date <= origin);
  const isYearly = system === 'falcon-9';
  const now = isYearly ? 0 : (past.at(-1)?.value ?? 0);
  const from = planned || past.at(-1)!.date;
  const years = yearsBetween(from, date);
  const launcher = vehicle({
    id: 'vehicle',
    cadencePerYr: { value: planned ? 12 : isYearly ? past.at(-1)!.value : rateOf(past) / load },
    status: past.length === 0 ? 'development' : 'flying',
    flights: 1e9,
    successes: 1e9,
  });
  const element = constellation({ id: system, perLaunch: [load], targetCount, existingCount: now });
  const plan = { startYear: 2020, horizonYr: years + 1 / 12, notes: [], elements: [element], vehicles: [launcher] };
  return Float64Array.from(campaigns(plan), ({ onOrbit }) => {
    const at = (yr: number) => countAt(onOrbit[0], now, yr * 12);
    return Math.round(isYearly ? at(years) - at(years - 1) : at(years));
  });
}

/** Units a year in the last year of a record, or over all of it where it is shorter. */
function rateOf(past: readonly Known[]): number {
  const last = past.at(-1)!;
  const first = past.findLast(({ date }) => yearsBetween(date, last.date) >= 0.99) ?? past[0];
  return (last.value - first.value) / yearsBetween(first.date, last.date);
}

function yearsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
}

/** Counts at the ends of months, read between them. */
function countAt(byMonth: Float64Array, start: number, months: number): number {
  if (months <= 0) return start;
  const whole = Math.min(Math.floor(months), byMonth.length - 1);
  const from = whole === 0 ? start : byMonth[whole - 1];
  return from + (months - whole) * (byMonth[whole] - from);
}

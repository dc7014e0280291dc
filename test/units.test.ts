import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Field, Shape } from '../src/catalog/field.ts';
import { kinds } from '../src/catalog/kinds.ts';

/** Units that may end a name, with the parts that may stand before another unit. */
const UNITS =
  /(Km|KmS|KmS2|M|M2|M3|S|Ms|HYr|Yr|Days|Rad|Deg|RadS|Urad|Mrad|Kg|KgM2|G|W|Hz|K|Db|DbW|Bit|BitS|Mbps|Bytes|Musd|MusdYr|Usd|UsdKg|PerYr|PerS|PerMin|PerRaid|PerStop|KwSr|Date|UnixS|Utc)$/;
const DIMENSIONLESS = /(Count|Index|Fraction|Probability|Ratio|Counts|Km2)$/;
/** Words of the field and plain counts that everybody reads as numbers without a unit. */
const WORDS = new Set([
  'planes',
  'satellitesPerPlane',
  'phasing',
  'eccentricity',
  'ecc',
  'flights',
  'successes',
  'count',
  'priority',
  'salvo',
  'shots',
  'trials',
  'trial',
  'seed',
  'decoys',
  'warheads',
  'year',
  'priceYear',
  'startYear',
  'index',
  'value',
  'quantities', // in the unit that the price beside them asks
  'low',
  'high',
  'round',
  'line',
  'column',
  'interceptors',
  'shell',
  'plane',
  'generations',
  'launches',
  'p10',
  'p50',
  'p90',
  'mean',
  'spentYear',
  'untilYear',
  'usdPerEur',
  'years',
  'spentYear',
  'probability',
  'confidence',
  'fraction',
  'shotsPerRaid',
  'killsPerRaid',
  'leakerShares',
  'firstLaserNumber', // a catalogue number
  // discrimination and common causes: standard deviations, a correlation, shares and chances
  'discriminationDPrime',
  'separation',
  'killCorrelation',
  'perMissileShare',
  'warheadCalled',
  'warheadShares',
  'chances',
  'perRaid',
  // a factor of cost growth
  'ratio',
  // the search for partners: positions in its lists, a period, units a launch carries, numbers whose unit the word beside them tells
  'fleet',
  'layer',
  'case',
  'worstCase',
  'worstFleet',
  'lossPeriod',
  'perLaunch',
  'nowValue',
  'thenValue',
  'neededValue',
  'atValue',
  // certificates and clocks: plain counts
  'cases',
  'raids',
  'held',
  'broken',
  'silent',
  'comparisons',
  'threads',
  'againstLeakers',
  'baseLeakers',
  'changedLeakers',
  'chance',
  // draws of the inputs, and a share of their spread as other programs read it
  'draws',
  'share',
  'leakerSquares',
  'drawNumbers',
  // tables of a map
  'rows',
  'columns',
  'values',
  'digits',
  'trialsAsked',
  // coverage: satellites over a place, keys that other programs read
  'fold',
  'min',
  'max',
  // studies: values of whatever unit the recorded result has
  'meanAbsolute',
  'deviation',
  'atLow',
  'atHigh',
  'swing',
  'middle',
  'level',
  'first',
  'atLeast',
  // parts of a claim, as scenarios and other programs call them; limits are in the unit of their part
  'musd',
  'noLeaker',
  'limit',
  'halfLimit',
  'allTogether',
  // events, as a scenario calls them; the position of one
  'months',
  'event',
  // changes of a chance
  'meanDifference',
  'leakersByRaid',
  // between two distributions (Kolmogorov and Smirnov)
  'distance',
  // groups of a raid, as a scenario calls them
  'count',
  'decoys',
]); // prettier-ignore

function isWellNamed(name: string): boolean {
  return UNITS.test(name) || DIMENSIONLESS.test(name) || WORDS.has(name);
}

function* quantities(shape: Shape, path: string): Generator<string> {
  for (const [name, field] of Object.entries(shape) as [string, Field][]) {
    if (field.kind === 'quantity') yield `${path}.${name}`;
    if (field.kind === 'list') yield* quantities(field.item, `${path}.${name}`);
  }
}

test.each(Object.keys(kinds) as (keyof typeof kinds)[])('numbers of catalog/%s carry their unit', (kind) => {
  for (const path of quantities(kinds[kind], kind)) {
    const name = path.split('.').at(-1)!;
    expect(isWellNamed(name), `${path} has no unit suffix`).toBe(true);
  }
});

test('numbers of the records between stages carry their unit', () => {
  const flow = fileURLToPath(new URL('../src/flow/', import.meta.url));
  let seen = 0;
  const bad: string[] = [];
  for (const file of readdirSync(flow).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const text = readFileSync(flow + file, 'utf8');
    for (const [, name, type] of text.matchAll(/^ {2,}(?:readonly )?(\w+)\??: ([^;=]+);/gm)) {
      if (!/^(number|Float64Array|Float64Array\[\]|number\[\]|number \| null)$/.test(type)) continue;
      seen++;
      if (!isWellNamed(name)) bad.push(`flow/${file}: ${name}`);
    }
  }
  expect(bad, 'names without a unit suffix').toEqual([]);
  expect(seen).toBeGreaterThan(30);
});

import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import { prepareForce } from '../force/availability.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { forceOn } from '../run/force-by-date.ts';
import { buildElements } from '../world/elements.ts';
import { linksAt } from './links.ts';
import { outagesOf } from './outages.ts';
import { prepareTransport } from './transport.ts';

const catalog = testCatalog();

/** A centre in Colorado, and a radar at each of some sites. */
function scenario(sites: string[], more = '', epoch = '2028-06-01'): Architecture {
  const text = `name: fibre
epochUtc: ${epoch}T00:00:00Z
command: [{ id: c2, site: schriever }]
sensors: [{ id: radar, use: uewr, sites: [${sites.join(', ')}] }]
${more}`;
  return resolveScenario(parseScenario(text, 'fibre.yaml'), catalog);
}

/** One-way time from the centre to each site, in milliseconds; NaN: none. */
function timesMs(architecture: Architecture, cut: { cables?: string[]; landings?: string[] } = {}): number[] {
  const elements = buildElements(architecture);
  const transport = prepareTransport(architecture, elements);
  const standing = { shares: new Map(), losses: [], out: new Map(), counts: [], cables: [], landings: [], ...cut };
  const outages = outagesOf(transport, forceOn(prepareForce(architecture, elements), standing).stated);
  return Array.from(linksAt(transport, { startS: 0, tS: 0 }, outages).sensorOneWayS[0], (s) => 1000 * s);
}

test('no fibre leads where no public cable is known: Pituffik, Shemya, a place at sea', () => {
  const [pituffik, shemya, beale] = timesMs(scenario(['pituffik', 'shemya', 'beale']));
  expect([pituffik, shemya]).toEqual([Number.NaN, Number.NaN]);
  expect(beale).toBeGreaterThan(8);
  expect(beale).toBeLessThan(13);
});

test('a site has the land that it states, else that of a place near it, else that of its country', () => {
  const own = `sites:
  - { id: near-nuuk, latDeg: 64.3, lonDeg: -51.5 }
  - { id: alice-springs, latDeg: -23.7, lonDeg: 133.9 }
  - { id: atoll, latDeg: 0, lonDeg: -150 }
  - { id: near-anchorage, latDeg: 61, lonDeg: -150, fibre: none }
`;
  const { sites, notes } = scenario(['near-nuuk', 'alice-springs', 'atoll', 'near-anchorage'], own);
  expect(Object.values(sites).map(({ id, fibre }) => [id, fibre])).toEqual([
    ['schriever', 'north-america'],
    ['near-nuuk', 'none'],
    ['alice-springs', 'australia'],
    ['atoll', 'none'],
    ['near-anchorage', 'none'],
  ]);
  const told = notes.filter(({ code }) => code === 'note.no-fibre').map(({ args }) => args!.id);
  expect(told).toEqual(['near-nuuk', 'atoll']);
});

test('Kwajalein hangs on one cable and on its landing, Hawaii on neither of its cables alone', () => {
  const sites = `sites: [{ id: roi-namur, latDeg: 9.4, lonDeg: 167.48 }]\n`;
  const architecture = scenario(['roi-namur', 'pearl-harbor'], sites);
  const [kwajalein, hawaii] = timesMs(architecture);
  expect(kwajalein).toBeGreaterThan(85); // by Hawaii and Guam
  expect(kwajalein).toBeLessThan(110);
  expect(timesMs(architecture, { cables: ['hantru1'] })).toEqual([Number.NaN, hawaii]);
  expect(timesMs(architecture, { landings: ['landing-kwajalein'] })).toEqual([Number.NaN, hawaii]);
  expect(timesMs(architecture, { landings: ['landing-guam'] })).toEqual([Number.NaN, hawaii]);
  for (const { id } of architecture.fibre.cables) {
    const [, left] = timesMs(architecture, { cables: [id] });
    expect(left, id).toBeLessThan(60);
    expect(left).toBeGreaterThanOrEqual(hawaii);
  }
  const [byJapan, none] = timesMs(architecture, { landings: ['landing-oahu'] });
  expect(byJapan).toBeGreaterThanOrEqual(kwajalein);
  expect(none).toBeNaN();
  const failures = 'failures: { cablesOut: [hantru1] }\n';
  expect(timesMs(scenario(['roi-namur', 'pearl-harbor'], sites + failures))).toEqual([Number.NaN, hawaii]);
});

test('AKORN takes the 29 ms there and back that its owner states', () => {
  const text = 'fibre: { cables: [akorn], detourRatio: 1, routerDelayMs: 0 }\n';
  const { fibre } = scenario(['anchorage'], text);
  expect(fibre.cables.map(({ id }) => id)).toEqual(['akorn']);
  expect(((2 * fibre.cables[0].lengthKm!) / (299_792.458 * fibre.speedRatio)) * 1000).toBeCloseTo(29.4, 1);
});

test('a cable stands from the day on which it is ready', () => {
  const idsOn = (epoch: string) => scenario(['beale'], '', epoch).fibre.cables.map(({ id }) => id);
  expect(idsOn('2028-03-31')).not.toContain('arctic-way');
  expect(idsOn('2028-04-01')).toContain('arctic-way');
  expect(idsOn('2009-06-01')).not.toContain('hantru1');
});

test('names of no cable and of no landing are errors at their line', () => {
  const more = `fibre: { cables: [akorn, akron] }
failures: { cablesOut: [acorn], landingsOut: [landing-florenze] }
`;
  try {
    scenario(['beale'], more);
    expect.unreachable();
  } catch (error) {
    const found = (error as InputError).problems.map(({ line, column, code }) => [line, column, code]);
    expect(found).toEqual([
      [5, 26, 'unknown-cable'],
      [6, 25, 'unknown-cable'],
      [6, 47, 'unknown-landing'],
    ]);
    expect(error).toBeInstanceOf(InputError);
  }
});

test('an event cuts a cable until it is mended', () => {
  const events =
    'events: [{ date: 2030, cable: hantru1, what: cut, untilDate: 2030-02 }, { date: 2031, landing: landing-oahu, what: cut }]\n';
  const { events: made } = scenario(['beale'], events);
  expect(made).toEqual([
    { kind: 'cable', date: '2030', atYr: 2, untilYr: 2 + 1 / 12, cable: 'hantru1', landing: undefined },
    { kind: 'cable', date: '2031', atYr: 3, cable: undefined, landing: 'landing-oahu' },
  ]);
});

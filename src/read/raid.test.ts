import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { catalogAsOf } from '../catalog/as-of.ts';
import type { CatalogEntry } from '../catalog/entry.ts';
import { missilesOf } from '../flow/missiles.ts';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { loadScenario } from './load-scenario.ts';

const catalog = testCatalog();
const HEAD = 'name: Test\nepochUtc: 2028-06-01T00:00:00Z\n';

function told(text: string, from = catalog): string[] {
  try {
    loadScenario(HEAD + text, from);
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ line, code, path, said }) => `${line} ${code} ${path}: ${tell(said)}`);
    throw error;
  }
  return [];
}

test.each(Object.keys(catalog.entries.raids))('the raid %s of the catalog can be flown', (id) => {
  const { threats, uses } = loadScenario(`${HEAD}threat: { use: ${id} }\n`, catalog);
  const groups = catalog.entries.raids[id].fields.groups as { count: { value: number } }[];
  expect(threats.map(({ count }) => count)).toEqual(groups.map(({ count }) => count.value));
  expect(missilesOf({ threats }).length).toBeLessThan(1000);
  for (const { element, path, entry, source, low } of uses.filter(({ path }) => path === 'count'))
    expect([element, path, entry, source !== 'cupola', low]).toEqual([element, 'count', id, true, undefined]);
});

test('a named raid is the same as its groups written out', () => {
  const named = loadScenario(`${HEAD}threat: { use: peer-limited }\n`, catalog);
  const aims = 'washington, los-angeles, chicago, seattle, omaha';
  const written = loadScenario(
    `${HEAD}threat:
  - { id: land, use: icbm-solid, count: 42, warheadCount: 1, from: china-interior, toward: [${aims}], spacingS: 1 }
  - { id: sea, use: slbm, count: 8, warheadCount: 1, from: north-pacific, toward: [los-angeles, seattle], spacingS: 1 }\n`,
    catalog,
  );
  expect(named.threats).toEqual(written.threats);
});

test('several axes, launch seas and waves stand in one raid', () => {
  const { threats } = loadScenario(
    `${HEAD}threat:
  - { id: land, use: icbm-solid, count: 4, from: [russia-west, russia-siberia], toward: [washington, chicago] }
  - { id: sea, use: slbm, count: 2, from: north-atlantic, toward: new-york, loftDeg: -8 }
  - { id: later, use: slbm, count: 2, from: "60,-30", toward: boston, startS: 600, spacingS: 30 }
  - { id: south, use: fobs, count: 1, from: china-interior, toward: los-angeles, startS: 60 }\n`,
    catalog,
  );
  const missiles = missilesOf({ threats });
  expect(missiles.map(({ launchS }) => launchS)).toEqual([0, 0, 0, 0, 0, 0, 60, 600, 630]);
  expect(new Set(missiles.map(({ from }) => from.name)).size).toBe(5);
});

describe('mistakes are told at their line', () => {
  const own = (group: string) => `catalog:\n  raids:\n    - id: mine\n      groups:\n        - ${group}\n`;

  test.each([
    ['threat: { use: nort-korea-2026 }', /^3 unknown-entry threat.use: .*did you mean "north-korea-2026"/],
    ['threat: { use: icbm-solid }', /^3 unknown-entry threat.use: .*it is in catalog\/threats/],
    ['threat: { use: north-korea-2026, count: 3 }', /^3 unknown-key threat.count/],
    ['threat: { use: north-korea-2026 }\nsensors:\n  - { id: raid, use: uewr }', /^3 duplicate-id threat\[0\].id/],
    [own('{ id: a, use: srbm, count: 1, from: [seol], toward: [taipei] }'), /^7 unknown-site .*"seoul"/],
    [own('{ id: a, use: srmb, count: 1, from: [seoul], toward: [taipei] }'), /^7 unknown-entry .*"srbm"/],
    [own('{ id: a, use: srbm, from: [seoul], toward: [taipei] }'), /^7 missing .*needs count/],
    [own('{ id: a, use: srbm, count: 1, from: [seoul] }'), /^7 missing .*needs toward/],
    [
      `${own('{ id: a, use: srbm, count: 1, from: [seoul], toward: [seattle] }')}threat: { use: mine }`,
      /^8 out-of-range threat\[0\]: "a" cannot fly from seoul to seattle/,
    ],
  ])('%s', (text, message) => {
    expect(told(`${text}\n`)).toEqual([expect.stringMatching(message)]);
  });

  test('a raid that was not yet known', () => {
    const raid: CatalogEntry = { ...catalog.entries.raids['north-korea-2026'], knownFrom: '2026-07' };
    const entries = { ...catalog.entries, raids: { ...catalog.entries.raids, [raid.id]: raid } };
    const early = catalogAsOf({ ...catalog, entries }, '2026-01');
    expect(told('threat: { use: north-korea-2026 }\n', early)).toEqual([expect.stringMatching(/^3 not-yet-known/)]);
  });
});

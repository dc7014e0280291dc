import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseElements } from './element-file.ts';
import { elementFleet } from './element-health.ts';
import { elementOrbits, elementPositionsEciKm } from './sgp4.ts';
import { unixSFromIso } from './time.ts';

const text = readFileSync(new URL('../../test/fixtures/starlink-eleven.tle', import.meta.url), 'utf8');
const { sets } = parseElements(text);
const fresh = unixSFromIso('2026-05-12T12:00:00Z');
const late = unixSFromIso('2028-06-01T00:00:00Z');
const DAY_S = 86_400;
const omm = (more: object, name = 'A') =>
  parseElements(
    JSON.stringify({
      OBJECT_NAME: name,
      OBJECT_ID: '2019-074B',
      EPOCH: '2026-05-12T12:00:00',
      MEAN_MOTION: 15.06,
      ECCENTRICITY: 0.0002,
      INCLINATION: 53,
      RA_OF_ASC_NODE: 10,
      ARG_OF_PERICENTER: 20,
      MEAN_ANOMALY: 30,
      NORAD_CAT_ID: 44714,
      ...more,
    }),
  ).sets;

test('on the day of the elements all fly; two years on none does', () => {
  expect(elementFleet(sets, fresh).health).toMatchObject({ heldCount: 11, flyingCount: 11 });
  expect(elementFleet(sets, late).health).toMatchObject({ flyingCount: 0, staleCount: 11, youngestDays: Number.NaN });
  const { youngestDays, oldestDays } = elementFleet(sets, fresh).health;
  expect([youngestDays, oldestDays]).toEqual([expect.closeTo(-0.519, 3), expect.closeTo(-0.407, 3)]);
});

test('old elements that are allowed: what has come down and what SGP4 throws out of its orbit does not fly', () => {
  const { health, flying } = elementFleet(sets, late, 1000);
  expect(health).toMatchObject({ flyingCount: 4, decayedCount: 4, lostCount: 3 });
  const orbits = elementOrbits(flying, late);
  const km = new Float64Array(12);
  expect(elementPositionsEciKm(orbits, 0, km)).toBe(0);
  for (let k = 0; k < 4; k++) {
    const heightKm = Math.hypot(...km.subarray(3 * k, 3 * k + 3)) - 6378;
    expect(heightKm).toBeGreaterThan(150);
    expect(heightKm).toBeLessThan(650);
  }
});

test('a satellite that comes down while it is flown is gone from then on, and told', () => {
  const all = elementOrbits(sets, fresh);
  const km = new Float64Array(3 * all.count);
  expect(elementPositionsEciKm(all, 0, km)).toBe(0);
  expect(elementPositionsEciKm(all, late - fresh, km)).toBe(7);
  expect([...km].filter(Number.isNaN)).toHaveLength(21);
});

test('of sets of one object the nearest flies, by any spelling of its number', () => {
  const old = omm({ EPOCH: '2026-05-10T12:00:00', NORAD_CAT_ID: 'A0001' }, 'OLD');
  const near = omm({ NORAD_CAT_ID: '000100001' }, 'NEAR');
  const other = omm({ NORAD_CAT_ID: '100001', EPOCH: '2026-05-16T12:00:00' }, 'LATER');
  const { flying, health } = elementFleet([...old, ...near, ...other], fresh);
  expect(flying.map(({ name }) => name)).toEqual(['NEAR']);
  expect(health.duplicateCount).toBe(2);
});

test('objects without a number are told apart by their designators; placeholders tell nothing', () => {
  const none = { NORAD_CAT_ID: 0 };
  const [a, b, c] = [omm(none), omm(none), omm({ ...none, OBJECT_ID: '2019-074C' })];
  expect(elementFleet([...a, ...b, ...c], fresh).health).toMatchObject({ flyingCount: 2, duplicateCount: 1 });
  const [x, y] = [omm({ ...none, OBJECT_ID: 'UNKNOWN' }), omm({ NORAD_CAT_ID: 99999, OBJECT_ID: '' })];
  expect(elementFleet([...x, ...y], fresh).health.flyingCount).toBe(2);
});

test.each([
  ['by the date of the file', { DECAY_DATE: '2026-05-01' }, 'decayedCount'],
  ['debris by its type', { OBJECT_TYPE: 'DEBRIS' }, 'debrisCount'],
  ['a spent stage by its name', { OBJECT_NAME: 'FALCON 9 R/B' }, 'debrisCount'],
  ['far from the moment', { EPOCH: '2026-04-01T00:00:00' }, 'staleCount'],
] as const)('%s does not fly', (_, more, count) => {
  expect(elementFleet(omm(more), fresh).health).toMatchObject({ flyingCount: 0, [count]: 1 });
});

test('a payload whose name says debris flies, as does one that comes down later', () => {
  const sets = [
    ...omm({ OBJECT_TYPE: 'PAYLOAD', NORAD_CAT_ID: 1 }, 'REMOVE DEB'),
    ...omm({ DECAY_DATE: '2027-01-01' }),
  ];
  expect(elementFleet(sets, fresh).health.flyingCount).toBe(2);
});

test('the limit of age counts both ways', () => {
  for (const days of [-29, 29]) expect(elementFleet(omm({}), fresh + days * DAY_S).health.flyingCount).toBe(1);
  for (const days of [-31, 31]) expect(elementFleet(omm({}), fresh + days * DAY_S).health.staleCount).toBe(1);
});

test('satellites beside others are in a shell; those outside that climb or sink are told', () => {
  const shell = Array.from({ length: 20 }, (_, k) => omm({ NORAD_CAT_ID: 50_000 + k })[0]);
  const low = { MEAN_MOTION: 15.8, NORAD_CAT_ID: 60_000 };
  const all = [
    ...shell,
    ...omm({ ...low, MEAN_MOTION_DOT: -0.001 }),
    ...omm({ ...low, NORAD_CAT_ID: 60_001, MEAN_MOTION_DOT: 0.001 }),
  ];
  expect(elementFleet(all, fresh).health).toMatchObject({ inShellCount: 20, raisingCount: 1, loweringCount: 1 });
});

test('several sets of one object: each moves it at the moments nearest its own', () => {
  const first = omm({ MEAN_ANOMALY: 30 });
  const second = omm({ MEAN_ANOMALY: 200, EPOCH: '2026-05-14T12:00:00' });
  const { flying, histories } = elementFleet([...second, ...first], fresh);
  const orbits = elementOrbits(flying, fresh, histories);
  const [replayed, alone] = [new Float64Array(3), new Float64Array(3)];
  for (const [atS, set] of [
    [0, first],
    [0.9 * DAY_S, first],
    [1.1 * DAY_S, second],
    [3 * DAY_S, second],
  ] as const) {
    elementPositionsEciKm(structuredClone(orbits), atS, replayed);
    elementPositionsEciKm(elementOrbits(set, fresh), atS, alone);
    expect([...replayed]).toEqual([...alone]);
  }
});

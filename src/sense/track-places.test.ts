import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { radarSensor } from '../../test/fixtures/small-sensors.ts';
import { ContactTable } from './contact-table.ts';
import { keepWithinPlaces, trackPlaces } from './track-places.ts';

function addLook(
  table: ContactTable,
  { tS, threat, sensor = 0, unit = 0 }: { tS: number; threat: number; sensor?: number; unit?: number },
) {
  table.between(sensor, unit, threat);
  table.add(tS, tS, new Float64Array(3), 100);
}

describe('places', () => {
  const places = (fields: object) => trackPlaces(radarSensor([], fields).plan);

  test('70 targets fit into 70 % of a second at 10 ms each', () => {
    expect(places({ searchShareFraction: 0.3, dwellMs: 10, trackUpdateS: 1 })).toBe(70);
  });

  test('more search, longer dwells and more frequent looks leave fewer', () => {
    const budget = { searchShareFraction: 0.3, dwellMs: 10, trackUpdateS: 1 };
    expect(places({ ...budget, searchShareFraction: 0.6 })).toBe(40);
    expect(places({ ...budget, dwellMs: 20 })).toBe(35);
    expect(places({ ...budget, trackUpdateS: 0.5 })).toBe(35);
  });

  test('the least of both limits holds; a class that states neither has none', () => {
    expect(places({ targetsCount: 20, searchShareFraction: 0.3, dwellMs: 10, trackUpdateS: 1 })).toBe(20);
    expect(places({ targetsCount: 20 })).toBe(20);
    expect(places({})).toBe(Infinity);
  });
});

test('a unit drops the looks at what it has no place for, and only those of its own and of that time', () => {
  const table = new ContactTable();
  addLook(table, { tS: 5, threat: 2, sensor: 0 }); // another sensor
  for (const threat of [0, 1, 2]) {
    for (const tS of [5, 15]) addLook(table, { tS, threat, sensor: 1 });
    if (threat !== 1) addLook(table, { tS: 7, threat, sensor: 1, unit: 1 });
  }
  const refused = new Int32Array(3);
  keepWithinPlaces(
    table,
    1,
    { places: 2, slotS: 10, rankOf: (_, threat) => [1, 0, 2][threat], sizeOf: () => 1 },
    refused,
  );
  const { count, threatIndex, unitIndex, sensorIndex } = table.finish(refused);
  expect(Array.from(refused)).toEqual([0, 0, 2]);
  expect(count).toBe(7);
  expect(Array.from(threatIndex, (threat, row) => [sensorIndex[row], unitIndex[row], threat].join('/'))).toEqual([
    '0/0/2',
    '1/0/0',
    '1/0/0',
    '1/1/0',
    '1/0/1',
    '1/0/1',
    '1/1/2',
  ]);
});

test('a threat with more objects than there are places takes them all, and one behind it none', () => {
  const keptWith = (places: number) => {
    const table = new ContactTable();
    for (const threat of [0, 1, 2]) addLook(table, { tS: 5, threat });
    const sizes = [1, 9, 1];
    const rules = {
      places,
      slotS: 10,
      rankOf: (_: number, threat: number) => threat,
      sizeOf: (threat: number) => sizes[threat],
    };
    const refused = new Int32Array(3);
    keepWithinPlaces(table, 0, rules, refused);
    return Array.from(table.finish(refused).threatIndex);
  };
  expect(keptWith(1)).toEqual([0]);
  expect(keptWith(9)).toEqual([0]);
  expect(keptWith(10)).toEqual([0, 1]);
  expect(keptWith(11)).toEqual([0, 1, 2]);
});

test('what a unit keeps is what taking its threats by rank, cell by cell, leaves it', () => {
  const look = fc.record({
    threat: fc.nat(5),
    unit: fc.nat(2),
    tS: fc.integer({ min: 0, max: 49 }),
  });
  fc.assert(
    fc.property(
      fc.array(look, { maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(1000),
      (looks, places, salt) => {
        const sorted = looks.toSorted((a, b) => a.threat - b.threat || a.unit - b.unit || a.tS - b.tS);
        const rankOf = (unit: number, threat: number) => (salt * 31 + unit * 17 + threat * 7) % 11;
        const sizeOf = (threat: number, tS: number) => (tS < 20 ? 1 : 1 + (threat % 3));
        const table = new ContactTable();
        for (const each of sorted) addLook(table, each);
        const refused = new Int32Array(6);
        keepWithinPlaces(table, 0, { places, slotS: 10, rankOf, sizeOf }, refused);
        const { tS, threatIndex, unitIndex } = table.finish(refused);

        const slotOf = (each: (typeof sorted)[number]) => Math.floor(each.tS / 10);
        const isKept = (wanted: (typeof sorted)[number]) => {
          const cell = sorted.filter((each) => each.unit === wanted.unit && slotOf(each) === slotOf(wanted));
          const firsts = cell.filter((each, i) => cell.findIndex(({ threat }) => threat === each.threat) === i);
          const queue = firsts.map((each) => ({ ...each, size: Math.min(places, sizeOf(each.threat, each.tS)) }));
          if (queue.reduce((sum, { size }) => sum + size, 0) <= places) return true;
          queue.sort((a, b) => rankOf(a.unit, a.threat) - rankOf(b.unit, b.threat));
          const before = queue.findIndex(({ threat }) => threat === wanted.threat);
          return queue.slice(0, before + 1).reduce((sum, { size }) => sum + size, 0) <= places;
        };
        const kept = sorted.filter(isKept);
        expect(Array.from(tS, (at, i) => ({ threat: threatIndex[i], unit: unitIndex[i], tS: at }))).toEqual(kept);
        expect(refused.reduce((a, b) => a + b, 0)).toBe(sorted.length - kept.length);
      },
    ),
  );
});

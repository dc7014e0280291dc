import { describe, expect, test } from 'vitest';
import { radarSensor } from '../../test/fixtures/small-sensors.ts';
import { ContactTable } from './contact-table.ts';
import { keepWithinPlaces, trackPlaces } from './track-places.ts';

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
  const at = new Float64Array(3);
  table.add(5, 5, 2, 0, 0, at, 100); // another sensor
  for (const threat of [0, 1, 2]) {
    for (const tS of [5, 15]) table.add(tS, tS, threat, 1, 0, at, 100);
    if (threat !== 1) table.add(7, 7, threat, 1, 1, at, 100);
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
    for (const threat of [0, 1, 2]) table.add(5, 5, threat, 0, 0, new Float64Array(3), 100);
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

import { expect, test } from 'vitest';
import { simulatedAbsentee } from './absentee-simulated.ts';

const places = [
  { latDeg: 40, lonDeg: 127 },
  { latDeg: 60, lonDeg: 60 },
];

test('ratios by the mean and by the least, over places and times', () => {
  const counts = [
    [2, 4, 6],
    [1, 2, 3],
  ];
  const found = simulatedAbsentee((place, time) => counts[place][time], places, 3, 600);
  expect(found).toMatchObject({ inReachMin: 1, inReachMean: 3, absenteeMeanRatio: 200, absenteeMinRatio: 600 });
  expect(found.byPlace.map(({ inReachMean }) => inReachMean)).toEqual([4, 2]);
  expect(found.noneFraction).toBe(0);
});

test('a hole in the coverage: no number is enough', () => {
  const found = simulatedAbsentee((place, time) => (place + time) % 2, places, 4, 100);
  expect(found.absenteeMinRatio).toBe(Infinity);
  expect(found.absenteeMeanRatio).toBe(200);
  expect(found.noneFraction).toBe(0.5);
});

test('refuses an empty question', () => {
  expect(() => simulatedAbsentee(() => 1, [], 3, 600)).toThrow(RangeError);
});

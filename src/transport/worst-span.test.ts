import { expect, test } from 'vitest';
import type { RouteSample } from './route-series.ts';
import { worstSpan } from './worst-span.ts';

const series = (times: (number | null)[]): RouteSample[] =>
  times.map((oneWayS, i) => ({
    tS: 60 * i,
    route:
      oneWayS === null
        ? { kind: 'none', reason: 'parted' }
        : { oneWayS, hopCount: 1, path: [], pathS: [], networks: [], partners: [], gateways: [] },
  }));

test('is where most is lost, then where the rest is slowest, and says which sample is worst', () => {
  expect(worstSpan(series([1, 1, 5, 1, 1, 3, 3]), 60)).toMatchObject({
    fromS: 60,
    untilS: 120,
    partedFraction: 0,
    meanS: 3,
    worst: { tS: 120 },
  });
  expect(worstSpan(series([9, 9, 1, null, 2, 9]), 60)).toMatchObject({
    fromS: 180,
    untilS: 240,
    partedFraction: 0.5,
    meanS: 2,
    worst: { tS: 180 },
  });
  expect(worstSpan(series([null, null]), 60)).toMatchObject({ partedFraction: 1, meanS: Number.NaN });
});

test('a series shorter than the span has none', () => {
  expect(worstSpan(series([1, 2]), 120)).toBeNull();
  expect(worstSpan(series([1]), 0)).toBeNull();
});

import { expect, test } from 'vitest';
import { differences, stored } from './differences.ts';

test('numbers differ from 1e-9 of their size on, whole numbers at once', () => {
  expect(differences({ a: 0.3 }, { a: 0.3 * (1 + 1e-10) })).toEqual([]);
  expect(differences({ a: 0.3 }, { a: 0.3003 })).toEqual(['a: was 0.3, is 0.3003 (0.10 %)']);
  expect(differences({ n: 1_000_000_000_000 }, { n: 1_000_000_000_001 })).toHaveLength(1);
});

test('says what is gone, new, of another kind, and where', () => {
  const lines = differences({ a: [{ b: 1 }, { b: 'x' }], c: null }, { a: [{ b: 1 }, { b: null, d: 2 }, 7] });
  expect(lines).toEqual(['a[1].b: was "x", is null', 'a[1].d: new, 2', 'a[2]: new, 7', 'c: gone, was null']);
});

test('stores what JSON cannot say, and long series in short', () => {
  const plain = stored({ nan: Number.NaN, most: Infinity, none: undefined, list: Int8Array.of(1, -1) });
  expect(plain).toEqual({ nan: 'NaN', most: 'Infinity', list: [1, -1] });
  const series = stored(Array.from({ length: 100 }, (_, i) => i / 2));
  expect(series).toEqual({ length: 100, first: 0, last: 49.5, sum: 2475 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../num/random.ts';
import { pairedShare } from './paired-share.ts';

/** Samples with so many pairs of each kind. */
function pairs(both: number, baseOnly: number, variantOnly: number, neither: number): [Float64Array, Float64Array] {
  const column = (...parts: [value: number, count: number][]) =>
    Float64Array.from(parts.flatMap(([value, count]) => Array<number>(count).fill(value)));
  return [
    column([1, both], [1, baseOnly], [0, variantOnly], [0, neither]),
    column([1, both], [0, baseOnly], [1, variantOnly], [0, neither]),
  ];
}

test('the example of the paper: 36, 12, 2 and 0 of 50 pairs', () => {
  const { difference, low, high } = pairedShare(...pairs(36, 2, 12, 0));
  expect(difference).toBeCloseTo(0.2, 12);
  expect(low).toBeCloseTo(0.0569, 4);
  expect(high).toBeCloseTo(0.3404, 4);
});

test('few raids that all differ are no certainty; none that differ are no certainty either', () => {
  const all = pairedShare(...pairs(0, 0, 2, 0));
  expect(all.difference).toBe(1);
  expect(all.low).toBeLessThan(0.2);
  const none = pairedShare(...pairs(5, 0, 0, 5));
  expect(none.difference).toBe(0);
  expect(none.low).toBeLessThan(-0.05);
  expect(none.high).toBeGreaterThan(0.05);
});

test('agreement narrows the interval, and the other way round it is the same one', () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(pairedShare(...pairs(45, 5, 5, 45)))).toBeLessThan(width(pairedShare(...pairs(25, 25, 25, 25))));
  const count = fc.nat({ max: 30 });
  fc.assert(
    fc.property(count, count, count, count, (both, baseOnly, variantOnly, neither) => {
      if (both + baseOnly + variantOnly + neither === 0) return;
      const [a, b] = pairs(both, baseOnly, variantOnly, neither);
      const [there, back] = [pairedShare(a, b), pairedShare(b, a)];
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeLessThanOrEqual(there.difference);
      expect(there.high).toBeGreaterThanOrEqual(there.difference);
      expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test('of many samples of raids nineteen in twenty hold the true difference', () => {
  const [repeats, raids] = [2000, 40];
  let held = 0;
  for (let r = 0; r < repeats; r++) {
    const stream = randomStream(7, r, 'pairs');
    const [a, b] = [new Float64Array(raids), new Float64Array(raids)];
    for (let i = 0; i < raids; i++) {
      const luck = stream.uniform();
      a[i] = luck < 0.8 ? 1 : 0;
      b[i] = luck < 0.7 || stream.uniform() < 0.1 ? 1 : 0;
    }
    const { low, high } = pairedShare(a, b);
    const truth = 0.7 + 0.3 * 0.1 - 0.8;
    if (low <= truth && truth <= high) held++;
  }
  expect(held / repeats).toBeGreaterThan(0.935);
  expect(held / repeats).toBeLessThan(0.99);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QuantileSketch, sketchAccuracy } from './sketch.ts';

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.constantFrom(0, -0, 1, -1, 2, Number.MAX_VALUE, 2 ** -1022),
);
const values = fc.array(value, { minLength: 1, maxLength: 200 });

function sketchOf(list: number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const x of list) sketch.add(x);
  return sketch;
}

describe('QuantileSketch', () => {
  test('every quantile is within the stated accuracy of the value of its rank', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        const sorted = [...list].sort((a, b) => a - b);
        const truth = sorted[Math.floor(q * (list.length - 1))];
        const allowed = Math.max(Math.abs(truth) * sketchAccuracy, 2 ** -1022);
        expect(Math.abs(sketchOf(list).quantile(q) - truth)).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  test('order, sharing out and a trip through JSON change nothing', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (list, parts) => {
        const pieces = Array.from({ length: parts }, () => new QuantileSketch());
        list.forEach((x, i) => {
          pieces[(i * 3) % parts].add(x);
        });
        const merged = new QuantileSketch();
        for (const piece of pieces.reverse()) {
          merged.merge(QuantileSketch.from(JSON.parse(JSON.stringify(piece.state()))));
        }
        expect(JSON.stringify(merged.state())).toBe(JSON.stringify(sketchOf(list).state()));
        expect(merged.count).toBe(list.length);
      }),
    );
  });

  test('ends are exact, quantiles never fall', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sketch = sketchOf(list);
        expect(sketch.quantile(0)).toBe(Math.min(...list) + 0);
        expect(sketch.quantile(1)).toBe(Math.max(...list) + 0);
        for (let q = 0.1; q <= 1; q += 0.1) {
          expect(sketch.quantile(q)).toBeGreaterThanOrEqual(sketch.quantile(q - 0.1));
        }
      }),
    );
  });

  test('a count adds a value that many times; merging a sketch with itself doubles it', () => {
    const sketch = new QuantileSketch();
    sketch.add(7, 1000);
    sketch.add(9, 0);
    sketch.merge(sketch);
    expect(sketch.count).toBe(2000);
    expect(sketch.quantile(0.5)).toBe(7);
  });

  test('empty is NaN; impossible input and states are refused', () => {
    const sketch = new QuantileSketch();
    expect(sketch.quantile(0.5)).toBeNaN();
    expect(QuantileSketch.from(sketch.state()).count).toBe(0);
    expect(() => sketch.add(Number.NaN)).toThrow(RangeError);
    expect(() => sketch.add(Infinity)).toThrow(RangeError);
    expect(() => sketch.add(1, 0.5)).toThrow(RangeError);
    expect(() => sketch.quantile(1.1)).toThrow(RangeError);
    expect(() => QuantileSketch.from({ bins: [5], min: 0, max: 0 })).toThrow(RangeError);
    expect(() => QuantileSketch.from({ bins: [5, 1], min: 0, max: 0 })).toThrow(RangeError);
    expect(() => QuantileSketch.from({ bins: [300_000, -1], min: 0, max: 0 })).toThrow(RangeError);
    expect(() => QuantileSketch.from({ bins: [], min: 1, max: 1 })).toThrow(RangeError);
  });
});

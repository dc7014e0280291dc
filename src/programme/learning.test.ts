import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aeiAverageCostFactor,
  averageCostFactor,
  type LearningTheory,
  learningExponent,
  lotCostFactor,
  quantityGrowth,
  splitByLearning,
  unitCostFactor,
} from './learning.ts';

const theories: LearningTheory[] = ['crawford', 'wright'];
const rate = fc.double({ min: 0.51, max: 1, noNaN: true });
const theory = fc.constantFrom(...theories);

describe('learning curves', () => {
  test('a doubling multiplies by the rate: the unit for Crawford, the average for Wright', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), rate, (n, r) => {
        const unit = unitCostFactor(2 * n, r, 'crawford') / unitCostFactor(n, r, 'crawford');
        const average = averageCostFactor(2 * n, r, 'wright') / averageCostFactor(n, r, 'wright');
        expect(unit).toBeCloseTo(r, 12);
        expect(average).toBeCloseTo(r, 12);
      }),
    );
  });

  test('textbook: 90 % curve, Crawford, third unit 0.8462 and first ten together 7.994', () => {
    expect(unitCostFactor(3, 0.9, 'crawford')).toBeCloseTo(0.8462, 4);
    expect(lotCostFactor(1, 10, 0.9, 'crawford')).toBeCloseTo(7.994, 3);
  });

  test('lots add up, and the sum formula agrees with plain addition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), fc.nat(3000), rate, theory, (a, m, n, r, t) => {
        const whole = lotCostFactor(a, a + m + n, r, t);
        const parts = lotCostFactor(a, a + m, r, t) + lotCostFactor(a + m + 1, a + m + n, r, t);
        expect(parts / whole).toBeCloseTo(1, 10);
        if (t === 'crawford') {
          let plain = 0;
          for (let unit = a; unit <= a + m + n; unit++) plain += unit ** learningExponent(r);
          expect(whole / plain).toBeCloseTo(1, 11);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a 100 % curve does not learn, a 50 % Crawford curve is the harmonic series', () => {
    for (const t of theories) expect(lotCostFactor(5, 1004, 1, t)).toBeCloseTo(1000, 9);
    let harmonic = 0;
    for (let n = 1; n <= 10_000; n++) harmonic += 1 / n;
    expect(lotCostFactor(1, 10_000, 0.5, 'crawford')).toBeCloseTo(harmonic, 11);
  });

  test("the calculator's integral overstates small lots by what its description says", () => {
    const over = (n: number) => 100 * (aeiAverageCostFactor(n, 0.85) / averageCostFactor(n, 0.85, 'crawford') - 1);
    expect(over(1)).toBeCloseTo(161, 0);
    expect(over(10)).toBeCloseTo(25, 0);
    expect(over(100)).toBeCloseTo(4.4, 1);
    expect(over(10_000)).toBeCloseTo(0.14, 2);
  });

  test('split finds the two parts again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (p, l) => {
          const grown = p * quantityGrowth(10, 0.85) + l * quantityGrowth(10, 0.95);
          const [foundP, foundL] = splitByLearning(p + l, grown, 10, [0.85, 0.95]);
          expect(foundP).toBeCloseTo(p, 9);
          expect(foundL).toBeCloseTo(l, 9);
        },
      ),
    );
  });

  test('a lot that is asked for again, among many others, costs the same to the bit', () => {
    const lots = Array.from(
      { length: 3000 },
      (_, i) => [1 + 7 * i, 1 + 7 * i + (i % 90), 0.8 + (i % 3) * 0.05] as const,
    );
    const cost = ([first, last, rate]: (typeof lots)[number]) => lotCostFactor(first, last, rate, 'crawford');
    const once = lots.map(cost);
    const twice = [...lots].reverse().map((lot) => [cost(lot), cost(lot)]);
    expect(twice.reverse()).toEqual(once.map((each) => [each, each]));
  });

  test('refuses impossible lots and rates', () => {
    expect(() => lotCostFactor(0, 5, 0.9, 'wright')).toThrow(RangeError);
    expect(() => lotCostFactor(5, 3, 0.9, 'wright')).toThrow(RangeError);
    expect(() => lotCostFactor(1, 2.5, 0.9, 'crawford')).toThrow(RangeError);
    expect(lotCostFactor(5, 4, 0.9, 'wright')).toBe(0);
    expect(() => learningExponent(0)).toThrow(RangeError);
    expect(() => learningExponent(1.1)).toThrow(RangeError);
    expect(() => aeiAverageCostFactor(10, 0.5)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '../words/words.ts';
import { shotsFor, sizeLayer } from './sizing.ts';
import { aeiDefaults, expectedOf, fits, type SizeInput, sizeFields } from './sizing-input.ts';

describe('sizeLayer', () => {
  test('no input is the published default', () => {
    expect(sizeLayer()).toEqual(sizeLayer(aeiDefaults));
    expect(sizeLayer().interceptors).toBe(998);
  });

  test('the layer grows in proportion to the salvo, up to rounding up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (salvo) => {
        const one = sizeLayer({ salvo: 1 });
        const many = sizeLayer({ salvo });
        const exact = one.absenteeRatio * one.shotsPerThreat * salvo;
        expect(many.interceptors).toBeGreaterThanOrEqual(exact - 1e-6);
        expect(many.interceptors).toBeLessThan(exact + 1);
        expect(many.meanUnitMusd).toBeLessThanOrEqual(one.meanUnitMusd);
      }),
    );
  });

  test('more time, more speed or less latitude never needs more interceptors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 600, noNaN: true }),
        fc.double({ min: 2, max: 8, noNaN: true }),
        (flyOutS, deltaVKmS) => {
          const base = sizeLayer({ flyOutS, deltaVKmS });
          expect(sizeLayer({ flyOutS: flyOutS + 10, deltaVKmS }).interceptors).toBeLessThanOrEqual(base.interceptors);
          expect(sizeLayer({ flyOutS, deltaVKmS: deltaVKmS + 0.5 }).interceptors).toBeLessThanOrEqual(
            base.interceptors,
          );
          expect(sizeLayer({ flyOutS, deltaVKmS, maxLatitudeDeg: 60 }).interceptors).toBeLessThanOrEqual(
            base.interceptors,
          );
        },
      ),
    );
  });

  test('reach is continuous where the burn ends', () => {
    const { burnS } = sizeLayer();
    const before = sizeLayer({ flyOutS: burnS - 1e-6 }).reachKm;
    const after = sizeLayer({ flyOutS: burnS + 1e-6 }).reachKm;
    expect(Math.abs(after - before)).toBeLessThan(1e-4);
    expect(sizeLayer({ flyOutS: burnS / 2 }).reachKm).toBeCloseTo(sizeLayer({ flyOutS: burnS }).reachKm / 4, 9);
  });

  test('the total is the sum of its parts, and every part is there', () => {
    const result = sizeLayer({ salvo: 10, lifeYr: 3 });
    expect(result.generations).toBe(6);
    const { procurementMusd, launchMusd, operationsMusd, developmentMusd, totalMusd } = result;
    expect(totalMusd).toBeCloseTo(procurementMusd + launchMusd + operationsMusd + developmentMusd, 9);
    expect(procurementMusd).toBeCloseTo(6 * result.interceptors * result.meanUnitMusd, 6);
  });

  test('out of reach is a reason, not a number', () => {
    const result = sizeLayer({ flyOutS: 10 });
    expect(result.reason).toBe('out-of-reach');
    expect(result.interceptors).toBeNaN();
    expect(result.totalMusd).toBeNaN();
    expect(result.massKg).toBeGreaterThan(0);
  });

  test('too heavy for the launcher is a reason, and the number of interceptors still stands', () => {
    const result = sizeLayer({ payloadPerLaunchKg: 1000 });
    expect(result.reason).toBe('too-heavy-to-launch');
    expect(result.interceptors).toBe(998);
    expect(result.totalMusd).toBeNaN();
  });

  test('anything inside the table of fields gives a number or a reason', () => {
    const inside = fc.record(
      Object.fromEntries(
        sizeFields.map((field) => [
          field.key,
          (field.whole
            ? fc.integer({ min: field.min, max: field.max })
            : fc.double({ min: field.min, max: field.max, noNaN: true })
          ).filter((value) => fits(field, value)),
        ]),
      ),
    ) as unknown as fc.Arbitrary<SizeInput>;
    fc.assert(
      fc.property(inside, (input) => {
        fc.pre(input.lifeYr <= input.periodYr);
        const { reason, totalMusd } = sizeLayer(input);
        if (reason === null) expect(totalMusd).toBeGreaterThanOrEqual(0);
        else expect(totalMusd).toBeNaN();
      }),
    );
  });

  test('anything outside is refused by name', () => {
    for (const field of sizeFields) {
      for (const value of [Number.NaN, Infinity, field.min - 1, field.max + 1]) {
        expect(() => sizeLayer({ [field.key]: value })).toThrow(field.key);
      }
    }
    expect(() => sizeLayer({ salvo: 1.5 })).toThrow('salvo');
    expect(() => sizeLayer({ lifeYr: 30 })).toThrow('lifeYr');
  });
});

describe('shotsFor', () => {
  test('two shots of 0.8 for 0.96, although the quotient of logarithms is not exactly 2', () => {
    expect(shotsFor(0.96, 0.8)).toBe(2);
    expect(shotsFor(0.9600001, 0.8)).toBe(3);
    expect(shotsFor(0.8, 0.8)).toBe(1);
    expect(shotsFor(0.5, 1)).toBe(1);
    expect(shotsFor(0, 0.3)).toBe(1);
  });

  test('n shots reach what n shots give, for any n and p', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (n, p) => {
        fc.pre((1 - p) ** n > 1e-6); // below, 1 - (1 - p)^n no longer holds n to the bit
        expect(shotsFor(1 - (1 - p) ** n, p)).toBe(n);
      }),
    );
  });
});

test('the rule of a field reads as a sentence', () => {
  const rule = (key: keyof SizeInput) => tell(expectedOf(sizeFields.find((field) => field.key === key)!));
  expect(rule('altitudeKm')).toBe('a number from 100 to 40000 km');
  expect(rule('requiredKillProbability')).toBe('a number above 0, below 1');
  expect(rule('maxLatitudeDeg')).toBe('a number from 0.1 to 90 deg');
  expect(rule('salvo')).toBe('a whole number from 1 to 100000');
});

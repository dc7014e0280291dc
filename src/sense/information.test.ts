import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLook,
  advance,
  emptyLookSum,
  type Information,
  positionErrorKm,
  priorInformation,
  takeIn,
} from './information.ts';

interface Look {
  line: Float64Array;
  acrossKm: number;
  alongKm: number;
  ageS: number;
}

const direction = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
  .map(([z, angle]) => {
    const r = Math.sqrt(1 - z * z);
    return Float64Array.of(r * Math.cos(angle), r * Math.sin(angle), z);
  });
const look: fc.Arbitrary<Look> = fc.record({
  line: direction,
  acrossKm: fc.double({ min: 0.01, max: 2, noNaN: true }),
  alongKm: fc.oneof(fc.constant(Infinity), fc.double({ min: 0.01, max: 2, noNaN: true })),
  ageS: fc.double({ min: 0, max: 10, noNaN: true }),
});

function taking(looks: readonly Look[], Y: Information = priorInformation(5000, 5)): Information {
  const sum = emptyLookSum();
  for (const { line, acrossKm, alongKm, ageS } of looks) addLook(sum, line, acrossKm, alongKm, ageS);
  takeIn(Y, sum);
  return Y;
}

const still = Float64Array.of(0, 0, 1);
const angleOnly = (angleRad: number, acrossKm = 0.1): Look => ({
  line: Float64Array.of(Math.cos(angleRad), Math.sin(angleRad), 0),
  acrossKm,
  alongKm: Infinity,
  ageS: 0,
});

describe('what looks tell', () => {
  test('nothing but the prior at first', () => {
    expect(positionErrorKm(priorInformation(5000, 5))).toBeCloseTo(5000, 9);
  });

  test('one direction leaves the range as unknown as before', () => {
    expect(positionErrorKm(taking([angleOnly(0.3)]))).toBeGreaterThan(4999);
  });

  test('one direction with a range fixes the position', () => {
    const ranging = { line: Float64Array.of(0, 0.6, 0.8), acrossKm: 2, alongKm: 0.05, ageS: 0 };
    expect(positionErrorKm(taking([ranging]))).toBeCloseTo(2, 5);
  });

  test('the wider the angle between two directions, the smaller the error, up to a right angle', () => {
    const errors = [1, 5, 20, 45, 70, 90].map((deg) =>
      positionErrorKm(taking([angleOnly(0), angleOnly((deg * Math.PI) / 180)])),
    );
    for (let k = 1; k < errors.length; k++) expect(errors[k]).toBeLessThan(errors[k - 1]);
  });

  test('a further look never makes the error larger', () => {
    // the least eigenvalue is good to rounding of the largest one, and the trace is no less than that
    const least = (looks: readonly Look[]) => positionErrorKm(taking(looks)) ** -2;
    const trace = (looks: readonly Look[]) =>
      looks.reduce((sum, { acrossKm, alongKm }) => sum + 2 / acrossKm ** 2 + 1 / alongKm ** 2, 3 / 5000 ** 2);
    fc.assert(
      fc.property(fc.array(look, { maxLength: 8 }), look, (looks, further) => {
        const all = [...looks, further];
        expect(least(all)).toBeGreaterThanOrEqual(least(looks) - 32 * Number.EPSILON * trace(all));
      }),
    );
  });

  test('the order of looks does not matter, nor whether they are taken in together', () => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 2, maxLength: 8 }), (looks) => {
        const together = taking(looks);
        const oneByOne = [...looks].reverse().reduce((Y, item) => taking([item], Y), priorInformation(5000, 5));
        for (let k = 0; k < 36; k++)
          expect(Math.abs(together[k] - oneByOne[k])).toBeLessThan(1e-9 * Math.max(...together));
      }),
    );
  });
});

describe('what time takes', () => {
  test('the error of a known start grows as speed error times time', () => {
    const Y = priorInformation(0.1, 0.01);
    advance(Y, 50, 0, still, 0);
    expect(positionErrorKm(Y)).toBeCloseTo(Math.sqrt(0.01 + 0.25), 9);
  });

  test('unknown acceleration adds the cube of the time', () => {
    const Y = priorInformation(1e-4, 1e-6);
    advance(Y, 10, 0, still, 0.009);
    expect(positionErrorKm(Y)).toBeCloseTo(Math.sqrt((0.009 * 1000) / 3), 4);
  });

  test('two half steps are one whole step', () => {
    fc.assert(
      fc.property(
        fc.array(look, { minLength: 3, maxLength: 6 }),
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        (looks, t) => {
          const whole = taking(looks);
          const halves = whole.slice();
          advance(whole, t, 0, still, 0.01);
          advance(halves, t / 2, 0, still, 0.01);
          advance(halves, t / 2, 0, still, 0.01);
          expect(positionErrorKm(halves) / positionErrorKm(whole)).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  test('a fall in an inverse-square field stretches the error along the vertical', () => {
    const rise = (upward: Float64Array) => {
      const Y = priorInformation(1, 1e-6);
      Y[0] = 1e6; // y and x known well: the error is the one along z
      Y[7] = 1e6;
      for (let k = 0; k < 30; k++) advance(Y, 10, 1.5e-6, upward, 0);
      return positionErrorKm(Y);
    };
    const n = Math.sqrt(1.5e-6) * 300;
    expect(rise(Float64Array.of(0, 0, 1))).toBeCloseTo(Math.cosh(Math.SQRT2 * n), 3);
    expect(rise(Float64Array.of(1, 0, 0))).toBeCloseTo(Math.cos(n), 3);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainMath } from './plain-math.ts';

const engine = { ...Object.getOwnPropertyDescriptors(Math) } as unknown as Record<
  string,
  { value: (...x: number[]) => number }
>;
const near = (actual: number, expected: number, scale = 1) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-13 * Math.max(scale, Math.abs(expected)));

test.each(Object.keys(plainMath))('%s is that of the engine, but for the last bits', (name) => {
  const own = plainMath[name as keyof typeof plainMath] as (...x: number[]) => number;
  const limits = {
    asin: 1,
    acos: 1,
    atanh: 0.9,
    atan: 1e6,
    exp: 50,
    sinh: 50,
    cosh: 50,
    expm1: 50,
    tanh: 20,
  } as Record<string, number>;
  const most = limits[name] ?? 1000;
  const least = /^log1p/.test(name) ? -0.9 : name === 'acosh' ? 1 : /^(log|pow)/.test(name) ? 1e-9 : -most;
  fc.assert(
    fc.property(
      fc.double({ min: least, max: most, noNaN: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      (x, y) => {
        const expected = engine[name].value(x, y);
        near(own(x, y), expected, name === 'tan' ? 1 + expected * expected : 1);
      },
    ),
  );
});

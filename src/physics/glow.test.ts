import { describe, expect, test } from 'vitest';
import { EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import { blackBodyFraction, glowKwSr, skinTemperatureK } from './glow.ts';

test('half a black body’s radiation is at wavelengths over 4.1 mm K', () => {
  expect(blackBodyFraction(2.8978, 1000)).toBeCloseTo(0.25, 3); // Wien's peak
  expect(blackBodyFraction(4.1073, 1000)).toBeCloseTo(0.5, 4);
  expect(blackBodyFraction(1e4, 1000)).toBeCloseTo(1, 5);
});

const netGravityKmS2 = (speedKmS: number) => STANDARD_GRAVITY_KM_S2 - speedKmS ** 2 / EARTH_MEAN_RADIUS_KM;
/** Air in which lift carries the weight. */
const densityKgM3 = (speedKmS: number, ballisticCoefficientKgM2: number) =>
  (2e-3 * netGravityKmS2(speedKmS) * ballisticCoefficientKgM2) / 2.6 / speedKmS ** 2;

describe('an estimate made with other code, for the shape of HTV-2 in laminar flow', () => {
  // kW/sr at 1.4-3 um, at lift over drag 2.6
  test.each([
    [6, 83, 44],
    [4, 32, 16],
    [3, 12, 5.4],
    [2, 1.7, 0.7],
  ])('at %f km/s is met within a third', (speedKmS, heavy, light) => {
    for (const [coefficient, published] of [
      [13_000, heavy],
      [5000, light],
    ] as const) {
      const ratio = glowKwSr(densityKgM3(speedKmS, coefficient), speedKmS, 3.3) / published;
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.35);
    }
  });

  test('falls by a factor of hundreds from 6 to 1.5 km/s', () => {
    const ratio = glowKwSr(densityKgM3(6, 5000), 6, 3.3) / glowKwSr(densityKgM3(1.5, 5000), 1.5, 3.3);
    expect(ratio).toBeGreaterThan(200);
    expect(ratio).toBeLessThan(500);
  });
});

test('the skin is hotter near its edge, in denser air and at higher speed, and never hotter than the air can make it', () => {
  const [densityKgM3, speedKmS] = [1e-3, 4];
  expect(skinTemperatureK(densityKgM3, speedKmS, 0.5)).toBeGreaterThan(skinTemperatureK(densityKgM3, speedKmS, 2));
  expect(skinTemperatureK(2 * densityKgM3, speedKmS, 1)).toBeGreaterThan(skinTemperatureK(densityKgM3, speedKmS, 1));
  expect(skinTemperatureK(densityKgM3, 5, 1)).toBeGreaterThan(skinTemperatureK(densityKgM3, speedKmS, 1));
  expect(skinTemperatureK(1, 0.5, 0.1)).toBeLessThan((0.5e3 ** 2 / 2 + 2.3e5) / 1004.5);
});

import { expect, test } from 'vitest';
import { airDensityKgM3 } from './atmosphere.ts';

// U.S. Standard Atmosphere, 1976, table of densities by geometric height
test.each([
  [0, 1.225],
  [10, 0.41351],
  [20, 0.08891],
  [30, 0.01841],
  [40, 0.0039957],
  [50, 0.0010269],
  [60, 3.0968e-4],
  [70, 8.2829e-5],
  [80, 1.8458e-5],
])('the density at %d km is that of the standard atmosphere', (altitudeKm, densityKgM3) => {
  expect(Math.abs(airDensityKgM3(altitudeKm) / densityKgM3 - 1)).toBeLessThan(1e-3);
});

test('falls all the way, without a step', () => {
  for (let km = -1; km < 300; km += 0.05) {
    const ratio = airDensityKgM3(km + 0.05) / airDensityKgM3(km);
    expect(ratio).toBeLessThan(1);
    expect(ratio).toBeGreaterThan(0.98);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capAbsenteeRatio, discAbsenteeRatio, discRadiusKm, latitudeConcentration } from './absentee.ts';

const DEG = Math.PI / 180;
const radius = fc.double({ min: 1, max: 5000, noNaN: true });

test('disc ratio: area of the sphere over area of the disc, undone by discRadiusKm', () => {
  fc.assert(
    fc.property(radius, fc.double({ min: 0.05, max: Math.PI / 2, noNaN: true }), (discKm, latitudeRad) => {
      const ratio = discAbsenteeRatio(6678.1, discKm, latitudeRad);
      const sphere = 4 * Math.PI * 6678.1 ** 2 * Math.sin(latitudeRad);
      expect(ratio / (sphere / (Math.PI * discKm ** 2))).toBeCloseTo(1, 12);
      expect(discRadiusKm(6678.1, ratio, latitudeRad) / discKm).toBeCloseTo(1, 12);
    }),
  );
  expect(discAbsenteeRatio(6678.1, 0)).toBe(Infinity);
});

test('the cap and the disc agree where the reach is small, and the cap of half the sphere is 2', () => {
  expect(capAbsenteeRatio(Math.PI / 2)).toBeCloseTo(2, 12);
  expect(capAbsenteeRatio(Math.PI)).toBeCloseTo(1, 12);
  const reachRad = 0.01;
  expect(capAbsenteeRatio(reachRad) / discAbsenteeRatio(1, reachRad)).toBeCloseTo(1, 4);
});

test('concentration: textbook values, and the mean over the sphere is 1', () => {
  expect(latitudeConcentration(45 * DEG, 40 * DEG)).toBeCloseTo(2.16, 2);
  expect(latitudeConcentration(60 * DEG, 40 * DEG)).toBeCloseTo(1.1, 2);
  expect(latitudeConcentration(90 * DEG, 40 * DEG)).toBeCloseTo(0.83, 2);
  for (const inclinationDeg of [20, 53, 90, 97.6, 140]) {
    const top = Math.sin(inclinationDeg * DEG);
    const n = 20_000; // substitute sin(latitude) = top sin(t): the ends become harmless
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const t = ((i + 0.5) / n - 0.5) * Math.PI;
      const latitudeRad = Math.asin(top * Math.sin(t));
      sum += (latitudeConcentration(inclinationDeg * DEG, latitudeRad) * top * Math.cos(t) * Math.PI) / (2 * n);
    }
    expect(sum).toBeCloseTo(1, 6);
  }
});

test('no satellite above the inclination', () => {
  expect(latitudeConcentration(45 * DEG, 45.001 * DEG)).toBe(0);
  expect(latitudeConcentration(45 * DEG, -60 * DEG)).toBe(0);
});

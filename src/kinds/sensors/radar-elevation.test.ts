import { expect, test } from 'vitest';
import { EARTH_MEAN_RADIUS_KM } from '../../physics/constants.ts';
import { radarElevationRad } from '../../physics/sight.ts';
import { apparentElevationRad, BENDING_TOP_KM } from './radar-elevation.ts';

function straightRad(groundKm: number, antennaKm: number, targetKm: number): number {
  const R = EARTH_MEAN_RADIUS_KM;
  const angle = groundKm / R;
  return Math.atan2(Math.cos(angle) - (R + antennaKm) / (R + targetKm), Math.sin(angle));
}

test('low targets: the 4/3 Earth', () => {
  const seen = apparentElevationRad(straightRad(150, 0.1, 5), 150, 0.1, 5);
  expect(seen).toBe(radarElevationRad(150, 0.1, 5));
});

test('targets just above the bending layer join on to it', () => {
  for (const groundKm of [50, 150, 300]) {
    const low = apparentElevationRad(0, groundKm, 0, BENDING_TOP_KM);
    const above = apparentElevationRad(
      straightRad(groundKm, 0, BENDING_TOP_KM + 1e-6),
      groundKm,
      0,
      BENDING_TOP_KM + 1e-6,
    );
    expect(Math.abs(above - low)).toBeLessThan(3e-4);
  }
});

test('rays bend by 10 to 15 mrad at the horizon, by under 4 at five degrees, and not at all straight up', () => {
  const bend = (elevationRad: number) => apparentElevationRad(elevationRad, 3000, 0, 800) - elevationRad;
  expect(bend(-0.0126)).toBeGreaterThan(0.01);
  expect(bend(-0.0126)).toBeLessThan(0.015);
  expect(bend(5 * (Math.PI / 180))).toBeLessThan(0.004);
  expect(bend(5 * (Math.PI / 180))).toBeGreaterThan(0.001);
  expect(bend(Math.PI / 2)).toBeLessThan(1e-9);
});

test('a radar above the air sees straight', () => {
  expect(apparentElevationRad(0.01, 1000, 12, 300)).toBe(0.01);
});

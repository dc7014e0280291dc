import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lambert } from '../physics/lambert.ts';
import { arcTimeS } from './arc-fly-out.ts';
import { type SurfaceFlyOut, surfaceTimeS } from './surface-reach.ts';

const RADIUS_KM = 6371;

describe('arcTimeS', () => {
  test('Lambert at that time of flight leaves with that speed', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 9, noNaN: true }),
        fc.double({ min: 0.01, max: 2.5, noNaN: true }),
        fc.double({ min: 50, max: 2000, noNaN: true }),
        (speedKmS, angleRad, heightKm) => {
          const toKm = RADIUS_KM + heightKm;
          const timeS = arcTimeS(RADIUS_KM, toKm, angleRad, speedKmS);
          if (Number.isNaN(timeS)) return;
          reached++;
          expect(timeS).toBeGreaterThan(0);
          const [start, end] = [new Float64Array(3), new Float64Array(3)];
          const target = [toKm * Math.cos(angleRad), toKm * Math.sin(angleRad), 0];
          expect(lambert([RADIUS_KM, 0, 0], target, timeS, false, start, end)).toBeGreaterThan(0);
          expect(Math.sqrt(start[0] ** 2 + start[1] ** 2 + start[2] ** 2)).toBeCloseTo(speedKmS, 6);
        },
      ),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  test('a faster interceptor takes less time; too slow a one never comes', () => {
    const times = [4, 5, 6, 7, 8].map((speed) => arcTimeS(RADIUS_KM, RADIUS_KM + 300, 0.2, speed));
    for (let i = 1; i < times.length; i++) expect(times[i]).toBeLessThan(times[i - 1]);
    expect(arcTimeS(RADIUS_KM, RADIUS_KM + 300, 0.2, 2)).toBeNaN();
  });

  test('straight up: the time of a vertical throw', () => {
    const g = 398600.4418 / RADIUS_KM ** 2;
    const speed = 3;
    const heightKm = 20; // gravity all but constant
    const flatS = (speed - Math.sqrt(speed * speed - 2 * g * heightKm)) / g;
    expect(arcTimeS(RADIUS_KM, RADIUS_KM + heightKm, 1e-5, speed)).toBeCloseTo(flatS, 2);
  });
});

describe('surfaceTimeS', () => {
  const straight: SurfaceFlyOut = { burnoutSpeedKmS: 2.8, boostS: 16, maxRangeKm: 200, maxS: 200, straight: true };
  const site = Float64Array.of(0, 0, RADIUS_KM);
  const out = new Float64Array(1);

  test('straight: half the boost is lost', () => {
    const target = Float64Array.of(0, 0, RADIUS_KM + 100);
    expect(surfaceTimeS(straight, site, target, out)).toBeCloseTo(100 / 2.8 + 8, 9);
    expect(out[0]).toBeCloseTo(0, 6);
  });

  test('beyond its range or its time: out of reach, with the range', () => {
    expect(surfaceTimeS(straight, site, Float64Array.of(300, 0, RADIUS_KM + 50), out)).toBeNaN();
    expect(out[0]).toBeGreaterThan(290);
    expect(surfaceTimeS({ ...straight, maxS: 20 }, site, Float64Array.of(0, 0, RADIUS_KM + 100), out)).toBeNaN();
  });

  test('the arc takes longer than the straight line', () => {
    const target = Float64Array.of(150, 0, RADIUS_KM + 60);
    const arcS = surfaceTimeS({ ...straight, straight: false }, site, target, out);
    const lineS = surfaceTimeS(straight, site, target, out);
    expect(arcS).toBeGreaterThan(lineS);
    expect(arcS).toBeLessThan(1.2 * lineS);
  });
});

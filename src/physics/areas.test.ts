import { describe, expect, test } from 'vitest';
import { areaIds, areaOf, coastlines, countryAt, isInAny } from './areas.ts';

const at = (latDeg: number, lonDeg: number) => countryAt(latDeg, lonDeg)?.id ?? 'sea';

describe('countryAt', () => {
  test.each([
    ['Washington', 38.9, -77.04, 'united-states-of-america'],
    ['Anchorage', 61.22, -149.9, 'united-states-of-america'],
    ['Hawaii, the largest island', 19.7, -155.5, 'united-states-of-america'],
    ['Ottawa', 45.4, -75.7, 'canada'],
    ['Maseru, a country within another', -29.5, 28.5, 'lesotho'],
    ['around it', -30.5, 26, 'south-africa'],
    ['Chukotka, beyond 180 degrees', 66.5, -173, 'russia'],
    ['Chukotka, before 180 degrees', 67, 177, 'russia'],
    ['the Antarctic plateau', -82, 60, 'antarctica'],
    ['the mid-Atlantic', 0, -30, 'sea'],
    ['Hudson Bay', 59, -85, 'sea'],
    ['the North Pacific', 45, -160, 'sea'],
  ])('%s', (_name, latDeg, lonDeg, id) => {
    expect(at(latDeg, lonDeg)).toBe(id);
  });

  test('no place lies in two countries, and Russia ends where Alaska begins', () => {
    for (let latDeg = -89.3; latDeg < 90; latDeg += 4.7)
      for (let lonDeg = -179.7; lonDeg < 180; lonDeg += 5.3) {
        const holders = areaIds.slice(4).filter((id) => areaOf(id).contains(latDeg, lonDeg));
        expect(holders.length, `${latDeg} ${lonDeg}: ${holders}`).toBeLessThanOrEqual(1);
      }
    expect(at(68, -160)).toBe('united-states-of-america');
  });
});

describe('areas', () => {
  test('the fifty states are the continental ones, Alaska and Hawaii, and nothing of them twice', () => {
    const [conus, alaska, hawaii, all] = ['conus', 'alaska', 'hawaii', 'fifty-states'].map(areaOf);
    expect([conus, alaska, hawaii].map(({ rings }) => rings.length).reduce((a, b) => a + b)).toBe(all.rings.length);
    for (let latDeg = 15.3; latDeg < 75; latDeg += 1.1)
      for (let lonDeg = -179; lonDeg < -60; lonDeg += 1.3) {
        const parts = [conus, alaska, hawaii].filter((part) => part.contains(latDeg, lonDeg)).length;
        expect(parts).toBe(all.contains(latDeg, lonDeg) ? 1 : 0);
      }
  });

  test('any of several', () => {
    const areas = ['canada', 'hawaii'].map(areaOf);
    expect(isInAny(areas, 45.4, -75.7)).toBe(true);
    expect(isInAny(areas, 38.9, -77)).toBe(false);
  });

  test('shares of the land are those of the almanac within the coarseness of the map', () => {
    // land of the Earth 148.9 M km2; Canada 9.98, Russia 17.1, Australia 7.69 (CIA World Factbook)
    const million = { canada: 0, russia: 0, australia: 0 } as Record<string, number>;
    let land = 0;
    const step = 1;
    for (let latDeg = -90 + step / 2; latDeg < 90; latDeg += step)
      for (let lonDeg = -180 + step / 2; lonDeg < 180; lonDeg += step) {
        const country = countryAt(latDeg, lonDeg);
        if (!country) continue;
        const area = 1.2364e-2 * Math.cos((latDeg * Math.PI) / 180) * step * step; // a degree squared at the equator
        land += area;
        if (country.id in million) million[country.id] += area;
      }
    expect(land).toBeGreaterThan(144);
    expect(land).toBeLessThan(151);
    expect(Math.abs(million.canada / 9.98 - 1)).toBeLessThan(0.04);
    expect(Math.abs(million.russia / 17.1 - 1)).toBeLessThan(0.03);
    expect(Math.abs(million.australia / 7.69 - 1)).toBeLessThan(0.03);
  });

  test('a name that is none', () => {
    expect(() => areaOf('atlantis')).toThrow(RangeError);
  });
});

test('a coast has land on one side and sea on the other; a border is none', () => {
  const NEAR_DEG = 0.02;
  let tried = 0;
  let shores = 0;
  for (const points of coastlines())
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x, y] = [points[i + 2] - points[i], points[i + 3] - points[i + 1]];
      const length = Math.hypot(x, y);
      if (length < 1 || length > 10 || points[i + 1] < -88) continue;
      tried++;
      const sides = [NEAR_DEG, -NEAR_DEG].map((off) =>
        countryAt(
          (points[i + 1] + points[i + 3]) / 2 + (off * x) / length,
          (points[i] + points[i + 2]) / 2 - (off * y) / length,
        ),
      );
      if ((sides[0] === null) !== (sides[1] === null)) shores++;
    }
  expect(tried).toBeGreaterThan(1000);
  expect(shores).toBe(tried);
});

import { describe, expect, test } from 'vitest';
import type { Architecture } from '../flow/architecture.ts';
import type { Role, SpaceElement } from '../flow/world.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { compileKepler, geostationaryOrbits, molniyaSatellite } from '../physics/kepler-orbits.ts';
import type { Orbits } from '../physics/orbits.ts';
import { maxLinkKm } from '../physics/sight.ts';
import { compileWalker } from '../physics/walker.ts';
import { constellationCap } from './constellation-caps.ts';
import { constellationCoverage } from './constellation-coverage.ts';
import { coveredAngleRad } from './coverage-grid.ts';

const rosette = compileWalker({
  pattern: 'delta',
  planes: 5,
  satellitesPerPlane: 1,
  altitudeKm: 20_000,
  inclinationDeg: 43.66,
  phasing: 1,
});

function made(role: Role, plan: object, parts: Orbits[]): [Architecture, SpaceElement] {
  const architecture = {
    epochUnixS: 1_843_430_400,
    networks: [plan],
    sensors: [plan],
    interceptors: [plan],
  } as unknown as Architecture;
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return [architecture, { id: 'layer', key: 'layer', role, planIndex: 0, parts, count }];
}

const quick = { stepS: 900, durationS: 43_200 };

describe('coverage of a constellation', () => {
  test('a rosette needs the cap that Ballard found for it, and covers the Earth from there on', () => {
    const wide = constellationCoverage(...made('network', { userMinElevationDeg: 5 }, [rosette]), quick);
    expect(wide.minimumCapDeg).toBeCloseTo(69.15, 1);
    expect(wide.capDeg).toBeGreaterThan(wide.minimumCapDeg);
    expect(wide).toMatchObject({ isContinuous: true, zeroFraction: 0, satelliteCount: 5 });
    expect(wide.min).toBeGreaterThanOrEqual(1);
    const narrow = constellationCoverage(...made('network', { userMinElevationDeg: 20 }, [rosette]), quick);
    expect(narrow.isContinuous).toBe(false);
    expect(narrow.zeroFraction).toBeGreaterThan(0);
    expect(narrow.mean).toBeLessThan(wide.mean);
  });

  test('the mean over the Earth is that of the caps: each covers its share of the sphere', () => {
    const found = constellationCoverage(...made('network', { userMinElevationDeg: 10 }, [rosette]), quick);
    const share = (1 - Math.cos(found.capDeg * DEG_RAD)) / 2;
    expect(found.mean / (5 * share)).toBeCloseTo(1, 1);
    expect(found.meanInViewByLatitude.map(({ latitudeDeg }) => latitudeDeg)).toContain(-45);
    expect(found.meanInViewByLatitude).toHaveLength(37);
  });

  test('more folds than satellites, and satellites on no shell, have no smallest cap', () => {
    const many = constellationCoverage(...made('network', { userMinElevationDeg: 5 }, [rosette]), {
      ...quick,
      fold: 6,
    });
    expect(many).toMatchObject({ minimumCapDeg: Number.NaN, isContinuous: false });
    const still = geostationaryOrbits([0, 120, -120], 1_843_430_400);
    const high = constellationCoverage(...made('network', { userMinElevationDeg: 0 }, [still]), quick);
    expect(high.shells).toEqual([]);
    expect(high.minimumCapDeg).toBeNaN();
    expect(high.capDeg).toBeCloseTo(81.3, 1);
  });
});

describe('halves of the Earth', () => {
  const orbits = compileKepler([molniyaSatellite(90, 0), molniyaSatellite(270, 180)]);
  const plan = { sees: ['boost', 'glide'], grazingKm: 30, fieldOfRegardDeg: 12 };
  const found = constellationCoverage(...made('sensor', plan, [orbits]), { stepS: 600, durationS: 86_400 });
  const at = (latitudeDeg: number) => found.meanInViewByLatitude.find((row) => row.latitudeDeg === latitudeDeg)!;

  test('a pair on Molniya orbits watches the north all day and the south never', () => {
    expect(at(60).mean).toBeCloseTo(1.43, 1);
    expect(at(60)).toMatchObject({ zeroFraction: 0 });
    expect(at(60).min).toBeGreaterThanOrEqual(1);
    expect(at(-60)).toMatchObject({ min: 0 });
    expect(at(-60).mean).toBeLessThan(1e-3); // moments of a satellite on its way through perigee
    expect(at(-60).zeroFraction).toBeGreaterThan(0.999);
    expect(found.north.mean).toBeGreaterThan(1.1);
    expect(found.south.mean).toBeLessThan(0.2);
    expect(found.south.zeroFraction).toBeGreaterThan(0.8);
  });

  test('both halves together are the whole', () => {
    expect((found.north.mean + found.south.mean) / 2).toBeCloseTo(found.mean, 9);
    expect((found.north.zeroFraction + found.south.zeroFraction) / 2).toBeCloseTo(found.zeroFraction, 9);
    expect(Math.min(found.north.min, found.south.min)).toBe(found.min);
  });
});

test('interceptors with less time to fly out are fewer in reach, by their caps', () => {
  const each = (_: unknown, i: number) => ({
    ...molniyaSatellite((360 * i) / 40, (137 * i) % 360, 0),
    semiMajorAxisKm: 6778,
  });
  const shell = compileKepler(Array.from({ length: 40 }, each));
  const plan = { engages: ['boost'], deltaVKmS: 6, accelerationG: 15, minAltitudeKm: 100 };
  const found = constellationCoverage(...made('interceptor', plan, [shell]), { stepS: 1200, durationS: 86_400 });
  expect(found.flyOutS).toBe(120);
  expect(found.withLessTime.map(({ flyOutS }) => flyOutS)).toEqual([96, 72, 48]);
  const direct = constellationCoverage(...made('interceptor', plan, [shell]), {
    stepS: 1200,
    durationS: 86_400,
    flyOutS: 96,
  });
  expect(found.withLessTime[0].mean / direct.mean).toBeCloseTo(1, 1);
  for (const [i, { mean }] of found.withLessTime.entries())
    expect(mean).toBeLessThan(i === 0 ? found.mean : found.withLessTime[i - 1].mean);
});

describe('what a satellite covers', () => {
  const radiusKm = rosette.semiMajorAxisKm;
  const angle = (role: Role, plan: object, options = {}) => {
    const [architecture, element] = made(role, plan, [rosette]);
    return coveredAngleRad(constellationCap(architecture, element, options).cap, radiusKm);
  };

  test('a sensor sees to where its line of sight grazes the air, a range and a field of regard cut that', () => {
    const whole = angle('sensor', { sees: ['boost'], grazingKm: 30 });
    const chord = 2 * Math.sin(whole / 2);
    const height = radiusKm - EARTH_MEAN_RADIUS_KM;
    const target = EARTH_MEAN_RADIUS_KM + 200;
    const lineKm = Math.sqrt((radiusKm - target) ** 2 + radiusKm * target * chord * chord);
    expect(lineKm).toBeCloseTo(maxLinkKm(height, 200, 30), 6);
    expect(angle('sensor', { sees: ['boost'], grazingKm: 30, fieldOfRegardDeg: 179 })).toBe(whole);
    const cut = angle('sensor', { sees: ['boost'], grazingKm: 30, fieldOfRegardDeg: 8 });
    const nadirRad = Math.atan2(target * Math.sin(cut), radiusKm - target * Math.cos(cut));
    expect(nadirRad / DEG_RAD).toBeCloseTo(8, 9);
    expect(angle('sensor', { sees: ['boost'], grazingKm: 30, maxRangeKm: 100 })).toBeNaN();
    expect(angle('sensor', { sees: ['boost'], grazingKm: 30, maxRangeKm: 22_000 })).toBeLessThan(whole);
  });

  test('a low target is harder to see than a high one; under the grazing height it is seen from its own horizon up', () => {
    const seenAt = (targetAltitudeKm: number) =>
      angle('sensor', { sees: ['glide'], grazingKm: 30 }, { targetAltitudeKm });
    expect(seenAt(30)).toBeLessThan(seenAt(45));
    expect(seenAt(45)).toBeLessThan(seenAt(200));
    expect(seenAt(10)).toBeCloseTo(Math.acos((EARTH_MEAN_RADIUS_KM + 10) / radiusKm), 12);
  });

  test('an interceptor reaches farther with a longer fly-out', () => {
    const plan = { engages: ['midcourse'], deltaVKmS: 100, accelerationG: 15, minAltitudeKm: 800 };
    const [short, long] = [600, 900].map((flyOutS) => angle('interceptor', plan, { flyOutS }));
    expect(long).toBeGreaterThan(short);
    const [architecture, element] = made('interceptor', plan, [rosette]);
    expect(constellationCap(architecture, element).targetAltitudeKm).toBe(800);
  });
});

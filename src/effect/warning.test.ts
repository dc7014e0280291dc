import { expect, test } from 'vitest';
import {
  geoSensor,
  leoSensor,
  radarSensor,
  sensorWorld,
  type TestSensor,
  testLinks,
} from '../../test/fixtures/small-sensors.ts';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { sense } from '../sense/sense.ts';
import { track } from '../sense/track.ts';
import type { CoverageGrid } from './coverage-grid.ts';
import { type WarningMap, warningMap } from './warning.ts';

const MISSILE = { burnS: 180, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12_000 };
const TOWARD = { latitudeRad: 41 * DEG_RAD, longitudeRad: -100 * DEG_RAD, heightKm: 0 };
/** Cells centred on 45 degrees south and north and on longitudes -135, -45, 45, 135. */
const GRID: CoverageGrid = { latitudeRad: Float64Array.of(-45 * DEG_RAD, 45 * DEG_RAD), columns: 4 };
const NORTH_EAST = 7; // 45 N 135 E
const DAY = { fromS: 0, stepS: 3600, stepCount: 24 };

function mapOf(sensors: TestSensor[], span = DAY): WarningMap {
  return warningMap(sensorWorld(sensors), MISSILE, TOWARD, GRID, span);
}

test('cells out of range have no flight', () => {
  const map = mapOf([geoSensor([120])]);
  expect(map.flightS[0]).toBeGreaterThan(1000); // 45 S 135 W to Nebraska: within 12,000 km
  expect(map.flightS[3]).toBeNaN();
  expect(map.warningMeanS[3]).toBeNaN();
  expect(map.seenFraction[3]).toBeNaN();
});

test('geostationary satellites warn alike all day, and only of what they see', () => {
  const map = mapOf([geoSensor([120])]);
  expect(map.seenFraction[NORTH_EAST]).toBe(1);
  expect(map.warningMeanS[NORTH_EAST]).toBeCloseTo(map.warningMinS[NORTH_EAST], 6);
  expect(map.warningMeanS[NORTH_EAST]).toBeGreaterThan(map.flightS[NORTH_EAST] - 90);
  expect(map.seenFraction[0]).toBe(0);
  expect(map.warningMinS[0]).toBe(0);
  expect(map.warningMeanS[0]).toBeNaN();
});

test('stereo needs two satellites with the launch in view', () => {
  expect(mapOf([geoSensor([120])]).stereoFraction[NORTH_EAST]).toBe(0);
  expect(mapOf([geoSensor([120, -60])]).stereoFraction[NORTH_EAST]).toBe(0);
  expect(mapOf([geoSensor([100, 150])]).stereoFraction[NORTH_EAST]).toBe(1);
});

test('more satellites never warn less', () => {
  const few = mapOf([leoSensor(3, 3)]);
  const more = mapOf([leoSensor(3, 3), leoSensor(5, 4, { id: 'second' })]);
  for (let cell = 0; cell < 8; cell++) {
    if (Number.isNaN(few.flightS[cell])) continue;
    expect(more.seenFraction[cell]).toBeGreaterThanOrEqual(few.seenFraction[cell]);
    expect(more.stereoFraction[cell]).toBeGreaterThanOrEqual(few.stereoFraction[cell]);
    expect(more.warningMinS[cell]).toBeGreaterThanOrEqual(few.warningMinS[cell]);
  }
  expect(few.seenFraction[NORTH_EAST]).toBeGreaterThan(0.1);
  expect(few.seenFraction[NORTH_EAST]).toBeLessThan(1);
});

test('ground radars and sensors that do not see the boost warn of nothing', () => {
  const radar = radarSensor([[45, 134]]);
  expect(mapOf([radar, geoSensor([120], { sees: ['midcourse'] })]).seenFraction[NORTH_EAST]).toBe(0);
});

test('agrees with the looks of the sensing stage on one launch', () => {
  const flight = solidFlight([45, 135], [41, -100], MISSILE);
  const world = sensorWorld([geoSensor([120])], [flight]);
  let sumS = 0;
  const trials = 40;
  for (let trial = 0; trial < trials; trial++) {
    const contacts = sense(world, testLinks(world), { seed: 3, trial });
    sumS += flight.impactS - track(contacts, world).threats[0].detectedS;
  }
  const map = mapOf([geoSensor([120])], { ...DAY, stepCount: 1 });
  expect(map.flightS[NORTH_EAST]).toBeCloseTo(flight.impactS, 6);
  expect(Math.abs(map.warningMeanS[NORTH_EAST] - sumS / trials)).toBeLessThan(1.5); // half a revisit time, over forty trials
});

test('a launch is warned of from where it leaves the clouds, not from the next step of the raster', () => {
  const at = (cloudBreakKm: number) => mapOf([geoSensor([120], { cloudBreakKm })]).warningMeanS[NORTH_EAST];
  const times = [7, 7.5, 8, 8.5, 9, 9.5, 10].map(at);
  for (let i = 1; i < times.length; i++) {
    expect(times[i - 1] - times[i]).toBeGreaterThan(0.3);
    expect(times[i - 1] - times[i]).toBeLessThan(3);
  }
});

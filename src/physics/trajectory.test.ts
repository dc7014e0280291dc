import { expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { buildBallistic } from './ballistic.ts';
import { propagateJ2 } from './free-flight.ts';
import {
  copyTrajectory,
  isTrajectory,
  positionAt,
  rotateTrajectory,
  type Trajectory,
  velocityAt,
} from './trajectory.ts';
import { altitudeAtKm, groundRangeAtKm, sampleTrajectory } from './trajectory-build.ts';
import { propagateTwoBody } from './two-body.ts';

const MISSILE = { burnS: 180, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12000 };
const FROM = { latitudeRad: 0.9, longitudeRad: 1, heightKm: 0 };
const AIM = { latitudeRad: 0.7, longitudeRad: -1.5, heightKm: 0 };

function flight(stepS: number, launchGmstRad = 0): Trajectory {
  const result = buildBallistic(MISSILE, FROM, AIM, { stepS, launchGmstRad });
  if (!isTrajectory(result)) throw new Error(result.reason);
  return result;
}

test('between samples the path keeps to the finely sampled one', () => {
  const [coarse, fine] = [flight(5), flight(0.05)];
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  for (let tS = 2; tS < coarse.impactS; tS += 3.7) {
    positionAt(coarse, tS, a);
    positionAt(fine, tS, b);
    const nearBurnout = Math.abs(tS - coarse.burnoutS) < 5;
    expect(distance(a, 0, b, 0)).toBeLessThan(nearBurnout ? 0.0125 : tS < coarse.burnoutS ? 1e-3 : 1e-6);
    velocityAt(coarse, tS, a);
    velocityAt(fine, tS, b);
    expect(distance(a, 0, b, 0)).toBeLessThan(nearBurnout ? 0.1 : 1e-3);
  }
});

test('before launch and after impact there is no position', () => {
  const path = flight(10);
  const out = new Float64Array(6).fill(7);
  positionAt(path, -0.1, out);
  velocityAt(path, path.impactS + 0.1, out, 3);
  expect([...out].every(Number.isNaN)).toBe(true);
  positionAt(path, path.impactS, out);
  expect(norm(out)).toBeGreaterThan(6300);
});

test('ground range grows from nothing to the whole range, height comes back to the ground', () => {
  const path = flight(10);
  expect(groundRangeAtKm(path, 0)).toBeCloseTo(0, 6);
  expect(groundRangeAtKm(path, path.impactS)).toBeCloseTo(path.rangeKm, 3);
  expect(altitudeAtKm(path, path.impactS)).toBeCloseTo(0, 6);
  expect(altitudeAtKm(path, path.impactS / 2)).toBeLessThanOrEqual(path.apogeeKm + 1e-6);
});

test('turning copies nothing by reference, keeps heights, and turning back restores', () => {
  const path = flight(10);
  const turned = copyTrajectory(path);
  rotateTrajectory(path, 1.25, turned);
  expect(turned.launchGmstRad).toBe(1.25);
  expect(distance(path.positionEciKm, 0, turned.positionEciKm, 0)).toBeGreaterThan(1000);
  expect(groundRangeAtKm(turned, 900)).toBeCloseTo(groundRangeAtKm(path, 900), 6);
  rotateTrajectory(turned, -1.25, turned);
  for (let i = 0; i < path.positionEciKm.length; i++) {
    expect(turned.positionEciKm[i]).toBeCloseTo(path.positionEciKm[i], 8);
    expect(turned.velocityEciKmS[i]).toBeCloseTo(path.velocityEciKmS[i], 10);
  }
  expect(() => rotateTrajectory(path, 1, flight(20))).toThrow(RangeError);
});

test('a path needs a step and a duration', () => {
  const phases = { burnoutS: 0, glideStartS: NaN, glideEndS: NaN, impactS: 10, rangeKm: 1, burnoutSpeedKmS: NaN };
  expect(() => sampleTrajectory(() => {}, phases, { stepS: 0 })).toThrow(RangeError);
  expect(() => sampleTrajectory(() => {}, { ...phases, impactS: 0 }, {})).toThrow(RangeError);
});

test('the integrator gives the two-body path without oblateness, and keeps energy and polar spin with it', () => {
  const state = Float64Array.of(5000, 3000, 3000, -3, 5.5, 3);
  const [exact, stepped] = [new Float64Array(6), new Float64Array(6)];
  propagateTwoBody(state, 1800, exact);
  propagateJ2(state, 1800, stepped, 5, 0);
  expect(distance(exact, 0, stepped, 0)).toBeLessThan(1e-6);
  propagateJ2(state, 1800, stepped);
  expect(distance(exact, 0, stepped, 0)).toBeGreaterThan(1);
  const spin = (s: Float64Array) => s[0] * s[4] - s[1] * s[3];
  expect(spin(stepped)).toBeCloseTo(spin(state), 6);
  const energy = (s: Float64Array) => {
    const r = norm(s);
    const zonal = (1.08262982e-3 * 6378.137 ** 2 * (3 * (s[2] / r) ** 2 - 1)) / (2 * r * r);
    return norm(s, 3) ** 2 / 2 - (398600.4418 / r) * (1 - zonal);
  };
  expect(energy(stepped)).toBeCloseTo(energy(state), 8);
});

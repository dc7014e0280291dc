import { describe, expect, test } from 'vitest';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from './constants.ts';
import { ascentProgram, tiltAscent } from './tilted-ascent.ts';

/** A gravity turn: speed, angle from the vertical, height, ground distance; the thrust is along the speed. */
interface Turn {
  speedKmS: number;
  angleRad: number;
  heightKm: number;
  downrangeKm: number;
}

const STEP_S = 0.01;

/** Integrates a gravity turn under one thrust acceleration, by Runge-Kutta of fourth order; flat ground at an infinite radius. */
function turnFor(from: Turn, thrustG: number, forS: number, radiusKm = Infinity): Turn {
  const g = STANDARD_GRAVITY_KM_S2;
  const rate = ([v, angle]: number[]) => [
    thrustG * g - g * Math.cos(angle),
    (g / v - v / radiusKm) * Math.sin(angle),
    v * Math.cos(angle),
    v * Math.sin(angle),
  ];
  let now = [from.speedKmS, from.angleRad, from.heightKm, from.downrangeKm];
  const steps = Math.ceil(forS / STEP_S);
  const h = forS / steps;
  const moved = (by: number[], reach: number) => now.map((value, i) => value + reach * by[i]);
  for (let k = 0; k < steps; k++) {
    const a = rate(now);
    const b = rate(moved(a, h / 2));
    const c = rate(moved(b, h / 2));
    const d = rate(moved(c, h));
    now = now.map((value, i) => value + (h / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
  }
  const [speedKmS, angleRad, heightKm, downrangeKm] = now;
  return { speedKmS, angleRad, heightKm, downrangeKm };
}

test('the integrator meets the closed form of Culler and Fried: thrust twice the weight, 10 to 60 degrees', () => {
  const n = 2;
  const half = (deg: number) => Math.tan((deg * DEG_RAD) / 2);
  const C = 0.1 / (half(10) ** (n - 1) * (1 + half(10) ** 2));
  const clockS = (z: number) => (C / STANDARD_GRAVITY_KM_S2) * z ** (n - 1) * (1 / (n - 1) + z ** 2 / (n + 1));
  const forS = clockS(half(60)) - clockS(half(10));
  expect(C).toBeCloseTo(1.13432, 5);
  expect(forS).toBeCloseTo(64.056, 3);
  const end = turnFor({ speedKmS: 0.1, angleRad: 10 * DEG_RAD, heightKm: 0, downrangeKm: 0 }, n, forS);
  expect(end.speedKmS).toBeCloseTo(0.8732, 5);
  expect(end.angleRad / DEG_RAD).toBeCloseTo(60, 6);
});

/** Two stages of 80 s over a round Earth, tilted a little by an angle at 0.05 km/s. */
function twoStages(kickDeg: number, stagesG: readonly [number, number], atS: number): Turn {
  const start = { speedKmS: 0.05, angleRad: kickDeg * DEG_RAD, heightKm: 0.1, downrangeKm: 0 };
  const [first, second] = stagesG;
  const staged = turnFor(start, first, Math.min(atS, 80), EARTH_MEAN_RADIUS_KM);
  return atS > 80 ? turnFor(staged, second, atS - 80, EARTH_MEAN_RADIUS_KM) : staged;
}

const ratesOf = ({ speedKmS, angleRad }: Turn) => ({
  climbKmS: speedKmS * Math.cos(angleRad),
  groundKmS: speedKmS * Math.sin(angleRad),
});

describe('a tilted ascent is the gravity turn with the same end', () => {
  const steep = ascentProgram(160, (tS) => ratesOf(twoStages(2, [2.5, 5], tS)));
  test.each([
    [1.2, [2.5, 5]],
    [2, [2.5, 5]],
    [4, [2.5, 5]],
    [6, [2.5, 5.5]],
    [8, [2.5, 6]],
  ] as const)('first tilt %d°, stages of %j g', (kickDeg, stagesG) => {
    const exact = twoStages(kickDeg, stagesG, 160);
    const { altitudeKm, downrangeKm, climbKmS } = tiltAscent(steep, { siteHeightKm: 0.1, ...ratesOf(exact) });
    expect(climbKmS.at(-1)).toBeCloseTo(ratesOf(exact).climbKmS, 12);
    expect(Math.abs(altitudeKm.at(-1)! / exact.heightKm - 1)).toBeLessThan(kickDeg === 2 ? 1e-3 : 0.02);
    expect(Math.abs(downrangeKm.at(-1)! / exact.downrangeKm - 1)).toBeLessThan(kickDeg === 2 ? 1e-3 : 0.05);
  });
});

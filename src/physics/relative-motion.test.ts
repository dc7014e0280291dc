import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_MU_KM3_S2 } from './constants.ts';
import { reachBallKm, reachBallTimeS, relativeMotion } from './relative-motion.ts';
import { propagateTwoBody } from './two-body.ts';

/** Greatest errors, relative to the distance flown, of ball and linear map over all directions of departure. */
function worstErrors(altitudeKm: number, speedKmS: number, tS: number): { ball: number; map: number } {
  const r = EARTH_EQUATORIAL_RADIUS_KM + altitudeKm;
  const n = Math.sqrt(EARTH_MU_KM3_S2 / r ** 3);
  const carrier = new Float64Array(6);
  const flyer = new Float64Array(6);
  const step = new Float64Array(36);
  propagateTwoBody(Float64Array.of(r, 0, 0, 0, n * r, 0), tS, carrier);
  relativeMotion(n, tS, step);
  let ball = 0;
  let map = 0;
  for (let i = 0; i <= 20; i++) {
    for (let k = 0; k < 24; k++) {
      const z = -1 + i / 10;
      const w = Math.sqrt(1 - z * z) * speedKmS;
      const dx = w * Math.cos((Math.PI * k) / 12);
      const dy = w * Math.sin((Math.PI * k) / 12);
      const dz = z * speedKmS;
      propagateTwoBody(Float64Array.of(r, 0, 0, dx, n * r + dy, dz), tS, flyer);
      const flownKm = distance(flyer, 0, carrier, 0);
      const x = step[3] * dx + step[4] * dy;
      const y = step[9] * dx + step[10] * dy;
      const c = Math.cos(n * tS);
      const s = Math.sin(n * tS);
      const mapped = Float64Array.of(c * x - s * y, s * x + c * y, step[17] * dz);
      for (let j = 0; j < 3; j++) mapped[j] += carrier[j];
      ball = Math.max(ball, Math.abs(flownKm / (speedKmS * tS) - 1));
      map = Math.max(map, distance(mapped, 0, flyer, 0) / flownKm);
    }
  }
  return { ball, map };
}

describe('against two-body motion', () => {
  // the limits stated in the docstrings
  test.each([
    [60, 0.002, 0.0001],
    [120, 0.007, 0.0008],
    [180, 0.017, 0.003],
    [240, 0.032, 0.008],
    [300, 0.054, 0.015],
  ])('after %i s ball and linear map hold to the stated share', (tS, ballLimit, mapLimit) => {
    let ball = 0;
    let map = 0;
    for (const altitudeKm of [400, 1000]) {
      for (const speedKmS of [4, 8]) {
        const worst = worstErrors(altitudeKm, speedKmS, tS);
        ball = Math.max(ball, worst.ball);
        map = Math.max(map, worst.map);
      }
    }
    expect(ball).toBeLessThan(ballLimit);
    expect(ball).toBeGreaterThan(0.7 * ballLimit);
    expect(map).toBeLessThan(mapLimit);
    expect(map).toBeLessThan(ball / 3);
  });

  test('with a real burn of 40 s in a fixed direction the ball holds as well at 120 s', () => {
    const r = EARTH_EQUATORIAL_RADIUS_KM + 550;
    const n = Math.sqrt(EARTH_MU_KM3_S2 / r ** 3);
    const expectedKm = reachBallKm(120, 4, 0.1);
    for (const direction of [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0), Float64Array.of(0, 0, 1)]) {
      const flyer = Float64Array.of(r, 0, 0, 0, n * r, 0);
      const carrier = flyer.slice();
      propagateTwoBody(carrier, 120, carrier);
      for (let k = 0; k < 400; k++) {
        // 0.1 km/s² in slices of 0.1 s, each as a kick in its middle
        propagateTwoBody(flyer, 0.05, flyer);
        for (let i = 0; i < 3; i++) flyer[i + 3] += 0.01 * direction[i];
        propagateTwoBody(flyer, 0.05, flyer);
      }
      propagateTwoBody(flyer, 80, flyer);
      expect(Math.abs(distance(flyer, 0, carrier, 0) / expectedKm - 1)).toBeLessThan(0.007);
    }
  });
});

describe('the reach ball', () => {
  test('grows as a t²/2, then at full speed, without a jump', () => {
    expect(reachBallKm(-1, 4, 0.1)).toBe(0);
    expect(reachBallKm(20, 4, 0.1)).toBeCloseTo(20, 12);
    expect(reachBallKm(40, 4, 0.1)).toBeCloseTo(80, 12);
    expect(reachBallKm(100, 4, 0.1)).toBeCloseTo(320, 12);
    expect(() => reachBallKm(1, 4, 0)).toThrow(RangeError);
  });

  test('has its time as inverse', () => {
    const positive = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 1, max: 1000, noNaN: true }), (speed, acceleration, tS) => {
        const radiusKm = reachBallKm(tS, speed, acceleration);
        expect(reachBallTimeS(radiusKm, speed, acceleration)).toBeCloseTo(tS, 6);
      }),
    );
  });
});

describe('the linear map', () => {
  test('over two times is the product of the maps, and back is the inverse', () => {
    const time = fc.double({ min: -3000, max: 3000, noNaN: true });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const n = 0.0011;
        const [first, second, both] = [new Float64Array(36), new Float64Array(36), new Float64Array(36)];
        relativeMotion(n, a, first);
        relativeMotion(n, b, second);
        relativeMotion(n, a + b, both);
        for (let i = 0; i < 6; i++) {
          for (let j = 0; j < 6; j++) {
            let sum = 0;
            let size = 1;
            for (let k = 0; k < 6; k++) {
              const part = second[6 * i + k] * first[6 * k + j];
              sum += part;
              size += Math.abs(part);
            }
            expect(Math.abs(sum - both[6 * i + j]) / size).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  test('leaves a neighbour on the same orbit where it is', () => {
    const step = new Float64Array(36);
    relativeMotion(0.0011, 777, step);
    expect(norm(Float64Array.of(step[1], step[7] - 1, step[13]))).toBe(0);
  });
});

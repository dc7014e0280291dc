import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, norm } from '../num/vec.ts';
import { EARTH_MU_KM3_S2, TAU_RAD } from './constants.ts';
import {
  eccentricAnomaly,
  eccentricAnomalyRad,
  elementsFromState,
  meanFromTrueRad,
  type OrbitalElements,
  stateFromElements,
  trueFromMeanRad,
} from './kepler.ts';
import { propagateTwoBody } from './two-body.ts';

const angle = fc.double({ min: 0, max: TAU_RAD, noNaN: true });
const ellipse: fc.Arbitrary<OrbitalElements> = fc.record({
  semiMajorAxisKm: fc.double({ min: 3000, max: 1e5, noNaN: true }),
  ecc: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.97, noNaN: true })),
  inclinationRad: fc.oneof(fc.constantFrom(0, Math.PI / 2), fc.double({ min: 1e-4, max: 3.14, noNaN: true })),
  raanRad: angle,
  argPerigeeRad: angle,
  meanAnomalyRad: angle,
});

describe('anomalies', () => {
  test('the eccentric anomaly solves Kepler’s equation on the revolution it was given', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (M, e) => {
          const E = eccentricAnomalyRad(M, e);
          expect(Math.abs(E - e * Math.sin(E) - M)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  test('counts the orbits that are no ellipse', () => {
    const out = new Float64Array(3);
    expect(eccentricAnomaly(3, Float64Array.of(1, 1, 1), Float64Array.of(0.1, 1, -0.1), out)).toBe(2);
    expect(out[0]).toBeGreaterThan(1);
    expect(out[1]).toBeNaN();
  });

  test('mean and true anomaly are inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        (M, e) => {
          expect(meanFromTrueRad(trueFromMeanRad(M, e), e)).toBeCloseTo(M, 9);
        },
      ),
    );
  });
});

describe('elements and states', () => {
  test('a state comes back from its elements', () => {
    const state = new Float64Array(6);
    const again = new Float64Array(6);
    fc.assert(
      fc.property(ellipse, (orbit) => {
        stateFromElements(orbit, state);
        const found = elementsFromState(state);
        expect(found.semiMajorAxisKm / orbit.semiMajorAxisKm).toBeCloseTo(1, 9);
        expect(found.inclinationRad).toBeCloseTo(orbit.inclinationRad, 7);
        stateFromElements(found, again);
        expect(distance(state, 0, again, 0) / norm(state)).toBeLessThan(1e-7);
        expect(distance(state, 3, again, 3) / norm(state, 3)).toBeLessThan(1e-7);
      }),
    );
  });
});

describe('two-body motion', () => {
  test('moves an ellipse as its mean anomaly says', () => {
    const state = new Float64Array(6);
    const expected = new Float64Array(6);
    fc.assert(
      fc.property(ellipse, fc.double({ min: -1e5, max: 1e5, noNaN: true }), (orbit, tS) => {
        stateFromElements(orbit, state);
        const n = Math.sqrt(EARTH_MU_KM3_S2 / orbit.semiMajorAxisKm ** 3);
        stateFromElements({ ...orbit, meanAnomalyRad: orbit.meanAnomalyRad + n * tS }, expected);
        expect(propagateTwoBody(state, tS, state)).toBe(true);
        expect(distance(state, 0, expected, 0)).toBeLessThan(1e-3);
      }),
    );
  });

  test('goes back to where it came from, on every kind of orbit, with energy kept', () => {
    const speed = fc.double({ min: 1, max: 20, noNaN: true });
    const direction = fc.double({ min: -1.4, max: 1.4, noNaN: true });
    fc.assert(
      fc.property(speed, direction, fc.double({ min: -3e5, max: 3e5, noNaN: true }), (v, climb, tS) => {
        const start = Float64Array.of(
          7000,
          0,
          0,
          v * Math.sin(climb),
          v * Math.cos(climb) * 0.8,
          v * Math.cos(climb) * 0.6,
        );
        const moved = new Float64Array(6);
        const back = new Float64Array(6);
        expect(propagateTwoBody(start, tS, moved)).toBe(true);
        expect(propagateTwoBody(moved, -tS, back)).toBe(true);
        const energy = (s: Float64Array) => norm(s, 3) ** 2 / 2 - EARTH_MU_KM3_S2 / norm(s);
        expect(Math.abs(energy(moved) - energy(start))).toBeLessThan(1e-6 * (EARTH_MU_KM3_S2 / norm(moved)));
        expect(distance(start, 0, back, 0)).toBeLessThan(0.01);
      }),
    );
  });

  test('no time, no move', () => {
    const start = Float64Array.of(7000, 1, 2, 1, 7, 2);
    const out = new Float64Array(6);
    propagateTwoBody(start, 0, out);
    expect(distance(start, 0, out, 0)).toBeLessThan(1e-9);
  });
});

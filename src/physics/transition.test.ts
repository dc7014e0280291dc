import { describe, expect, test } from 'vitest';
import { ErrorGrowth, largestSingular, transition } from './transition.ts';
import { propagateTwoBody } from './two-body.ts';

const GAMMA_RAD = (22.944 * Math.PI) / 180;
/** State at the burnout of a long flight: radius 6571 km, 6.9408 km/s at 22.944 deg above the horizontal. */
const start = Float64Array.of(6571, 0, 0, 6.9408 * Math.sin(GAMMA_RAD), 6.9408 * Math.cos(GAMMA_RAD), 0);

const state = new Float64Array(6);
function path(tS: number, outKm: Float64Array): void {
  propagateTwoBody(start, tS, state);
  outKm.set(state.subarray(0, 3));
}

describe('growth of errors along a free flight', () => {
  test.each([
    [300, 1.036, 1.115],
    [600, 1.13, 1.436],
    [1200, 1.476, 2.714],
    [1800, 2.114, 5.155],
  ])('after %d s the worst axis of velocity counts %d times, of position %d times', (tS, velocity, position) => {
    const matrix = transition(path, 0, tS);
    expect(largestSingular(matrix, 3) / tS).toBeCloseTo(velocity, 2);
    expect(largestSingular(matrix, 0) / position).toBeCloseTo(1, 2);
  });

  test('is what a neighbouring orbit does', () => {
    const matrix = transition(path, 100, 1000);
    const moved = start.slice();
    propagateTwoBody(start, 100, moved);
    moved[4] += 1e-4;
    propagateTwoBody(moved, 900, moved);
    propagateTwoBody(start, 1000, state);
    for (let i = 0; i < 3; i++) expect((moved[i] - state[i]) / 1e-4).toBeCloseTo(matrix[6 * i + 4], -0.5);
  });

  test('ten metres a second unknown are 17.7 km after twenty minutes, not the 12 km of a straight line', () => {
    const growth = new ErrorGrowth(path, 0, 1900);
    expect(growth.errorKm(0, 0.01, 0, 1200)).toBeCloseTo(17.7, 1);
    expect(growth.errorKm(1, 0, 0, 1200)).toBeCloseTo(2.714, 1);
  });

  test('between nodes it is near the exact one; over a short time the line is straight', () => {
    const growth = new ErrorGrowth(path, 0, 1900);
    const exact = largestSingular(transition(path, 95, 985), 3) * 0.01;
    expect(growth.errorKm(0, 0.01, 95, 985) / exact).toBeCloseTo(1, 2);
    expect(growth.errorKm(0.3, 0.01, 500, 501)).toBeCloseTo(Math.hypot(0.3, 0.01), 4);
  });
});

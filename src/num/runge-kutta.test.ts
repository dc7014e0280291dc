import { expect, test } from 'vitest';
import { rungeKuttaStep } from './runge-kutta.ts';

test('an oscillator comes back, with an error of the fourth order', () => {
  const errorOf = (steps: number) => {
    const state = Float64Array.of(1, 0);
    for (let k = 0; k < steps; k++)
      rungeKuttaStep(
        ([x, v], out) => {
          out[0] = v;
          out[1] = -x;
        },
        state,
        (2 * Math.PI) / steps,
        state,
      );
    return Math.hypot(state[0] - 1, state[1]);
  };
  expect(errorOf(100)).toBeLessThan(1e-5);
  expect(errorOf(100) / errorOf(200)).toBeGreaterThan(14);
});

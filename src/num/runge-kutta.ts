/** Writes the rates of change of a state. */
export type Rates = (state: Float64Array, out: Float64Array) => void;

/**
 * One step of the classical fourth-order Runge-Kutta method for equations that do not name the time.
 *
 * @param out receives the state a step later; may be `state`
 * @source press-2007, section 17.1
 */
export function rungeKuttaStep(rates: Rates, state: Float64Array, step: number, out: Float64Array): void {
  const n = state.length;
  const k1 = new Float64Array(n);
  const k2 = new Float64Array(n);
  const k3 = new Float64Array(n);
  const k4 = new Float64Array(n);
  const at = new Float64Array(n);
  rates(state, k1);
  for (let i = 0; i < n; i++) at[i] = state[i] + (step / 2) * k1[i];
  rates(at, k2);
  for (let i = 0; i < n; i++) at[i] = state[i] + (step / 2) * k2[i];
  rates(at, k3);
  for (let i = 0; i < n; i++) at[i] = state[i] + step * k3[i];
  rates(at, k4);
  for (let i = 0; i < n; i++) out[i] = state[i] + (step / 6) * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
}

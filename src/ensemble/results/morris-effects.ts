import type { MorrisRow } from '../../flow/study.ts';
import { mean, variance } from '../../num/statistics.ts';

/** What is smaller than this beside the output and its effects is rounding. */
const ROUNDING = 1e-9;

/**
 * Elementary effects from Morris's trajectories: how much an output moves when one input goes through its range.
 *
 * The mean of absolute effects ranks the inputs; a large deviation beside it tells of bends and interactions.
 *
 * @param coordinates by point: inputs as shares of their range, in the order of `morrisDesign`
 * @param values output by point
 * @source morris-1991, section 3; campolongo-2007 for the mean of absolute effects
 */
export function morrisEffects(
  coordinates: readonly (readonly number[])[],
  values: ArrayLike<number>,
  inputs: readonly string[],
  output: string,
): MorrisRow[] {
  const effects: number[][] = inputs.map(() => []);
  for (let i = 1; i < coordinates.length; i++) {
    if (i % (inputs.length + 1) === 0) continue;
    const step = coordinates[i].map((x, d) => x - coordinates[i - 1][d]);
    const moved = step.findIndex((x) => Math.abs(x) > 1e-9);
    if (moved >= 0) effects[moved].push((values[i] - values[i - 1]) / step[moved]);
  }
  const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return inputs.map((input, d) => {
    const size = mean(effects[d].map(Math.abs));
    const settled = (value: number) => (Math.abs(value) <= ROUNDING * Math.max(size, largest) ? 0 : value);
    const deviation = Math.sqrt(variance(effects[d]));
    return {
      output,
      input,
      mean: settled(mean(effects[d])),
      meanAbsolute: settled(size),
      deviation: settled(deviation),
    };
  });
}

import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import type { InputName, ShieldSwing, ShieldSwings } from '../flow/shield-swing.ts';
import { pairedDifference } from '../num/paired.ts';
import { mean } from '../num/statistics.ts';
import { newMemory, runTrial } from '../run/drive.ts';
import { type Prepared, prepare } from '../run/prepare.ts';
import type { ShieldInput } from './shield-inputs.ts';

/**
 * Missiles that get through in each of the first raids of an architecture; as many NaN where a value cannot be flown.
 *
 * @param trials how many raids
 */
export function leakersByTrial(architecture: Architecture, trials: number): Float64Array {
  const counts = new Float64Array(trials);
  const prepared = preparedOrNot(architecture);
  if (!prepared) return counts.fill(Number.NaN);
  const memory = newMemory();
  for (let trial = 0; trial < trials; trial++)
    counts[trial] = runTrial(prepared, trial, memory).stoppedByLayer.filter((layer) => layer < 0).length;
  return counts;
}

function preparedOrNot(architecture: Architecture): Prepared | undefined {
  try {
    return prepare(architecture);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * What each input does to the shield, widest first.
 *
 * One at a time, all others at their value, so effects of two together do not show. The raids share their random numbers, so a
 * difference is the input's.
 *
 * @param base leakers by raid with every input at its value
 * @param low leakers by input and raid with the input at its low, `high` likewise
 */
export function shieldSwings(
  inputs: readonly ShieldInput[],
  base: Float64Array,
  low: readonly Float64Array[],
  high: readonly Float64Array[],
): ShieldSwings {
  const all = inputs.map(({ element, path, settings }, i): ShieldSwing => {
    const same = (of: 'value' | 'low' | 'high', pick: (...values: number[]) => number) => {
      const values = settings.map((setting) => setting[of]);
      return of === 'value' && new Set(values).size > 1 ? Number.NaN : pick(...values);
    };
    return {
      element,
      path,
      value: same('value', Math.min),
      low: same('low', Math.min),
      high: same('high', Math.max),
      atLow: pairedDifference(base, low[i]),
      atHigh: pairedDifference(base, high[i]),
    };
  });
  const widthOf = ({ atLow, atHigh }: ShieldSwing) => Math.max(Math.abs(atLow.difference), Math.abs(atHigh.difference));
  const isFlown = ({ atLow, atHigh }: ShieldSwing) => atLow.pairs > 0 && atHigh.pairs > 0;
  const nameOf = ({ element, path }: ShieldSwing): InputName => ({ element, path });
  const flown = all.filter(isFlown);
  const moved = flown.filter((swing) => widthOf(swing) > 0);
  return {
    trials: base.length,
    baseLeakersCount: mean(base),
    swings: moved.sort((a, b) => widthOf(b) - widthOf(a) || a.path.localeCompare(b.path)),
    without: flown.filter((swing) => widthOf(swing) === 0).map(nameOf),
    notFlown: all.filter((swing) => !isFlown(swing)).map(nameOf),
  };
}

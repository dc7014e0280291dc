import { type EffectState, EffectTally } from '../effect/effect.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import { type Prepared, runTrial } from './trial.ts';

/** What a number of trials came to: exact counts, and the trials themselves as far as they were kept. */
export interface Simulation {
  effect: EffectState;
  outcomes: TrialOutcome[];
}

export interface SimulateOptions {
  /** Trials with a lower number than this are kept as records. */
  keepBelow?: number;
  /** Asked after each trial; true ends the simulation there. */
  shouldStop?: (done: number) => boolean;
}

/**
 * Runs the trials `from` to `to` (without the last). A trial depends on the seed and its number alone, so any split into
 * parts, merged in any order, gives the same counts.
 */
export function simulate(prepared: Prepared, from: number, to: number, options: SimulateOptions = {}): Simulation {
  const { keepBelow = Infinity, shouldStop } = options;
  const tally = new EffectTally();
  const outcomes: TrialOutcome[] = [];
  for (let trial = from; trial < to; trial++) {
    const outcome = runTrial(prepared, trial);
    tally.add(outcome);
    if (trial < keepBelow) outcomes.push(outcome);
    if (shouldStop?.(trial + 1 - from)) break;
  }
  return { effect: tally.state(), outcomes };
}

/** Simulations put together, trials in order of their number. */
export function mergeSimulations(parts: readonly Simulation[]): Simulation {
  const tally = new EffectTally();
  for (const { effect } of parts) tally.merge(EffectTally.from(effect));
  const outcomes = parts.flatMap((part) => part.outcomes).sort((a, b) => a.trial - b.trial);
  return { effect: tally.state(), outcomes };
}

/** Whether an architecture has a raid to simulate: missiles, someone who decides, and something to shoot. */
export function canSimulate({ threats, command, interceptors }: Prepared['architecture']): boolean {
  return threats.length > 0 && command.length > 0 && interceptors.length > 0;
}

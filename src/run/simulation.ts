import { type EffectState, EffectTally } from '../effect/effect.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';

/** What a number of trials came to: exact counts, and the trials themselves as far as they were kept. */
export interface Simulation {
  effect: EffectState;
  outcomes: TrialOutcome[];
}

/** Simulations put together, trials in order of their number. */
export function mergeSimulations(parts: readonly Simulation[]): Simulation {
  const tally = new EffectTally();
  for (const { effect } of parts) tally.merge(EffectTally.from(effect));
  const outcomes = parts.flatMap((part) => part.outcomes).sort((a, b) => a.trial - b.trial);
  return { effect: tally.state(), outcomes };
}

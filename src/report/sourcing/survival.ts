import type { PlanModel } from '../../flow/partner-plan.ts';
import type { FlownMix, SourcingResult } from '../../flow/sourcing.ts';

/** What raids say of one loss of a mix. */
export type Survival = 'survives' | 'fails' | 'not-flown';

/** Chance with everybody in below which there is none to keep. */
const NO_CHANCE = 0.02;

/**
 * Whether a mix survives a loss as flown: at every date after it the lower end of the band of the chance that nothing gets through is at
 * least the share that was asked for of what it is with everybody in.
 * Where there is no chance with everybody in, there is none to keep, and raids say nothing.
 *
 * A loss that takes nothing of what the mix has was not flown again: it survives.
 */
export function survivalOf(model: PlanModel, flown: FlownMix | undefined, c: number): Survival {
  if (!flown || model.cases[c].roots.length > 1) return 'not-flown';
  if (flown.base.some(({ p50 }) => p50 < NO_CHANCE)) return 'not-flown';
  const after = flown.cases.find((each) => each.case === c);
  if (!after) return 'survives';
  const isKept = after.noLeaker.every(({ p10 }, d) => p10 >= model.lossFraction * flown.base[d].p50 - 1e-9);
  return isKept ? 'survives' : 'fails';
}

/** The flown mix of a result, by which it is. */
export function flownOf({ flown }: SourcingResult, which: FlownMix['which']): FlownMix | undefined {
  return flown?.find((each) => each.which === which);
}

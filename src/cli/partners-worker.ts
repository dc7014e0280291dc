import { workerData } from 'node:worker_threads';
import { serveTasks } from '../ensemble/serve-tasks.ts';
import type { Architecture } from '../flow/architecture.ts';
import { variantTrials } from '../sourcing/variant-trials.ts';
import type { WithdrawalPlan } from '../sourcing/withdrawals.ts';

/** What a thread of the withdrawals is given at its start. */
export interface VariantsShared {
  architecture: Architecture;
  variants: WithdrawalPlan['variants'];
}

const { architecture, variants } = workerData as VariantsShared;
let trialOf: ((trial: number) => Float64Array[]) | undefined;

// one task: one trial of every variant, so that whatever is done when the user interrupts is paired
serveTasks((trial: number) => {
  trialOf ??= variantTrials(architecture, variants);
  return trialOf(trial);
});

import { parentPort, workerData } from 'node:worker_threads';
import type { Architecture } from '../flow/architecture.ts';
import { variantOf } from '../sourcing/variant.ts';
import { prepareVariants, type VariantSet, variantTrial } from '../sourcing/variant-trials.ts';
import type { WithdrawalPlan } from '../sourcing/withdrawals.ts';

/** What a thread of the withdrawals is given at its start. */
export interface VariantsShared {
  architecture: Architecture;
  variants: WithdrawalPlan['variants'];
}

const { architecture, variants } = workerData as VariantsShared;
let ready: { set: VariantSet; all: Architecture[] } | undefined;

// one task: one trial of every variant, so that whatever is done when the user interrupts is paired
parentPort?.on('message', (trial: number) => {
  try {
    ready ??= {
      set: prepareVariants(variantOf(architecture, new Map())),
      all: variants.map((remaining) => variantOf(architecture, new Map(remaining))),
    };
    const { set, all } = ready;
    parentPort?.postMessage({ answer: all.map((variant) => variantTrial(set, variant, trial)) });
  } catch (error) {
    const { name, message, stack } = error as Error;
    parentPort?.postMessage({ error: { name, message, stack } });
  }
});

import { parentPort, workerData } from 'node:worker_threads';
import type { Architecture } from '../flow/architecture.ts';
import type { InputError } from '../flow/problems.ts';
import { simulate } from '../simulate.ts';
import { type Prepared, prepare } from '../trial.ts';

/** What a trial thread is given at its start. */
export interface TrialShared {
  architecture: Architecture;
  keepBelow: number;
}

export interface TrialRange {
  from: number;
  to: number;
}

const { architecture, keepBelow } = workerData as TrialShared;
let prepared: Prepared | undefined;

parentPort?.on('message', ({ from, to }: TrialRange) => {
  try {
    prepared ??= prepare(architecture);
    parentPort?.postMessage({ answer: simulate(prepared, from, to, { keepBelow }) });
  } catch (error) {
    const { name, message, stack, problems } = error as Error & Partial<InputError>;
    parentPort?.postMessage({ error: { name, message, stack, problems } });
  }
});

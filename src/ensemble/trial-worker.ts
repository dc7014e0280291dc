import { workerData } from 'node:worker_threads';
import type { Architecture } from '../flow/architecture.ts';
import { simulate } from '../run/simulate.ts';
import { type Prepared, prepare } from '../run/trial.ts';
import { serveTasks } from './serve-tasks.ts';

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

serveTasks(({ from, to }: TrialRange) => {
  prepared ??= prepare(architecture);
  return simulate(prepared, from, to, { keepBelow });
});

import { workerData } from 'node:worker_threads';
import { serveTasks } from '../ensemble/serve-tasks.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type ShieldInput, withInput } from '../sourcing/shield-inputs.ts';
import { leakersByTrial } from '../sourcing/shield-swings.ts';

/** What a thread that tries the inputs of the shield is given at its start. */
export interface SwingsShared {
  architecture: Architecture;
  inputs: ShieldInput[];
  trials: number;
}

/** One input at one of its ends; -1: every input at its value. */
export interface SwingTask {
  input: number;
  end: 'low' | 'high';
}

const { architecture, inputs, trials } = workerData as SwingsShared;

serveTasks(({ input, end }: SwingTask) =>
  leakersByTrial(input < 0 ? architecture : withInput(architecture, inputs[input], end), trials),
);

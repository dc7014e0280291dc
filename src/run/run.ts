import type { Architecture } from '../flow/architecture.ts';
import type { RunRows } from '../flow/result.ts';
import { answer } from './answer.ts';
import { canSimulate, type Simulation, simulate } from './simulate.ts';
import { prepare } from './trial.ts';

export interface RunOptions {
  /** Version of the program, for the result. */
  version?: string;
  /** Called after each trial with the number done. */
  onProgress?: (done: number) => void;
  /** Asked after each trial; true ends the run with what is done. */
  shouldStop?: () => boolean;
}

/**
 * One run of a scenario, from the raid to the bill, on this thread.
 *
 * World, links, contacts, tracks, orders and outcomes make a trial: see `trial.ts`. Trials make an answer: see `answer.ts`.
 *
 * @throws InputError for faulty element files and flights that no missile of the class can make
 */
export function run(architecture: Architecture, options: RunOptions = {}): RunRows {
  const { version = 'unknown', onProgress, shouldStop } = options;
  const prepared = prepare(architecture);
  let simulation: Simulation | null = null;
  if (canSimulate(architecture)) {
    simulation = simulate(prepared, 0, architecture.analysis.trials, {
      shouldStop: (done) => {
        onProgress?.(done);
        return shouldStop?.() ?? false;
      },
    });
  }
  return { result: answer(prepared, simulation, version), outcomes: simulation?.outcomes ?? [] };
}

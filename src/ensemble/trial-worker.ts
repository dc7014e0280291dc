import { workerData } from 'node:worker_threads';
import type { Architecture } from '../flow/architecture.ts';
import type { StageTime } from '../flow/timings.ts';
import { type Memory, newMemory, simulate } from '../run/drive.ts';
import { type Prepared, prepare } from '../run/prepare.ts';
import type { Simulation } from '../run/simulation.ts';
import { StageTimes } from '../run/stage-times.ts';
import { serveTasks } from './serve-tasks.ts';
import { threadMs } from './thread-clock.ts';

/** What a trial thread is given at its start. */
export interface TrialShared {
  architecture: Architecture;
  keepBelow: number;
  /** Whether the time of each stage is measured. */
  isTimed: boolean;
}

export interface TrialRange {
  from: number;
  to: number;
}

/** What became of a range of trials, and what its stages took. */
export interface FlownRange {
  simulation: Simulation;
  stages: StageTime[];
}

const { architecture, keepBelow, isTimed } = workerData as TrialShared;
const clock = isTimed ? new StageTimes(threadMs) : undefined;
let ready: { prepared: Prepared; memory: Memory } | undefined;

serveTasks(({ from, to }: TrialRange): FlownRange => {
  if (!ready) {
    clock?.enter('prepare');
    ready = { prepared: prepare(architecture), memory: newMemory() };
    clock?.leave();
  }
  const simulation = simulate(ready.prepared, from, to, { keepBelow, memory: ready.memory, clock });
  return { simulation, stages: clock?.take() ?? [] };
});

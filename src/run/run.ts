import type { Architecture } from '../flow/architecture.ts';
import type { RunRows } from '../flow/result.ts';
import { type AnswerPart, answer, standingAnswer } from './answer.ts';
import { simulate } from './drive.ts';
import { canSimulate, type Prepared, prepare } from './prepare.ts';
import type { Simulation } from './simulation.ts';
import type { StageClock } from './stage-times.ts';

/** A run that is done, with what it was prepared from: maps and tables use it again. */
export interface FinishedRun extends RunRows {
  prepared: Prepared;
}

/**
 * One run of a scenario, from the raid to the bill, in the order that every run has: what stands without raids, the trials, the answer.
 * It says what comes next; at `answer` it takes the trials, which were flown by whoever runs these steps: on this thread, on many, or in
 * slices.
 *
 * `pipeline.ts` says what a trial is, `answer.ts` what an answer is.
 */
function* stepsOf(
  prepared: Prepared,
  version: string,
  isBrief = false,
): Generator<AnswerPart, FinishedRun, Simulation | null> {
  const standing = yield* standingAnswer(prepared, isBrief);
  const simulation = yield 'answer';
  const result = answer(prepared, simulation, standing, version);
  return { prepared, result, outcomes: simulation?.outcomes ?? [] };
}

export interface RunOptions {
  /** Version of the program, for the result. */
  version?: string;
  /** Called after each trial with the number done. */
  onProgress?: (done: number) => void;
  /** Asked after each trial; true ends the run with what is done. */
  shouldStop?: () => boolean;
}

/**
 * A run on this thread, from end to end.
 *
 * @throws InputError for faulty element files and flights that no missile of the class can make
 */
export function run(architecture: Architecture, options: RunOptions = {}): FinishedRun {
  const { version = 'unknown', onProgress, shouldStop: shouldEnd } = options;
  const prepared = prepare(architecture);
  const shouldStop = (done: number) => {
    onProgress?.(done);
    return shouldEnd?.() ?? false;
  };
  const fly = () => simulate(prepared, 0, architecture.analysis.trials, { shouldStop });
  const steps = stepsOf(prepared, version);
  let step = steps.next(null);
  while (!step.done) step = steps.next(step.value === 'answer' && canSimulate(architecture) ? fly() : null);
  return step.value;
}

export interface FlownOptions {
  version: string;
  /** All trials, flown elsewhere or in slices; asked for at once, if there is a raid. */
  fly: () => Promise<Simulation>;
  /** Lets others work, before each part of the answer. */
  pause: () => Promise<void>;
  /** Of what stands without raids the cost alone. */
  isBrief?: boolean;
  /** Where the caller has prepared the architecture. */
  prepared?: Prepared;
  clock?: StageClock;
}

/**
 * A run whose trials are flown by others, while this thread works out what stands without them: the same as `run`.
 *
 * @throws InputError for faulty element files and flights that no missile of the class can make
 */
export async function runFlown(architecture: Architecture, options: FlownOptions): Promise<FinishedRun> {
  const { version, fly, pause, clock, isBrief } = options;
  const timed = <Made>(name: string, make: () => Made): Made => {
    clock?.enter(name);
    const made = make();
    clock?.leave();
    return made;
  };
  const flying = canSimulate(architecture) ? fly() : null;
  const landed = flying?.catch(() => undefined);
  try {
    const prepared = options.prepared ?? timed('prepare', () => prepare(architecture));
    const steps = stepsOf(prepared, version, isBrief);
    let step = steps.next(null);
    while (!step.done) {
      const part = step.value;
      const flown = part === 'answer' ? await flying : null;
      await pause();
      step = timed(part, () => steps.next(flown));
    }
    return step.value;
  } finally {
    await landed; // a fault of this thread is told when the others are done
  }
}

import { Worker } from 'node:worker_threads';
import { InputError, type Problem } from '../flow/problems.ts';

/** One piece of work and the answer to it; both are copied between threads. */
export interface Pool<Task, Answer> {
  /** Answers in the order in which they come, each with its task. */
  run(tasks: Iterable<Task>, onAnswer: (answer: Answer, task: Task) => void, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Threads that each keep what they are given at the start and then answer one task at a time.
 *
 * The worker's script answers by `serveTasks`; an error fails the run. Tasks are handed
 * out one by one, so a slow one holds up nobody else. On abort no further task is handed out and `run` returns when
 * those under way are answered.
 *
 * @param script worker script
 * @param shared sent to every thread at its start
 */
export function threadPool<Task, Answer>(script: URL, shared: unknown, threadCount: number): Pool<Task, Answer> {
  const workers = Array.from({ length: threadCount }, () => new Worker(script, { workerData: shared }));
  return {
    run: (tasks, onAnswer, signal) => {
      const queue = tasks[Symbol.iterator]();
      return Promise.all(workers.map((worker) => serve(worker, queue, onAnswer, signal))).then(() => undefined);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

interface Message<Answer> {
  ready?: true;
  answer?: Answer;
  /** Bad input comes with its problems. */
  error?: { name: string; message: string; stack?: string; problems?: Problem[] };
}

function errorOf({ name, message, stack, problems }: NonNullable<Message<never>['error']>): Error {
  return problems ? new InputError(problems) : Object.assign(new Error(message), { name, stack });
}

function serve<Task, Answer>(
  worker: Worker,
  queue: Iterator<Task>,
  onAnswer: (answer: Answer, task: Task) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: Task | undefined;
    const next = () => {
      const step = signal?.aborted ? { done: true as const, value: undefined } : queue.next();
      if (step.done) return stop(resolve);
      task = step.value;
      worker.postMessage(task);
    };
    const onMessage = ({ answer, error }: Message<Answer>) => {
      if (error) return stop(() => reject(errorOf(error)));
      try {
        onAnswer(answer as Answer, task as Task);
      } catch (failure) {
        return stop(() => reject(failure));
      }
      next();
    };
    const onError = (error: unknown) => stop(() => reject(error));
    const onExit = (code: number) => stop(() => reject(new Error(`a thread ended early with code ${code}`)));
    const stop = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    next();
  });
}

/** Pieces of 0 to `total`, `size` long. */
export function* ranges(total: number, size: number): Generator<{ from: number; to: number }> {
  for (let from = 0; from < total; from += size) yield { from, to: Math.min(total, from + size) };
}

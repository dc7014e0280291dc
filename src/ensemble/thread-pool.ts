import { Worker } from 'node:worker_threads';
import { InputError, type Problem } from '../flow/problems.ts';

/** One piece of work and the answer to it; both are copied between threads. */
export interface Pool<Task, Answer> {
  /** Answers in the order in which they come, each with its task. */
  run(tasks: Iterable<Task>, onAnswer: (answer: Answer, task: Task) => void, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Tasks that the threads take from, one by one. */
export interface Deck<Task> {
  tasks: Task[];
  /** One number in memory that all threads share: how many tasks were taken. */
  taken: Int32Array<SharedArrayBuffer>;
}

/**
 * Threads that each keep what they are given at the start and then answer one task after the other.
 *
 * The worker's script answers by `serveTasks`; an error fails the run. Threads take tasks one by one from a common deck, so a slow one
 * holds up nobody else, nor does a main thread that is at work itself. On abort no further task is taken and `run` returns when
 * those under way are answered.
 *
 * @param script worker script
 * @param shared sent to every thread at its start
 */
export function threadPool<Task, Answer>(script: URL, shared: unknown, threadCount: number): Pool<Task, Answer> {
  const workers = Array.from({ length: threadCount }, () => new Worker(script, { workerData: shared }));
  return {
    run: async (tasks, onAnswer, signal) => {
      const deck = { tasks: [...tasks], taken: new Int32Array(new SharedArrayBuffer(4)) };
      const end = () => Atomics.store(deck.taken, 0, deck.tasks.length);
      if (signal?.aborted) end();
      signal?.addEventListener('abort', end);
      try {
        await Promise.all(workers.map((worker) => serve(worker, deck, onAnswer)));
      } finally {
        signal?.removeEventListener('abort', end);
        end();
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

interface Message<Answer> {
  answer?: Answer;
  index?: number;
  /** No task is left to take. */
  isDone?: true;
  /** Bad input comes with its problems. */
  error?: { name: string; message: string; stack?: string; problems?: Problem[] };
}

function errorOf({ name, message, stack, problems }: NonNullable<Message<never>['error']>): Error {
  return problems ? new InputError(problems) : Object.assign(new Error(message), { name, stack });
}

function serve<Task, Answer>(
  worker: Worker,
  deck: Deck<Task>,
  onAnswer: (answer: Answer, task: Task) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ answer, index, isDone, error }: Message<Answer>) => {
      if (error) return stop(() => reject(errorOf(error)));
      if (isDone) return stop(resolve);
      try {
        onAnswer(answer as Answer, deck.tasks[index!] as Task);
      } catch (failure) {
        stop(() => reject(failure));
      }
    };
    const onError = (error: unknown) => stop(() => reject(error));
    const onExit = (code: number) => stop(() => reject(new Error(`a thread ended early with code ${code}`)));
    const stop = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(deck);
  });
}

/** Pieces of 0 to `total`, `size` long. */
export function* ranges(total: number, size: number): Generator<{ from: number; to: number }> {
  for (let from = 0; from < total; from += size) yield { from, to: Math.min(total, from + size) };
}

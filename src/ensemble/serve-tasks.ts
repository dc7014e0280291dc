import { parentPort } from 'node:worker_threads';
import type { InputError } from '../flow/problems.ts';
import type { Deck } from './thread-pool.ts';

/**
 * Works through the tasks of a `threadPool`: each thread takes the next from the common deck, so none waits for the main thread. What the
 * work throws goes back as an error, bad input with its problems.
 */
export function serveTasks<Task, Answer>(work: (task: Task) => Answer): void {
  parentPort?.on('message', ({ tasks, taken }: Deck<Task>) => {
    try {
      for (;;) {
        const index = Atomics.add(taken, 0, 1);
        if (index >= tasks.length) break;
        parentPort?.postMessage({ answer: work(tasks[index]!), index });
      }
      parentPort?.postMessage({ isDone: true });
    } catch (error) {
      const { name, message, stack, problems } = error as Error & Partial<InputError>;
      parentPort?.postMessage({ error: { name, message, stack, problems } });
    }
  });
}

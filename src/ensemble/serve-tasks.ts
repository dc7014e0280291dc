import { parentPort } from 'node:worker_threads';
import type { InputError } from '../flow/problems.ts';

/** Answers the tasks of a `threadPool` one by one; what the work throws goes back as an error, bad input with its problems. */
export function serveTasks<Task, Answer>(work: (task: Task) => Answer): void {
  parentPort?.on('message', (task: Task) => {
    try {
      parentPort?.postMessage({ answer: work(task) });
    } catch (error) {
      const { name, message, stack, problems } = error as Error & Partial<InputError>;
      parentPort?.postMessage({ error: { name, message, stack, problems } });
    }
  });
}

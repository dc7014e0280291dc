import type { Problem } from 'cupola';
import type { CheckAnswer, CheckQuestion } from './checker.ts';

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (answer: CheckAnswer) => void>();
const LONGEST_MS = 10_000;

/** Problems of a scenario's text, found in a worker of its own so that typing stays smooth and a run goes on. */
export async function checkText(text: string, file: string): Promise<Problem[]> {
  return (await ask({ id: ++asked, what: 'check', text, file })).problems;
}

/** The scenario as a value, for the form. */
export function readScenario(text: string, file: string): Promise<CheckAnswer> {
  return ask({ id: ++asked, what: 'read', text, file });
}

/** The text with one value replaced, removed or added, everything else left as written. */
export function editScenario(text: string, path: (string | number)[], value: unknown): Promise<CheckAnswer> {
  return ask({ id: ++asked, what: 'edit', text, file: 'scenario.yaml', path, value });
}

function ask(question: CheckQuestion): Promise<CheckAnswer> {
  worker ??= start();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      worker?.terminate();
      worker = undefined;
      waiting.delete(question.id);
      reject(new Error('the check took too long'));
    }, LONGEST_MS);
    waiting.set(question.id, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    worker!.postMessage(question);
  });
}

function start(): Worker {
  const made = new Worker(new URL('./checker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return made;
}

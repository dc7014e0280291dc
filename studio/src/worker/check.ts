import type { Problem } from 'cupola';
import type { CheckAnswer, CheckQuestion } from './checker.ts';

const LONGEST_MS = 10_000;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, { question: CheckQuestion; answer: (answer: CheckAnswer) => void }>();

/** Problems of a scenario's text, found in a worker of its own so that typing stays smooth and a run goes on. */
export async function checkText(text: string, file: string): Promise<Problem[]> {
  return (await ask({ id: ++lastId, what: 'check', text, file })).problems;
}

/** The scenario as a value, for the form. */
export function readScenario(text: string, file: string): Promise<CheckAnswer> {
  return ask({ id: ++lastId, what: 'read', text, file });
}

/** The text with one value replaced, removed or added, everything else left as written. */
export function editScenario(text: string, path: (string | number)[], value: unknown): Promise<CheckAnswer> {
  return ask({ id: ++lastId, what: 'edit', text, file: 'scenario.yaml', path, value });
}

/** Never fails: a check that takes too long or a worker that breaks is an answer with that problem. */
function ask(question: CheckQuestion): Promise<CheckAnswer> {
  worker ??= start();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end('the check took too long'), LONGEST_MS);
    const answer = (given: CheckAnswer) => {
      clearTimeout(timer);
      resolve(given);
    };
    waiting.set(question.id, { question, answer });
    worker!.postMessage(question);
  });
}

function start(): Worker {
  const made = new Worker(new URL('./checker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    waiting.get(data.id)?.answer(data);
    waiting.delete(data.id);
  };
  made.onerror = (event) => {
    event.preventDefault();
    end('the check could not be made');
  };
  return made;
}

/** Ends the worker and answers all that wait for it. */
function end(message: string): void {
  worker?.terminate();
  worker = undefined;
  const left = [...waiting.values()];
  waiting.clear();
  for (const { question, answer } of left)
    answer({ id: question.id, text: question.text, problems: [{ code: 'failed', path: '', message }] });
}

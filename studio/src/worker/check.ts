import type { Problem } from 'cupola';
import { type Said, said } from 'cupola/words';
import type { CheckAnswer, CheckQuestion } from './checker.ts';

const LONGEST_MS = 10_000;

let worker: Worker | undefined;
let lastId = 0;
interface Waiting {
  question: CheckQuestion;
  resolve: (answer: CheckAnswer) => void;
  timer: ReturnType<typeof setTimeout>;
}

const waiting = new Map<number, Waiting>();

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
  return new Promise((resolve) => send(question, resolve));
}

function send(question: CheckQuestion, resolve: Waiting['resolve']): void {
  worker ??= start();
  const timer = setTimeout(() => giveUp(question.id, said('studio.problem.checkLong')), LONGEST_MS);
  waiting.set(question.id, { question, resolve, timer });
  worker.postMessage(question);
}

function start(): Worker {
  const made = new Worker(new URL('./checker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    if (made === worker) answer(data);
  };
  made.onerror = (event) => {
    event.preventDefault();
    const [first] = waiting.keys();
    if (made === worker) giveUp(first ?? 0, said('studio.problem.checkFailed'));
  };
  return made;
}

function answer(given: CheckAnswer): void {
  const found = waiting.get(given.id);
  if (!found) return;
  waiting.delete(given.id);
  clearTimeout(found.timer);
  found.resolve(given);
}

/** Ends the worker, answers the question that it hangs on, and asks the others of a new one. */
function giveUp(id: number, why: Said): void {
  worker?.terminate();
  worker = undefined;
  const text = waiting.get(id)?.question.text ?? '';
  answer({ id, text, problems: [{ code: 'failed', path: '', said: why }] });
  for (const { question, resolve, timer } of [...waiting.values()]) {
    clearTimeout(timer);
    send(question, resolve);
  }
}

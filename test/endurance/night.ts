import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from './parts.ts';
import { type Counts, noCounts, type Word, type Work } from './work.ts';

export interface NightOptions {
  seed: number;
  count: number;
  /** Processes that try inputs. */
  processes: number;
  /** The first input; others follow. */
  from: number;
  signal: AbortSignal;
  note: (text: string) => void;
  /** Script of the processes. */
  script: string;
}

/** What came of a part. */
export interface Outcome extends Counts {
  crashed: number;
  spentS: number;
}

/** Faults that are printed; the rest are counted. */
const MOST_TOLD = 20;
const LOOK_MS = 1000;
const PROGRESS_MS = 30_000;

/** Tries the inputs of one part in processes of their own; one that hangs is ended, and the next goes on after it. */
export async function tryPart(name: string, options: NightOptions): Promise<Outcome> {
  const { seed, count, processes, from, signal, note, script } = options;
  const { limitS } = parts[name];
  const folder = mkdtempSync(join(tmpdir(), 'cupola-nightly-'));
  const outcome: Outcome = { ...noCounts(), crashed: 0, spentS: 0 };
  const begunMs = performance.now();
  const told = new Set<string>();
  const fault = (index: number, message: string, input: string) => {
    outcome.crashed++;
    const first = message.split('\n')[0].slice(0, 200);
    if (told.size >= MOST_TOLD) return;
    if (told.has(first)) {
      note(`${name} ${index}: the same`);
      return;
    }
    told.add(first);
    const kept = keepInput(name, index, input);
    note(
      `${name} ${index}: ${message}\n  again: npm run nightly -- ${name} --seed ${seed} --from ${index} --count 1${kept}`,
    );
  };
  const progress = setInterval(() => note(lineOf(name, outcome, begunMs)), PROGRESS_MS);
  const tryFrom = async (first: number): Promise<number | undefined> => {
    const place = join(folder, `at-${first}`);
    const work: Work = { part: name, seed, from: first, to: from + count, step: processes, place };
    const end = await workOn(script, work, limitS, signal, (word) => {
      if ('fault' in word) fault(word.fault.index, word.fault.message, word.fault.input);
      if ('counts' in word) add(outcome, word.counts);
      if ('lines' in word) note(word.lines.join('\n'));
    });
    if (end === 'done' || signal.aborted) return undefined;
    const index = Number(readFileSync(place, 'utf8'));
    outcome.tried++;
    fault(index, end, '');
    return index + processes;
  };
  const line = async (first: number) => {
    for (let next: number | undefined = first; next !== undefined && next < from + count; ) next = await tryFrom(next);
  };
  await Promise.all(Array.from({ length: Math.min(processes, count) }, (_, i) => line(from + i)));
  clearInterval(progress);
  rmSync(folder, { recursive: true, force: true });
  outcome.spentS = (performance.now() - begunMs) / 1000;
  return outcome;
}

/** One process until it has done its inputs, dies or hangs. @returns `done`, or what became of it */
async function workOn(
  script: string,
  work: Work,
  limitS: number,
  signal: AbortSignal,
  take: (word: Word) => void,
): Promise<string> {
  writeFileSync(work.place, String(work.from));
  const child = fork(script, [], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], serialization: 'advanced' });
  let said = '';
  child.stderr!.on('data', (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  let isDone = false;
  child.on('message', (word: Word) => {
    if ('isDone' in word) isDone = true;
    else take(word);
  });
  child.send(work);
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  const hung = watch(child, work.place, limitS);
  const [code, by] = await new Promise<[number | null, string | null]>((ended) =>
    child.on('close', (...each) => ended(each)),
  );
  hung.stop();
  signal.removeEventListener('abort', stop);
  if (isDone) return 'done';
  return hung.is() ? `took longer than ${limitS} s` : `the process ended with ${code ?? by}: ${said}`;
}

/** Ends a process whose input has not changed for too long. */
function watch(child: ChildProcess, place: string, limitS: number): { is(): boolean; stop(): void } {
  let isHung = false;
  const timer = setInterval(() => {
    if (Date.now() - statSync(place).mtimeMs < 1000 * limitS) return;
    isHung = true;
    child.kill('SIGKILL');
  }, LOOK_MS);
  return { is: () => isHung, stop: () => clearInterval(timer) };
}

function add(sum: Outcome, counts: Counts): void {
  sum.tried += counts.tried;
  sum.refused += counts.refused;
  sum.accepted += counts.accepted;
  if (counts.slowestMs > sum.slowestMs)
    Object.assign(sum, { slowestMs: counts.slowestMs, slowestIndex: counts.slowestIndex });
}

/** Keeps an input that broke something. @returns where, in words */
function keepInput(name: string, index: number, input: string): string {
  if (input === '') return '';
  mkdirSync('out/nightly', { recursive: true });
  const path = `out/nightly/${name}-${index}.txt`;
  writeFileSync(path, input);
  return `\n  input: ${path}`;
}

/** `scenarios: 1,000 tried in 12 s (83 a second): 700 refused with their problems, 300 accepted, 0 crashed; slowest 250 ms (input 17)`. */
export function lineOf(name: string, outcome: Outcome, begunMs?: number): string {
  const { tried, refused, accepted, crashed, slowestMs, slowestIndex } = outcome;
  const spentS = begunMs === undefined ? outcome.spentS : (performance.now() - begunMs) / 1000;
  const count = (number: number) => number.toLocaleString('en');
  const rate = spentS > 0 ? (tried / spentS).toPrecision(3) : '-';
  return (
    `${name}: ${count(tried)} tried in ${spentS.toFixed(0)} s (${rate} a second): ${count(refused)} refused with their problems, ` +
    `${count(accepted)} accepted, ${count(crashed)} crashed; slowest ${(slowestMs / 1000).toFixed(1)} s (input ${slowestIndex})`
  );
}

// The process that tries inputs: told which by messages, it answers with counts and faults. What it tries now stands in a file, so that the
// night knows it even of one that hangs or dies.
import { openSync, writeSync } from 'node:fs';
import { Luck } from './luck.ts';
import { Fault } from './part.ts';
import { parts } from './parts.ts';

export interface Work {
  part: string;
  seed: number;
  from: number;
  to: number;
  step: number;
  /** File that the number of the input stands in, and when it was begun. */
  place: string;
}

export interface Counts {
  tried: number;
  refused: number;
  accepted: number;
  slowestMs: number;
  slowestIndex: number;
}

export type Word =
  | { counts: Counts }
  | { fault: { index: number; message: string; input: string } }
  | { lines: string[] }
  | { isDone: true };

const TELL_MS = 250;

async function work({ part, seed, from, to, step, place }: Work): Promise<void> {
  const trier = await parts[part].open();
  const file = openSync(place, 'w');
  let counts = noCounts();
  let toldMs = performance.now();
  const tell = (word: Word) => new Promise<void>((done) => process.send!(word, () => done()));
  for (let index = from; index < to; index += step) {
    writeSync(file, String(index).padEnd(20), 0);
    const begunMs = performance.now();
    try {
      counts[await trier.tryOne(new Luck(seed, index), index)]++;
    } catch (error) {
      const message = error instanceof Fault ? error.message : String((error as Error)?.stack ?? error);
      await tell({ fault: { index, message, input: error instanceof Fault ? error.input : '' } });
    }
    const spentMs = performance.now() - begunMs;
    counts.tried++;
    if (spentMs > counts.slowestMs) Object.assign(counts, { slowestMs: spentMs, slowestIndex: index });
    if (performance.now() - toldMs > TELL_MS) {
      await tell({ counts });
      counts = noCounts();
      toldMs = performance.now();
    }
  }
  await tell({ counts });
  const { faults, lines } = trier.sum?.() ?? { faults: [], lines: [] };
  for (const message of faults) await tell({ fault: { index: to, message, input: '' } });
  if (lines.length > 0) await tell({ lines });
  await trier.close?.();
  await tell({ isDone: true });
}

export function noCounts(): Counts {
  return { tried: 0, refused: 0, accepted: 0, slowestMs: 0, slowestIndex: 0 };
}

if (process.send) process.once('message', (message) => void work(message as Work).then(() => process.exit(0)));

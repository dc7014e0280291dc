import type { Code } from '../../flow/said.ts';
import { money, percent, short } from '../../words/numbers.ts';
import { meaningIn, say, tell } from '../../words/words.ts';

/** How an output is called within a sentence, behind "of" and at the head of a column, and how its values are written. */
export interface OutputWords {
  name: string;
  ofName: string;
  head: string;
  show: (value: number) => string;
}

type OutputCodes = [name: Code, ofName: Code, head: Code, show: (value: number) => string];

const KNOWN: Record<string, OutputCodes> = {
  noLeaker: ['sweep.no-leaker', 'sweep.no-leaker-of', 'sweep.no-leaker-head', (value) => percent(value)],
  allEngaged: ['sweep.engaged', 'sweep.engaged-of', 'head.all-shot-at', (value) => percent(value)],
  expectedLeakers: ['sweep.leakers', 'sweep.leakers-of', 'sweep.leakers-head', short],
  totalMusd: ['sweep.cost', 'sweep.cost-of', 'head.cost', money],
};

/** Words of an output; one that is not known is called as its column. */
export function outputWords(output: string): OutputWords {
  const known = KNOWN[output];
  if (!known) return { name: output, ofName: say('sweep.output-of', { output }), head: output, show: short };
  const [name, ofName, head, show] = known;
  return { name: tell({ code: name }), ofName: tell({ code: ofName }), head: tell({ code: head }), show };
}

/** The same words at the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A level to be kept: "90.0 % or more". */
export function goalWords({ output, level, isAtMost }: { output: string; level: number; isAtMost: boolean }): string {
  const value = outputWords(output).show(level);
  return isAtMost ? say('sweep.or-less', { value }) : say('sweep.or-more', { value });
}

/** What stands behind the rows of a tornado, each kind once. */
export function basesOf(rows: readonly { basis: string }[]): string {
  return [...new Set(rows.map(({ basis }) => meaningIn(basis)))].join(say('join.semicolon'));
}

/** Rows of a tornado that move their output by more than rounding. */
export function movingRows<T extends { swing: number; middle: number }>(rows: readonly T[]): T[] {
  return rows.filter(({ swing, middle }) => swing > 1e-9 * Math.abs(middle));
}

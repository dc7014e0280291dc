import { money, percent, short } from '../../words/numbers.ts';

/** How an output is called within a sentence and at the head of a column, and how its values are written. */
export interface OutputWords {
  name: string;
  head: string;
  show: (value: number) => string;
}

const KNOWN: Record<string, OutputWords> = {
  noLeaker: { name: 'the chance of no leaker', head: 'no leaker', show: (value) => percent(value) },
  allEngaged: { name: 'the chance that all are shot at', head: 'all shot at', show: (value) => percent(value) },
  expectedLeakers: { name: 'the number of leakers', head: 'leakers', show: short },
  totalMusd: { name: 'the cost', head: 'cost', show: money },
};

/** Words of an output; one that is not known is called as its column. */
export function outputWords(output: string): OutputWords {
  return KNOWN[output] ?? { name: output, head: output, show: short };
}

/** The same words at the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A level to be kept: "90.0 % or more". */
export function goalWords({ output, level, isAtMost }: { output: string; level: number; isAtMost: boolean }): string {
  return `${outputWords(output).show(level)} or ${isAtMost ? 'less' : 'more'}`;
}

/** What stands behind the rows of a tornado, each kind once. */
export function basesOf(rows: readonly { basis: string }[]): string {
  return [...new Set(rows.map(({ basis }) => basis))].join('; ');
}

/** Rows of a tornado that move their output by more than rounding. */
export function movingRows<T extends { swing: number; middle: number }>(rows: readonly T[]): T[] {
  return rows.filter(({ swing, middle }) => swing > 1e-9 * Math.abs(middle));
}

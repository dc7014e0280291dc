import type { StudyResult } from '../../flow/study.ts';
import { count, money, percent, short } from '../number.ts';

/** A value of an input as the study names it. */
export function inputLabel(result: StudyResult, inputIndex: number, value: unknown): string {
  const { labels } = result.inputs[inputIndex]!;
  if (typeof value === 'number') return Number.isInteger(value) ? count(value) : short(value);
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  if (!labels) return words;
  const order = [...new Set(result.points.map(({ values }) => JSON.stringify(values[inputIndex])))];
  return order.length === labels.length ? (labels[order.indexOf(JSON.stringify(value))] ?? words) : words;
}

/** How an output is called, and how its values are written. */
export function outputWords(output: string): { name: string; show: (value: number) => string } {
  if (output === 'noLeaker') return { name: 'no leaker', show: (value) => percent(value) };
  if (output === 'allEngaged') return { name: 'all engaged', show: (value) => percent(value) };
  if (output === 'expectedLeakers') return { name: 'expected leakers', show: short };
  return output === 'totalMusd' ? { name: 'cost', show: money } : { name: output, show: short };
}

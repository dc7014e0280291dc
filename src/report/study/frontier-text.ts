import type { FrontierRow, StudyResult } from '../../flow/study.ts';
import { count, money, short } from '../number.ts';
import { inputLabel, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

/** Where a study's output reaches its level, and what it costs there, in a sentence or two; empty without `find`. */
export function frontierSentence(result: StudyResult): string {
  if (!result.frontier) return '';
  const { output, atLeast, along, rows } = result.frontier;
  const { name, show } = outputWords(output);
  const reached = rows.filter(({ reason }) => reason !== 'below-all').sort((a, b) => a.value - b.value);
  const levels = result.points.map(({ values }) => values[result.inputs.findIndex((input) => input.name === along)]);
  const most = `up to ${short(Math.max(...(levels as number[])))} ${along}`;
  const subject = output === 'expectedLeakers' ? capital(name) : `The chance of ${name}`;
  const goal = `${subject} reaches ${show(atLeast)}`;
  if (reached.length === 0) return `${subject} does not reach ${show(atLeast)} with ${most}.`;
  const where = (row: FrontierRow) =>
    `with ${short(row.value)} ${along}${row.reason === 'above-all' ? ' or fewer' : ''}${costWords(row)}${comboWords(result, row)}`;
  const far = reached.length > 1 ? `, and ${where(reached.at(-1)!)}` : '';
  const missed = rows.length - reached.length;
  const rest = missed > 0 ? ` In ${count(missed)} of ${count(rows.length)} cases it does not with ${most}.` : '';
  return `${goal} ${where(reached[0]!)}${far}.${rest}`;
}

/** The level of a row of the frontier: a number, that it lies under all levels, or that it was not reached. */
export function frontierWord({ value, reason }: FrontierRow): string {
  if (reason === 'below-all') return 'not reached';
  return reason === 'above-all' ? `${short(value)} or fewer` : short(value);
}

/** The band of a row, from the 95 % interval of the output. */
export function frontierBand({ low, high, reason }: FrontierRow): string {
  if (Number.isNaN(low)) return '-';
  if (reason === 'above-all' && low === high) return '-';
  return Number.isNaN(high) ? `${short(low)} or more` : `${short(low)} to ${short(high)}`;
}

function costWords({ totalMusd }: FrontierRow): string {
  return Number.isFinite(totalMusd) ? ` (${money(totalMusd)})` : '';
}

/** The other inputs of a row: "raid 1, decisionS 10". */
function comboWords(result: StudyResult, { inputs }: FrontierRow): string {
  const words = varyingInputs(result)
    .filter((index) => Object.hasOwn(inputs, result.inputs[index]!.name))
    .map((index) => `${result.inputs[index]!.name} ${inputLabel(result, index, inputs[result.inputs[index]!.name])}`);
  return words.length > 0 ? ` at ${words.join(', ')}` : '';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

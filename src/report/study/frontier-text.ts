import type { Frontier, FrontierRow, StudyResult } from '../../flow/study.ts';
import { count, money, short } from '../../words/numbers.ts';
import { comboWords, inputName, numberWords } from './input-words.ts';
import { capital, goalWords, outputWords } from './output-words.ts';

/** Where a study's output reaches its level, and what it costs there, in a sentence or two; empty without `find`. */
export function frontierSentence(result: StudyResult): string {
  if (!result.frontier) return '';
  const { frontier } = result;
  const { output, along, end, rows } = frontier;
  const name = inputName(result, along);
  const axis = result.inputs.findIndex((input) => input.name === along);
  const levels = result.points.map(({ values }) => values[axis] as number);
  const far =
    end === 'smallest' ? `up to ${numberWords(Math.max(...levels))}` : `down to ${numberWords(Math.min(...levels))}`;
  const subject = capital(outputWords(output).name);
  const goal = goalWords(frontier);
  const sign = end === 'smallest' ? 1 : -1;
  const reached = rows.filter(({ reason }) => reason !== 'never').sort((a, b) => sign * (a.value - b.value));
  if (reached.length === 0) return `${subject} is not ${goal} with ${name} ${far}.`;
  const where = (row: FrontierRow) => {
    const combo = comboWords(result, row.inputs);
    return `with ${name} ${boundWords(row, frontier)}${costWords(row)}${combo && ` for ${combo}`}`;
  };
  const last = reached.length > 1 ? `, and ${where(reached.at(-1)!)}` : '';
  const missed = rows.length - reached.length;
  const rest = missed > 0 ? ` In ${count(missed)} of ${count(rows.length)} cases it is not with ${name} ${far}.` : '';
  return `${subject} is ${goal} ${where(reached[0]!)}${last}.${rest}`;
}

/** The level of a row of the frontier: a number, that every level of the study will do, or that none does. */
export function frontierWord({ value, reason }: FrontierRow, { end }: Pick<Frontier, 'end'>): string {
  if (reason === 'never') return 'not reached';
  const words = reason === 'always' ? numberWords(value) : short(value);
  return reason === 'always' ? `${words} or ${end === 'smallest' ? 'less' : 'more'}` : words;
}

/** The band of a row, from the 95 % interval of the output. */
export function frontierBand({ low, high, reason }: FrontierRow): string {
  if (Number.isNaN(low) && Number.isNaN(high)) return '-';
  if (reason === 'always' && low === high) return '-';
  if (Number.isNaN(low)) return `${short(high)} or less`;
  return Number.isNaN(high) ? `${short(low)} or more` : `${short(low)} to ${short(high)}`;
}

/** "55.0 or more" where more is better; "20 or even less" where every level will do. */
function boundWords({ value, reason }: FrontierRow, { end }: Frontier): string {
  const isLess = (end === 'smallest') === (reason === 'always');
  const words = reason === 'always' ? numberWords(value) : short(value);
  return `${words} or ${reason === 'always' ? 'even ' : ''}${isLess ? 'less' : 'more'}`;
}

function costWords({ totalMusd }: FrontierRow): string {
  return Number.isFinite(totalMusd) ? ` (${money(totalMusd)})` : '';
}

import type { Frontier, FrontierRow, StudyResult } from '../../flow/study.ts';
import { count, money } from '../../words/numbers.ts';
import { comboWords, inputName, namedValue, nounAndUnit, numberWords } from './input-words.ts';
import { capital, goalWords, outputWords } from './output-words.ts';

/** Where a study's output reaches its level, and what it costs there, in a sentence or two; empty without `find`. */
export function frontierSentence(result: StudyResult): string {
  if (!result.frontier) return '';
  const { frontier } = result;
  const { output, along, end, rows } = frontier;
  const name = inputName(result, along);
  const axis = result.inputs.findIndex((input) => input.name === along);
  const levels = result.points.map(({ values }) => values[axis] as number);
  const { noun, unit } = nounAndUnit(name);
  const bound =
    end === 'smallest' ? `up to ${numberWords(Math.max(...levels))}` : `down to ${numberWords(Math.min(...levels))}`;
  const far = `${noun} ${bound}${unit}`;
  const subject = capital(outputWords(output).name);
  const goal = goalWords(frontier);
  const sign = end === 'smallest' ? 1 : -1;
  const reached = rows.filter(({ reason }) => reason !== 'never').sort((a, b) => sign * (a.value - b.value));
  if (reached.length === 0) {
    const open = rows.some(({ low, high }) => Number.isNaN(end === 'smallest' ? low : high));
    return `${subject} is not ${goal} with ${far}.${open ? missedWords(result, far) : ''}`;
  }
  const where = (row: FrontierRow) => {
    const combo = comboWords(result, row.inputs);
    return `with ${boundWords(row, frontier, name)}${bracketWords(row, frontier)}${combo && ` for ${combo}`}`;
  };
  const last = reached.length > 1 ? `, and ${where(reached.at(-1)!)}` : '';
  return `${subject} is ${goal} ${where(reached[0]!)}${last}.${missedWords(result, far)}`;
}

/** In how many cases the level is not reached, and in how many the trials leave that open. */
function missedWords({ frontier, inputs, points }: StudyResult, far: string): string {
  const { rows, end, along } = frontier!;
  const axis = inputs.findIndex(({ name }) => name === along);
  const levels = points.map(({ values }) => values[axis] as number);
  const [lastLevel, hardEnd] = end === 'smallest' ? [Math.max(...levels), 'low'] : [Math.min(...levels), 'high'];
  const missed = rows.filter(({ reason }) => reason === 'never');
  const sure = missed.filter((row) => row[hardEnd as 'low' | 'high'] === lastLevel).length;
  const open = missed.length - sure;
  const of = `of ${count(rows.length)} cases`;
  const isNot = sure > 0 ? ` In ${count(sure)} ${of} it is not with ${far}.` : '';
  return isNot + (open > 0 ? ` In ${count(open)} ${of} the trials do not tell whether it is with ${far}.` : '');
}

/** The level of a row of the frontier: a number, that every level of the study will do, or that none does. */
export function frontierWord({ value, reason }: FrontierRow, { end }: Pick<Frontier, 'end'>): string {
  if (reason === 'never') return 'not reached';
  return reason === 'always' ? `${numberWords(value)} or ${end === 'smallest' ? 'less' : 'more'}` : numberWords(value);
}

/** The band of a row: between which points the level surely is reached. */
export function frontierBand({ low, high, value, reason }: FrontierRow, { end }: Pick<Frontier, 'end'>): string {
  const [hard, easy] = end === 'smallest' ? [low, high] : [high, low];
  if (Number.isNaN(hard) && Number.isNaN(easy)) return 'not known';
  if (reason === 'always' && easy === value) return '-';
  if (Number.isNaN(hard)) return `${numberWords(easy)} or ${end === 'smallest' ? 'less' : 'more'}`;
  if (Number.isNaN(easy)) return `${end === 'smallest' ? 'over' : 'under'} ${numberWords(hard)}`;
  return `${numberWords(low)} to ${numberWords(high)}`;
}

/** "planes 55 or more" where more is better; "planes 20 or even less" where every level will do. */
function boundWords({ value, reason }: FrontierRow, { end }: Frontier, name: string): string {
  const isLess = (end === 'smallest') === (reason === 'always');
  return `${namedValue(name, numberWords(value))} or ${reason === 'always' ? 'even ' : ''}${isLess ? 'less' : 'more'}`;
}

/** Band and cost in brackets; empty where there is neither. */
function bracketWords(row: FrontierRow, frontier: Frontier): string {
  const band = frontierBand(row, frontier);
  const words = [
    ...(band === '-' ? [] : [`95 %: ${band}`]),
    ...(Number.isFinite(row.totalMusd) ? [money(row.totalMusd)] : []),
  ];
  return words.length > 0 ? ` (${words.join('; ')})` : '';
}

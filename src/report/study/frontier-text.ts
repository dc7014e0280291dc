import type { Frontier, FrontierRow, StudyResult } from '../../flow/study.ts';
import { money, range } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
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
  const far =
    end === 'smallest'
      ? say('sweep.up-to', { noun, value: numberWords(Math.max(...levels)), unit })
      : say('sweep.down-to', { noun, value: numberWords(Math.min(...levels)), unit });
  const subject = capital(outputWords(output).name);
  const goal = goalWords(frontier);
  const sign = end === 'smallest' ? 1 : -1;
  const reached = rows.filter(({ reason }) => reason !== 'never').sort((a, b) => sign * (a.value - b.value));
  if (reached.length === 0) {
    const open = rows.some(({ low, high }) => Number.isNaN(end === 'smallest' ? low : high));
    return say('sweep.never-reached', { output: subject, goal, far, missed: open ? missedWords(result, far) : '' });
  }
  const where = (row: FrontierRow) => {
    const combo = comboWords(result, row.inputs);
    const words = { bound: boundWords(row, frontier, name), bracket: bracketWords(row, frontier) };
    return combo ? say('sweep.where-for', { ...words, combo }) : say('sweep.where', words);
  };
  const words = { output: subject, goal, where: where(reached[0]), missed: missedWords(result, far) };
  return reached.length > 1
    ? say('sweep.reached-two', { ...words, last: where(reached.at(-1)!) })
    : say('sweep.reached', words);
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
  const of = rows.length;
  const isNot = sure > 0 ? say('sweep.missed', { count: sure, of, far }) : '';
  return isNot + (open > 0 ? say('sweep.missed-open', { count: open, of, far }) : '');
}

/** The level of a row of the frontier: a number, that every level of the study will do, or that none does. */
export function frontierWord({ value, reason }: FrontierRow, { end }: Pick<Frontier, 'end'>): string {
  if (reason === 'never') return say('sweep.not-reached');
  return reason === 'always' ? orBeyond(value, end) : numberWords(value);
}

/** The band of a row: between which points the level surely is reached. */
export function frontierBand({ low, high, value, reason }: FrontierRow, { end }: Pick<Frontier, 'end'>): string {
  const [hard, easy] = end === 'smallest' ? [low, high] : [high, low];
  if (Number.isNaN(hard) && Number.isNaN(easy)) return say('sweep.not-known');
  if (reason === 'always' && easy === value) return '-';
  if (Number.isNaN(hard)) return orBeyond(easy, end);
  const words = { value: numberWords(hard) };
  if (Number.isNaN(easy)) return end === 'smallest' ? say('sweep.over', words) : say('sweep.under', words);
  return range(numberWords(low), numberWords(high));
}

/** A value that will do, and all that would do beyond it. */
function orBeyond(value: number, end: Frontier['end']): string {
  const words = { value: numberWords(value) };
  return end === 'smallest' ? say('sweep.or-less', words) : say('sweep.or-more', words);
}

/** "planes 55 or more" where more is better; "planes 20 or even less" where every level will do. */
function boundWords({ value, reason }: FrontierRow, { end }: Frontier, name: string): string {
  const isLess = (end === 'smallest') === (reason === 'always');
  const words = { value: namedValue(name, numberWords(value)) };
  if (reason === 'always') return isLess ? say('sweep.or-even-less', words) : say('sweep.or-even-more', words);
  return isLess ? say('sweep.or-less', words) : say('sweep.or-more', words);
}

/** Band and cost in brackets; empty where there is neither. */
function bracketWords(row: FrontierRow, frontier: Frontier): string {
  const band = frontierBand(row, frontier);
  const words = [
    ...(band === '-' ? [] : [say('sweep.ci-is', { band })]),
    ...(Number.isFinite(row.totalMusd) ? [money(row.totalMusd)] : []),
  ];
  return words.length > 0 ? ` (${words.join(say('join.semicolon'))})` : '';
}

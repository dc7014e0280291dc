import { count, money, percent, range, seconds } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { heading, type Style, table, wrap } from '../text.ts';
import type { InputDifference } from './input-differences.ts';
import { inputRows } from './input-rows.ts';
import type { ResultDifference } from './result-differences.ts';

export interface Comparison {
  a: string;
  b: string;
  inputs: InputDifference[];
  /** Whether inputs were at hand: those of results are not. */
  areInputsCompared: boolean;
  results: ResultDifference[];
  /** Date of the headline of the first, where it has one. */
  date?: string;
  /** How the differences were taken, in a sentence. */
  method: string;
}

const MOST_INPUTS = 30;

/** Two cases side by side on a terminal: what differs in, what differs out. */
export function compareScreen(comparison: Comparison, style: Style, columns: number): string {
  const { a, b, inputs, method } = comparison;
  const rows = inputRows(inputs);
  const shown = rows.slice(0, MOST_INPUTS);
  if (rows.length > MOST_INPUTS) shown.push([say('part.more', { count: rows.length - MOST_INPUTS }), '', '']);
  return [
    style.bold(headline(comparison)),
    heading(say('compare.inputs-differ', { count: inputs.length }), style),
    shown.length > 0
      ? table([say('compare.input'), a, b], shown, ['left', 'left', 'left'], style)
      : `  ${say('compare.none')}`,
    heading(say('compare.results'), style),
    table(
      ['', a, b, say('compare.difference'), say('compare.interval'), ''],
      resultRows(comparison),
      ['left', 'right', 'right', 'right', 'left', 'left'],
      style,
    ),
    wrap(method, Math.min(columns, 110), 2),
  ].join('\n');
}

/** What changes from the first case to the second, in a sentence. */
export function headline({ a, b, results, date }: Comparison): string {
  const named = (key: string) => results.find((row) => row.key === key);
  const stop = named(`noLeaker.${date}`) ?? named('noLeakerProbability');
  // one shield: the money of a date beside the chance of that date
  const cost = stop?.key.startsWith('noLeaker.') ? named(`spentMusd.${date}`) : named('totalMusd');
  const parts = [stop && stopWords(stop), cost && costWords(cost)].filter((part) => part !== undefined);
  if (parts.length === 0) return say('compare.nothing', { a, b });
  return say('compare.headline', { a, b, parts: parts.join(say('join.semicolon')) });
}

function stopWords({ key, name, a, b, difference, isReal }: ResultDifference): string {
  if (key.startsWith('noLeaker.')) {
    if (difference === 0) return say('compare.date-stays', { name, share: a });
    return say(isReal ? 'compare.date-goes' : 'compare.date-no-more', { name, a, b });
  }
  if (difference === 0) return say('compare.stay', { share: a });
  return isReal ? say('compare.go', { a, b }) : say('compare.no-more', { a, b });
}

function costWords({ key, a, b, isReal }: ResultDifference): string {
  if (key.startsWith('spentMusd.'))
    return isReal ? say('compare.spent-goes', { a, b }) : say('compare.spent-no-more', { a, b });
  return isReal ? say('compare.cost-goes', { a, b }) : say('compare.cost-same');
}

/** Every result as a row: both values, the difference, its interval, and whether it is noise. */
export function resultRows({ results }: Comparison): string[][] {
  const told = results.filter(({ key, isReal }) => isReal || !key.startsWith('elementMusd.'));
  const isByDate = ({ key }: ResultDifference) => /^(noLeaker|spentMusd)\./.test(key);
  const [byDate, complete] = [told.filter(isByDate), told.filter((row) => !isByDate(row))];
  const between = byDate.length > 0 && complete.length > 0 ? [[say('compare.as-if-complete'), '', '', '', '', '']] : [];
  return [...differenceRows(byDate), ...between, ...differenceRows(complete)];
}

function differenceRows(results: readonly ResultDifference[]): string[][] {
  return results.map(({ name, unit, a, b, difference, low, high, isReal }) => {
    const sign = difference > 0 ? '+' : '';
    const interval = low === undefined || high === undefined ? '' : range(change(low, unit), change(high, unit));
    const verdict = isReal ? '' : difference === 0 ? say('compare.same') : say('compare.noise');
    return [
      name,
      words(a, unit),
      words(b, unit),
      difference === 0 ? '0' : sign + change(difference, unit),
      interval,
      verdict,
    ];
  });
}

/** A difference of shares is told in points. */
function change(value: number, unit: ResultDifference['unit']): string {
  return unit === 'share' ? say('compare.points', { value: count(value * 100, 1) }) : words(value, unit);
}

function words(value: number, unit: ResultDifference['unit']): string {
  if (!Number.isFinite(value)) return '-';
  if (unit === 'share') return percent(value);
  if (unit === 'seconds') return seconds(value);
  if (unit === 'musd') return money(value);
  return count(value, 2);
}

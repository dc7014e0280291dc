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
export function headline({ a, b, results }: Comparison): string {
  const named = (key: string) => results.find((row) => row.key === key);
  const [stop, cost] = [named('noLeakerProbability'), named('totalMusd')];
  const parts = [stop && stopWords(stop), cost && costWords(cost)].filter((part) => part !== undefined);
  if (parts.length === 0) return say('compare.nothing', { a, b });
  return say('compare.headline', { a, b, parts: parts.join(say('join.semicolon')) });
}

function stopWords({ a, b, difference, isReal }: ResultDifference): string {
  if (difference === 0) return say('compare.stay', { share: a });
  return isReal ? say('compare.go', { a, b }) : say('compare.no-more', { a, b });
}

function costWords({ a, b, isReal }: ResultDifference): string {
  return isReal ? say('compare.cost-goes', { a, b }) : say('compare.cost-same');
}

/** Every result as a row: both values, the difference, its interval, and whether it is noise. */
export function resultRows({ results }: Comparison): string[][] {
  return results
    .filter(({ key, isReal }) => isReal || !key.startsWith('elementMusd.'))
    .map(({ name, unit, a, b, difference, low, high, isReal }) => {
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

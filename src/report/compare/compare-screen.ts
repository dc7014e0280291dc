import { count, money, percent, seconds } from '../number.ts';
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
  if (rows.length > MOST_INPUTS) shown.push([`${rows.length - MOST_INPUTS} more`, '', '']);
  return [
    style.bold(headline(comparison)),
    heading(`${inputs.length} ${inputs.length === 1 ? 'input differs' : 'inputs differ'}`, style),
    shown.length > 0 ? table(['input', a, b], shown, ['left', 'left', 'left'], style) : '  none',
    heading('Results', style),
    table(
      ['', a, b, 'difference', '95 % interval', ''],
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
  const parts = [
    stop &&
      (stop.difference === 0
        ? `raids without a leaker stay at ${percent(stop.a)}`
        : stop.isReal
          ? `raids without a leaker go from ${percent(stop.a)} to ${percent(stop.b)}`
          : `raids without a leaker do not differ beyond noise (${percent(stop.a)} and ${percent(stop.b)})`),
    cost && (cost.isReal ? `the cost goes from ${money(cost.a)} to ${money(cost.b)}` : 'the cost is the same'),
  ].filter(Boolean);
  return parts.length > 0 ? `From ${a} to ${b}, ${parts.join('; ')}.` : `${a} and ${b} have no result in common.`;
}

/** Every result as a row: both values, the difference, its interval, and whether it is noise. */
export function resultRows({ results }: Comparison): string[][] {
  return results
    .filter(({ key, isReal }) => isReal || !key.startsWith('elementMusd.'))
    .map(({ name, unit, a, b, difference, low, high, isReal }) => {
      const sign = difference > 0 ? '+' : '';
      const interval = low === undefined || high === undefined ? '' : `${change(low, unit)} to ${change(high, unit)}`;
      const verdict = isReal ? '' : difference === 0 ? 'same' : 'noise';
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
  return unit === 'share' ? `${count(value * 100, 1)} points` : words(value, unit);
}

function words(value: number, unit: ResultDifference['unit']): string {
  if (!Number.isFinite(value)) return '-';
  if (unit === 'share') return percent(value);
  if (unit === 'seconds') return seconds(value);
  if (unit === 'musd') return money(value);
  return count(value, 2);
}

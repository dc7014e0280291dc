import type { ResultDifference } from 'cupola/compare';
import { numbers, text } from '../i18n/text.ts';

export type Unit = ResultDifference['unit'];
export type Mood = 'better' | 'worse' | 'same';

/** A figure as a reader sees it. */
export function showFigure(value: number | undefined, unit: Unit): string {
  const n = numbers.value;
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (unit === 'share') return n.percent(value);
  if (unit === 'seconds') return n.seconds(value);
  if (unit === 'musd') return value === 0 ? '$0' : n.money(value);
  return Math.abs(value) >= 100 ? n.count(value) : n.short(value);
}

/** A difference with its sign; shares differ by points. */
export function showDifference(value: number | undefined, unit: Unit): string {
  const n = numbers.value;
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  if (unit === 'musd') return n.money(value, true);
  if (unit === 'share') return text.value('points', { value: signed(100 * value, 1) });
  if (unit === 'seconds') return text.value('seconds', { value: signed(value, 2) });
  return Math.abs(value) >= 100 ? signed(value, 0) : n.signed(value);
}

/** A range of differences: `-5 to 2 points`. */
export function showInterval({ low, high, unit }: Pick<ResultDifference, 'low' | 'high' | 'unit'>): string {
  if (low === undefined || high === undefined || !Number.isFinite(low + high)) return '';
  const n = numbers.value;
  if (low === 0 && high === 0) return '';
  const word = (value: number) => {
    if (unit === 'share') return signed(100 * value, 1);
    if (unit === 'seconds') return signed(value, 2);
    return unit === 'musd' ? n.money(value, true) : n.signed(value);
  };
  return text.value('range', { low: word(low), high: word(high) });
}

/** With its sign, at most so many digits behind the point, and no more than three that count. */
function signed(value: number, digits: number): string {
  const scale = 10 ** Math.min(digits, Math.abs(value) >= 10 ? 1 : 2);
  return numbers.value.signed(Math.round(value * scale) / scale, Math.abs(value) >= 1000);
}

/** Whether a difference is more than noise, in a word; nothing where it is. */
export function verdictOf({
  difference,
  low,
  isReal,
}: Pick<ResultDifference, 'difference' | 'low' | 'isReal'>): string {
  const t = text.value;
  if (isReal) return low === undefined ? t('verdict.exact') : t('verdict.real');
  return difference === 0 ? t('verdict.same') : t('verdict.noise');
}

export function moodOf(row: Pick<ResultDifference, 'difference' | 'isReal'> | undefined, moreIsBetter?: boolean): Mood {
  if (!row?.isReal || moreIsBetter === undefined) return 'same';
  return row.difference > 0 === moreIsBetter ? 'better' : 'worse';
}

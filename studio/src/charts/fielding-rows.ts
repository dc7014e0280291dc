import type { FieldingResult, ReachedDate } from 'cupola';
import { text } from '../i18n/text.ts';
import type { Withdrawal } from '../worker/protocol.ts';
import type { Row } from './effect-rows.ts';

/**
 * Units by month with their range; of all elements together the capability in percent.
 *
 * @param before the campaign that it is compared with
 * @param id element; absent: all
 */
export function fieldingRows(fielding: FieldingResult, before: FieldingResult | undefined, id?: string): Row[] {
  const scale = id === undefined ? 100 : 1;
  const of = (each: FieldingResult | undefined) =>
    id === undefined ? each?.capabilityFraction : each?.elements.find((element) => element.id === id)?.unitCount;
  const [now, then] = [of(fielding), of(before)];
  const shift = 12 * (fielding.startYear - (before?.startYear ?? fielding.startYear));
  return (now?.p50 ?? []).map((median, month): Row => {
    const reference = then?.p50[month + shift];
    return {
      name: monthName(fielding.startYear, month),
      x: fielding.startYear + (month + 1) / 12,
      value: scale * median,
      low: scale * now!.p10[month],
      high: scale * now!.p90[month],
      ...(reference === undefined ? {} : { reference: scale * reference }),
    };
  });
}

function monthName(startYear: number, month: number): string {
  return `${startYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** First and full capability, where half of the campaigns get there. */
export function fieldingMarks(
  { firstCapability, fullCapability }: { firstCapability: ReachedDate; fullCapability: ReachedDate },
  startYear: number,
): { x: number; label: string }[] {
  const t = text.value;
  const mark = ({ p50Date }: ReachedDate, label: string) => {
    if (p50Date === undefined) return [];
    const [year, month] = p50Date.split('-').map(Number);
    return [{ x: Math.max(startYear, year + month / 12), label }];
  };
  const [first] = mark(firstCapability, t('fielding.firstMark'));
  const [full] = mark(fullCapability, t('fielding.fullMark'));
  const isClose = first && full && full.x - first.x < 3;
  return [first && { ...first, label: isClose ? '' : first.label }, full].filter((each) => each !== undefined);
}

const MOST_LINES = 6;

/** The elements that lose most, as many as lines can be told apart. */
export function mostLost({ byYear }: Withdrawal): Withdrawal['byYear'] {
  const least = ({ remainingFraction }: Withdrawal['byYear'][number]) => Math.min(...remainingFraction);
  return [...byYear].sort((a, b) => least(a) - least(b)).slice(0, MOST_LINES);
}

/** What is left of each element, year by year after partners have left. */
export function leavingRows(byYear: Withdrawal['byYear']): Row[] {
  return byYear.flatMap(({ element, remainingFraction }) =>
    remainingFraction.map((share, year) => ({
      name: `${element} ${year}`,
      series: element,
      x: year,
      value: 100 * share,
    })),
  );
}

export function leavingTable({ byYear }: Withdrawal): (string | number)[][] {
  const years = byYear[0]?.remainingFraction.length ?? 0;
  return Array.from({ length: years }, (_, year) => [
    String(year),
    ...byYear.map(({ remainingFraction }) => 100 * remainingFraction[year]),
  ]);
}

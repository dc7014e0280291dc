import * as style from './number-style.ts';
import { numberStyle, say, spoken } from './words.ts';

/** 7800 -> `7,800`; with digits after the point where asked. */
export function count(value: number, digits = 0): string {
  return style.grouped(value, digits, numberStyle());
}

/** Three significant digits, grouped: 0.01234 -> `0.0123`, 12345 -> `12,300`. */
export function short(value: number): string {
  return style.short(value, numberStyle());
}

/** A value as its author wrote it: three significant digits, no zeros behind the point: 60 -> `60`, 0.5 -> `0.5`. */
export function plain(value: number): string {
  return style.plain(value, numberStyle());
}

/** 0.8764 -> `87.6 %`; whole percents where `digits` is 0. */
export function percent(fraction: number, digits = 1): string {
  return style.percent(fraction, digits, numberStyle());
}

/** Digits after the point, without groups. */
export function fixed(value: number, digits: number): string {
  return style.fixed(value, digits, numberStyle());
}

/** A number with all its digits, in the language's own signs. */
export function asItIs(value: number): string {
  return style.write(value, undefined, numberStyle());
}

/** Millions of dollars in words: 743000 -> `$743 billion`, 1191000 -> `$1.19 trillion`, 22 -> `$22 million`. */
export function money(musd: number): string {
  return style.money(musd, numberStyle());
}

/** Whether a range of money is wide enough that its ends differ in words. */
export function isWide({ p10, p90 }: { p10: number; p90: number }): boolean {
  return p90 > p10 && money(p10) !== money(p90);
}

/** Seconds as `95 s` or `12 min 5 s`. */
export function seconds(valueS: number): string {
  return style.seconds(valueS, numberStyle());
}

/** `one`, `two` ... `ten`, then digits. */
export function inWords(value: number): string {
  return style.inWords(value, numberStyle());
}

/** The day of a moment, UTC: `2028-06-01`, or in words. */
export function date(unixS: number): string {
  const moment = new Date(1000 * unixS);
  const { dateStyle, firstDay, locale } = spoken();
  if (dateStyle === 'iso') return moment.toISOString().slice(0, 10);
  const isFirst = firstDay !== undefined && moment.getUTCDate() === 1;
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' })
    .formatToParts(moment)
    .map(({ type, value }) => (type === 'day' && isFirst ? firstDay : value))
    .join('');
}

/** A moment to the second: `2028-06-01 03:12:05 UTC`, or with its day in words. @param utc ISO 8601 */
export function dateTime(utc: string): string {
  return say('part.date-time', { date: date(Date.parse(utc) / 1000), time: utc.slice(11, 19) });
}

/** A half-year such as `2028 H1`, as the language has it. */
export function halfYear(period: string): string {
  const [year = '', half = ''] = period.split(' H');
  return say('part.period', { year, half });
}

/** From one to the other, such as `10 to 20`: a range never looks negative. */
export function range(low: string, high: string): string {
  return say('range', { low, high });
}

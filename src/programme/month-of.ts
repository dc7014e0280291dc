import type { Architecture } from '../flow/architecture.ts';

/**
 * Month of the programme whose end a date is; 0 is the first.
 *
 * @param date year, month or day
 * @throws RangeError for a date before the programme or after its horizon
 */
export function monthOf({ analysis: { startYear, horizonYr } }: Pick<Architecture, 'analysis'>, date: string): number {
  const [year, month = '1'] = date.split('-');
  const index = (Number(year) - startYear) * 12 + Number(month) - 2;
  if (!(index >= -1 && index < horizonYr * 12))
    throw new RangeError(`date must be from ${startYear} to ${startYear + horizonYr}: ${date}`);
  return Math.max(0, index);
}

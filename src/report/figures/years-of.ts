/** A day as years, for an axis of time: 2035-07-01 -> 2035.5. */
export function yearsOf(date: string): number {
  const [year, month = '1', day = '1'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365.25;
}

/** First day of a date that may be a month or a year. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day of a date that may be a month or a year; every month is taken to have 31. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

/** Whether a word is a year, a month or a day that the calendar has. */
export function isDate(word: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(word)) return false;
  const day = firstDay(word);
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

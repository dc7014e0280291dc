import { rowCount, type TableCell, type TidyTable } from './tidy-table.ts';

/** A table as CSV: a head, commas, CRLF, quotes where needed, nothing for what is not known. @source rfc-4180, section 2 */
export function csvText(table: TidyTable): string {
  const lines = [table.columns.map(({ name }) => csvCell(name)).join(',')];
  const rows = rowCount(table);
  for (let i = 0; i < rows; i++) lines.push(table.data.map((column) => csvCell(column[i]!)).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** Numbers apart by commas, such as a place: a spreadsheet shows them as they are. */
const PLACE = /^[+-]?\d+(\.\d+)?(,[+-]?\d+(\.\d+)?)*$/;

/** One value; words that a spreadsheet would take for a formula get a leading apostrophe. */
export function csvCell(value: TableCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !PLACE.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell: nothing, a number, a text that stays one, or a formula without its equals sign. */
export type Cell =
  | null
  | number
  | string
  | { text: string; isBold: true }
  | { number: number; format: string }
  | { formula: string; format?: string };

/** How amounts of money are shown. */
export const MONEY = '#,##0.0';
export type Row = readonly Cell[];

export interface Sheet {
  /** At most 31 characters, as spreadsheets allow. */
  name: string;
  rows: readonly Row[];
  /** In characters, by column. */
  widths: readonly number[];
  /** Rows and columns that stay in sight. */
  frozenRows?: number;
  frozenColumns?: number;
}

/** `C5` for row 5, column 3, both from 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** The same, staying where it is when a formula is copied. */
export function fixedName(row: number, column: number): string {
  return cellName(row, column).replace(/^([A-Z]+)/, '$$$1$$');
}

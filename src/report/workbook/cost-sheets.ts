import type { CostResult } from '../../flow/cost.ts';
import type { PriceTerm } from '../../flow/price-term.ts';
import { say } from '../../words/words.ts';
import type { PriceCell } from './assumption-sheet.ts';
import { type Cell, cellName, fixedName, MONEY, type Row, type Sheet } from './sheet.ts';

/** Rows of the first sheet that formulas read. */
const SWITCHES = { dollars: 4, priceYear: 5, inflation: 6, discount: 7, startYear: 8 } as const;
const FIRST_ROW = 9;
const PRICE_COLUMN = 6;
const FIRST_YEAR_COLUMN = 7;

/** The cost by year, element and partner as live formulas, and the quantities that they multiply. */
export function costSheets(
  terms: readonly PriceTerm[],
  prices: readonly PriceCell[],
  cost: CostResult,
): [Sheet, Sheet] {
  const { years, startYear } = cost;
  const names = { cost: say('workbook.cost'), quantities: say('workbook.quantities') };
  const columns = Array.from({ length: years }, (_, y) => FIRST_YEAR_COLUMN + y);
  const last = FIRST_ROW + terms.length - 1;
  const head = headCells(columns.map((_, y) => startYear + y));
  const line = (label: string, cell: (column: number) => Cell): Row => [
    { text: label, isBold: true },
    ...blanks(PRICE_COLUMN - 1),
    ...columns.map(cell),
  ];
  const answer = (row: number) => `'${say('workbook.answer')}'!${fixedName(row, 2)}`;
  const below = (column: number, sheet = '') => `${sheet}${cellName(FIRST_ROW, column)}:${cellName(last, column)}`;
  const rows: Row[] = [
    [{ text: say('workbook.cost-about'), isBold: true }],
    line(say('workbook.year'), (column) => startYear + column - FIRST_YEAR_COLUMN),
    line(say('workbook.then-year-factor'), (column) => ({
      formula: `(1+${answer(SWITCHES.inflation)})^(${cellName(2, column)}-${answer(SWITCHES.priceYear)})`,
    })),
    line(say('workbook.discount-factor'), (column) => ({
      formula: `1/(1+${answer(SWITCHES.discount)})^(${cellName(2, column)}-${answer(SWITCHES.startYear)})`,
    })),
    line(say('workbook.factor'), (column) => {
      const [thenYear, discounted] = [3, 4].map((row) => cellName(row, column));
      const dollars = answer(SWITCHES.dollars);
      return { formula: `IF(${dollars}="then-year",${thenYear},IF(${dollars}="discounted",${discounted},1))` };
    }),
    line(say('workbook.constant'), (column) => ({
      formula: `SUMPRODUCT(${below(PRICE_COLUMN)},${below(column, `'${names.quantities}'!`)})`,
      format: MONEY,
    })),
    line(say('workbook.total'), (column) => ({ formula: `SUM(${below(column)})`, format: MONEY })),
    [...head, { text: say('workbook.all-years'), isBold: true }],
    ...terms.map((term, i): Row => {
      const row = FIRST_ROW + i;
      const cells = columns.map((column): Cell => {
        const quantity = `'${names.quantities}'!${cellName(row, column)}`;
        return { formula: `$F${row}*${quantity}*${cellName(5, column).replace(/5$/, '$5')}`, format: MONEY };
      });
      const all = { formula: `SUM(${cellName(row, columns[0])}:${cellName(row, columns.at(-1)!)})`, format: MONEY };
      return [...who(term), priceCell(term, prices), ...cells, all];
    }),
  ];
  const quantities: Row[] = [
    [{ text: say('workbook.quantities-about'), isBold: true }],
    ...Array.from({ length: FIRST_ROW - 3 }, (): Row => []),
    head,
    ...terms.map((term): Row => [...who(term), null, ...term.quantities]),
  ];
  const shape = { widths: [26, 12, 20, 26, 22, 14, ...columns.map(() => 12), 14], frozenColumns: PRICE_COLUMN };
  return [
    { name: names.cost, rows, ...shape, frozenRows: FIRST_ROW - 1 },
    { name: names.quantities, rows: quantities, ...shape, frozenRows: FIRST_ROW - 1 },
  ];
}

function headCells(years: readonly number[]): Cell[] {
  const words = ['element', 'role', 'partner', 'owner', 'price', 'value'] as const;
  return [
    ...words.map((key): Cell => ({ text: say(`workbook.${key}`), isBold: true })),
    ...years.map((year): Cell => ({ text: String(year), isBold: true })),
  ];
}

function who({ element, role, partner, owner, price }: PriceTerm): Cell[] {
  return [element, role, partner, owner, price === '' ? say('workbook.no-price') : price];
}

function priceCell({ owner, price, value }: PriceTerm, prices: readonly PriceCell[]): Cell {
  const found = prices.find((each) => each.owner === owner && each.price === price);
  return found ? { formula: `'${say('workbook.assumptions')}'!${fixedName(found.row, 2)}` } : value;
}

function blanks(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

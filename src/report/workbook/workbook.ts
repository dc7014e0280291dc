import type { UsedNumber } from '../../flow/architecture.ts';
import type { PriceTerm } from '../../flow/price-term.ts';
import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import { leadOf } from '../run-lead.ts';
import { runTables } from '../tables/run-tables.ts';
import type { TidyTable } from '../tables/tidy-table.ts';
import { assumptionSheet, priceRows } from './assumption-sheet.ts';
import { costSheets } from './cost-sheets.ts';
import { cellName, MONEY, type Row, type Sheet } from './sheet.ts';

/** Rates of the first sheet: the reader's own to set. */
const RATE = 0.02;

/** What a workbook is made of. */
export interface WorkbookInput {
  result: Result;
  terms: readonly PriceTerm[];
  uses: readonly UsedNumber[];
}

/**
 * A run as a workbook: answer and switches, the answer by date, cost by year with live formulas, the programme, assumptions and sources.
 *
 * Money in millions of dollars of the price year, as switched on the first sheet.
 */
export function workbookSheets({ result, terms, uses }: WorkbookInput): Sheet[] {
  const tables = new Map(
    runTables(result, [], { layerIds: [], threatIds: [] }).map((table) => [table.name, table] as const),
  );
  const prices = priceRows(terms, uses);
  const assumptions = assumptionSheet(prices, uses, result);
  const cost = result.cost && terms.length > 0 ? costSheets(terms, prices, result.cost.result) : [];
  const of = (name: string, table: string) => {
    const found = tables.get(table);
    return found ? [tableSheet(name, found)] : [];
  };
  return [
    answerSheet(result, cost[0]),
    ...of(say('workbook.by-date'), 'by-date'),
    ...cost,
    ...of(say('workbook.programme'), 'cost-years'),
    ...of(say('workbook.stock'), 'stock-by-date'),
    assumptions,
    ...of(say('workbook.sources'), 'sources'),
  ];
}

/** A table as a sheet: what a row is, names, what each column holds, rows. */
function tableSheet(name: string, { about, columns, data }: TidyTable): Sheet {
  const rows = (data[0] ?? []).map((_, i): Row => data.map((column) => column[i]!));
  const head: Row = columns.map((column) => ({ text: column.name, isBold: true }));
  return {
    name,
    rows: [[{ text: about, isBold: true }], columns.map((column) => column.about), head, ...rows],
    widths: columns.map(() => 18),
    frozenRows: 3,
  };
}

function answerSheet(result: Result, cost: Sheet | undefined): Sheet {
  const { name, run, version, provenance } = result;
  const rows: Row[] = [[{ text: name, isBold: true }], [leadOf(result)], []];
  if (cost && result.cost) {
    const { priceYear, startYear, totalMusd, years } = result.cost.result;
    const last = 6 + years;
    const line = (row: number) => `'${cost.name}'!${cellName(row, 7)}:${cellName(row, last)}`;
    rows.push(
      [say('workbook.dollars'), 'constant', say('workbook.dollars-about')],
      [say('workbook.price-year'), priceYear],
      [say('workbook.inflation'), RATE, say('workbook.rate-about')],
      [say('workbook.discount'), RATE, say('workbook.rate-about')],
      [say('workbook.first-year'), startYear],
      [],
      [
        { text: say('workbook.total'), isBold: true },
        { formula: `SUM(${line(7)})`, format: MONEY },
      ],
      [say('workbook.constant'), { formula: `SUM(${line(6)})`, format: MONEY }],
      [say('workbook.then-year'), { formula: `SUMPRODUCT(${line(6)},${line(3)})`, format: MONEY }],
      [say('workbook.discounted'), { formula: `SUMPRODUCT(${line(6)},${line(4)})`, format: MONEY }],
      [say('workbook.engine'), { number: totalMusd, format: MONEY }, say('workbook.engine-about')],
      [],
    );
  }
  rows.push(
    ...(run ? [[say('workbook.command'), run.command]] : []),
    [say('workbook.version'), version],
    [say('workbook.scenario-hash'), provenance.scenarioHash],
    [say('workbook.catalog-hash'), provenance.catalogHash],
  );
  return { name: say('workbook.answer'), rows, widths: [44, 24, 70] };
}

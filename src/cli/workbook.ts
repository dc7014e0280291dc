import writeXlsxFile from 'write-excel-file/node';
import type { Architecture } from '../flow/architecture.ts';
import type { Result } from '../flow/result.ts';
import { costModel } from '../programme/cost-model.ts';
import { priceTerms } from '../programme/price-terms.ts';
import type { Cell, Sheet } from '../report/workbook/sheet.ts';
import { workbookSheets } from '../report/workbook/workbook.ts';

/** A run as an Excel workbook. @param architecture that its cost is of */
export async function workbookBytes(result: Result, architecture: Architecture): Promise<Uint8Array> {
  const cost = result.cost?.result;
  const terms = cost && cost.totalMusd > 0 ? priceTerms(costModel(architecture), cost) : [];
  const sheets = workbookSheets({ result, terms, uses: architecture.uses });
  return writeXlsxFile(sheets.map(written)).toBuffer();
}

function written({ name, rows, widths, frozenRows, frozenColumns }: Sheet) {
  return {
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    ...(frozenRows !== undefined && { stickyRowsCount: frozenRows }),
    ...(frozenColumns !== undefined && { stickyColumnsCount: frozenColumns }),
  };
}

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'string') return { type: String, value: cell };
  if ('text' in cell) return { type: String, value: cell.text, fontWeight: 'bold' as const };
  if ('number' in cell) return { type: Number, value: cell.number, format: cell.format };
  return { type: 'Formula' as const, value: cell.formula, ...(cell.format && { format: cell.format }) };
}

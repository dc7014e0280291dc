import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../../src/cli/run.ts';
import type { CostResult } from '../../src/flow/cost.ts';
import type { Result } from '../../src/flow/result.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { type ReadCell, readWorkbook } from './read-workbook.ts';

type Sheets = Map<string, Map<string, ReadCell>>;

/** A dollar, in the workbook's millions. */
const DOLLAR = 1e-6;
const SCENARIO = 'scenarios/cbo-2026.yaml';
const program = process.env.CUPOLA_SOFFICE ?? 'soffice';
const isThere = spawnSync(program, ['--version']).status === 0;
if (!isThere) console.warn('skipped: LibreOffice (soffice) is not there to recalculate the workbook');
const folder = mkdtempSync(join(tmpdir(), 'cupola-soffice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A run and its workbook as written. */
async function workbookOf(...words: string[]): Promise<{ bytes: Uint8Array; cost: CostResult }> {
  const file = join(folder, 'written.xlsx');
  const { out } = await runCommand(command, [SCENARIO, '--trials', '2', '--xlsx', file, '--force', '--json', ...words]);
  return { bytes: readFileSync(file), cost: (JSON.parse(out) as Result).cost!.result };
}

/** The sheets with what LibreOffice computes in place of formulas. */
function recalculated(bytes: Uint8Array, name: string): Sheets {
  const [file, out] = [join(folder, `${name}.xlsx`), join(folder, 'out')];
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync(program, [profile, '--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', out, file], {
    stdio: 'pipe',
  });
  return readWorkbook(readFileSync(join(out, basename(file))));
}

const nameOf = (sheets: Sheets, sheet: string, label: string): string =>
  [...sheets.get(sheet)!].find(([, cell]) => cell.kind === 'text' && cell.text.startsWith(label))![0];
const numberIn = (sheets: Sheets, sheet: string, name: string): number => {
  const cell = sheets.get(sheet)!.get(name);
  return cell?.kind === 'number' ? cell.value : Number.NaN;
};
const totalOf = (sheets: Sheets, label = 'Total in the dollars chosen') =>
  numberIn(sheets, 'Answer', nameOf(sheets, 'Answer', label).replace('A', 'B'));

/** The file with the content of one cell replaced, as somebody types it in. */
function typed(bytes: Uint8Array, sheet: string, name: string, content: string): Uint8Array {
  const files = unzipSync(bytes);
  const position = [...readWorkbook(bytes).keys()].indexOf(sheet) + 1;
  const path = `xl/worksheets/sheet${position}.xml`;
  const xml = strFromU8(files[path]);
  const cell = new RegExp(`<c r="${name}"([^>]*)>.*?</c>`);
  expect(xml).toMatch(cell);
  const isText = Number.isNaN(Number(content));
  const kind = isText ? ' t="inlineStr"' : '';
  const inner = isText ? `<is><t>${content}</t></is>` : `<v>${content}</v>`;
  files[path] = strToU8(
    xml.replace(cell, (_, rest: string) => `<c r="${name}"${rest.replace(/ t="\w+"/, '')}${kind}>${inner}</c>`),
  );
  return zipSync(files);
}

describe.skipIf(!isThere)('the workbook, recalculated by LibreOffice', { timeout: 120_000 }, () => {
  test('has the costs of the engine to the dollar, in all and by year, element and partner, and no error', async () => {
    const { bytes, cost } = await workbookOf();
    const sheets = recalculated(bytes, 'plain');
    for (const label of ['Total in the dollars chosen', 'Total, constant', 'Total as the program'])
      expect(Math.abs(totalOf(sheets, label) - cost.totalMusd)).toBeLessThan(DOLLAR);
    for (const cells of sheets.values())
      for (const [name, cell] of cells)
        if (cell.kind === 'number') expect(Number.isFinite(cell.value), name).toBe(true);
    const text = (name: string) => {
      const cell = sheets.get('Cost')!.get(name);
      return cell?.kind === 'text' ? cell.text : undefined;
    };
    const lines = [...sheets.get('Cost')!.keys()].flatMap((name) => {
      const row = Number(/^A(\d+)$/.exec(name)?.[1]);
      return row >= 9 ? [row] : [];
    });
    const columns = Array.from({ length: cost.years }, (_, y) => String.fromCharCode('G'.charCodeAt(0) + y));
    expect(columns.at(-1)! <= 'Z').toBe(true);
    const sumOf = (column: string, pick: (row: number) => boolean) =>
      lines.filter(pick).reduce((sum, row) => sum + (numberIn(sheets, 'Cost', `${column}${row}`) || 0), 0);
    columns.forEach((column, y) => {
      expect(Math.abs(numberIn(sheets, 'Cost', `${column}7`) - cost.yearMusd[y])).toBeLessThan(DOLLAR);
      for (const { id, yearMusd } of cost.elements)
        expect(Math.abs(sumOf(column, (row) => text(`A${row}`) === id) - yearMusd[y])).toBeLessThan(DOLLAR);
      for (const { partner, yearMusd } of cost.partners)
        expect(Math.abs(sumOf(column, (row) => text(`C${row}`) === partner) - yearMusd[y])).toBeLessThan(DOLLAR);
    });
  });

  test('follows a price that somebody types in, as another run does', async () => {
    const { bytes, cost } = await workbookOf();
    const sheets = readWorkbook(bytes);
    const name = nameOf(sheets, 'Assumptions', 'sbi.unitMusd').replace('A', 'B');
    expect(numberIn(sheets, 'Assumptions', name)).not.toBe(30);
    const changed = totalOf(recalculated(typed(bytes, 'Assumptions', name, '30'), 'changed'));
    const { cost: again } = await workbookOf('--set', 'interceptors.sbi.unitMusd=30');
    expect(Math.abs(changed - again.totalMusd)).toBeLessThan(DOLLAR);
    expect(Math.abs(changed - cost.totalMusd)).toBeGreaterThan(1000);
  });

  test('turns into then-year and discounted dollars by the cell on the first sheet', async () => {
    const { bytes, cost } = await workbookOf();
    const name = nameOf(readWorkbook(bytes), 'Answer', 'Dollars').replace('A', 'B');
    const { yearMusd, startYear, priceYear } = cost;
    const grown = (factor: (year: number) => number) =>
      yearMusd.reduce((sum, musd, y) => sum + musd * factor(startYear + y), 0);
    const expected = {
      'then-year': grown((year) => 1.02 ** (year - priceYear)),
      discounted: grown((year) => 1.02 ** (startYear - year)),
    };
    for (const [dollars, total] of Object.entries(expected)) {
      const sheets = recalculated(typed(bytes, 'Answer', name, dollars), dollars);
      expect(Math.abs(totalOf(sheets) - total)).toBeLessThan(DOLLAR);
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { command } from '../../src/cli/run.ts';
import type { Result } from '../../src/flow/result.ts';
import { english } from '../../src/words/en/index.ts';
import { french } from '../../src/words/fr/index.ts';
import { speak } from '../../src/words/words.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { calculator, type ReadCell, readWorkbook } from './read-workbook.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCENARIO = `name: "=HYPERLINK(1)"
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2, partner: spacex, name: "@risk & <co>" }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
launch: { use: [falcon-9, new-glenn] }
analysis: { horizonYr: 6, trials: 4 }
`;
/** A dollar, in the workbook's millions. */
const DOLLAR = 1e-6;
let folder = '';
let sheets: Map<string, Map<string, ReadCell>>;
let result: Result;

async function workbookOf(file: string, ...words: string[]): Promise<[typeof sheets, Result]> {
  const xlsx = join(folder, `${words.length}.xlsx`);
  const { out } = await runCommand(command, [file, '--xlsx', xlsx, '--force', '--json', ...words]);
  return [readWorkbook(readFileSync(xlsx)), JSON.parse(out) as Result];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-xlsx-'));
  writeFileSync(join(folder, 's.yaml'), SCENARIO);
  [sheets, result] = await workbookOf(join(folder, 's.yaml'), '--draws', '16', '--raids', '4');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = (label: string, from = sheets): string => {
  const found = [...from.get('Answer')!].find(([, cell]) => cell.kind === 'text' && cell.text.startsWith(label))!;
  return found[0].replace('A', 'B');
};
const put = (sheet: string, name: string, cell: ReadCell) =>
  new Map([...sheets].map(([key, cells]) => [key, key === sheet ? new Map([...cells, [name, cell]]) : cells]));

test('it has a sheet for each part', () => {
  const names = ['Answer', 'By date', 'Cost', 'Quantities', 'Programme', 'Stock by date', 'Assumptions', 'Sources'];
  expect([...sheets.keys()]).toEqual(names);
  const texts = [...sheets.get('Answer')!.values()].flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []));
  expect(texts).toContain(result.headline!.sentence);
  expect(texts).toContain(result.run!.command);
});

test('its formulas agree with the engine to the dollar, in all and by year, element and partner', () => {
  const cell = calculator(sheets);
  const { totalMusd, yearMusd, years, partners, elements } = result.cost!.result;
  for (const label of ['Total in the dollars chosen', 'Total, constant', 'Total as the program'])
    expect(Math.abs(Number(cell('Answer', answer(label))) - totalMusd)).toBeLessThan(DOLLAR);
  const columns = 'GHIJKLMNOPQ'.slice(0, years);
  const rows = [...sheets.get('Cost')!.keys()]
    .filter((name) => /^A\d+$/.test(name))
    .map((name) => Number(name.slice(1)));
  const lines = rows.filter((row) => row >= 9);
  const sumOf = (column: string, pick: (row: number) => boolean) =>
    lines.filter(pick).reduce((sum, row) => sum + Number(cell('Cost', `${column}${row}`)), 0);
  [...columns].forEach((column, y) => {
    expect(Math.abs(Number(cell('Cost', `${column}7`)) - yearMusd[y])).toBeLessThan(DOLLAR);
    for (const { partner, yearMusd: paid } of partners)
      expect(Math.abs(sumOf(column, (row) => cell('Cost', `C${row}`) === partner) - paid[y])).toBeLessThan(DOLLAR);
    for (const { id, yearMusd: spent } of elements)
      expect(Math.abs(sumOf(column, (row) => cell('Cost', `A${row}`) === id) - spent[y])).toBeLessThan(DOLLAR);
  });
});

test('a price that is changed moves the total as another run does', async () => {
  const row = [...sheets.get('Assumptions')!].find(
    ([, cell]) => cell.kind === 'text' && cell.text === 'sbi.firstUnitMusd',
  )![0];
  const value = 2 * Number(calculator(sheets)('Assumptions', row.replace('A', 'B')));
  const changed = calculator(put('Assumptions', row.replace('A', 'B'), { kind: 'number', value }));
  const [, again] = await workbookOf(
    join(folder, 's.yaml'),
    '--trials',
    '2',
    '--set',
    `interceptors.sbi.firstUnitMusd=${value}`,
  );
  const total = Number(changed('Answer', answer('Total in the dollars')));
  expect(total / again.cost!.result.totalMusd).toBeCloseTo(1, 6);
});

test('the switch on the first sheet turns all costs into then-year or discounted dollars', () => {
  const { yearMusd, startYear, priceYear } = result.cost!.result;
  const grown = (factor: (year: number) => number) =>
    yearMusd.reduce((sum, musd, y) => sum + musd * factor(startYear + y), 0);
  const expected = {
    'then-year': grown((year) => 1.02 ** (year - priceYear)),
    discounted: grown((year) => 1.02 ** (startYear - year)),
  };
  for (const [dollars, total] of Object.entries(expected)) {
    const cell = calculator(put('Answer', 'B4', { kind: 'text', text: dollars }));
    expect(Math.abs(Number(cell('Answer', answer('Total in the dollars'))) - total)).toBeLessThan(DOLLAR);
    const label = dollars === 'then-year' ? 'Total, then-year' : 'Total, discounted';
    expect(Math.abs(Number(calculator(sheets)('Answer', answer(label))) - total)).toBeLessThan(DOLLAR);
  }
});

test('texts that begin like formulas are texts, and every assumption has its source', () => {
  expect(sheets.get('Answer')!.get('A1')).toEqual({ kind: 'text', text: expect.stringMatching(/^=HYPERLINK\(1\)/) });
  const assumptions = sheets.get('Assumptions')!;
  for (const [name, cell] of assumptions)
    if (/^A\d+$/.test(name) && cell.kind === 'text' && cell.text.startsWith('sbi.')) {
      const source = assumptions.get(name.replace('A', 'F'));
      expect(source, cell.text).toMatchObject({ kind: 'text', text: expect.stringMatching(/\S/) });
    }
});

test('in French its formulas find their sheets, and without prices there is no cost to recalculate', async () => {
  speak(french);
  try {
    const [inFrench, { cost }] = await workbookOf(join(folder, 's.yaml'), '--trials', '2');
    const total = [...inFrench.get('Réponse')!].find(
      ([, cell]) => cell.kind === 'text' && cell.text.startsWith('Total dans'),
    )![0];
    const found = Number(calculator(inFrench)('Réponse', total.replace('A', 'B')));
    expect(Math.abs(found - cost!.result.totalMusd)).toBeLessThan(DOLLAR);
  } finally {
    speak(english);
  }
  const free = ['firstUnitMusd', 'developmentMusd', 'operationsMusdYr', 'launchUsdKg'].flatMap((key) => [
    '--set',
    `interceptors.sbi.${key}=0`,
  ]);
  const [unpriced] = await workbookOf(join(folder, 's.yaml'), '--trials', '2', ...free);
  expect([...unpriced.keys()]).not.toContain('Cost');
});

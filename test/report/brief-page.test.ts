import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/cli/print-pdf.ts';
import { command } from '../../src/cli/run.ts';
import { InputError } from '../../src/flow/problems.ts';
import type { Result } from '../../src/flow/result.ts';
import { runCommand } from '../fixtures/run-command.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCENARIO = `name: One missile & <one> vehicle
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: aei-calculator-sbi, salvo: 2, partner: spacex }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
launch: { use: [falcon-9] }
analysis: { horizonYr: 4, trials: 2 }
`;
const browser = await findBrowser();
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-page-'));
  file = join(folder, 's.yaml');
  writeFileSync(file, SCENARIO);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = async (page: string, ...words: string[]) =>
  JSON.parse((await runCommand(command, [file, '--page', page, '--json', ...words])).out) as Result;

test('one page has the sentence, the dates, what decides, and the command', async () => {
  const page = join(folder, 'brief.html');
  const { headline, byDate, run } = await made(page, '--draws', '16', '--raids', '4');
  const text = readFileSync(page, 'utf8')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain(headline!.sentence.split('.')[0]);
  for (const { date } of byDate!) expect(text).toContain(date.slice(0, 4));
  expect(text).toContain(run!.command);
  expect(text).toContain('One missile & &lt;one&gt; vehicle');
  expect(readFileSync(page, 'utf8')).not.toMatch(/<script|<img|src=/);
});

test('without an answer by date it has the sentence of the complete force', async () => {
  const page = join(folder, 'complete.html');
  await made(page, '--trials', '2');
  expect(readFileSync(page, 'utf8')).toContain('The shield stops');
});

test.skipIf(browser === undefined)('as PDF it is one page', async () => {
  const page = join(folder, 'brief.pdf');
  await made(page, '--draws', '16', '--raids', '4');
  const pdf = readFileSync(page, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test('another ending, and a PDF without a browser, are told before anything is run', async () => {
  const refused = (page: string) =>
    runCommand(command, [file, '--page', page]).catch((error: unknown) => error as InputError);
  expect((await refused(join(folder, 'b.doc'))) as InputError).toBeInstanceOf(InputError);
  const before = process.env.CUPOLA_CHROMIUM;
  process.env.CUPOLA_CHROMIUM = join(folder, 'none');
  try {
    expect(((await refused(join(folder, 'b.pdf'))) as InputError).message).toContain('CUPOLA_CHROMIUM');
  } finally {
    if (before === undefined) delete process.env.CUPOLA_CHROMIUM;
    else process.env.CUPOLA_CHROMIUM = before;
  }
});

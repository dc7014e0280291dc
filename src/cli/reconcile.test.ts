import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { EstimateMatrix, Walk } from '../flow/reconcile.ts';
import { walkSentence } from '../report/reconcile-lines.ts';
import { french } from '../words/fr/index.ts';
import { inLanguage } from '../words/words.ts';
import { command } from './reconcile.ts';

const folder = mkdtempSync(join(tmpdir(), 'cupola-reconcile-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

test('a walk in a sentence, a table, a picture, a page, and as data', async () => {
  const words = ['nrc-2012', 'cbo-2026', '--svg', path('w.svg'), '--csv', path('w.csv'), '--html', path('w.html')];
  const { out } = await runCommand(command, words);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Of the 891 billion dollars between the two, in the order of the steps: interceptors +661, scope: all but space interceptors +448',
  );
  expect(readFileSync(path('w.svg'), 'utf8')).toContain('not explained: NRC 2012');
  expect(readFileSync(path('w.html'), 'utf8')).toContain('<h1>From NRC 2012 to CBO 2026</h1>');
  const lines = readFileSync(path('w.csv'), 'utf8').trim().split('\r\n');
  expect(lines[0]).toBe('kind,code,name,before,after,effectMusd,lowMusd,highMusd,meanMusd,totalMusd');
  expect(lines.filter((line) => line.startsWith('miss,'))).toHaveLength(2);
  const walk = JSON.parse((await runCommand(command, ['nrc-2012', 'cbo-2026', '--json'])).out) as Walk;
  expect(walk.steps.map(({ code }) => code)).toEqual(['price-year', 'interceptors', 'scope']);
});

test('all estimates on a line each', async () => {
  const { out } = await runCommand(command, ['--all']);
  expect(out).toMatch(/CBO 2026 +1,191 +1,191 +20 +7,800 +95 +780 +74\.3 +1,189/);
  const matrix = JSON.parse((await runCommand(command, ['--all', '--json'])).out) as EstimateMatrix;
  expect(matrix.estimates.find(({ id }) => id === 'aei-2025-robust')!.interceptorCount).toBe(85_400);
});

test('in French', async () => {
  const { out } = await runCommand(command, ['white-house-2025', 'cbo-2026', '--json']);
  const walk = JSON.parse(out) as Walk;
  expect(inLanguage(french, () => walkSentence(walk))).toMatch(
    /^Sur les 1\s016 milliards de dollars qui les séparent\s: durée \+609\s; non expliqué \+407\. White House 2025 ne dit rien de\s: périmètre,/,
  );
});

test.each([
  [['cbo-2027', 'cbo-2026'], '"cbo-2027" is no published estimate and no scenario file, did you mean "cbo-2026"'],
  [['aps-2025', 'cbo-2026'], '"aps-2025" states no total'],
  [['cbo-2026'], 'expected two ends'],
  [['cbo-2026', 'cbo-2026'], 'both ends are "cbo-2026"'],
  [['cbo-2026', 'scenarios/cbo-2026.yaml'], 'one end is a published estimate, the other a scenario'],
  [['--all', '--svg', 'a.svg'], '--all takes no ends and writes --json and --csv; expected without --svg'],
])('%s is refused', async (words, expected) => {
  const error = await runCommand(command, words).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(expected);
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import type { LawResult } from '../flow/certificate.ts';
import { plainly, said } from '../flow/said.ts';
import { selftestScreen } from '../report/selftest-screen.ts';
import { plainStyle } from '../report/text.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { speak } from '../words/words.ts';
import { command as run } from './run.ts';
import { command } from './selftest.ts';

const scenario = 'scenarios/one-missile.yaml';

interface ToldLaw {
  sentence: string;
  why?: string;
  note?: string;
  closest?: { changed: string };
  breaks: string[];
}

/** What a law came to, from its JSON: its texts as they stand there. */
function untold({ sentence, why, note, closest, breaks, ...law }: ToldLaw): LawResult {
  return {
    ...law,
    sentence: plainly(sentence),
    why: why && plainly(why),
    note: note && plainly(note),
    closest: closest && { ...closest, changed: plainly(closest.changed) },
    breaks: breaks.map(plainly),
  } as LawResult;
}

test('a certificate as JSON and on the screen: the same whatever the threads', async () => {
  const { out, code } = await runCommand(command, [scenario, '--trials', '20', '--json', '--threads', '1']);
  expect(code).toBe(0);
  const certificate = JSON.parse(out);
  expect(certificate).toMatchObject({ name: 'One missile', seed: 1, trials: 20, broken: 0 });
  expect(certificate.laws.length).toBe(certificate.held + certificate.silent);
  const screen = (await runCommand(command, [scenario, '--trials', '20', '--threads', '2'])).out;
  expect(screen).toBe(`${selftestScreen({ ...certificate, laws: certificate.laws.map(untold) }, plainStyle, 100)}\n`);
  expect(screen).toMatch(/^One missile\n\n\d+ laws hold, none is broken, \d+ say nothing about this scenario\.\n/);
  expect(screen).toMatch(/held {4}One, two and three threads give the same raids/);
  expect(screen.replace(/\s+/g, ' ')).toContain('refused by chance in at most one of 1,000 certificates');
}, 180_000);

test('numbers out of bounds are told together', async () => {
  const wrong = runCommand(command, [scenario, '--trials', '3', '--seed', 'x']);
  await expect(wrong).rejects.toMatchObject({
    problems: [
      { path: '--trials', said: said('option.whole', { word: '3', min: 20, max: 20_000 }) },
      { path: '--seed' },
    ],
  });
});

test('the certificate stands in the report where it is asked for, and only there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-selftest-'));
  try {
    const page = join(folder, 'page.html');
    await runCommand(run, [scenario, '--trials', '10', '--threads', '1', '--html', page, '--selftest']);
    const text = await readFile(page, 'utf8');
    expect(text).toContain('Laws that hold');
    expect(text).toMatch(/cupola run scenarios\/one-missile.yaml [^\n]*--selftest/);
    speak(french);
    await runCommand(run, [scenario, '--trials', '10', '--threads', '1', '--html', page, '--selftest']);
    speak(english);
    const other = await readFile(page, 'utf8');
    expect(other).toContain('Aucune couche, aucune unité ne tire plus qu’elle n’a.');
    expect(other).not.toMatch(/law holds|lets? no more|get through|says nothing/);
    await expect(runCommand(run, [scenario, '--selftest'])).rejects.toMatchObject({
      problems: [{ code: 'wrong-word', path: '--selftest' }],
    });
  } finally {
    speak(english);
    await rm(folder, { recursive: true });
  }
}, 180_000);

test('a signal before the last law has its own exit code', async () => {
  const signal = AbortSignal.abort('SIGTERM');
  const run = runCommand(command, ['scenarios/one-missile.yaml', '--trials', '20', '--threads', '1'], { signal });
  await expect(run).rejects.toMatchObject({ name: 'InterruptedError', exitCode: 143 });
});

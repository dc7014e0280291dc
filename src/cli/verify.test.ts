import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { Repeat } from '../flow/repeat.ts';
import type { Result } from '../flow/result.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { inLanguage, speak, tell } from '../words/words.ts';
import type { CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import { verifyOf } from './verify.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCENARIO = 'scenarios/one-missile.yaml';
const verify = verifyOf(() => commands);
const named = (name: string): CommandSpec => commands.find((each) => each.name === name)!;

let folder = '';
let kept: Result & { repeat: Repeat };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cupola-verify-'));
  kept = await madeBy('run', [SCENARIO, '--trials', '12', '--seed', '9']);
});
afterAll(() => rm(folder, { recursive: true }));

async function madeBy(name: string, words: string[]): Promise<Result & { repeat: Repeat }> {
  return JSON.parse((await runCommand(named(name), [...words, '--json'])).out);
}

async function verified(value: unknown, more: string[] = []) {
  const file = join(folder, 'result.json');
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  const { code, out } = await runCommand(verify, [file, ...more]);
  return { code, out: out.replaceAll(/\s+/g, ' ') };
}

const refused = async (value: unknown, more: string[] = []) => {
  const error = await verified(value, more).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(({ said }) => tell(said)).join('\n');
};

test('a result comes out the same to the last digit, from its file alone', async () => {
  const { code, out } = await verified(kept);
  expect(code).toBe(0);
  expect(out).toContain(`no number was altered since. ${kept.repeat.answerSha256}`);
  expect(out).toMatch(/The same to the last digit: [\d,]+ values\. $/);
  expect(kept.repeat.files).toMatchObject([{ name: SCENARIO, text: await readFile(SCENARIO, 'utf8') }]);
});

test('neither the way in which it is printed nor the clock changes the hash', async () => {
  const timed = await madeBy('run', [
    SCENARIO,
    '--trials',
    '12',
    '--seed',
    '9',
    '--timings',
    '--threads',
    '1',
    '--brief',
  ]);
  expect(timed.timings).toBeDefined();
  expect(timed.repeat).toEqual(kept.repeat);
  expect((await verified(timed)).code).toBe(0);
  const turned = Object.fromEntries(Object.entries(kept).reverse());
  expect((await verified(JSON.stringify(turned, null, 2))).code).toBe(0);
});

test('one altered number is found and told, with the value that comes out', async () => {
  const altered = structuredClone(kept);
  const { probability } = altered.effect!.noLeaker;
  altered.effect!.noLeaker.probability = probability + 0.25;
  const { code, out } = await verified(altered);
  expect(code).toBe(1);
  expect(out).toContain('ALTERED');
  expect(out).toContain('DIFFERENT: 1 of ');
  expect(out).toContain(`effect.noLeaker.probability: ${probability + 0.25} in the file, ${probability} now`);
});

test('who alters the number and the hash, or the scenario, is found as well', async () => {
  const altered = structuredClone(kept);
  altered.repeat.files[0].text += '\n# another text\n';
  expect((await verified(altered)).out).toContain(`ALTERED: the text of ${SCENARIO}`);
  const seeded = structuredClone(kept);
  seeded.run!.seed = 10;
  const told = await verified(seeded);
  expect([told.code, told.out]).toEqual([1, expect.stringContaining('run.seed: 10 in the file, 9 now')]);
});

test('another version is named, and what it computes is held against the file all the same', async () => {
  const older = structuredClone(kept);
  older.repeat.version = older.version = '0.0.7';
  const { code, out } = await verified(older);
  expect(code).toBe(0);
  expect(out).toContain('Made by cupola 0.0.7');
  expect(out).toContain('another version, so that numbers may differ');
});

test('last digits of another engine are told apart from another answer', async () => {
  const shifted = structuredClone(kept);
  shifted.cost!.result.totalMusd *= 1 + 1e-12;
  const { code, out } = await verified(shifted);
  expect(code).toBe(1);
  expect(out).toContain('The same but for last digits');
  expect(out).toContain('1 number differs, by at most 1e-12 of their size');
});

test('the same in French, and a result made in French is made again in French', async () => {
  speak(french);
  try {
    const said = await madeBy('run', [SCENARIO, '--trials', '12', '--set', 'failures.satelliteOutProbability=0.1']);
    expect(said.repeat.language).toBe('fr');
    expect((await verified(said)).out).toContain('Identique au dernier chiffre');
    speak(english);
    expect((await verified(said)).out).toContain('The same to the last digit');
  } finally {
    speak(english);
  }
  expect(inLanguage(french, () => tell({ code: 'verify.nothing' }))).toBe('rien');
});

test('what is no result is refused in words that say what it is', async () => {
  const text = JSON.stringify(kept);
  expect(await refused(text.slice(0, text.length / 2))).toMatch(/^ends in the middle: .* \([\d,]+ bytes\)$/);
  expect(await refused('name: a scenario')).toMatch(/^is no result of cupola/);
  expect(await refused([kept])).toMatch(/^is no result of cupola/);
  const { repeat: _, ...bare } = kept;
  expect(await refused(bare)).toMatch(/^carries no hash and no scenario: it was made by cupola/);
  const faulty = { ...kept, repeat: { ...kept.repeat, answerSha256: 'abc' } };
  expect(await refused(faulty)).toMatch(/^has a record that is not one of cupola: repeat\.answerSha256: /);
  const other = { ...kept, repeat: { ...kept.repeat, words: ['sweep', 'study.yaml'] } };
  expect(await refused(other)).toMatch(/^was made by `cupola sweep`, which this version does not make again/);
  const writing = { ...kept, repeat: { ...kept.repeat, words: [...kept.repeat.words, '--save-stages=out'] } };
  expect(await refused(writing)).toMatch(/^asks to write a file \(--save-stages=out\)/);
  const impossible = { ...kept, repeat: { ...kept.repeat, words: [...kept.repeat.words, '--set', 'nothing.there=1'] } };
  expect(await refused(impossible)).toMatch(/^cannot be made again by this version: --set/);
});

test('what a signal cut short has a hash, and is not made again', async () => {
  const cut = await runCommand(named('run'), [SCENARIO, '--trials', '400', '--threads', '1', '--json'], {
    signal: AbortSignal.timeout(1),
  }).catch(() => undefined);
  const stopped = cut ? JSON.parse(cut.out) : { ...kept, repeat: { ...kept.repeat, isCutShort: true } };
  const { code, out } = await verified(stopped);
  expect(code).toBe(1);
  expect(out).toContain('A signal stopped this run early');
});

test('files of elements are carried, or asked for by their hash where they are too large', async () => {
  const { out: elements } = await runCommand(named('export'), ['omm', 'scenarios/networks.yaml', '--select', 'oneweb']);
  const file = join(folder, 'here.json');
  await writeFile(file, elements);
  const made = await madeBy('run', [
    'scenarios/starlink-now.yaml',
    '--elements',
    `starlink=${file}`,
    '--stale',
    '2000',
  ]);
  const [scenario, carried] = made.repeat.files;
  expect(carried).toMatchObject({ name: 'here.json', element: 'starlink', text: elements });
  expect(JSON.stringify(made).includes(folder)).toBe(false);
  expect((await verified(made)).code).toBe(0);
  const { text: _, ...large } = carried;
  const without = { ...made, repeat: { ...made.repeat, files: [scenario, large] } };
  expect(await refused(without)).toBe(
    `does not carry here.json (SHA-256 ${large.sha256}): give it with --file here.json`,
  );
  expect((await verified(without, ['--file', file])).code).toBe(0);
  expect(await refused(without, ['--file', SCENARIO.replace('one-missile', 'networks')])).toMatch(
    /^is none of the files/,
  );
});

test.each([
  ['field', ['scenarios/cbo-2026.yaml', '--trials', '40', '--seed', '3', '--set', 'analysis.horizonYr=12']],
  ['load', ['scenarios/golden-dome.yaml', '--at', '0', '--without', 'amazon']],
  ['footprint', ['scenarios/limited-raid.yaml', '--area', 'conus', '--spacing-km', '1200']],
])('%s carries the same record', async (name, words) => {
  const made = await madeBy(name, words);
  expect(made.repeat.words[0]).toBe(name);
  const { code, out } = await verified(made);
  expect([code, out]).toEqual([0, expect.stringContaining('The same to the last digit')]);
});

test('a report is made again and compared by its hash', async () => {
  const page = join(folder, 'page.html');
  await runCommand(named('run'), [SCENARIO, '--trials', '12', '--seed', '9', '--html', page]);
  const shown = await readFile(page, 'utf8');
  expect(shown).toContain(kept.repeat.answerSha256);
  const again = await verified(shown);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('The same answer')]);
  const hash = 'a'.repeat(64);
  const forged = await verified(shown.replaceAll(kept.repeat.answerSha256, hash));
  expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('DIFFERENT: made again, the answer has')]);
  expect(await refused(shown.slice(0, shown.indexOf('class="record"') + 400))).toMatch(/^ends in the middle/);
});

test('as JSON', async () => {
  const altered = { ...kept, seed: 4 };
  const found = JSON.parse((await verified(altered, ['--json'])).out);
  expect(found).toMatchObject({ verdict: 'different', isAsWritten: false, differencesCount: 1 });
  expect(found.differences).toEqual([{ path: 'seed', before: 4, now: 9 }]);
});

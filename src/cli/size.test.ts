import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand, wordsOf } from '../../test/fixtures/run-command.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { command } from './size.ts';

const folder = mkdtempSync(join(tmpdir(), 'cupola-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, `${Math.abs(hash(text))}.yaml`);
  writeFileSync(path, text);
  return path;
}

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

async function problemsOf(words: string[]): Promise<Problem[]> {
  try {
    await runCommand(command, words);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('no InputError');
}

const promised = [
  'absenteeRatio',
  'shotsPerThreat',
  'interceptors',
  'massKg',
  'burnS',
  'reachKm',
  'groundRadiusKm',
  'perLaunch',
  'launchesPerGeneration',
  'generations',
  'meanUnitMusd',
  'procurementMusd',
  'launchMusd',
  'operationsMusd',
  'developmentMusd',
  'totalMusd',
  'marginalMusd',
];

describe('cupola size', () => {
  test.each(command.examples)('works as printed: %s', async (example) => {
    const { code, out } = await runCommand(command, wordsOf(example));
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });

  test('one more missile costs two layers of shots, beside the published prices of a missile', async () => {
    const { out } = await runCommand(command, ['--json']);
    const { absenteeRatio, shotsPerThreat, interceptors, procurementMusd, launchMusd, ...found } = JSON.parse(out);
    const lifecycleMusd = (procurementMusd + launchMusd) / interceptors;
    expect(found.marginalMusd).toBeCloseTo(absenteeRatio * shotsPerThreat * lifecycleMusd, 6);
    const sentinel = found.exchange.find(({ id }: { id: string }) => id === 'sentinel-2024-07');
    expect(sentinel.priceYear).toBe(2020);
    expect(sentinel.convertedMusd).toBeCloseTo((214 * 1.721) / 1.523, 6);
    expect(sentinel.ratio).toBeCloseTo(found.marginalMusd / sentinel.convertedMusd, 9);
    const screen = (await runCommand(command, [])).out;
    expect(screen).toContain('One more missile stopped: $88');
    expect(screen).toMatch(/Sentinel, July 2024 +214 M\$ of 2020 +36[45] : 1 +second hand/);
    expect(screen).toMatch(/Foreign ICBM +20 to 200 M\$ of 2026 +[\d,]+ to [\d,]+ : 1 +assumption/);
  });

  test('without input: the published layer, in a sentence', async () => {
    const { out } = await runCommand(command, []);
    expect(out.split('\n')[0]).toBe(
      'To engage one missile takes 998 interceptors on orbit and $104.4 billion over 20 years.',
    );
  });

  test('--json is one document with every promised key', async () => {
    const { out } = await runCommand(command, ['--json']);
    const result = JSON.parse(out);
    for (const key of promised) expect(typeof result[key], key).toBe('number');
    expect(result.interceptors).toBe(998);
  });

  test('a file sets inputs, --set goes over it, the rest stays published', async () => {
    const path = fileOf('salvo: 10\nmaxLatitudeDeg: 45\n');
    const { out } = await runCommand(command, [path, '--set', 'maxLatitudeDeg=90', '--json']);
    const result = JSON.parse(out);
    expect(result.interceptors).toBe(9972);
    expect(result.input).toMatchObject({ salvo: 10, maxLatitudeDeg: 90, altitudeKm: 300 });
  });

  test('every problem at once, each with its line and column, what is expected and a suggestion', async () => {
    const path = fileOf('salvo: 1.5\naltitudKm: 500\n\nkillProbability: high\nlifeYr: .nan\n');
    const problems = await problemsOf([path, '--set', 'flyOut=60']);
    const seen = problems.map(({ line, column, path: key, code }) => [line, column, key, code]);
    expect(seen).toEqual([
      [undefined, undefined, 'flyOut', 'unknown-key'],
      [1, 1, 'salvo', 'out-of-range'],
      [2, 1, 'altitudKm', 'unknown-key'],
      [4, 1, 'killProbability', 'out-of-range'],
      [5, 1, 'lifeYr', 'out-of-range'],
    ]);
    const messageOf = (key: string) => tell(problems.find((problem) => problem.path === key)!.said);
    expect(messageOf('altitudKm')).toContain('did you mean "altitudeKm"');
    expect(messageOf('salvo')).toBe('must be a whole number from 1 to 100000; found 1.5');
    expect(messageOf('killProbability')).toContain('found "high"');
    expect(messageOf('lifeYr')).toContain('found NaN');
  });

  test('a file that is no mapping, broken, or missing is bad input', async () => {
    expect((await problemsOf([fileOf('- 1\n- 2\n')]))[0]?.code).toBe('wrong-type');
    expect((await problemsOf([fileOf('salvo: [1\n')]))[0]?.code).toBe('yaml');
    expect((await problemsOf([fileOf('salvo: 1\nsalvo: 2\n')]))[0]?.line).toBe(2);
    expect((await problemsOf([join(folder, 'none.yaml')]))[0]?.code).toBe('no-file');
    expect(tell((await problemsOf(['--set', 'salvo']))[0].said)).toContain('found ""');
    expect((await problemsOf(['--set', 'salvo=1', '--set', 'lifeYr=40']))[0]?.path).toBe('lifeYr');
  });

  test('a physical no is an answer: the reason, nulls in JSON, exit code 0', async () => {
    const words = ['--set', 'flyOutS=10'];
    const { code, out } = await runCommand(command, words);
    expect(code).toBe(0);
    expect(out).toMatch(/^No layer of any size works/);
    expect(out).toMatch(/^ {2}Interceptors +none$/m);
    expect(out).not.toContain('$none');
    const json = JSON.parse((await runCommand(command, [...words, '--json'])).out);
    expect(json.reason).toBe('out-of-reach');
    expect(json.interceptors).toBeNull();
    const heavy = await runCommand(command, ['--set', 'payloadPerLaunchKg=100']);
    expect(heavy.out).toContain('a launch carries less');
  });
});

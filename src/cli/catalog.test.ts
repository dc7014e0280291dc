import { describe, expect, test } from 'vitest';
import { runCommand, wordsOf } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './catalog.ts';
import { unitOf } from './catalog-number.ts';

const failure = async (words: string[]) => {
  const error = await runCommand(command, words).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
};

describe('cupola catalog', () => {
  test.each(command.examples)('works as printed: %s', async (example) => {
    const { code, out } = await runCommand(command, wordsOf(example));
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(60);
  });

  test('a word too many, and an option of another action, are told all at once', async () => {
    const told = await failure(['export', 'a', 'b', 'c', '--date', '2031-02-30', '--draws', '16']);
    for (const part of [
      'at most 1 word, and "b"',
      'at most 1 word, and "c"',
      '--draws: means nothing to export',
      '--date: ',
    ])
      expect(told).toContain(part);
    expect(await failure(['sources', 'x'])).toContain('sources: takes at most 0 words, and "x"');
    expect(await failure(['list', '--force'])).toContain('--force: means nothing to list; it is for export');
  });

  test('list counts the numbers and the assumptions of each entry and of all', async () => {
    const whole = JSON.parse((await runCommand(command, ['list', '--json'])).out);
    const part = JSON.parse((await runCommand(command, ['list', 'threats', '--json'])).out);
    expect(part.entries.length).toBeGreaterThan(5);
    expect(whole.entries.length).toBeGreaterThan(part.entries.length);
    const sum = (key: 'numbers' | 'assumptions') =>
      whole.entries.reduce((total: number, entry: Record<typeof key, number>) => total + entry[key], 0);
    expect(whole.numbers).toBe(sum('numbers'));
    expect(whole.assumptions).toBe(sum('assumptions'));
    expect(whole.assumptionFraction).toBeCloseTo(sum('assumptions') / sum('numbers'), 12);
    const text = (await runCommand(command, ['list'])).out;
    expect(text.split('\n')[0]).toContain(`${whole.entries.length} entries with ${whole.numbers} numbers`);
  });

  test('show prints every number with unit, range, basis and source', async () => {
    const { out } = await runCommand(command, ['show', 'cbo-2026-sbi'], { columns: 200 });
    expect(out).toContain('400 (300 to 500) km');
    expect(out).toContain('22 (10 to 44 in 80 %) M$ of 2026');
    expect(out).toContain('assumption');
    expect(out).toContain('cbo-2026-62422: Potential Costs of a National Missile Defense System');
    const json = JSON.parse((await runCommand(command, ['show', 'cbo-2026-sbi', '--json'])).out);
    expect(json.fields.unitMusd.value).toBe(22);
    expect(json.sources['cbo-2026-62422'].producer).toBe('Congressional Budget Office');
  });

  test('show prints what is not a number too, and a book of partners whole', async () => {
    expect((await runCommand(command, ['show', 'starlink-gen1'])).out).toContain(
      'controlPlane: starlink-control-plane',
    );
    const { out } = await runCommand(command, ['show', 'partners-2026-07']);
    expect(out).toContain('be-4');
  });

  test('no colour unless the terminal takes it', async () => {
    const tint = String.fromCharCode(27);
    expect((await runCommand(command, ['show', 'gbi'])).out).not.toContain(tint);
    expect((await runCommand(command, ['show', 'gbi'], { color: true })).out).toContain(tint);
  });

  test('sources come most used first', async () => {
    const rows = JSON.parse((await runCommand(command, ['sources', '--json'])).out) as { numbers: number }[];
    const counts = rows.map(({ numbers }) => numbers);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(10);
  });

  test('a wrong word is refused with the nearest known one', async () => {
    expect(await failure(['show', 'starlink-gen'])).toContain('did you mean "starlink-gen1"');
    expect(await failure(['list', 'network'])).toContain('did you mean "networks"');
    expect(await failure(['shwo', 'gbi'])).toContain('did you mean "show"');
    expect(await failure(['show'])).toContain('is missing');
  });
});

test.each([
  ['shells[0].altitudeKm', {}, ' km'],
  ['unitMusd', { priceYear: 2026 }, ' M$ of 2026'],
  ['priceMusd', { currency: 'EUR', priceYear: 2018 }, ' M€ of 2018'],
  ['operationsMusdYr', { priceYear: 2026 }, ' M$/year of 2026'],
  ['accelerationG', {}, ' g'],
  ['deltaVKmS', {}, ' km/s'],
  ['referenceRcsM2', {}, ' m²'],
  ['rangeErrorM', {}, ' m'],
  ['productionPerYr', {}, ' a year'],
  ['killProbability', {}, ''],
  ['planes', {}, ''],
] as const)('unit of %s', (path, number, unit) => {
  expect(unitOf(path, number)).toBe(unit);
});

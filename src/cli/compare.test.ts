import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { SMALL_LAYER } from '../../test/fixtures/small-layer.ts';
import { InputError } from '../flow/problems.ts';
import { inputDifferences } from '../report/compare/input-differences.ts';
import { command } from './compare.ts';
import { command as run } from './run.ts';

const base = 'scenarios/cbo-2026.yaml';

test('one assumption changed: one input, the cost moves, the raids do not', async () => {
  const { out } = await runCommand(command, [
    base,
    'examples/cbo-longer-life.yaml',
    '--trials',
    '6',
    '--threads',
    '1',
    '--json',
  ]);
  const { inputs, results } = JSON.parse(out);
  expect(inputs.map(({ path }: { path: string }) => path)).toEqual(['name', 'interceptors sbi lifeYr']);
  const row = (key: string) => results.find((each: { key: string }) => each.key === key);
  expect(row('leakersCount')).toMatchObject({ difference: 0, low: 0, high: 0, isReal: false });
  expect(row('totalMusd').isReal).toBe(true);
  expect(row('totalMusd').b).toBeLessThan(row('totalMusd').a);
  expect(row('totalMusd').difference).toBeCloseTo(row('elementMusd.sbi').difference, 6);
});

test('a scenario beside itself with a value set is the scenario beside a file with that value', async () => {
  const numbers = ['--trials', '6', '--threads', '1', '--json'];
  const set = JSON.parse((await runCommand(command, [base, '--set', 'interceptors.sbi.lifeYr=8', ...numbers])).out);
  const file = JSON.parse((await runCommand(command, [base, 'examples/cbo-longer-life.yaml', ...numbers])).out);
  expect(set.inputs.map(({ path }: { path: string }) => path)).toEqual(['interceptors sbi lifeYr']);
  expect(set.results).toEqual(file.results);
  expect(set).toMatchObject({ a: 'cbo-2026', b: 'interceptors.sbi.lifeYr = 8' });
  await expect(runCommand(command, [base])).rejects.toMatchObject({ problems: [{ path: 'b' }] });
  await expect(runCommand(command, [base, '--set', 'lifeYr'])).rejects.toMatchObject({ problems: [{ path: '--set' }] });
});

test('two scenarios that say how they are built are compared by date, draw by draw, on shared dates', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-compare-'));
  try {
    const [one, two, result] = ['one.yaml', 'two.yaml', 'one.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(one, SMALL_LAYER);
    await writeFile(two, SMALL_LAYER.replace('salvo: 1, shells', 'salvo: 1, unitMusd: 40, shells'));
    const draws = ['--draws', '16', '--raids', '4', '--trials', '2'];
    const asked = await runCommand(command, [one, two, ...draws, '--json']);
    const { results, method, date } = JSON.parse(asked.out);
    const rows = (name: string) => results.filter(({ key }: { key: string }) => key.startsWith(`${name}.`));
    expect(rows('noLeaker').length).toBeGreaterThan(2);
    expect(rows('spentMusd')).toHaveLength(rows('noLeaker').length);
    for (const row of rows('noLeaker')) expect(row).toMatchObject({ difference: 0, low: 0, high: 0, isReal: false });
    expect(rows('spentMusd').at(-1).low).toBeGreaterThan(0);
    expect(rows('noLeaker').map(({ key }: { key: string }) => key)).toContain(`noLeaker.${date}`);
    expect(method).toContain('draw by draw');
    // a result and a scenario: with the draws of the result
    await writeFile(result, (await runCommand(run, [one, ...draws, '--json'])).out);
    const mixed = JSON.parse((await runCommand(command, [result, two, '--json'])).out);
    const byDate = (of: { results: { key: string }[] }) =>
      of.results.filter(({ key }) => /^(noLeaker|spentMusd)\./.test(key));
    expect(byDate(mixed)).toEqual(byDate({ results }));
    const raidsAlone = JSON.parse((await runCommand(command, [one, two, '--trials', '2', '--json'])).out);
    expect(byDate(raidsAlone)).toEqual([]);
    const refusal = await runCommand(command, [one, base, '--draws', '16']).catch((error: InputError) => error);
    expect(refusal).toBeInstanceOf(InputError);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the page has charts and maps of both, each with its numbers, and says what differs beyond noise', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-compare-'));
  try {
    const page = join(folder, 'page.html');
    const words = [base, 'scenarios/one-missile.yaml', '--trials', '6', '--threads', '1', '--html', page];
    await runCommand(command, words);
    const text = await readFile(page, 'utf8');
    const figures = text.match(/<figure>[\s\S]*?<\/figure>/g) ?? [];
    const titles = figures.map((figure) => /<strong>([^<]+)/.exec(figure)![1]);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Does the shield close?',
        'Where the seconds go',
        'What it costs',
        'Why missiles get through',
      ]),
    );
    expect(titles.some((title) => /in reach, by launch place: cbo-2026$/.test(title))).toBe(true);
    for (const figure of figures) {
      expect(figure).toMatch(/<tbody><tr><td/);
      expect(figure).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(text).toMatch(/\d+ of \d+ results differ by more than noise/);
    expect(text.match(/<script|<img|https?:\/\/(?!www\.w3)/)?.[0]).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a result from a file is compared by its own interval', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-compare-'));
  try {
    const { out } = await runCommand(run, ['scenarios/one-missile.yaml', '--trials', '20', '--threads', '1', '--json']);
    const file = join(folder, 'a.json');
    await writeFile(file, out);
    const page = join(folder, 'page.html');
    const screen = await runCommand(command, [file, file, '--html', page]);
    expect(screen.out).toContain('their own intervals');
    expect(await readFile(page, 'utf8')).toContain('raids without a leaker');
    const { results } = JSON.parse((await runCommand(command, [file, file, '--json'])).out);
    expect(results[0]).toMatchObject({ key: 'noLeakerProbability', difference: 0, isReal: false });
    expect(results[0].low).toBeLessThan(-0.1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('only the seed differs: both are run with the first one, and that is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-compare-'));
  try {
    const other = join(folder, 'other.yaml');
    await writeFile(other, (await readFile('scenarios/one-missile.yaml', 'utf8')).replace('seed: 1', 'seed: 2'));
    const { out, notes } = await runCommand(command, [
      'scenarios/one-missile.yaml',
      other,
      '--trials',
      '5',
      '--threads',
      '1',
    ]);
    expect(notes).toContain('the second scenario asks for seed 2; as the first, it is run with seed 1');
    expect(out).toContain('raids without a leaker stay at');
    expect(out).toContain('Costs have no noise.');
    expect(out).not.toMatch(/(noise|differs)$/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a cost with ranges is said to come from draws', async () => {
  const { out } = await runCommand(command, ['scenarios/networks.yaml', 'scenarios/networks.yaml']);
  expect(out.replace(/\s+/g, ' ')).toMatch(/The cost as estimated has no noise; its median .* come from [\d,]+ draws/);
  expect(out).not.toContain('Costs have no noise');
});

test('a layer of another name is the same layer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-compare-'));
  try {
    const renamed = join(folder, 'renamed.yaml');
    await writeFile(renamed, (await readFile(base, 'utf8')).replace('id: sbi', 'id: layer'));
    const { out } = await runCommand(command, [base, renamed, '--trials', '6', '--threads', '1', '--json']);
    const { inputs, results } = JSON.parse(out);
    expect(inputs).toEqual([{ path: 'interceptors sbi id', a: 'sbi', b: 'layer' }]);
    const money = results.filter(({ unit }: { unit: string }) => unit === 'musd');
    expect(money.filter(({ isReal }: { isReal: boolean }) => isReal)).toEqual([]);
    expect(money.map(({ key }: { key: string }) => key)).toContain('elementMusd.sbi');
    expect(money.map(({ key }: { key: string }) => key)).not.toContain('elementMusd.layer');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what cannot be read is told for both files at once', async () => {
  const wrong = runCommand(command, ['no-such.yaml', 'package.json']);
  await expect(wrong).rejects.toBeInstanceOf(InputError);
  await expect(wrong).rejects.toMatchObject({ problems: [{ code: 'no-file' }, { code: 'no-result' }] });
});

test('the same record has no difference; swapped records have the same ones, swapped', () => {
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean());
  const record = fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), leaf)));
  fc.assert(
    fc.property(record, record, (a, b) => {
      expect(inputDifferences(a, structuredClone(a))).toEqual([]);
      const sorted = (list: ReturnType<typeof inputDifferences>) => list.map((each) => JSON.stringify(each)).sort();
      const back = inputDifferences(b, a).map(({ path, a: x, b: y }) => ({ path, a: y, b: x }));
      expect(sorted(inputDifferences(a, b))).toEqual(sorted(back));
    }),
  );
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { SMALL_LAYER } from '../../test/fixtures/small-layer.ts';
import type { ConstellationCoverage } from '../flow/coverage.ts';
import type { FieldingResult } from '../flow/fielding.ts';
import type { Footprint } from '../flow/footprint.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { tell } from '../words/words.ts';
import type { CommandSpec } from './command.ts';
import { command as compare } from './compare.ts';
import { command as coverage } from './coverage.ts';
import { command as exporting } from './export.ts';
import { command as field } from './field.ts';
import { command as footprint } from './footprint.ts';
import { command as run } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'cupola-without-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'layer.yaml');
writeFileSync(file, SMALL_LAYER);
const NETWORKS = 'scenarios/networks.yaml';
const SATELLITES = 240;

const json = async <T>(spec: CommandSpec, words: string[]): Promise<T> =>
  JSON.parse((await runCommand(spec, [...words, '--json'])).out);
const problemsOf = async (spec: CommandSpec, words: string[]) => {
  const error = await runCommand(spec, words).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(({ path, said }) => `${path}: ${tell(said)}`);
};

test('field is the programme whose stock `run` tells by date', async () => {
  const events = 'examples/layer-with-events.yaml';
  const gone = ['--without', 'spacex:denied@2031'];
  const fielded = async (...words: string[]) => {
    const { elements, startYear } = await json<FieldingResult>(field, [events, '--trials', '60', ...words]);
    return (date: string) => elements[0].unitCount.p50[12 * (Number(date.slice(0, 4)) - startYear) - 1];
  };
  const { byDate } = await json<Result>(run, [events, '--draws', '16', '--raids', '4', '--trials', '1', ...gone]);
  const [whole, left] = [await fielded(), await fielded(...gone)];
  const isIn = (at: (date: string) => number) =>
    byDate!.map(({ date, stock: { sbi } }) => at(date) >= sbi.p10 && at(date) <= sbi.p90);
  expect(byDate!.map(({ date }) => date.slice(0, 4))).toEqual(['2030', '2033', '2038', '2048']);
  expect(isIn(left)).toEqual([true, true, true, true]);
  expect(isIn(whole).slice(0, 3)).toEqual([true, false, false]);
  const { out } = await runCommand(field, [file, '--trials', '2', '--without', 'spacex@2031']);
  expect(out).toContain('A small layer (SpaceX: supply stops from 2031 on)');
  const first = await runCommand(field, [file, '--trials', '2', '--without', 'spacex']);
  expect(first.out).toContain('supply stops from 2028-01-01 on');
});

test('every way out of a layer leaves out the same satellites, and says how many', async () => {
  const gone = ['--select', 'sbi', '--without', 'spacex@3y'];
  const written = async (...words: string[]) => (await runCommand(exporting, words)).out;
  const whole = JSON.parse(await written('omm', file, '--select', 'sbi'));
  const { out, notes } = await runCommand(exporting, ['omm', file, ...gone]);
  const left = JSON.parse(out) as { OBJECT_NAME: string }[];
  expect(whole).toHaveLength(SATELLITES);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(0.9 * SATELLITES);
  expect(whole).toEqual(expect.arrayContaining(left));
  expect(notes).toContain(`sbi: ${SATELLITES - left.length} of ${SATELLITES} satellites are gone`);
  const names = left.map(({ OBJECT_NAME }) => OBJECT_NAME);
  const span = ['--duration', '120', '--step', '60'];
  const packets = JSON.parse(await written('czml', file, ...gone, ...span)) as { id: string; name?: string }[];
  const drawn = packets.map(({ id }) => id).filter((id) => id.startsWith('sbi:'));
  expect(drawn).toEqual(names);
  expect(JSON.stringify(packets[0])).toContain('SpaceX: supply stops, seen 3 years after');
  const tracks = JSON.parse(await written('geojson', file, ...gone, ...span)).features.filter(
    ({ properties }: { properties: { kind: string } }) => properties.kind === 'track',
  );
  expect(tracks).toHaveLength(left.length);
  expect((await written('tle', file, ...gone)).trim().split('\n')).toHaveLength(3 * left.length);
  expect((await written('kml', file, ...gone, ...span)).match(/<name>sbi:/g)).toHaveLength(left.length);
  await runCommand(exporting, ['oem', file, ...gone, ...span, '--out', join(folder, 'oem')]);
  expect(readdirSync(join(folder, 'oem')).filter((name) => name.endsWith('.oem'))).toHaveLength(left.length);
  const [layer] = await json<ConstellationCoverage[]>(coverage, [
    file,
    '--layer',
    'sbi',
    '--step-s',
    '7200',
    '--without',
    'spacex@3y',
  ]);
  expect(layer).toMatchObject({ satelliteCount: left.length, minimumCapDeg: null, isContinuous: false });
});

test('coverage falls with the satellites that are left; after a date it is seen at the end of the programme', async () => {
  const quick = ['--layer', 'sbi', '--step-s', '1800'];
  const [whole] = await json<ConstellationCoverage[]>(coverage, [file, ...quick]);
  const [left] = await json<ConstellationCoverage[]>(coverage, [file, ...quick, '--without', 'spacex@3y']);
  const share = left.satelliteCount / whole.satelliteCount;
  expect(share).toBeLessThan(0.9);
  expect(Math.abs(left.mean / whole.mean - share)).toBeLessThan(0.05);
  const dated = await runCommand(coverage, [file, ...quick, '--without', 'spacex@2033']);
  expect(dated.out).toContain('(SpaceX: supply stops from 2033 on, the complete force seen 3 years after)');
  const [atEnd] = await json<ConstellationCoverage[]>(coverage, [file, ...quick, '--without', 'spacex@2033']);
  expect(atEnd.satelliteCount).toBe(left.satelliteCount);
});

test('a footprint is that of what is left', async () => {
  const asked = [file, '--area', 'conus', '--spacing-km', '800', '--order-s', '30', '--moments', '4'];
  const whole = await json<Footprint>(footprint, asked);
  const left = await json<Footprint>(footprint, [...asked, '--without', 'spacex@3y']);
  const of = ({ layers }: Footprint, id: string) => layers.find((layer) => layer.id === id)!;
  expect(of(whole, 'sbi').fraction).toBeGreaterThan(0);
  expect(of(left, 'sbi').fraction).toBeLessThan(of(whole, 'sbi').fraction);
  expect(of(left, 'ngi')).toEqual(of(whole, 'ngi'));
});

test('links of what is left of the networks', async () => {
  const links = async (...words: string[]) =>
    (await runCommand(exporting, ['links', NETWORKS, ...words])).out.trim().split('\n').slice(1);
  const [all, left] = [await links(), await links('--without', 'spacex:denied')];
  const has = (lines: string[], network: string) => lines.some((line) => line.includes(`${network}:`));
  expect([has(all, 'starlink'), has(all, 'oneweb')]).toEqual([true, true]);
  expect([has(left, 'starlink'), has(left, 'oneweb')]).toEqual([false, true]);
});

test('charts are those of `run`: complete without a date, by date with one', async () => {
  const charts = async (name: string, ...words: string[]) => {
    const out = join(folder, name);
    await runCommand(exporting, ['svg', file, '--out', out, '--trials', '4', ...words]);
    return { names: readdirSync(out), of: (chart: string) => readFileSync(join(out, `${chart}.svg`), 'utf8') };
  };
  const complete = await charts('complete', '--without', 'spacex:denied');
  expect(complete.of('fielding')).toContain('without spacex, seed 1, 4 raids');
  expect(complete.names).not.toContain('by-date.svg');
  const whole = await charts('whole', '--draws', '16');
  const dated = await charts('dated', '--without', 'spacex:denied@2031', '--draws', '16');
  expect(dated.names).toContain('by-date.svg');
  expect(dated.of('by-date')).not.toBe(whole.of('by-date'));
});

test('compare puts a scenario beside itself without a partner: the difference of two runs', async () => {
  const draws = ['--draws', '16', '--raids', '4', '--trials', '4'];
  const compared = await json<{
    a: string;
    b: string;
    inputs: { path: string }[];
    results: { key: string; a: number; b: number }[];
  }>(compare, [file, '--without', 'spacex:denied@2031+2y', ...draws]);
  expect(compared.b).toBe('SpaceX: service denied from 2031 on, the complete force seen 2 years after');
  const runs = [
    await json<Result>(run, [file, ...draws]),
    await json<Result>(run, [file, ...draws, '--without', 'spacex:denied@2031+2y']),
  ];
  const row = (key: string) => compared.results.find((each) => each.key === key)!;
  const last = runs[0].byDate!.at(-1)!.date;
  for (const [i, side] of (['a', 'b'] as const).entries()) {
    expect(row('leakersCount')[side]).toBe(runs[i].effect!.expectedLeakers.mean);
    expect(row(`spentMusd.${last}`)[side]).toBe(runs[i].byDate!.at(-1)!.spentMusd!.p50);
  }
  expect(row('leakersCount').b).toBeGreaterThan(row('leakersCount').a);
  const complete = await json<typeof compared>(compare, [file, '--without', 'spacex@2y', '--trials', '4']);
  expect(complete.results.some(({ key }) => key.startsWith('spentMusd.'))).toBe(false);
  const result = join(folder, 'result.json');
  writeFileSync(result, JSON.stringify(runs[0]));
  expect(await problemsOf(compare, [file, result, '--without', 'spacex@2y'])).toEqual([
    expect.stringContaining('--without: changes a scenario'),
  ]);
});

test.each([
  ['field', field, []],
  ['export', exporting, ['omm']],
  ['export of charts', exporting, ['svg', '--out', join(folder, 'none')]],
  ['compare', compare, []],
  ['coverage', coverage, []],
  ['footprint', footprint, ['--area', 'conus']],
] as const)('%s knows whom nothing rests on, and suggests who was meant', async (_, spec, before) => {
  const [format = [], ...more] = before[0]?.startsWith('--') ? [[], ...before] : before;
  const words = [format, file, more].flat();
  expect(await problemsOf(spec, [...words, '--without', 'spacx'])).toEqual([
    '--without: nothing in the scenario rests on "spacx", did you mean "spacex"?',
  ]);
  expect(await problemsOf(spec, [...words, '--without', 'spacex:gone'])).toEqual([
    expect.stringContaining('--without: expected PARTNER[:stops|denied]'),
  ]);
  expect(await problemsOf(spec, [...words, '--without', 'spacex@2090'])).toEqual([
    expect.stringContaining('outside the horizon'),
  ]);
});

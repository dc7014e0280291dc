import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { command as convertCommand } from '../../src/cli/convert.ts';
import { command as exportCommand } from '../../src/cli/export.ts';
import { command as importCommand } from '../../src/cli/import.ts';
import { readMeans } from '../../src/physics/element-file.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { type Animal, type Flown, type Refused, zooPage } from './zoo-page.ts';

const here = new URL('.', import.meta.url).pathname;
const animals = JSON.parse(readFileSync(join(here, 'zoo.json'), 'utf8')) as Animal[];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-zoo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const isRefused = (answer: Animal['answer']): answer is Refused => 'refused' in answer;
const isFlown = (answer: Animal['answer']): answer is Flown => 'flying' in answer;
const fileOf = ({ file }: Animal) => join(here, 'files', file);
const importOf = async (animal: Animal, ...words: string[]) => {
  const out = join(folder, animal.file);
  const { out: json } = await runCommand(importCommand, [fileOf(animal), '--out', out, '--force', '--json', ...words]);
  return { out, found: JSON.parse(json) };
};

test('every file is listed once and every listed file is there', () => {
  expect(animals.map(({ file }) => file).sort()).toEqual(readdirSync(join(here, 'files')).sort());
});

test('the page of the documentation lists them (vitest --update=all writes it)', async () => {
  await expect(zooPage(animals)).toMatchFileSnapshot('../../docs/orbit-zoo.md');
});

describe('import', () => {
  test.each(animals)('$file: $what', async (animal) => {
    const { answer } = animal;
    if (isRefused(answer)) {
      await expect(importOf(animal)).rejects.toThrow(answer.refused);
      if (!answer.skipping) return;
      const { found } = await importOf(animal, '--skip-bad');
      expect(found.satelliteCount).toBe(answer.skipping.flying);
      return;
    }
    const { found, out } = await importOf(animal);
    if (!isFlown(answer)) {
      expect([found.stationCount, found.routeCount]).toEqual([answer.stations, answer.routes]);
      return;
    }
    expect([found.health.flyingCount, found.health.heldCount]).toEqual([answer.flying, answer.held]);
    const scenario = parse(readFileSync(join(out, 'scenario.yaml'), 'utf8'));
    if (answer.epochUtc) expect(scenario.epochUtc).toBe(answer.epochUtc);
    if (!answer.numbers) return;
    const { means } = readMeans(readFileSync(fileOf(animal), 'utf8'));
    expect(means.map(({ catalogNumber }) => catalogNumber)).toEqual(answer.numbers);
  });
});

describe('convert', () => {
  const elements = animals.filter(({ file }) => !file.startsWith('stations')); // stations are no elements
  test.each(elements)('$file: $what', async (animal) => {
    const answer = animal.convert ?? animal.answer;
    const to = join(folder, `${animal.file}.kvn`);
    const run = () => runCommand(convertCommand, [fileOf(animal), to, '--force']);
    if (isRefused(answer)) return expect(run()).rejects.toThrow(answer.refused);
    await run();
    const before = readMeans(readFileSync(fileOf(animal), 'utf8')).means;
    expect(before).toHaveLength((answer as Flown).held);
    expect(readMeans(readFileSync(to, 'utf8'))).toEqual({ means: before, problems: [] });
  });
});

describe('export', () => {
  const flown = animals.filter(({ answer }) => isFlown(answer));
  test.each(flown)('$file: $what', async (animal) => {
    const { out } = await importOf(animal);
    const words = ['czml', join(out, 'scenario.yaml'), '--duration', '600', '--step', '300'];
    const { out: text } = await runCommand(exportCommand, words);
    const packets = JSON.parse(text) as { id: string; position?: { cartesian?: number[] } }[];
    const satellites = packets.filter(({ id }) => id.startsWith('satellites:'));
    expect(new Set(satellites.map(({ id }) => id)).size).toBe((animal.answer as Flown).flying);
    for (const { position } of satellites) expect(position!.cartesian!.length).toBe(12);
  });
});

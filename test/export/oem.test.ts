import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../src/cli/export.ts';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import type { Scene } from '../../src/flow/scene.ts';
import { isoFromUnixS } from '../../src/physics/time.ts';
import { oemMessages } from '../../src/report/export/oem.ts';
import { prepare } from '../../src/run/prepare.ts';
import { sceneOf } from '../../src/run/scene.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { pythonWith, runPython } from '../python/python-with.ts';

interface Read {
  header: Record<string, string>;
  segments: { meta: Record<string, string>; states: number[][]; covariances: { rows: number[][] }[] }[];
  at: number[][];
}

const python = pythonWith('json');
const SPAN = ['--duration', '1200', '--step', '60'];
let folder: string;
/** The scene at half of the exported step: every second sample is in no message. */
let fine: Scene;

const written = () =>
  readdirSync(join(folder, 'leo'))
    .filter((name) => name.endsWith('.oem'))
    .sort();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-oem-'));
  const scenario = 'scenarios/golden-dome.yaml';
  await runCommand(command, ['oem', scenario, '--select', 'transport', ...SPAN, '--out', join(folder, 'leo')]);
  const prepared = prepare((await loadScenarioFile(scenario)).architecture);
  fine = sceneOf(prepared, { elements: ['transport'], fromS: 0, durationS: 1200, stepS: 30, routes: false });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder holds a message for each object', () => {
  expect(written().length).toBe(fine.objects.length);
  const names = written().map((file) => /OBJECT_NAME = (.*)/.exec(readFileSync(join(folder, 'leo', file), 'utf8'))![1]);
  expect(new Set(names)).toEqual(new Set(fine.objects.map(({ id }) => id)));
});

test('several objects do not go into one message', async () => {
  const words = ['oem', 'scenarios/golden-dome.yaml', '--select', 'opir-geo', '--step', '600'];
  await expect(runCommand(command, words)).rejects.toMatchObject({ problems: [{ code: 'many-objects' }] });
  const file = [...words, '--out', join(folder, 'all.oem')];
  await expect(runCommand(command, file)).rejects.toMatchObject({ problems: [{ code: 'many-objects' }] });
  expect(existsSync(join(folder, 'all.oem'))).toBe(false);
});

describe('of one object', () => {
  const isoOf = (tS: number) => isoFromUnixS(fine.startUnixS + tS);
  const messageOf = (count: number, gap = -1) => {
    const [object] = fine.objects;
    const cut = (values: Float64Array) => values.slice(0, 3 * count);
    const positionEciKm = cut(object.positionEciKm!);
    if (gap >= 0) positionEciKm[3 * gap] = Number.NaN;
    const velocityEciKmS = cut(object.velocityEciKmS!);
    const one = { ...object, tS: object.tS.slice(0, count), positionEciKm, velocityEciKmS };
    return oemMessages({ ...fine, objects: [one] }, isoOf(0), isoOf);
  };

  test('a gap begins a new segment, and the degree is what the samples allow', () => {
    const segments = messageOf(9, 6)[0].text.split('META_START').slice(1);
    expect(segments.map((text) => /DEGREE = (\d)/.exec(text)![1])).toEqual(['5', '1']);
    expect(segments.map((text) => text.split('META_STOP')[1].trim().split('\n').length)).toEqual([6, 2]);
    expect(messageOf(1)[0].text).not.toContain('INTERPOLATION');
  });

  test('nothing is written of an object that is never there', () => {
    expect(messageOf(1, 0)).toEqual([]);
  });
});

describe.skipIf(!python)('an independent reader by the rules of the standard (needs python3)', () => {
  const read = (file: string, epochs: string[] = []) => runPython<Read>(python!, 'read_oem.py', [file, ...epochs]);

  test("reads the standard's own example", () => {
    const { header, segments } = read('test/python/ccsds-example.oem');
    expect(header.ORIGINATOR).toBe('NASA/JPL');
    expect(segments[0].states.length).toBe(4);
    expect(segments[0].states[1].slice(0, 2)).toEqual([1795, -2445.234]);
    expect(segments[0].covariances[0].rows[5][5]).toBe(6.2244443e-10);
  });

  test('reads ours: states to the last digit, and a place between them within a metre', () => {
    const middles = [30, 270, 570, 1170];
    const epochs = middles.map((tS) => isoFromUnixS(fine.startUnixS + tS));
    for (const file of written().slice(0, 6)) {
      const { segments, at } = read(join(folder, 'leo', file), epochs);
      expect(segments.length).toBe(1);
      const { meta, states } = segments[0];
      const object = fine.objects.find(({ id }) => id === meta.OBJECT_NAME)!;
      expect(meta).toMatchObject({ CENTER_NAME: 'EARTH', REF_FRAME: 'TEME', TIME_SYSTEM: 'UTC', OBJECT_ID: 'UNKNOWN' });
      expect(states.length).toBe(21);
      states.forEach(([tS, ...values], i) => {
        expect(tS).toBe(60 * i);
        const wanted = [object.positionEciKm!, object.velocityEciKmS!].flatMap((all) => [
          ...all.subarray(6 * i, 6 * i + 3),
        ]);
        values.forEach((value, k) => {
          expect(Math.abs(value - wanted[k])).toBeLessThanOrEqual(k < 3 ? 5.1e-7 : 5.1e-10);
        });
      });
      middles.forEach((tS, k) => {
        const wanted = object.positionEciKm!.subarray(tS / 10, tS / 10 + 3);
        expect(Math.hypot(...at[k].map((value, axis) => value - wanted[axis]))).toBeLessThan(1e-3);
      });
    }
  });

  test.each([
    ['keyword is missing: TIME_SYSTEM', (text: string) => text.replace('TIME_SYSTEM = UTC\n', '')],
    [
      'keyword out of order: CENTER_NAME',
      (text: string) => text.replace(/(REF_FRAME.*\n)/, '$1CENTER_NAME = EARTH\n').replace('CENTER_NAME = EARTH\n', ''),
    ],
    ['longer than 254', (text: string) => text.replace('COMMENT', `COMMENT ${'x'.repeat(250)}`)],
    ['times do not increase', (text: string) => text.replace(/(T00:01:00.*\n)/, '$12028-06-01$1')],
    ['too few for LAGRANGE', (text: string) => text.replace('DEGREE = 5', 'DEGREE = 25')],
    ['outside the span', (text: string) => text.replace(/STOP_TIME = .*/, 'STOP_TIME = 2028-06-01T00:10:00')],
    [
      'a message holds one object',
      (text: string) => text + text.slice(text.indexOf('META_START')).replace('transport', 'other'),
    ],
  ])('and refuses what breaks a rule: %s', (problem, broken) => {
    const text = readFileSync(join(folder, 'leo', written()[0]), 'utf8');
    expect(broken(text)).not.toBe(text);
    const file = join(folder, 'broken.oem');
    writeFileSync(file, broken(text));
    expect(() => read(file)).toThrow(problem);
  });
});

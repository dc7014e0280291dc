import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { commands } from './commands.ts';

const run = commands.find(({ name }) => name === 'run')!;
const folder = mkdtempSync(join(tmpdir(), 'cupola-wrong-'));
afterAll(() => rmSync(folder, { recursive: true }));

const layer = (fields: string) => `name: A layer
epochUtc: 2028-06-01T00:00:00Z
interceptors: [{ id: sbi, use: cbo-2026-sbi, ${fields} }]
`;
const UNPRICED = `name: My constellation
epochUtc: 2028-06-01T00:00:00Z
sensors:
  - { id: eye, name: My infrared eye, platform: space, revisitS: 5, looksCount: 3, angleErrorUrad: 50, shells: [{ id: one, planes: 2, satellitesPerPlane: 10, altitudeKm: 1200, inclinationDeg: 65 }] }
command: [{ id: c2, site: schriever, decisionS: 30 }]
interceptors:
  - { id: dart, name: My dart, basing: space, minAltitudeKm: 100, killProbability: 0.7, shells: [{ id: one, planes: 3, satellitesPerPlane: 4, altitudeKm: 450, inclinationDeg: 55 }], deltaVKmS: 5, accelerationG: 12, salvo: 2 }
threat: [{ id: raid, use: icbm-solid, count: 3, from: north-korea-interior, toward: washington }]
analysis: { trials: 2, seed: 1 }
`;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function refusalOf(name: string, words: string[]): Promise<string> {
  const error = await runCommand(commands.find((spec) => spec.name === name)!, words).catch((each) => each);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replaceAll(`${folder}/`, '');
}

test.each([
  [
    'unitMusd: 22000000',
    'is 1,000,000 times that of "cbo-2026-sbi" (22), in millions of dollars: did you mean 22,000?',
  ],
  ['killProbability: 80', 'must be at most 1, found 80: 80 % is written as 0.8'],
  ['killProbability: "80%"', 'expected a number, found "80%"; a share is written as 0.8'],
  ['killProbability: 800', 'must be at most 1, found 800'],
  ['killProbability: 1.5', 'must be at most 1, found 1.5'],
])('check asks about %s', async (fields, expected) => {
  expect(await refusalOf('check', [file('layer.yaml', layer(fields))])).toContain(expected);
});

test('a file of another kind is told in one line', async () => {
  expect(await refusalOf('check', ['package.json'])).toBe(
    'package.json:1:1 is no scenario: of its keys (name, version, description, license, type) none but a name is one of a scenario; `cupola new` writes one to begin with',
  );
  expect(await refusalOf('run', ['studies/interceptors-vs-raid.yaml'])).toMatch(
    /is a study, no scenario: `cupola sweep`/,
  );
  const result = file('result.json', JSON.stringify({ version: '1', run: {}, effect: null }));
  expect(await refusalOf('run', [result])).toMatch(/is an answer of `cupola run --json`/);
});

test('a scenario that names nobody has no partners that could leave', async () => {
  expect(await refusalOf('partners', ['scenarios/cbo-2026.yaml'])).toMatch(/^partners: nobody is named/);
});

const MUTE = UNPRICED.replace(
  'sensors:',
  `networks:
  - { id: mesh, name: My mesh, shells: [{ id: one, planes: 6, satellitesPerPlane: 12, altitudeKm: 1100, inclinationDeg: 70 }], crosslinks: plus-grid, gateways: [schriever], hopDelayMs: 1, userMinElevationDeg: 15, gatewayMinElevationDeg: 10 }
sensors:`,
);

test('an own network beside layers without terminals stops nothing, and that is said under the headline', async () => {
  const { out } = await runCommand(run, [file('mute.yaml', MUTE), '--trials', '2']);
  const plain = out.replace(/\s+/g, ' ');
  const at = (words: string) => plain.indexOf(words);
  expect(at('in 0.0 % of 2 raids')).toBeGreaterThan(0);
  expect(at('Nothing is stopped, perhaps for want of terminals')).toBeGreaterThan(0);
  expect(at('interceptor layer "dart" carries no terminal of the network')).toBeGreaterThan(at('Nothing is stopped'));
  expect(at('interceptor layer "dart" carries no terminal of the network')).toBeLessThan(at('The raid'));
});

test('what has no price costs no amount, and no budget is enough for it', async () => {
  const path = file('mine.yaml', UNPRICED);
  const { out } = await runCommand(run, [path, '--trials', '2']);
  expect(out).toContain('Nothing here has a price.');
  expect(out).not.toMatch(/\$0 million|is enough for/);
  expect(await refusalOf('run', [path, '--budget-musd', '175000'])).toBe(
    '--budget-musd: dart: no price is known, so that any number of them is affordable: a budget needs `unitMusd`',
  );
  expect(await refusalOf('run', ['scenarios/cbo-2026.yaml', '--budget-musd', '175'])).toMatch(/did you mean 175000/);
});

test('what a new scenario takes where nothing is said is not known at every date', async () => {
  const refusal = await refusalOf('new', ['--as-of', '1957']);
  expect(refusal).toContain('--interceptors: "cbo-2026-sbi" is no entry of catalog/interceptors');
  expect(refusal).toContain('--vehicles: "falcon-9" is no entry of catalog/launchers');
});

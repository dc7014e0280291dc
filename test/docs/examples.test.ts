import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { type Install, install } from '../ensemble/install.ts';
import { hasPrograms, pathWithCupola } from '../ensemble/programs.ts';

const bash = promisify(execFile);

/** Examples of the help that are not typed here, and why. */
const NOT_HERE: [line: RegExp, why: string][] = [
  [/^cupola (studio|mcp)\b/, 'serves until it is stopped: test/studio, test/cli/mcp.test.ts'],
  [/^cupola (sweep|worker)\b/, 'job arrays and clusters: test/ensemble, ensembles-page.test.ts'],
  [/^cupola (claim|quote|partners|source|selftest|validate|compare)\b/, 'draws of whole scenarios: their own tests'],
  [/^cupola catalog audit\b/, 'draws of a whole scenario: src/cli/catalog-audit.test.ts'],
  [/^cupola run\b(?!.*(xlsx|one-missile.yaml$))/, 'draws of whole scenarios: src/cli/run.test.ts'],
  [/^cupola export (png|svg)\b/, 'every chart of a scenario: test/export/export.test.ts'],
  [/^cupola (coverage|field|footprint) scenarios\/golden-dome/, 'the largest scenario: their own tests'],
];
/** What a line needs beside the program, where not every machine has it. */
const PROGRAMS: [line: RegExp, program: string][] = [[/\| man /, 'man']];

const examples = commands.flatMap((each) => each.examples);
const typed = examples.filter((line) => !NOT_HERE.some(([pattern]) => pattern.test(line)));

let program: Install;
/** A folder with what a clone has, and a home of its own. */
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  program = install();
  folder = mkdtempSync(join(tmpdir(), 'cupola-examples-'));
  mkdirSync(join(folder, 'home'));
  for (const name of ['scenarios', 'examples', 'studies']) symlinkSync(resolve(name), join(folder, name));
  env = { ...process.env, HOME: join(folder, 'home'), PATH: pathWithCupola(folder, program.cli) };
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('every reason not to type an example holds for some example', () => {
  for (const [pattern, why] of NOT_HERE)
    expect(
      examples.some((line) => pattern.test(line)),
      why,
    ).toBe(true);
  expect(typed.length).toBeGreaterThan(45);
});

test.each(typed)('as printed: %s', async (line) => {
  const needs = PROGRAMS.find(([pattern]) => pattern.test(line))?.[1];
  if (needs !== undefined && !hasPrograms([needs])) return;
  const { stdout, stderr } = await bash('bash', ['-e', '-o', 'pipefail', '-c', line], {
    cwd: folder,
    env,
    maxBuffer: 1e8,
  });
  if (!/> \S+$/.test(line)) expect(stdout.length + stderr.length).toBeGreaterThan(10);
});

test('the files that examples read come along', () => {
  const read = examples.flatMap((line) => line.match(/(?<![\w/])(scenarios|examples|studies)\/[\w./-]+/g) ?? []);
  expect(read.length).toBeGreaterThan(40);
  expect(read.filter((path) => !existsSync(path))).toEqual([]);
});

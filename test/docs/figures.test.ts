import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { BALL_LIMIT_S } from '../../src/engage/fly-out.ts';
import { type Install, install } from '../ensemble/install.ts';
import { runCommand, shellWords } from '../fixtures/run-command.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';
import { sections, textOf } from './pages.ts';

/** Figures that no command near them prints, and why they hold. */
const GIVEN: [page: string, figures: string[], why: string][] = [
  ['tutorials/cbo-estimate.md', ['5', '1,560', '16', '15', '686 billion', '17', '755'], 'worked out in docs.test.ts'],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cupola-figures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const spaced = (text: string) => text.replace(/\s+/g, ' ');
const runs = new Map<string, Promise<string>>();
/**
 * What a line of a page prints, run once and as it stands, but for a report that it writes too: a minute's work, which changes nothing on
 * the screen and is held by test/report. What `validate` prints stands in its page, held by validation.test.ts.
 */
function printed(shown: string): Promise<string> {
  const line = shown.replace(/ --html \S+/, '');
  const [, name, ...words] = shellWords(line);
  if (name === 'validate') return Promise.resolve(textOf('validation.md'));
  if (name === 'studio') return Promise.resolve(''); // serves until it is stopped
  const moved = words.map((word, i) => (/^--out$/.test(words[i - 1] ?? '') ? join(folder, word) : word));
  const run = () =>
    words.includes('--lang')
      ? bySelf([name, ...moved])
      : runCommand(commands.find((each) => each.name === name)!, moved).then(({ out }) => out);
  if (!runs.has(line)) runs.set(line, run());
  return runs.get(line)!;
}

const start = promisify(execFile);
let program: Install | undefined;
afterAll(() => program?.remove());

/** What the program prints when it is started, since a language is that of the whole process; with plain blanks. */
async function bySelf(words: string[]): Promise<string> {
  program ??= install();
  const { stdout } = await start(process.execPath, [program.cli, ...words], { maxBuffer: 1e8 });
  return stdout.replace(/[\u00a0\u202f]/g, ' ');
}

describe('figures in the text are those that the commands beside them print', () => {
  test.each(sections)(
    '$page: $heading',
    async ({ page, lines, figures, output }) => {
      const given = GIVEN.filter(([of]) => of === page).flatMap(([, each]) => each);
      const all = (await Promise.all(lines.map(printed))).join('\n');
      const isIn = (figure: string) =>
        new RegExp(`(?<![\\d.,])${figure.replace(/[+.$]/g, '\\$&')}(?![\\d.,]*\\d)`).test(spaced(all)) ||
        (/^\d+ billion$/.test(figure) &&
          lines.some((line) => new RegExp(`\\b${parseInt(figure, 10)}000\\b`).test(line)));
      expect(figures.filter((figure) => !isIn(figure) && !given.includes(figure))).toEqual([]);
      expect(output.filter((line) => !all.includes(line))).toEqual([]);
    },
    1_200_000, // raids over draws of the largest scenario, on a busy machine
  );
});

test('the limit of the fly-out by free fall is that of the model', () => {
  expect(textOf('limits.md')).toContain(`gravity over the fly-out under ${BALL_LIMIT_S} s`);
});

test('counts in words are those of the scenarios', () => {
  const { networks, sensors, interceptors, threats } = shippedScenario('golden-dome');
  const missiles = Array.from({ length: threats.reduce((sum, { count }) => sum + count, 0) });
  const count = (list: readonly unknown[]) =>
    ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][list.length];
  const said = `${count(networks)} networks, ${count(sensors)} sensors, ${count(interceptors)} layers of interceptors, ${count(missiles)} missiles`;
  expect(spaced(textOf('start.md')).toLowerCase()).toContain(said);
});

test.each([
  ['run', 'run scenarios/golden-dome.yaml'],
  ['source', 'source scenarios/golden-dome.yaml'],
])(
  'the picture docs/images/%s.svg shows what the command prints (scripts/pictures.sh)',
  async (name, words) => {
    const picture = readFileSync(`docs/images/${name}.svg`, 'utf8');
    const shown = [...picture.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text);
    const plain = shown.map((line) => line.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
    const lines = [`$ ./cupola ${words}`, ...(await printed(`cupola ${words}`)).split('\n')];
    expect(plain).toEqual(lines.slice(0, plain.length));
    expect(plain.length).toBeGreaterThan(40);
  },
  600_000, // draws of the largest scenario
);

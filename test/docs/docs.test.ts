import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { loadInstalledCatalog } from '../../src/cli/load-catalog.ts';
import { parseScenario } from '../../src/read/parse.ts';
import { resolveScenario } from '../../src/read/resolve.ts';
import { runCommand, shellWords } from '../fixtures/run-command.ts';
import { linesOf, pages, READMES, runWhole, textOf } from './pages.ts';

test('the schema of the result is up to date (npm run schema:result)', () => {
  let said = '';
  try {
    execFileSync(process.execPath, ['scripts/report-schema.mjs', '--check'], { stdio: 'pipe' });
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  expect(said).toBe('');
});

test('every page written by hand stands in the list beside the pages', () => {
  const list = readFileSync('docs/.vitepress/config.mjs', 'utf8');
  const missing = pages
    .map((name) => `/${name.replace(/\\/g, '/').replace(/\.md$/, '')}`)
    .filter((link) => link !== '/index' && !list.includes(`link: '${link}'`));
  expect(missing).toEqual([]);
});

test('every page written by hand is one click from the README, and the French one leads there and back', () => {
  const linked = READMES.map((name) => [...textOf(name).matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target));
  for (const target of linked.flat().filter((each) => !/^https?:/.test(each)))
    expect(existsSync(target), target).toBe(true);
  expect(
    pages.filter((name) => name !== 'index.md' && !linked.flat().includes(`docs/${name.replace(/\\/g, '/')}`)),
  ).toEqual([]);
  expect(linked[0]).toContain('README.fr.md');
  expect(linked[1]).toContain('README.md');
});

describe('links', () => {
  test.each(pages)('%s leads nowhere that is not there', (page) => {
    for (const [, target] of textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue;
      const at = target.startsWith('/') ? `docs${target}.md` : join('docs', page, '..', target);
      expect([at, at.replace('/.md', '/index.md')].some(existsSync), `${page} links ${target}`).toBe(true);
    }
  });
});

/** Lines that are not run here, and why. Everything else that a page shows is run. */
const NOT_HERE: [line: RegExp, why: string][] = [
  [/^studio\b/, 'serves until it is stopped: test/studio'],
  [/^(sweep|worker)\b/, 'hours, job arrays or a cluster: test/ensemble runs them on small studies'],
  [/^catalog audit\b/, 'draws of a whole scenario: src/cli/catalog-audit.test.ts holds it against a small one'],
  [/^claim\b/, 'draws of the largest scenario: src/cli/claim.test.ts holds claims against a small one'],
  [/^validate\b/, 'its cases and its page are held by validation/validation.test.ts'],
  [/mine\.yaml|north-radar/, 'of files that the page has one write: extend-page.test.ts'],
];

/** Lines that differ in nothing but the number of raids or the language count once. */
const plain = (line: string) => line.replace(/ --trials \d+| --lang \w+/g, '');
const shown = [...pages, ...READMES]
  .flatMap((page) => linesOf(textOf(page)).map((line) => [page, line] as const))
  .filter(([, line], i, all) => all.findIndex((each) => plain(each[1]) === plain(line)) === i);

/** The same line on three raids, of one missile where a report is asked for, and with its files in a folder of the test. */
function shortened(line: string, folder: string): string[] {
  const [, name, ...words] = shellWords(line.replace(/ --lang \w+/, '')); // the words of French: figures.test.ts
  const few = words.map((word, i) => {
    const option = words[i - 1];
    if (option === '--trials') return '3';
    if (name === 'run' && words.includes('--html') && word.startsWith('scenarios/'))
      return 'scenarios/one-missile.yaml';
    return word.startsWith('out/') ? join(folder, word) : word;
  });
  const hasTrials = /^(run|compare|partners)$/.test(name) && !words.includes('--trials');
  const draws = words.includes('--date') && !words.includes('--draws') ? ['--draws', '16', '--raids', '4'] : [];
  return [
    ...few,
    ...draws,
    ...(hasTrials && !words.includes('--dependence') && !words.includes('--history') ? ['--trials', '3'] : []),
  ];
}

describe('commands that the pages show', () => {
  test('there are some, and each names a command that there is', () => {
    expect(shown.length).toBeGreaterThan(25);
    for (const [page, line] of shown)
      expect(
        commands.map(({ name }) => name),
        `${page}: ${line}`,
      ).toContain(line.split(' ')[1]);
  });

  test('every reason not to run a line here holds for some line', () => {
    for (const [pattern, why] of NOT_HERE)
      expect(
        shown.some(([, line]) => pattern.test(line.replace('cupola ', ''))),
        why,
      ).toBe(true);
  });

  const rest = shown.filter(([, line]) => !runWhole.has(line));
  const here = rest.filter(([, line]) => !NOT_HERE.some(([pattern]) => pattern.test(line.replace('cupola ', ''))));
  test.each(here)(
    '%s: %s',
    async (_page, line) => {
      const folder = await mkdtemp(join(tmpdir(), 'cupola-docs-'));
      try {
        const spec = commands.find(({ name }) => name === line.split(/\s+/)[1])!;
        const { code, out, notes } = await runCommand(spec, shortened(line, folder));
        expect(code).toBe(0);
        expect(out.length + notes.join().length).toBeGreaterThan(20);
        if (/--(out|html) /.test(line)) expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(0);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    120_000,
  );
});

/** Its pieces belong together, in files that its commands run. */
const ARCHITECT = join('tutorials', 'architect.md');

test('pieces of YAML in the tutorial for the architect stand in its scenarios, the first as `new` writes it', async () => {
  const mine = readFileSync('examples/my-shield.yaml', 'utf8');
  const scenarios = mine + readFileSync('examples/real-plane.yaml', 'utf8');
  const page = textOf(ARCHITECT);
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);
  expect(blocks.length).toBe(7);
  for (const block of blocks) expect(scenarios).toContain(block);
  const [begin] = linesOf(page);
  const words = shellWords(begin.replace(/ --out .*/, '')).slice(2);
  const { out } = await runCommand(commands.find(({ name }) => name === 'new')!, words);
  const put = blocks.slice(0, 6).join('\n');
  const kept = out.split('\n').filter((line) => /^\S/.test(line) || line.includes('{ id:'));
  const left = kept.filter((line) => !mine.includes(line) && !put.includes(line));
  expect(left).toEqual([
    '  - { id: sda-tracking-t2, use: sda-tracking-t2 } # SDA Tracking Layer, Tranche 2',
    'partners: { use: partners-2026-11 }',
  ]);
});

test('pieces of YAML in the pages are pieces of a scenario or of the catalog', async () => {
  const catalog = await loadInstalledCatalog();
  let read = 0;
  for (const page of pages)
    for (const [, block] of textOf(page).matchAll(/```yaml\n([\s\S]*?)```/g)) {
      if (page === ARCHITECT || !/^(interceptors|networks|sensors):/m.test(block)) continue;
      if (/file: starlink\.tle/.test(block)) continue;
      const text = /^name:/m.test(block) ? block : `name: piece\nepochUtc: 2028-06-01T00:00:00Z\n${block}`;
      expect(() => resolveScenario(parseScenario(text, page), catalog, {})).not.toThrow();
      read++;
    }
  expect(read).toBeGreaterThan(3);
});

test('the figures of the tutorial on the estimate are those that its commands print', async () => {
  const text = textOf('tutorials/cbo-estimate.md');
  const command = (name: string) => commands.find((each) => each.name === name)!;
  const json = async (name: string, words: string[]) =>
    JSON.parse((await runCommand(command(name), [...words, '--trials', '2', '--threads', '1', '--json'])).out);
  const { cost } = await json('run', ['scenarios/cbo-2026.yaml']);
  const layer = cost.result.elements.find(({ id }: { id: string }) => id === 'sbi');
  const billion = (musd: number, digits = 1) => `${(musd / 1000).toFixed(digits)}`;
  const whole = (value: number) => Math.round(value).toLocaleString('en-US');
  expect(text).toContain(`| ${whole(layer.unitCount)} | ${whole(layer.unitCount)} |`);
  expect(text).toContain(`| - | ${whole(layer.boughtCount)} |`);
  const lifeYr = 5;
  const aYear = layer.unitCount / lifeYr;
  const acquired = (years: number) => Math.round((22 * (layer.unitCount + aYear * years)) / 1000);
  expect(layer.boughtCount).toBe(layer.unitCount + 16 * aYear);
  expect(text).toContain(`${whole(layer.unitCount)} / ${lifeYr} = ${whole(aYear)} a year for the 16 years`);
  expect(text).toContain(
    `15 years of replacements would give ${acquired(15)} billion and 17 would give ${acquired(17)}`,
  );
  expect(text).toContain(`| ${billion(layer.totalMusd)} B$ and`);
  expect(text).toContain(`| ${whole(cost.result.totalMusd / 1000)} B$ |`);
  const { results } = await json('compare', ['scenarios/cbo-2026.yaml', 'examples/cbo-longer-life.yaml']);
  const total = results.find(({ key }: { key: string }) => key === 'totalMusd');
  expect(text).toContain(`${billion(-total.difference, 0)} billion dollars less`);
});

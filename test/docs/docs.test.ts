import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { loadInstalledCatalog } from '../../src/cli/load-catalog.ts';
import { runCommand } from '../../src/cli/test-context.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !/^(models|reference)[/\\]|node_modules|public/.test(name),
);
const textOf = (name: string) => readFileSync(join('docs', name), 'utf8');

test('the pages that are made from the code are up to date (npm run docs:generate)', () => {
  let said = '';
  try {
    execFileSync(process.execPath, ['scripts/docs.mjs', 'check'], { stdio: 'pipe' });
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  expect(said).toBe('');
});

test('the schema of the result is up to date (npm run schema:result)', () => {
  let said = '';
  try {
    execFileSync(process.execPath, ['scripts/report-schema.mjs', '--check'], { stdio: 'pipe' });
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  expect(said).toBe('');
});

describe('links', () => {
  test.each(pages)('%s leads nowhere that is not there', (page) => {
    for (const [, target] of textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^https?:/.test(target!)) continue;
      const at = target!.startsWith('/') ? `docs${target}.md` : join('docs', page, '..', target!);
      expect([at, at.replace('/.md', '/index.md')].some(existsSync), `${page} links ${target}`).toBe(true);
    }
  });
});

/** Commands that tests run elsewhere, that need the network, or that do not end. */
const ELSEWHERE =
  /^(studio|validate|sweep|worker)\b|--raid-size|--budget-musd|cupola partners|--html|export (svg|png|oem)|--maps/;

const shown = pages.flatMap((page) =>
  [...textOf(page).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block!
      .split('\n')
      .filter((line) => /^(\.\/)?cupola \w/.test(line))
      .map((line) => [page, line.replace('./', '')] as const),
  ),
);

describe('commands that the pages show', () => {
  test('there are some, and each names a command that there is', () => {
    expect(shown.length).toBeGreaterThan(10);
    for (const [page, line] of shown)
      expect(
        commands.map(({ name }) => name),
        `${page}: ${line}`,
      ).toContain(line.split(' ')[1]);
  });

  const quick = shown.filter(([, line]) => !ELSEWHERE.test(line) && !ELSEWHERE.test(line.replace('cupola ', '')));
  test.each(quick)('%s: %s', async (_page, line) => {
    const [, name, ...words] = line.split(/\s+/);
    const spec = commands.find((each) => each.name === name)!;
    const fewer = words
      .map((word, i) => (words[i - 1] === '--trials' ? '3' : word))
      .filter((word, i, all) => word !== '--out' && all[i - 1] !== '--out');
    const isRun = name === 'run' || name === 'compare';
    const { code, out } = await runCommand(
      spec,
      isRun && !words.includes('--trials') ? [...fewer, '--trials', '3'] : fewer,
    );
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });
});

test('pieces of YAML in the pages are pieces of a scenario or of the catalog', async () => {
  const catalog = await loadInstalledCatalog();
  let read = 0;
  for (const page of pages)
    for (const [, block] of textOf(page).matchAll(/```yaml\n([\s\S]*?)```/g)) {
      if (!/^(interceptors|networks|sensors):/m.test(block!) || /file: starlink\.tle/.test(block!)) continue;
      const text = `name: piece\nepochUtc: 2028-06-01T00:00:00Z\n${block}`;
      expect(() => resolveScenario(parseScenario(text, page), catalog, {})).not.toThrow();
      read++;
    }
  expect(read).toBeGreaterThan(3);
});

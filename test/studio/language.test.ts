// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../../src/catalog/kinds.ts';
import { loadCatalogFolder } from '../../src/cli/load-catalog.ts';
import { InputError } from '../../src/flow/problems.ts';
import { parseScenario } from '../../src/read/parse.ts';
import { resolveScenario } from '../../src/read/resolve.ts';
import { scenarioJsonSchema } from '../../src/read/schema.ts';
import { french } from '../../src/words/fr/index.ts';
import { namePairs, properNames } from '../../src/words/fr/names.ts';
import { placePairs } from '../../src/words/fr/places.ts';
import { english, inLanguage, tell } from '../../src/words/index.ts';
import { numbersIn } from '../../studio/src/i18n/numbers.ts';
import { LONG_MS, linkTo, settled, threeFleets, useStudio } from './studio-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const catalogFolder = pathToFileURL(`${root}catalog/`);
/** As an assertion reads it: spaces that may not break are spaces. */
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('French of what the engine says', { timeout: LONG_MS }, () => {
  test('every field of a scenario is described in French', () => {
    const descriptions = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { description, doc } = value as { description?: unknown; doc?: unknown };
      for (const each of [description, doc]) if (typeof each === 'string') descriptions.add(each);
      for (const each of Object.values(value)) collect(each);
    };
    collect(scenarioJsonSchema());
    collect(kinds);
    expect(descriptions.size).toBeGreaterThan(150);
    expect([...descriptions].filter((each) => french.meaningOf?.(each) === undefined)).toEqual([]);
  });

  test('every name of the catalog has French, or is a proper name', async () => {
    const { entries } = await loadCatalogFolder(catalogFolder);
    const names = new Set<string>();
    const people = new Set<string>();
    for (const [kind, all] of Object.entries(entries))
      for (const { name, members, parts, functions } of Object.values(all) as unknown as Record<
        string,
        { name: string }[]
      >[]) {
        if (kind !== 'sites') names.add(name as unknown as string);
        for (const each of [...(parts ?? []), ...(functions ?? [])]) names.add(each.name);
        for (const each of members ?? []) people.add(each.name);
      }
    for (const file of readdirSync(`${root}scenarios`).filter((each) => each.endsWith('.yaml')))
      names.add(String((parse(readFileSync(`${root}scenarios/${file}`, 'utf8')) as { name: string }).name));
    const isKnown = (name: string) => properNames.includes(name) || french.nameOf?.(name) !== undefined;
    expect(names.size).toBeGreaterThan(60);
    expect([...names].filter((name) => !isKnown(name))).toEqual([]);
    // of partners only those that hold a word of English
    expect([...people].filter((name) => /\b(with|of|the|withheld|government)\b/.test(name) && !isKnown(name))).toEqual(
      [],
    );
    const places = Object.values(entries.sites).map(({ name }) => String(name));
    const isEnglish = /\b(interior|North|South|East|West|Sea|gateway|Possible|Virginia|California|Florida|Hawaii)\b/;
    expect(places.filter((name) => isEnglish.test(name) && !isKnown(name))).toEqual([]);
    for (const pair of [...namePairs, ...placePairs]) expect(pair[1], pair[0]).not.toBe('');
  });

  test('what is wrong with a scenario is said in French, at its place', async () => {
    const catalog = await loadCatalogFolder(catalogFolder);
    const problems = (text: string) => {
      try {
        resolveScenario(parseScenario(text, 'mien.yaml'), catalog, {});
      } catch (error) {
        if (error instanceof InputError)
          return error.problems.map(({ line, column, path, said }) => [
            line,
            column,
            path,
            plain(inLanguage(french, () => tell(said))),
          ]);
        throw error;
      }
      return [];
    };
    const head = 'name: x\nepochUtc: 2028-06-01T00:00:00Z\n';
    expect(problems(`${head}netwroks: []\n`)).toEqual([
      [3, 1, 'netwroks', 'clé inconnue, vouliez-vous dire « networks » ?'],
    ]);
    expect(problems(`${head}networks:\n  - id: a\n    use: starlnk-gen1\n`)).toEqual([
      [
        5,
        10,
        'networks[0].use',
        '« starlnk-gen1 » n’est pas une entrée de catalog/networks, vouliez-vous dire « starlink-gen1 » ? `cupola catalog list networks` en donne la liste',
      ],
    ]);
    expect(problems(`${head}analysis: { trials: 1000000000 }\n`)).toEqual([
      [3, 21, 'analysis.trials', 'doit être au plus 10 000 000 ; trouvé : 1000000000'],
    ]);
    expect(problems('name: [a\nepochUtc: b\n').map(([line]) => line)).toContain(2);
    for (const [, , , message] of problems('name: [a\nepochUtc: b\n')) expect(message).toBeDefined();
    expect(problems(`${head}fibre: 3\n`)).toEqual([
      [3, 8, 'fibre', 'valeur attendue : un groupe de clés ; trouvé : 3'],
    ]);
  });
});

describe('numbers and words of the page', () => {
  test('French writes numbers, money and dates its own way', () => {
    const n = numbersIn(french);
    expect(n.short(1234.5)).toBe('1\u202f230');
    expect(n.count(1234.5)).toBe('1\u202f235');
    expect(n.percent(0.0345)).toBe('3,5\u202f%');
    expect(n.money(858_700)).toBe('859\u00a0Md\u202f$');
    expect(n.money(1_170_000)).toBe('1\u202f170\u00a0Md\u202f$');
    expect(n.money(-12.5, true)).toBe('−12,5\u00a0M\u202f$');
    expect(n.seconds(2.84)).toBe('2,8\u00a0s');
    expect(n.date(Date.UTC(2028, 5, 1) / 1000)).toBe('1er juin 2028');
    expect(numbersIn(english).money(1_170_000)).toBe('$1.17 trillion');
    expect(numbersIn(english).money(-12.5, true)).toBe('−$12.5 million');
    expect(numbersIn(english).date(Date.UTC(2028, 5, 1) / 1000)).toBe('2028-06-01');
    expect(n.short(Number.NaN)).toBe('–');
  });
});

describe('the French page', { timeout: LONG_MS }, () => {
  const studio = useStudio();

  test('of golden-dome holds no English, whatever is opened', async () => {
    const { page, faults, close } = await studio.open({ hash: linkTo({ s: 'golden-dome', n: 5, l: 'fr' }) });
    await settled(page);
    await page.waitForSelector('.plot svg');
    const check = async (where: string) => expect(await englishOn(page), where).toEqual([]);
    await openAll(page);
    await check('page');
    expect(await page.title()).toBe('Cupola, le studio');
    await page.locator('[data-partner=spacex] input').nth(1).check();
    await page.waitForSelector('[data-card=effect] .delta');
    await settled(page);
    await openAll(page);
    await check('partner switched');
    for (const [button, content] of panels) {
      await page.getByRole('button', { name: button, exact: true }).first().click();
      await page.locator(content).first().waitFor();
      await check(button);
      if (content === '.cm-content') {
        await page.locator('.drawer input[name=editor]').nth(1).check();
        await page.locator('.leaf').first().waitFor();
        await page.evaluate(() => {
          for (const more of document.querySelectorAll<HTMLElement>('.form .link')) more.click();
        });
        await check('form');
      }
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Exporter' }).click();
    await page.getByRole('menuitem', { name: 'Convertir des fichiers d’orbites' }).click();
    await page.locator('.convert input[type=file]').setInputFiles('test/orbit-zoo/files/twice.tle');
    await page.locator('.convert [data-verdict]').waitFor();
    await page.locator('#convert-format').selectOption('oem');
    await check('converter');
    await page.keyboard.press('Escape');
    await page.locator('.figure').nth(1).click();
    await page.waitForSelector('.source-list li');
    await check('sources');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Comparer', exact: true }).click();
    await page.waitForSelector('.compare-inputs tbody tr');
    await openAll(page);
    await check('two scenarios');
    expect(faults).toEqual([]);
    await close();
  });

  test('the search for partners holds no English', async () => {
    const { page, faults, close } = await studio.open({ hash: linkTo({ ...threeFleets, n: 5, l: 'fr' }) });
    await settled(page);
    await page.locator('[data-card=independence] button').click();
    await page.waitForSelector('[data-price]', { timeout: 180_000 });
    await openAll(page);
    // what the file itself is called is the reader's own
    expect((await englishOn(page)).filter((words) => !words.includes('Three fleets'))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('says in French what is wrong with a scenario', async () => {
    const { page, faults, close } = await studio.open({ hash: '#scenario=one-missile&lang=fr' });
    await settled(page);
    await page.getByRole('button', { name: 'Modifier le scénario' }).first().click();
    const editor = page.getByRole('textbox', { name: 'Scénario en YAML' });
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nme: wrong\n');
    const problems = async () => plain(await page.locator('.problems').innerText());
    await expect
      .poll(problems, { timeout: 45_000 })
      .toContain('Ligne 1, colonne 1 : nme : clé inconnue, vouliez-vous dire « name » ?');
    await check(page);
    expect(faults).toEqual([]);
    await close();
  });
});

const check = async (page: Page) => expect(await englishOn(page)).toEqual([]);

const panels = [
  ['Satellites', '.drawer tbody tr'],
  ['Aide', '.drawer li'],
  ['Modifier le scénario', '.cm-content'],
] as const;

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
}

/** Words that French does not have and no name on the page holds. */
const ENGLISH =
  /\b(the|of|and|with|from|is|are|was|were|to|by|at|for|after|before|which|that|this|each|every|none|found|seen|expected|missing|unknown|million|billion|years?|launch|burnout|hit|missed|decided|detected|released|interceptors?|sensor|network|satellite bus|gets?)\b/i;
/** Names of products and places that hold such a word. */
const NAMES =
  /\b(Ball|Space Force|Air Force|for the|Front|Launch Alliance|golden-dome|as announced and reported to November)\b|catalog\/|^Ajouter à |^plus-grid\s/;

/** Text of the page that is in the English message file or holds an English word; citations and code left out. */
async function englishOn(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const quoted =
      '.sources table, .source-list, .inputs-table, .yaml, select, .list-field legend, .list-field summary, .leaf > label, .form, noscript, script, style';
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(quoted)) found.add(node.textContent?.trim() ?? '');
    for (const each of document.querySelectorAll('.form .leaf > p, .form button, select:not([data-names]) option'))
      if (!each.closest('.picker, .compare, .leaf')) found.add(each.textContent?.trim() ?? '');
    for (const each of document.querySelectorAll('.form .leaf > p, .form button'))
      found.add(each.textContent?.trim() ?? '');
    for (const each of document.querySelectorAll('[title], [aria-label], [placeholder]'))
      if (!each.closest('.yaml'))
        for (const name of ['title', 'aria-label', 'placeholder']) found.add(each.getAttribute(name)?.trim() ?? '');
    return [...found].filter(Boolean);
  });
  expect(shown.length).toBeGreaterThan(20);
  const told = Object.entries(english.messages)
    .filter(([code, words]) => french.messages[code as keyof typeof french.messages] !== words)
    .filter(([code, words]) => code.startsWith('studio.') || words.replace(/\{[^}]*\}/g, '').length > 8)
    .map(([, words]) => patternOf(words));
  return shown.filter(
    (words) =>
      !/^(English|Français)$/.test(words) &&
      (told.some((pattern) => pattern.test(words)) || (ENGLISH.test(words) && !NAMES.test(words))),
  );
}

/** A text that was made from a template, whole. Templates of little but gaps fit everything and are left to the words. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{\w+(?:[:|][^}]*)?\}/);
  if (parts.join('').replace(/[^a-z]/gi, '').length < 3 && parts.length > 1) return /^\b$/;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*?')}$`);
}

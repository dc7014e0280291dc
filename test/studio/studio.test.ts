// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { withoutRunLines } from '../../src/flow/run-lines.ts';
import { recorded } from '../../src/report/run-record.ts';
import { run } from '../../src/run/run.ts';
import { violations } from './axe.ts';
import { differences } from './differences.ts';
import { LONG_MS, linkTo, settled, threeFleets, useStudio } from './studio-browser.ts';

const studio = useStudio();

const headline = (page: Page, card: string) => page.locator(`[data-card=${card}] .figure`).textContent();
const downloaded = async (page: Page, item: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    })(),
  ]);
  return readFile(await download.path());
};

/**
 * Who of many clients at the same distance gets one of a relay's terminals may hang on the last bit of a sine, which engines round
 * apart: the median way of those who are served then moves a little, and how many are served does not.
 */
function isTieOfTerminals(words: string): boolean {
  const [, a, b] = /^\/networks\/variants\/\d+\/legs\/\d+\/medianS: ([\d.]+) and ([\d.]+)$/.exec(words) ?? [];
  return a !== undefined && Math.abs(Number(a) / Number(b) - 1) < 0.01;
}

describe('the studio in Chromium', { timeout: LONG_MS }, () => {
  test('answers the four questions with the numbers of the command line', async () => {
    const { page, faults, close } = await studio.open({ raids: 5 });
    await page.locator('select[name=trials]').selectOption('50');
    expect(await settled(page)).toBe('done');
    const { repeat, ...shown } = JSON.parse(String(await downloaded(page, 'Result (JSON)')));
    expect(repeat.answerSha256).toMatch(/^[0-9a-f]{64}$/); // held against what is made again in verify.test.ts
    const { architecture } = await loadScenarioFile('scenarios/golden-dome.yaml');
    architecture.analysis.trials = 50;
    const { result } = run(architecture, { version: shown.version });
    const expected = JSON.parse(JSON.stringify(recorded(result, { scenario: 'scenarios/golden-dome.yaml' })));
    expect(shown.effect).toEqual(expected.effect);
    expect(shown.timeline.events).toHaveLength(expected.timeline.events.length);
    expect(differences(shown, expected).filter((words) => !isTieOfTerminals(words))).toEqual([]);
    expect(await headline(page, 'effect')).toBe(percent(expected.effect.noLeaker.probability));
    expect(await headline(page, 'cost')).toMatch(/^\$[\d.,]+ (billion|trillion)$/);
    expect(await headline(page, 'dependence')).toMatch(/%$/);
    const stopped = page.locator('.chain .stopped title'); // where the flight ends stands on the lane of outcomes
    expect(await stopped.textContent()).toMatch(/^\d+\ss: stopped by \w+/);
    expect(faults).toEqual([]);
    await close();
  });

  test('plays forwards and backwards, and jumps from event to event', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5 });
    await settled(page);
    const now = () => page.locator('.clock input[type=range]').inputValue().then(Number);
    const before = await now();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(now, { timeout: 30_000 }).toBeGreaterThan(before + 10);
    await page.getByRole('button', { name: 'Play backwards' }).click();
    const top = await now();
    await expect.poll(now, { timeout: 30_000 }).toBeLessThan(top - 5);
    await page.getByRole('button', { name: 'Play backwards' }).click();
    await page.getByRole('button', { name: 'Next event' }).click();
    const first = await now();
    await page.keyboard.press('.');
    expect(await now()).toBeGreaterThan(first);
    await page.keyboard.press(',');
    expect(await now()).toBeCloseTo(first, 6);
    expect(faults).toEqual([]);
    await close();
  });

  test('a partner switched off changes the shield; switched on again, everything comes back', async () => {
    // without the field of November, which alone stops what the space layer leaves
    const { page, faults, close } = await studio.open({ scenario: 'golden-dome-2026-07', raids: 50 });
    await settled(page);
    await page.waitForSelector('.plot svg');
    const before = await page.locator('.answers').innerText();
    const spacex = page.locator('[data-partner=spacex]');
    await spacex.locator('input').nth(2).check();
    await page.waitForSelector('[data-card=effect] .delta');
    await settled(page);
    const left = page.locator('[data-card=dependence] figure').first();
    await left.getByText('Data table').click();
    const rows = await left.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t')[0])).toEqual(expect.arrayContaining(['starlink', 'starshield']));
    const after = await page.locator('.answers').innerText();
    expect(after).not.toBe(before);
    expect(await page.locator('[data-card=effect] .delta').innerText()).toMatch(/−\d.* points against all partners on/);
    expect(await page.locator('[data-card=cost] .delta').innerText()).toMatch(/^\+\$.* for substitutes/);
    expect(await page.locator('.summary').innerText()).toMatch(/Raids without a leaker: \d.* → \d/);
    await page.waitForSelector('[data-card=fielding] .delta'); // the campaign without the partner comes last
    await page.locator('[data-card=fielding] .plot-lines svg').waitFor();
    await spacex.locator('input').first().check();
    await page.waitForFunction(() => !document.querySelector('[data-card=effect] .delta'));
    expect(await page.locator('.answers').innerText()).toBe(before);
    await page.keyboard.press('Control+z');
    await page.waitForSelector('[data-card=effect] .delta');
    expect(await spacex.getAttribute('data-state')).toBe('denied');
    expect(faults).toEqual([]);
    await close();
  });

  test('a mistake in the YAML is shown at its line; mended, the scenario runs', async () => {
    const { page, faults, close } = await studio.open({ hash: '#scenario=one-missile' });
    await settled(page);
    await page.getByRole('button', { name: 'Edit scenario' }).first().click();
    const editor = page.getByRole('textbox', { name: 'Scenario as YAML' });
    await editor.waitFor();
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nme: wrong\n');
    await expect.poll(() => page.locator('.problems').innerText(), { timeout: 45_000 }).toContain('Line 1');
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n# a remark\n');
    await expect.poll(() => page.locator('.problems').innerText(), { timeout: 45_000 }).toContain('No problems');
    await page.getByRole('button', { name: 'Apply' }).click();
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });

  test('a broken link and a scenario with markup in its names do no harm', async () => {
    const { page, faults, close } = await studio.open({ hash: '#s=bm90LWEtbGluaw' });
    await page.waitForSelector('.toast:has-text("The link could not be read")');
    const name = '<img src=x onerror=document.title=1>';
    const text = await readFile('scenarios/one-missile.yaml', 'utf8');
    const evil = text.replace(/^name: .*$/m, `name: '${name}'`).replace('id: sbi,', 'id: sbi, name: "<b>bold</b>",');
    await page.locator('input[type=file]').setInputFiles({
      name: '<b>evil</b>.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(evil),
    });
    await page.waitForSelector('.toast:has-text("evil")');
    expect(await settled(page)).toBe('done');
    await page.getByRole('button', { name: 'Satellites', exact: true }).click();
    await page.waitForSelector('.drawer :text("<b>bold</b>")');
    expect(await page.locator('.app img, .app b:text("bold")').count()).toBe(0);
    expect(await page.title()).toBe('Cupola studio');
    expect(faults).toEqual([]);
    await close();
  });

  test('at once, networks of others carry the messages of a partner who is denied: the page says so', async () => {
    const { page, faults, close } = await studio.open({
      hash: linkTo({ s: 'golden-dome-2026-07', n: 50, w: { amazon: 'denied' }, y: 0 }),
    });
    await settled(page);
    expect(await page.locator('[data-card=effect] .delta').innerText()).toContain('no difference to all partners on');
    expect(await page.locator('.summary').innerText()).toMatch(/No difference to the raids: .*leo.* messages only/);
    // the relays of SpaceX carry what Amazon's lasers alone do not
    await page.locator('[data-partner=spacex] input').nth(2).check();
    await page.waitForFunction(() =>
      document.querySelector('[data-card=effect] .delta')?.textContent?.includes('points'),
    );
    expect(faults).toEqual([]);
    await close();
  });

  test('the range narrows while raids are added', async () => {
    const { page, faults, close } = await studio.open({ raids: 5000 });
    const widths: number[] = [];
    for (let i = 0; i < 3; i++) {
      const words = () => page.locator('[data-card=effect][data-running=true] .range').innerText();
      const width = async () => {
        const [low, high] = [...(await words()).matchAll(/([\d.]+) %/g)].slice(1).map(([, digits]) => Number(digits));
        return high - low;
      };
      const before = widths.at(-1) ?? 100;
      await expect.poll(width, { timeout: 60_000 }).toBeLessThan(0.8 * before);
      widths.push(await width());
    }
    await page.waitForSelector('.plot-estimate svg');
    const falls = page.locator('[data-card=effect] .plot-map');
    await falls.locator('svg').waitFor();
    expect(await falls.locator('circle').count()).toBe(Number(await falls.getAttribute('data-rows')));
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await settled(page)).toBe('stopped');
    expect(faults).toEqual([]);
    await close();
  });

  test('the partner search finds a mix that loads and runs', async () => {
    const { page, faults, close } = await studio.open({ hash: linkTo({ ...threeFleets, n: 5 }) });
    await settled(page);
    await page.getByRole('button', { name: 'Search for a mix' }).click();
    await page.waitForSelector('[data-price]', { timeout: 180_000 });
    expect(Number(await page.locator('[data-price]').getAttribute('data-price'))).toBeGreaterThan(0);
    await page.locator('.front-point').nth(1).press('Enter');
    await page.waitForFunction(() => document.querySelector('.picker select')?.textContent?.includes('mix-of'));
    expect(await settled(page)).toBe('done');
    expect(await page.locator('[data-card=cost] .delta').innerText()).toContain('three-fleets');
    // a mix by hand of the same search: another maker takes half of the interceptors
    await page.locator('.by-hand summary').click();
    const interceptors = page.locator('.by-hand tbody', { hasText: 'nterceptor' });
    const makers = interceptors.locator('input[type=range]');
    expect(await makers.count()).toBeGreaterThan(1);
    for (let i = 0; i < (await makers.count()); i++) await makers.nth(i).fill(i < 2 ? '50' : '0');
    const shares = await interceptors.locator('output').allTextContents();
    expect(shares.slice(0, 2).map(Number.parseFloat)).toEqual([50, 50]);
    expect(await violations(page)).toEqual([]);
    await page.locator('.by-hand').getByRole('button', { name: 'Use this mix' }).click();
    await page.locator('.toast', { hasText: 'The mix is loaded' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await settled(page)).toBe('done');
    const written = String(await downloaded(page, 'Scenario (YAML)'));
    expect(written).toContain('Three fleets: a mix by hand');
    expect(written.match(/- id: sbi-\S+/g)).toHaveLength(2);
    expect(faults).toEqual([]);
    await close();
  });

  test('what it shows can be taken away', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5 });
    await settled(page);
    expect(String(await downloaded(page, 'Report (HTML)'))).toMatch(/^<!doctype html>/i);
    expect((await downloaded(page, 'Picture of the globe')).subarray(1, 4).toString()).toBe('PNG');
    const svg = String(await downloaded(page, 'Drawing of the globe'));
    expect(svg).toMatch(/^<svg [^>]*xmlns/);
    expect(svg.trim().endsWith('</svg>')).toBe(true);
    expect(svg).not.toContain('NaN');
    expect(String(await downloaded(page, 'Answers (CSV)'))).toMatch(/\r\nmeasure,unit,value,reference\r\n/);
    expect(withoutRunLines(String(await downloaded(page, 'Scenario (YAML)')))).toBe(
      await readFile('scenarios/one-missile.yaml', 'utf8'),
    );
    expect(faults).toEqual([]);
    await close();
  });

  test('by keys alone: a satellite is found, followed, a partner switched, a number traced', async () => {
    const { page, faults, close } = await studio.open({ raids: 5 });
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('starshield 3/');
    await page.keyboard.press('Tab');
    expect(await page.locator('.drawer input[type=search]').inputValue()).toBe('starshield 3/');
    await page.locator('.drawer .link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.selected');
    expect(await page.locator('.selected strong').innerText()).toContain('starshield');
    await page.locator('[data-partner=spacex] input').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[data-partner=spacex]').getAttribute('data-state')).toBe('denied');
    await settled(page);
    await page.locator('[data-partner=spacex] .to-sources').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .source-list li');
    await page.keyboard.press('Escape');
    await page.locator('[data-card=cost] .figure').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .source-list li');
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('figure');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the local server', () => {
  test('answers to the loopback name alone, with a strict policy, and only what belongs to the studio', async () => {
    const response = await fetch(studio.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await fetch(`${studio.url}..%2f..%2fpackage.json`).then(({ status }) => status)).toBe(404);
    expect(await fetch(`${studio.url}assets/..%2findex.html`).then(({ status }) => status)).toBe(404);
    expect(await fetch(`${studio.url}scenario.json`).then(({ status }) => status)).toBe(404);
    const { port } = new URL(studio.url);
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

function percent(share: number): string {
  const digits = share > 0.001 && share < 0.999 ? 1 : 0;
  return `${(100 * share).toFixed(digits)} %`;
}

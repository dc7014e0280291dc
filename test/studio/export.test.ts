// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command as run } from '../../src/cli/run.ts';
import type { Result } from '../../src/flow/result.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { differences } from './differences.ts';
import { LONG_MS, linkTo, settled, shared, useStudio } from './studio-browser.ts';

const studio = useStudio();

/** A scenario that is edited, seeded anew, without a partner, at another year than the usual. */
const edited = async () =>
  (await readFile('scenarios/golden-dome.yaml', 'utf8'))
    .replace(/seed: \d+/, 'seed: 23')
    .replace('mode: 30', 'mode: 40');
const SWITCHED = 'SpaceX: service denied, seen 3 years after';

async function taken(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    })(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function takenBy(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFile(await download.path(), 'utf8');
}

/** The text of the keyword `cupola-run` in a PNG file. */
function pngText(png: Buffer): string {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt' && body.toString('latin1').startsWith('cupola-run\0'))
      return body.subarray('cupola-run\0'.length + 4).toString('utf8');
    at += length + 12;
  }
  return '';
}

describe('what is taken away from the studio', { timeout: LONG_MS }, () => {
  test('says which partner is off, what is edited, year and seed, and its command gives its numbers', async () => {
    const text = await edited();
    expect(text).toContain('seed: 23');
    const state = { f: 'golden-dome.yaml', t: text, w: { spacex: 'denied' }, y: 3, n: 12 };
    const { page, faults, close } = await studio.open({ hash: linkTo(state) });
    expect(await settled(page)).toBe('done');
    const shown = await page.locator('[data-card=effect] .figure').innerText();

    const json = await taken(page, 'Result (JSON)');
    const result = JSON.parse(String(json.bytes)) as Result;
    const record = result.run!;
    expect(result.name).toContain(SWITCHED);
    expect(result.description).toContain(SWITCHED);
    expect(record).toMatchObject({
      scenario: 'golden-dome-edited.yaml',
      events: [{ partner: 'spacex', what: 'denied', afterYr: 3 }],
      seed: 23,
      trials: 12,
    });
    expect(record.command).toBe('cupola run golden-dome-edited.yaml --without spacex:denied@3y --seed 23 --trials 12');
    expect(parseFloat(shown)).toBeCloseTo(100 * result.effect!.noLeaker.probability, 1);

    const report = String((await taken(page, 'Report (HTML)')).bytes);
    expect(report).toMatch(new RegExp(`<title>[^<]*${SWITCHED}`));
    expect(report).toMatch(new RegExp(`<h1>[^<]*${SWITCHED}`));
    expect(report).toContain(`<pre class="command">${record.command}</pre>`);
    const yaml = await taken(page, 'Scenario (YAML)');
    expect(yaml.name).toBe('golden-dome-edited.yaml');
    expect(String(yaml.bytes)).toMatch(new RegExp(`^# run: [^\n]*${SWITCHED}`));
    expect(String(yaml.bytes)).toContain(`\n# run: ${record.command}\n`);
    const answers = String((await taken(page, 'Answers (CSV)')).bytes);
    expect(answers).toMatch(new RegExp(`^# [^\n]*${SWITCHED}`));
    expect(answers).toContain(`\n# ${record.command}\r\n`);
    expect(answers).toContain('\r\nmeasure,unit,value,reference\r\n');
    const png = (await taken(page, 'Picture of the globe')).bytes;
    expect(JSON.parse(pngText(png))).toEqual([JSON.parse(JSON.stringify(record))]);
    const svg = String((await taken(page, 'Drawing of the globe')).bytes);
    expect(svg).toMatch(new RegExp(`<title>[^<]*${SWITCHED}`));
    expect(svg).toContain(`>${record.command.slice(0, 30)}`);
    const chart = page.locator('[data-card=cost] figure').first();
    await chart.getByText('Data table').click();
    const chartSvg = await takenBy(page, () => chart.getByRole('button', { name: 'Chart (SVG)' }).click());
    expect(chartSvg).toMatch(new RegExp(`<desc>[^<]*${SWITCHED}`));
    const [chartPng] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByLabel('Chart (PNG)').selectOption('1600'),
    ]);
    const pngBytes = await readFile(await chartPng.path());
    expect(pngBytes.readUInt32BE(16)).toBe(1600);
    expect(JSON.parse(pngText(pngBytes))).toEqual([JSON.parse(JSON.stringify(record))]);
    const chartCsv = await takenBy(page, () => chart.getByRole('button', { name: 'Table (CSV)' }).click());
    expect(chartCsv).toContain(`# ${record.command}\r\n`);
    const hash = await shared(page);
    await close();

    const folder = await mkdtemp(join(tmpdir(), 'cupola-export-'));
    await writeFile(join(folder, yaml.name), yaml.bytes);
    const words = record.command.split(' ').slice(2);
    const { out } = await runCommand(run, [join(folder, words[0]), ...words.slice(1), '--json']);
    await rm(folder, { recursive: true });
    const again = JSON.parse(out) as Result;
    expect(again.run).toEqual(record);
    expect(again.effect).toEqual(result.effect);
    expect(differences({ ...result, repeat: null }, { ...again, repeat: null })).toEqual([]);

    const other = await studio.open({ hash });
    await settled(other.page);
    expect(await other.page.locator('[data-card=effect] .figure').innerText()).toBe(shown);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  test('what was taken away opens the run that made it: picture, drawing, report, result', async () => {
    const state = { s: 'limited-raid', n: 7, w: { lockheed: 'denied' }, y: 3 };
    const { page, faults, close } = await studio.open({ hash: linkTo(state) });
    await settled(page);
    const files = [];
    for (const item of ['Picture of the globe', 'Drawing of the globe', 'Report (HTML)', 'Result (JSON)'])
      files.push(await taken(page, item));
    await close();
    for (const { name, bytes } of files) {
      const other = await studio.open({ hash: linkTo({ s: 'one-missile', n: 1 }) });
      await settled(other.page);
      await other.page.locator('.picker input[type=file]').setInputFiles({ name, mimeType: '', buffer: bytes });
      await other.page.waitForSelector('.toast:has-text("the run that made it is opened")');
      const partner = other.page.locator('[data-partner=lockheed]');
      await expect.poll(() => partner.getAttribute('data-state'), { message: name }).toBe('denied');
      expect(await other.page.locator('.picker select').first().inputValue()).toBe('limited-raid');
      expect(await other.page.locator('select[name=trials]').inputValue()).toBe('7');
      expect(await other.page.locator('.after select').inputValue()).toBe('3');
      faults.push(...other.faults);
      await other.close();
    }
    expect(faults).toEqual([]);
  });

  test('a run that cannot be had here is told: another file, values set on the command line', async () => {
    const { page, close } = await studio.open({ hash: linkTo({ s: 'one-missile', n: 1 }) });
    await settled(page);
    const give = async (command: string, words: string) => {
      const buffer = Buffer.from(JSON.stringify({ run: { command } }));
      await page.locator('.picker input[type=file]').setInputFiles({ name: 'r.json', mimeType: '', buffer });
      await page.waitForSelector(`.toast:has-text("${words}")`);
    };
    await give('cupola run mine.yaml --seed 1', 'r.json was made from mine.yaml: open that file first');
    const set = "--set 'interceptors.sbi.shells[0].planes=20' --seed 7";
    await give(
      `cupola run scenarios/one-missile.yaml ${set}`,
      'left out: --set interceptors.sbi.shells[0].planes=20, --seed 7',
    );
    await close();
  });

  test('nothing is taken away before it is known of which run it is', async () => {
    const { page, close } = await studio.open({ raids: 50 });
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Result (JSON)' }).click();
    await page.waitForSelector('.toast:has-text("Wait until the run is done")');
    await close();
  });

  test('a picture of two scenarios says which is which', async () => {
    const state = { s: 'one-missile', n: 20, a: { s: 'aei-2025' }, p: 1 };
    const { page, close } = await studio.open({ hash: linkTo(state) });
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll('.stage[data-empty=false] canvas').length === 2);
    const svg = String((await taken(page, 'Drawing of both globes')).bytes);
    expect(svg).toMatch(
      /<desc>A: [^<]*\ncupola run scenarios\/aei-2025.yaml --seed \d+ --trials 20\n[^<]*B: One missile\n/,
    );
    await close();
  });
});

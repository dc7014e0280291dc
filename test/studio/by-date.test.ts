// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command as run } from '../../src/cli/run.ts';
import type { Result } from '../../src/flow/result.ts';
import { percent } from '../../src/words/numbers.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { differences } from './differences.ts';
import { LONG_MS, linkTo, settled, shared, useStudio } from './studio-browser.ts';

const studio = useStudio();

const FILE = 'small.yaml';

async function resultOf(page: Page): Promise<Result> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'Result (JSON)' }).click();
    })(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

/** What the command of a result gives. @param more further words */
async function again({ run: record }: Result, ...more: string[]): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-by-date-'));
  try {
    await writeFile(join(folder, FILE), SMALL_LAYER);
    const [file, ...words] = record!.command.split(' ').slice(2);
    const { out } = await runCommand(run, [join(folder, file), ...words, ...more, '--json']);
    return JSON.parse(out);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Without what says who made it. */
const bare = (result: Result) => ({ ...result, repeat: null });

const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
const innerText = async (page: Page, selector: string) => flat(await page.locator(selector).innerText());

describe('the answer by date in the studio', { timeout: LONG_MS }, () => {
  test.each([
    ['with everybody in', {}, 'cupola run small.yaml --seed 1 --trials 6 --draws 16 --raids 6'],
    [
      'with a partner switched off',
      { lockheed: 'supply' },
      /^cupola run small.yaml --without lockheed:stops@\d{4}-01-01\+5y --seed 1 --trials 6 --draws 16 --raids 6$/,
    ],
  ])('is that of `cupola run`, to the digit, %s', async (_, w, command) => {
    const { page, faults, close } = await studio.open({ hash: linkTo({ f: FILE, t: SMALL_LAYER, n: 6, d: 16, w }) });
    expect(await settled(page)).toBe('done');
    const shown = await resultOf(page);
    expect(shown.run!.command).toMatch(command);
    const { headline, byDate } = shown as Result & { headline: NonNullable<Result['headline']> };
    const card = await innerText(page, '[data-card=by-date]');
    const shownYear = / chance in (\d{4}) that nothing gets through/.exec(card)![1];
    // with a partner off at the date of the reference, so that the loss is seen
    expect(shownYear).toBe('2036');
    const { headline: told } = await again(shown, '--date', shownYear);
    expect(await innerText(page, '.answers .lead')).toBe(flat(told!.sentence));
    const { p10, p50, p90 } = told!.noLeaker;
    expect(card).toContain(flat(`${percent(p50, 0)} chance in ${shownYear}`));
    expect(card).toContain(flat(`${percent(p10, 0)} to ${percent(p90, 0)}`));
    expect(await page.locator('.answers > .card').first().getAttribute('data-card')).toBe('by-date');
    for (const whole of ['effect', 'cost'])
      expect(await innerText(page, `[data-card=${whole}] .tag`)).toBe('As if complete');
    await page.locator('[data-card=by-date] summary').first().click();
    const rows = await page.locator('[data-card=by-date] figure').first().locator('tbody tr').count();
    expect(rows).toBe(byDate!.length);
    const other = await again(shown);
    expect(other.headline!.sentence).toBe(headline.sentence);
    expect(other.run).toEqual(shown.run);
    expect(differences(bare(shown), bare(other))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('parts from that with everybody in on the date to which the handle is moved; link and command follow', async () => {
    const w = { lockheed: 'supply' };
    const { page, faults, close } = await studio.open({ hash: linkTo({ f: FILE, t: SMALL_LAYER, n: 6, d: 16, w }) });
    await settled(page);
    const handle = page.locator('.chart-handle input');
    const first = await handle.getAttribute('aria-valuetext');
    await handle.focus();
    for (const _ of 'ab') await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuetext')).not.toBe(first);
    await settled(page);
    const moved = await resultOf(page);
    const date = moved.run!.events[0].date!;
    expect(date.slice(0, 4)).toBe(await handle.getAttribute('aria-valuetext'));
    expect(moved.run!.command).toContain(`--without lockheed:stops@${date}+5y`);
    expect(differences(bare(moved), bare(await again(moved)))).toEqual([]);
    await page.locator('.years .events summary').click();
    const listed = await innerText(page, '.years .events ol');
    for (const words of [
      /2031 vulcan is grounded for 6 months/,
      /\d{4}-\d\d first launch of sbi/,
      `${date} Lockheed Martin: supply`,
    ])
      expect(listed).toMatch(words);
    await page.locator('.years .events button', { hasText: 'grounded' }).click(); // the answer of another date
    const year = /\d{4}/.exec(await innerText(page, '.years output'))![0];
    expect(await innerText(page, '[data-card=by-date]')).toContain(`chance in ${year}`);
    const { headline: told } = await again(moved, '--date', year);
    expect(await innerText(page, '.answers .lead')).toBe(flat(told!.sentence));
    const hash = await shared(page);
    await page.locator('[data-partner=lockheed] input').first().check(); // everybody in
    await settled(page);
    expect(await handle.count()).toBe(0);
    const whole = await resultOf(page);
    moved.byDate!.forEach((at, i) => {
      if (at.date <= date) expect(at.noLeaker).toEqual(whole.byDate![i].noLeaker);
    });
    expect(moved.byDate!.at(-1)!.noLeaker.p50).toBeLessThan(whole.byDate!.at(-1)!.noLeaker.p50);
    await close();
    const other = await studio.open({ hash });
    await other.page.locator('.chart-handle input').waitFor();
    expect(await other.page.locator('.chart-handle input').getAttribute('aria-valuetext')).toBe(date.slice(0, 4));
    expect(await innerText(other.page, '.years output')).toContain(year);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  test.each([
    ['en', 'Quote', {}, /^Cupola [\d.]+; scenario small\.yaml \(\w{16}\), .*; 64 draws of \d+ numbers/],
    ['fr', 'Citer', {}, /^Cupola [\d.]+ ; scénario small\.yaml .* 64 tirages de \d+ nombres/],
    ['en', 'Quote', { lockheed: 'supply' }, /^Cupola [\d.]+; scenario small\.yaml/],
  ])('its sentence can be taken away with its sources and its command: %s, %s, %j', async (l, button, w, made) => {
    const { page, faults, close } = await studio.open({
      hash: linkTo({ f: FILE, t: SMALL_LAYER, n: 6, d: 64, w, l }),
    });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    expect(await settled(page)).toBe('done');
    await page.locator('.answers').getByRole('button', { name: button, exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.toast')?.textContent !== '');
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(flat(copied[0])).toBe(await innerText(page, '.answers .lead'));
    expect(copied.slice(1).map(flat)).toContainEqual(expect.stringMatching(made));
    expect(copied.at(-1)).toMatch(/^cupola run small.yaml .*--seed 1 --trials 6 --draws 64 --raids 6( --date 2036)?$/);
    expect(faults).toEqual([]);
    await close();
  });

  test('comes with few draws and says so; stopped, nothing of half a sample is taken away', async () => {
    const { page, faults, close } = await studio.open({
      hash: linkTo({ f: FILE, t: SMALL_LAYER, n: 6, d: 1024 }),
    });
    await page.waitForSelector('[data-card=by-date] .figure');
    expect(await innerText(page, '[data-card=by-date]')).toMatch(/\d+ of 1,024 draws so far: the band still moves/);
    await page.locator('.run button').click();
    expect(await settled(page)).toBe('stopped');
    expect(await innerText(page, '.run')).toMatch(/Stopped after 6 of 6 raids, \d+ of 1,024 draws/);
    const { headline, byDate, run: record } = await resultOf(page);
    expect([headline, byDate]).toEqual([undefined, undefined]);
    expect(record!.command).toBe('cupola run small.yaml --seed 1 --trials 6');
    expect(faults).toEqual([]);
    await close();
  });
});

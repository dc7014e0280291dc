// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chooseView } from '../../bench/studio/choose-view.ts';
import { held } from '../../bench/studio/held.ts';
import { command as footprint } from '../../src/cli/footprint.ts';
import type { Footprint } from '../../src/flow/footprint.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { LONG_MS, linkTo, settled, useStudio } from './studio-browser.ts';

/** WebGL 2 by Chromium's own software, for machines without a graphics processor. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const studio = useStudio();

interface FrameTimes {
  clear(): void;
  medians(): Record<string, number>;
}
type Timed = typeof globalThis & { cupolaFrames: FrameTimes };

/** Lets so many frames be drawn. */
const frames = (page: Page, count: number) =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        let left = wanted;
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );

/** Shares of the stage's picture that are not the ground's colour, as a screenshot shows it. */
async function coloredShare(page: Page): Promise<number> {
  const png = await page.locator('.stage').screenshot();
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const ctx = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    ctx.drawImage(image, 0, 0);
    const { data } = ctx.getImageData(0, 0, image.width, image.height);
    let colored = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] > 120) colored++;
    return colored / (data.length / 4);
  }, png.toString('base64'));
}

/** Behind the Earth, and the ground of the page where nothing is drawn. */
const SPACE = [7, 11, 17];
/** Land on the day side, as the palette has it. */
const LAND = [32, 52, 72];

/** The commonest colour around the middle of the stage's picture: the ground, whatever flies over it. */
async function middleColor(page: Page): Promise<number[]> {
  const png = await page.locator('.stage').screenshot();
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const ctx = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    ctx.drawImage(image, 0, 0);
    const { data } = ctx.getImageData(image.width / 2 - 6, image.height / 2 - 6, 13, 13);
    const median = (part: number) => {
      const values = Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + part]).sort((a, b) => a - b);
      return values[values.length >> 1];
    };
    return [median(0), median(1), median(2)];
  }, png.toString('base64'));
}

describe('the globe', { timeout: LONG_MS }, () => {
  test('tells how long each part of a frame takes', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5, width: 1280, height: 720 });
    await settled(page);
    await page.evaluate(() => (globalThis as Timed).cupolaFrames.clear());
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await frames(page, 20);
    const medians = await page.evaluate(() => (globalThis as Timed).cupolaFrames.medians());
    expect(Object.keys(medians)).toEqual(['propagation', 'scene', 'earth', 'projection', 'drawing']);
    for (const ms of Object.values(medians)) expect(ms).toBeGreaterThanOrEqual(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('holds no more after minutes of playing and twenty changes of view', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5, width: 1280, height: 720 });
    await settled(page);
    await page.getByLabel('Speed').selectOption('60');
    const around = async (views: number) => {
      for (let i = 0; i < views; i++) await chooseView(page, i % 2 === 0 ? 'map' : 'globe');
      await page.locator('.clock input[type=range]').fill('0');
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await frames(page, 120);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.locator('.clock input[type=range]').fill('0');
      await frames(page, 5);
    };
    await around(4);
    const before = await held(page);
    await around(20);
    const after = await held(page);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(after.heapMb).toBeLessThan(before.heapMb + 3);
    expect(faults).toEqual([]);
    await close();
  });

  test('shows links, the way of a message link by link, who is served, and the aim points of `cupola footprint`', async () => {
    const { page, faults, close } = await studio.open({ raids: 5, width: 1280, height: 720 });
    await settled(page);
    await page.locator('.layers-menu summary').click();
    await page.locator('select[name=links]').selectOption('use');
    await page.waitForSelector('.links-legend:has-text("Links in use")');
    expect(await page.locator('.links-legend').innerText()).toMatch(/1,500 of [\d,]+$/);
    await page.locator('select[name=links]').selectOption('of transport');
    await page.waitForSelector('.links-legend:has-text("Links of transport")');
    await page.locator('.layers-menu summary').click(); // the list lies over the message
    await page.locator('.message summary').click();
    await page.locator('.message select').selectOption('report');
    const rows = await page.locator('.hops tbody tr').allInnerTexts();
    const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()));
    expect(cells.at(-1)![0]).toContain('Schriever');
    const total = Number(cells.at(-1)![2]);
    const sum = cells.slice(1).reduce((all, cell) => all + Number(cell[1]), 0);
    expect(total).toBeGreaterThan(0);
    expect(Math.abs(sum - total)).toBeLessThan(0.02 * total + 0.5);
    expect(await page.locator('.message p').innerText()).toContain(`over ${rows.length - 1} links`);
    await page.locator('select[name=color]').selectOption('served');
    await page.waitForSelector('.legend:has-text("Terminal served")');
    await page.getByRole('button', { name: 'Satellites', exact: true }).click();
    const sbi = page.locator('.satellites tbody tr', { hasText: 'sbi' }).first();
    await page.locator('.satellites input').fill('sbi 1/');
    expect((await sbi.innerText()).split('\t').at(-1)).toBe('Terminal served');
    await page.keyboard.press('Escape');
    await page.locator('.layers-menu summary').click();
    await page.locator('select[name=footprint]').selectOption('by aegis');
    await page.waitForSelector('.aims-legend');
    await page.locator('.layers-menu summary').click();
    await page.locator('.footprint summary').click();
    const aegis = (await page.locator('.footprint tbody tr', { hasText: 'aegis' }).innerText()).split('\t');
    const { out } = await runCommand(footprint, [
      ...['scenarios/golden-dome.yaml', '--spacing-km', '400', '--moments', '3', '--json'],
    ]);
    const { layers, areas } = JSON.parse(out) as Footprint;
    const { byArea, fraction } = layers.find(({ id }) => id === 'aegis')!;
    const shown = (share: number) => Math.round(1000 * share) / 10;
    expect(aegis.slice(1).map(Number.parseFloat)).toEqual(areas.map(({ id }) => shown(byArea[id])));
    expect(await page.locator('.aims-legend').first().innerText()).toContain(`${shown(fraction)} %`);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('three dimensions', { timeout: LONG_MS }, () => {
  test('are offered where they would be drawn in software, and drawn where wanted', async () => {
    const { page, faults, close } = await studio.open({
      scenario: 'one-missile',
      raids: 5,
      width: 1000,
      height: 640,
      flags: SOFTWARE_WEBGL,
    });
    await settled(page);
    await page.locator('input[name=mode]').nth(2).click();
    await page.getByRole('button', { name: 'Stay with the globe' }).click();
    expect(await page.locator('.stage').getAttribute('data-mode')).toBe('globe');
    const flat = await coloredShare(page);
    await page.locator('input[name=mode]').nth(2).click();
    await page.getByRole('button', { name: 'Use it anyway' }).click();
    await page.waitForSelector('.stage[data-mode=space]');
    await frames(page, 3);
    const deep = await coloredShare(page);
    expect(deep).toBeGreaterThan(0.02);
    expect(Math.abs(deep - flat)).toBeLessThan(0.1);
    expect(await middleColor(page)).not.toEqual(SPACE);
    expect(faults).toEqual([]);
    await close();
  });

  test('turn the Earth under inertial axes, which say what they are, and hold it in those fixed to it', async () => {
    const layers = ['graticule', 'borders', 'night', 'paths', 'messages', 'circles', 'labels'];
    const state = { s: 'golden-dome-2026-07', n: 5, T: 0, h: layers, g: ['ecef', -6, 40, 3] }; // Spain, its west coast 3 degrees away
    const { page, faults, close } = await studio.open({
      hash: `${linkTo(state)}&webgl=any`,
      width: 1000,
      height: 640,
      flags: SOFTWARE_WEBGL,
    });
    await settled(page);
    const clock = page.locator('.clock input[type=range]');
    const isLand = async (atS: number) => {
      await clock.fill(String(atS));
      await frames(page, 12);
      return (await middleColor(page)).every((part, i) => Math.abs(part - LAND[i]) < 12);
    };
    for (const view of ['globe', 'space']) {
      // over Spain: a picture of nothing but sea is as dark as none
      await clock.fill('0');
      await page.locator('select[name=frame]').selectOption('ecef');
      await chooseView(page, view);
      await expect.poll(() => coloredShare(page), { timeout: 30_000 }).toBeGreaterThan(0.02); // its first picture
      expect([await isLand(0), await isLand(1700)], `${view}, Earth-fixed`).toEqual([true, true]);
      await clock.fill('0');
      await page.locator('select[name=frame]').selectOption('eci');
      expect(await page.locator('select[name=frame] option:checked').innerText()).toBe('Inertial (ECI: TEME)');
      expect([await isLand(0), await isLand(1700)], `${view}, inertial`).toEqual([true, false]);
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('pick, turn, export, and leave without a trace', async () => {
    const { page, faults, close } = await studio.open({
      hash: '#scenario=one-missile&lang=en&webgl=any',
      width: 1000,
      height: 640,
      flags: SOFTWARE_WEBGL,
    });
    await settled(page);
    await chooseView(page, 'space');
    await page.keyboard.press('/');
    await page.locator('.drawer .link').first().click();
    await page.waitForSelector('.selected');
    const name = await page.locator('.selected strong').innerText();
    await frames(page, 3);
    await page.getByRole('button', { name: 'Unselect' }).click();
    const box = (await page.locator('.stage').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector('.selected');
    expect(await page.locator('.selected strong').innerText()).toBe(name);
    const before = await coloredShare(page);
    await page.locator('.stage').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    await frames(page, 2);
    expect(await coloredShare(page)).not.toBe(before);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'Picture of the globe' }).click();
      })(),
    ]);
    const png = await readFile(await download.path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(20_000);
    await chooseView(page, 'globe');
    const first = await held(page);
    for (let i = 0; i < 3; i++) {
      await chooseView(page, 'space');
      await frames(page, 2);
      await chooseView(page, 'globe');
    }
    await frames(page, 3);
    const last = await held(page);
    expect(last.listeners).toBeLessThanOrEqual(first.listeners);
    expect(last.nodes).toBeLessThanOrEqual(first.nodes + 20);
    expect(last.heapMb).toBeLessThan(first.heapMb + 4);
    expect(await page.locator('.stage canvas').count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });
});

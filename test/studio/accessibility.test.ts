// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { violations } from './axe.ts';
import { LONG_MS, linkTo, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();
/** The same with light and with dark colours, as the reader prefers; light at the end. */
async function violationsOnBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForSelector(`html[data-ground=${colorScheme}]`);
    found.push(...(await violations(page)).map((each) => `${colorScheme}: ${each}`));
  }
  return found;
}

describe('for everyone', { timeout: LONG_MS }, () => {
  test('axe-core finds nothing: page and panels, desktop', async () => {
    const { page, faults, close } = await studio.open({
      width: 1280,
      height: 720,
      raids: 5,
      reducedMotion: 'reduce',
    });
    await settled(page);
    await page.waitForSelector('.plot svg');
    expect(await violationsOnBoth(page)).toEqual([]);
    await page.locator('.chart summary').first().click();
    await page.locator('.layers-menu summary').click();
    await page.locator('.events summary').click();
    expect(await violationsOnBoth(page)).toEqual([]);
    const panels = [
      ['Edit scenario', '.cm-content'],
      ['Satellites', '.drawer tbody tr'],
      ['Help', '.drawer li, .drawer p'],
    ] as const;
    for (const [name, content] of panels) {
      await page.getByRole('button', { name, exact: true }).first().click();
      await page.locator(content).first().waitFor();
      expect(await violationsOnBoth(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Convert orbit files' }).click();
    await page.locator('.convert input[type=file]').setInputFiles('test/orbit-zoo/files/one-bad-of-three.tle');
    await page.locator('.convert [data-verdict]').waitFor();
    await page.locator('#convert-format').selectOption('oem');
    expect(await violations(page), 'converter').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.figure').first().click();
    await page.waitForSelector('.source-list li');
    expect(await violations(page), 'sources').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-partner=spacex] input').nth(2).check();
    await page.waitForSelector('[data-card=effect] .delta');
    await settled(page);
    await page.locator('select[name=footprint]').selectOption('all');
    await page.locator('.layers-menu summary').click(); // the list lies over the card
    await page.locator('.footprint summary').click();
    expect(await violationsOnBoth(page), 'partner off').toEqual([]);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.waitForSelector('.compare-inputs tbody tr');
    expect(await violationsOnBoth(page), 'side by side').toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('axe-core finds nothing: the years, and runs by date on one axis', async () => {
    const small = { f: 'small.yaml', t: SMALL_LAYER, w: { lockheed: 'supply' } };
    const { page, faults, close } = await studio.open({
      width: 1280,
      height: 720,
      reducedMotion: 'reduce',
      hash: linkTo({ ...small, n: 5, d: 16, b: [{ ...small, w: {} }] }),
    });
    await settled(page);
    await page.locator('.years .events summary').click();
    await page.locator('.years input').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await violationsOnBoth(page), 'years').toEqual([]);
    await page.keyboard.press('c');
    await page.locator('.curves .chart-legend > span').nth(2).waitFor();
    await page.locator('.curves summary').click();
    expect(await violationsOnBoth(page), 'curves').toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('axe-core finds nothing: French, on a phone in portrait, nothing wider than the screen', async () => {
    const { page, faults, close } = await studio.open({
      width: 390,
      height: 844,
      isPhone: true,
      reducedMotion: 'reduce',
      hash: linkTo({ s: 'golden-dome', n: 5, l: 'fr' }),
    });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    for (const tab of ['Globe', 'Partenaires', 'Réponses']) {
      await page.locator('.tabs').getByRole('button', { name: tab }).click();
      await page.locator('.tabs [aria-current]', { hasText: tab }).waitFor();
      expect(await violationsOnBoth(page), tab).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    expect(await page.locator('.answers').innerText()).toMatch(/\d\sMd\s\$/);
    await page.getByRole('button', { name: 'Modifier le scénario' }).click();
    await page.locator('.cm-content').waitFor();
    expect(await violations(page), 'editor').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.locator('select[name=side-b]').selectOption('shipped:one-missile');
    await settled(page);
    await page.waitForSelector('.compare-inputs tbody tr');
    expect(await violations(page), 'comparison').toEqual([]);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(390);
    expect(faults).toEqual([]);
    await close();
  });

  test('in French, whose words are longer, nothing is cut off at 1280 by 720', async () => {
    const { page, faults, close } = await studio.open({
      width: 1280,
      height: 720,
      hash: linkTo({ s: 'golden-dome', n: 5, l: 'fr' }),
    });
    await settled(page);
    await page.waitForSelector('.partner .switch');
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.panel, .panel .switch, .panel .row, .top, .view-controls, .time')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.className),
    );
    expect(cut).toEqual([]);
    for (const row of ['.top', '.view-controls'])
      expect((await page.locator(row).boundingBox())!.height, row).toBeLessThan(50);
    expect(faults).toEqual([]);
    await close();
  });

  test('on a phone the axes are chosen by finger and by key, and the layers lie on the screen', async () => {
    const { page, faults, close } = await studio.open({ width: 390, height: 844, isPhone: true, raids: 5 });
    await settled(page);
    expect(await page.locator('.answers .card').first().isVisible()).toBe(true); // before anything is touched
    await page.getByRole('button', { name: 'Globe', exact: true }).tap();
    const axes = page.getByRole('combobox', { name: 'Axes' });
    await axes.tap();
    await axes.selectOption('eci');
    expect(await axes.locator('option:checked').innerText()).toContain('ECI: TEME');
    await page.locator('select[name=color]').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('frame');
    await page.keyboard.press('ArrowUp');
    expect(await axes.inputValue()).toBe('ecef');
    const picture = await page.locator('.stage').boundingBox();
    await page.locator('.layers-menu summary').tap();
    for (const each of ['select[name=frame]', '.layers-menu .list', '.zoom', 'select[name=links]']) {
      const box = (await page.locator(each).boundingBox())!;
      expect(box.x, each).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, each).toBeLessThanOrEqual(390);
      expect(box.y, each).toBeGreaterThanOrEqual(picture!.y);
    }
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('those who want less motion get none', async () => {
    const { page, close } = await studio.open({ scenario: 'one-missile', raids: 5, reducedMotion: 'reduce' });
    await page.waitForSelector('.app button');
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((each) => {
          const { transitionDuration, animationName } = getComputedStyle(each);
          return transitionDuration !== '0s' || animationName !== 'none';
        }).length,
    );
    expect(moving).toBe(0);
    await close();
  });
});

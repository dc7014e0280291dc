import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LONG_MS, linkTo, raidShown, settled, shared, useStudio } from './studio-browser.ts';

const studio = useStudio();

/** What of the picture a link has to bring back. */
const picture = (page: Page) =>
  page.evaluate(() => {
    const value = (selector: string) => document.querySelector<HTMLSelectElement>(selector)?.value;
    return {
      mode: document.querySelector('input[name=mode]:checked + span')?.textContent,
      color: value('select[name=color]'),
      frame: value('select[name=frame]'),
      links: value('select[name=links]'),
      layers: [...document.querySelectorAll<HTMLInputElement>('.layers-menu input')].map(({ checked }) => checked),
      missile: value('select[name=missile]'),
      raid: document.querySelector('.chain-head > .quiet')?.textContent,
      message: value('.message select'),
      satellite: document.querySelector('.selected strong')?.textContent,
      isFollowed: document.querySelector<HTMLInputElement>('.selected input')?.checked,
      time: document.querySelector('.utc b')?.textContent,
    };
  });

describe('a share link', { timeout: LONG_MS }, () => {
  test('brings the whole state to another browser', async () => {
    const { page, faults, close } = await studio.open({ raids: 5 });
    await settled(page);
    await page.locator('[data-partner=amazon] input').nth(2).check();
    await settled(page);
    await page.locator('input[name=mode]').nth(1).check();
    await page.locator('select[name=color]').selectOption('function');
    await page.locator('select[name=frame]').selectOption('eci');
    await page.locator('.layers-menu summary').click();
    await page.locator('.layers-menu label', { hasText: 'Night side' }).click();
    await page.locator('select[name=links]').selectOption('of transport');
    await page.waitForSelector('.links-legend:has-text("Links of transport")');
    await page.locator('.layers-menu summary').click();
    await page.getByRole('button', { name: 'Next raid' }).click();
    await raidShown(page);
    await page.locator('select[name=missile]').selectOption('2');
    await page.locator('.message summary').click();
    await page.locator('.message select').selectOption('report');
    await page.keyboard.press('/');
    await page.keyboard.type('kuiper');
    await page.locator('.drawer .link').nth(7).click();
    await page.locator('.clock input[type=range]').fill('173');
    const before = await picture(page);
    expect(before).toMatchObject({
      mode: 'Map',
      frame: 'eci',
      links: 'of transport',
      missile: '2',
      time: 'T+00:02:53',
    });
    expect(before.layers.filter((isOn) => !isOn)).toHaveLength(1);
    const hash = await shared(page);
    expect(hash.length).toBeLessThan(600);
    await close();
    const other = await studio.open({ hash });
    await settled(other.page);
    expect(await other.page.locator('[data-partner=amazon]').getAttribute('data-state')).toBe('denied');
    await other.page.waitForSelector('.links-legend:has-text("Links of transport")');
    await raidShown(other.page);
    expect(await picture(other.page)).toEqual(before);
    expect(await shared(other.page)).toBe(hash);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  test('opens the raid that its reader has gone on to, however fast', async () => {
    const { page, close } = await studio.open({ raids: 5 });
    await settled(page);
    await raidShown(page);
    const first = Number((await picture(page)).raid!.replace(/\D/g, ''));
    const later = `Raid ${((first + 1) % 5) + 1}`; // two on, and again from the first after the last
    await page.getByRole('button', { name: 'Next raid' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await raidShown(page);
    expect((await picture(page)).raid).toBe(later);
    const hash = await shared(page);
    await close();
    const other = await studio.open({ hash });
    await settled(other.page);
    await raidShown(other.page);
    expect((await picture(other.page)).raid).toBe(later);
    await other.close();
  });

  test('that says nothing of links or layers shows what a new page shows, and one of a network that is not there none', async () => {
    const old = { s: 'golden-dome', n: 5, l: 'en', m: 'globe', c: 'partner', g: ['ecef', 10, 20, 1], T: 40 };
    const { page, faults, close } = await studio.open({ hash: linkTo({ ...old, k: 'of nowhere', h: ['night'] }) });
    expect(await settled(page)).toBe('done');
    expect(await picture(page)).toMatchObject({ links: 'none', time: 'T+00:00:40' });
    expect((await picture(page)).layers).toContain(false);
    expect(await page.locator('.links-legend').count()).toBe(0);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, linkTo(old));
    await expect.poll(async () => (await picture(page)).layers).not.toContain(false);
    expect(await picture(page)).toMatchObject({ mode: 'Globe', links: 'none', time: 'T+00:00:40' });
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkTo({ ...old, k: 'use' }),
    );
    await page.waitForSelector('.links-legend:has-text("Links in use")');
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });
});

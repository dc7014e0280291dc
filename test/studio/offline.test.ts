import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveStudio } from '../../src/cli/studio-server.ts';
import { LONG_MS, linkTo, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();
const kept = (page: Page) => page.evaluate(() => caches.keys());

test(
  'the studio opens without a network once it was there, drops older copies, and tells of a newer one',
  async () => {
    const { page, faults, close } = await studio.open({ url: 'about:blank', isKept: true });
    const { url, folder } = studio;
    await page.addInitScript(() => {
      if (sessionStorage.getItem('been')) return;
      sessionStorage.setItem('been', 'here');
      void caches.open('cupola-studio-older');
      void caches.open('of-another-page');
    });
    await page.goto(url + linkTo({ s: 'one-missile', n: 5, d: 0 }));
    expect(await settled(page)).toBe('done');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const [other, first] = (await kept(page)).sort().reverse();
    expect(await kept(page)).toHaveLength(2);
    expect([other, first]).toEqual(['of-another-page', expect.stringMatching(/^cupola-studio-[0-9a-f]{16}$/)]);

    await studio.server.close();
    await page.reload();
    expect(await settled(page)).toBe('done');
    expect(await page.locator('[data-card=effect] .figure').count()).toBe(1);
    await page.getByLabel('Language').selectOption('fr'); // loaded for the first time
    await page.locator('.answers h2', { hasText: 'Réponses' }).waitFor();
    const view = await page.evaluate(() => fetch('./?embed=curve').catch(() => 'no answer')); // its frame rule is the server's to give
    expect(view).toBe('no answer');

    const worker = new URL('sw.js', folder);
    const text = await readFile(worker, 'utf8');
    const newer = text
      .replace(/assets\/index-[^"]*\.js/, 'icon.svg')
      .replace(/BUILD="\w+"/, 'BUILD="0123456789abcdef"');
    await writeFile(worker, newer);
    const again = await serveStudio({ folder, port: Number(new URL(url).port) });
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    const offer = page.locator('.newer');
    await offer.waitFor();
    expect(await offer.textContent()).toContain('plus récent');
    const loaded = page.waitForEvent('load');
    await offer.getByRole('button', { name: 'Le charger' }).click();
    await loaded;
    expect(await settled(page)).toBe('done');
    expect((await kept(page)).sort()).toEqual(['cupola-studio-0123456789abcdef', 'of-another-page']);
    expect(await page.evaluate(() => location.hash)).toContain('#s=');
    expect(await page.locator('.newer').count()).toBe(0);
    const unheard = faults.filter((fault) => !/ERR_CONNECTION_REFUSED|Failed to fetch/.test(fault));
    expect(unheard).toEqual([]);
    await close();
    await again.close();
  },
  LONG_MS,
);

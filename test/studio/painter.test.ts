import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LONG_MS, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();

/** Pixels of the globe at one moment, once they stay as they are. */
async function pixels(page: Page): Promise<string> {
  await settled(page);
  await page.locator('.clock input[type=range]').fill('200');
  const read = () =>
    page.evaluate(
      () =>
        new Promise<string>((done) => {
          // twice: what a worker draws arrives a little later
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done(document.querySelector<HTMLCanvasElement>('.stage canvas')!.toDataURL())),
          );
        }),
    );
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = await read();
        return last.length > 20_000 && last === before;
      },
      { timeout: 30_000, interval: 300 },
    )
    .toBe(true);
  return createHash('sha256').update(last).digest('hex');
}

describe('the worker that draws the globe', { timeout: LONG_MS }, () => {
  test('draws what the page draws where workers cannot, or where the worker fails', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'limited-raid', raids: 5, width: 1000, height: 640 });
    const workers = () => page.workers().filter((worker) => worker.url().includes('painter')).length;
    const byWorker = await pixels(page);
    expect(workers()).toBe(1);
    expect(faults).toEqual([]);
    await page.route('**/painter-*.js', (route) => route.abort());
    await page.reload();
    expect(await pixels(page)).toBe(byWorker);
    expect(workers()).toBe(0);
    await page.addInitScript(() => Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen'));
    await page.reload();
    expect(await pixels(page)).toBe(byWorker);
    await close();
  });
});

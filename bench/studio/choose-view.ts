import type { Page } from 'playwright-core';

const VIEWS = ['globe', 'map', 'space'];

/** Chooses how the stage draws, and waits until it does. */
export async function chooseView(page: Page, view: string): Promise<void> {
  await page.locator('input[name=mode]').nth(VIEWS.indexOf(view)).check();
  await page.waitForSelector(`.stage[data-mode=${view}]`);
}

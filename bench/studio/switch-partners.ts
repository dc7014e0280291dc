import type { Page } from 'playwright-core';

/** Number of a switch: on, no new supply, service denied. */
const [ON, SUPPLY, DENIED] = [0, 1, 2];

/** Partners that are switched by their place in the list, and how, one after the other; each comes back before the next leaves. */
const TURNS = [
  [0, DENIED],
  [1, SUPPLY],
  [2, DENIED],
  [0, SUPPLY],
] as const;

export interface SwitchTimes {
  toldS: number;
  /** NaN where the run was cut short. */
  doneS: number;
}

/**
 * Switches a partner off and on again. It waits by locators: handles of elements would keep what the page has let go.
 *
 * @param turn which of them, and how
 * @param until `done`: its run has ended before it comes back; `told`: what the switch does is told, which cuts the run short
 * @returns seconds from the switch to the first number of what it does, and to the end of its run
 */
export async function switchPartner(page: Page, turn: number, until: 'done' | 'told'): Promise<SwitchTimes> {
  const [place, how] = TURNS[turn % TURNS.length];
  const partner = await page.locator('.partner').nth(place).getAttribute('data-partner');
  const states = page.locator(`[data-partner=${partner}] input`);
  const startMs = performance.now();
  const passedS = () => (performance.now() - startMs) / 1000;
  await states.nth(how).check();
  await page.locator(`[data-partner=${partner}]:not([data-state=on])`).waitFor();
  await page.locator('.summary .delta').waitFor({ timeout: 120_000 });
  const times: SwitchTimes = { toldS: passedS(), doneS: Number.NaN };
  if (until === 'done') {
    await done(page);
    times.doneS = passedS();
  }
  await states.nth(ON).check();
  await page.locator('.summary').waitFor({ state: 'detached' });
  return times;
}

/** Waits until every run has ended. */
export async function done(page: Page): Promise<void> {
  await page.locator('.run[data-status=done]').waitFor({ timeout: 120_000 });
}

import type { Page } from 'playwright-core';
import { held } from './studio/held.ts';
import { openStudio } from './studio/open-studio.ts';

const MINUTES = (process.env.CUPOLA_STUDIO_MINUTES ?? '0 1 5 10').split(' ').map(Number);

/**
 * What the studio's page holds while it plays at x30, to and fro: the heap after a collection, nodes and listeners, at some minutes
 * (CUPOLA_STUDIO_MINUTES, `0 1 5 10`).
 */
export async function bench(): Promise<string[]> {
  const { page, close } = await openStudio('dist/studio', process.env.CUPOLA_STUDIO_VIEWS ?? 'globe');
  try {
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const startMs = performance.now();
    const lines: string[] = [];
    for (const minute of MINUTES) {
      while (performance.now() - startMs < 60_000 * minute) {
        await page.waitForTimeout(Math.min(2000, Math.max(1, startMs + 60_000 * minute - performance.now())));
        await keepPlaying(page);
      }
      lines.push(`minute ${minute}: ${await heldWords(page)}`);
    }
    return lines;
  } finally {
    await close();
  }
}

/** At an end of time it goes back the other way. */
async function keepPlaying(page: Page): Promise<void> {
  if ((await page.getByRole('button', { name: 'Pause', exact: true }).count()) > 0) return;
  if ((await page.locator('button[aria-label="Play backwards"][aria-pressed=true]').count()) > 0) return;
  const at = Number(await page.locator('.clock input[type=range]').inputValue());
  await page.getByRole('button', { name: at > 600 ? 'Play backwards' : 'Play', exact: true }).click();
}

async function heldWords(page: Page): Promise<string> {
  const { heapMb, nodes, listeners } = await held(page);
  return `heap ${heapMb.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`;
}

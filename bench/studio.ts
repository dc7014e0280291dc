import type { Browser, Page } from 'playwright-core';
import { openStudio } from './studio/open-studio.ts';
import { frameTimes, quantile, TRACE_CATEGORIES } from './studio/trace.ts';

const MEASURED_MS = Number(process.env.CUPOLA_STUDIO_SECONDS ?? 8) * 1000;
const ROUNDS = Number(process.env.CUPOLA_STUDIO_ROUNDS ?? 2);
const FOLDERS = (process.env.CUPOLA_STUDIO_FOLDERS ?? 'dist/studio').split(',');

type Motion = 'playing' | 'dragged';

/**
 * The studio's globe in a real Chromium, drawn in software: frames a second and work of the main thread with ten thousand satellites
 * (CUPOLA_STUDIO_SATELLITES), playing at x30, and while it is turned by the pointer.
 *
 * CUPOLA_CHROMIUM names the browser, CUPOLA_CHROMIUM_FLAGS its flags in place of `--disable-gpu`, CUPOLA_STUDIO_VIEWS the views
 * (`globe map space`), CUPOLA_STUDIO_FOLDERS built studios to compare, measured in turns. The 3-D view on a real graphics processor:
 * `CUPOLA_STUDIO_VIEWS=space CUPOLA_CHROMIUM_FLAGS="--use-angle=vulkan --enable-features=Vulkan --ignore-gpu-blocklist" npm run bench studio`;
 * in software, `CUPOLA_CHROMIUM_FLAGS="--use-angle=swiftshader --enable-unsafe-swiftshader"`.
 */
export async function bench(): Promise<string[]> {
  const views = (process.env.CUPOLA_STUDIO_VIEWS ?? 'globe').split(' ');
  const lines: string[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const folder of FOLDERS) for (const view of views) lines.push(...(await measure(folder, view)));
  return lines;
}

async function measure(folder: string, view: string): Promise<string[]> {
  const { browser, page, close } = await openStudio(folder, view);
  try {
    const head = `${folder}, ${view}`;
    const play = page.getByRole('button', { name: 'Play', exact: true });
    await play.click();
    const playing = await motion(browser, page, 'playing');
    const dragged = await motion(browser, page, 'dragged');
    return [`${head}, playing at x30: ${playing}`, `${head}, playing and turned: ${dragged}`];
  } finally {
    await close();
  }
}

/** What one motion costs, as a line. */
async function motion(browser: Browser, page: Page, kind: Motion): Promise<string> {
  await page.waitForTimeout(500);
  const cpuBefore = await cpuSeconds(browser);
  await page.evaluate('globalThis.cupolaFrames?.clear()');
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  const startMs = performance.now();
  if (kind === 'playing') await page.waitForTimeout(MEASURED_MS);
  else await drag(page, startMs + MEASURED_MS);
  const split = (await page.evaluate('globalThis.cupolaFrames?.medians()')) as Record<string, number> | undefined;
  const drawn = (await page.evaluate('globalThis.cupolaFrames?.count?.()')) as number | undefined;
  const pictureS = (performance.now() - startMs) / 1000;
  const trace = await browser.stopTracing();
  const lastedMs = performance.now() - startMs;
  const cpuS = (await cpuSeconds(browser)) - cpuBefore;
  const { intervalMs, mainMs, mainCpuMs } = frameTimes(trace);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const fps = 1000 / (intervalMs.reduce((a, b) => a + b, 0) / intervalMs.length);
  const parts = [
    `${fps.toFixed(0)} frames/s`,
    ...(drawn === undefined ? [] : [`${(drawn / pictureS).toFixed(0)} pictures/s`]),
    `main thread ${ms(quantile(mainMs, 0.5))} a frame (95 %: ${ms(quantile(mainMs, 0.95))})`,
  ];
  if (mainCpuMs.length > 0)
    parts.push(`its CPU ${ms(quantile(mainCpuMs, 0.5))} (95 %: ${ms(quantile(mainCpuMs, 0.95))})`);
  parts.push(
    `CPU of all the browser ${ms((1000 * cpuS) / Math.max(1, intervalMs.length))} a frame, ${((1000 * cpuS) / lastedMs).toFixed(2)} processors`,
  );
  if (split)
    parts.push(
      Object.entries(split)
        .map(([name, value]) => `${name} ${value.toFixed(2)} ms`)
        .join(', '),
    );
  return parts.join('; ');
}

/** Turns the globe with the pointer, to and fro. */
async function drag(page: Page, untilMs: number): Promise<void> {
  const box = (await page.locator('.stage').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; performance.now() < untilMs; i++) {
    await page.mouse.move(x + 180 * Math.sin(i / 25), y + 40 * Math.sin(i / 40));
    await new Promise((done) => setTimeout(done, 12));
  }
  await page.mouse.up();
}

/** CPU time of all processes of the browser so far. */
async function cpuSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

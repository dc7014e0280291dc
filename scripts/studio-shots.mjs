// Writes the pictures of the studio under docs/images/: build the studio first (npm run build:studio).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.env.CUPOLA_STUDIO_OUT ?? `${root}dist/studio`;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const server = createServer((request, response) => {
  const name = new URL(request.url, 'http://127.0.0.1').pathname.replace(/^\/$/, '/index.html');
  try {
    const bytes = readFileSync(join(folder, name));
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;
const profile = mkdtempSync(join(tmpdir(), 'cupola-shots-'));
const context = await chromium.launchPersistentContext(profile, {
  ...chromiumOptions(),
  viewport: { width: 1440, height: 900 },
});
const page = context.pages()[0];
const settled = () => page.waitForSelector('.run[data-status=done]', { timeout: 600_000 });
const shot = (name) => page.screenshot({ path: `${root}docs/images/${name}.png` });
await page.goto(url);
await settled();
await page.waitForSelector('.plot svg');
await page.getByRole('button', { name: 'Next event' }).click();
await page.locator('.clock input[type=range]').press('Shift+ArrowRight'); // the order is on its way, the first interceptor flies
await page.waitForTimeout(500);
await shot('studio');
await page.locator('[data-partner=spacex] input').nth(2).check();
await page.waitForTimeout(500);
await settled();
await page.locator('input[name=mode]').nth(1).check();
await page.waitForTimeout(500);
await shot('studio-spacex-denied');
await page.locator('input[name=mode]').nth(0).check();
await page.locator('[data-partner=spacex] input').nth(0).check();
await page.keyboard.press('c');
await page.locator('select[name=side-b]').selectOption('shipped:without-spacex');
await page.waitForTimeout(500);
await settled();
await page.waitForTimeout(500);
await page.locator('.compare-head button.primary').focus();
await shot('studio-compare');
await context.close();
server.close();
rmSync(profile, { recursive: true, force: true });

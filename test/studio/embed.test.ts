import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedCode, embedOf, groundOf } from '../../studio/src/state/embed.ts';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { LONG_MS, linkTo, useStudio } from './studio-browser.ts';

describe('what an address asks for', () => {
  test('no view is the whole studio; a view or a theme that there is not is told with those that there are', () => {
    expect(embedOf('')).toBeUndefined();
    expect(embedOf('?embed=globe')).toEqual({ view: 'globe', theme: 'auto' });
    expect(embedOf('?embed=curve&theme=light')).toEqual({ view: 'curve', theme: 'light' });
    expect(embedOf('?embed=courve')?.unknown).toEqual({
      given: 'courve',
      expected: ['curve', 'withdrawal', 'independence', 'globe'],
    });
    expect(embedOf('?embed=curve&theme=pink')).toMatchObject({ unknown: { given: 'pink' } });
  });

  test('the ground is the one asked for, else the one that the reader prefers; a sky is dark', () => {
    expect(groundOf({ view: 'curve', theme: 'auto' }, true)).toBe('light');
    expect(groundOf({ view: 'curve', theme: 'dark' }, true)).toBe('dark');
    expect(groundOf({ view: 'curve', theme: 'light' }, false)).toBe('light');
    expect(groundOf({ view: 'globe', theme: 'light' }, true)).toBe('dark');
  });

  test('the words to embed keep the state, and nothing in a title ends them', () => {
    const words = embedCode('https://a.org/studio/#s=abc', 'curve', 'a "b" <c> & d');
    expect(words).toContain('src="https://a.org/studio/?embed=curve#s=abc"');
    expect(words).toContain('title="a &quot;b&quot; &lt;c> &amp; d"');
  });
});

describe('in the page of another', { timeout: LONG_MS }, () => {
  const studio = useStudio();
  let server: Server;
  let frame = '';
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><h1>News</h1><iframe width="700" height="700" src="${frame}"></iframe>`,
      );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => void server.close());
  const foreign = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const draws = { f: 'small.yaml', t: SMALL_LAYER, n: 5, d: 16, w: {} };

  test('a view shows the sentence, the curve and where it comes from, without a control of the studio', async () => {
    frame = `${studio.url}?embed=curve&theme=light${linkTo(draws)}`;
    const { page, close } = await studio.open({ url: foreign() });
    const view = page.frameLocator('iframe');
    await view.locator('.embed .card .plot svg').first().waitFor({ timeout: LONG_MS });
    expect(await view.locator('.embed h1').textContent()).toBe(/^name: (.*)$/m.exec(SMALL_LAYER)![1]);
    expect(await view.locator('.lead').textContent()).toContain('nothing through');
    expect(await view.locator('.source').textContent()).toContain('Cupola');
    expect(await view.locator('.source a').getAttribute('href')).not.toContain('embed=');
    expect(await view.locator('header.top, .partners, .trials').count()).toBe(0);
    const ground = await view.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await close();
  });

  test('the studio itself is not shown there', async () => {
    frame = studio.url;
    const { page, faults, close } = await studio.open({ url: foreign() });
    await expect.poll(() => faults.some((fault) => fault.includes('frame-ancestors'))).toBe(true);
    expect(await page.frameLocator('iframe').locator('.app').count()).toBe(0);
    await close();
  });
});

test('the server sends what can be made smaller compressed', async () => {
  const { serveStudio } = await import('../../src/cli/studio-server.ts');
  const { mkdtemp, mkdir, rm, writeFile } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { pathToFileURL } = await import('node:url');
  const folder = await mkdtemp(`${tmpdir()}/cupola-served-`);
  await mkdir(`${folder}/assets`);
  const text = 'export const a = 1;\n'.repeat(500);
  await writeFile(`${folder}/assets/a.js`, text);
  const { url, close } = await serveStudio({ folder: pathToFileURL(`${folder}/`), port: 0 });
  const response = await fetch(`${url}assets/a.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(text);
  await close();
  await rm(folder, { recursive: true });
});

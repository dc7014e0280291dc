import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium, SOFTWARE_FLAGS } from '../../scripts/chromium.mjs';
import { type StudioServer, serveStudio } from '../../src/cli/studio-server.ts';
import { newestMs } from '../fixtures/newest.ts';

const FLAGS = [...SOFTWARE_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'];

const SOURCES = [
  'studio',
  'src',
  'catalog',
  'scenarios',
  'stories',
  'cupola.schema.json',
  'package.json',
  'scripts/studio-catalog.mjs',
];
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built studio on a loopback address, and a browser that looks at it. */
export interface Studio {
  url: string;
  server: StudioServer;
  /** Where it is served from. */
  folder: URL;
  /** A page with a profile of its own; everything that it complains about or asks of others is kept in `faults`. */
  open(options?: OpenOptions): Promise<{ page: Page; faults: string[]; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  hash?: string;
  /** Address of another page than the studio's. */
  url?: string;
  /** Opens a shipped scenario with this many raids; in place of `hash`. */
  raids?: number;
  isPhone?: boolean;
  /** Name of the shipped scenario that `raids` belongs to. */
  scenario?: string;
  reducedMotion?: 'reduce' | 'no-preference';
  flags?: string[];
  /** Whether the page may keep the studio for use without a network: each new profile would get all of it. */
  isKept?: boolean;
}

/** A copy of `dist/studio`, which is built anew where it is missing or older than what it is made of. */
async function copyOfStudio(target: string): Promise<void> {
  const built = join(root, 'dist/studio');
  const index = join(built, 'index.html');
  const newest = Math.max(...SOURCES.map((path) => newestMs(join(root, path))));
  const isFresh = () => existsSync(index) && statSync(index).mtimeMs >= newest;
  if (!isFresh()) {
    const start = new Date();
    const env = { ...process.env, CUPOLA_STUDIO_OUT: target };
    await promisify(execFile)('node', ['scripts/studio-build.mjs'], { cwd: root, env });
    if (isFresh()) return;
    rmSync(built, { recursive: true, force: true });
    cpSync(target, built, { recursive: true });
    utimesSync(index, start, start);
  } else cpSync(built, target, { recursive: true });
}

/** The address that opens a state of the page; without an answer by date, which takes its time, unless draws are asked for. */
export function linkTo(state: Record<string, unknown>): string {
  return `#s=${deflateRawSync(JSON.stringify({ v: 1, d: 0, ...state })).toString('base64url')}`;
}

/** State of a scenario whose search for partners takes seconds. */
export const threeFleets = {
  f: 'three-fleets.yaml',
  t: readFileSync(join(root, 'test/fixtures/three-fleets.yaml'), 'utf8'),
};

/** Longest that a test in a browser may take. */
export const LONG_MS = 240_000;

/** The studio for all tests of a file or of a group: started before the first, closed after the last. */
export function useStudio(): Omit<Studio, 'close'> {
  let studio: Studio | undefined;
  beforeAll(async () => {
    studio = await startStudio();
  }, LONG_MS);
  afterAll(async () => {
    await studio?.close();
  }, LONG_MS);
  return {
    open: (options) => studio!.open(options),
    get url() {
      return studio!.url;
    },
    get server() {
      return studio!.server;
    },
    get folder() {
      return studio!.folder;
    },
  };
}

/** Serves the studio as its sources are now. */
async function startStudio(): Promise<Studio> {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-studio-'));
  await copyOfStudio(join(folder, 'studio'));
  const served = pathToFileURL(`${join(folder, 'studio')}/`);
  const server = await serveStudio({ folder: served, port: 0 });
  const contexts = new Set<BrowserContext>();
  const browsers = new Map<string, Promise<Browser>>(); // by their flags: to start one costs more than the page in it
  const browserWith = (flags: string[]) => {
    const words = flags.join(' ');
    if (!browsers.has(words)) browsers.set(words, launchChromium([...FLAGS, ...flags]));
    return browsers.get(words)!;
  };
  return {
    url: server.url,
    server,
    folder: served,
    async open(options = {}) {
      const { width = 1440, height = 900, isPhone = false, reducedMotion, flags = [] } = options;
      const { raids, scenario = 'golden-dome', hash = raids ? linkTo({ s: scenario, n: raids }) : '' } = options;
      const context = await (await browserWith(flags)).newContext({
        viewport: { width, height },
        acceptDownloads: true,
        serviceWorkers: options.isKept ? 'allow' : 'block',
        locale: 'en-US',
        ...(isPhone ? { isMobile: true, hasTouch: true } : {}),
        ...(reducedMotion ? { reducedMotion } : {}),
      });
      contexts.add(context);
      const page = await context.newPage();
      page.setDefaultTimeout(45_000);
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      context.on('request', (request) => {
        const where = request.url();
        if (!where.startsWith(server.url) && !/^(data|blob):/.test(where)) faults.push(`outside: ${where}`);
      });
      await page.goto(options.url ?? server.url + hash);
      return {
        page,
        faults,
        async close() {
          contexts.delete(context);
          await context.close();
        },
      };
    },
    async close() {
      for (const context of contexts) await context.close();
      for (const browser of browsers.values()) await (await browser).close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until every run has ended, however it did. */
export async function settled(page: Page): Promise<string> {
  await page.waitForFunction(
    () => {
      const state = document.querySelector<HTMLElement>('.run')?.dataset.status;
      return state !== undefined && state !== 'running' && state !== 'idle';
    },
    undefined,
    { timeout: 150_000, polling: 100 },
  );
  return page.locator('.run').getAttribute('data-status').then(String);
}

/** Waits until the raid that was asked for is the one that is shown. */
export async function raidShown(page: Page): Promise<void> {
  await page.locator('.chain-head[aria-busy=false]').waitFor();
}

/** Shares what the page shows. @returns the fragment of the link */
export async function shared(page: Page): Promise<string> {
  // the page may have been opened by a link: what is waited for is the new one
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.getByRole('button', { name: 'Share link' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#s='));
  return new URL(page.url()).hash;
}

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LIMIT_MS = 60_000;

/** The browser that prints: CUPOLA_CHROMIUM, else the first of the usual names on the path; undefined where there is none. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.CUPOLA_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}

/** A page as PDF, printed by the browser without a network of its own. @throws Error what the browser says */
export async function printPdf(browser: string, page: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-print-'));
  try {
    const [html, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(html, page);
    const flags = [
      ...['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
      // as root, which containers run as, the sandbox does not work; the page is our own and has no script
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[`--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`],
    ];
    await promisify(execFile)(browser, [...flags, pathToFileURL(html).href], { timeout: LIMIT_MS });
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

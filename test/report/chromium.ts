import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const known = [process.env.CUPOLA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is, or undefined: then the tests that need it are skipped and say so. */
export const chromiumPath = known.find((path) => path && existsSync(path));

export function launchChromium(): Promise<Browser> {
  const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking', 'disable-sync'];
  const args = ['no-sandbox', 'disable-component-update', ...quiet].map((word) => `--${word}`);
  return chromium.launch({ executablePath: chromiumPath, args });
}

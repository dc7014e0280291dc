// The system's Chromium, as every test, benchmark and picture starts it: quiet, without a network of its own.
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

/** Flags for all; the sandbox does not work as root, which containers run as. */
const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Draws in software, where no flag asks for another way. */
export const SOFTWARE_FLAGS = ['--disable-gpu'];

/** Chromium as named by CUPOLA_CHROMIUM, or the first of the usual names on the path; undefined where there is none. */
export function findChromium() {
  if (process.env.CUPOLA_CHROMIUM) return process.env.CUPOLA_CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // not this one
    }
  }
  return undefined;
}

/** Options of a launch: the browser and its flags. */
export function chromiumOptions(flags = SOFTWARE_FLAGS) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install it, or name one with CUPOLA_CHROMIUM');
  return { executablePath, headless: true, args: [...QUIET_FLAGS, ...flags] };
}

export function launchChromium(flags = SOFTWARE_FLAGS) {
  return chromium.launch(chromiumOptions(flags));
}

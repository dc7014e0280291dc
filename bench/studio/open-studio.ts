import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import { serveStudio } from '../../src/cli/studio-server.ts';
import { chooseView } from './choose-view.ts';

const flags = process.env.CUPOLA_CHROMIUM_FLAGS?.split(' ');

const TEN_THOUSAND = 10_000;
const SATELLITES = Number(process.env.CUPOLA_STUDIO_SATELLITES ?? TEN_THOUSAND);

/** More interceptors, a hundred in a plane. */
const MORE =
  SATELLITES > TEN_THOUSAND
    ? `
      - { id: d, planes: ${Math.round((SATELLITES - TEN_THOUSAND) / 100)}, satellitesPerPlane: 100, altitudeKm: 500, inclinationDeg: 60 }`
    : '';

/** Exactly ten thousand satellites, a raid, and the messages that it causes; with more satellites one missile. */
const SCENARIO = `name: Many satellites
epochUtc: 2028-06-01T00:00:00Z
networks:
  - { id: starlink, use: starlink-gen1 }
  - { id: transport, use: sda-transport }
sensors:
  - { id: opir-geo, use: next-gen-opir-geo }
  - { id: tracking, use: sda-tracking-t2, terminals: [transport] }
  - { id: radar, use: uewr }
command:
  - { id: c2, site: schriever, decisionS: 30, doctrine: shoot-look-shoot, lookS: 15 }
interceptors:
  - id: sbi
    use: cbo-2026-sbi
    terminals: [starlink]
    salvo: 1
    shells:
      - { id: a, planes: 50, satellitesPerPlane: 100, altitudeKm: 400, inclinationDeg: 70 }
      - { id: b, planes: 40, satellitesPerPlane: 10, altitudeKm: 420, inclinationDeg: 50 }
      - { id: c, planes: 10, satellitesPerPlane: 1, altitudeKm: 450, inclinationDeg: 90 }${MORE}
  - { id: gbi, use: gbi, sites: [fort-greely, vandenberg], salvo: 2 }
threat:
  - { id: raid, use: icbm-solid, count: ${MORE ? 1 : 10}, from: north-korea-interior, toward: [washington, los-angeles], spacingS: 5 }
analysis: { trials: 1, seed: 1, launchWindowS: 86400 }
`;

export interface OpenStudio {
  browser: Browser;
  page: Page;
  close(): Promise<void>;
}

/**
 * A built studio in a Chromium, its satellites in a view, its runs done.
 *
 * CUPOLA_CHROMIUM names the browser, CUPOLA_CHROMIUM_FLAGS its flags in place of `--disable-gpu`, CUPOLA_STUDIO_SATELLITES how many
 * satellites there are: 10,000 or more, up to 200,000 in steps of 100.
 *
 * @param view `globe`, `map` or `space`
 */
export async function openStudio(folder: string, view: string): Promise<OpenStudio> {
  const opened = await openAt(folder, '#scenario=served&lang=en&webgl=any');
  const { page, close } = opened;
  try {
    const satellites = await page.evaluate('document.documentElement.dataset.satellites');
    if (satellites !== String(SATELLITES)) throw new Error(`not ${SATELLITES} satellites: ${satellites}`);
    if (view !== 'globe') await chooseView(page, view);
    await page.waitForTimeout(1500);
    return opened;
  } catch (error) {
    await close();
    throw error;
  }
}

/** A built studio in a Chromium with a shipped scenario and few raids and draws, its runs done. */
export function openShipped(folder: string, scenario: string): Promise<OpenStudio> {
  const state = { v: 1, s: scenario, n: 50, d: 16, l: 'en' };
  return openAt(folder, `#s=${deflateRawSync(JSON.stringify(state)).toString('base64url')}`);
}

async function openAt(folder: string, hash: string): Promise<OpenStudio> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`no built studio in ${folder}: run npm run build:studio`);
  const server = await serveStudio({
    folder: pathToFileURL(`${resolve(folder)}/`),
    port: 0,
    scenario: { file: 'many.yaml', text: SCENARIO },
  });
  const browser = await launchChromium(flags);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(server.url + hash);
    await page.waitForSelector('.run[data-status=done]', { timeout: 300_000 });
    return { browser, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

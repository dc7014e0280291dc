// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { orbitPositionsEciKm } from '../../src/physics/orbits.ts';
import { prepare } from '../../src/run/prepare.ts';
import { LONG_MS, linkTo, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();

interface Table {
  epochS: number;
  rows: { name: string; heightKm: number; eciKm: number[] }[];
}

async function satellites(page: Page): Promise<Table> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.drawer').getByRole('button', { name: 'Table (CSV)' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n').filter(Boolean);
  const [, seconds] = lines.map((line) => /, ([\d.]+) s after the epoch$/.exec(line)).find(Boolean)!;
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => {
      const cells = line.split(',');
      return { name: cells[0], heightKm: Number(cells.at(-4)), eciKm: cells.slice(-3).map(Number) };
    });
  return { epochS: Number(seconds), rows };
}

describe('what the studio shows', { timeout: LONG_MS }, () => {
  test('satellites stand where the engine has them: paused, after a search, after a seek', async () => {
    const { page, faults, close } = await studio.open({ raids: 5, scenario: 'one-missile' });
    await settled(page);
    await page.keyboard.press('/');
    await page.waitForSelector('.drawer tbody tr');
    const { architecture } = await loadScenarioFile('scenarios/one-missile.yaml');
    const [element] = prepare(architecture).elements.space;
    const expectEngine = ({ epochS, rows }: Table) => {
      const eciKm = new Float64Array(3 * element.count);
      let offset = 0;
      for (const part of element.parts) {
        orbitPositionsEciKm(part, epochS, eciKm, offset);
        offset += 3 * part.count;
      }
      expect(rows).toHaveLength(element.count);
      const apartKm = rows.map((row, i) => Math.hypot(...row.eciKm.map((x, axis) => x - eciKm[3 * i + axis])));
      expect(Math.max(...apartKm)).toBeLessThan(1e-6);
      for (const { heightKm } of rows) expect(heightKm).toBeGreaterThan(290);
      for (const { heightKm } of rows) expect(heightKm).toBeLessThan(320);
    };
    const paused = await satellites(page);
    expectEngine(paused);
    const heights = () => page.locator('.drawer tbody td:nth-of-type(3)').allInnerTexts();
    for (const words of await heights()) expect(words).toMatch(/^(29|30|31)\d km$/);
    await page.locator('.drawer input[type=search]').fill('sbi 17');
    await expect.poll(async () => (await heights()).length, { timeout: 30_000 }).toBeLessThan(100);
    for (const words of await heights()) expect(words).toMatch(/^(29|30|31)\d km$/);
    await page.locator('.clock input[type=range]').fill('160');
    const later = await satellites(page);
    expect(later.epochS - paused.epochS).toBeCloseTo(100, 6);
    expectEngine(later);
    expect(faults).toEqual([]);
    await close();
  });

  test('a scenario that cannot be run says so in every card, leaves nothing of the one before, and takes the file that it lacks', async () => {
    const { page, faults, close } = await studio.open({ raids: 5, scenario: 'one-missile' });
    await settled(page);
    await page.locator('.picker select').first().selectOption('starlink-now');
    expect(await settled(page)).toBe('problems');
    expect(await page.locator('.run').innerText()).toContain('needs the file "starlink.tle": drop it on this page');
    for (const card of ['effect', 'cost', 'dependence', 'fielding'])
      expect(await page.locator(`[data-card=${card}]`).innerText()).toContain('Not run');
    expect(await page.locator('.app').innerText()).not.toContain('Computing');
    expect(await page.locator('.stage canvas').first().isVisible()).toBe(false);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await page.locator('.picker input[type=file]').setInputFiles({
      name: 'starlink-2026-05-12.tle',
      mimeType: 'text/plain',
      buffer: Buffer.from(ELEMENTS),
    });
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.run')?.dataset.status === 'done');
    expect(asked).toEqual(['starlink-now.yaml needs starlink.tle. Use starlink-2026-05-12.tle for it?']);
    await page.waitForFunction(() => document.documentElement.dataset.satellites === '1');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'Result (JSON)' }).click();
      })(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8')).run.command).toBe(
      'cupola run scenarios/starlink-now.yaml --seed 1 --elements starlink=starlink-2026-05-12.tle',
    );
    expect(faults).toEqual([]);
    await close();
  });

  test('all single points of failure, partners counted once, both announced prices', async () => {
    const hash = linkTo({ s: 'golden-dome-2026-07', n: 5, w: { amazon: 'supply' }, p: 1 });
    const { page, close } = await studio.open({ hash });
    await settled(page);
    const single = page.locator('.compare-answers tr', { hasText: 'single points of failure' });
    await expect.poll(() => single.locator('td').first().innerText(), { timeout: 30_000 }).toBe('2');
    await page.keyboard.press('Escape');
    const words = await page.locator('[data-card=dependence]').innerText();
    expect(words).toMatch(/SpaceX \([^)]*\([^)]*\)[^;]*Space-based interceptors\)/);
    expect(words).toContain('With everybody in');
    const cost = await page.locator('[data-card=cost]').innerText();
    expect(cost).toContain('announced $175 billion');
    expect(cost).toContain('announced $185 billion');
    expect(cost).toContain('Every draw stays under $175 billion');
    expect(cost).toContain('No draw stays under $185 billion');
    expect(cost).not.toMatch(/\b(0|100) % chance/);
    await close();
  });

  test('no chance and no range where nothing is drawn', async () => {
    const { page, close } = await studio.open({ raids: 5, scenario: 'aei-2025' });
    await settled(page);
    const cost = await page.locator('[data-card=cost]').innerText();
    expect(cost).toContain('No range');
    expect(cost).toContain('announced $185 billion');
    expect(cost).not.toMatch(/chance|10 to 90 %/);
    await close();
  });

  test('while a switch is computed the last figures stay, greyed and without their difference', async () => {
    const { page, close } = await studio.open({ raids: 5 });
    await settled(page);
    const before = await page.locator('[data-card=effect] .figure').innerText();
    const old = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          new MutationObserver((_, observer) => {
            const card = document.querySelector<HTMLElement>('[data-card=effect][data-old=true]');
            if (!card) return;
            observer.disconnect();
            const figure = card.querySelector<HTMLElement>('.figure')!;
            resolve([
              figure.innerText,
              getComputedStyle(figure.parentElement!).opacity,
              card.getAttribute('aria-busy')!,
              document.querySelector('.legend')!.textContent,
            ]);
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
    );
    await page.locator('[data-partner=spacex] input').nth(2).check();
    expect(await old).toEqual([before, '0.45', 'true', expect.stringContaining('SpaceX')]);
    await settled(page);
    expect(await page.locator('[data-card][data-old=true]').count()).toBe(0);
    await page.locator('select[name=color]').selectOption('state');
    await page.waitForSelector('.legend:has-text("Out")');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'Drawing of the globe' }).click();
      })(),
    ]);
    const svg = await readFile(await download.path(), 'utf8');
    const dots = [...svg.matchAll(/<path d="([^"]+)" fill="#e0785a"/g)].map(([, d]) => d.split('M').length - 1);
    expect(dots.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000); // the lost are seen in the colour of the legend
    await close();
  });
});

const ELEMENTS = `ISS
1 25544U 98067A   26132.50000000  .00001718  00000-0  11606-4 0  2920
2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.50125391563533
`;

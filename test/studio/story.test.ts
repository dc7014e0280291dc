// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { thoseWhoCanLeave } from '../../src/sourcing/withdrawn.ts';
import { languages } from '../../src/words/index.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';
import { LONG_MS, shared, useStudio } from './studio-browser.ts';

interface Told {
  title: Record<string, string>;
  scenes: { scenario?: string; switches?: Record<string, string>; card?: string; caption: Record<string, string> }[];
}
const CARDS = ['by-date', 'effect', 'cost', 'dependence', 'independence', 'fielding'];
const KEYS = ['scenario', 'switches', 'card', 'caption'];

describe('stories', () => {
  test.each(readdirSync('stories'))('%s names what there is, in every language, and no number', (file) => {
    const { title, scenes } = parse(readFileSync(`stories/${file}`, 'utf8')) as Told;
    const codes = languages.map(({ code }) => code).sort();
    let scenario = '';
    expect(Object.keys(title).sort()).toEqual(codes);
    expect(scenes.length).toBeGreaterThan(1);
    for (const scene of scenes) {
      expect(Object.keys(scene).filter((key) => !KEYS.includes(key))).toEqual([]);
      scenario = scene.scenario ?? scenario;
      const partners = thoseWhoCanLeave(shippedScenario(scenario));
      for (const [partner, state] of Object.entries(scene.switches ?? {})) {
        expect([...partners.keys()]).toContain(partner);
        expect(['supply', 'denied']).toContain(state);
      }
      if (scene.card) expect(CARDS).toContain(scene.card);
      expect(Object.keys(scene.caption).sort()).toEqual(codes);
      for (const words of Object.values(scene.caption)) expect(words).not.toMatch(/\d/);
    }
  });
});

describe('a story in the studio', { timeout: LONG_MS }, () => {
  const studio = useStudio();

  test('leads from scene to scene by one link, in both languages; the page follows and stays usable', async () => {
    const { page, faults, close } = await studio.open({ hash: '#story=if-spacex-leaves' });
    const bar = page.locator('.story');
    expect(await bar.innerText()).toContain('1 of 5');
    const next = bar.getByRole('button', { name: 'Next' });
    await next.click();
    await next.click();
    await expect.poll(() => page.locator('[data-partner=spacex]').getAttribute('data-state')).toBe('supply');
    await page.locator('.chart-handle input').waitFor({ timeout: 150_000 }); // the handle of the day on which it leaves
    await next.click();
    await expect.poll(() => page.locator('[data-partner=spacex]').getAttribute('data-state')).toBe('denied');
    const hash = await shared(page);
    await page.locator('header select').last().selectOption('fr');
    await expect.poll(() => bar.innerText()).toMatch(/Si SpaceX s’en va\s+4 sur 5/);
    await bar.getByRole('button', { name: 'Fermer' }).click();
    expect(await bar.count()).toBe(0);
    await close();
    const other = await studio.open({ hash });
    await other.page.locator('.story').waitFor();
    expect(await other.page.locator('.story').innerText()).toMatch(/If SpaceX leaves\s+4 of 5/);
    await expect.poll(() => other.page.locator('[data-partner=spacex]').getAttribute('data-state')).toBe('denied');
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  test('that is not there is said so', async () => {
    const { page, close } = await studio.open({ hash: '#story=nobody' });
    await page.waitForSelector('.toast:has-text("there is no story")');
    await close();
  });
});

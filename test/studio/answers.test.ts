// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jointSentence } from '../../src/report/joint-section.ts';
import { isBuilt } from '../../src/run/joint-numbers.ts';
import type { AheadAnswer } from '../../studio/src/state/answers.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';
import { LONG_MS, linkTo, useStudio } from './studio-browser.ts';

const FOLDER = 'studio/src/answers/';
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const answerOf = (name: string): AheadAnswer & { scenarioHash: string; catalogHash: string } =>
  JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8'));
const sentenceOf = (answer: AheadAnswer) => flat(jointSentence(answer, answer.joint));

describe('answers worked out before the page is built (npm run studio:answers)', () => {
  const names = readdirSync(FOLDER).map((name) => name.replace('.json', ''));

  test('there is one of every shipped scenario that is built by date, and of no other', () => {
    const all = readdirSync('scenarios').map((name) => name.replace('.yaml', ''));
    const dated = all.filter((name) => name !== 'starlink-now' && isBuilt(shippedScenario(name)));
    expect(names.sort()).toEqual(dated.sort());
  });

  test.each(names)('%s is of the scenario and the catalog as they are', (name) => {
    const { scenarioHash, catalogHash } = shippedScenario(name);
    const { scenarioHash: ofScenario, catalogHash: ofCatalog, joint } = answerOf(name);
    expect({ ofScenario, ofCatalog }).toEqual({ ofScenario: scenarioHash, ofCatalog: catalogHash });
    const { drawsCount, leftOutCount, raidsCount } = joint.draws;
    expect([drawsCount + leftOutCount, raidsCount]).toEqual([64, 6]);
  });

  test('golden-dome is what the picture of its first screen shows, which is held to the engine', () => {
    const picture = readFileSync('docs/images/run.svg', 'utf8');
    const shown = [...picture.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text).join(' ');
    expect(flat(shown)).toContain(sentenceOf(answerOf('golden-dome')));
  });
});

describe('in the studio', { timeout: LONG_MS }, () => {
  const studio = useStudio();

  test('the sentence is there before the first draw, and stays until all are flown here', async () => {
    const { page, faults, close } = await studio.open({ hash: linkTo({ s: 'golden-dome', n: 5, d: 64 }) });
    await page.locator('.answers .lead').waitFor();
    expect(flat(await page.locator('.answers .lead').innerText())).toBe(sentenceOf(answerOf('golden-dome')));
    const card = page.locator('[data-card=by-date]');
    await expect.poll(() => card.innerText(), { timeout: 150_000 }).toMatch(/[5-9] of 64 draws are flown again here/);
    expect(flat(await page.locator('.answers .lead').innerText())).toBe(sentenceOf(answerOf('golden-dome')));
    expect(faults).toEqual([]);
    await close();
  });

  test('of an edited scenario, or with other draws, nothing is told ahead', async () => {
    const { page, close } = await studio.open({ hash: linkTo({ s: 'golden-dome', n: 5, d: 16 }) });
    const card = page.locator('[data-card=by-date]');
    await expect.poll(() => card.innerText(), { timeout: 150_000 }).toMatch(/of 16 draws so far/);
    await close();
  });
});

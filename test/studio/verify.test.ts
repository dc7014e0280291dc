import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command as run } from '../../src/cli/run.ts';
import type { Result } from '../../src/flow/result.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { violations } from './axe.ts';
import { LONG_MS, linkTo, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();
const SCENARIO = 'scenarios/limited-raid.yaml';

async function give(page: Page, result: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(result));
  await page.locator('.picker input[type=file]').setInputFiles({ name: 'kept.json', mimeType: '', buffer });
}

const told = (page: Page, words: string) => page.waitForSelector(`.toast:has-text("${words}")`, { timeout: LONG_MS });

describe('a result that is opened is made again and held against it', { timeout: LONG_MS }, () => {
  test('as written and the same; an altered number is told; in French', async () => {
    const { out } = await runCommand(run, [SCENARIO, '--trials', '7', '--draws', '0', '--threads', '1', '--json']);
    const kept = JSON.parse(out) as Result;
    const { page, faults, close } = await studio.open({ hash: linkTo({ s: 'one-missile', n: 1 }) });
    await settled(page);
    await give(page, kept);
    const toast = await told(page, `no number was altered since. ${kept.repeat!.answerSha256}`);
    expect(await toast.textContent()).toMatch(
      /Made again by this program.*The same (to the last digit|but for last digits)/,
    );
    expect(await page.locator('.picker select').first().inputValue()).toBe('limited-raid');
    expect(await violations(page)).toEqual([]);

    const altered = structuredClone(kept);
    altered.effect!.noLeaker.probability += 0.25;
    await give(page, altered);
    await page.waitForSelector('.toast:has-text("ALTERED"):has-text("DIFFERENT")', { timeout: LONG_MS });
    await close();

    const french = await studio.open({ hash: linkTo({ s: 'one-missile', n: 1, l: 'fr' }) });
    await settled(french.page);
    await give(french.page, kept);
    await told(french.page, 'Son empreinte est celle de la réponse');
    expect([...faults, ...french.faults]).toEqual([]);
    await french.close();
  });
});

// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readFile } from 'node:fs/promises';
import type { Dialog, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LONG_MS, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();

const stateOf = (page: Page, partner: string) => page.locator(`[data-partner=${partner}]`).getAttribute('data-state');
const scenario = (page: Page) => page.locator('.picker select').first().inputValue();
const inAddress = (page: Page) => page.waitForFunction(() => location.hash.startsWith('#s='));

/** Answers every question of the page in one way, and keeps what was asked. */
function answerWith(page: Page): { asked: string[]; accept: boolean } {
  const answers = { asked: [] as string[], accept: false };
  page.on('dialog', (dialog: Dialog) => {
    answers.asked.push(dialog.type() === 'confirm' ? dialog.message() : dialog.type());
    void (answers.accept ? dialog.accept() : dialog.dismiss());
  });
  return answers;
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit scenario' }).first().click();
  const editor = page.getByRole('textbox', { name: 'Scenario as YAML' });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

describe('what is done is kept', { timeout: LONG_MS }, () => {
  test('in the address: reloading keeps switch, year, raids and view; going back undoes one of them at a time', async () => {
    const { page, faults, close } = await studio.open({ hash: '#scenario=one-missile' });
    await settled(page);
    expect(await page.evaluate(() => location.hash)).toBe('#scenario=one-missile');
    await page.locator('select[name=trials]').selectOption('50');
    await inAddress(page);
    const fifty = await page.evaluate(() => location.hash);
    await page.locator('.picker select').first().selectOption('without-spacex');
    await page.waitForSelector('[data-partner=amazon]');
    await page.waitForFunction((hash) => location.hash !== hash, fifty);
    const before = await page.evaluate(() => location.hash);
    await page.locator('[data-partner=amazon] input').nth(2).check();
    await page.waitForFunction((hash) => location.hash !== hash, before);
    const after = await page.evaluate(() => location.hash);
    await page.locator('input[name=mode]').nth(1).check();
    await page.waitForFunction((hash) => location.hash !== hash, after);
    const onMap = await page.evaluate(() => location.hash);
    await page.getByRole('button', { name: 'Dark colours' }).click();
    await page.waitForFunction((hash) => location.hash !== hash, onMap);
    await page.reload();
    await page.waitForSelector('[data-partner=amazon]');
    expect(await stateOf(page, 'amazon')).toBe('denied');
    expect(await page.locator('select[name=trials]').inputValue()).toBe('50');
    expect(await page.locator('input[name=mode]:checked + span').innerText()).toBe('Map');
    expect(await page.locator('html').getAttribute('data-ground')).toBe('dark');
    await page.goBack();
    await expect.poll(() => stateOf(page, 'amazon'), { timeout: 30_000 }).toBe('on');
    expect(await scenario(page)).toBe('without-spacex');
    await page.goBack();
    await expect.poll(() => scenario(page), { timeout: 30_000 }).toBe('one-missile');
    expect(await page.locator('select[name=trials]').inputValue()).toBe('50');
    await page.goBack();
    await expect.poll(() => page.locator('select[name=trials]').inputValue(), { timeout: 30_000 }).toBe('200');
    await page.goForward();
    await expect.poll(() => page.locator('select[name=trials]').inputValue(), { timeout: 30_000 }).toBe('50');
    expect(faults).toEqual([]);
    await close();
  });

  test('an applied edit survives reloading; one that is not applied is asked for, however it would go', async () => {
    const { page, faults, close } = await studio.open({ hash: '#scenario=one-missile' });
    await settled(page);
    const answers = answerWith(page);
    await write(page, '\n# applied\n');
    await page.locator('.problems[data-count="0"]').waitFor();
    await page.getByRole('button', { name: 'Apply' }).click();
    await inAddress(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await settled(page);
    expect(answers.asked).toEqual([]);
    expect(await page.locator('.picker select').first().locator('option').first().innerText()).toBe(
      'one-missile.yaml *',
    );
    await write(page, '# a draft\n');
    const editor = page.getByRole('textbox', { name: 'Scenario as YAML' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('.picker select').first().selectOption('cbo-2026');
    expect(await scenario(page)).toBe('');
    await page.evaluate(() => location.reload()); // the reader stays
    await expect.poll(() => answers.asked.length, { timeout: 30_000 }).toBe(4);
    const question = 'Changes of one-missile.yaml are not applied and would be lost. Leave them?';
    expect(answers.asked).toEqual([question, question, question, 'beforeunload']);
    expect(await editor.innerText()).toContain('# a draft');
    answers.accept = true;
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
    await page.getByRole('button', { name: 'Edit scenario' }).first().click();
    await editor.waitFor();
    expect(await editor.innerText()).toContain('# applied');
    expect(await editor.innerText()).not.toContain('# a draft');
    await page.keyboard.press('Escape');
    expect(answers.asked).toHaveLength(5);
    expect(faults).toEqual([]);
    await close();
  });

  test('a draft outlives another panel, and what is opened in its place asks', async () => {
    const { page, close } = await studio.open({ hash: '#scenario=one-missile' });
    await settled(page);
    const answers = answerWith(page);
    await write(page, '# a draft\n');
    await page.locator('header .help').click();
    await page.getByRole('button', { name: 'Edit scenario' }).first().click();
    const editor = page.getByRole('textbox', { name: 'Scenario as YAML' });
    await editor.waitFor();
    expect(await editor.innerText()).toContain('# a draft');
    await page.locator('.picker input[type=file]').setInputFiles('scenarios/cbo-2026.yaml');
    await expect.poll(() => answers.asked.length, { timeout: 30_000 }).toBe(1);
    expect(await scenario(page)).toBe('one-missile');
    answers.accept = true;
    await page.locator('.picker input[type=file]').setInputFiles('scenarios/cbo-2026.yaml');
    await expect.poll(() => scenario(page), { timeout: 30_000 }).toBe('cbo-2026');
    expect(await readFile('scenarios/cbo-2026.yaml', 'utf8')).toContain((await editor.innerText()).split('\n')[0]);
    await close();
  });
});

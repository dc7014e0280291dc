// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command as convert } from '../../src/cli/convert.ts';
import { runCommand } from '../fixtures/run-command.ts';
import type { Animal, Flown } from '../orbit-zoo/zoo-page.ts';
import { LONG_MS, settled, useStudio } from './studio-browser.ts';

const studio = useStudio();
const TWICE = 'test/orbit-zoo/files/twice.tle';
const ELEVEN = 'test/fixtures/starlink-eleven.tle';

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Convert orbit files' }).click();
}

const choose = (page: Page, file: string) => page.locator('.convert input[type=file]').setInputFiles(file);

async function converted(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Convert', exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('files of orbits in the studio', { timeout: LONG_MS }, () => {
  test('how many fly is told, and a file becomes the one that the command writes', async () => {
    const { page, faults, close } = await studio.open({ raids: 1, scenario: 'one-missile' });
    await settled(page);
    await openPanel(page);
    await choose(page, TWICE);
    await page.locator('.convert [data-verdict]').waitFor();
    expect(await page.locator('.convert [data-verdict]').innerText()).toMatch(/1 of 2 satellites/);
    for (const [format, ending] of [
      ['kvn', 'kvn'],
      ['tle', 'tle'],
      ['czml', 'czml'],
    ]) {
      await page.locator('#convert-format').selectOption(format);
      const { name, bytes } = await converted(page);
      expect(name).toBe(`twice.${ending}`);
      const folder = await mkdtemp(join(tmpdir(), 'cupola-convert-'));
      const { code } = await runCommand(convert, [TWICE, join(folder, name)]);
      expect(code).toBe(0);
      expect(bytes.equals(await readFile(join(folder, name)))).toBe(true);
      await rm(folder, { recursive: true });
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('several ephemerides come as one archive; conditions, wrong words and files that are no orbits are told', async () => {
    const { page, faults, close } = await studio.open({ raids: 1, scenario: 'one-missile' });
    await settled(page);
    await openPanel(page);
    await choose(page, ELEVEN);
    await page.locator('.convert [data-verdict]').waitFor();
    await page.locator('#convert-format').selectOption('oem');
    const { name, bytes } = await converted(page);
    expect(name).toBe('starlink-eleven.zip');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toHaveLength(11);
    for (const file of Object.values(files)) expect(Buffer.from(file).toString()).toMatch(/^CCSDS_OEM_VERS/);
    await page.locator('#convert-keep').fill('size > 2');
    await page.getByRole('button', { name: 'Convert', exact: true }).click();
    await page.locator('.convert [role=alert]:has-text("expected FIELD SIGN VALUE")').waitFor();
    await choose(page, 'README.md');
    await page.locator('.convert [role=alert]').first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the zoo of odd files gets the answers of the commands', async () => {
    const { page, faults, close } = await studio.open({ raids: 1, scenario: 'one-missile' });
    await settled(page);
    await openPanel(page);
    const animals = (JSON.parse(await readFile('test/orbit-zoo/zoo.json', 'utf8')) as Animal[]).filter(
      ({ file }) => !file.startsWith('stations') && !file.startsWith('utf-16') && file !== 'latin-1.tle',
    );
    const wrong: string[] = [];
    for (const { file, answer, convert: converts } of animals) {
      const expected = converts && 'refused' in converts ? converts : answer;
      await choose(page, `test/orbit-zoo/files/${file}`);
      const words =
        'refused' in expected ? expected.refused : `${(expected as Flown).flying} of ${(expected as Flown).held}`;
      const place = 'refused' in expected && !/^none of/.test(words) ? '[role=alert]' : '[data-verdict]';
      const told = page.locator(`.convert[data-file="${file}"] ${place}`).first();
      const text = await told.innerText({ timeout: 10_000 }).catch(() => 'nothing');
      if (!text.includes(words)) wrong.push(`${file}: expected "${words}", found "${text}"`);
    }
    expect(animals.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    for (const file of ['utf-16.tle', 'latin-1.tle']) {
      await choose(page, `test/orbit-zoo/files/${file}`);
      await page.locator(`.toast:has-text("${file} is no text file")`).waitFor();
    }
    expect(faults).toEqual([]);
    await close();
  });
});

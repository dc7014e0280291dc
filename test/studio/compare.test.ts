// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { LONG_MS, linkTo, settled, shared, useStudio } from './studio-browser.ts';

const studio = useStudio();

describe('two scenarios side by side', { timeout: LONG_MS }, () => {
  test('have one clock, one view, and show what differs beyond noise', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 20 });
    await settled(page);
    await page.keyboard.press('c');
    await page.waitForSelector('.side-empty');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('side-b');
    await page.keyboard.type('Golden Dome, as a'); // the list has the focus: its entries are found by their letters
    expect(await page.locator('select[name=side-b]').inputValue()).toBe('shipped:golden-dome');
    await page.waitForFunction(() => document.querySelectorAll('.side .stage canvas').length === 2);
    await settled(page);
    const row = (name: string) => page.locator('.compare-answers tbody tr', { hasText: name }).innerText();
    const [, left, right, , , verdict] = (await row('Cost, median')).split('\t');
    expect(left).toMatch(/^\$/);
    expect(right).toMatch(/^\$/);
    expect(left).not.toBe(right);
    expect(verdict).toBe('differs');
    expect((await row('Chance that nothing gets through')).split('\t')).toHaveLength(6);
    expect(await page.locator('.compare-inputs tbody tr').count()).toBeGreaterThan(5);
    expect(await page.locator('.pair .chain circle').count()).toBeGreaterThan(8);
    // dragging one turns both
    const pictures = () =>
      page
        .locator('.side .stage')
        .evaluateAll((all) => all.map((each) => each.querySelector('canvas')?.toDataURL().length));
    const before = await pictures();
    const box = (await page.locator('.side-a .stage').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2 + 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await pictures()).every((size, i) => size !== before[i])).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.compare-answers').getByRole('button', { name: 'Table (CSV)' }).click(),
    ]);
    const written = await readFile(await download.path(), 'utf8');
    expect(written).toMatch(/^# A: One missile\r\n# cupola run scenarios\/one-missile\.yaml/);
    const table = written.replace(/^(#.*\r\n)+/, '');
    expect(table).toMatch(/^measure,unit,one-missile,golden-dome,difference,low95,high95,verdict\r\n/);
    expect(table).toMatch(/\r\nSeen,seconds,/);
    const drawing = async (item: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        (async () => {
          await page.getByRole('button', { name: 'Export' }).click();
          await page.getByRole('menuitem', { name: item }).click();
        })(),
      ]);
      return readFile(await file.path());
    };
    const png = await drawing('Picture of both globes');
    expect(png.readUInt32BE(16)).toBeGreaterThan(2 * png.readUInt32BE(20)); // wider than two squares
    const svg = String(await drawing('Drawing of both globes'));
    expect(svg.match(/<svg /g)).toHaveLength(4); // two globes, side by side, above the words that say what was run
    expect(svg).not.toMatch(/NaN|undefined/);
    await page.locator('.compare-answers').getByRole('button', { name: 'Cost, median' }).click();
    await page.waitForSelector('.drawer .source-list li');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('select[name=side-a]')?.value === 'shipped:golden-dome',
    );
    const hash = await shared(page);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.answers');
    await close();
    const other = await studio.open({ hash });
    await other.page.waitForSelector('.compare-answers');
    expect(await other.page.locator('select[name=side-a]').inputValue()).toBe('shipped:golden-dome');
    expect(await other.page.locator('select[name=side-b]').inputValue()).toBe('shipped:one-missile');
    const file = { name: 'mine.yaml', mimeType: 'application/yaml', buffer: await readFile('scenarios/cbo-2026.yaml') };
    await other.page.locator('.side-a input[type=file]').setInputFiles(file);
    await other.page.waitForFunction(() => document.querySelector('.side-a')?.getAttribute('aria-label') === 'A: mine');
    expect(await other.page.locator('.side-b').getAttribute('aria-label')).toBe('B: one-missile');
    // one that has no raid is compared by what it has
    await other.page.locator('select[name=side-b]').selectOption('shipped:networks');
    await other.page.waitForFunction(() =>
      document.querySelector('.pair')?.textContent?.includes('B. This scenario has no raid'),
    );
    expect(await settled(other.page)).toBe('done');
    // a file that is dropped goes to the side on which it falls
    await other.page.evaluate(async (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.yaml'));
      document.querySelector('.side-b .stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    }, file.buffer.toString());
    await other.page.waitForFunction(
      () => document.querySelector('.side-b')?.getAttribute('aria-label') === 'B: dropped',
    );
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  test('a satellite is chosen on either globe, marked on both, and followed', async () => {
    const { page, faults, close } = await studio.open({
      hash: linkTo({ s: 'golden-dome', n: 5, w: { spacex: 'denied' }, y: 0, p: 1 }),
    });
    await settled(page);
    const sides = { a: page.locator('.side-a'), b: page.locator('.side-b') };
    const click = async (side: 'a' | 'b', share: number) => {
      const box = (await sides[side].locator('.stage').boundingBox())!;
      await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
    };
    const card = (side: 'a' | 'b') => sides[side].locator('.selected').innerText();
    await page.keyboard.press('/');
    await page.keyboard.type('starlink s1 30/');
    await page.locator('.drawer input[name=satellites-side]').nth(1).check();
    await page.locator('.drawer input[type=search]').fill('starlink s1 30/');
    await page.locator('.drawer .link').first().click(); // it is followed: the middle of both globes
    expect(await sides.b.locator('.selected input').isChecked()).toBe(true);
    const name = await sides.b.locator('.selected strong').innerText();
    await page.locator('.clock input[type=range]').fill('400');
    await sides.b.getByRole('button', { name: 'Unselect' }).click();
    expect(await page.locator('.selected').count()).toBe(0);
    await click('a', 0.5);
    expect(await sides.a.locator('.selected strong').innerText()).toBe(name);
    expect(await card('a')).toContain('Works in this raid');
    expect(await card('b')).toContain(name);
    expect(await card('b')).toContain('Out in this raid');
    await sides.a.locator('.selected input').check();
    await page.locator('.clock input[type=range]').fill('700');
    await click('b', 0.5);
    expect(await sides.b.locator('.selected strong').innerText()).toBe(name);
    await click('b', 0.02);
    expect(await page.locator('.selected').count()).toBe(0);
    await click('b', 0.5);
    await page.locator('.layers-menu summary').click();
    await page.locator('select[name=links]').selectOption('use');
    await page.waitForFunction(() => document.querySelectorAll('.side .links-legend').length === 2);
    await page.locator('select[name=side-b]').selectOption('shipped:one-missile');
    await page.waitForFunction(() =>
      document.querySelector('.side-b .selected')?.textContent?.includes('No satellite of this name here'),
    );
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });

  test('up to four runs by date stand on one axis, in the link and in what is taken away', async () => {
    const small = (extra: object) => ({ f: 'small.yaml', t: SMALL_LAYER, w: {}, ...extra });
    const hash = linkTo({
      ...small({ w: { lockheed: 'supply' } }),
      n: 5,
      d: 16,
      p: 1,
      b: [small({ w: { spacex: 'denied' } })],
    });
    const { page, faults, close } = await studio.open({ hash });
    await settled(page);
    await page.locator('select[name=more]').selectOption('now:B');
    expect(await page.locator('select[name=more]').count()).toBe(0); // four
    await page.locator('.curves .chart-legend > span').nth(3).waitFor();
    await page.locator('.curves summary').click();
    const head = await page.locator('.curves thead th').allTextContents();
    expect(head).toHaveLength(1 + 4 * 4);
    const cells = (row: string) => row.split('\t').map((cell) => cell.trim());
    const last = cells(await page.locator('.curves tbody tr').last().innerText());
    expect(last.slice(5, 9)).toEqual(last.slice(13)); // the second side, and the same kept beside it
    expect(last[5]).not.toBe(last[1]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.curves').getByRole('button', { name: 'Table (CSV)' }).click(),
    ]);
    const table = await readFile(await download.path(), 'utf8');
    expect(table.match(/^# cupola run small.yaml.*$/gm)).toHaveLength(4);
    expect(table).toContain('--without spacex:denied@');
    const link = await shared(page);
    await page.locator('.curves').getByRole('button', { name: 'Remove run C' }).click();
    await expect.poll(() => page.locator('.curves .curve-list li').count()).toBe(3);
    await page.waitForFunction((before) => location.hash !== before, link);
    await page.goto(studio.url + link);
    await expect.poll(() => page.locator('.curves .curve-list li').count()).toBe(4);
    expect(faults).toEqual([]);
    await close();
  });
});

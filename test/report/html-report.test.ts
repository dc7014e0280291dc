import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchChromium } from '../../scripts/chromium.mjs';
import { command as exporting } from '../../src/cli/export.ts';
import { furtherWords } from '../../src/cli/repeat-line.ts';
import { command as run } from '../../src/cli/run.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { recorded } from '../../src/report/run-record.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { SMALL_LAYER } from '../fixtures/small-layer.ts';
import { type Fixture, fixture } from './fixture.ts';
import { illegible, unfold } from './legible.mjs';

let dome: Fixture;
let page: string;

beforeAll(async () => {
  dome = await fixture('golden-dome', 6);
  page = htmlReport(dome.input);
}, 60_000);

test('answers come first, then assumptions, shield, timeline, cost, dependence, fielding, maps, sources, how to repeat', () => {
  const ids = [...page.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id);
  const wanted = ['answers', 'assumptions', 'shield', 'timeline', 'leaks', 'cost', 'dependence', 'fielding', 'reach'];
  expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted.filter((id) => ids.includes(id)));
  expect(ids).toContain('dependence');
  expect(ids).toContain('reach');
  expect(ids.slice(-2)).toEqual(['sources', 'repeat']);
  const questions = [...page.matchAll(/<li><h3>([^<]+)<\/h3><p>[^<]{20,}/g)].map(([, text]) => text);
  expect(questions).toEqual([
    'Does the shield close?',
    'What does it cost?',
    'Whom does it depend on?',
    'What would independence cost?',
  ]);
});

test('the page stands alone: no script, nothing fetched', () => {
  expect(page.match(/<script|javascript:|\son\w+=/i)?.[0]).toBeUndefined();
  expect(page.match(/<(img|link|iframe|object|embed)\b|@import|url\(/i)?.[0]).toBeUndefined();
  expect(page.length).toBeLessThan(3_000_000);
});

test('every picture says what it shows and where it comes from, and has its numbers beside it', () => {
  const figures = page.match(/<figure>[\s\S]*?<\/figure>/g) ?? [];
  expect(figures.length).toBeGreaterThan(8);
  for (const figure of figures) {
    expect(figure).toMatch(/<svg[^>]* role="img" aria-label="[^"]{20,}"/);
    expect(figure).toMatch(/<tbody><tr><td/);
    expect(figure).toMatch(/<figcaption><strong>[^<]+<\/strong><span>[^<]{20,}<\/span>/);
    expect(figure).toMatch(
      /<p class="source">Source: golden-dome\.yaml, 6 raids, seed 1, cupola 1\.2\.3; scenario \w+, catalog \w+\./,
    );
  }
});

test('every picture is well-formed XML without a number that does not exist', () => {
  for (const svg of page.match(/<svg[\s\S]*?<\/svg>/g) ?? []) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('whoever has the page can repeat the run', () => {
  const { result } = dome.rows;
  expect(page.includes('cupola run golden-dome.yaml --seed 1 --trials 6')).toBe(true);
  expect(page.includes(result.provenance.scenarioHash)).toBe(true);
  expect(page.includes(result.provenance.catalogHash)).toBe(true);
  expect(page.includes('cupola 1.2.3')).toBe(true);
  expect(page.includes('use: starlink-2026')).toBe(true);
});

test('the line of a report runs again what was run, options and all, and its answer has the hash of the report', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cupola-repeat-'));
  try {
    const file = join(folder, 'page.html');
    const elements = (await runCommand(exporting, ['omm', 'scenarios/networks.yaml', '--select', 'oneweb'])).out;
    await writeFile(join(folder, 'here.json'), elements);
    const given = `starlink=${join(folder, 'here.json')}`;
    const words = ['scenarios/starlink-now.yaml', '--elements', given, '--stale', '2000', '--seed', '7'];
    await runCommand(run, [...words, '--html', file]);
    const shown = await readFile(file, 'utf8');
    const line = /<pre class="command">([^<]+)<\/pre>/.exec(shown)![1];
    expect(line).toBe('cupola run scenarios/starlink-now.yaml --seed 7 --elements starlink=here.json --stale 2000');
    expect(shown).not.toContain(folder);
    const again = line.replace('cupola run ', '').replace('here.json', join(folder, 'here.json'));
    const { out } = await runCommand(run, [...again.split(' '), '--json']);
    expect(shown).toContain(`<code>${JSON.parse(out).repeat.answerSha256}</code>`);
    expect(shown).toContain(createHash('sha256').update(elements).digest('hex'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a stop takes, and the exchange and the raids by size where they were asked for', () => {
  expect(page).toContain('What it takes to stop one, by layer');
  expect(page).not.toContain('Published prices of one more missile');
  const { result } = dome.rows;
  const size = { threatCount: 4, isAtLimit: false, tried: [] };
  const share = { probability: 0.5, low: 0.4, high: 0.6 };
  const curve = [
    {
      threatCount: 8,
      trials: 100,
      engaged: share,
      stopped: share,
      stoppedMeanCount: 7.5,
      stoppedOfFurtherFraction: 0.9,
      mainReason: 'missed' as const,
    },
  ];
  const price = { unitMusd: 118, priceYear: 2020, source: 'cupola', where: '', basis: 'second-hand' as const };
  const asked = {
    ...result,
    raidSize: { confidence: 0.9, engaged: size, stopped: size, stoppedInHalf: { ...size, threatCount: 7 }, curve },
    exchange: {
      years: 20,
      priceYear: 2026,
      layers: [{ id: 'sbi', absenteeRatio: 780, shotsPerStop: 1, lifecycleMusd: 95.3, marginalMusd: 74_300 }],
      simulated: null,
      marginalMusd: 74_300,
      offence: [{ id: 'sentinel', name: 'Sentinel, estimate of 2020', ...price, convertedMusd: 133, ratio: 557 }],
    },
  };
  const more = htmlReport({ ...dome.input, result: asked });
  expect(more).toContain('in half of the raids it stops every one of up to 7');
  expect(more).toContain('Raids of each size tried');
  expect(more).toContain('Published prices of one more missile');
  expect(more).toContain('118 M$ of 2020');
  expect(more).toContain('557 dollars for each dollar');
});

test('options that change the answer stand in the line, trials and seed always', () => {
  const more = furtherWords({ raidSize: true, budgetMusd: '175000,185000', threads: '3' });
  const { run: record } = recorded(dome.rows.result, { scenario: 'my scenario.yaml', more });
  expect(record!.command).toBe(
    "cupola run 'my scenario.yaml' --seed 1 --trials 6 --raid-size --budget-musd 175000,185000",
  );
});

test('every source has its number, and the assumptions that matter most cite one', () => {
  const { sources } = dome.rows.result.provenance;
  for (const [i, { key }] of sources.entries()) {
    expect(page.includes(`<li id="source-${i + 1}">`)).toBe(true);
    expect(page.includes(`key <code>${key}</code>`)).toBe(true);
  }
  const cited = [...page.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number));
  expect(cited.length).toBeGreaterThan(10);
  for (const number of cited) expect(number).toBeLessThanOrEqual(sources.length);
});

test('words of the scenario never become markup', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
  const { result } = dome.rows;
  const hostile = htmlReport({
    ...dome.input,
    result: {
      ...result,
      name: evil,
      description: evil,
      notes: [{ code: 'text', args: { text: evil } }],
      raid: [{ ...result.raid[0], name: evil }],
    },
    scenarioText: evil,
  });
  expect(hostile.match(/<script|<img/)?.[0]).toBeUndefined();
  expect(hostile.includes('&lt;script&gt;alert(1)')).toBe(true);
});

test('what prints beside a figure is narrow enough for paper', () => {
  const printed = page.match(/<details class="data printed">[\s\S]*?<\/thead>/g) ?? [];
  expect(printed.length).toBeGreaterThan(2);
  for (const details of printed) expect(details.match(/<th /g)!.length).toBeLessThanOrEqual(8);
});

test('where no range moves the cost, nothing is said of draws and chances', async () => {
  const { input } = await fixture('one-missile', 5);
  const text = htmlReport(input);
  expect(text).toMatch(
    /The \$175\u00a0billion announced May 2025 covers the \$[\d.]+\u00a0\w+ of the estimate until 2028\.</,
  );
  expect(text).not.toContain('80 % range');
  expect(text).not.toContain('half of the draws');
});

test('a scenario without a raid, partners or cost says what is not answered, and how its messages travel', async () => {
  const { input } = await fixture('networks', 5);
  const text = htmlReport(input);
  expect(text).toContain('<h2 id="messages">');
  expect(text).toContain('<p>Messages take from ');
  for (const { id } of input.result.networks!.variants[0].routes) expect(text).toContain(`<td>${id}</td>`);
  expect(text).not.toContain('The command cupola source');
  expect(text.includes('Not answered')).toBe(true);
  expect(text.match(/NaN|undefined|\[object/)?.[0]).toBeUndefined();
});

/** Letters no smaller than this, in pixels. */
const LEAST_PX = 11;

describe.skipIf(!findChromium())('in Chromium (skipped where there is none)', () => {
  test('can be read on a telephone, a tablet and a desk: letters large enough, nothing cut, no page to push aside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cupola-narrow-'));
    const browser = await launchChromium();
    try {
      const [file, byDate, brief] = ['s.yaml', 'report.html', 'brief.html'].map((name) => join(folder, name));
      await writeFile(file, SMALL_LAYER);
      await runCommand(run, [file, '--draws', '16', '--raids', '4', '--html', byDate, '--page', brief]);
      for (const text of [page, await readFile(byDate, 'utf8'), await readFile(brief, 'utf8')]) {
        const tab = await browser.newPage();
        await tab.setContent(text);
        for (const width of [390, 700, 1440]) {
          await tab.setViewportSize({ width, height: 900 });
          expect(await illegible(tab, LEAST_PX)).toEqual({ cut: [], small: [] });
        }
        await unfold(tab);
        await tab.setViewportSize({ width: 390, height: 900 });
        expect(await illegible(tab, LEAST_PX)).toEqual({ cut: [], small: [] });
        await tab.close();
      }
    } finally {
      await browser.close();
      await rm(folder, { recursive: true });
    }
  }, 120_000);

  test('fits a desk and a telephone, and prints on A4 and Letter', async () => {
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: true });
      const said: string[] = [];
      tab.on('console', (message) => said.push(message.text()));
      await tab.setContent(page);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(1280);
      await tab.setViewportSize({ width: 390, height: 800 });
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      // wider than the paper, a page would be shrunk as a whole
      await tab.emulateMedia({ media: 'print' });
      await tab.setViewportSize({ width: 680, height: 960 });
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(680);
      await tab.emulateMedia({ media: null });
      const [a4, letter] = [await tab.pdf({ format: 'A4' }), await tab.pdf({ format: 'Letter' })];
      for (const [pdf, wide] of [
        [a4, 594],
        [letter, 612],
      ] as const) {
        const text = pdf.toString('latin1');
        expect(text.slice(0, 5)).toBe('%PDF-');
        const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) /g)].map(([, width]) => Number(width));
        expect(boxes.length).toBeGreaterThan(5);
        expect(boxes.length).toBeLessThan(40);
        for (const width of boxes) expect(Math.abs(width - wide)).toBeLessThan(2);
      }
      expect(said).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

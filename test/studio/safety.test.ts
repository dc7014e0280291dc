// biome-ignore-all lint/performance/useDomNodeTextContent: these are locators of a browser; the text as shown is meant
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { plainly } from '../../src/flow/said.ts';
import { tell } from '../../src/words/words.ts';
import { LinkError, pack, unpack } from '../../studio/src/state/unpack.ts';
import type { ClientLimits, EngineClient } from '../../studio/src/worker/client.ts';
import { failureOf } from '../../studio/src/worker/failure.ts';
import { bytesOf, MAX_RUN_BYTES, memoryProblem, runSize } from '../../studio/src/worker/memory.ts';
import { plainName, plainProblem } from '../../studio/src/worker/plain-name.ts';
import type { FromWorker, Job } from '../../studio/src/worker/protocol.ts';
import { type ClientBench, startClientBench } from './client-bench.ts';
import { LONG_MS, settled, useStudio } from './studio-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scenarioText = (name: string) => readFile(`${root}scenarios/${name}.yaml`, 'utf8');

const head = 'name: hostile\nepochUtc: 2028-06-01T00:00:00Z\n';
const shells = (planes: number, each: number) =>
  `shells: [{ planes: ${planes}, satellitesPerPlane: ${each}, altitudeKm: 1000, inclinationDeg: 80 }]`;
/** A raid of thousands of missiles in the sight of thousands of sensors. */
const hugeRaid = `${head}sensors:
  - { id: eyes, use: sda-tracking-t1, ${shells(100, 40)} }
command:
  - { id: c2, site: schriever }
interceptors:
  - { id: sbi, use: cbo-2026-sbi, ${shells(50, 20)} }
threat:
  - { id: raid, use: icbm-solid, count: 2000, from: russia-siberia, toward: new-york }
`;
const aliasBomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
].join('\n');

describe('what comes from outside', () => {
  test('a link unpacks to what was packed, and to no more than is allowed', async () => {
    const text = 'name: é\n'.repeat(10_000);
    expect(await unpack(await pack(text), 1e6)).toBe(text);
    const bomb = deflateRawSync(Buffer.alloc(100_000_000)).toString('base64url');
    expect(bomb.length).toBeLessThan(200_000);
    await expect(unpack(bomb, 2_000_000)).rejects.toMatchObject({ key: 'link.tooLarge' });
    for (const damaged of ['%%%', 'bm90LWEtbGluaw', (await pack(text)).slice(0, -20), '\u202e'])
      await expect(unpack(damaged, 1e6)).rejects.toBeInstanceOf(LinkError);
  });

  test('a name is shown without marks that hide or turn text, and not at any length', () => {
    expect(plainName('a\u202egpj.exe\u0000')).toBe('a\ufffdgpj.exe\ufffd');
    expect(plainName('x'.repeat(1e6))).toHaveLength(80);
    expect(plainName('\u{1f680}'.repeat(100)).endsWith('\u{1f680}…')).toBe(true);
    expect(plainName('Воронеж, العربية, é')).toBe('Воронеж, العربية, é');
    const problem = { code: 'x', path: '\u202ea', said: plainly(`found "\u2067${'y'.repeat(5000)}"`) };
    expect(plainProblem(problem)).toEqual({
      code: 'x',
      path: '\ufffda',
      said: { code: 'text', args: { text: expect.stringMatching(/^found "\ufffdy{900,}…$/) } },
    });
  });

  test('the memory of a run is estimated before it starts; what is too large is refused with its numbers', async () => {
    const { architecture } = await loadScenarioFile(`${root}scenarios/golden-dome.yaml`);
    architecture.analysis.trials = 5000;
    expect(bytesOf(runSize(architecture))).toBeLessThan(MAX_RUN_BYTES);
    expect(memoryProblem(architecture, 'x.yaml')).toBeUndefined();
    architecture.analysis.trials = 100_000;
    expect(tell(memoryProblem(architecture, 'x.yaml')!.said)).toMatch(
      /needs about 2\d{3} MB of memory: 20\d{3} satellites, 10 missiles, \d+ looks a raid, 100000 raids; at most 1000 MB/,
    );
    architecture.analysis.trials = 200;
    const before = bytesOf(runSize(architecture));
    architecture.threats[0].count = 2000;
    architecture.sensors[2].revisitS = 0.01;
    expect(bytesOf(runSize(architecture))).toBeGreaterThan(100 * before);
  });

  test('satellites of a file count the same however it writes them down', async () => {
    const { architecture } = await loadScenarioFile(`${root}scenarios/golden-dome.yaml`);
    const [network] = architecture.networks;
    const { satellites: without } = runSize({ ...architecture, networks: architecture.networks.slice(1) });
    const one = { OBJECT_NAME: 'A', MEAN_MOTION: 15.5, ECCENTRICITY: 0.001, COMMENT: 'x'.repeat(300) };
    const files = [
      Array(500)
        .fill(`A\n1 ${'0'.repeat(67)}\n2 ${'0'.repeat(67)}`)
        .join('\n'),
      JSON.stringify(Array(500).fill(one)),
      `${Object.keys(one)}\n${Array(500).fill(Object.values(one)).join('\n')}`,
      `<ndm>${'<omm><MEAN_MOTION>15.5</MEAN_MOTION></omm>'.repeat(500)}</ndm>`,
    ];
    for (const text of files) {
      architecture.networks[0] = { ...network, shells: undefined, elements: { file: 'x', text } };
      expect(runSize(architecture).satellites).toBe(without + 500);
    }
  });

  test('a browser that is out of memory is told from other faults', () => {
    expect(failureOf(new RangeError('Array buffer allocation failed')).code).toBe('memory');
    expect(failureOf(new RangeError('Invalid typed array length: 99999999999')).code).toBe('memory');
    expect(failureOf(new Error('a raid needs a command centre'))).toEqual({
      code: 'error',
      message: 'a raid needs a command centre',
    });
  });
});

/** A worker that takes the job up and never comes back. */
const STUCK = `self.onmessage = ({ data }) => { if (data.type === 'run') { postMessage({ type: 'started', id: data.id }); for (;;); } };`;

describe('the client of the engine in Chromium', { timeout: LONG_MS }, () => {
  const studio = useStudio();
  let bench: ClientBench;
  beforeAll(async () => {
    bench = await startClientBench();
  }, LONG_MS);
  afterAll(async () => {
    await bench?.close();
  }, LONG_MS);

  const job = async (name: string, trials: number): Promise<Job> => ({
    text: await scenarioText(name),
    file: `${name}.yaml`,
    source: `${name}.yaml`,
    elementFiles: {},
    switches: {},
    afterYr: 0,
    trials,
    draws: 0,
  });

  async function openBench(): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, close } = await studio.open({ url: bench.url });
    await page.waitForFunction(() => 'EngineClient' in globalThis);
    return { page, close };
  }

  /** Runs jobs one after the other on one client; each ends with what its last message said. */
  function runAll(page: Page, limits: Partial<ClientLimits>, jobs: { job: Job; cancelOn?: string; next?: boolean }[]) {
    return page.evaluate(
      async ([limits, jobs]) => {
        const { EngineClient: Client } = globalThis as unknown as { EngineClient: typeof EngineClient };
        const client = new Client(limits);
        const ends: object[] = [];
        for (const { job, cancelOn, next } of jobs) {
          const last = await new Promise<FromWorker | undefined>((resolve) => {
            client.run(job, (message) => {
              if (message.type === cancelOn) client.cancel();
              if (['done', 'problems', 'failed', 'stopped'].includes(message.type)) resolve(message);
            });
            if (cancelOn === '') setTimeout(() => client.cancel(), 300);
            if (next) setTimeout(() => resolve(undefined), 300);
          });
          if (last?.type === 'done') {
            const { type, cancelled, isTooLong, result } = last;
            ends.push({ type, cancelled, isTooLong, trials: result.trials });
          } else ends.push(last ?? {});
        }
        return ends;
      },
      [limits, jobs] as const,
    );
  }

  test('a worker that falls silent is ended, and the next run works', async () => {
    const { page, close } = await openBench();
    bench.nextWorkers(STUCK);
    const one = await job('one-missile', 20);
    const ends = await runAll(page, { silentMs: 5000 }, [{ job: one }, { job: one }]);
    expect(ends[0]).toMatchObject({ type: 'failed', failure: { code: 'silent', seconds: 5 } });
    expect(ends[1]).toMatchObject({ type: 'done', trials: 20, cancelled: false });
    await close();
  });

  test('a run that lasts too long is stopped, and what is done counts', async () => {
    const { page, close } = await openBench();
    const ends = await runAll(page, { longestMs: 4000, graceMs: 60_000 }, [{ job: await job('one-missile', 90_000) }]);
    expect(ends[0]).toMatchObject({ type: 'done', cancelled: true, isTooLong: true });
    const { trials } = ends[0] as { trials: number };
    expect(trials).toBeGreaterThan(0);
    expect(trials).toBeLessThan(90_000);
    bench.nextWorkers(STUCK);
    const stuck = await runAll(page, { longestMs: 1000, graceMs: 500 }, [{ job: await job('one-missile', 5) }]);
    expect(stuck[0]).toMatchObject({ type: 'failed', failure: { code: 'long', seconds: 1 } });
    await close();
  });

  test('a run is cancelled in its middle: after its trial, or with its worker', async () => {
    const { page, close } = await openBench();
    const long = await job('golden-dome', 20_000);
    const one = await job('one-missile', 20);
    const ends = await runAll(page, { graceMs: 60_000 }, [{ job: long, cancelOn: 'progress' }, { job: one }]);
    expect(ends[0]).toMatchObject({ type: 'done', cancelled: true });
    expect((ends[0] as { trials: number }).trials).toBeLessThan(20_000);
    expect(ends[1]).toMatchObject({ type: 'done', trials: 20 });
    bench.nextWorkers(STUCK);
    const stuck = await runAll(page, { graceMs: 500 }, [{ job: long, cancelOn: '' }, { job: one }]);
    expect(stuck[0]).toMatchObject({ type: 'stopped' });
    expect(stuck[1]).toMatchObject({ type: 'done', trials: 20 });
    await close();
  });

  test('a new run does not wait for a worker that is stuck in the old one', async () => {
    const { page, close } = await openBench();
    bench.nextWorkers(STUCK);
    const one = await job('one-missile', 20);
    const ends = await runAll(page, { graceMs: 500 }, [{ job: one, next: true }, { job: one }]);
    expect(ends[1]).toMatchObject({ type: 'done', trials: 20, cancelled: false });
    await close();
  });

  test('a worker that cannot be loaded or breaks is a failure that can be told; the next run works', async () => {
    const { page, close } = await openBench();
    bench.nextWorkers(null, 'throw new Error("broken")');
    const one = await job('one-missile', 20);
    const ends = await runAll(page, {}, [{ job: one }, { job: one }, { job: one }]);
    expect(ends[0]).toMatchObject({ type: 'failed', failure: { code: 'start' } });
    expect(ends[1]).toMatchObject({ type: 'failed', failure: { code: 'start' } });
    expect(ends[2]).toMatchObject({ type: 'done', trials: 20 });
    await close();
  });

  test('a run too large for a page is refused with its numbers', async () => {
    const { page, close } = await openBench();
    const huge = { ...(await job('one-missile', 200)), text: hugeRaid };
    const ends = await runAll(page, {}, [{ job: huge }, { job: await job('one-missile', 20) }]);
    expect(ends[0]).toMatchObject({
      type: 'problems',
      problems: [
        {
          code: 'too-much-memory',
          said: {
            code: 'studio.problem.memory',
            args: expect.objectContaining({ satellites: 5000, missiles: 2000 }),
          },
        },
      ],
    });
    expect(ends[1]).toMatchObject({ type: 'done', trials: 20 });
    await close();
  });

  test('hostile scenarios end with a message, the page stays usable and the next scenario runs', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5 });
    await settled(page);
    const open = async (name: string, text: string, shown = name) => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
      await page.waitForFunction(
        (name) => document.querySelector('.picker select')?.textContent?.includes(name),
        shown,
      );
      return settled(page);
    };
    const hostile: [string, string, RegExp][] = [
      [
        'satellites',
        `${head}networks:\n  - { id: a, use: starlink-gen1, ${shells(10_000, 1000)} }\n`,
        /10000000 satellites in all; at most 200000/,
      ],
      ['raid', hugeRaid, /needs about \d+ MB of memory/],
      ['trials', `${head}analysis: { trials: 1000000000 }\n`, /must be at most 10000000/],
      ['nan', `${head}analysis: { trials: .nan }\n`, /expected a number, found NaN/],
      ['alias', aliasBomb, /more than 50 aliases/],
      ['deep', `${head}x: ${'['.repeat(400_000)}`, /nested more than 24 levels/],
      ['proto', `${head}__proto__: { polluted: yes }\n`, /unknown key/],
      ['keys', head + Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n'), /200 problems/],
      ['rtl', `${head}analysis: { trials: "\u202eevil\u0007" }\n`, /found "\ufffdevil/],
    ];
    for (const [name, text, said] of hostile) {
      expect(await open(`${name}.yaml`, text), name).toBe('problems');
      expect(await page.locator('.run').innerText(), name).toMatch(said);
      expect(await page.evaluate(() => 'polluted' in {} || document.body.innerText.includes('\u202e'))).toBe(false);
    }
    const names = (await scenarioText('one-missile'))
      .replace(/^name: .*$/m, `name: ${'<img src=x onerror=document.title=1>'.repeat(4)}`)
      .replace('id: sbi,', `id: sbi, name: "\u202e<img src=x onerror=document.title=1> ${'W'.repeat(150)}",`);
    const fileName = `\u202e<img src=x onerror=document.title=1>${'n'.repeat(120)}.yaml`;
    expect(await open(fileName, names, 'onerror')).toBe('done');
    await page.getByRole('button', { name: 'Satellites' }).click();
    await page.locator('.drawer tbody tr').first().waitFor();
    expect(await page.locator('.app img').count()).toBe(0);
    expect(await page.title()).toBe('Cupola studio');
    expect(await page.evaluate(() => document.body.innerText.includes('\u202e'))).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    await page.keyboard.press('Escape');
    await page.locator('.picker select').first().selectOption('one-missile');
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });

  test('broken links say what is wrong and leave the page as it was', async () => {
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5 });
    await settled(page);
    const packed = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64url');
    const broken: [string, RegExp][] = [
      ['#s=', /damaged/],
      ['#s=%%%', /damaged/],
      ['#s=bm90LWEtbGluaw', /damaged/],
      [`#s=${deflateRawSync('{"v":1').toString('base64url')}`, /damaged/],
      [`#s=${packed({ v: 2 })}`, /another version/],
      [`#s=${packed({ v: 1, s: '__proto__' })}`, /no scenario/],
      [`#s=${packed(null)}`, /another version/],
      ['#scenario=constructor', /no scenario “constructor”/],
      [`#s=${'A'.repeat(200_001)}`, /longer than 200,000 characters/],
      [`#s=${deflateRawSync(Buffer.alloc(100_000_000)).toString('base64url')}`, /unpacks to more than 2,000,000/],
    ];
    for (const [hash, said] of broken) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, hash);
      await expect.poll(() => page.locator('.toast').innerText(), { timeout: 20_000 }).toMatch(said);
      await page.evaluate(() => history.replaceState(null, '', ' '));
    }
    expect(await page.locator('.picker select').first().inputValue()).toBe('one-missile');
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#s=${packed({ v: 1, s: 'networks', n: 1_000_000_000 })}`,
    );
    await expect
      .poll(() => page.locator('.toast').innerText())
      .toMatch(/asks for 1,000,000,000 raids; 100,000 are run/);
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });

  test('files that are no scenarios say so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupola-files-'));
    const { page, faults, close } = await studio.open({ scenario: 'one-missile', raids: 5 });
    await settled(page);
    const give = async (said: RegExp, ...files: [string, Buffer | string][]) => {
      const paths = files.map(([name, bytes]) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      });
      await page.locator('input[type=file]').setInputFiles(paths);
      await expect.poll(() => page.locator('.toast').innerText(), { timeout: 20_000 }).toMatch(said);
      expect(await settled(page)).toBe('done');
    };
    await give(/large\.yaml has 50 MB; at most 1 MB/, ['large.yaml', Buffer.alloc(50_000_000, 0x61)]);
    await give(/large\.tle has 70 MB; at most 64 MB/, ['large.tle', Buffer.alloc(70_000_000, 0x61)]);
    await give(/picture\.yaml is no text file/, ['picture.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])]);
    await give(/picture\.png does not say of which run/, ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])]);
    await give(/page\.html does not say of which run/, ['page.html', Buffer.from('<pre class="command">rm -rf</pre>')]);
    await give(/notes\.doc: only scenarios/, ['notes.doc', Buffer.from('x')]);
    await give(/Kept for scenarios that name them: some\.tle/, ['some.tle', 'x']);
    const [one, other] = [await scenarioText('one-missile'), await scenarioText('networks')];
    await give(/2 scenarios were given; first\.yaml is shown/, ['first.yaml', one], ['second.yaml', other]);
    expect(await page.locator('.picker select').first().innerText()).toContain('first.yaml');
    const dropText = (type: string, words: string) =>
      page.evaluate(
        ([type, words]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.setData(type, words);
          dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
        },
        [type, words],
      );
    await dropText('text/plain', 'anything');
    await expect.poll(() => page.locator('.toast').innerText()).toMatch(/Nothing to open/);
    await dropText('text/uri-list', `${studio.url}#s=broken`);
    await expect.poll(() => page.locator('.toast').innerText()).toMatch(/The link could not be read: it is damaged/);
    await dropText('text/uri-list', `${studio.url}#scenario=networks`);
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('.picker select')?.value === 'networks');
    expect(await settled(page)).toBe('done');
    expect(faults).toEqual([]);
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
});

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/entry.ts';
import { loadCatalogFolder } from '../../src/cli/load-catalog.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { run } from '../../src/run/run.ts';
import { planModel } from '../../src/sourcing/coupled/plan-model.ts';
import { textOf } from './pages.ts';

/** A copy of the catalog to which the page's files and lines are added. */
let folder: string;
let catalog: Catalog;
const added: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-extend-'));
  cpSync('catalog', join(folder, 'catalog'), { recursive: true });
  for (const [, path, place, text] of textOf('extend.md').matchAll(
    /^```yaml\n# (catalog\/\S+\.yaml)(?:, (.*))?\n([\s\S]*?)^```/gm,
  )) {
    const file = join(folder, path);
    if (place === undefined) writeFileSync(file, text);
    else if (place === 'under members') {
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^members:\n/m, (line) => line + text),
      );
    } else appendFileSync(file, text);
    added.push(place ?? path);
  }
  catalog = await loadCatalogFolder(pathToFileURL(join(folder, 'catalog/')));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const resolved = (text: string) => loadScenario(text, catalog, { file: 'extend.md' });

test('the files of the page are a radar, its source, a network, a threat, a raid and a partner', () => {
  expect(added.length).toBe(7);
  expect(added).toContain('under edges');
  const text = `name: all\nepochUtc: 2028-06-01T00:00:00Z
sensors: [{ id: radar, use: north-radar }]
networks: [{ id: net, use: north-star }]
threat: [{ id: one, use: icbm-long-burn, count: 1, from: north-korea-interior, toward: washington }]\n`;
  const { sensors, networks, threats } = resolved(text);
  expect([sensors.length, networks.length, threats.length]).toEqual([1, 1, 1]);
  const raid = resolved('name: raid\nepochUtc: 2028-06-01T00:00:00Z\nthreat: { use: two-waves }\n').threats;
  expect(raid.map(({ count, startS, loftDeg }) => [count, startS, loftDeg])).toEqual([
    [4, 0, 0],
    [2, 600, -8],
  ]);
});

/** A whole scenario of the page, by the start of its name. */
const scenarioOf = (name: string) =>
  [...textOf('extend.md').matchAll(/^```yaml\n(name: [\s\S]*?)^```/gm)].find(([, text]) =>
    text.startsWith(`name: ${name}`),
  )![1];

test('the scenario with a place, an entry and a dependence of its own has them', () => {
  const { sensors, sites, interceptors, launch, partners, threats } = resolved(scenarioOf('My radar'));
  expect(sensors[0].sites).toEqual(['home']);
  expect(sites.home).toMatchObject({ latDeg: 50, lonDeg: 8 });
  expect(interceptors[0]).toMatchObject({ unitMusd: 30, lifeYr: 5 });
  expect(launch.launchers).toEqual([]);
  expect(partners!.edges!.find(({ from, to }) => from === 'starship' && to === 'cbo-2026-sbi')!.shareFraction).toBe(
    0.5,
  );
  expect(partners!.edges!.at(-1)).toMatchObject({ from: 'acme', to: 'my-layer' });
  expect(threats[0].from[0]).toMatchObject({ latDeg: 40.5, lonDeg: 127.2 });
});

test('the scenario of the page runs: its missile is seen by its radar', () => {
  const text = scenarioOf('A radar');
  const { result } = run(resolved(`${text}analysis: { trials: 10 }\n`));
  expect(result.effect!.layers[0].shotsPerRaid).toBeGreaterThan(0);
});

test('the new partner can make the data backbone, at the price and after the delay of the page', () => {
  const architecture = resolved(readFileSync('scenarios/golden-dome.yaml', 'utf8'));
  const { fleets, makers } = planModel(architecture, catalog, {
    stepYr: 1,
    lossYr: 10,
    lossFraction: 0.5,
    warmFraction: 0.25,
  });
  const backbone = fleets.findIndex(({ functionId }) => functionId === 'backbone');
  const maker = makers.find(({ partner, fleet }) => partner === 'northern-satellites' && fleet === backbone);
  expect(maker).toMatchObject({ isCandidate: true, fixedMusd: 300, delayYr: 2, todayFraction: 0 });
  expect(maker!.perYr * fleets[backbone].unitCount).toBeCloseTo(60, 6);
}, 60_000);

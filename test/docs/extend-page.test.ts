import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/entry.ts';
import { loadCatalogFolder } from '../../src/cli/load-catalog.ts';
import { loadHighs } from '../../src/cli/load-highs.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { run } from '../../src/run/run.ts';
import { searchPartners } from '../../src/sourcing/search.ts';
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
    const file = join(folder, path!);
    if (place === undefined) writeFileSync(file, text!);
    else if (place === 'under members') {
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^members:\n/m, (line) => line + text),
      );
    } else appendFileSync(file, text!);
    added.push(place ?? path!);
  }
  catalog = await loadCatalogFolder(pathToFileURL(join(folder, 'catalog/')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const resolved = (text: string) => loadScenario(text, catalog, { file: 'extend.md' });

test('the files of the page are a radar, its source, a network, a threat and a partner', () => {
  expect(added.length).toBe(6);
  expect(added).toContain('under edges');
  const text = `name: all\nepochUtc: 2028-06-01T00:00:00Z
sensors: [{ id: radar, use: north-radar }]
networks: [{ id: net, use: north-star }]
threat: [{ id: one, use: icbm-long-burn, count: 1, from: north-korea-interior, toward: washington }]\n`;
  const { sensors, networks, threats } = resolved(text);
  expect([sensors.length, networks.length, threats.length]).toEqual([1, 1, 1]);
});

test('the scenario of the page runs: its missile is seen by its radar', () => {
  const text = /^```yaml\n(name: [\s\S]*?)^```/m.exec(textOf('extend.md'))![1]!;
  const { result } = run(resolved(`${text}analysis: { trials: 10 }\n`));
  expect(result.effect!.layers[0]!.shotsPerRaid).toBeGreaterThan(0);
});

test('the new partner takes half of the data backbone', async () => {
  const architecture = resolved(readFileSync('scenarios/golden-dome.yaml', 'utf8'));
  const { model, robust } = searchPartners(await loadHighs(), architecture, catalog, {
    lossFraction: 0.5,
    withinYr: 10,
  });
  const share = (partner: string) =>
    model.offers.reduce(
      (sum, offer, i) =>
        offer.functionId === 'backbone' && offer.partner === partner ? sum + robust.amountsFraction[i]! : sum,
      0,
    );
  expect(share('northern-satellites')).toBeCloseTo(0.5, 6);
  expect(share('blue-origin')).toBe(0);
}, 60_000);

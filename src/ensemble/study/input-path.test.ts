import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { testCatalog } from '../../../test/fixtures/catalog.ts';
import { loadParsed } from '../../read/load-scenario.ts';
import { catalogOf } from '../../read/own-entries.ts';
import { parseScenario } from '../../read/parse.ts';
import { tell } from '../../words/words.ts';
import { PathError, pathParts, readInput, setInput } from './input-path.ts';

const catalog = testCatalog();
const text = `name: One missile
epochUtc: 2028-06-01T00:00:00Z
partners: { use: partners-2026-11 }
command:
  - { id: c2, site: schriever, trackS: 60, decisionS: 30 }
interceptors:
  - { id: sbi, use: cbo-2026-sbi, salvo: 2 }
threat:
  - { id: missile, use: icbm-solid, count: 1, from: north-korea-interior, toward: washington }
`;

function set(path: string, value: number): Record<string, unknown> {
  const scenario = parse(text);
  setInput(scenario, pathParts(path), value, catalog);
  return scenario;
}

function refusal(path: string): string {
  try {
    set(path, 1);
  } catch (error) {
    if (error instanceof PathError) return tell(error.said);
  }
  return 'no refusal';
}

test('a field of an entry of the catalog is set in the scenario, and counts in what uses the entry', () => {
  const scenario = set('catalog.interceptors.cbo-2026-sbi.lifeYr', 9);
  expect(scenario.catalog).toEqual({ interceptors: [{ id: 'cbo-2026-sbi', lifeYr: 9 }] });
  const parsed = parseScenario(JSON.stringify(scenario), 'set.yaml');
  expect(loadParsed(parsed, catalog, {}).interceptors[0].lifeYr).toBe(9);
});

test('a part of a number of an entry keeps the rest of it', () => {
  const before = readInput(parse(text), pathParts('catalog.launchers.new-glenn.payloadKg'), catalog);
  const scenario = set('catalog.launchers.new-glenn.payloadKg.value', 40_000);
  expect(scenario.catalog).toEqual({
    launchers: [{ id: 'new-glenn', payloadKg: { ...(before as object), value: 40_000 } }],
  });
});

test('an edge of the book of partners is set by its two ends, twice in one edge', () => {
  const scenario = parse(text);
  const share = 'partners.edges.starship:cbo-2026-sbi.shareFraction';
  setInput(scenario, pathParts(share), 0.5, catalog);
  setInput(scenario, pathParts(share), 0.4, catalog);
  expect(scenario.partners.edges).toEqual([
    { kind: 'launches', from: 'starship', to: 'cbo-2026-sbi', shareFraction: 0.4 },
  ]);
  expect(readInput(parse(text), pathParts(share), catalog)).toMatchObject({ basis: 'assumption' });
});

test('names that name nothing are told with what is near, and nothing is set', () => {
  expect(refusal('catalog.interceptors.cbo-2026-sb.lifeYr')).toContain('cbo-2026-sbi');
  expect(refusal('catalog.interceptor.cbo-2026-sbi.lifeYr')).toContain('interceptors');
  expect(refusal('partners.edges.starship:cbo-2026-sb.shareFraction')).toContain('starship:cbo-2026-sbi');
  expect(refusal('catalog.interceptors')).not.toBe('no refusal');
});

test('a number within an own entry of the scenario is set beside its use', () => {
  const own = `${text}catalog:
  interceptors:
    - { id: mine, use: cbo-2026-sbi, shells: [{ id: one, planes: 10, satellitesPerPlane: 10, altitudeKm: 400, inclinationDeg: 60 }] }
`.replace('use: cbo-2026-sbi, salvo', 'use: mine, salvo');
  const parsed = parseScenario(own, 'own.yaml');
  const scenario = structuredClone(parsed.document.value);
  setInput(scenario, pathParts('interceptors.sbi.shells[0].planes'), 20, catalogOf(parsed, catalog));
  const [layer] = loadParsed(parseScenario(JSON.stringify(scenario), 'set.yaml'), catalog, {}).interceptors;
  expect(layer.shells![0]).toMatchObject({ planes: 20, satellitesPerPlane: 10 });
});

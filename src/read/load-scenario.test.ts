import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError } from '../flow/problems.ts';
import { loadScenario } from './load-scenario.ts';

const head = 'name: own\nepochUtc: 2028-06-01T00:00:00Z\n';
const catalog = testCatalog();

function problemsOf(text: string) {
  try {
    loadScenario(text, catalog, { file: 'own.yaml' });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

test('what the models refuse is told at its line', () => {
  const tooFar = `${head}threat:\n  - { id: one, use: icbm-solid, maxRangeKm: 1000, from: russia-siberia, toward: new-york }\n`;
  const problems = problemsOf(tooFar);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toMatchObject({ file: 'own.yaml', line: 4 });
});

test('element files are given by element', () => {
  const text = `${head}networks:\n  - { id: real, use: starlink-gen1, elements: { file: real.tle } }\n`;
  expect(problemsOf(text)).toMatchObject([{ code: 'missing-file', line: 4, path: 'networks[0].elements.file' }]);
  const tle = [
    '1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927',
    '2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537',
  ].join('\n');
  const architecture = loadScenario(text, catalog, { files: { real: { file: 'real.tle', text: tle } } });
  expect(architecture.networks[0]!.id).toBe('real');
});

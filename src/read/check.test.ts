import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { checkModels } from './check.ts';
import { parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';

const catalog = testCatalog();

function checked(text: string) {
  const head = 'name: Test\nepochUtc: 2028-06-01T00:00:00Z\n';
  return checkModels(resolveScenario(parseScenario(head + text, 's.yaml'), catalog));
}

const RAID = 'use: icbm-solid, count: 1, from: north-korea-interior, toward: washington';

test('what no model computes is told', () => {
  const { notes } = checked(`threat:\n  - { id: t, ${RAID}, decoys: 5 }\n`);
  expect(notes.map(tell).join()).toContain('no sensor of the scenario can tell its decoys from warheads');
  const told = checked(`sensors:\n  - { id: x, use: sbx }\nthreat:\n  - { id: t, ${RAID}, decoys: 5 }\n`);
  expect(told.notes.map(tell).join()).not.toContain('decoys');
  expect(checked(`threat:\n  - { id: t, ${RAID} }\n`).notes).toEqual([]);
  const two = checked('command:\n  - { id: a, site: schriever }\n  - { id: b, site: peterson }\n');
  expect(two.notes.map(tell).join()).toContain('tracks and orders run through "a"');
});

test('problems of flights, networks and prices come together', () => {
  const text = `threat:
  - { id: far, use: srbm, count: 1, from: north-korea-interior, toward: washington }
analysis: { priceYear: 1975 }
interceptors:
  - { id: i, use: gbi, sites: [fort-greely] }
`;
  let problems: string[] = [];
  try {
    checked(text);
  } catch (error) {
    if (error instanceof InputError) problems = error.problems.map(({ code }) => code);
  }
  expect(problems).toContain('out-of-range');
  expect(problems.length).toBeGreaterThan(1);
});

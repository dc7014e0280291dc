import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problemText } from '../../flow/problems.ts';
import { readCatalog } from '../load.ts';
import { checkCatalog } from './check.ts';

test('the catalog of the package holds every rule, or says why not', () => {
  const folder = fileURLToPath(new URL('../../../catalog/', import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const read = readCatalog(names.map((path) => ({ path, text: readFileSync(folder + path, 'utf8') })));
  const { problems, exceptions } = checkCatalog(read);
  expect(problems.map(problemText)).toEqual([]);
  for (const { entry, field, why } of exceptions) expect(why.length, `${entry} ${field}`).toBeGreaterThan(10);
});

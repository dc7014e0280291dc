import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { otherNames, splitGroup } from './same-changes.ts';

const text = `name: Test
epochUtc: 2028-06-01T00:00:00Z
command:
  - { id: space, site: schriever, layers: [sbi], delegated: [sbi] }
  - { id: ground, site: schriever, threats: [raid] }
interceptors:
  - { id: sbi, use: cbo-2026-sbi }
  - { id: gbi, use: gbi, sites: [fort-greely] }
threat:
  - { id: raid, use: icbm-solid, count: 4, from: [iran-interior], toward: [new-york] }
`;
const architecture = resolveScenario(parseScenario(text, 'test.yaml'), testCatalog());

test('under other names centres name the same layers and groups', () => {
  const { command, interceptors, threats } = otherNames(architecture);
  expect(command[0]).toMatchObject({ layers: [interceptors[0].id], delegated: [interceptors[0].id] });
  expect(command[1]).toMatchObject({ threats: [threats[0].id] });
  expect(interceptors[0].id).not.toBe('sbi');
});

test('both parts of a group that is split are those of its centre', () => {
  const { command, threats } = splitGroup(architecture);
  expect(threats).toHaveLength(2);
  expect(command[1].threats).toEqual(threats.map(({ id }) => id));
});

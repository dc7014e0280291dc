import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { Architecture } from '../flow/architecture.ts';
import { shortestPaths } from '../num/shortest-path.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { buildElements } from '../world/elements.ts';
import { centreTree } from './centre-tree.ts';
import { noOutages } from './outages.ts';
import { networkAt } from './snapshot.ts';
import { forAnotherMoment, prepareTransport } from './transport.ts';

const catalog = testCatalog();

function shipped(name: string): Architecture {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  return resolveScenario(parseScenario(text, `${name}.yaml`), catalog);
}

/** Links that follow the nearest satellites beside a +grid, a bridge between the two, and a centre that is on the networks too. */
function mixed(): Architecture {
  const plain = shipped('golden-dome');
  const [first, second, ...others] = plain.networks;
  const networks = [first, { ...second, crosslinks: 'nearest' as const }, ...others];
  const [centre] = plain.command;
  const command = [...plain.command, { ...centre, id: 'second', terminals: networks.map(({ id }) => id) }];
  return { ...plain, networks, command, bridges: [{ between: [second.id, others[0].id], maxKm: 3000 }] };
}

test.each([
  ['golden-dome', shipped('golden-dome')],
  ['mixed-raid', shipped('mixed-raid')],
  ['links of every kind', mixed()],
])('the tree of a command centre is that of the whole graph to the last bit: %s', (_, architecture) => {
  const whole = prepareTransport(architecture, buildElements(architecture));
  const quick = forAnotherMoment(whole);
  const outages = noOutages(whole);
  architecture.command.forEach(({ site }, centre) => {
    const root = whole.firstFibre + whole.fibreSites.indexOf(site);
    for (const atS of [0, 4_321, 40_000]) {
      networkAt(whole, atS, outages);
      const { distance } = shortestPaths(whole.graph, root, whole.tree);
      centreTree(quick, centre, atS, outages);
      expect(quick.tree.distance).toEqual(distance);
      expect(distance.filter(Number.isFinite).length).toBeGreaterThan(100);
      for (let s = atS % 7; s < whole.satelliteCount; s += 11) outages.satelliteOut[s] = 1;
      if (outages.gatewayOut.length > 0) outages.gatewayOut[0] = 1;
    }
  });
});

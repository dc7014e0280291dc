import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Architecture } from '../../flow/architecture.ts';
import type { NetworkKind } from './network-kind.ts';
import type * as Kinds from './network-kinds.ts';

/** The whole of a new kind: each satellite holds the one ahead and the one behind, of one shell; every ten satellites come with a spare. */
const ring: NetworkKind = {
  about: 'fore and aft alone',
  isRelaying: true,
  needsElements: false,
  functionId: 'rings',
  unitCount: ({ shells = [] }) => 1.1 * shells[0].planes * shells[0].satellitesPerPlane,
  crosslinksOf({ shells = [] }) {
    const { planes, satellitesPerPlane: slots } = shells[0];
    const pairs = Array.from({ length: planes * slots }, (_, s) => [s, s - (s % slots) + ((s + 1) % slots)]);
    return { pairs: Int32Array.from(pairs.flat()), isAnew: false };
  },
  warnings: ({ id, shells = [] }) => (shells.length > 1 ? [{ code: 'network.no-shells', args: { id, links: 2 } }] : []),
};

const SHELL = '{ planes: 6, satellitesPerPlane: 20, altitudeKm: 1000, inclinationDeg: 60 }';
const scenario = (crosslinks: string, shells = SHELL) => `
name: a mesh of my own
epochUtc: 2028-06-01T00:00:00Z
networks:
  - id: mesh
    name: Mesh
    crosslinks: ${crosslinks}
    shells: [${shells}]
    gateways: [schriever]
    hopDelayMs: 1
    userMinElevationDeg: 15
    gatewayMinElevationDeg: 10
    unitMusd: 10
command:
  - { id: c2, site: schriever, decisionS: 30 }
`;

/** The engine with that kind in the list, loaded anew. */
async function engine() {
  const { testCatalog } = await import('../../../test/fixtures/catalog.ts');
  const { parseScenario } = await import('../../read/parse.ts');
  const { resolveScenario } = await import('../../read/resolve.ts');
  const { buildElements } = await import('../../world/elements.ts');
  const { prepareTransport } = await import('../../transport/transport.ts');
  const { networkAt } = await import('../../transport/snapshot.ts');
  const { noOutages } = await import('../../transport/outages.ts');
  const { transportProblems } = await import('../../transport/problems.ts');
  const { costOf } = await import('../../programme/cost.ts');
  const { supplyGraph } = await import('../../dependence/supply-graph.ts');
  const { networkShape } = await import('../../catalog/kinds.ts');
  const catalog = testCatalog();
  const resolved = (text: string) => resolveScenario(parseScenario(text, 'mesh.yaml'), catalog);
  /** Links between satellites at a moment. */
  const linkedAt = (architecture: Architecture, atS: number) => {
    const transport = prepareTransport(architecture, buildElements(architecture));
    networkAt(transport, atS, noOutages(transport));
    const { from, to, linkCount } = transport.links;
    return Array.from({ length: linkCount }, (_, k) => [from[k], to[k]]).filter(
      (ends) => Math.max(...ends) < transport.satelliteCount,
    );
  };
  return { linkedAt, transportProblems, costOf, supplyGraph, networkShape, resolved };
}

describe('a kind of network that is one file and one line of the list', () => {
  let made: Awaited<ReturnType<typeof engine>>;

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('./network-kinds.ts', async (original) => {
      const { networkKinds, topologies } = await original<typeof Kinds>();
      return { networkKinds: { ...networkKinds, ring }, topologies: [...topologies, 'ring'] };
    });
    made = await engine();
  });

  afterAll(() => {
    vi.doUnmock('./network-kinds.ts');
    vi.resetModules();
  });

  test('is a word of the scenario, with its meaning in the reference, and warns of what it cannot do', () => {
    expect(made.networkShape.crosslinks.values).toEqual(['plus-grid', 'motif', 'nearest', 'none', 'ring']);
    expect(made.networkShape.crosslinks.doc).toContain('ring: fore and aft alone');
    const codesOf = (text: string) => made.transportProblems(made.resolved(text)).warnings.map(({ code }) => code);
    expect(codesOf(scenario('ring'))).toEqual([]);
    expect(codesOf(scenario('ring', `${SHELL}, ${SHELL}`))).toEqual(['network.no-shells']);
    expect(() => made.resolved(scenario('star'))).toThrow();
  });

  test('links as it says, at every moment', () => {
    const ringed = made.resolved(scenario('ring'));
    for (const atS of [0, 3000]) {
      const links = made.linkedAt(ringed, atS);
      expect(links).toHaveLength(6 * 20);
      for (const [a, b] of links) {
        expect(Math.floor(a / 20)).toBe(Math.floor(b / 20));
        expect([1, 19]).toContain(Math.abs(a - b));
      }
    }
    expect(made.linkedAt(made.resolved(scenario('plus-grid')), 0).length).toBeGreaterThan(6 * 20);
    expect(made.linkedAt(made.resolved(scenario('none')), 0)).toEqual([]);
  });

  test('is bought by its own count and serves the function that it names', () => {
    const architecture = made.resolved(scenario('ring'));
    const [mesh] = made.costOf(architecture).elements.filter(({ id }) => id === 'mesh');
    expect(mesh.categoryMusd.procurement).toBeCloseTo(132 * 10, 6);
    const [element] = made.supplyGraph(architecture).elements.filter(({ id }) => id === 'mesh');
    expect(element).toMatchObject({ functionId: 'rings', unitCount: 132 });
  });
});

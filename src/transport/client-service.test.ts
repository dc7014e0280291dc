import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { buildElements } from '../world/elements.ts';
import { centreTree } from './centre-tree.ts';
import { moveClients } from './client-links.ts';
import { interceptorTimes, linksAt } from './links.ts';
import { noOutages, withoutNetworks } from './outages.ts';
import { transportProblems } from './problems.ts';
import { prepareTransport, type Transport } from './transport.ts';

const catalog = testCatalog();
const shell = (planes: number, each: number, altitudeKm: number) =>
  `shells: [{ planes: ${planes}, satellitesPerPlane: ${each}, altitudeKm: ${altitudeKm}, inclinationDeg: 70 }]`;

/** Interceptors over one or two networks of lasers. */
function architectureOf(networks: string, interceptors: string) {
  const text = `name: served
epochUtc: 2028-06-01T00:00:00Z
networks:
${networks}
command: [{ id: c2, site: schriever }]
interceptors:
${interceptors}
`;
  return resolveScenario(parseScenario(text, 'served.yaml'), catalog);
}

function transportOf(networks: string, interceptors: string): Transport {
  const architecture = architectureOf(networks, interceptors);
  return prepareTransport(architecture, buildElements(architecture));
}

const relays = (count: number, maxKm: number, size = shell(8, 10, 900), more = '') =>
  `  - { id: relays, use: sdn-backbone, ${size}, clientTerminalCount: ${count}, clientMaxKm: ${maxKm}${more} }`;
const clients = (planes: number, each: number, more = '') =>
  `  - { id: sbi, use: cbo-2026-sbi, ${shell(planes, each, 400)}, terminals: [relays]${more} }`;

/** How many clients the links of a moment serve. */
function servedAt(transport: Transport, atS: number): number {
  const { interceptorOneWayS } = linksAt(transport, { startS: atS, tS: 0 }, noOutages(transport));
  return interceptorOneWayS[0].filter((s) => !Number.isNaN(s)).length;
}

/** Greatest number of clients that relays can serve, by augmenting one unit at a time over every pair in reach and in sight. */
function greatest(transport: Transport, atS: number, count: number, maxKm: number): number {
  centreTree(transport, 0, atS, noOutages(transport));
  const [network] = transport.networks;
  const element = transport.space.find(({ role }) => role === 'interceptor')!;
  moveClients(transport, element, atS);
  const { positionEcefKm: p, clientEcefKm: c, tree } = transport;
  const sees = (u: number, s: number) => {
    const d = [0, 1, 2].map((k) => p[3 * s + k] - c[3 * u + k]);
    const km2 = d[0] ** 2 + d[1] ** 2 + d[2] ** 2;
    if (km2 > maxKm ** 2 || !(tree.distance[s] < Infinity)) return false;
    const along = -[0, 1, 2].reduce((sum, k) => sum + c[3 * u + k] * d[k], 0) / km2;
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(...[0, 1, 2].map((k) => c[3 * u + k] + t * d[k])) >= network.grazingRadiusKm;
  };
  const holders: number[][] = Array.from({ length: network.end }, () => []);
  const place = (u: number, seen: Set<number>): boolean => {
    for (let s = network.first; s < network.end; s++) {
      if (seen.has(s) || !sees(u, s)) continue;
      seen.add(s);
      const i = holders[s].length < count ? holders[s].length : holders[s].findIndex((other) => place(other, seen));
      if (i < 0) continue;
      holders[s][i] = u;
      return true;
    }
    return false;
  };
  let served = 0;
  for (let u = 0; u < element.count; u++) if (place(u, new Set())) served++;
  return served;
}

describe('relays serve as many clients as can be', () => {
  test('the number is that of a plain search over all pairs, short of terminals or of sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(1_500, 2_200),
        fc.integer({ min: 0, max: 86_400 }),
        (count, maxKm, atS) => {
          const size = shell(4, 8, 900);
          const transport = transportOf(relays(count, maxKm, size), clients(7, 12));
          expect(servedAt(transport, atS)).toBe(greatest(transport, atS, count, maxKm));
        },
      ),
      { numRuns: 12 },
    );
  });

  test.each([
    [480, shell(24, 20, 500), 4_000, [480, 960, 1_920]],
    [396, shell(12, 33, 630), 2_600, [396, 792, 1_584]],
  ])('7,800 interceptors over %i relays take every terminal', (_, size, maxKm, expected) => {
    expected.forEach((served, k) => {
      const transport = transportOf(relays(2 ** k, maxKm, size), clients(78, 100));
      expect(servedAt(transport, 0)).toBe(served);
    });
  });

  test('a client far from where relays are dense has more than the nearest to choose from', () => {
    const size = 'shells: [{ planes: 20, satellitesPerPlane: 20, altitudeKm: 630, inclinationDeg: 50 }]';
    const transport = transportOf(relays(1, 4_000, size), clients(16, 20));
    expect(servedAt(transport, 0)).toBe(greatest(transport, 0, 1, 4_000));
  });

  test('no relay serves more than it has terminals, and each client is told a relay that it sees', () => {
    const transport = transportOf(relays(2, 4_000), clients(20, 20));
    const element = transport.space.find(({ role }) => role === 'interceptor')!;
    centreTree(transport, 0, 0, noOutages(transport));
    moveClients(transport, element, 0);
    const node = new Int32Array(element.count).fill(-1);
    const asked = {
      element,
      units: Int32Array.from(node.keys()),
      oneWayS: new Float64Array(element.count).fill(Number.NaN),
      networkIndex: new Int16Array(element.count),
      node,
    };
    transport.service.reset(transport);
    const served = transport.service.serve(transport, asked);
    const load = new Map<number, number>();
    for (const s of node) if (s >= 0) load.set(s, (load.get(s) ?? 0) + 1);
    expect(Math.max(...load.values())).toBe(2);
    expect([...load.values()].reduce((sum, n) => sum + n, 0)).toBe(served);
    expect(served).toBe(160);
  });
});

test('two media have terminals of their own, and without one network the other serves what it can', () => {
  const both = `${relays(1, 4_000, shell(8, 10, 900), ', clientRadioCount: 2, clientRadioMaxKm: 3000, clientRadioKinds: [link-182]')}
  - { id: second, use: amazon-leo-2026, ${shell(6, 10, 630)}, clientTerminalCount: 1, clientMaxKm: 4000, crosslinkMaxKm: 6000 }`;
  const carried = `  - { id: sbi, use: cbo-2026-sbi, ${shell(20, 20, 400)}, terminals: [relays, second], radioKinds: [link-182], laserKinds: [amazon-leo] }`;
  const transport = transportOf(both, carried);
  expect(servedAt(transport, 0)).toBe(2 * 80 + 60);
  const outages = withoutNetworks(transport, noOutages(transport), ['relays']);
  const { interceptorOneWayS, interceptorNetworkIndex } = linksAt(transport, { startS: 0, tS: 0 }, outages);
  expect(interceptorOneWayS[0].filter((s) => s > 0)).toHaveLength(60);
  expect(new Set(interceptorNetworkIndex[0])).toEqual(new Set([-1, 1]));
});

test('an order to a unit without a link waits for a laser to turn to it; where terminals suffice nobody waits', () => {
  const slow = ', clientSetUpS: 25';
  const timesOf = (transport: Transport, units: number[]) => {
    const element = transport.space.find(({ role }) => role === 'interceptor')!;
    linksAt(transport, { startS: 0, tS: 0, interceptorUnits: [[]] }, noOutages(transport));
    return interceptorTimes(transport, element, 0, units).oneWayS;
  };
  const units = [3, 50, 51, 52, 200];
  const scarce = timesOf(transportOf(relays(1, 4_000, shell(8, 10, 900), slow), clients(20, 20)), units);
  const quick = timesOf(transportOf(relays(1, 4_000), clients(20, 20, '')), units);
  const plenty = timesOf(transportOf(relays(8, 4_000, shell(8, 10, 900), slow), clients(20, 20)), units);
  let waits = 0;
  for (const u of units) {
    expect(plenty[u]).toBeLessThan(1);
    expect(quick[u]).toBeGreaterThan(0);
    if (scarce[u] > 25) waits++;
    else expect(scarce[u]).toBeLessThan(1);
  }
  expect(waits).toBeGreaterThan(0);
});

test('golden-dome: all of the backbone’s radio links and Amazon’s lasers together serve every interceptor', () => {
  const text = readFileSync(new URL('../../scenarios/golden-dome.yaml', import.meta.url), 'utf8');
  const architecture = resolveScenario(parseScenario(text, 'golden-dome.yaml'), catalog);
  const transport = prepareTransport(architecture, buildElements(architecture));
  const share = (ids: string[]) => {
    const outages = withoutNetworks(transport, noOutages(transport), ids);
    const times = linksAt(transport, { startS: 0, tS: 0 }, outages).interceptorOneWayS[0];
    return times.filter((s) => s > 0).length / times.length;
  };
  expect(share([])).toBe(1);
  expect(share(['leo'])).toBeCloseTo(7_680 / 7_800, 1);
  expect(share(['starshield'])).toBeLessThan(3_240 / 7_800);
  expect(share(['starshield', 'leo'])).toBe(0);
});

describe('what is not said is not unlimited', () => {
  const problemsOf = (networks: string, interceptors: string) =>
    transportProblems(architectureOf(networks, interceptors)).errors.map(({ code, path }) => ({ code, path }));

  test('a network that serves clients says how many and how far', () => {
    const silent = `  - { id: relays, use: oneweb }`;
    expect(problemsOf(silent, clients(4, 4))).toEqual([{ code: 'missing', path: 'networks[0]' }]);
    const near = `  - { id: relays, use: oneweb, clientTerminalCount: 2 }`;
    expect(problemsOf(near, clients(4, 4))).toEqual([{ code: 'missing', path: 'networks[0]' }]);
    expect(problemsOf(`  - { id: relays, use: oneweb, clientTerminalCount: 0 }`, clients(4, 4))).toEqual([]);
    const none = transportOf(`  - { id: relays, use: oneweb, clientTerminalCount: 0 }`, clients(4, 4));
    expect(servedAt(none, 0)).toBe(0);
  });

  test('terminals of a kind that the network does not speak are an error', () => {
    expect(problemsOf(relays(1, 4_000), clients(4, 4, ', laserKinds: [sda]'))).toEqual([
      { code: 'no-common-kind', path: 'interceptors[0].terminals[0]' },
    ]);
    expect(problemsOf(relays(1, 4_000), clients(4, 4, ', laserKinds: [sda], radioKinds: [link-182]'))).toEqual([]);
  });
});

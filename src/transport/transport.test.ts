import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Architecture, NetworkPlan } from '../flow/architecture.ts';
import { allWork } from '../flow/availability.ts';
import { nothingOut } from '../flow/failures.ts';
import { prepareForce } from '../force/availability.ts';
import { geostationaryOrbits } from '../physics/kepler-orbits.ts';
import { compileWalker } from '../physics/walker.ts';
import { tell } from '../words/words.ts';
import { alternativesS, gatewayCut, networkCut, partition, partnerCut } from './cuts.ts';
import { type GroundEnd, routeEnd } from './ends.ts';
import { landLineS } from './fibre.ts';
import { linksAt } from './links.ts';
import { networkReport } from './network-report.ts';
import { noOutages, type Outages, outagesOf, withoutNetworks } from './outages.ts';
import { transportProblems } from './problems.ts';
import { isRoute, routeAt, routeGraph } from './route.ts';
import { routeSeries } from './route-series.ts';
import { rttMatrix } from './rtt-matrix.ts';
import { prepareTransport, type Transport } from './transport.ts';

const EPOCH_S = 1843430400;
const noFailures = nothingOut();

function network(id: string, change: Partial<NetworkPlan> = {}): NetworkPlan {
  return {
    id,
    name: id,
    shells: [{ planes: 18, satellitesPerPlane: 18, altitudeKm: 600, inclinationDeg: 60, phasing: 5 }],
    crosslinks: 'plus-grid',
    hopDelayMs: 0.5,
    userMinElevationDeg: 15,
    gatewayMinElevationDeg: 10,
    gateways: ['denver', 'tokyo'],
    clientTerminalCount: 4,
    clientMaxKm: 6000,
    ...change,
  };
}

const site = (id: string, latDeg: number, lonDeg: number) => ({ id, name: id, latDeg, lonDeg });
const sites = {
  denver: site('denver', 39.7, -105),
  tokyo: site('tokyo', 35.7, 139.7),
  omaha: site('omaha', 41.3, -96),
  lagos: site('lagos', 6.5, 3.4),
};

/** Two networks of different makers, a sensor layer of each kind, a space layer and a surface layer. */
function architectureOf(change: Partial<Architecture> = {}): Architecture {
  return {
    name: 'test',
    epochUtc: '2028-06-01T00:00:00Z',
    epochUnixS: EPOCH_S,
    networks: [
      network('a', { partner: 'alpha', controlPlane: 'shared' }),
      network('b', {
        partner: 'beta',
        controlPlane: 'shared',
        gateways: ['omaha'],
        shells: [{ planes: 12, satellitesPerPlane: 20, altitudeKm: 1100, inclinationDeg: 70, phasing: 3 }],
      }),
    ],
    bridges: [],
    fibre: { speedRatio: 0.68, detourRatio: 1.5, seaDetourRatio: 1.2, routerDelayMs: 0, cables: [], landings: {} },
    sensors: [
      { id: 'geo', name: 'geo', platform: 'space', terminals: [] },
      { id: 'leo', name: 'leo', platform: 'space', terminals: ['a', 'b'] },
      { id: 'radar', name: 'radar', platform: 'ground', sites: ['lagos'], terminals: ['b'] },
    ],
    command: [{ id: 'c2', site: 'denver', terminals: [] }],
    interceptors: [
      { id: 'sbi', name: 'sbi', basing: 'space', terminals: ['a'], salvo: 1 },
      { id: 'gbi', name: 'gbi', basing: 'surface', sites: ['omaha'], terminals: [], salvo: 1 },
    ],
    failures: noFailures,
    routes: [
      { id: 'far', from: '51.5,0', to: 'tokyo' },
      { id: 'users', from: '51.5,0', to: '6.5,3.4' },
    ],
    sites,
    uses: [],
    launch: { launchers: [] },
    ...change,
  } as unknown as Architecture;
}

function transportOf(architecture: Architecture): Transport {
  const shellOrbits = (plan: NetworkPlan) =>
    plan.shells!.map((shell) =>
      compileWalker({ ...shell, pattern: shell.pattern ?? 'delta', phasing: shell.phasing ?? 0 }),
    );
  const count = (parts: { count: number }[]) => parts.reduce((sum, part) => sum + part.count, 0);
  const client = (planes: number, altitudeKm: number) =>
    compileWalker({ pattern: 'delta', planes, satellitesPerPlane: 6, altitudeKm, inclinationDeg: 65, phasing: 1 });
  const clients = [
    { id: 'geo', role: 'sensor' as const, planIndex: 0, parts: [geostationaryOrbits([-100, 80], EPOCH_S)] },
    { id: 'leo', role: 'sensor' as const, planIndex: 1, parts: [client(4, 1200)] },
    { id: 'sbi', role: 'interceptor' as const, planIndex: 0, parts: [client(5, 450)] },
  ];
  return prepareTransport(architecture, {
    space: [
      ...architecture.networks.map((plan, planIndex) => {
        const parts = shellOrbits(plan);
        return { id: plan.id, key: plan.id, role: 'network' as const, planIndex, parts, count: count(parts) };
      }),
      ...clients.map((element) => ({ ...element, key: element.id, count: count(element.parts) })),
    ],
    ground: [
      {
        id: 'radar',
        key: 'radar',
        unitKeys: ['radar@lagos'],
        role: 'sensor',
        planIndex: 2,
        siteIds: ['lagos'],
        positionEcefKm: new Float64Array(3),
        count: 1,
      },
      {
        id: 'gbi',
        key: 'gbi',
        unitKeys: ['gbi@omaha'],
        role: 'interceptor',
        planIndex: 1,
        siteIds: ['omaha'],
        positionEcefKm: new Float64Array(3),
        count: 1,
      },
    ],
  });
}

/** What a failure plan states as out. */
function outagesWith(failures: Architecture['failures']): Outages {
  const architecture = { ...transport.architecture, failures };
  return outagesOf({ ...transport, architecture }, prepareForce(architecture, transport).stated);
}

const anyTime = fc.integer({ min: 0, max: 86_400 });
const anyPlace = fc
  .tuple(fc.integer({ min: -65, max: 65 }), fc.integer({ min: -180, max: 180 }))
  .map((p) => p.join(','));
const few = { numRuns: 25 };
let transport: Transport;
const timeOf = (from: string, to: string, atS: number, without: string[] = []) => {
  const outages = withoutNetworks(transport, noOutages(transport), without);
  const found = routeAt(transport, routeEnd(transport, from), routeEnd(transport, to), atS, outages);
  return isRoute(found) ? found.oneWayS : Infinity;
};

beforeAll(() => {
  transport = transportOf(architectureOf());
});

describe('routes', () => {
  test('take as long there as back', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, anyTime, (from, to, atS) => {
        expect(timeOf(from, to, atS)).toBeCloseTo(timeOf(to, from, atS), 12);
      }),
      few,
    );
  });

  test('are never shorter without a network', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, anyTime, (from, to, atS) => {
        const whole = timeOf(from, to, atS);
        for (const id of ['a', 'b']) expect(timeOf(from, to, atS, [id])).toBeGreaterThanOrEqual(whole - 1e-12);
        expect(timeOf(from, to, atS, ['a', 'b'])).toBe(Infinity);
      }),
      few,
    );
  });

  test('over a site that passes messages on are never shorter than direct ones', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, anyTime, (from, to, atS) => {
        expect(timeOf(from, to, atS)).toBeLessThanOrEqual(timeOf(from, 'c2', atS) + timeOf('c2', to, atS) + 1e-12);
      }),
      few,
    );
  });

  test('are never faster than light, and say what they pass', () => {
    fc.assert(
      fc.property(anyPlace, anyTime, (from, atS) => {
        const start = routeEnd(transport, from) as GroundEnd;
        const end = routeEnd(transport, 'tokyo') as GroundEnd;
        const found = routeAt(transport, start, end, atS);
        if (!isRoute(found)) return;
        const km = Math.hypot(start.point.x - end.point.x, start.point.y - end.point.y, start.point.z - end.point.z);
        expect(found.oneWayS).toBeGreaterThan(km / 299792.458 + found.hopCount * 0.5e-3);
        expect(found.path[0]).toBe(from);
        expect(found.path.at(-1)).toBe('tokyo');
        expect(found.path.filter((name) => /^[ab]:/.test(name))).toHaveLength(found.hopCount);
        const partnerOf: Record<string, string> = { a: 'alpha', b: 'beta' };
        expect(found.partners).toEqual(found.networks.map((id) => partnerOf[id]));
      }),
      few,
    );
  });

  test('between sites on the fibre are never slower than the fibre', () => {
    const [denver, tokyo, omaha] = ['denver', 'tokyo', 'omaha'].map(
      (site) => transport.fibrePoints[transport.fibreSites.indexOf(site)],
    );
    const fibre = {
      speedRatio: 0.68,
      detourRatio: 1.5,
      seaDetourRatio: 1.2,
      routerDelayMs: 0,
      cables: [],
      landings: {},
    };
    expect(timeOf('denver', 'tokyo', 0)).toBeLessThan(landLineS(fibre, denver, tokyo));
    expect(timeOf('denver', 'omaha', 0, ['a', 'b'])).toBeCloseTo(landLineS(fibre, denver, omaha), 12);
    expect(timeOf('denver', 'tokyo', 0, ['a', 'b'])).toBe(Infinity); // on the fibre for a gateway of a network that is gone
  });

  test('to and from clients take as long as the links of the command centre say', () => {
    fc.assert(
      fc.property(anyTime, (atS) => {
        const links = linksAt(transport, { startS: atS, tS: 0 }, noOutages(transport));
        const told: [string, Float64Array][] = [
          ['geo', links.sensorOneWayS[0].slice()],
          ['leo', links.sensorOneWayS[1].slice()],
          ['radar', links.sensorOneWayS[2].slice()],
          ['sbi', links.interceptorOneWayS[0].slice()],
          ['gbi', links.interceptorOneWayS[1].slice()],
        ];
        for (const [id, oneWayS] of told)
          for (let u = 0; u < oneWayS.length; u += 5) {
            const there = timeOf('c2', `${id}/${u}`, atS);
            if (Number.isNaN(oneWayS[u])) expect(there).toBe(Infinity);
            else expect(there).toBeCloseTo(oneWayS[u], 12);
          }
      }),
      { numRuns: 10 },
    );
  });

  test('name what is wrong with an end', () => {
    expect(() => routeEnd(transport, 'nowhere')).toThrow(/nowhere/);
    expect(() => routeEnd(transport, 'sbi/30')).toThrow(/sbi\/0 to sbi\/29/);
    expect(() => routeEnd(transport, '95,0')).toThrow(/latitude/);
  });
});

test('the matrix holds the round trips of single routes', () => {
  const places = ['51.5,0', '-33,18', '35,139', '-89,0', '40,-74'];
  const users = places.map((place) => (routeEnd(transport, place) as GroundEnd).point);
  const n = users.length;
  const matrix = new Float64Array(n * n);
  rttMatrix(transport, users, 4321, noOutages(transport), matrix);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const alone = i === j ? 0 : 2000 * timeOf(places[i], places[j], 4321);
      if (alone === Infinity) expect(matrix[i * n + j]).toBe(Infinity);
      else expect(matrix[i * n + j]).toBeCloseTo(alone, 9);
    }
  expect(matrix.some((value) => value > 10 && value < Infinity)).toBe(true);
});

describe('failures', () => {
  test('nothing on the ground works in a jammed region; the fibre does', () => {
    const jammed = [{ latDeg: 39.7, lonDeg: -105, radiusKm: 3000 }];
    const outages = outagesWith({ ...noFailures, jammed });
    const there = routeAt(transport, routeEnd(transport, '38,-100'), routeEnd(transport, 'tokyo'), 0, outages);
    expect(there).toEqual({ kind: 'none', reason: 'jammed' });
    const byFibre = routeAt(transport, routeEnd(transport, 'denver'), routeEnd(transport, 'tokyo'), 0, outages);
    expect(isRoute(byFibre) && byFibre.networks).toEqual([]);
  });
});

test('the smallest cuts part the ends, and alternatives rise in time', () => {
  const nodes = routeGraph(
    transport,
    routeEnd(transport, '51.5,0'),
    routeEnd(transport, 'omaha'),
    0,
    noOutages(transport),
  );
  expect(networkCut(transport, nodes, noOutages(transport))).toHaveLength(2);
  expect(partnerCut(transport, nodes, noOutages(transport))).toEqual(['alpha', 'beta']);
  const times = alternativesS(transport, nodes);
  expect(times.length).toBeGreaterThan(1);
  expect([...times].sort((x, y) => x - y)).toEqual(times);
  const cut = gatewayCut(transport, nodes);
  expect(cut).toBeNull(); // omaha has user terminals of its own
  const centre = routeGraph(
    transport,
    routeEnd(transport, '51.5,0'),
    routeEnd(transport, 'c2'),
    0,
    noOutages(transport),
  );
  expect(gatewayCut(transport, centre)?.sort()).toEqual(['denver', 'omaha', 'tokyo']);
  const { partCount, largestPartFraction } = partition(transport, noOutages(transport));
  expect([partCount, largestPartFraction]).toEqual([1, 1]);
});

test('bent pipes carry messages only between what one satellite sees, or over gateways', () => {
  const bent = transportOf(architectureOf({ networks: [network('a', { crosslinks: 'none', gateways: [] })] }));
  for (let atS = 0; atS < 6000; atS += 600) {
    const near = routeAt(bent, routeEnd(bent, '50,0'), routeEnd(bent, '50.5,1'), atS);
    if (isRoute(near)) expect(near.hopCount).toBe(1);
    expect(isRoute(routeAt(bent, routeEnd(bent, '50,0'), routeEnd(bent, 'tokyo'), atS))).toBe(false);
  }
});

test('events stand where the path changes: just before it is the old one, just after the new one', () => {
  const from = routeEnd(transport, '51.5,0');
  const to = routeEnd(transport, 'tokyo');
  const { samples, events } = routeSeries(transport, from, to, { fromS: 0, durationS: 600, stepS: 60 });
  expect(samples).toHaveLength(11);
  expect(events.length).toBeGreaterThan(0);
  for (const { tS, before, after } of events) {
    const early = routeAt(transport, from, to, tS - 2e-3);
    const late = routeAt(transport, from, to, tS);
    expect(isRoute(early) && isRoute(before) && early.path).toEqual(isRoute(before) && before.path);
    expect(isRoute(late) && isRoute(after) && late.path).toEqual(isRoute(after) && after.path);
  }
});

test('the report asks for the satellites of one raid a moment, the same in every variant but the last', () => {
  const asked: string[] = [];
  const availabilityOf = (trial: number, probability?: number) => {
    asked.push(`${trial} ${probability ?? 'own'}`);
    return allWork(transport);
  };
  networkReport(transport, { timesS: [0, 3000], availabilityOf, stated: allWork(transport), unitLimit: 2 });
  expect([...new Set(asked)]).toEqual(['0 own', '1 own', '0 0.1', '1 0.1']);
});

test('the report has each network gone in turn, and no variant beats the plan', () => {
  const works = { availabilityOf: () => allWork(transport), stated: allWork(transport) };
  const report = networkReport(transport, { timesS: [0, 3000], ...works, unitLimit: 10 });
  expect(report.variants.map(({ name }) => tell(name))).toEqual([
    'as planned',
    'without a',
    'without b',
    'shared down',
    '10 % of satellites out',
  ]);
  const [planned, withoutA, , down] = report.variants;
  expect(planned.cutFraction).toBe(0);
  const sbi = (variant: typeof planned) => variant.legs.find(({ id }) => id === 'sbi')!;
  expect(sbi(planned).reachableFraction).toBe(1);
  expect(sbi(withoutA).reachableFraction).toBe(0);
  expect(down.cutFraction).toBeGreaterThan(0.5);
  expect(report.resilience.map(({ id }) => id)).toEqual(['far', 'users']);
});

describe('what is wrong with the networks', () => {
  const warningsOf = (change: Partial<NetworkPlan>) =>
    transportProblems(architectureOf({ networks: [network('a', change)], sensors: [], interceptors: [] }))
      .warnings.map(tell)
      .join('\n');

  test('is told with its number', () => {
    expect(warningsOf({ gateways: [] })).toMatch(/no gateway/);
    expect(warningsOf({ crosslinkMaxKm: 9000 })).toMatch(/9,000 km are beyond the grazing limit.*5,\d\d\d km/);
    expect(warningsOf({ shells: [{ planes: 4, satellitesPerPlane: 4, altitudeKm: 500, inclinationDeg: 5 }] })).toMatch(
      /2 of 2 gateways never see/,
    );
    expect(warningsOf({})).toBe('');
  });

  test('duplicate ids are errors, clients without terminals warnings', () => {
    const twice = transportProblems(architectureOf({ networks: [network('a'), network('a')] }));
    expect(twice.errors.map(({ code }) => code)).toEqual(['duplicate-id']);
    expect(transportProblems(architectureOf()).warnings.map(tell).join()).toMatch(/"geo" carries no terminal/);
  });
});

test('a report counts what a route hangs on at its weakest moment', () => {
  const stated = allWork(transport);
  const at = (timesS: number[]) =>
    networkReport(transport, { timesS, availabilityOf: () => stated, stated, unitLimit: 1 }).resilience[0];
  const times = [0, 600, 1200, 1800];
  const each = times.map((atS) => at([atS]));
  const whole = at(times);
  expect(whole.satelliteCutCount).toBe(Math.min(...each.map(({ satelliteCutCount }) => satelliteCutCount!)));
  expect(whole.disjointCount).toBe(Math.min(...each.map(({ disjointCount }) => disjointCount!)));
  expect(each[times.indexOf(whole.leastDisjointAtS)].disjointCount).toBe(whole.disjointCount);
  const quickest = each.map(({ alternativesS: ways }) => ways[0]);
  expect(quickest[times.indexOf(whole.worstAtS)]).toBe(Math.max(...quickest));
  expect(whole.cableCut).toBeNull();
});

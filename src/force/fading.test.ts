import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError } from '../flow/problems.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { prepare } from '../run/prepare.ts';
import { routeEnd } from '../transport/ends.ts';
import { networkLoad } from '../transport/load.ts';
import { outagesOf } from '../transport/outages.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import { availabilityAt } from './availability.ts';
import { fadedKey, fadedLinks } from './fading.ts';

const SITES = ['base', 'other'] as const;
const network = (id: string, band: string) => `
  - id: ${id}
    crosslinks: none
    hopDelayMs: 1
    userMinElevationDeg: 10
    gatewayMinElevationDeg: 10
    gatewayBand: ${band}
    gatewayLinkMbps: 100
    gateways: [base, other]
    geostationary: [{ longitudeDeg: 0 }]
    clientTerminalCount: 20
    clientMaxKm: 45000`;

const text = (fading: string[]) => `name: fading
epochUtc: 2028-06-01T00:00:00Z
sites:
  - { id: base, latDeg: 0, lonDeg: 0 }
  - { id: other, latDeg: 10, lonDeg: 10 }
networks:${network('low', 'x')}${network('high', 'ka')}
command: [{ id: c2, site: base }]
sensors:
  - { id: eyes, platform: space, sees: [boost], revisitS: 1, looksCount: 2, angleErrorUrad: 20, terminals: [high], geostationary: [{ longitudeDeg: 10 }] }
messages:
  - { id: frames, sender: sensor, sizeBytes: 1250000, ratePerS: 6, busyFraction: 1, priority: 1 }
failures:
  fading:
${fading.map((line) => `    - ${line}`).join('\n')}
`;

const prepared = (...fading: string[]) =>
  prepare(resolveScenario(parseScenario(text(fading), 'fading.yaml'), testCatalog()));

test('links of the band are out in so many raids, those of other bands never; one draw a site', () => {
  const { force, architecture } = prepared(
    '{ sites: [base], band: ka, availabilityFraction: 0.7 }',
    '{ sites: [base, other], networks: [low], availabilityFraction: 0.9 }',
  );
  const trials = Array.from({ length: 2000 }, (_, trial) => availabilityAt(force, architecture, trial).faded!);
  const share = (site: string, id: string) =>
    trials.filter((faded) => fadedKey(site, id) in faded).length / trials.length;
  expect(share('base', 'high')).toBeCloseTo(0.3, 1);
  expect(share('base', 'low')).toBeCloseTo(0.1, 1);
  expect(share('other', 'high')).toBe(0);
  expect(share('other', 'low')).toBeCloseTo(0.1, 1);
  // rain that takes the lower band takes the higher one as well
  for (const faded of trials)
    if (fadedKey('base', 'low') in faded) expect(faded).toHaveProperty([fadedKey('base', 'high')]);
  expect(force.stated.faded).toEqual({});
});

test('what is always out is stated, and the way goes by what is left', () => {
  const way = (...fading: string[]) => {
    const { force, transports } = prepared(...fading);
    const [transport] = transports;
    const [user, base] = [routeEnd(transport, '5,-20'), routeEnd(transport, 'c2')];
    const route = routeAt(transport, user, base, 0, outagesOf(transport, force.stated));
    return isRoute(route) ? route.networks : route.reason;
  };
  const both = '{ sites: [base, other], cause: jamming, availabilityFraction: 0 }';
  expect(way('{ sites: [base, other], band: x, availabilityFraction: 0 }')).toEqual(['high']);
  expect(way('{ sites: [base, other], networks: [high], availabilityFraction: 0 }')).toEqual(['low']);
  expect(SITES.length * 2).toBe(Object.keys(fadedLinks(prepared(both).architecture, () => 0)).length);
});

test('a rate that is left is what the link carries', () => {
  const { transports, force, architecture } = prepared('{ sites: [base, other], band: ka, rateFraction: 0.3 }');
  const load = networkLoad(transports[0], {
    timesS: [0],
    messages: architecture.messages!,
    availability: force.stated,
  });
  expect(load.classes[0].quickestFraction).toBeCloseTo(30 / 60, 9);
  expect(load.fullest[0]).toMatchObject({ kind: 'gateway-link', rateMbps: 30 });
});

test('what names nothing is told at its line', () => {
  const lines = [
    '{ sites: [base, bas], availabilityFraction: 0.5 }',
    '{ sites: [base], networks: [hihg], rateFraction: 0.5 }',
    '{ sites: [base], band: ku, rateFraction: 0.5 }',
    '{ sites: [base] }',
  ];
  const first =
    text(lines)
      .split('\n')
      .findIndex((line) => line.includes('bas]')) + 1;
  try {
    prepared(...lines);
    expect.unreachable();
  } catch (error) {
    const { problems } = error as InputError;
    expect(problems.map(({ code, line }) => [code, line! - first])).toEqual([
      ['unknown-gateway', 0],
      ['unknown-network', 1],
      ['rule', 2],
      ['rule', 3],
    ]);
    expect(error).toBeInstanceOf(InputError);
  }
});

import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { prepare } from '../run/prepare.ts';
import { routeEnd } from './ends.ts';
import { routeLossOf, routeThroughLosses } from './losses.ts';
import { noOutages } from './outages.ts';
import { isRoute } from './route.ts';
import { routeSeries } from './route-series.ts';

const relay = (id: string, more: string) => `
  - { id: ${id}, crosslinks: none, hopDelayMs: 1, userMinElevationDeg: 10, gatewayMinElevationDeg: 10, gateways: [base, other], ${more} }`;
const text = `name: losses
epochUtc: 2028-06-01T00:00:00Z
sites:
  - { id: base, latDeg: 0, lonDeg: 0 }
  - { id: other, latDeg: 1, lonDeg: 60 }
networks:${relay('near', 'convergenceS: 30, geostationary: [{ longitudeDeg: 0 }]')}${relay('far', 'convergenceS: 5, geostationary: [{ longitudeDeg: 25 }]')}
command: [{ id: c2, site: base }]
`;
const { transports } = prepare(resolveScenario(parseScenario(text, 'losses.yaml'), testCatalog()));
const transport = transports[0];
const ends = { from: routeEnd(transport, '0,-20'), to: routeEnd(transport, 'c2') };
const wayAt = (tS: number, ...losses: ReturnType<typeof routeLossOf>[]) => {
  const route = routeThroughLosses(transport, ends, tS, noOutages(transport), losses);
  return isRoute(route) ? route.networks.join() : route.reason;
};

test('until routing knows, the lost way carries nothing; then another does', () => {
  const loss = routeLossOf(transport, 100, { networks: ['near'], gateways: [] });
  expect(loss.convergenceS).toBe(30);
  expect([99, 100, 129, 130].map((tS) => wayAt(tS, loss))).toEqual(['near', 'converging', 'converging', 'far']);
  expect(wayAt(100, routeLossOf(transport, 100, { networks: ['near'], gateways: [] }, 0))).toBe('far');
});

test('a way that does not need what was lost goes on', () => {
  const loss = routeLossOf(transport, 100, { networks: ['far'], gateways: [] });
  expect([100, 110].map((tS) => wayAt(tS, loss))).toEqual(['near', 'near']);
  expect(wayAt(110, loss, routeLossOf(transport, 60, { networks: ['near'], gateways: [] }))).toBe(
    'nothing-in-sight-of-start',
  );
});

test('of a gateway the slowest network there decides', () => {
  const loss = routeLossOf(transport, 0, { networks: [], gateways: ['base'] });
  expect(loss.convergenceS).toBe(30);
  expect([0, 29].map((tS) => wayAt(tS, loss))).toEqual(['converging', 'converging']);
});

test('a series has the break and the return', () => {
  const loss = routeLossOf(transport, 100, { networks: ['near'], gateways: [] });
  const span = { fromS: 90, durationS: 60, stepS: 10 };
  const { events } = routeSeries(transport, ends.from, ends.to, span, noOutages(transport), [loss]);
  expect(events.map(({ kind }) => kind)).toEqual(['breaks', 'appears']);
  expect(events[1].tS - events[0].tS).toBeCloseTo(30, 2);
});

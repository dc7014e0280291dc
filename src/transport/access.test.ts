import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { buildElements } from '../world/elements.ts';
import { withAccess } from './access.ts';
import { routeEnd } from './ends.ts';
import { noOutages, withoutNetworks } from './outages.ts';
import { isRoute, routeAt } from './route.ts';
import { prepareTransport } from './transport.ts';

const architecture = shippedScenario('networks');
const transport = prepareTransport(architecture, buildElements(architecture));
const others = architecture.networks.map(({ id }) => id);

function between(from: string, to: string, only: string) {
  const without = others.filter((id) => id !== only);
  const outages = withoutNetworks(transport, noOutages(transport), without);
  const route = routeAt(transport, routeEnd(transport, from), routeEnd(transport, to), 0, outages);
  if (!isRoute(route)) throw new Error(route.reason);
  return { ms: 2000 * route.oneWayS, access: withAccess(transport, route) };
}

test('two users of Starlink pay its access twice, a gateway pays none', () => {
  const { ms, access } = between('40.7,-74.0', '51.5,-0.13', 'starlink');
  expect(1000 * access!.medianS - ms).toBeCloseTo(48, 9);
  expect(1000 * access!.lowS - ms).toBeCloseTo(24, 9);
  expect(1000 * access!.highS - ms).toBeCloseTo(120, 9);
  const down = between('40.7,-74.0', 'gw-hilo-hi', 'starlink');
  expect(1000 * down.access!.medianS - down.ms).toBeCloseTo(24, 9);
});

test('a network that states no access has no such figure', () => {
  expect(between('40.7,-74.0', '51.5,-0.13', 'transport').access).toBeNull();
});

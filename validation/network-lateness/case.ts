import networkOneweb from '../../catalog/networks/oneweb.yaml?raw';
import networkStarlink from '../../catalog/networks/starlink-2026.yaml?raw';
import bases from '../../catalog/sites/bases.yaml?raw';
import cities from '../../catalog/sites/cities.yaml?raw';
import gateways from '../../catalog/sites/starlink-gateways.yaml?raw';
import sources from '../../catalog/sources.yaml?raw';
import { loadCatalog } from '../../src/catalog/load.ts';
import { delayQuantile } from '../../src/num/delays.ts';
import { greatCircleKm } from '../../src/physics/great-circle.ts';
import { parseScenario } from '../../src/read/parse.ts';
import { resolveScenario } from '../../src/read/resolve.ts';
import { attachmentsOf, treeFrom } from '../../src/transport/attachments.ts';
import { routeEnd } from '../../src/transport/ends.ts';
import { roundTripDelay } from '../../src/transport/lateness.ts';
import { noOutages } from '../../src/transport/outages.ts';
import { networkAt } from '../../src/transport/snapshot.ts';
import { prepareTransport, type Transport } from '../../src/transport/transport.ts';
import { buildElements } from '../../src/world/elements.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

/** Moments at which the ways are taken. */
const TIMES_S = Array.from({ length: 12 }, (_, i) => i * 457);
const FIBRE_KM_S = 0.68 * 299_792.458;
const DETOUR = { land: 1.5, sea: 1.2 };
const SHARES: Record<string, number> = { floor: 0.001, median: 0.5, p75: 0.75, p95: 0.95 };

const TOLERANCE_MS: Record<string, number> = { floor: 5, p75: 10, p95: 10 };

export const validation: ValidationCase = {
  id: 'network-lateness',
  title: 'Round trips over Starlink and OneWeb by place, beside what was measured',
  level: 'back-test',
  source: 'SpaceX, Ookla, Mohan and others 2024, LENS 2026, arXiv 2502.15552, APNIC (second hand)',
  run: (rows) => {
    const transports = new Map(['starlink', 'oneweb'].map((id) => [id, transportOf(id)]));
    return rows.map((row) => rowOf(row, transports.get(row.network)!));
  },
};

export { reference };

function transportOf(id: string): Transport {
  const files = { 'networks/starlink-2026': networkStarlink, 'networks/oneweb': networkOneweb };
  const catalog = loadCatalog([
    { path: 'sources.yaml', text: sources },
    ...Object.entries({
      ...files,
      'sites/bases': bases,
      'sites/cities': cities,
      'sites/starlink-gateways': gateways,
    }).map(([path, text]) => ({ path: `${path}.yaml`, text })),
  ]);
  const use = id === 'starlink' ? 'starlink-2026' : id;
  const text = `name: ${id}\nepochUtc: 2026-05-12T00:00:00Z\nfibre: { cables: [] }\nnetworks: [{ id: ${id}, use: ${use} }]\n`;
  const architecture = resolveScenario(parseScenario(text, 'lateness.yaml'), catalog);
  return prepareTransport(architecture, buildElements(architecture));
}

/** Round trips by the way alone: up, over the satellites, down at the gateway, and on by fibre. */
function waysS(transport: Transport, row: Record<string, string>): number[] {
  const outages = noOutages(transport);
  const user = routeEnd(transport, `${row.lat},${row.lon}`);
  const onwardS = 2 * fibreS(transport, row);
  return TIMES_S.map((atS) => {
    networkAt(transport, atS, outages);
    if (
      !treeFrom(
        transport,
        attachmentsOf(transport, user, atS, outages, () => true),
      )
    )
      return Infinity;
    const { firstGateway, gateways: all, tree } = transport;
    const reached = all.map(({ site }, g) =>
      row.by === 'any' || row.by === site ? tree.distance[firstGateway + g] : Infinity,
    );
    return 2 * Math.min(...reached) + onwardS;
  }).filter((s) => s < Infinity);
}

function fibreS({ architecture }: Transport, row: Record<string, string>): number {
  if (row.onwardLat === '') return 0;
  const rad = (deg: number) => (deg * Math.PI) / 180;
  const { latDeg, lonDeg } = architecture.sites[row.by];
  const onward = [numberIn(row, 'onwardLat'), numberIn(row, 'onwardLon')] as const;
  const km = greatCircleKm(rad(latDeg), rad(lonDeg), rad(onward[0]), rad(onward[1]));
  // over an ocean the detour of sea cables
  return (km * (onward[1] < -20 ? DETOUR.sea : DETOUR.land)) / FIBRE_KM_S;
}

function rowOf(row: Record<string, string>, transport: Transport): ValidationRow {
  const { plan } = transport.networks[0];
  const used = transport.architecture.uses.find(({ path }) => path === 'accessDelayMs')!;
  const access = { plan, lowS: used.low! / 1000, modeS: used.value / 1000, highS: used.high! / 1000 };
  const delay = roundTripDelay(waysS(transport, row), [access]);
  const ms = (share: number) => 1000 * delayQuantile(delay, share);
  const isMedian = row.measure === 'median';
  return {
    what: row.what,
    published: numberIn(row, 'ms'),
    computed: ms(SHARES[row.measure]),
    tolerance: isMedian ? 0 : TOLERANCE_MS[row.measure],
    unit: 'ms',
    ...(isMedian && { band: { low: ms(0.1), high: ms(0.9) } }),
    why: isMedian
      ? 'middle of what single messages take; the median of another place or hour lies among them'
      : 'the ends of the range of access are those of few places',
    ...(row.because && { misses: row.because }),
  };
}

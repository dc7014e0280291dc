import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Architecture } from '../../src/flow/architecture.ts';
import { shortestPaths } from '../../src/num/shortest-path.ts';
import { fillGraph } from '../../src/num/shortest-path-graph.ts';
import { quantile } from '../../src/num/statistics.ts';
import { elementOrbits } from '../../src/physics/sgp4.ts';
import { isoFromUnixS } from '../../src/physics/time.ts';
import { parseTle } from '../../src/physics/tle.ts';
import { addEndLinks, endNode, routeEnd } from '../../src/transport/ends.ts';
import { noOutages } from '../../src/transport/outages.ts';
import { listLinks, moveSatellites } from '../../src/transport/snapshot.ts';
import { prepareTransport } from '../../src/transport/transport.ts';
import { readReference } from '../read-reference.ts';

const FOLDER = new URL('../../../shared/data/', import.meta.url);
const TLE = new URL('starlink-2026-05-12.tle', FOLDER);
const STATIONS = new URL('starlink-ground-stations.csv', FOLDER);
const hasData = existsSync(TLE) && existsSync(STATIONS);
/** Starlink network update, June 2025: median at peak hours, United States. */
const PUBLISHED_MEDIAN_MS = 25.7;

if (!hasData) console.warn('skipped: element sets and ground stations of Starlink are not beside the repository');

test.skipIf(!hasData)('light to a gateway over real satellites takes a part of the published US median', () => {
  const { sets } = parseTle(readFileSync(TLE, 'utf8'));
  const epochUnixS = quantile(
    Float64Array.from(sets, (set) => set.epochUnixS),
    0.5,
  );
  const stations = readReference(readFileSync(STATIONS, 'utf8')).filter(
    ({ type, status, country_flag, us_state }) =>
      type === 'gateway' && status === 'operational' && (country_flag === 'US' || us_state !== ''),
  );
  const sites = Object.fromEntries(
    stations.map(({ lat, lon }, k) => [
      `g${k}`,
      { id: `g${k}`, name: `g${k}`, latDeg: Number(lat), lonDeg: Number(lon) },
    ]),
  );
  const architecture = {
    name: 'starlink',
    epochUtc: isoFromUnixS(epochUnixS),
    epochUnixS,
    networks: [
      {
        id: 'starlink',
        name: 'Starlink',
        crosslinks: 'none',
        hopDelayMs: 0,
        userMinElevationDeg: 25,
        gatewayMinElevationDeg: 25,
        gateways: Object.keys(sites),
      },
    ],
    bridges: [],
    fibre: { speedRatio: 0.68, detourRatio: 1.5, seaDetourRatio: 1.2, routerDelayMs: 0, cables: [], landings: {} },
    sensors: [],
    command: [],
    interceptors: [],
    uses: [],
    launch: { launchers: [] },
    failures: {},
    sites,
  } as unknown as Architecture;
  const part = elementOrbits(sets, epochUnixS);
  const transport = prepareTransport(architecture, {
    space: [{ id: 'starlink', key: 'starlink', role: 'network', planIndex: 0, parts: [part], count: part.count }],
    ground: [],
  });
  const outages = noOutages(transport);
  const timesMs: number[] = [];
  for (let atS = 0; atS < 3600; atS += 600) {
    moveSatellites(transport, atS);
    for (let latDeg = 30; latDeg <= 47; latDeg += 2.5) {
      for (let lonDeg = -120; lonDeg <= -75; lonDeg += 5) {
        listLinks(transport, outages);
        const end = routeEnd(transport, `${latDeg},${lonDeg}`);
        const node = endNode(transport, end, 0);
        addEndLinks(transport, end, node, atS, outages, () => true);
        fillGraph(transport.graph, transport.nodeCount);
        const { distance } = shortestPaths(transport.graph, node, transport.tree);
        const oneWayS = Math.min(...distance.subarray(transport.firstGateway, transport.firstFibre));
        if (oneWayS < Infinity) timesMs.push(2000 * oneWayS);
      }
    }
  }
  const median = quantile(Float64Array.from(timesMs), 0.5);
  console.info(
    `round trip of light to the nearest gateway in ms: median ${median.toFixed(2)}, ` +
      `P5 ${quantile(Float64Array.from(timesMs), 0.05).toFixed(2)}, P95 ${quantile(Float64Array.from(timesMs), 0.95).toFixed(2)}, ` +
      `${stations.length} gateways, ${sets.length} satellites, ${timesMs.length} samples; published ${PUBLISHED_MEDIAN_MS}`,
  );
  expect(median).toBeGreaterThan(4); // twice up and down at 350 km, the lowest shell, is 4.7 ms
  expect(median).toBeLessThan(PUBLISHED_MEDIAN_MS / 2);
});

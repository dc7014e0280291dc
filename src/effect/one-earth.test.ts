import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { orbitPositionsEcefKm } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { addGroundLinks } from '../transport/ground-links.ts';
import { groundPoint } from '../transport/ground-point.ts';
import { noOutages } from '../transport/outages.ts';
import { moveSatellites } from '../transport/snapshot.ts';
import { prepareTransport } from '../transport/transport.ts';
import { buildElements } from '../world/elements.ts';
import { countCovered, SPHERE } from './coverage-grid.ts';

test('a user at any latitude sees the satellites that coverage counts there', () => {
  const architecture = shippedScenario('networks');
  const elements = buildElements(architecture);
  const transport = prepareTransport(architecture, elements);
  const latitudes = [-90, -80, -55, -20, 0, 33, 60, 75, 90];
  let differsOnSphere = 0;
  for (const tS of [0, 5_000]) {
    moveSatellites(transport, tS);
    for (const network of transport.networks) {
      const minElevationRad = Math.asin(network.user.minElevationSine);
      const counted = (earth?: typeof SPHERE) => {
        const grid = { latitudeRad: Float64Array.from(latitudes, (lat) => (lat * Math.PI) / 180), columns: 1, earth };
        const counts = new Int32Array(latitudes.length);
        for (const part of network.element.parts) {
          const positionKm = new Float64Array(3 * part.count);
          orbitPositionsEcefKm(part, tS, gmstRad(architecture.epochUnixS + tS), positionKm);
          const own = new Int32Array(latitudes.length);
          countCovered(grid, positionKm, part.count, { kind: 'elevation', minElevationRad }, own);
          own.forEach((n, row) => {
            counts[row] += n;
          });
        }
        return [...counts];
      };
      const seen = latitudes.map((latDeg) => {
        transport.links.linkCount = 0;
        const user = { ...network, user: { ...network.user, maxKm: Infinity } };
        addGroundLinks(
          transport,
          transport.firstEnd,
          groundPoint({ latDeg, lonDeg: 0 }),
          user,
          'user',
          noOutages(transport),
        );
        return transport.links.linkCount;
      });
      expect(counted(), network.plan.id).toEqual(seen);
      if (String(counted(SPHERE)) !== String(seen)) differsOnSphere++;
    }
  }
  expect(differsOnSphere).toBeGreaterThan(0);
});

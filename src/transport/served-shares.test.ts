import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { servedOf } from '../cli/served-run.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';

const text = `name: shares
epochUtc: 2028-06-01T00:00:00Z
networks:
  - { id: radio, use: sdn-backbone, clientRadioCount: 2, clientRadioMaxKm: 4000, shells: [{ planes: 10, satellitesPerPlane: 10, altitudeKm: 900, inclinationDeg: 70 }] }
  - { id: laser, use: amazon-leo-2026, crosslinkMaxKm: 6000, clientMaxKm: 4000, shells: [{ planes: 10, satellitesPerPlane: 10, altitudeKm: 900, inclinationDeg: 70 }] }
command: [{ id: c2, site: schriever }]
interceptors:
  - id: sbi
    use: cbo-2026-sbi
    shells: [{ planes: 20, satellitesPerPlane: 20, altitudeKm: 500, inclinationDeg: 65 }]
    terminals: [radio, laser]
    radioKinds: [link-182]
    laserKinds: [amazon-leo]
  - { id: wired, use: gbi, sites: [fort-greely] }
`;

test('shares are those of the terminals, grow with them, and end with the partners of both networks', () => {
  const { perRelayCount, layers } = servedOf(resolveScenario(parseScenario(text, 'shares.yaml'), testCatalog()))!;
  expect(layers.map(({ id }) => id)).toEqual(['sbi']);
  const of = (without: string | null) => layers[0].rows.find((row) => row.without === without)!;
  const at = (row: { servedFraction: number[] }, count: number) => row.servedFraction[perRelayCount.indexOf(count)];
  expect(of(null).asStatedFraction).toBe((2 * 100 + 100) / 400);
  expect(at(of(null), 1)).toBe(200 / 400);
  expect(at(of(null), 4)).toBe(1);
  expect(at(of('spacex'), 2)).toBe(200 / 400);
  expect(of('spacex').asStatedFraction).toBe(100 / 400);
  expect(of('amazon').asStatedFraction).toBe(200 / 400);
  for (const { servedFraction: shares } of layers[0].rows)
    for (let k = 1; k < shares.length; k++) expect(shares[k]).toBeGreaterThanOrEqual(shares[k - 1]);
});

test('where nobody commands or nothing carries there is no share', () => {
  const without = (line: RegExp) =>
    servedOf(resolveScenario(parseScenario(text.replace(line, ''), 's.yaml'), testCatalog()));
  expect(without(/^command.*\n/m)).toBeUndefined();
});

test('a mesh that interceptors carry serves all of them, whoever else is gone, and nobody else serves many', () => {
  const mesh = readFileSync(new URL('../../examples/interceptor-mesh.yaml', import.meta.url), 'utf8');
  const { layers } = servedOf(resolveScenario(parseScenario(mesh, 'interceptor-mesh.yaml'), testCatalog()))!;
  const of = (without: string | null) => layers[0].rows.find((row) => row.without === without)!.asStatedFraction;
  expect(of(null)).toBe(1);
  expect(of('spacex')).toBe(1);
  expect(of('us-government')).toBeCloseTo(960 / 7_800, 9);
});

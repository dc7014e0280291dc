import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { groundView } from './ground-view.ts';
import type { SensorKind } from './sensor-kind.ts';
import type * as Kinds from './sensor-kinds.ts';

/** The whole of a new kind: radars on aircraft that circle over the sites that a plan names; three aircraft keep one there. */
const airborneRadar: SensorKind = {
  about: 'radars on aircraft',
  place: 'site',
  sees: ['boost', 'cruise'],
  unitCount: ({ sites = [] }) => 3 * sites.length,
  functionId: () => 'airborne-warning',
  shareInSight: () => 0.02,
  view({ plan, element, world }) {
    if ('parts' in element) throw new RangeError(`${plan.id}: aircraft circle over sites`);
    return groundView({ ...plan, antennaHeightM: 10_000 }, element, world);
  },
};

const scenario = (platform: string, site = 'sites: [coast]') => `
name: a radar by the coast
epochUtc: 2028-06-01T00:00:00Z
sites:
  - { id: coast, name: Coast, latDeg: 40, lonDeg: -72 }
sensors:
  - id: radar
    name: Radar
    platform: ${platform}
    ${site}
    revisitS: 10
    looksCount: 3
    angleErrorUrad: 1000
    rangeErrorM: 50
    maxRangeKm: 500
    unitMusd: 400
command:
  - { id: c2, site: schriever, decisionS: 30 }
interceptors:
  - { id: gbi, use: gbi, sites: [fort-greely], salvo: 1 }
threat:
  - { id: raid, use: cruise-subsonic, count: 1, from: "40,-55", toward: coast }
`;

/** The engine with that kind in the list, loaded anew. */
async function engine() {
  const { testCatalog } = await import('../../../test/fixtures/catalog.ts');
  const { parseScenario } = await import('../../read/parse.ts');
  const { resolveScenario } = await import('../../read/resolve.ts');
  const { prepare } = await import('../../run/prepare.ts');
  const { trialRecords } = await import('../../run/drive.ts');
  const { costOf } = await import('../../programme/cost.ts');
  const { supplyGraph } = await import('../../dependence/supply-graph.ts');
  const { sensorShape } = await import('../../catalog/kinds.ts');
  const catalog = testCatalog();
  const resolved = (text: string) => resolveScenario(parseScenario(text, 'air.yaml'), catalog);
  return { prepare, trialRecords, costOf, supplyGraph, sensorShape, resolved };
}

describe('a kind of sensor that is one file and one line of the list', () => {
  let made: Awaited<ReturnType<typeof engine>>;

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('./sensor-kinds.ts', async (original) => {
      const { sensorKinds, platforms } = await original<typeof Kinds>();
      return { sensorKinds: { ...sensorKinds, air: airborneRadar }, platforms: [...platforms, 'air'] };
    });
    made = await engine();
  });

  afterAll(() => {
    vi.doUnmock('./sensor-kinds.ts');
    vi.resetModules();
  });

  test('is a word of the scenario, with its meaning in the reference, and is checked as the others are', () => {
    expect(made.sensorShape.platform.values).toEqual(['space', 'ground', 'air']);
    expect(made.sensorShape.platform.doc).toContain('air: radars on aircraft');
    const [sensor] = made.resolved(scenario('air')).sensors;
    expect(sensor.platform).toBe('air');
    expect(() => made.resolved(scenario('air', 'unitsCount: 3'))).toThrow(/no-site|sites/);
    expect(() => made.resolved(scenario('sea'))).toThrow();
  });

  test('sees as it says: what flies low, long before a radar on the ground does', () => {
    const firstRangeKm = (platform: string) => {
      const { contacts } = made.trialRecords(made.prepare(made.resolved(scenario(platform))), 0);
      expect(contacts!.count).toBeGreaterThan(0);
      return Math.max(...contacts!.rangeKm.slice(0, contacts!.count));
    };
    const [high, low] = [firstRangeKm('air'), firstRangeKm('ground')];
    expect(low).toBeLessThan(60);
    expect(high).toBeGreaterThan(300);
  });

  test('is bought by aircraft and serves the function that it names', () => {
    const architecture = made.resolved(scenario('air'));
    const [radar] = made.costOf(architecture).elements.filter(({ id }) => id === 'radar');
    expect(radar.categoryMusd.procurement).toBeCloseTo(3 * 400, 6);
    const [element] = made.supplyGraph(architecture).elements.filter(({ id }) => id === 'radar');
    expect(element).toMatchObject({ functionId: 'airborne-warning', unitCount: 3, isSpace: false });
  });
});

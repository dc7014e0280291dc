import fc from 'fast-check';

const int = (min: number, max: number) => fc.integer({ min, max });
const tenths = (min: number, max: number) => fc.integer({ min: 10 * min, max: 10 * max }).map((n) => n / 10);

const shell = fc.record({
  planes: int(3, 12),
  satellitesPerPlane: int(3, 12),
  altitudeKm: int(400, 1500),
  inclinationDeg: int(40, 98),
});
const shells = fc.array(shell, { minLength: 1, maxLength: 2 });
const availability = fc.option(
  tenths(0, 1).map((p) => Math.max(0.3, p)),
  { nil: undefined },
);

const network = (id: string) =>
  fc.record({
    id: fc.constant(id),
    use: fc.constantFrom('sda-transport', 'oneweb', 'sdn-backbone'),
    shells,
    clientLaserKinds: fc.constant(['sda', 'starlink']),
    clientTerminalCount: fc.constant(1000), // more than ask: a twin network brings nothing new
    clientMaxKm: fc.constantFrom(4_000, 20_000),
    satelliteAvailabilityProbability: availability,
  });

const spaceSensor = (id: string) =>
  fc.record({
    id: fc.constant(id),
    use: fc.constantFrom('sda-tracking-t2', 'meo-tracking-epoch2'),
    shells,
    satelliteAvailabilityProbability: availability,
  });
const staring = fc.constantFrom({ id: 'geo', use: 'next-gen-opir-geo' }, { id: 'geo', use: 'sbirs-geo' });
const radar = fc.constantFrom(
  { id: 'radar', use: 'uewr' },
  { id: 'radar', use: 'tpy-2', sites: ['guam', 'washington'], sectorWidthDeg: 360 },
);

const spaceLayer = fc.record({
  id: fc.constant('sbi'),
  use: fc.constantFrom('cbo-2026-sbi', 'aei-calculator-sbi'),
  shells,
  salvo: int(1, 3),
  killProbability: tenths(0.1, 1),
  satelliteAvailabilityProbability: availability,
});
const midcourse = fc.record({
  id: fc.constant('gbi'),
  use: fc.constant('gbi'),
  sites: fc.constantFrom(['fort-greely'], ['fort-greely', 'vandenberg']),
  perSiteCount: int(1, 12),
  salvo: int(1, 3),
});
const terminal = fc.record({
  id: fc.constant('near'),
  use: fc.constantFrom('thaad-battery', 'aegis-ashore', 'patriot-battery'),
  sites: fc.constantFrom(['washington', 'guam'], ['guam', 'seattle', 'washington']),
  salvo: int(1, 2),
});

/** A class of missile with places that it flies between. */
const flights = fc.constantFrom(
  { use: 'icbm-solid', from: 'north-korea-interior', toward: ['washington', 'los-angeles'] },
  { use: 'icbm-liquid', from: ['russia-siberia', 'north-korea-interior'], toward: 'new-york' },
  { use: 'slbm', from: 'north-atlantic', toward: ['new-york', 'miami'] },
  { use: 'irbm', from: 'north-korea-interior', toward: 'guam' },
  { use: 'hgv', from: 'russia-siberia', toward: 'seattle' },
  { use: 'cruise-subsonic', from: { latDeg: 38, lonDeg: -62 }, toward: ['washington', 'new-york'] },
);
const group = (id: string) =>
  fc
    .tuple(flights, fc.record({ count: int(1, 4), startS: int(0, 200), spacingS: int(0, 60) }))
    .map(([flight, numbers]) => ({ id, ...flight, ...numbers }));

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const delay = fc.oneof(
  int(0, 90),
  fc
    .tuple(int(0, 30), int(0, 30), int(0, 30))
    .map(([low, more, most]) => ({ low, mode: low + more, high: low + more + most })),
);
const centre = fc.record({
  id: fc.constant('c2'),
  site: fc.constantFrom('schriever', 'fort-greely'),
  decisionS: delay,
  releaseS: delay,
  doctrine: fc.constantFrom('barrage', 'shoot-look-shoot'),
  lookS: int(0, 40),
  commitErrorKm: fc.constantFrom(1, 5, 50),
  trackS: int(30, 120),
});

/** Valid scenarios of a few hundred satellites and a dozen missiles: every list, basing, flight and doctrine comes up. */
export const randomScenario = fc
  .record({
    networks: fc.tuple(optional(network('net')), optional(network('other'))),
    sensors: fc.tuple(optional(spaceSensor('eye')), optional(staring), optional(radar)),
    command: centre,
    layers: fc.tuple(optional(spaceLayer), optional(midcourse), optional(terminal), spaceLayer),
    threat: fc.tuple(group('first'), optional(group('second')), optional(group('third'))),
    systems: fc.constantFrom([], [{ id: 'talk', use: 'communications' }]),
    launch: fc.constantFrom({ use: ['falcon-9'] }, { use: ['vulcan', 'new-glenn'] }, { usdKg: 4000 }),
    failures: fc.record({ satelliteOutProbability: fc.constantFrom(0, 0.1, 0.3) }),
    hasPartners: fc.boolean(),
    seed: int(0, 1_000_000),
    horizonYr: int(3, 12),
  })
  .map(({ networks, sensors, command, layers, threat, hasPartners, seed, horizonYr, ...rest }) => {
    const there = <T>(list: readonly (T | undefined)[]) => list.filter((item) => item !== undefined);
    const nets = there(networks);
    const terminals = nets.map(({ id }) => id);
    const [sbi, gbi, near, spare] = layers;
    const interceptors = there([sbi, gbi, near]);
    return {
      name: 'random',
      epochUtc: '2028-06-01T00:00:00Z',
      networks: nets,
      sensors: there<object>(sensors).map((plan) => ({ ...plan, terminals })),
      command: [
        {
          ...command,
          terminals,
          perMissileShare: (seed % 11) / 10,
          decisionsPerMin: [1_000_000, 30, 6][seed % 3],
          deciderCount: 1 + (seed % 2),
        },
      ],
      interceptors: (interceptors.length > 0 ? interceptors : [spare]).map((plan) => ({
        ...plan,
        terminals,
        ...(seed % 3 > 0 && plan.id === 'gbi' && { updateRangeKm: 500 * (1 + (seed % 7)), lastUpdateS: 60 }),
        ...(seed % 2 === 0 && { guidedCount: 1 + (seed % 5) }),
      })),
      threat: there(threat),
      ...(hasPartners && { partners: { use: 'partners-2026-07' } }),
      ...rest,
      analysis: { seed, horizonYr },
    };
  });

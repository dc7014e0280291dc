/** Small scenarios that between them have every list, basing, flight and way to give a value. */
const head = { epochUtc: '2028-06-01T00:00:00Z' };
const shells = [{ planes: 4, satellitesPerPlane: 6, altitudeKm: 1000, inclinationDeg: 60 }];
const elliptical = [
  {
    semiMajorAxisKm: 26560,
    eccentricity: 0.7,
    inclinationDeg: 63.4,
    raanDeg: 0,
    argPerigeeDeg: 270,
    meanAnomalyDeg: 180,
  },
];
const fast = { low: 5, mode: 10, high: 20 };
const sea = { latDeg: 40, lonDeg: 130, heightM: 0 };

const analysis = { trials: 1, horizonYr: 6 };
const threat = [{ id: 'raid', use: 'icbm-solid', count: 2, from: sea, toward: 'washington' }];

const space = {
  name: 'space',
  ...head,
  networks: [{ id: 'net', use: 'sda-transport', shells, geostationary: [{ longitudeDeg: 0 }], elliptical }],
  fibre: {},
  messages: [
    { id: 'orders', use: 'orders' },
    { id: 'frames', use: 'raw-frames' },
  ],
  sensors: [
    { id: 'eye', use: 'sbirs-geo', shells, geostationary: [{ longitudeDeg: 100 }], elliptical, terminals: ['net'] },
  ],
  command: [{ id: 'c2', site: 'schriever', terminals: ['net'], decisionS: fast, releaseS: 1, commitErrorKm: 100 }],
  interceptors: [
    { id: 'sbi', use: 'cbo-2026-sbi', shells, geostationary: [{ longitudeDeg: 0 }], elliptical, terminals: ['net'] },
  ],
  launch: { use: ['falcon-9'], override: [{ id: 'falcon-9' }] },
  threat,
  events: [
    { date: 2029, untilDate: 2030, network: 'net', what: 'silent' },
    { date: '2029-03', vehicle: 'falcon-9', what: 'grounded', months: 3 },
    { date: '2030-06-15', element: 'sbi', what: 'lost', share: 0.5 },
    { date: 2031, element: 'eye', what: 'lost', planes: 1 },
    { date: '2031-07', budget: 50_000 },
  ],
  claims: [
    {
      id: 'said',
      name: 'What was said',
      byDate: '2031-01-01',
      musd: 1000,
      standing: 0.5,
      noLeaker: 0.9,
      source: 'cbo-2004',
      basis: 'stated',
    },
  ],
  analysis,
};

const rest = {
  name: 'rest',
  ...head,
  networks: [
    { id: 'net', use: 'sda-transport', shells },
    { id: 'other', use: 'sda-transport', shells },
  ],
  bridges: [{ between: ['net', 'other'] }],
  command: [{ id: 'c2', site: 'schriever' }],
  interceptors: [{ id: 'sbi', use: 'cbo-2026-sbi', shells, terminals: ['net', 'other'] }],
  systems: [{ id: 'talk', use: 'communications' }],
  threat,
  partners: { use: 'partners-2026-07' },
  failures: {
    planesOut: [{ network: 'net', plane: 0 }],
    jammed: [{ latDeg: 40, lonDeg: -100, radiusKm: 10 }],
    fading: [{ sites: ['schriever'], availabilityFraction: 0.9, rateFraction: 0.5 }],
  },
  routes: [{ id: 'way', from: 'schriever', to: 'guam' }],
  analysis,
};

const ground = {
  name: 'ground',
  ...head,
  sensors: [{ id: 'radar', use: 'tpy-2', sites: ['washington'], sectorWidthDeg: 360 }],
  command: [
    { id: 'c2', site: 'schriever', decisionS: 1, releaseS: fast, doctrine: 'shoot-look-shoot', commitErrorKm: 50 },
  ],
  interceptors: [
    { id: 'gbi', use: 'gbi', sites: ['fort-greely'], salvo: 2 },
    { id: 'thaad', use: 'thaad-battery', sites: ['washington'] },
  ],
  launch: { usdKg: 5000 },
  threat: [
    {
      id: 'cruise',
      use: 'cruise-subsonic',
      count: 1,
      from: { latDeg: 38, lonDeg: -72 },
      toward: [{ latDeg: 38.9, lonDeg: -77 }],
    },
    { id: 'lofted', use: 'irbm', count: 2, from: sea, toward: { latDeg: 20, lonDeg: 150, heightM: 10 } },
  ],
  analysis,
};

/** Gliders take most of the time: they fly before the ground's radar and layers as they are, not at the bounds of each. */
const glide = {
  ...ground,
  name: 'glide',
  threat: [{ id: 'glider', use: 'hgv', count: 1, from: [sea], toward: 'seattle' }],
};

export const bases: Record<string, unknown>[] = [space, ground, rest, glide];

function withSensor(change: object) {
  return { ...space, sensors: [{ ...space.sensors[0], ...change }] };
}

function withInterceptor(change: object) {
  return { ...space, interceptors: [{ ...space.interceptors[0], ...change }] };
}

function withThreat(change: object, interceptors: object[] = ground.interceptors) {
  return { ...glide, interceptors, threat: [{ ...glide.threat[0], id: 'raid', ...change }] };
}

const [orbit] = elliptical;
const eccentric = (change: object) => ({ shells: undefined, elliptical: [{ ...orbit, ...change }] });
const high = { latDeg: 28, lonDeg: 86.9, heightM: 9000 };

/** Geometries at which models have ends of their own, inside the bounds of each number. */
export const edgeGeometries: Record<string, unknown> = {
  'an eccentric orbit below the ground': withSensor(eccentric({ semiMajorAxisKm: 20_000, eccentricity: 0.7 })),
  'an eccentric orbit of a layer below the ground': withInterceptor(
    eccentric({ semiMajorAxisKm: 6500, eccentricity: 0.95 }),
  ),
  'an eccentric orbit that grazes the ground': withSensor(eccentric({ semiMajorAxisKm: 20_000, eccentricity: 0.681 })),
  'a glide that ends as fast as it may start': withThreat({ glideExitKmS: 7.8 }),
  'a glide that starts slower than it ends': withThreat({ glideEntryKmS: 1 }),
  'a glide from and to the ends of both speeds': withThreat({ glideEntryKmS: 7.8, glideExitKmS: 0.3 }),
  'a burnout below the glide': withThreat({ burnoutAltitudeKm: 1 }),
  'a burnout below the launch site': withThreat({ burnoutAltitudeKm: 1, from: high }),
  'a glide that starts under the aim point': withThreat({ glideEntryKmS: 1, glideExitKmS: 0.3, toward: high }),
  'a burnout straight above the site': withThreat({ burnoutDownrangeKm: 0 }),
  'a burnout farther than the range': withThreat({
    use: 'srbm',
    burnoutDownrangeKm: 3000,
    maxRangeKm: 300,
    toward: { latDeg: 41, lonDeg: 130 },
  }),
  'a ballistic burnout below the launch site': withThreat({
    use: 'irbm',
    burnoutAltitudeKm: 1,
    from: high,
    toward: 'guam',
  }),
  'a slow burn of a heavy missile': withThreat({ use: 'irbm', burnS: 1000, toward: 'guam' }),
  'a launch at the aim': withThreat({ use: 'irbm', toward: sea }),
  'a launch from pole to pole': withThreat({
    use: 'icbm-solid',
    maxRangeKm: 20_000,
    from: { latDeg: 90, lonDeg: 0 },
    toward: { latDeg: -90, lonDeg: 0 },
  }),
  'a launch to the far side': withThreat({
    use: 'icbm-solid',
    maxRangeKm: 20_000,
    toward: { latDeg: -40, lonDeg: -50 },
  }),
  'a launch across the date line': withThreat({
    use: 'irbm',
    from: { latDeg: 0, lonDeg: 179 },
    toward: { latDeg: 5, lonDeg: -165 },
  }),
  'a steep loft': withThreat({ use: 'irbm', loftDeg: 30, toward: { latDeg: 30, lonDeg: 140 } }),
  'a flat path': withThreat({ use: 'irbm', loftDeg: -30, toward: { latDeg: 30, lonDeg: 140 } }),
  'a cruise missile of no distance': withThreat({ use: 'cruise-subsonic', from: sea, toward: sea }),
  'one satellite': withInterceptor({
    shells: [{ planes: 1, satellitesPerPlane: 1, altitudeKm: 150, inclinationDeg: 0 }],
    elliptical: undefined,
    geostationary: undefined,
  }),
  'a shell at a pole': withInterceptor({
    shells: [{ planes: 1, satellitesPerPlane: 1, altitudeKm: 50_000, inclinationDeg: 180 }],
  }),
  'no missile stops anything': withInterceptor({
    killProbability: 0,
    reliabilityProbability: 0,
    satelliteAvailabilityProbability: 0,
  }),
};

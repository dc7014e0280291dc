import type {
  Architecture,
  InterceptorPlan,
  LauncherPlan,
  SensorPlan,
  SystemPlan,
  UsedNumber,
} from '../flow/architecture.ts';

/** An empty architecture for tests, with parts put in. */
export function testArchitecture(parts: Partial<Architecture> = {}): Architecture {
  return {
    name: 'test',
    epochUtc: '2026-01-01T00:00:00Z',
    epochUnixS: 1_767_225_600,
    networks: [],
    bridges: [],
    fibre: { speedRatio: 0.68, detourRatio: 1.5 },
    sensors: [],
    command: [],
    interceptors: [],
    systems: [],
    launch: { launchers: [] },
    threats: [],
    failures: {
      satelliteOutProbability: 0,
      planesOut: [],
      gatewaysOut: [],
      jammed: [],
      controlPlanesDown: [],
      partnersOff: [],
    },
    routes: [],
    economy: { id: 'test-economy', name: 'test economy' },
    sites: {},
    uses: [],
    notes: [],
    sources: {},
    catalogHash: '',
    ...parts,
    analysis: {
      trials: 100,
      seed: 1,
      launchWindowS: 86_400,
      horizonYr: 20,
      priceYear: 2026,
      startYear: 2026,
      ...parts.analysis,
    },
  } as Architecture;
}

/** A layer of space interceptors: CBO's number in one shell. */
export function spaceLayer(fields: Partial<InterceptorPlan> = {}): InterceptorPlan {
  return {
    id: 'sbi',
    name: 'space interceptors',
    basing: 'space',
    shells: [{ planes: 78, satellitesPerPlane: 100, altitudeKm: 400, inclinationDeg: 70 }],
    minAltitudeKm: 100,
    killProbability: 0.8,
    terminals: [],
    salvo: 1,
    ...fields,
  };
}

/** A layer on the ground. */
export function surfaceLayer(fields: Partial<InterceptorPlan> = {}): InterceptorPlan {
  return {
    id: 'ground',
    name: 'ground layer',
    basing: 'surface',
    sites: ['one'],
    minAltitudeKm: 40,
    killProbability: 0.9,
    terminals: [],
    salvo: 1,
    ...fields,
  };
}

/** A constellation of infrared satellites. */
export function spaceSensor(fields: Partial<SensorPlan> = {}): SensorPlan {
  return {
    id: 'tracking',
    name: 'tracking satellites',
    platform: 'space',
    shells: [{ planes: 6, satellitesPerPlane: 9, altitudeKm: 1000, inclinationDeg: 80 }],
    revisitS: 2,
    looksCount: 3,
    angleErrorUrad: 50,
    terminals: [],
    ...fields,
  };
}

export function system(fields: Partial<SystemPlan> = {}): SystemPlan {
  return { id: 'command', name: 'command and control', ...fields };
}

/** A vehicle of the Falcon 9 class. */
export function launcher(fields: Partial<LauncherPlan> = {}): LauncherPlan {
  return {
    id: 'medium',
    name: 'medium launcher',
    status: 'flying',
    payloadKg: 17_000,
    priceMusd: 70,
    cadencePerYr: 100,
    flights: 100,
    successes: 99,
    ...fields,
  };
}

/** A number of the catalog as the architecture lists it. */
export function used(element: string, path: string, value: number, more: Partial<UsedNumber> = {}): UsedNumber {
  return { element, path, value, source: 'test', where: 'test', basis: 'stated', overridden: false, ...more };
}

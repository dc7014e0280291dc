import type { Architecture, SensorPlan, ThreatPlan } from '../flow/architecture.ts';
import { allWork } from '../flow/availability.ts';
import type { Links } from '../flow/links.ts';
import type { GroundElement, SpaceElement, ThreatFlight, World } from '../flow/world.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import type { BallisticClass } from '../physics/ballistic-class.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { ecefFromGeodetic } from '../physics/ellipsoid.ts';
import { geostationaryOrbits } from '../physics/kepler-orbits.ts';
import { type Orbits, orbitCount } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { isTrajectory, type Trajectory } from '../physics/trajectory.ts';
import { compileWalker } from '../physics/walker.ts';
import { unitCounts } from './sensor-clocks.ts';

/** Small worlds for the tests and the bench of this stage: nothing here is read by the engine. */

export const EPOCH_UNIX_S = 1843516800; // 2028-06-01
const EPOCH_GMST_RAD = gmstRad(EPOCH_UNIX_S);

const icbm: BallisticClass = { burnS: 180, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12_000 };

interface At {
  latDeg: number;
  lonDeg: number;
}

/** A sensor with where its units are. */
export interface TestSensor {
  plan: SensorPlan;
  parts: Orbits[];
  sites: At[];
}

/** A class of missile flown from one place to another, launched when the raid starts. */
export function testFlight(
  from: At = { latDeg: 40, lonDeg: 127 },
  toward: At = { latDeg: 41, lonDeg: -100 },
  missile: BallisticClass = icbm,
): Trajectory {
  const point = ({ latDeg, lonDeg }: At) => ({
    latitudeRad: latDeg * DEG_RAD,
    longitudeRad: lonDeg * DEG_RAD,
    heightKm: 0,
  });
  const flight = buildBallistic(missile, point(from), point(toward), { launchGmstRad: EPOCH_GMST_RAD });
  if (!isTrajectory(flight)) throw new Error(`no flight: ${flight.reason}`);
  return flight;
}

/** Infrared satellites over these longitudes. */
export function geoSensor(longitudesDeg: number[], override: Partial<SensorPlan> = {}): TestSensor {
  return infrared('geo', [geostationaryOrbits(longitudesDeg, EPOCH_UNIX_S)], {
    fieldOfRegardDeg: 10,
    revisitS: 10,
    angleErrorUrad: 20,
    ...override,
  });
}

/** Infrared satellites of a Walker shell. */
export function leoSensor(planes: number, satellitesPerPlane: number, override: Partial<SensorPlan> = {}): TestSensor {
  const shell = {
    pattern: 'delta',
    planes,
    satellitesPerPlane,
    altitudeKm: 1000,
    inclinationDeg: 70,
    phasing: 1,
  } as const;
  return infrared('leo', [compileWalker(shell)], override);
}

function infrared(id: string, parts: Orbits[], override: Partial<SensorPlan>): TestSensor {
  const plan = {
    id,
    name: id,
    platform: 'space',
    sees: ['boost', 'midcourse', 'glide'],
    grazingKm: 50,
    cloudBreakKm: 10,
    looksCount: 2,
    revisitS: 5,
    angleErrorUrad: 50,
    terminals: [],
    ...override,
  } as SensorPlan;
  return { plan, parts, sites: [] };
}

/** Ground radars at these places. */
export function radarSensor(sites: At[], override: Partial<SensorPlan> = {}): TestSensor {
  const plan = {
    id: 'radar',
    name: 'radar',
    platform: 'ground',
    minElevationDeg: 3,
    maxElevationDeg: 85,
    maxRangeKm: 5000,
    angleErrorUrad: 500,
    rangeErrorM: 30,
    looksCount: 3,
    revisitS: 1,
    terminals: [],
    ...override,
  } as SensorPlan;
  return { plan, parts: [], sites };
}

/** A world of these sensors and flights; the raid starts at the epoch. */
export function testWorld(
  sensors: TestSensor[],
  flights: Trajectory[] = [testFlight()],
  threat: Partial<ThreatPlan> = {},
): World {
  const threats = [{ id: 'raid', name: 'raid', flight: 'ballistic', ...threat }] as ThreatPlan[];
  const architecture = {
    epochUnixS: EPOCH_UNIX_S,
    sensors: sensors.map(({ plan }) => plan),
    threats,
    command: [{ id: 'c2', commitErrorKm: 1 }],
  } as unknown as Architecture;
  const space = sensors.flatMap((sensor, k) => (sensor.parts.length > 0 ? [spaceElement(sensor, k)] : []));
  const ground = sensors.flatMap((sensor, k) => (sensor.sites.length > 0 ? [groundElement(sensor, k)] : []));
  return {
    architecture,
    startS: 0,
    gmstRad: EPOCH_GMST_RAD,
    space,
    ground,
    availability: allWork({ space, ground }),
    threats: flights.map(
      (trajectory, k): ThreatFlight => ({ id: `raid-${k}`, key: `raid-${k}`, planIndex: 0, launchS: 0, trajectory }),
    ),
  };
}

/** Every unit has a route of the same length; a function of sensor and unit may say otherwise. */
export function testLinks(world: World, oneWayS: (sensor: number, unit: number) => number = () => 0.1): Links[] {
  const sensorOneWayS = Array.from(unitCounts(world), (count, sensor) =>
    Float64Array.from({ length: count }, (_, unit) => oneWayS(sensor, unit)),
  );
  const sensorNetworkIndex = sensorOneWayS.map((row) => new Int16Array(row.length));
  return [{ tS: 0, sensorOneWayS, sensorNetworkIndex, interceptorOneWayS: [], interceptorNetworkIndex: [] }];
}

function spaceElement({ plan, parts }: TestSensor, planIndex: number): SpaceElement {
  const count = parts.reduce((sum, part) => sum + orbitCount(part), 0);
  return { id: plan.id, key: plan.id, role: 'sensor', planIndex, parts, count };
}

function groundElement({ plan, sites }: TestSensor, planIndex: number): GroundElement {
  const positionEcefKm = new Float64Array(3 * sites.length);
  for (const [k, { latDeg, lonDeg }] of sites.entries()) {
    ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, 0, positionEcefKm, 3 * k);
  }
  const siteIds = sites.map((_, k) => `site-${k}`);
  const unitKeys = siteIds.map((site) => `${plan.id}@${site}`);
  return {
    id: plan.id,
    key: plan.id,
    unitKeys,
    role: 'sensor',
    planIndex,
    siteIds,
    positionEcefKm,
    count: sites.length,
  };
}

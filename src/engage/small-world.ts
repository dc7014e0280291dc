import type { Architecture, InterceptorPlan, ThreatPlan } from '../flow/architecture.ts';
import { allWork } from '../flow/availability.ts';
import type { GroundElement, SpaceElement, ThreatFlight, World } from '../flow/world.ts';
import { buildBallistic } from '../physics/ballistic.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { ecefFromGeodetic } from '../physics/ellipsoid.ts';
import { type Orbits, orbitCount } from '../physics/orbits.ts';
import { gmstRad } from '../physics/time.ts';
import { copyTrajectory, isTrajectory, rotateTrajectory, type Trajectory } from '../physics/trajectory.ts';
import { compileWalker } from '../physics/walker.ts';

const EPOCH_UNIX_S = 1_843_430_400; // 2028-06-01

/** A solid-fuelled missile of intercontinental range, as a class of the published boost-phase studies. */
export const solidClass = { burnS: 170, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12_000 };

/** Latitude and longitude, degrees. */
export type LatLon = readonly [latDeg: number, lonDeg: number];

/** Path of a missile of {@link solidClass}, solved for a sidereal angle of zero. */
export function solidFlight(from: LatLon = [40, 127], toward: LatLon = [39, -100]): Trajectory {
  const point = ([latDeg, lonDeg]: LatLon) => ({
    latitudeRad: latDeg * DEG_RAD,
    longitudeRad: lonDeg * DEG_RAD,
    heightKm: 0,
  });
  const flight = buildBallistic(solidClass, point(from), point(toward), { stepS: 2 });
  if (!isTrajectory(flight)) throw new RangeError(`flight must be possible: ${flight.reason}`);
  return flight;
}

/** A layer of `count` space interceptors, in a shell of planes of equal size. */
export function spaceLayer(planes: number, satellitesPerPlane: number, plan: Partial<InterceptorPlan> = {}) {
  const orbits = compileWalker({
    pattern: 'delta',
    planes,
    satellitesPerPlane,
    altitudeKm: 400,
    inclinationDeg: 60,
    phasing: 1,
  });
  return { plan: { ...SPACE_PLAN, ...plan } as InterceptorPlan, parts: [orbits] as Orbits[] };
}

const SPACE_PLAN: Partial<InterceptorPlan> = {
  id: 'space',
  name: 'space',
  basing: 'space',
  engages: ['boost'],
  accelerationG: 15,
  deltaVKmS: 6,
  flyOutMaxS: 120,
  minAltitudeKm: 50,
  killProbability: 0.8,
  salvo: 2,
};

/** Plan of a layer at ground sites. */
export function surfacePlan(plan: Partial<InterceptorPlan>): InterceptorPlan {
  const common = {
    id: 'ground',
    name: 'ground',
    basing: 'surface',
    minAltitudeKm: 100,
    killProbability: 0.6,
    salvo: 1,
  };
  return { ...common, ...plan } as InterceptorPlan;
}

/** What stands in a small world: space layers by their orbits, surface layers by their sites. */
export interface SmallWorld {
  layers: { plan: InterceptorPlan; parts?: Orbits[]; sites?: readonly LatLon[] }[];
  flights: readonly Trajectory[];
  /** Time between launches. */
  spacingS?: number;
  startS?: number;
}

/** A world of interceptors and ballistic missiles alone, for tests and benchmarks of this stage. */
export function smallWorld({ layers, flights, spacingS = 0, startS = 0 }: SmallWorld): World {
  const architecture = {
    epochUnixS: EPOCH_UNIX_S,
    interceptors: layers.map(({ plan }) => plan),
    threats: flights.map((_, i) => ({ id: `raid-${i}`, flight: 'ballistic' }) as ThreatPlan),
  } as unknown as Architecture;
  const space: SpaceElement[] = [];
  const ground: GroundElement[] = [];
  layers.forEach(({ plan, parts, sites }, planIndex) => {
    const head = { id: plan.id, key: plan.id, role: 'interceptor' as const, planIndex };
    if (parts) space.push({ ...head, parts, count: parts.reduce((sum, part) => sum + orbitCount(part), 0) });
    if (sites) ground.push({ ...head, ...sitePositions(sites) });
  });
  return {
    architecture,
    startS,
    gmstRad: gmstRad(EPOCH_UNIX_S + startS),
    space,
    ground,
    threats: flights.map((flight, i) => turned(flight, i, startS, spacingS)),
    availability: allWork({ space, ground }),
  };
}

function turned(flight: Trajectory, index: number, startS: number, spacingS: number): ThreatFlight {
  const launchS = index * spacingS;
  const trajectory = copyTrajectory(flight);
  rotateTrajectory(flight, gmstRad(EPOCH_UNIX_S + startS + launchS), trajectory);
  return { id: `raid-${index}`, key: `raid-${index}`, planIndex: index, launchS, trajectory };
}

function sitePositions(sites: readonly LatLon[]) {
  const positionEcefKm = new Float64Array(3 * sites.length);
  sites.forEach(([latDeg, lonDeg], i) => {
    ecefFromGeodetic(latDeg * DEG_RAD, lonDeg * DEG_RAD, 0, positionEcefKm, 3 * i);
  });
  const siteIds = sites.map((_, i) => `site-${i}`);
  return { siteIds, unitKeys: siteIds, positionEcefKm, count: sites.length };
}

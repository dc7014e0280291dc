import { type Architecture, flownCount, type Problem, said, sensorKinds } from 'cupola';
import { EARTH_EQUATORIAL_RADIUS_KM, GEOSTATIONARY_RADIUS_KM } from 'cupola/physics';

/** A run that would need more than this is refused before it starts. */
export const MAX_RUN_BYTES = 1e9;

/** Measured on runs of the engine, rounded up. */
const BYTES = { satellite: 600, missile: 150_000, look: 200, trial: 3000, missileInTrial: 2000 };

/** Height of a geostationary satellite. */
export const GEOSTATIONARY_KM = GEOSTATIONARY_RADIUS_KM - EARTH_EQUATORIAL_RADIUS_KM;
/** Height of a missile in flight, for how much of the Earth's neighbourhood a sensor has in sight. */
const MISSILE_KM = 300;
const FLIGHT_S = { ballistic: 2400, glide: 3600, 'fractional-orbit': 5400 };

/** What decides how much memory a run needs. */
export interface RunSize {
  satellites: number;
  missiles: number;
  /** Looks of sensors that find a missile, in one raid. */
  looks: number;
  trials: number;
}

/**
 * How large a run is, before anything is computed. Looks are those of a sensor for the share of the sphere that it has in
 * sight and the whole flight of its phases: an upper bound of the right order, as limits of range and field are left out.
 */
export function runSize(architecture: Architecture): RunSize {
  const { networks, sensors, interceptors, threats, analysis } = architecture;
  const missiles = threats.reduce((sum, { count }) => sum + count, 0);
  const satellites = [...networks, ...sensors, ...interceptors].reduce((sum, plan) => sum + flownCount(plan), 0);
  let looks = 0;
  for (const sensor of sensors)
    for (const threat of threats)
      looks += (threat.count * unitsOf(sensor) * shareInSight(sensor) * secondsSeen(sensor, threat)) / sensor.revisitS;
  return { satellites, missiles, looks: Math.round(looks), trials: missiles > 0 ? analysis.trials : 0 };
}

export function bytesOf({ satellites, missiles, looks, trials }: RunSize): number {
  return (
    satellites * BYTES.satellite +
    missiles * BYTES.missile +
    looks * BYTES.look +
    trials * (BYTES.trial + missiles * BYTES.missileInTrial)
  );
}

/** What a run that would need more memory than a page may use would need, and for what. */
export function memoryProblem(architecture: Architecture, file: string, maxBytes = MAX_RUN_BYTES): Problem | undefined {
  const size = runSize(architecture);
  const bytes = bytesOf(size);
  if (bytes <= maxBytes) return undefined;
  const { satellites, missiles, looks, trials } = size;
  const megabytes = (value: number) => Math.round(value / 1e6);
  const needs = { needed: megabytes(bytes), satellites, missiles, looks, trials, limit: megabytes(maxBytes) };
  return { code: 'too-much-memory', file, path: '', said: said('studio.problem.memory', needs) };
}

type Sensor = Architecture['sensors'][number];
type Threat = Architecture['threats'][number];
type Plan = Parameters<typeof flownCount>[0] & { sites?: string[] };

/** Satellites of an element, or its sites. */
function unitsOf(plan: Plan): number {
  return flownCount(plan) || (plan.sites?.length ?? 0);
}

function shareInSight(sensor: Sensor): number {
  return sensorKinds[sensor.platform].shareInSight(sensor, MISSILE_KM);
}

/** Seconds of a flight in the phases that a sensor detects. */
function secondsSeen({ sees }: Sensor, { flight, burnS, maxRangeKm, speedKmS }: Threat): number {
  if (flight === 'cruise') return (maxRangeKm ?? 3000) / (speedKmS ?? 0.24);
  const seesBoostAlone = sees?.length === 1 && sees[0] === 'boost';
  return seesBoostAlone ? (burnS ?? 300) : FLIGHT_S[flight];
}

import type { Glow } from '../physics/glow.ts';
import type { Orbits } from '../physics/orbits.ts';
import type { Trajectory } from '../physics/trajectory.ts';
import type { Architecture } from './architecture.ts';
import type { Availability } from './availability.ts';
import type { ElementHealth } from './element-health.ts';

/**
 * Where everything is during one raid: orbits and sites fixed for all trials, the flights of the threats for this one.
 * Times of a trial are seconds after the first launch; orbits take `startS` + t, seconds after the epoch.
 */
export interface World {
  architecture: Architecture;
  /** First launch, seconds after the epoch of the scenario. */
  startS: number;
  /** Greenwich mean sidereal time at the first launch. */
  gmstRad: number;
  space: SpaceElement[];
  ground: GroundElement[];
  threats: ThreatFlight[];
  /** What of all this works in this trial. */
  availability: Availability;
}

export type Role = 'network' | 'sensor' | 'interceptor';

/** The satellites of one network, sensor or interceptor layer. Unit numbers run through the parts in order. */
export interface SpaceElement {
  id: string;
  /** Name of its random streams; see `streamKeys`. */
  key: string;
  role: Role;
  /** Position in `architecture.networks`, `.sensors` or `.interceptors`. */
  planIndex: number;
  parts: Orbits[];
  count: number;
  /** Only where the satellites come from a file of orbital elements. */
  health?: ElementHealth;
}

/** The sites of one radar, surface layer or command centre; one unit a site. */
export interface GroundElement {
  id: string;
  /** Name of its random streams; see `streamKeys`. */
  key: string;
  /** Names of the streams of its sites. */
  unitKeys: string[];
  role: Role | 'command';
  planIndex: number;
  siteIds: string[];
  /** [unit][xyz], Earth-fixed. */
  positionEcefKm: Float64Array;
  count: number;
}

/** One missile of the raid. */
export interface ThreatFlight {
  /** Such as `raid-3`. */
  id: string;
  /** Name of its random streams: class, launch place, aim point, and the place among those that share all three. */
  key: string;
  /** Position in `architecture.threats`. */
  planIndex: number;
  /** Launch, seconds after the first launch of the raid. */
  launchS: number;
  /** Flight in inertial axes; its own time starts at its launch. */
  trajectory: Trajectory;
  /** How brightly it glows in the glide; absent: no glider, or one of a class that names no size. */
  glow?: Glow;
  /** Stretches of its boost, since its launch, in which a hit lets its payload miss the defended area; absent: none is named. */
  usefulS?: readonly (readonly [fromS: number, toS: number])[];
}

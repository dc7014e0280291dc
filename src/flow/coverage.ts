import type { ElementHealth } from './element-health.ts';
import type { Said } from './said.ts';
import type { Role } from './world.ts';

/** How many satellites of one layer cover the Earth, over a span of time. */
export interface ConstellationCoverage {
  id: string;
  name: string;
  role: Role;
  satelliteCount: number;
  /** Only of satellites from a file of orbital elements: how many of it fly. */
  health?: ElementHealth;
  /** What counts as covered, in words. */
  rule: Said;
  /** Height of what is covered: ground, target or intercept. */
  targetAltitudeKm: number;
  /** Greatest Earth-central half angle that one satellite covers. */
  capDeg: number;
  /** Satellites that must cover every place. */
  fold: number;
  /**
   * Smallest half angle with which the best shell alone covers every place all the time by `fold` satellites; NaN where there is no
   * Walker shell or too few satellites.
   */
  minimumCapDeg: number;
  /** Whether some shell alone covers every place all the time by `fold` satellites. */
  isContinuous: boolean;
  shells: ShellCoverage[];
  /** From the south pole to the north. */
  meanInViewByLatitude: LatitudeRow[];
  /** The halves of the Earth apart. */
  north: HalfCoverage;
  south: HalfCoverage;
  /** Of an interceptor layer: how many reach a target with less time than the fly-out that all else here is counted with. */
  withLessTime: FlyOutCoverage[];
  /** Of an interceptor layer: the fly-out that all else is counted with; NaN for others. */
  flyOutS: number;
  /** Least number at any place and time of the grid. */
  min: number;
  max: number;
  /** Mean over the Earth's surface and time. */
  mean: number;
  /** Share of the Earth's surface and of the time with none. */
  zeroFraction: number;
}

/** One half of the Earth, over its surface and time. */
export interface HalfCoverage {
  min: number;
  mean: number;
  zeroFraction: number;
}

/** How many interceptors reach a target within a time, on average over the Earth. */
export interface FlyOutCoverage {
  flyOutS: number;
  mean: number;
}

export interface ShellCoverage {
  id: string;
  satelliteCount: number;
  altitudeKm: number;
  capDeg: number;
  minimumCapDeg: number;
}

/** One latitude, over all longitudes and times. */
export interface LatitudeRow {
  latitudeDeg: number;
  mean: number;
  min: number;
  zeroFraction: number;
}

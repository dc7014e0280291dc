import type { Said } from './said.ts';
import type { Role } from './world.ts';

/** How many satellites of one layer cover the Earth, over a span of time. */
export interface ConstellationCoverage {
  id: string;
  name: string;
  role: Role;
  satelliteCount: number;
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
  meanInViewByLatitude: LatitudeRow[];
  /** Least number at any place and time of the grid. */
  min: number;
  max: number;
  /** Mean over the Earth's surface and time. */
  mean: number;
  /** Share of the Earth's surface and of the time with none. */
  zeroFraction: number;
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

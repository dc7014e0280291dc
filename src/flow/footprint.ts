/** How well aim points are within reach of a layer, or of all together. */
export interface FootprintLayer {
  id: string;
  name: string;
  /** Share of the area with an intercept in time, mean over the positions of the satellites. */
  fraction: number;
  /** The same by part of the area. */
  byArea: Record<string, number>;
  /** By aim point: share of the moments at which some intercept comes in time. */
  chances: number[];
}

/** One aim point, and how much of the area it stands for. */
export interface AimPoint {
  area: string;
  latDeg: number;
  lonDeg: number;
  areaKm2: number;
}

/** Which aim points a shield can defend by geometry and timing against one class from one place. Of area, not of people. */
export interface Footprint {
  threatId: string;
  threatName: string;
  from: { name: string; latDeg: number; lonDeg: number };
  /** Order to fire, seconds after launch. */
  orderS: number;
  spacingKm: number;
  /** Launch times, spread over the launch window. */
  momentCount: number;
  areas: { id: string; name: string; areaKm2: number; pointCount: number }[];
  points: AimPoint[];
  /** Aim points that the class does not reach from there: left out of the shares. */
  outOfRangeCount: number;
  layers: FootprintLayer[];
  /** Some layer. */
  all: FootprintLayer;
}

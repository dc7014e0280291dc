/** Something that moves, sampled on the scene's raster of time. */
export interface SceneObject {
  /** Such as `starlink:shell-1/12/7`. */
  id: string;
  /** Network, sensor, layer or `raid`. */
  group: string;
  kind: 'satellite' | 'threat';
  /** Samples, seconds after the start of the scene. */
  tS: Float64Array;
  /** [sample][xyz], Earth-fixed. */
  positionEcefKm: Float64Array;
  /** [sample][xyz], inertial (TEME); absent where only Earth-fixed positions are wanted. */
  positionEciKm?: Float64Array;
  velocityEciKmS?: Float64Array;
  /** Of a satellite from a file of elements: what the catalogue calls it. */
  catalogued?: { name: string; catalogNumber: number | null; designator: string };
}

export interface ScenePlace {
  id: string;
  name: string;
  latDeg: number;
  lonDeg: number;
  heightM: number;
}

/** A link and when it is used, seconds after the start of the scene. */
export interface SceneLink {
  /** Ids of objects or places. */
  from: string;
  to: string;
  /** Route that uses it. */
  group: string;
  spansS: [fromS: number, toS: number][];
}

/** What is exported: positions over a span of time, places, links. */
export interface Scene {
  name: string;
  /** Start, ISO 8601 in UTC. */
  startUtc: string;
  startUnixS: number;
  durationS: number;
  stepS: number;
  objects: SceneObject[];
  places: ScenePlace[];
  links: SceneLink[];
}

/** A line on the ground under something that flies. */
export interface GroundTrack {
  id: string;
  catalogued?: SceneObject['catalogued'];
  group: string;
  /** Longitude and latitude of each sample; NaN: not there. */
  lonDeg: Float64Array;
  latDeg: Float64Array;
}

/** What the networks can carry at one moment between the command centre and everything that talks to it. */
export interface Links {
  /** Seconds after the first launch. */
  tS: number;
  /** One-way time to the units of each sensor, by position in `architecture.sensors`; NaN: no route. */
  sensorOneWayS: Float64Array[];
  /** One-way time to the units of each interceptor layer from the centre that orders it, by position in `architecture.interceptors`; NaN: no route. */
  interceptorOneWayS: Float64Array[];
  /**
   * By command centre: one-way time in which the picture comes to it from the first centre, where sensors report; Infinity: no route. Absent:
   * all centres stand at one place.
   */
  pictureS?: number[];
  /** Network through which each unit is reached, by position in `architecture.networks`; -1: fibre or no route. */
  sensorNetworkIndex: Int16Array[];
  interceptorNetworkIndex: Int16Array[];
}

/** A message's way from one place to another. */
export interface Route {
  oneWayS: number;
  hopCount: number;
  /** Names of what it passes, in order: `schriever`, `starlink:s1/12/7`, ... */
  path: string[];
  /** When it is at each place of the path, seconds after it was sent. */
  pathS: number[];
  /** Networks in the order in which they carry it, without repeats. */
  networks: string[];
  /** Partners who provide those networks and gateways. */
  partners: string[];
  gateways: string[];
}

/** Links of the networks at one moment, to be drawn: pairs of places. */
export interface LinkMap {
  /** [link][two ends]: satellites by number in the order of all elements of `space`; -1 - k: place k on the ground. */
  ends: Int32Array;
  /** [link] units whose way to the command centre takes it; 0 for all where only the links were asked for. */
  useCount: Int32Array;
  /** [place][xyz] */
  groundEcefKm: Float64Array;
}

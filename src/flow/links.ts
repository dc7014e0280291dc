/** What the networks can carry at one moment between the command centre and everything that talks to it. */
export interface Links {
  /** Seconds after the first launch. */
  tS: number;
  /** One-way time to the units of each sensor, by position in `architecture.sensors`; NaN: no route. */
  sensorOneWayS: Float64Array[];
  /** One-way time to the units of each interceptor layer, by position in `architecture.interceptors`; NaN: no route. */
  interceptorOneWayS: Float64Array[];
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
  /** Networks in the order in which they carry it, without repeats. */
  networks: string[];
  /** Partners who provide those networks and gateways. */
  partners: string[];
  gateways: string[];
}

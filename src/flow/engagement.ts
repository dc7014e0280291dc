import type { BoostFall, Shot } from './outcomes.ts';

/**
 * What is left of the raid and of the interceptors at one point of a trial: each salvo makes the next state from the one before, which
 * stays as it is. Times are seconds after the first launch; NaN: not yet.
 */
export interface EngagementState {
  seed: number;
  trial: number;
  /** By layer, in the order of `architecture.interceptors`. */
  layers: LayerState[];
  /** By threat: layer that stopped it, or -1. */
  stoppedByLayer: Int8Array;
  /** By threat. Set without a layer where it was broken up in boost and its payload falls on the defended area. */
  stoppedS: Float64Array;
  /** By threat: first release of an interceptor against it. */
  firstReleaseS: Float64Array;
  /** By threat: latest intercept against it so far. */
  lastInterceptS: Float64Array;
  /** By threat: 1 where some working interceptor, spent or not, could have reached it when it was ordered. */
  reachable: Uint8Array;
  /** By layer: interceptors that could reach the first threat when the layer was first asked. */
  inReachCount: Int32Array;
  shots: Shot[];
  falls: BoostFall[];
}

/** What is left of one layer. */
export interface LayerState {
  /** By unit: interceptors ready to fire. */
  remainingCount: Int32Array;
  /** By unit: earliest next release, after a reload. */
  nextReleaseS: Float64Array;
  /** By unit that launches one interceptor at a time: its launches so far, rising. Others have none. */
  launchesS: number[][];
  /** Interceptors beyond those at the sites, for reloads. */
  stockCount: number;
  shotCount: number;
  killCount: number;
}

/** When the command centre knew and decided, by threat. Seconds after the first launch; NaN: never. */
export interface Decisions {
  detectedS: Float64Array;
  commitS: Float64Array;
  /** Order given: decision made and released. */
  decidedS: Float64Array;
  /** Of that time, spent waiting while the centre decided on others; 0 where its rate has no limit. */
  waitedS: Float64Array;
}

/** Orders that one layer may give in one round. */
export interface DueOrders {
  /** Threats with an order. */
  count: number;
  /** By threat: when it may be given; NaN: no order. */
  orderS: Float64Array;
}

/** Earliest intercept by a unit that releases no earlier than asked; NaN: none. */
export type Retime = (threatIndex: number, unitIndex: number, releaseS: number) => number;

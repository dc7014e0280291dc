import type { RaidObjects } from './objects.ts';
import type { BoostFall, Shot } from './outcomes.ts';

/**
 * What is left of the raid and of the interceptors at one point of a trial: each salvo makes the next state from the one before, which
 * stays as it is. Times are seconds after the first launch; NaN: not yet.
 */
export interface EngagementState {
  seed: number;
  trial: number;
  objects: RaidObjects;
  /** By layer, in the order of `architecture.interceptors`. */
  layers: LayerState[];
  /** By object (see `RaidObjects`): layer that stopped it, or -1. */
  stoppedByLayer: Int8Array;
  /** By object. Set without a layer where its missile was broken up in boost and the payload falls on the defended area. */
  stoppedS: Float64Array;
  /** By threat: objects of it that still fly. */
  flyingCount: Int32Array;
  /** By threat: first release of an interceptor against it. */
  firstReleaseS: Float64Array;
  /** By threat: latest intercept against it so far. */
  lastInterceptS: Float64Array;
  /**
   * By threat: whether some working interceptor, spent or not, could have reached it when it was ordered: {@link REACHED_WHOLE},
   * {@link REACHED_PARTED}, or both together.
   */
  reachable: Uint8Array;
  /** By layer: interceptors that could reach the first threat when the layer was first asked. */
  inReachCount: Int32Array;
  /**
   * By object: whether a shot at it was not fired for want of a fire control to guide it, while one hit took all of its missile
   * ({@link REACHED_WHOLE}) or after its objects had parted ({@link REACHED_PARTED}). Absent: never.
   */
  unguided?: Uint8Array;
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
  /** By unit whose fire control guides so many at once: flights of its interceptors so far, from release to intercept. Others have none. */
  guided: GuidedFlight[][];
  /** Interceptors beyond those at the sites, for reloads. */
  stockCount: number;
  shotCount: number;
  killCount: number;
  /** What the centre takes the objects for before this layer; absent: not asked yet, or all count as warheads. */
  calls?: ObjectCalls;
}

/** An interceptor in flight, and in the hands of its fire control. */
export interface GuidedFlight {
  releaseS: number;
  interceptS: number;
}

/** What each object is taken for, before one layer. */
export interface ObjectCalls {
  /** Whether objects are told apart at all; where not, everything is shot at. */
  isSorted: boolean;
  /** By object: {@link CALLED}, {@link CALLED_DECOY} or 0, not judged yet. */
  byObject: Uint8Array;
}

/** Within reach while one hit takes all that a missile carries. */
export const REACHED_WHOLE = 1;
/** Within reach after its objects have parted. */
export const REACHED_PARTED = 2;

export const CALLED = 1;
export const CALLED_DECOY = 2;

/** When a centre decided, by threat. Seconds after the first launch; NaN: never. */
export interface OrderTimes {
  /** Order given: decision made and released. */
  decidedS: Float64Array;
  /** Of that time, spent waiting while the centre decided on others; 0 where its rate has no limit. */
  waitedS: Float64Array;
}

/** When the command centre knew and decided, by threat: with several centres the first order that any of them gave. */
export interface Decisions extends OrderTimes {
  detectedS: Float64Array;
  commitS: Float64Array;
  /** By layer, where layers have centres of their own; absent: every layer is ordered at `decidedS`. */
  byLayer?: OrderTimes[];
}

/** When the centres of one layer decided. */
export function orderTimes(made: Decisions, layerIndex: number): OrderTimes {
  return made.byLayer?.[layerIndex] ?? made;
}

/** Orders that one layer may give in one round. */
export interface DueOrders {
  /** Threats with an order. */
  count: number;
  /** By threat: when it may be given; NaN: no order. */
  orderS: Float64Array;
}

/**
 * Earliest intercept by a unit that releases no earlier than asked; NaN: none of the kind that was wanted.
 *
 * @param earliestS intercept by a unit that need not wait
 */
export type Retime = (threatIndex: number, unitIndex: number, releaseS: number, earliestS: number) => number;

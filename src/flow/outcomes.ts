/** Why a threat got through, in the order in which the chain breaks. */
export const leakReasons = [
  'never-seen',
  'no-track',
  'undelivered',
  'saturated',
  'decided-too-late',
  'no-custody',
  'out-of-reach',
  'taken-for-decoy',
  'out-of-inventory',
  'missed',
  'falls-inside',
] as const;
export type LeakReason = (typeof leakReasons)[number];

/** One shot and what came of it. Times are seconds after the first launch. */
export interface Shot {
  layerIndex: number;
  unitIndex: number;
  threatIndex: number;
  /** Object of the raid that it was fired at; -1 where a hit takes all that the missile carries. */
  objectIndex: number;
  /** Salvo of shoot-look-shoot in which it was fired, from 0. */
  round: number;
  orderedS: number;
  releaseS: number;
  interceptS: number;
  /** `falls-inside`: broken up in boost, and the payload falls on the defended area all the same. */
  result: 'killed' | 'missed' | 'failed' | 'not-tracked' | 'already-dead' | 'falls-inside';
}

/** Where the payload of a missile comes down that was hit in boost. */
export interface BoostFall {
  threatIndex: number;
  latDeg: number;
  lonDeg: number;
  /** On the defended area: the missile counts as through. */
  isInside: boolean;
}

/** What happened in one trial. */
export interface TrialOutcome {
  trial: number;
  startS: number;
  /** By threat: layer that stopped it, or -1. A missile with several warheads is stopped when its last one is. */
  stoppedByLayer: Int8Array;
  /** By threat: position in {@link leakReasons}, or -1 where it was stopped; of several warheads, that of the first that got through. */
  leakReasonIndex: Int8Array;
  /** By layer. */
  shotCount: Int32Array;
  killCount: Int32Array;
  /** By threat, NaN where it did not come to that. Seconds after that threat's own launch. */
  detectedS: Float64Array;
  commitS: Float64Array;
  decidedS: Float64Array;
  releasedS: Float64Array;
  stoppedS: Float64Array;
  /** By threat: looks that sensors did not make at it, as their places were taken by other targets. */
  refusedCount: Int32Array;
  /** By layer: interceptors that could reach the first threat in time, counted before any is assigned. */
  inReachCount: Int32Array;
  shots: Shot[];
  /** One for each missile hit in boost; none for a payload that stays in orbit. */
  falls: BoostFall[];
  /** What became of every object; absent where each missile is one (see `objectOutcomes`). */
  objects?: ObjectOutcome;
}

/** What became of the warheads and decoys of a raid, in columns by object. */
export interface ObjectOutcome {
  threatIndex: Int32Array;
  /** 1 for a warhead, 0 for a decoy. */
  isWarhead: Uint8Array;
  /** 1 for a decoy that the air strips away. */
  isStripped: Uint8Array;
  /** Seconds after the launch of its missile; NaN: stopped aboard, or it is all that its missile carries. */
  partedS: Float64Array;
  /** Layer that stopped it, or -1. */
  stoppedByLayer: Int8Array;
  /** Seconds after the launch of its missile; NaN: never. */
  stoppedS: Float64Array;
  /** Of warheads: position in {@link leakReasons}; -1 where it was stopped, and for decoys. */
  leakReasonIndex: Int8Array;
}

/** What became of every object of a raid; of missiles that are one warhead each, what became of the missiles. */
export function objectOutcomes({ objects, stoppedByLayer, stoppedS, leakReasonIndex }: TrialOutcome): ObjectOutcome {
  if (objects) return objects;
  const count = stoppedByLayer.length;
  return {
    threatIndex: Int32Array.from({ length: count }, (_, missile) => missile),
    isWarhead: new Uint8Array(count).fill(1),
    isStripped: new Uint8Array(count),
    partedS: new Float64Array(count).fill(Number.NaN),
    stoppedByLayer,
    stoppedS,
    leakReasonIndex,
  };
}

/** Warheads that got through in a trial; of missiles of one warhead and nothing else, the missiles. */
export function warheadsThrough({ stoppedByLayer, objects }: TrialOutcome): number {
  let through = 0;
  if (objects) {
    for (let i = 0; i < objects.isWarhead.length; i++)
      if (objects.isWarhead[i] && objects.stoppedByLayer[i] < 0) through++;
  } else for (const layer of stoppedByLayer) if (layer < 0) through++;
  return through;
}

/** Who could stop what, and when: columns of one table, sorted by threat then intercept time. */
export interface Opportunities {
  count: number;
  /** Position in `world.threats`. */
  threatIndex: Int32Array;
  /** Satellite of a space layer, or site of a surface layer. */
  unitIndex: Int32Array;
  /** Release of the interceptor: order received plus reaction. Seconds after the first launch. */
  releaseS: Float64Array;
  /** Earliest intercept. */
  interceptS: Float64Array;
  /** Phase of flight of the intercept, by position in {@link phases}. */
  phaseIndex: Uint8Array;
  /** Kill probability of one shot, track and reliability apart. */
  killProbability: Float64Array;
}

export const phases = ['boost', 'midcourse', 'glide', 'terminal', 'cruise'] as const;
export type Phase = (typeof phases)[number];

/** Shots ordered in one round of one layer: columns of one table. */
export interface Orders {
  count: number;
  threatIndex: Int32Array;
  unitIndex: Int32Array;
  /** Decision at the centre. */
  orderedS: Float64Array;
  releaseS: Float64Array;
  interceptS: Float64Array;
  phaseIndex: Uint8Array;
  killProbability: Float64Array;
}

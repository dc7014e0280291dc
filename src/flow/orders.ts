/** Who could stop what, and when: columns of one table, sorted by threat then intercept time; they may be longer than `count`. */
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

/** The same with the object that each row is about: a row of a missile stands once for each of its objects that is shot at. */
export interface TargetedOpportunities extends Opportunities {
  /** Position among the objects of the raid; that of the missile's first object where one hit takes all. */
  objectIndex: Int32Array;
}

export const phases = ['boost', 'midcourse', 'glide', 'terminal', 'cruise'] as const;
export type Phase = (typeof phases)[number];

/** Shots ordered in one round of one layer: columns of one table. */
export interface Orders {
  count: number;
  threatIndex: Int32Array;
  objectIndex: Int32Array;
  unitIndex: Int32Array;
  /** Decision at the centre. */
  orderedS: Float64Array;
  releaseS: Float64Array;
  interceptS: Float64Array;
  phaseIndex: Uint8Array;
  killProbability: Float64Array;
  /** Shots that were wanted and not fired, as the fire control of every unit that could have was busy with others. */
  unguided?: UnguidedShot[];
}

/** A shot that no fire control was free to guide. */
export interface UnguidedShot {
  threatIndex: number;
  objectIndex: number;
  /** Its intercept, had it not had to wait. */
  interceptS: number;
}

/** Chosen rows of a table of orders, in the order in which they are named. */
export function ordersAt(orders: Orders, rows: readonly number[]): Orders {
  return {
    count: rows.length,
    threatIndex: Int32Array.from(rows, (i) => orders.threatIndex[i]),
    objectIndex: Int32Array.from(rows, (i) => orders.objectIndex[i]),
    unitIndex: Int32Array.from(rows, (i) => orders.unitIndex[i]),
    orderedS: Float64Array.from(rows, (i) => orders.orderedS[i]),
    releaseS: Float64Array.from(rows, (i) => orders.releaseS[i]),
    interceptS: Float64Array.from(rows, (i) => orders.interceptS[i]),
    phaseIndex: Uint8Array.from(rows, (i) => orders.phaseIndex[i]),
    killProbability: Float64Array.from(rows, (i) => orders.killProbability[i]),
  };
}

/** What the sensors that tell warheads from decoys have seen of each missile's objects. */
export interface Discrimination {
  /** By threat: one watch for each such sensor that saw its objects; none for a missile that is one object. */
  watches: ObjectWatch[][];
}

/** How long one sensor has had the objects of a missile in sight, and what that is worth. */
export interface ObjectWatch {
  /** When the centre hears of each look, rising; seconds after the first launch. */
  arrivalS: Float64Array;
  /** By look: time on target up to it. */
  onTargetS: Float64Array;
  /** d' after a long time: standard deviations between warheads and decoys. */
  longSeparation: number;
  /** Time constant in which it comes near that. */
  timeConstantS: number;
  /** P_ww: chance at which a warhead is taken for one. */
  warheadCalled: number;
}

/** How well warheads are told from decoys, and the chance at which a warhead is taken for one. */
export interface OperatingPoint {
  /** d'. */
  separation: number;
  /** P_ww. */
  warheadCalled: number;
}

/**
 * How well the objects of a missile are told apart at a time.
 *
 * A sensor's d' grows with its time on target T to that of its class, d' (1 - exp(-T / tau)); sensors add as independent looks do, by the root of
 * the sum of squares. The chance at which a warhead is taken for one is that of the sensor that tells most; 1 where none does.
 */
export function operatingPoint({ watches }: Discrimination, threatIndex: number, tS: number): OperatingPoint {
  let squares = 0;
  let best = 0;
  let called = 1;
  for (const { arrivalS, onTargetS, longSeparation, timeConstantS, warheadCalled } of watches[threatIndex]!) {
    let k = arrivalS.length - 1;
    while (k >= 0 && arrivalS[k]! > tS) k--;
    if (k < 0) continue;
    const separation = -longSeparation * Math.expm1(-onTargetS[k]! / timeConstantS);
    squares += separation * separation;
    if (separation <= best) continue;
    best = separation;
    called = warheadCalled;
  }
  return { separation: Math.sqrt(squares), warheadCalled: called };
}

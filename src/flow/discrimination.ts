import type { SensorPlan } from './architecture.ts';
import type { ThreatCustody } from './tracks.ts';

/** Time constant where a sensor names none. */
const WATCH_S = 120;
/** Chance at which a warhead is taken for one, where a sensor names none. */
const WARHEAD_CALLED = 0.9;
/** Looks of custody are this far apart at most, whatever the rate of the sensor: whether a missile is held for many minutes needs no more. */
export const LOOK_STEP_S = 30;

/** How well warheads are told from decoys, and the chance at which a warhead is taken for one. */
export interface OperatingPoint {
  /** d': standard deviations between warheads and decoys. */
  separation: number;
  /** P_ww. */
  warheadCalled: number;
}

/** Whether any of the sensors can tell warheads from decoys. */
export function canTellApart(sensors: readonly SensorPlan[]): boolean {
  return sensors.some(({ discriminationDPrime = 0 }) => discriminationDPrime > 0);
}

/**
 * How well the objects of a missile are told apart at a time, by the sensors that have held it since they parted.
 *
 * A sensor's d' grows with its time on target T to that of its class, d' (1 - exp(-T / tau)); time between two of its looks counts where they
 * are no further apart than two of them should be, and all its units are one watch. Sensors add as independent looks do, by the
 * root of the sum of squares. The chance at which a warhead is taken for one is that of the sensor that tells most; 1 where none does.
 *
 * @param partS when the objects part, seconds after the first launch
 */
export function operatingPoint(
  custody: ThreatCustody,
  sensors: readonly SensorPlan[],
  partS: number,
  tS: number,
): OperatingPoint {
  const watched: Watched = new Map();
  for (let k = 0; k < custody.arrivalS.length && custody.arrivalS[k] <= tS; k++)
    watch(watched, custody, sensors, partS, k);
  return pointOf(watched, sensors);
}

/** How d' of a missile's objects grows: after each look of a discriminating sensor that adds to it, by its arrival. */
export function separationsOver(
  custody: ThreatCustody,
  sensors: readonly SensorPlan[],
  partS: number,
): { tS: number[]; separation: number[] } {
  const watched: Watched = new Map();
  const tS: number[] = [];
  const separation: number[] = [];
  for (let k = 0; k < custody.arrivalS.length; k++) {
    if (!watch(watched, custody, sensors, partS, k)) continue;
    tS.push(custody.arrivalS[k]);
    separation.push(pointOf(watched, sensors).separation);
  }
  return { tS, separation };
}

/** By discriminating sensor: its latest look of parted objects, and its time on target. */
type Watched = Map<number, { lastS: number; sumS: number }>;

function pointOf(watched: Watched, sensors: readonly SensorPlan[]): OperatingPoint {
  let squares = 0;
  let best = 0;
  let called = 1;
  for (const [sensor, { sumS }] of watched) {
    const { discriminationDPrime = 0, discriminationS = WATCH_S, warheadCalledProbability } = sensors[sensor];
    const separation = -discriminationDPrime * Math.expm1(-sumS / discriminationS);
    squares += separation * separation;
    if (separation <= best) continue;
    best = separation;
    called = warheadCalledProbability ?? WARHEAD_CALLED;
  }
  return { separation: Math.sqrt(squares), warheadCalled: called };
}

/**
 * Adds one look of a missile.
 *
 * @returns whether it added to the time on target
 */
function watch(
  watched: Watched,
  { lookS, sensorIndex }: ThreatCustody,
  sensors: readonly SensorPlan[],
  partS: number,
  k: number,
): boolean {
  const sensor = sensorIndex[k];
  const { discriminationDPrime = 0, revisitS } = sensors[sensor];
  if (!(discriminationDPrime > 0) || lookS[k] < partS) return false;
  const known = watched.get(sensor);
  if (!known) {
    watched.set(sensor, { lastS: lookS[k], sumS: 0 });
    return false;
  }
  const gapS = lookS[k] - known.lastS;
  if (gapS <= 0) return false;
  known.lastS = lookS[k];
  if (gapS > 2 * Math.max(LOOK_STEP_S, revisitS)) return false;
  known.sumS += gapS;
  return true;
}

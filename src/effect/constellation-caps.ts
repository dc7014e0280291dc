import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import type { SpaceElement } from '../flow/world.ts';
import { rangeLimitKm } from '../kinds/sensors/radar-range.ts';
import { satelliteSight } from '../kinds/sensors/satellite-sight.ts';
import { DEG_RAD, STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';
import { reachBallKm } from '../physics/relative-motion.ts';
import type { CoverageCap } from './coverage-grid.ts';

/** What one satellite of a layer covers, and the same in words. */
export interface ConstellationCap {
  cap: CoverageCap;
  targetAltitudeKm: number;
  rule: Said;
  /** Time that interceptors fly; NaN for what does not fly. */
  flyOutS: number;
}

export interface CapOptions {
  /** Height of the target or intercept, in place of that of the phase. */
  targetAltitudeKm?: number;
  /** Fly-out of the interceptors, in place of the layer's longest. */
  flyOutS?: number;
}

/** Height at which a phase is looked at: burnout, mid-flight, a glide, a cruise, the air's upper part. */
const PHASE_KM: Record<string, number> = { boost: 200, midcourse: 500, glide: 45, cruise: 0.1, terminal: 50 };
/** Fly-out where a layer has no limit. */
const FLY_OUT_S = 120;

/**
 * What a satellite of a layer covers: a cap around the point below it.
 *
 * A network covers ground that sees it at or above the user elevation (a limit of the link's length is left out). A
 * sensor covers targets at the lowest height of the phases that it sees, with a line of sight over its grazing height,
 * within its field of regard and range. An interceptor covers what its ball of free fall reaches, at the lowest height of the phases that it
 * engages, after its longest fly-out; gravity's pull over a long fly-out is left out.
 */
export function constellationCap(
  architecture: Architecture,
  { role, planIndex }: SpaceElement,
  options: CapOptions = {},
): ConstellationCap {
  if (role === 'network') return networkCap(architecture.networks[planIndex].userMinElevationDeg);
  if (role === 'sensor') return sensorCap(architecture.sensors[planIndex], options);
  return interceptorCap(architecture.interceptors[planIndex], options);
}

function networkCap(elevationDeg: number): ConstellationCap {
  return {
    cap: { kind: 'elevation', minElevationRad: elevationDeg * DEG_RAD },
    targetAltitudeKm: 0,
    rule: said('rule.in-view', { elevationDeg }),
    flyOutS: Number.NaN,
  };
}

function sensorCap(plan: Architecture['sensors'][number], options: CapOptions): ConstellationCap {
  const targetAltitudeKm = options.targetAltitudeKm ?? lowestKm(plan.sees, 0);
  const { fieldOfRegardDeg, maxRangeKm, referenceRcsM2 } = plan;
  const { grazingKm, fieldOfRegardRad } = satelliteSight(plan);
  const limits = [
    said('rule.sight', { grazingKm }),
    fieldOfRegardDeg !== undefined && said('rule.regard', { regardDeg: fieldOfRegardDeg }),
    maxRangeKm !== undefined &&
      (referenceRcsM2 === undefined
        ? said('rule.range', { rangeKm: maxRangeKm })
        : said('rule.radar-range', { rangeKm: maxRangeKm, rcsM2: referenceRcsM2 })),
  ].filter((limit) => limit !== false);
  return {
    cap: {
      kind: 'sight',
      targetAltitudeKm,
      grazingKm,
      fieldOfRegardRad,
      rangeKm: rangeLimitKm(plan),
    },
    targetAltitudeKm,
    rule: said('rule.sees', { heightKm: targetAltitudeKm, limits }),
    flyOutS: Number.NaN,
  };
}

function interceptorCap(plan: Architecture['interceptors'][number], options: CapOptions): ConstellationCap {
  const targetAltitudeKm = options.targetAltitudeKm ?? lowestKm(plan.engages, plan.minAltitudeKm ?? 0);
  const flyOutS = options.flyOutS ?? plan.flyOutMaxS ?? FLY_OUT_S;
  const rangeKm = reachBallKm(flyOutS, plan.deltaVKmS!, plan.accelerationG! * STANDARD_GRAVITY_KM_S2);
  return {
    cap: { kind: 'range', rangeKm, targetAltitudeKm },
    targetAltitudeKm,
    rule: said('rule.reaches', { heightKm: targetAltitudeKm, flyOutS, rangeKm }),
    flyOutS,
  };
}

function lowestKm(names: readonly string[] | undefined, leastKm: number): number {
  const heights = (names ?? ['boost']).map((name) => PHASE_KM[name] ?? 0);
  return Math.max(leastKm, Math.min(...heights));
}

import { discAbsenteeRatio } from '../closed-forms/absentee.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { EffectSummary } from '../flow/effect.ts';
import type { LayerCoverage, LessTimeReach } from '../flow/result.ts';
import type { SpaceElement } from '../flow/world.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { EARTH_EQUATORIAL_RADIUS_KM, STANDARD_GRAVITY_KM_S2 } from '../physics/constants.ts';
import { reachBallKm } from '../physics/relative-motion.ts';

/**
 * How many interceptors of each space layer it takes to have one in reach: over the trials as flown, and in the ideal closed form.
 *
 * The closed form spreads the satellites evenly over the sphere and gives each the fly-out time that the raid left at the
 * median: burnout less release. It compares areas at the burnout height, like the published calculator. A real shell crowds
 * at its inclination and leaves the tropics thin, so the two differ; that difference is the point.
 */
export function layerCoverage(
  architecture: Architecture,
  space: readonly SpaceElement[],
  effect: EffectSummary,
): LayerCoverage[] {
  return space
    .filter(({ role }) => role === 'interceptor')
    .map(({ planIndex, count }) => {
      const plan = architecture.interceptors[planIndex];
      const layer = effect.layers[planIndex];
      const interceptorCount = count * interceptorKinds[plan.basing].perPlaceCount(plan);
      return {
        id: plan.id,
        satelliteCount: count,
        interceptorCount,
        inReachMinCount: layer.inReachMinCount,
        inReachMeanCount: layer.inReachMeanCount,
        inReachNoneFraction: layer.inReachNoneFraction,
        timeLeftS: timeLeftS(architecture, planIndex, effect),
        withLessTime: withLessTime(architecture, planIndex, effect),
        absenteeMeanRatio: count / layer.inReachMeanCount,
        absenteeIdealRatio: idealRatio(architecture, planIndex, timeLeftS(architecture, planIndex, effect)),
      };
    });
}

function timeLeftS(architecture: Architecture, planIndex: number, effect: EffectSummary): number {
  const [threat] = architecture.threats;
  if (!threat || !isBoostOnly(architecture, planIndex) || !isOneClass(architecture)) return Number.NaN;
  return Math.max(0, threat.burnS! - effect.times.released.medianS);
}

function isBoostOnly({ interceptors }: Architecture, planIndex: number): boolean {
  const { engages } = interceptors[planIndex];
  return engages === undefined || engages.join() === 'boost';
}

/** Seconds that a raid may leave less. */
const LESS_S = [15, 30];

/** The mean over the trials, less by what the closed form loses with the shorter fly-out. */
function withLessTime(architecture: Architecture, planIndex: number, effect: EffectSummary): LessTimeReach[] {
  const leftS = timeLeftS(architecture, planIndex, effect);
  const whole = idealRatio(architecture, planIndex, leftS);
  if (!(leftS > 0) || !Number.isFinite(whole)) return [];
  const { inReachMeanCount } = effect.layers[planIndex];
  return LESS_S.map((lessS) => {
    const less = leftS > lessS ? idealRatio(architecture, planIndex, leftS - lessS) : Number.NaN;
    return { lessS, inReachMeanCount: less > 0 ? (inReachMeanCount * whole) / less : 0 };
  });
}

/** Closed form with a time to fly out; NaN where there is none, or nothing is in reach. */
function idealRatio(architecture: Architecture, planIndex: number, leftS: number): number {
  const plan = architecture.interceptors[planIndex];
  const [threat] = architecture.threats;
  const altitudeKm = plan.shells?.[0]?.altitudeKm;
  if (altitudeKm === undefined || !threat || Number.isNaN(leftS)) return Number.NaN;
  const flyOutS = Math.min(leftS, plan.flyOutMaxS ?? Infinity);
  const reachKm = reachBallKm(flyOutS, plan.deltaVKmS!, plan.accelerationG! * STANDARD_GRAVITY_KM_S2);
  const heightKm = threat.burnoutAltitudeKm!;
  const discKm = Math.sqrt(reachKm ** 2 - (altitudeKm - heightKm) ** 2);
  return discAbsenteeRatio(EARTH_EQUATORIAL_RADIUS_KM + heightKm, discKm);
}

/** Whether one burnout stands for the whole raid; else the median release is of no missile in particular. */
function isOneClass({ threats: [first, ...others] }: Architecture): boolean {
  const isLike = ({ flight, burnS, burnoutAltitudeKm }: Architecture['threats'][number]) =>
    flight === 'ballistic' && burnS === first?.burnS && burnoutAltitudeKm === first?.burnoutAltitudeKm;
  return first !== undefined && [first, ...others].every(isLike);
}

import { glideSinkKmS } from './glide-equilibrium.ts';
import { type Airframe, fullLiftKmS2, type GlideState, type LiftLaw, netWeightKmS2 } from './glide-motion.ts';

const [HEIGHT, SPEED, CLIMB] = [1, 2, 3];
/** Height over which density changes by e, where the vehicle steers by it. */
const SCALE_HEIGHT_KM = 7.2;
/** How fast it steers back to the height at which its lift carries it: without overshoot, in about a minute and a half. */
const STEER_RAD_S = 0.04;

/** All lift upwards. */
export const fullLift: LiftLaw = () => 1;

/** No lift: falls, slowed by the drag that is left. */
export const noLift: LiftLaw = () => 0;

/** All lift turned downwards. */
export const pushOver: LiftLaw = () => -1;

/**
 * Lift that brings a vehicle back to its equilibrium glide and holds it there: as much as the steering asks for, no more than it has, and
 * none downwards. Without that it would skip: out of a deep pull-out all of its lift would throw it out of the air again.
 */
export function holdGlide(airframe: Airframe): LiftLaw {
  const { liftToDragRatio } = airframe;
  return (state: GlideState) => {
    const weight = netWeightKmS2(state);
    const full = fullLiftKmS2(airframe, state);
    const speed = state[SPEED];
    const belowKm = SCALE_HEIGHT_KM * Math.log(full / weight); // under the height at which full lift carries it
    const climbKmS = speed * Math.sin(state[CLIMB]) + glideSinkKmS(liftToDragRatio, speed);
    const wanted = weight + STEER_RAD_S * (STEER_RAD_S * belowKm - 2 * climbKmS);
    return Math.max(0, Math.min(1, wanted / (full * Math.cos(state[CLIMB]))));
  };
}

/** Height at which lift at its best carries a vehicle at a speed in level flight; 0 where it does so nowhere. */
export function glideHeightKm(airframe: Airframe, speedKmS: number): number {
  const state = Float64Array.of(0, 0, speedKmS, 0);
  let low = 0;
  let high = 120;
  while (high - low > 1e-6) {
    state[HEIGHT] = (low + high) / 2;
    if (fullLiftKmS2(airframe, state) > netWeightKmS2(state)) low = state[HEIGHT];
    else high = state[HEIGHT];
  }
  return low;
}

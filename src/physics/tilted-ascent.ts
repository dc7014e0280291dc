import type { AscentTable } from './ascent-table.ts';
import { type Boost, boostState } from './boost.ts';
import { EARTH_MEAN_RADIUS_KM } from './constants.ts';

/** Speed and tilt of an ascent at equal half steps of its burn, launch and burnout included. */
export interface AscentProgram {
  burnS: number;
  speedKmS: Float64Array;
  /** tan(θ/2) of the angle θ from the vertical. */
  tilt: Float64Array;
}

/** Steps of the burn; even, so that the second stage starts at one. */
const STEPS = 96;
/** Share of the burn that the first stage takes. */
const FIRST_STAGE_FRACTION = 0.5;

/** Speed and tilt of any ascent, from its rates of climb and of ground distance at times since launch. */
export function ascentProgram(
  burnS: number,
  ratesAt: (tS: number) => { climbKmS: number; groundKmS: number },
): AscentProgram {
  const speedKmS = new Float64Array(2 * STEPS + 1);
  const tilt = new Float64Array(2 * STEPS + 1);
  for (let i = 1; i <= 2 * STEPS; i++) {
    const { climbKmS, groundKmS } = ratesAt((burnS * i) / (2 * STEPS));
    speedKmS[i] = Math.sqrt(climbKmS * climbKmS + groundKmS * groundKmS);
    tilt[i] = groundKmS / (climbKmS + speedKmS[i]);
  }
  return { burnS, speedKmS, tilt };
}

/** Speed and tilt of a class's own ascent. */
export function boostProgram(boost: Boost): AscentProgram {
  const state = { arcRad: 0, arcRateRadS: 0, altitudeKm: 0, climbKmS: 0 };
  return ascentProgram(boost.burnS, (tS) => {
    boostState(boost, tS, state);
    return { climbKmS: state.climbKmS, groundKmS: EARTH_MEAN_RADIUS_KM * state.arcRateRadS };
  });
}

/**
 * The ascent of the same missile that ends at other rates of climb and ground distance: turned over more, or less.
 *
 * In a gravity turn over flat ground d tan(θ/2)/dt = (g/v) tan(θ/2): two of them at the same speeds keep tan(θ/2) in one
 * ratio, from the first tilt to burnout. So the whole ascent is tilted by the ratio that its end asks for; where that
 * is flatter than the end itself, it goes so far towards level instead, and never down. The first stage, half of the burn, keeps its speeds; the second has
 * as much more or less acceleration as the end asks for, constant. A missile that flies flatter is therefore never higher in
 * its first stage, nor sooner through the clouds. Leaves out the speed that gravity takes less of on a flatter path, and
 * the curving of the Earth: the burnout height of a two-stage gravity turn integrated in full is
 * met within 2 %, its ground distance within 5 %.
 *
 * @param end rates at burnout, and the height of the launch
 * @source culler-fried-1957
 */
export function tiltAscent(
  program: AscentProgram,
  end: { siteHeightKm: number; climbKmS: number; groundKmS: number },
): AscentTable {
  const { burnS, speedKmS, tilt } = program;
  const endKmS = Math.sqrt(end.climbKmS * end.climbKmS + end.groundKmS * end.groundKmS);
  const ratio = end.groundKmS / (end.climbKmS + endKmS) / tilt[2 * STEPS];
  const moreKmS = endKmS - speedKmS[2 * STEPS];
  const climb = new Float64Array(2 * STEPS + 1);
  const ground = new Float64Array(2 * STEPS + 1);
  for (let i = 1; i <= 2 * STEPS; i++) {
    const second = Math.max(0, i / (2 * STEPS) - FIRST_STAGE_FRACTION) / (1 - FIRST_STAGE_FRACTION);
    const v = speedKmS[i] + moreKmS * second;
    const flattest = Math.max(ratio * tilt[2 * STEPS], 1 - (1 - tilt[i]) / ratio); // level at 1
    const z = ratio > 1 ? Math.min(ratio * tilt[i], flattest) : ratio * tilt[i];
    climb[i] = (v * (1 - z * z)) / (1 + z * z);
    ground[i] = (v * 2 * z) / (1 + z * z);
  }
  const stepS = burnS / STEPS;
  return {
    stepS,
    downrangeKm: summed(ground, stepS, 0),
    groundKmS: ground.filter((_, i) => i % 2 === 0),
    altitudeKm: summed(climb, stepS, end.siteHeightKm),
    climbKmS: climb.filter((_, i) => i % 2 === 0),
  };
}

/** Integral of a rate given at half steps, at the steps, by Simpson's rule. */
function summed(rate: Float64Array, stepS: number, start: number): Float64Array {
  const out = new Float64Array(STEPS + 1);
  out[0] = start;
  for (let k = 0; k < STEPS; k++)
    out[k + 1] = out[k] + (stepS / 6) * (rate[2 * k] + 4 * rate[2 * k + 1] + rate[2 * k + 2]);
  return out;
}

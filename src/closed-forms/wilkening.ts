/**
 * Probability that one warhead is killed by n shots that share one track.
 *
 * The track is common to all shots: if it fails, all of them fail.
 *
 * @param shots from 0; fractions are allowed, as an average over targets
 * @source wilkening-1998, K_w = P_track [1 - (1 - SSPK)^n]
 */
export function warheadKillProbability(trackProbability: number, killProbability: number, shots: number): number {
  return shots === 0 ? 0 : -trackProbability * Math.expm1(shots * Math.log1p(-killProbability));
}

/**
 * Probability that no warhead of a raid leaks, each on its own.
 *
 * @source wilkening-1998, probability of zero leakage K_w^W
 */
export function zeroLeakProbability(warheadKill: number, warheads: number): number {
  return warheadKill ** warheads;
}

/**
 * Probability that a warhead leaks through independent layers.
 *
 * @param layerKill probability that each layer kills it
 * @source wilkening-1998, layered defence
 */
export function layeredLeakage(layerKill: readonly number[]): number {
  return layerKill.reduce((leak, kill) => leak * (1 - kill), 1);
}

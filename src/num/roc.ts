import { normalCdf, normalQuantile } from './special.ts';

/**
 * Chance that a decoy is taken for a warhead, where a warhead is with a given chance: what tells them apart is one number, normal with equal
 * spread for both, whose means lie `separation` standard deviations apart.
 *
 * @param separation d', from 0: cannot be told apart
 * @param warheadCalled P_ww, chance that a warhead is taken for one; at 1 everything is
 * @source macmillan-creelman-2005, chapter 1
 */
export function decoyCalledProbability(separation: number, warheadCalled: number): number {
  return normalCdf(normalQuantile(warheadCalled) - separation);
}

import type { BoostFall } from '../flow/outcomes.ts';
import type { World } from '../flow/world.ts';
import { type Luck, randomStream } from '../num/random.ts';
import { areaOf, isInAny } from '../physics/areas.ts';
import { fallAt, movedFall } from '../physics/fall.ts';

const place = new Float64Array(2);

/**
 * Where the payload of a threat comes down that is hit in boost: the two-body fall from there, with the spread of its class along
 * the track (normal, one sigma `fallSpreadKm`; the push of the hit and how a stage breaks up are not known).
 *
 * The draw belongs to the threat: whoever hits it, and when, the miss is the same.
 *
 * @param tS seconds after the first launch
 * @returns null for what stays in orbit
 * @source aps-2003, the shortfall of missiles hit in boost
 */
export function boostFall(world: World, threatIndex: number, tS: number, { seed, trial }: Luck): BoostFall | null {
  const { architecture, threats } = world;
  const { trajectory, launchS, planIndex, key } = threats[threatIndex];
  const fall = fallAt(trajectory, tS - launchS);
  if (!fall) return null;
  const { fallSpreadKm = 0 } = architecture.threats[planIndex];
  const missKm = fallSpreadKm > 0 ? randomStream(seed, trial, `fall:${key}`).normal(0, fallSpreadKm) : 0;
  movedFall(trajectory, fall, missKm, place);
  const [latDeg, lonDeg] = place;
  const areas = (architecture.defended ?? []).map(areaOf);
  return { threatIndex, latDeg, lonDeg, isInside: isInAny(areas, latDeg, lonDeg) };
}

import type { Architecture, Place, ThreatPlan } from './architecture.ts';
import { compareText, contentText, entryOf, rankedKey } from './stream-keys.ts';

/** One missile of the raid as the scenario gives it. */
export interface Missile {
  /** Such as `raid-3`; the group's own where it has one missile. */
  id: string;
  /** Name of its random streams: class, launch place, aim point, and the place among those that share all three. */
  key: string;
  /** Position in `architecture.threats`. */
  planIndex: number;
  /** Launch, seconds after the start of the raid. */
  launchS: number;
  from: Place;
  toward: Place;
}

/**
 * The missiles of a raid in the order of their launches, those of one moment ballistic ones first, then by class and places: how the
 * raid is parted into groups, and what they are called, changes nothing.
 *
 * Missiles of a group take its launch places and aim points in turn.
 */
export function missilesOf({ threats }: Pick<Architecture, 'threats'>): Missile[] {
  const content = threats.map((plan) => contentText(plan, undefined, GROUP_FIELDS));
  const missiles = threats.flatMap((plan, planIndex) =>
    Array.from({ length: plan.count }, (_, i) => missileOf(plan, planIndex, i)),
  );
  const flightOf = ({ planIndex }: Missile) => FLIGHTS.indexOf(threats[planIndex].flight);
  missiles.sort(
    (a, b) =>
      a.launchS - b.launchS ||
      flightOf(a) - flightOf(b) ||
      compareText(a.key, b.key) ||
      compareText(content[a.planIndex], content[b.planIndex]),
  );
  const taken = new Map<string, number>();
  for (const missile of missiles) {
    const place = taken.get(missile.key) ?? 0;
    taken.set(missile.key, place + 1);
    missile.key = rankedKey(missile.key, place);
  }
  return missiles;
}

const FLIGHTS: ThreatPlan['flight'][] = ['ballistic', 'glide', 'cruise', 'fractional-orbit'];

/** What a group says of its missiles together. */
const GROUP_FIELDS = ['count', 'from', 'toward', 'startS', 'spacingS'];

function missileOf(plan: ThreatPlan, planIndex: number, i: number): Missile {
  const from = plan.from[i % plan.from.length];
  const toward = plan.toward[i % plan.toward.length];
  // to a microsecond: the same for a group that starts later and one that is longer
  const launchS = Math.round((plan.startS + i * plan.spacingS) * 1e6) / 1e6;
  const id = plan.count === 1 ? plan.id : `${plan.id}-${i + 1}`;
  const key = `threat/${entryOf(plan) ?? `own-${plan.flight}`}@${placeText(from)}>${placeText(toward)}`;
  return { id, key, planIndex, launchS, from, toward };
}

function placeText({ latDeg, lonDeg }: Place): string {
  return `${latDeg},${lonDeg}`;
}

import type { ThreatPlan } from '../flow/architecture.ts';
import { objectCountOf, type RaidObjects } from '../flow/objects.ts';
import type { World } from '../flow/world.ts';
import { type Luck, randomStream } from '../num/random.ts';

/**
 * The objects of a raid: what each missile carries, in an order that tells nobody what is a warhead.
 *
 * A missile keeps all aboard until its burnout and the time of its bus; then all part at once, on the path of the missile. Which numbers are
 * warheads, and which decoys outlast the air, is drawn once a raid for each missile apart.
 *
 * Leaves out: how far the objects spread, a release one after the other, and debris.
 */
export function raidObjects({ architecture, threats }: World, luck: Luck): RaidObjects {
  const firstObject = new Int32Array(threats.length + 1);
  threats.forEach(({ planIndex }, i) => {
    firstObject[i + 1] = firstObject[i] + objectCountOf(architecture.threats[planIndex]);
  });
  const count = firstObject[threats.length];
  const objects: RaidObjects = {
    count,
    firstObject,
    threatIndex: new Int32Array(count),
    isWarhead: new Uint8Array(count),
    isStripped: new Uint8Array(count),
    partS: new Float64Array(threats.length).fill(Infinity),
  };
  threats.forEach(({ planIndex, key, launchS, trajectory }, i) => {
    const [from, to] = [firstObject[i], firstObject[i + 1]];
    objects.threatIndex.fill(i, from, to);
    const plan = architecture.threats[planIndex];
    if (to - from === 1) {
      objects.isWarhead[from] = 1;
      return;
    }
    objects.partS[i] = launchS + trajectory.boostEndS + (plan.busS ?? 0);
    mix(objects, from, to, plan, key, luck);
  });
  return objects;
}

/** Spreads the warheads of a missile over its objects, every choice alike, and draws which decoys are light. */
function mix(
  { isWarhead, isStripped }: RaidObjects,
  from: number,
  to: number,
  { warheadCount = 1, heavyDecoyFraction = 0 }: ThreatPlan,
  key: string,
  { seed, trial }: Luck,
): void {
  const draws = randomStream(seed, trial, `objects:${key}`);
  let warheads = warheadCount;
  for (let object = from; object < to; object++) {
    const place = draws.uniform();
    const weight = draws.uniform();
    if (place * (to - object) < warheads) {
      isWarhead[object] = 1;
      warheads--;
    } else if (weight >= heavyDecoyFraction) isStripped[object] = 1;
  }
}

import { canTellApart, separationsOver } from '../flow/discrimination.ts';
import type { EngagementState } from '../flow/engagement.ts';
import { isPlain } from '../flow/objects.ts';
import type { Opportunities } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { CallingLayer } from './calls.ts';
import { expectedStops, partedMissiles, shotsOf } from './parted.ts';

/** Shares of the separation that the sensors come to at last, of which a layer may wait for one. */
const SHARES = [0.6, 0.95] as const;

/**
 * By threat, before which time a layer does not hit it, as its objects are told apart better by then; null: it waits for none.
 *
 * A layer that hits as early as it can may hit before any discriminating sensor has the objects in view. Where its shots are too few for all of them, waiting
 * saves more than it costs: of two such plans, and that of not waiting, the one is taken by which a salvo is expected to stop the most
 * warheads, with the units that can still reach what they wait for. The centre is taken to know when its sensors will have what in view, since orbits
 * and radars are known. A layer waits only in its first salvo; what waiting costs later layers and salvos is left out.
 *
 * @param now its opportunities if it does not wait
 * @param find those that come no earlier than a time by threat; NaN: not asked for
 */
export function holdFire(
  state: EngagementState,
  world: World,
  layer: CallingLayer,
  custody: Custody,
  now: Opportunities,
  find: (fromS: Float64Array) => Opportunities,
): Float64Array | null {
  const { sensors } = world.architecture;
  const { objects } = state;
  const before = state.layers[layer.index];
  const hasDecoys = !isPlain(objects) && objects.isWarhead.includes(0);
  if (!hasDecoys || now.count === 0 || custody.isAssumed || before.calls || !canTellApart(sensors)) return null;
  const parted = partedMissiles(state, sensors, now, custody);
  const { all, sorted, mayGain } = expectedStops(parted, shotsOf(before, now), layer.plan);
  if (!mayGain) return null;
  const histories = parted.map(({ threatIndex }) => {
    const held = custody.threats[threatIndex];
    return held ? separationsOver(held, sensors, objects.partS[threatIndex]) : null;
  });
  let most = Math.max(all, sorted);
  let best: Float64Array | null = null;
  for (const share of SHARES) {
    const fromS = new Float64Array(world.threats.length).fill(Number.NaN);
    parted.forEach(({ threatIndex, firstS }, i) => {
      const atS = timeOf(histories[i]!, share);
      if (atS > firstS) fromS[threatIndex] = atS;
    });
    if (fromS.every(Number.isNaN)) continue;
    const later = find(fromS);
    const kept = parted.filter(({ threatIndex }) => Number.isNaN(fromS[threatIndex]));
    const plan = [...kept, ...partedMissiles(state, sensors, later, custody)];
    const stops = expectedStops(
      plan,
      shotsOf(before, later, now, (threat) => Number.isNaN(fromS[threat])),
      layer.plan,
    ).sorted;
    if (stops <= most) continue;
    most = stops;
    best = fromS;
  }
  return best;
}

/** When a share of the last separation is reached; -Infinity where there is none. */
function timeOf(history: { tS: number[]; separation: number[] } | null, share: number): number {
  const last = history?.separation.at(-1) ?? 0;
  if (!(last > 0)) return -Infinity;
  return history!.tS[history!.separation.findIndex((value) => value >= share * last)];
}

import type { EngagementState } from '../flow/engagement.ts';
import { type Orders, ordersAt } from '../flow/orders.ts';
import type { Custody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { EquippedLayer } from './layer.ts';
import { opportunities } from './opportunities.ts';

/**
 * The shots of a further salvo without those that would cost a later layer its chance: there the layer hands over.
 *
 * A later layer waits until the centre has seen what the salvo did. Where it could fire now and no longer then, the salvo is not
 * fired. Orders to the later layers are taken to arrive at once, and their launch intervals are left out.
 *
 * @param layers in order, outermost first
 * @param orders of the layer in hand, of one round
 * @param seen lookS: from the last intercept of a salvo to the next order, the same for all or by later layer; custody: absent: everything is seen
 */
export function handOver(
  world: World,
  layers: readonly EquippedLayer[],
  layer: EquippedLayer,
  orders: Orders,
  seen: { lookS: number | ((later: EquippedLayer) => number); custody?: Custody },
  state: EngagementState,
): Orders {
  const { lookS, custody } = seen;
  const threatCount = world.threats.length;
  const nowS = new Float64Array(threatCount).fill(Number.NaN);
  const lastS = new Float64Array(threatCount).fill(Number.NaN);
  for (let i = 0; i < orders.count; i++) {
    const threat = orders.threatIndex[i];
    nowS[threat] = orders.orderedS[i];
    lastS[threat] = Math.max(orders.interceptS[i], lastS[threat] || 0);
  }
  const isHeld = new Uint8Array(threatCount);
  for (const later of layers) {
    if (later.index <= layer.index) continue;
    const waitS = typeof lookS === 'number' ? lookS : lookS(later);
    const thenS = lastS.map((tS) => tS + waitS);
    const hasThen = chances(world, later, thenS, state, custody);
    const openS = nowS.map((tS, i) => (hasThen[i] || isHeld[i] ? Number.NaN : tS));
    chances(world, later, openS, state, custody).forEach((hasNow, i) => {
      if (hasNow) isHeld[i] = 1;
    });
  }
  return isHeld.includes(1) ? without(orders, isHeld) : orders;
}

/** By threat: 1 where a layer could fire at it on an order at a time. */
function chances(
  world: World,
  layer: EquippedLayer,
  orderS: Float64Array,
  state: EngagementState,
  custody?: Custody,
): Uint8Array {
  const found = new Uint8Array(orderS.length);
  if (orderS.every(Number.isNaN)) return found;
  const table = opportunities(world, layer, orderS, layer.noDelayS, custody);
  const { remainingCount } = state.layers[layer.index];
  for (let i = 0; i < table.count; i++) if (remainingCount[table.unitIndex[i]] > 0) found[table.threatIndex[i]] = 1;
  return found;
}

function without(orders: Orders, isHeld: Uint8Array): Orders {
  const rows = Array.from({ length: orders.count }, (_, i) => i).filter((i) => !isHeld[orders.threatIndex[i]]);
  return ordersAt(orders, rows);
}

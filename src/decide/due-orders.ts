import type { CommandPlan } from '../flow/architecture.ts';
import type { Decisions, DueOrders, EngagementState, OrderTimes } from '../flow/engagement.ts';

/** Most salvos of one layer at one threat; a guard, far above what time allows. */
export const ROUND_LIMIT = 16;

/**
 * When the next salvo at each threat may be ordered; NaN: no order.
 *
 * The first order comes with the decision. After shots at a threat the centre looks at what came of them for `lookS` before
 * it orders more: from the next layer (hand-over, under either doctrine) or, with shoot-look-shoot, from the same layer.
 * With a barrage a layer fires once. A threat of which nothing flies any more is not ordered again; what a missile let go of is looked at
 * together.
 *
 * @param round salvo of this layer, from 0
 * @param layerId a layer to which the release is delegated is ordered with the commit
 */
export function dueOrders(
  state: EngagementState,
  made: OrderTimes & Pick<Decisions, 'commitS'>,
  command: Pick<CommandPlan, 'doctrine' | 'lookS'> & Partial<Pick<CommandPlan, 'delegated'>>,
  round: number,
  layerId?: string,
): DueOrders {
  const closed = round >= ROUND_LIMIT || (round > 0 && command.doctrine === 'barrage');
  const isDelegated = layerId !== undefined && command.delegated?.includes(layerId);
  const fromS = isDelegated ? made.commitS : made.decidedS;
  const orderS = new Float64Array(fromS.length).fill(Number.NaN);
  let count = 0;
  for (let i = 0; i < orderS.length; i++) {
    if (closed || state.flyingCount[i] === 0 || Number.isNaN(fromS[i])) continue;
    const lastS = state.lastInterceptS[i];
    orderS[i] = Number.isNaN(lastS) ? fromS[i] : Math.max(fromS[i], lastS + command.lookS);
    count++;
  }
  return { count, orderS };
}

/**
 * The orders of a further salvo of one layer without those at threats that nobody holds when the salvo before is to be judged: what the
 * shots did is not known then, and no more are spent.
 *
 * @param isHeld whether a threat is in custody at a time
 */
export function judgedOrders(
  { orderS }: DueOrders,
  round: number,
  isHeld: (threat: number, tS: number) => boolean,
): DueOrders {
  const kept = orderS.map((tS, i) => (Number.isNaN(tS) || round === 0 || isHeld(i, tS) ? tS : Number.NaN));
  return { count: kept.reduce((count, tS) => count + (Number.isNaN(tS) ? 0 : 1), 0), orderS: kept };
}

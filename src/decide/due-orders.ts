import type { CommandPlan } from '../flow/architecture.ts';
import type { Decisions, DueOrders, EngagementState } from '../flow/engagement.ts';

/** Most salvos of one layer at one threat; a guard, far above what time allows. */
export const ROUND_LIMIT = 16;

/**
 * When the next salvo at each threat may be ordered; NaN: no order.
 *
 * The first order comes with the decision. After shots at a threat the centre looks at what came of them for `lookS` before
 * it orders more: from the next layer (hand-over, under either doctrine) or, with shoot-look-shoot, from the same layer.
 * With a barrage a layer fires once. A threat that was stopped, or broken up, is not ordered again.
 *
 * @param round salvo of this layer, from 0
 */
export function dueOrders(
  state: EngagementState,
  made: Decisions,
  command: Pick<CommandPlan, 'doctrine' | 'lookS'>,
  round: number,
): DueOrders {
  const closed = round >= ROUND_LIMIT || (round > 0 && command.doctrine === 'barrage');
  const orderS = new Float64Array(made.decidedS.length).fill(Number.NaN);
  let count = 0;
  for (let i = 0; i < orderS.length; i++) {
    if (closed || !Number.isNaN(state.stoppedS[i]) || Number.isNaN(made.decidedS[i])) continue;
    const lastS = state.lastInterceptS[i];
    orderS[i] = Number.isNaN(lastS) ? made.decidedS[i] : Math.max(made.decidedS[i], lastS + command.lookS);
    count++;
  }
  return { count, orderS };
}

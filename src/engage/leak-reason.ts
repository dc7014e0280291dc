import type { Decisions, EngagementState } from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import { type LeakReason, leakReasons } from '../flow/outcomes.ts';
import type { Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { EquippedLayer } from './layer.ts';
import { opportunities } from './opportunities.ts';

/**
 * Why each threat that got through did so: exactly one reason each, the first that holds.
 *
 * - never-seen: no sensor detected it.
 * - undelivered: it was detected, but no measurement came to the command centre; or it was decided in time, and some working
 *   interceptor could have reached it had the order taken no time to arrive, but none could as the networks were.
 * - no-track: measurements came, but the track never was good enough to commit.
 * - falls-inside: it was broken up in boost, but its payload falls on the defended area.
 * - missed: at least one interceptor was fired at it.
 * - out-of-inventory: when it was ordered some working interceptor could reach it, but all such were spent or given to others.
 * - decided-too-late: none could at the time of the order, but some could have had the order been there at detection.
 * - out-of-reach: none could have even then.
 *
 * The two questions of what could have been are put only for threats that were decided and not fired at.
 *
 * @returns by threat: position in `leakReasons`, or -1 where it was stopped
 */
export function leakReasonIndices(
  world: World,
  layers: readonly EquippedLayer[],
  tracks: Tracks,
  made: Decisions,
  state: EngagementState,
): Int8Array {
  const count = world.threats.length;
  const open = new Uint8Array(count);
  const reasons = Array.from({ length: count }, (_, i): LeakReason | null => {
    if (state.stoppedByLayer[i] >= 0) return null;
    const { firstArrivalS } = tracks.threats[i];
    if (Number.isNaN(made.detectedS[i])) return 'never-seen';
    if (Number.isNaN(firstArrivalS)) return 'undelivered';
    if (Number.isNaN(made.decidedS[i])) return 'no-track';
    if (!Number.isNaN(state.stoppedS[i])) return 'falls-inside';
    if (!Number.isNaN(state.lastInterceptS[i])) return 'missed';
    if (state.reachable[i]) return 'out-of-inventory';
    open[i] = 1;
    return 'out-of-reach';
  });
  if (open.includes(1)) {
    const atOnce = reachedAt(world, layers, made.detectedS, open);
    const asDecided = reachedAt(world, layers, made.decidedS, open);
    for (let i = 0; i < count; i++) {
      if (open[i] && atOnce[i]) reasons[i] = 'decided-too-late';
      if (open[i] && asDecided[i]) reasons[i] = 'undelivered';
    }
  }
  return Int8Array.from(reasons, (reason) => (reason === null ? -1 : leakReasons.indexOf(reason)));
}

/** By threat: 1 where some working unit of any layer reaches it on an order at the given time that takes no time to arrive. */
function reachedAt(world: World, layers: readonly EquippedLayer[], atS: Float64Array, wanted: Uint8Array): Uint8Array {
  const reached = new Uint8Array(wanted.length);
  for (const layer of layers) {
    const orderS = atS.map((tS, i) => (wanted[i] && !reached[i] ? tS : Number.NaN));
    markRows(opportunities(world, layer, orderS, layer.noDelayS), reached);
  }
  return reached;
}

function markRows(table: Opportunities, out: Uint8Array): void {
  for (let i = 0; i < table.count; i++) out[table.threatIndex[i]] = 1;
}

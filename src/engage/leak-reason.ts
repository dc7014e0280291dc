import {
  CALLED_DECOY,
  type Decisions,
  type EngagementState,
  orderTimes,
  REACHED_PARTED,
  REACHED_WHOLE,
} from '../flow/engagement.ts';
import type { Opportunities } from '../flow/orders.ts';
import { type LeakReason, leakReasons } from '../flow/outcomes.ts';
import type { Custody, Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { ASSUMED_CUSTODY } from './fire-control.ts';
import type { EquippedLayer } from './layer.ts';
import { opportunities } from './opportunities.ts';

/**
 * Why each warhead that got through did so: exactly one reason each, the first that holds. What is said of a threat holds for each of
 * its warheads.
 *
 * - never-seen: no sensor detected it.
 * - undelivered: it was detected, but no measurement came to the command centre, or no picture to the centres of the layers; or it was decided in time, and some working
 *   interceptor could have reached it had the order taken no time to arrive, but none could as the networks were.
 * - no-track: measurements came, but the track never was good enough to commit.
 * - falls-inside: it was broken up in boost, but its payload falls on the defended area.
 * - missed: at least one interceptor was fired at it, or at its missile and no layer could reach it after it was let go.
 * - taken-for-decoy: none was, as a layer took it for a decoy.
 * - out-of-inventory: when it was ordered some working interceptor could reach it, but all such were spent or given to others.
 * - no-custody: some working interceptor could have reached it after its boost, had the centre held a track to fire on.
 * - saturated: none could at the time of the order, but some could have had the centre not been busy with others; or some could, and had an
 *   interceptor, but their fire control guided others; or it was not detected, or its track never was good enough, and sensors left out looks
 *   at it for want of a place.
 * - decided-too-late: some could have had the order been there at detection.
 * - out-of-reach: none could have even then.
 *
 * The questions of what could have been are put only for threats that were decided and not fired at.
 *
 * @returns by object: position in `leakReasons`, or -1 where it was stopped, and for decoys
 */
export function leakReasonIndices(
  world: World,
  layers: readonly EquippedLayer[],
  tracks: Tracks,
  made: Decisions,
  state: EngagementState,
  custody: Custody = ASSUMED_CUSTODY,
): Int8Array {
  const { objects } = state;
  const open = new Uint8Array(world.threats.length);
  const isOpen = new Uint8Array(objects.count);
  const isShotAt = shotAtByObject(state);
  const reasons = Array.from({ length: objects.count }, (_, object): LeakReason | null => {
    if (state.stoppedByLayer[object] >= 0 || !objects.isWarhead[object]) return null;
    const i = objects.threatIndex[object];
    const { firstArrivalS, refusedCount } = tracks.threats[i];
    const isRefused = refusedCount > 0;
    if (Number.isNaN(made.detectedS[i])) return isRefused ? 'saturated' : 'never-seen';
    if (Number.isNaN(firstArrivalS)) return 'undelivered';
    if (Number.isNaN(made.decidedS[i]) && !Number.isNaN(made.commitS[i])) return 'undelivered';
    if (Number.isNaN(made.decidedS[i])) return isRefused ? 'saturated' : 'no-track';
    if (!Number.isNaN(state.stoppedS[object])) return 'falls-inside';
    if (isShotAt[object]) return 'missed';
    if (isTakenForDecoy(state, object)) return 'taken-for-decoy';
    const unguided = state.unguided?.[object] ?? 0;
    if (unguided & REACHED_PARTED) return 'saturated';
    if (state.reachable[i] & REACHED_PARTED) return 'out-of-inventory';
    if (!Number.isNaN(state.lastInterceptS[i])) return 'missed';
    if (unguided & REACHED_WHOLE) return 'saturated';
    if (state.reachable[i]) return 'out-of-inventory';
    open[i] = 1;
    isOpen[object] = 1;
    return 'out-of-reach';
  });
  if (open.includes(1)) {
    const reached = (atS: AtByLayer, seen = ASSUMED_CUSTODY) => reachedAt(world, layers, atS, open, seen);
    const decidedS: AtByLayer = ({ index }) => orderTimes(made, index).decidedS;
    const unwaitedS: AtByLayer = ({ index }) => {
      const { decidedS: atS, waitedS } = orderTimes(made, index);
      return atS.map((tS, i) => (waitedS[i] > 0 ? tS - waitedS[i] : Number.NaN));
    };
    const chain: [LeakReason, Uint8Array][] = [
      ['decided-too-late', reached(() => made.detectedS)],
      ['saturated', reached(unwaitedS)],
      ['no-custody', reached(decidedS)],
      ['undelivered', reached(decidedS, custody)],
    ];
    for (const [reason, isReached] of chain)
      objects.threatIndex.forEach((i, object) => {
        if (isOpen[object] && isReached[i]) reasons[object] = reason;
      });
  }
  return Int8Array.from(reasons, (reason) => (reason === null ? -1 : leakReasons.indexOf(reason)));
}

/** By object: 1 where a shot was fired at it after its missile had let it go. */
function shotAtByObject({ objects, shots }: EngagementState): Uint8Array {
  const isShotAt = new Uint8Array(objects.count);
  for (const { objectIndex } of shots) if (objectIndex >= 0) isShotAt[objectIndex] = 1;
  return isShotAt;
}

function isTakenForDecoy({ layers }: EngagementState, object: number): boolean {
  return layers.some(({ calls }) => calls?.isSorted && calls.byObject[object] === CALLED_DECOY);
}

/** By layer, times by threat. */
type AtByLayer = (layer: EquippedLayer) => Float64Array;

/** By threat: 1 where some working unit of any layer reaches it on an order at the given time that takes no time to arrive. */
function reachedAt(
  world: World,
  layers: readonly EquippedLayer[],
  atS: AtByLayer,
  wanted: Uint8Array,
  custody: Custody,
): Uint8Array {
  const reached = new Uint8Array(wanted.length);
  for (const layer of layers) {
    const orderS = atS(layer).map((tS, i) => (wanted[i] && !reached[i] ? tS : Number.NaN));
    markRows(opportunities(world, layer, orderS, layer.noDelayS, custody), reached);
  }
  return reached;
}

function markRows(table: Opportunities, out: Uint8Array): void {
  for (let i = 0; i < table.count; i++) out[table.threatIndex[i]] = 1;
}

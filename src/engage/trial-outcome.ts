import type { Decisions, EngagementState } from '../flow/engagement.ts';
import { isPlain } from '../flow/objects.ts';
import type { ObjectOutcome, TrialOutcome } from '../flow/outcomes.ts';
import type { Custody, Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import type { EquippedLayer } from './layer.ts';
import { leakReasonIndices } from './leak-reason.ts';

/** The record of a finished trial. Times of a threat count from its own launch. */
export function trialOutcome(
  world: World,
  layers: readonly EquippedLayer[],
  tracks: Tracks,
  made: Decisions,
  state: EngagementState,
  custody: Custody,
): TrialOutcome {
  const sinceLaunch = (timesS: Float64Array) => timesS.map((tS, i) => tS - world.threats[i].launchS);
  const leakReasonIndex = leakReasonIndices(world, layers, tracks, made, state, custody);
  const missiles = isPlain(state.objects) ? { ...state, leakReasonIndex } : missileFates(state, leakReasonIndex);
  return {
    trial: state.trial,
    startS: world.startS,
    stoppedByLayer: missiles.stoppedByLayer,
    leakReasonIndex: missiles.leakReasonIndex,
    shotCount: Int32Array.from(state.layers, (layer) => layer.shotCount),
    killCount: Int32Array.from(state.layers, (layer) => layer.killCount),
    detectedS: sinceLaunch(made.detectedS),
    commitS: sinceLaunch(made.commitS),
    decidedS: sinceLaunch(orderedS(made, state)),
    releasedS: sinceLaunch(state.firstReleaseS),
    stoppedS: sinceLaunch(missiles.stoppedS),
    refusedCount: Int32Array.from(tracks.threats, ({ refusedCount }) => refusedCount),
    inReachCount: state.inReachCount,
    shots: state.shots,
    falls: state.falls,
    ...(!isPlain(state.objects) && { objects: objectOutcome(world, state, leakReasonIndex) }),
  };
}

/** What became of each missile: stopped with the last of its warheads, by the layer that stopped that one. */
function missileFates({ objects, stoppedByLayer, stoppedS }: EngagementState, leakReasonIndex: Int8Array) {
  const count = objects.firstObject.length - 1;
  const fates = {
    stoppedByLayer: new Int8Array(count).fill(-1),
    stoppedS: new Float64Array(count).fill(Number.NaN),
    leakReasonIndex: new Int8Array(count).fill(-1),
  };
  for (let missile = 0; missile < count; missile++) {
    let last = -1;
    for (let object = objects.firstObject[missile]; object < objects.firstObject[missile + 1]; object++) {
      if (!objects.isWarhead[object]) continue;
      if (stoppedByLayer[object] < 0) {
        fates.leakReasonIndex[missile] = leakReasonIndex[object];
        last = -1;
        break;
      }
      if (last < 0 || stoppedS[object] > stoppedS[last]) last = object;
    }
    if (last < 0) continue;
    fates.stoppedByLayer[missile] = stoppedByLayer[last];
    fates.stoppedS[missile] = stoppedS[last];
  }
  return fates;
}

function objectOutcome(
  { threats }: World,
  { objects, stoppedByLayer, stoppedS }: EngagementState,
  leakReasonIndex: Int8Array,
): ObjectOutcome {
  const { threatIndex, isWarhead, isStripped, partS } = objects;
  const launchS = (object: number) => threats[threatIndex[object]].launchS;
  return {
    threatIndex,
    isWarhead,
    isStripped,
    partedS: stoppedS.map((tS, object) => {
      const partedS = partS[threatIndex[object]];
      const isAboard = stoppedByLayer[object] >= 0 && tS < partedS;
      return isAboard || partedS === Infinity ? Number.NaN : partedS - launchS(object);
    }),
    stoppedByLayer,
    stoppedS: stoppedS.map((tS, object) => (stoppedByLayer[object] < 0 ? Number.NaN : tS - launchS(object))),
    leakReasonIndex,
  };
}

/** When each threat was ordered engaged: at the centre, or earlier by a layer that needs no decision of it. */
function orderedS({ decidedS }: Decisions, { shots }: EngagementState): Float64Array {
  const firstS = decidedS.slice();
  for (const { threatIndex, orderedS } of shots) if (!(firstS[threatIndex] <= orderedS)) firstS[threatIndex] = orderedS;
  return firstS;
}

import type { Decisions, EngagementState } from '../flow/engagement.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
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
  return {
    trial: state.trial,
    startS: world.startS,
    stoppedByLayer: state.stoppedByLayer,
    leakReasonIndex: leakReasonIndices(world, layers, tracks, made, state, custody),
    shotCount: Int32Array.from(state.layers, (layer) => layer.shotCount),
    killCount: Int32Array.from(state.layers, (layer) => layer.killCount),
    detectedS: sinceLaunch(made.detectedS),
    commitS: sinceLaunch(made.commitS),
    decidedS: sinceLaunch(made.decidedS),
    releasedS: sinceLaunch(state.firstReleaseS),
    stoppedS: sinceLaunch(state.stoppedS).map((tS, i) => (state.stoppedByLayer[i] < 0 ? Number.NaN : tS)),
    inReachCount: state.inReachCount,
    shots: state.shots,
    falls: state.falls,
  };
}

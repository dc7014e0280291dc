import type { CommandPlan } from '../flow/architecture.ts';
import type { Decisions } from '../flow/engagement.ts';
import { compareText } from '../flow/stream-keys.ts';
import type { Tracks } from '../flow/tracks.ts';
import { type Luck, randomStream } from '../num/random.ts';
import { takenUpS } from './queue.ts';

/** A missile as the centres share the raid out. */
export interface Target {
  /** Name of its random streams. */
  key: string;
  /** Group of the scenario that it belongs to. */
  groupId: string;
}

/** What a command centre decides by. */
export type Centre = Pick<CommandPlan, 'site' | 'decision' | 'release' | 'perMissileShare'> &
  Partial<Pick<CommandPlan, 'decisionsPerMin' | 'deciderCount' | 'threats'>>;

/**
 * When each threat is detected, committed to and ordered engaged.
 *
 * Commit: the track at the centre is first good enough. Order: commit, plus the wait while the centre takes up others, plus the decision
 * and the release by a person, each fixed or triangular. A centre draws its times once a raid; the stated share of them
 * is drawn for each missile apart, from a stream named after what the missile is. Every centre knows all tracks at the same time.
 *
 * @param targets those of the tracks
 * @returns seconds after the first launch; NaN: never
 */
export function decisions(
  tracks: Tracks,
  targets: readonly Target[],
  centres: readonly Centre[],
  luck: Luck,
): Decisions {
  const count = tracks.threats.length;
  const made: Decisions = {
    detectedS: Float64Array.from(tracks.threats, ({ detectedS }) => detectedS),
    commitS: Float64Array.from(tracks.threats, ({ commitS }) => commitS),
    decidedS: new Float64Array(count).fill(Number.NaN),
    waitedS: new Float64Array(count),
  };
  const rank = ranks(targets);
  const centreOf = shareOut(targets, centres, rank);
  centres.forEach((centre, index) => {
    const arrivalS = made.commitS.map((tS, i) => (centreOf[i] === index ? tS : Number.NaN));
    const serviceS = centre.decisionsPerMin === undefined ? 0 : 60 / centre.decisionsPerMin;
    const startS = takenUpS(arrivalS, { serviceS, deskCount: centre.deciderCount, rank });
    const sharedS = drawS(centre, `raid@${centre.site}`, luck, 1 - centre.perMissileShare);
    for (let i = 0; i < count; i++) {
      if (Number.isNaN(startS[i])) continue;
      made.waitedS[i] = startS[i] - arrivalS[i];
      made.decidedS[i] = startS[i] + sharedS + drawS(centre, targets[i]!.key, luck, centre.perMissileShare);
    }
  });
  return made;
}

/** By missile: its place in an order that follows what the missiles are, not how they are listed. */
function ranks(targets: readonly Target[]): Int32Array {
  const rank = new Int32Array(targets.length);
  const order = targets.map((_, i) => i).sort((i, j) => compareText(targets[i]!.key, targets[j]!.key) || i - j);
  order.forEach((i, place) => {
    rank[i] = place;
  });
  return rank;
}

/** By missile: the centre that names its group; else in turn, by rank, among the centres that name none. */
function shareOut(targets: readonly Target[], centres: readonly Centre[], rank: Int32Array): Int32Array {
  const centreOf = Int32Array.from(targets, ({ groupId }) =>
    centres.findIndex(({ threats }) => threats?.includes(groupId)),
  );
  const silent = centres.map((_, i) => i).filter((i) => centres[i]!.threats === undefined);
  const open = silent.length > 0 ? silent : centres.map((_, i) => i);
  const left = targets.map((_, i) => i).filter((i) => centreOf[i]! < 0);
  left.sort((i, j) => rank[i]! - rank[j]!);
  left.forEach((i, turn) => {
    centreOf[i] = open[turn % open.length]!;
  });
  return centreOf;
}

/** A part of the decision and release time of a centre. */
function drawS({ decision, release }: Centre, stream: string, luck: Luck, share: number): number {
  if (share === 0) return 0;
  return share * (draw(decision, `decision:${stream}`, luck) + draw(release, `release:${stream}`, luck));
}

function draw({ lowS, modeS, highS }: CommandPlan['decision'], stream: string, { seed, trial }: Luck): number {
  return highS > lowS ? randomStream(seed, trial, stream).triangular(lowS, modeS, highS) : modeS;
}

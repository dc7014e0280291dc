import type { CommandPlan } from '../flow/architecture.ts';
import { areLayersParted, centresOfLayer } from '../flow/centres.ts';
import type { Decisions, OrderTimes } from '../flow/engagement.ts';
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
  Partial<Pick<CommandPlan, 'decisionsPerMin' | 'deciderCount' | 'threats' | 'layers'>>;

/** What centres order, where some decide for layers of their own. */
export interface Ordered {
  layerIds: readonly string[];
  /** Time in which the picture of a moment comes to a centre; Infinity: never. */
  pictureS(centre: number, tS: number): number;
}

/**
 * When each threat is detected, committed to and ordered engaged.
 *
 * Commit: the track at the centre is first good enough. Order: commit, plus the wait while the centre takes up others, plus the decision
 * and the release by a person, each fixed or triangular. A centre draws its times once a raid; the stated share of them
 * is drawn for each missile apart, from a stream named after what the missile is. Every centre has the tracks of the first, once they have come to it.
 *
 * Where centres name layers, every layer has the orders of its own centres, among whom the raid is shared out. A centre decides once on a
 * missile for all of its layers.
 *
 * @param targets those of the tracks
 * @param ordered absent: all layers are ordered together, and every centre knows all tracks at the same time
 * @returns seconds after the first launch; NaN: never
 */
export function decisions(
  tracks: Tracks,
  targets: readonly Target[],
  centres: readonly Centre[],
  luck: Luck,
  ordered?: Ordered,
): Decisions {
  const rank = ranks(targets);
  const known = {
    detectedS: Float64Array.from(tracks.threats, ({ detectedS }) => detectedS),
    commitS: Float64Array.from(tracks.threats, ({ commitS }) => commitS),
  };
  if (!ordered || !areLayersParted(centres)) {
    const centreOf = shareOut(targets, centres, everyOne(centres), rank);
    const times = centres.map((centre, index) => {
      const arrivalS = known.commitS.map((tS, i) => (centreOf[i] === index ? tS : Number.NaN));
      return desk(centre, arrivalS, { rank, keys: targets.map(({ key }) => key), luck });
    });
    return { ...known, ...timesOf(centreOf, times) };
  }
  const shares = ordered.layerIds.map((id) => shareOut(targets, centres, centresOfLayer(centres, id), rank));
  const times = centres.map((centre, index) => {
    const arrivalS = known.commitS.map((tS, i) => {
      if (Number.isNaN(tS) || !shares.some((centreOf) => centreOf[i] === index)) return Number.NaN;
      const atS = tS + ordered.pictureS(index, tS);
      return atS < Infinity ? atS : Number.NaN;
    });
    // centres at several places decide on the same missile: each has a draw of its own
    const own = centre.site === centres[0].site ? '' : `@${centre.site}`;
    return desk(centre, arrivalS, { rank, keys: targets.map(({ key }) => `${key}${own}`), luck });
  });
  const byLayer = shares.map((centreOf) => timesOf(centreOf, times));
  return { ...known, ...firstOf(byLayer, tracks.threats.length), byLayer };
}

interface Raid {
  rank: Int32Array;
  /** By missile: name of its random streams. */
  keys: readonly string[];
  luck: Luck;
}

/** When one centre has decided on what comes to it. */
function desk(centre: Centre, arrivalS: Float64Array, { rank, keys, luck }: Raid): OrderTimes {
  const serviceS = centre.decisionsPerMin === undefined ? 0 : 60 / centre.decisionsPerMin;
  const startS = takenUpS(arrivalS, { serviceS, deskCount: centre.deciderCount, rank });
  const sharedS = drawS(centre, `raid@${centre.site}`, luck, 1 - centre.perMissileShare);
  const count = arrivalS.length;
  const times = { decidedS: new Float64Array(count).fill(Number.NaN), waitedS: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(startS[i])) continue;
    times.waitedS[i] = startS[i] - arrivalS[i];
    times.decidedS[i] = startS[i] + sharedS + drawS(centre, keys[i], luck, centre.perMissileShare);
  }
  return times;
}

/** Those of the centre that each missile fell to. */
function timesOf(centreOf: Int32Array, times: readonly OrderTimes[]): OrderTimes {
  return {
    decidedS: times[0].decidedS.map((_, i) => times[centreOf[i]].decidedS[i]),
    waitedS: times[0].waitedS.map((_, i) => times[centreOf[i]].waitedS[i]),
  };
}

/** The first order at each missile, whichever layer it is for. */
function firstOf(byLayer: readonly OrderTimes[], count: number): OrderTimes {
  const first = { decidedS: new Float64Array(count).fill(Number.NaN), waitedS: new Float64Array(count) };
  for (const { decidedS, waitedS } of byLayer)
    for (let i = 0; i < count; i++) {
      if (!(decidedS[i] < first.decidedS[i]) && !Number.isNaN(first.decidedS[i])) continue;
      first.decidedS[i] = decidedS[i];
      first.waitedS[i] = waitedS[i];
    }
  return first;
}

function everyOne(centres: readonly Centre[]): number[] {
  return centres.map((_, i) => i);
}

/** By missile: its place in an order that follows what the missiles are, not how they are listed. */
function ranks(targets: readonly Target[]): Int32Array {
  const rank = new Int32Array(targets.length);
  const order = targets.map((_, i) => i).sort((i, j) => compareText(targets[i].key, targets[j].key) || i - j);
  order.forEach((i, place) => {
    rank[i] = place;
  });
  return rank;
}

/** By missile: of some centres that which names its group; else in turn, by rank, among those of them that name none. */
function shareOut(
  targets: readonly Target[],
  centres: readonly Centre[],
  among: readonly number[],
  rank: Int32Array,
): Int32Array {
  const centreOf = Int32Array.from(
    targets,
    ({ groupId }) => among.find((i) => centres[i].threats?.includes(groupId)) ?? -1,
  );
  const silent = among.filter((i) => centres[i].threats === undefined);
  const open = silent.length > 0 ? silent : among;
  const left = targets.map((_, i) => i).filter((i) => centreOf[i] < 0);
  left.sort((i, j) => rank[i] - rank[j]);
  left.forEach((i, turn) => {
    centreOf[i] = open[turn % open.length];
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

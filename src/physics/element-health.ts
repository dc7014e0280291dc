import { sgp4 } from 'satellite.js';
import type { ElementHealth, Fate } from '../flow/element-health.ts';
import { DAY_S, WGS72 } from './constants.ts';
import { radiusBoundsKm } from './element-bounds.ts';
import { identityOf, isDebris } from './mean-elements.ts';
import type { ElementSet } from './sgp4.ts';

/** Elements farther than this from the moment do not fly unless the user allows it: kilometres a day have become hundreds. */
export const MAX_ELEMENT_AGE_DAYS = 30;

const IN_SHELL_KM = 4;
const IN_SHELL_DEG = 0.5;
/** Fewest satellites that make a shell. */
const SHELL_COUNT = 20;
/** Height gained or lost a day from which a satellite outside of a shell counts as on its way, km. */
const MOVING_KM_DAY = 0.3;

/** Counts of a file of elements at a moment; the caller knows its names. */
export type HealthCounts = Omit<ElementHealth, 'id' | 'file'>;

/** Sets that fly at a moment, in the order of the file, and what became of the others. */
export interface ElementFleet {
  flying: ElementSet[];
  /** All sets of a flying object, in time, where the file has several: each moves it at the moments nearest its own epoch. */
  histories: Map<ElementSet, ElementSet[]>;
  health: HealthCounts;
}

/**
 * Gives every set of a file its verdict at a moment: of several sets of one object (by its number in any spelling, else its designator) the
 * nearest; no debris or spent stages; nothing that has come down, that SGP4 cannot fly, or whose elements are too far away in time.
 *
 * @param maxAgeDays sets farther from the moment, before or after, do not fly
 */
export function elementFleet(
  sets: readonly ElementSet[],
  atUnixS: number,
  maxAgeDays = MAX_ELEMENT_AGE_DAYS,
): ElementFleet {
  const { kept: nearest, all } = nearestOfEach(sets, atUnixS);
  const counts: Record<Fate, number> = { duplicate: 0, debris: 0, decayed: 0, lost: 0, stale: 0 };
  const flying: ElementSet[] = [];
  let youngestDays = Number.NaN;
  let oldestDays = Number.NaN;
  for (const set of sets) {
    const fate = nearest.has(set) ? fateOf(set, atUnixS, maxAgeDays) : 'duplicate';
    if (fate !== null) {
      counts[fate]++;
      continue;
    }
    const ageDays = (atUnixS - set.epochUnixS) / DAY_S;
    if (!(ageDays >= youngestDays)) youngestDays = ageDays;
    if (!(ageDays <= oldestDays)) oldestDays = ageDays;
    flying.push(set);
  }
  const health: HealthCounts = {
    heldCount: sets.length,
    flyingCount: flying.length,
    youngestDays,
    oldestDays,
    maxAgeDays,
    duplicateCount: counts.duplicate,
    debrisCount: counts.debris,
    decayedCount: counts.decayed,
    lostCount: counts.lost,
    staleCount: counts.stale,
    faultCount: 0,
    ...shellCounts(flying),
  };
  const histories = new Map(flying.flatMap((set) => historyOf(set, all)));
  return { flying, histories, health };
}

/** The newest elements of the bulk of a file: one odd epoch, years away, does not move all others. */
export function epochOfBulk(sets: readonly ElementSet[]): number {
  const epochs = sets.map(({ epochUnixS }) => epochUnixS).sort((a, b) => a - b);
  const latestS = epochs[epochs.length >> 1] + MAX_ELEMENT_AGE_DAYS * DAY_S;
  return epochs.findLast((epochUnixS) => epochUnixS <= latestS)!;
}

/** Why a set does not fly at a moment; null: it does. */
export function fateOf(set: ElementSet, atUnixS: number, maxAgeDays: number): Exclude<Fate, 'duplicate'> | null {
  if (isDebris(set.mean)) return 'debris';
  if ((set.mean.decayUnixS ?? Infinity) <= atUnixS) return 'decayed';
  if (Math.abs(atUnixS - set.epochUnixS) > maxAgeDays * DAY_S) return 'stale';
  const state = sgp4(set.satrec, (atUnixS - set.epochUnixS) / 60);
  if (state === null) return set.satrec.error === DECAYED ? 'decayed' : 'lost';
  const { x, y, z } = state.position;
  const radiusKm = Math.hypot(x, y, z);
  const [lowKm, highKm] = radiusBoundsKm(set.satrec);
  if (radiusKm < lowKm) return 'decayed';
  return radiusKm <= highKm ? null : 'lost';
}

/** SGP4's code for a state under the surface. */
const DECAYED = 6;

/** Of several sets of one object the one nearest the moment; of equally near ones the last. */
function nearestOfEach(sets: readonly ElementSet[], atUnixS: number) {
  const nearest = new Map<string, ElementSet>();
  const kept = new Set<ElementSet>();
  const all = new Map<string, ElementSet[]>();
  for (const set of sets) {
    const identity = identityOf(set.mean);
    const before = identity === null ? undefined : nearest.get(identity);
    if (before) all.set(identity!, [...(all.get(identity!) ?? [before]), set]);
    if (before && Math.abs(before.epochUnixS - atUnixS) < Math.abs(set.epochUnixS - atUnixS)) continue;
    if (before) kept.delete(before);
    if (identity !== null) nearest.set(identity, set);
    kept.add(set);
  }
  return { kept, all };
}

function historyOf(set: ElementSet, all: ReadonlyMap<string, ElementSet[]>): [ElementSet, ElementSet[]][] {
  const others = all.get(identityOf(set.mean) ?? '');
  return others ? [[set, [...others].sort((a, b) => a.epochUnixS - b.epochUnixS)]] : [];
}

function shellCounts(flying: readonly ElementSet[]) {
  const heightOf = ({ satrec }: ElementSet) => Math.round(((satrec.a - 1) * WGS72.equatorialRadiusKm) / IN_SHELL_KM);
  const planeOf = ({ mean }: ElementSet) => Math.round(mean.inclinationDeg / IN_SHELL_DEG);
  const bins = new Map<number, number>();
  const keyOf = (plane: number, height: number) => plane * 100_000 + height;
  for (const set of flying) {
    const key = keyOf(planeOf(set), heightOf(set));
    bins.set(key, (bins.get(key) ?? 0) + 1);
  }
  const counts = { inShellCount: 0, raisingCount: 0, loweringCount: 0 };
  for (const set of flying) {
    const near = [-1, 0, 1].reduce((sum, k) => sum + (bins.get(keyOf(planeOf(set), heightOf(set) + k)) ?? 0), 0);
    const { meanMotionDot, meanMotionRevDay } = set.mean;
    const climbKmDay = ((-4 / 3) * set.satrec.a * WGS72.equatorialRadiusKm * meanMotionDot) / meanMotionRevDay;
    if (near >= SHELL_COUNT) counts.inShellCount++;
    else if (climbKmDay > MOVING_KM_DAY) counts.raisingCount++;
    else if (climbKmDay < -MOVING_KM_DAY) counts.loweringCount++;
  }
  return counts;
}

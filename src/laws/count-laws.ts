import { leakReasons, type ObjectOutcome, type Shot, type TrialOutcome } from '../flow/outcomes.ts';
import { type Said, said } from '../flow/said.ts';
import type { Law, LawBench, LawId } from './law.ts';
import { noRaid } from './shield-laws.ts';

/** Breaks that are written out; of more, their number. */
const MOST_BREAKS = 5;

/** A law that every raid keeps for itself. */
function raidLaw(id: LawId, wrongs: (outcome: TrialOutcome, bench: LawBench) => Said[]): Law {
  return {
    id,
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const { outcomes } = await bench.base();
      const breaks = outcomes.flatMap((outcome) =>
        wrongs(outcome, bench).map((what) => said('law-break.raid', { raid: outcome.trial, what })),
      );
      return { cases: outcomes.length, breaks: few(breaks), comparisons: [] };
    },
  };
}

function few(breaks: Said[]): Said[] {
  if (breaks.length <= MOST_BREAKS) return breaks;
  return [...breaks.slice(0, MOST_BREAKS), said('law-break.more', { count: breaks.length - MOST_BREAKS })];
}

function reasonsWrong({ stoppedByLayer, leakReasonIndex }: TrialOutcome): Said[] {
  return Array.from(stoppedByLayer).flatMap((layer, missile) => {
    const reason = leakReasonIndex[missile];
    if (layer >= 0 ? reason === -1 : reason >= 0 && reason < leakReasons.length) return [];
    return [said('law-break.ends', { missile, layer, reason })];
  });
}

function killsWrong(outcome: TrialOutcome): Said[] {
  const { shots, shotCount, killCount, objects } = outcome;
  return Array.from(shotCount).flatMap((count, layer) => {
    const own = shots.filter((shot) => shot.layerIndex === layer);
    const hits = own.filter(({ result }) => result === 'killed');
    const isRight = own.length === count && hits.length === killCount[layer] && hits.length <= count;
    const stopped = objects
      ? stoppedByHits(objects, hits, layer)
      : countOf(outcome.stoppedByLayer, layer) - hits.length;
    if (isRight && stopped === 0) return [];
    const listed = { listed: own.length, listedHits: hits.length };
    return [said('law-break.kills', { layer, shots: count, hits: killCount[layer], beyond: stopped, ...listed })];
  });
}

const countOf = (list: Int8Array, value: number) => list.reduce((sum, each) => sum + (each === value ? 1 : 0), 0);

/** Objects that a layer stopped beyond those that its hits account for: one each, or all that still flew of a missile that was hit whole. */
function stoppedByHits({ threatIndex, stoppedByLayer }: ObjectOutcome, hits: readonly Shot[], layer: number): number {
  const whole = new Set(hits.filter(({ objectIndex }) => objectIndex < 0).map((hit) => hit.threatIndex));
  const single = hits.filter((hit) => hit.objectIndex >= 0 && !whole.has(hit.threatIndex)).length;
  let stopped = 0;
  let flying = 0;
  stoppedByLayer.forEach((by, object) => {
    const isWhole = whole.has(threatIndex[object]);
    if (isWhole && by < 0) flying++;
    if (!isWhole && by === layer) stopped++;
  });
  return stopped - single + flying;
}

function stockWrong({ shots }: TrialOutcome, bench: LawBench): Said[] {
  return bench.prepared().layers.flatMap(({ id, index, unitCount, perUnitCount, plan }) => {
    const own = shots.filter(({ layerIndex }) => layerIndex === index);
    const stock = Math.max(unitCount * perUnitCount, plan.inventoryCount ?? 0);
    const byUnit = new Map<number, number>();
    for (const { unitIndex } of own) byUnit.set(unitIndex, (byUnit.get(unitIndex) ?? 0) + 1);
    const most = Math.max(0, ...byUnit.values());
    const wrongs = own.length > stock ? [said('law-break.stock', { id, count: own.length, stock })] : [];
    if (plan.reloadS === undefined && most > perUnitCount)
      wrongs.push(said('law-break.unit-stock', { id, count: most, stock: perUnitCount }));
    return wrongs;
  });
}

function timesWrong({ detectedS, commitS, decidedS, releasedS, stoppedS }: TrialOutcome): Said[] {
  const steps = { detectedS, commitS, decidedS, releasedS, stoppedS };
  const names = Object.keys(steps) as (keyof typeof steps)[];
  return Array.from(detectedS).flatMap((_, missile) => {
    const known = names.filter((name) => !Number.isNaN(steps[name][missile]));
    const late = known.find((name, k) => k > 0 && steps[name][missile] < steps[known[k - 1]][missile]);
    const times = known.map((name) => said('law-break.time', { name, at: steps[name][missile] }));
    return late ? [said('law-break.times', { missile, times })] : [];
  });
}

/** Shots that hit after boost and left while the missile burned or its bus still worked. */
function burningWrong({ shots }: TrialOutcome, bench: LawBench): Said[] {
  const { architecture, flights } = bench.prepared();
  return shots.flatMap(({ threatIndex, releaseS, interceptS }) => {
    const { launchS, trajectory, planIndex } = flights[threatIndex];
    const burnoutS = launchS + trajectory.boostEndS;
    const freeS = burnoutS + (architecture.threats[planIndex].busS ?? 0);
    const isEarly = interceptS > burnoutS + ROUNDING && releaseS < freeS - 1e-3;
    return isEarly ? [said('law-break.burning', { missile: threatIndex, released: releaseS, free: freeS })] : [];
  });
}

/** Every number of a result whose name says share, probability or fraction, with its place. */
function sharesOf(value: unknown, path = ''): [string, number][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, number][] => {
    const at = path ? `${path}.${key}` : key;
    if (!/(probability|fraction|shareFraction)$/i.test(key)) return sharesOf(inner, at);
    if (typeof inner === 'number') return [[at, inner]];
    return numbersIn(inner, at);
  });
}

function numbersIn(value: unknown, path: string): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

/** Rounding that a share of a sum of money may have. */
const ROUNDING = 1e-9;

/** What the counts of every raid and the shares of every answer must keep. */
export const countLaws: readonly Law[] = [
  raidLaw('reasons-add-up', reasonsWrong),
  raidLaw('kills-within-shots', killsWrong),
  raidLaw('shots-within-stock', stockWrong),
  raidLaw('times-in-order', timesWrong),
  raidLaw('released-after-burnout', burningWrong),
  {
    id: 'shares-within-bounds',
    test: 'exact',
    whyNot: () => null,
    check: async (bench) => {
      const { uses: _uses, ...result } = { uses: null, ...(await bench.result()) };
      const shares = sharesOf(result).filter(([, value]) => !Number.isNaN(value));
      const wrong = shares.filter(([, value]) => !(value >= -ROUNDING && value <= 1 + ROUNDING));
      return {
        cases: shares.length,
        breaks: few(wrong.map(([path, value]) => said('law-break.share', { path, value }))),
        comparisons: [],
      };
    },
  },
  {
    id: 'totals-add-up',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const { effect } = await bench.result();
      const { leakerShares, expectedLeakers, leakersByReason, noLeaker, trials } = effect!;
      const total = leakerShares.reduce((a, b) => a + b, 0);
      const mean = leakerShares.reduce((sum, share, leakers) => sum + share * leakers, 0);
      const reasons = Object.values(leakersByReason).reduce((a, b) => a + b, 0) / trials;
      const sums: [Said, number, number][] = [
        [said('law-break.shares'), total, 1],
        [said('law-break.mean'), mean, expectedLeakers.mean],
        [said('law-break.reasons'), reasons, expectedLeakers.mean],
        [said('law-break.no-leaker'), leakerShares[0] ?? 0, noLeaker.probability],
      ];
      const wrong = sums.filter(([, a, b]) => Math.abs(a - b) > ROUNDING * Math.max(1, Math.abs(b)));
      const breaks = wrong.map(([what, found, wanted]) => said('law-break.total', { what, found, wanted }));
      return { cases: sums.length, breaks, comparisons: [] };
    },
  },
];

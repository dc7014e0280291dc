import { leakReasons, type ObjectOutcome, type Shot, type TrialOutcome } from '../flow/outcomes.ts';
import type { Law, LawBench } from './law.ts';
import { noRaid } from './shield-laws.ts';

/** Breaks that are written out; of more, their number. */
const MOST_BREAKS = 5;

/** A law that every raid keeps for itself. */
function raidLaw(id: string, sentence: string, wrongs: (outcome: TrialOutcome, bench: LawBench) => string[]): Law {
  return {
    id,
    sentence,
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const { outcomes } = await bench.base();
      const breaks = outcomes.flatMap((outcome) =>
        wrongs(outcome, bench).map((wrong) => `raid ${outcome.trial}: ${wrong}`),
      );
      return { cases: outcomes.length, breaks: few(breaks), comparisons: [] };
    },
  };
}

function few(breaks: string[]): string[] {
  if (breaks.length <= MOST_BREAKS) return breaks;
  return [...breaks.slice(0, MOST_BREAKS), `and ${breaks.length - MOST_BREAKS} more`];
}

function reasonsWrong({ stoppedByLayer, leakReasonIndex }: TrialOutcome): string[] {
  return Array.from(stoppedByLayer).flatMap((layer, i) => {
    const reason = leakReasonIndex[i]!;
    if (layer >= 0 ? reason === -1 : reason >= 0 && reason < leakReasons.length) return [];
    return [`missile ${i} is stopped by layer ${layer} and got through for reason ${reason}`];
  });
}

function killsWrong(outcome: TrialOutcome): string[] {
  const { shots, shotCount, killCount, objects } = outcome;
  return Array.from(shotCount).flatMap((count, layer) => {
    const own = shots.filter((shot) => shot.layerIndex === layer);
    const hits = own.filter(({ result }) => result === 'killed');
    const numbers = `layer ${layer} has ${count} shots (${own.length} listed), ${killCount[layer]} hits (${hits.length} listed)`;
    const isRight = own.length === count && hits.length === killCount[layer] && hits.length <= count;
    const stopped = objects
      ? stoppedByHits(objects, hits, layer)
      : countOf(outcome.stoppedByLayer, layer) - hits.length;
    return isRight && stopped === 0 ? [] : [`${numbers}, ${stopped} stopped beyond them`];
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
    const isWhole = whole.has(threatIndex[object]!);
    if (isWhole && by < 0) flying++;
    if (!isWhole && by === layer) stopped++;
  });
  return stopped - single + flying;
}

function stockWrong({ shots }: TrialOutcome, bench: LawBench): string[] {
  return bench.prepared().layers.flatMap(({ id, index, unitCount, perUnitCount, plan }) => {
    const own = shots.filter(({ layerIndex }) => layerIndex === index);
    const stock = Math.max(unitCount * perUnitCount, plan.inventoryCount ?? 0);
    const byUnit = new Map<number, number>();
    for (const { unitIndex } of own) byUnit.set(unitIndex, (byUnit.get(unitIndex) ?? 0) + 1);
    const most = Math.max(0, ...byUnit.values());
    const wrongs = own.length > stock ? [`${id} fired ${own.length} of ${stock}`] : [];
    if (plan.reloadS === undefined && most > perUnitCount)
      wrongs.push(`one unit of ${id} fired ${most} of ${perUnitCount}`);
    return wrongs;
  });
}

function timesWrong({ detectedS, commitS, decidedS, releasedS, stoppedS }: TrialOutcome): string[] {
  const steps = { detectedS, commitS, decidedS, releasedS, stoppedS };
  const names = Object.keys(steps) as (keyof typeof steps)[];
  return Array.from(detectedS).flatMap((_, i) => {
    const known = names.filter((name) => !Number.isNaN(steps[name][i]!));
    const late = known.find((name, k) => k > 0 && steps[name][i]! < steps[known[k - 1]!][i]!);
    return late ? [`missile ${i}: ${known.map((name) => `${name} ${steps[name][i]}`).join(', ')}`] : [];
  });
}

/** Shots that hit after boost and left while the missile burned or its bus still worked. */
function burningWrong({ shots }: TrialOutcome, bench: LawBench): string[] {
  const { architecture, flights } = bench.prepared();
  return shots.flatMap(({ threatIndex, releaseS, interceptS }) => {
    const { launchS, trajectory, planIndex } = flights[threatIndex]!;
    const burnoutS = launchS + trajectory.boostEndS;
    const freeS = burnoutS + (architecture.threats[planIndex]!.busS ?? 0);
    const isEarly = interceptS > burnoutS + ROUNDING && releaseS < freeS - 1e-3;
    return isEarly ? [`missile ${threatIndex}: released at ${releaseS} s, free from ${freeS} s on`] : [];
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
  raidLaw(
    'reasons-add-up',
    'Every missile is stopped by one layer or got through for one reason, so reasons add up to leakers.',
    reasonsWrong,
  ),
  raidLaw('kills-within-shots', 'Every kill is a shot, and every stopped missile a kill.', killsWrong),
  raidLaw('shots-within-stock', 'No layer and no unit fires more than it has.', stockWrong),
  raidLaw('times-in-order', 'Seen, tracked, decided, released, stopped: in this order, for every missile.', timesWrong),
  raidLaw(
    'released-after-burnout',
    'No shot that hits after boost leaves before burnout and the time of the bus.',
    burningWrong,
  ),
  {
    id: 'shares-within-bounds',
    sentence: 'Every share, probability and fraction of the answer lies between 0 and 1.',
    test: 'exact',
    whyNot: () => null,
    check: async (bench) => {
      const { uses: _uses, ...result } = { uses: null, ...(await bench.result()) };
      const shares = sharesOf(result).filter(([, value]) => !Number.isNaN(value));
      const wrong = shares.filter(([, value]) => !(value >= -ROUNDING && value <= 1 + ROUNDING));
      return {
        cases: shares.length,
        breaks: few(wrong.map(([path, value]) => `${path} is ${value}`)),
        comparisons: [],
      };
    },
  },
  {
    id: 'totals-add-up',
    sentence:
      'Shares of raids by number of leakers add up to 1, their mean is the expected number, reasons add up to it.',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const { effect } = await bench.result();
      const { leakerShares, expectedLeakers, leakersByReason, noLeaker, trials } = effect!;
      const total = leakerShares.reduce((a, b) => a + b, 0);
      const mean = leakerShares.reduce((sum, share, leakers) => sum + share * leakers, 0);
      const reasons = Object.values(leakersByReason).reduce((a, b) => a + b, 0) / trials;
      const sums: [string, number, number][] = [
        ['shares of raids', total, 1],
        ['mean of the shares', mean, expectedLeakers.mean],
        ['reasons a raid', reasons, expectedLeakers.mean],
        ['raids without a leaker', leakerShares[0] ?? 0, noLeaker.probability],
      ];
      const wrong = sums.filter(([, a, b]) => Math.abs(a - b) > ROUNDING * Math.max(1, Math.abs(b)));
      const breaks = wrong.map(([what, a, b]) => `${what}: ${a} instead of ${b}`);
      return { cases: sums.length, breaks, comparisons: [] };
    },
  },
];

import { costOf } from '../programme/cost.ts';
import { compareBits, compareUnchanged } from './compare-raids.ts';
import { isClose } from './cost-laws.ts';
import type { Finding, Law, LawBench } from './law.ts';
import { otherGroupOrder, otherNames, otherOrder, siderealDayLater, splitGroup } from './same-changes.ts';
import { noRaid } from './shield-laws.ts';

/** The cost of a changed scenario must be that of the scenario. */
function sameCost(bench: LawBench, changed: LawBench['architecture'], what: string): Finding {
  const cost = bench.cost();
  if (!cost) return { cases: 0, breaks: [], comparisons: [] };
  const other = costOf(changed).totalMusd;
  const breaks = isClose(cost.totalMusd, other, cost.totalMusd)
    ? []
    : [`${what}: $${cost.totalMusd} million before, $${other} million after`];
  return { cases: 1, breaks, comparisons: [] };
}

function together(a: Finding, b: Finding): Finding {
  return {
    cases: a.cases + b.cases,
    breaks: [...a.breaks, ...b.breaks],
    comparisons: [...a.comparisons, ...b.comparisons],
    note: a.note ?? b.note,
  };
}

const hasElementFiles = ({ architecture: { networks, sensors, interceptors } }: LawBench) =>
  [...networks, ...sensors, ...interceptors].some(({ elements }) => elements);

/** What changes nothing: order, names, the split of a group, a turn of the Earth, the count of raids, threads. */
export const sameLaws: readonly Law[] = [
  {
    id: 'order-of-entries',
    sentence: 'The order of networks, sensors, systems and terminals changes nothing: no bit of a raid, no cost.',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const changed = otherOrder(bench.architecture);
      const [base, other] = [await bench.base(), await bench.raids(changed)];
      const breaks = compareBits('the other way round', base.outcomes, other.outcomes);
      return together(
        { cases: base.outcomes.length, breaks, comparisons: [] },
        sameCost(bench, changed, 'the other way round'),
      );
    },
  },
  {
    id: 'order-of-groups',
    sentence: 'The order of the groups of the raid changes nothing beyond noise.',
    test: 'chance',
    whyNot: (bench) => noRaid(bench) ?? (bench.architecture.threats.length < 2 ? 'only one group' : null),
    check: (bench) => {
      const architecture = otherGroupOrder(bench.architecture);
      return compareUnchanged(bench, { words: 'groups the other way round', architecture }, { isReordered: true });
    },
  },
  {
    id: 'other-names',
    sentence: 'Other names of elements, centres and groups change no cost, and nothing of the raids beyond noise.',
    test: 'chance',
    whyNot: noRaid,
    check: async (bench) => {
      const architecture = otherNames(bench.architecture);
      const words = 'under other names';
      return together(await compareUnchanged(bench, { words, architecture }), sameCost(bench, architecture, words));
    },
  },
  {
    id: 'split-group',
    sentence: 'A group of missiles written as two groups changes nothing beyond noise.',
    test: 'chance',
    whyNot: (bench) =>
      noRaid(bench) ?? (bench.architecture.threats.every(({ count }) => count < 2) ? 'no group of two or more' : null),
    check: (bench) =>
      compareUnchanged(bench, { words: 'one group as two', architecture: splitGroup(bench.architecture) }),
  },
  {
    id: 'sidereal-day',
    sentence: 'Everything a sidereal day later changes nothing beyond noise.',
    test: 'chance',
    whyNot: (bench) =>
      noRaid(bench) ?? (hasElementFiles(bench) ? 'real satellites are where they are on their date' : null),
    check: (bench) =>
      compareUnchanged(bench, { words: 'a sidereal day later', architecture: siderealDayLater(bench.architecture) }),
  },
  {
    id: 'fewer-raids',
    sentence: 'A run of half the raids is the first half of the run, to the bit.',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const half = Math.ceil(bench.trials / 2);
      const { outcomes } = await bench.base();
      const alone = await bench.raids({ ...bench.architecture }, half);
      const breaks = compareBits('half the raids', outcomes.slice(0, half), alone.outcomes);
      return { cases: half, breaks, comparisons: [] };
    },
  },
  {
    id: 'same-twice',
    sentence: 'The same run twice gives the same raids, to the bit.',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const [base, again] = [await bench.base(), await bench.raids({ ...bench.architecture })];
      return {
        cases: bench.trials,
        breaks: compareBits('a second run', base.outcomes, again.outcomes),
        comparisons: [],
      };
    },
  },
  {
    id: 'threads',
    sentence: 'One, two and three threads give the same raids, to the bit.',
    test: 'exact',
    whyNot: (bench) => noRaid(bench) ?? (bench.onThreads ? null : 'no threads here'),
    check: async (bench) => {
      const { outcomes } = await bench.onThreads!(1);
      const breaks: string[] = [];
      for (const count of [2, 3])
        breaks.push(...compareBits(`${count} threads`, outcomes, (await bench.onThreads!(count)).outcomes));
      return { cases: 3 * outcomes.length, breaks, comparisons: [] };
    },
  },
];

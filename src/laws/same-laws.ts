import { type Said, said } from '../flow/said.ts';
import { costOf } from '../programme/cost.ts';
import { compareBits, compareUnchanged } from './compare-raids.ts';
import { isClose, musd } from './cost-laws.ts';
import type { Finding, Law, LawBench } from './law.ts';
import { otherGroupOrder, otherNames, otherOrder, siderealDayLater, splitGroup } from './same-changes.ts';
import { noRaid } from './shield-laws.ts';

/** The cost of a changed scenario must be that of the scenario. */
function sameCost(bench: LawBench, changed: LawBench['architecture'], what: Said): Finding {
  const cost = bench.cost();
  if (!cost) return { cases: 0, breaks: [], comparisons: [] };
  const other = costOf(changed).totalMusd;
  const breaks = isClose(cost.totalMusd, other, cost.totalMusd)
    ? []
    : [said('law-break.cost', { what, before: musd(cost.totalMusd), after: musd(other) })];
  return { cases: 1, breaks, comparisons: [] };
}

function together(a: Finding, b: Finding): Finding {
  return {
    cases: a.cases + b.cases,
    breaks: [...a.breaks, ...b.breaks],
    comparisons: [...a.comparisons, ...b.comparisons],
    againstLeakers: a.againstLeakers ?? b.againstLeakers,
    note: a.note ?? b.note,
  };
}

const hasElementFiles = ({ architecture: { networks, sensors, interceptors } }: LawBench) =>
  [...networks, ...sensors, ...interceptors].some(({ elements }) => elements);

/** What changes nothing: order, names, the split of a group, a turn of the Earth, the count of raids, threads. */
export const sameLaws: readonly Law[] = [
  {
    id: 'order-of-entries',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const changed = otherOrder(bench.architecture);
      const [base, other] = [await bench.base(), await bench.raids(changed)];
      const breaks = compareBits(said('law-change.order'), base.outcomes, other.outcomes);
      return together(
        { cases: base.outcomes.length, breaks, comparisons: [] },
        sameCost(bench, changed, said('law-change.order')),
      );
    },
  },
  {
    id: 'order-of-groups',
    test: 'chance',
    whyNot: (bench) => noRaid(bench) ?? (bench.architecture.threats.length < 2 ? said('law-why.one-group') : null),
    check: (bench) => {
      const architecture = otherGroupOrder(bench.architecture);
      return compareUnchanged(bench, { words: said('law-change.groups'), architecture }, { isReordered: true });
    },
  },
  {
    id: 'other-names',
    test: 'chance',
    whyNot: noRaid,
    check: async (bench) => {
      const architecture = otherNames(bench.architecture);
      const words = said('law-change.names');
      return together(await compareUnchanged(bench, { words, architecture }), sameCost(bench, architecture, words));
    },
  },
  {
    id: 'split-group',
    test: 'chance',
    whyNot: (bench) =>
      noRaid(bench) ??
      (bench.architecture.threats.every(({ count }) => count < 2) ? said('law-why.no-large-group') : null),
    check: (bench) =>
      compareUnchanged(bench, { words: said('law-change.split'), architecture: splitGroup(bench.architecture) }),
  },
  {
    id: 'sidereal-day',
    test: 'chance',
    whyNot: (bench) => noRaid(bench) ?? (hasElementFiles(bench) ? said('law-why.real-satellites') : null),
    check: (bench) =>
      compareUnchanged(bench, {
        words: said('law-change.sidereal'),
        architecture: siderealDayLater(bench.architecture),
      }),
  },
  {
    id: 'fewer-raids',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const half = Math.ceil(bench.trials / 2);
      const { outcomes } = await bench.base();
      const alone = await bench.raids({ ...bench.architecture }, half);
      const breaks = compareBits(said('law-change.half'), outcomes.slice(0, half), alone.outcomes);
      return { cases: half, breaks, comparisons: [] };
    },
  },
  {
    id: 'same-twice',
    test: 'exact',
    whyNot: noRaid,
    check: async (bench) => {
      const [base, again] = [await bench.base(), await bench.raids({ ...bench.architecture })];
      return {
        cases: bench.trials,
        breaks: compareBits(said('law-change.again'), base.outcomes, again.outcomes),
        comparisons: [],
      };
    },
  },
  {
    id: 'threads',
    test: 'exact',
    whyNot: (bench) => noRaid(bench) ?? (bench.onThreads ? null : said('law-why.no-threads')),
    check: async (bench) => {
      const { outcomes } = await bench.onThreads!(1);
      const breaks: Said[] = [];
      for (const count of [2, 3])
        breaks.push(
          ...compareBits(said('law-change.threads', { count }), outcomes, (await bench.onThreads!(count)).outcomes),
        );
      return { cases: 3 * outcomes.length, breaks, comparisons: [] };
    },
  },
];

import type { Architecture } from '../flow/architecture.ts';
import { costCategories } from '../flow/cost.ts';
import { type Said, said } from '../flow/said.ts';
import { isInOrbit } from '../kinds/place.ts';
import { sum } from '../num/sum.ts';
import { costOf } from '../programme/cost.ts';
import { isShellLayer, twiceTheLayerSatellites, withoutElement } from './changes.ts';
import type { Finding, Law, LawBench } from './law.ts';

/** Sums of money agree to this share of the whole. */
const ROUNDING_RATIO = 1e-9;

/** Whether two sums agree but for rounding of a whole. */
export function isClose(a: number, b: number, whole: number): boolean {
  return Math.abs(a - b) <= ROUNDING_RATIO * Math.max(Math.abs(whole), 1);
}

export function noCost(bench: LawBench): Said | null {
  return bench.cost() ? null : said('law-why.no-cost');
}

const found = (cases: number, breaks: Said[]): Finding => ({ cases, breaks, comparisons: [] });
/** A sum of money with all its digits. */
export const musd = (value: number) => said('money.million', { sign: '', millions: value });

/** Money is neither made nor lost between the tables. */
export const costLaws: readonly Law[] = [
  {
    id: 'cost-adds-up',
    test: 'exact',
    whyNot: noCost,
    check: async (bench) => {
      const { totalMusd, elements, yearMusd, partners, categoryMusd } = bench.cost()!;
      const sums: [Said, number, number][] = [
        [said('law-break.elements'), sum(elements.map((each) => each.totalMusd)), totalMusd],
        [said('law-break.years'), sum(yearMusd), totalMusd],
        [said('law-break.partners'), sum(partners.map((each) => each.totalMusd)), totalMusd],
        [said('law-break.kinds'), sum(costCategories.map((category) => categoryMusd[category])), totalMusd],
        ...elements.map((each): [Said, number, number] => [
          said('law-break.years-of', { id: each.id }),
          sum(each.yearMusd),
          each.totalMusd,
        ]),
        ...yearMusd.map((musdOfYear, i): [Said, number, number] => [
          said('law-break.elements-in', { year: i }),
          sum(elements.map((each) => each.yearMusd[i])),
          musdOfYear,
        ]),
      ];
      const wrong = sums.filter(([, parts, whole]) => !isClose(parts, whole, totalMusd));
      return found(
        sums.length,
        wrong.map(([what, parts, whole]) => said('law-break.sum', { what, parts: musd(parts), whole: musd(whole) })),
      );
    },
  },
  {
    id: 'cost-of-one-less',
    test: 'exact',
    whyNot: (bench) =>
      noCost(bench) ?? (droppable(bench.architecture).length === 0 ? said('law-why.nothing-to-drop') : null),
    check: async (bench) => {
      const { totalMusd, elements } = bench.cost()!;
      const tried = droppable(bench.architecture);
      const breaks = tried.flatMap(({ list, id }) => {
        const own = elements.find((each) => each.id === id)?.totalMusd ?? 0;
        const rest = costOf(withoutElement(bench.architecture, list, id)).totalMusd;
        if (isClose(rest + own, totalMusd, totalMusd)) return [];
        return [said('law-break.own-cost', { id, own: musd(own), rest: musd(rest), whole: musd(totalMusd) })];
      });
      return found(tried.length, breaks);
    },
  },
  {
    id: 'more-costs-more',
    test: 'exact',
    whyNot: (bench) =>
      noCost(bench) ?? (bench.architecture.interceptors.some(isShellLayer) ? null : said('law-why.no-space-layer')),
    check: async (bench) => {
      const [once, twice] = [bench.cost()!.totalMusd, costOf(twiceTheLayerSatellites(bench.architecture)).totalMusd];
      const isLess = twice < once && !isClose(once, twice, once);
      return found(1, isLess ? [said('law-break.sets', { once: musd(once), twice: musd(twice) })] : []);
    },
  },
];

/**
 * What can be left out with nothing else moving. Networks cannot: the terminals of their clients go too. Where some vehicle has too few
 * launches in a year, what flies takes them from each other, so only what stays on the ground can.
 */
function droppable(architecture: Architecture) {
  const areShort = areLaunchesShort(architecture);
  const { sensors, interceptors, systems } = architecture;
  return [
    ...sensors.filter((plan) => !areShort || !isInOrbit(plan)).map(({ id }) => ({ list: 'sensors' as const, id })),
    ...interceptors
      .filter((plan) => !areShort || !isInOrbit(plan))
      .map(({ id }) => ({ list: 'interceptors' as const, id })),
    ...systems.map(({ id }) => ({ list: 'systems' as const, id })),
  ];
}

/** Whether launches cost otherwise than they would with as many of each vehicle as anyone wants. */
function areLaunchesShort(architecture: Architecture): boolean {
  const launchers = architecture.launch.launchers.map((plan) => ({
    ...plan,
    cadencePerYr: 1e12,
    cadenceMaxPerYr: 1e12,
    rampYr: 0,
    otherCustomersFraction: 0,
  }));
  const [short, free] = [architecture, { ...architecture, launch: { ...architecture.launch, launchers } }].map(
    (each) => costOf(each).totalMusd,
  );
  return !isClose(short, free, free);
}

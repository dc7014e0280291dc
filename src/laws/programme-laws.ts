import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import { sum } from '../num/sum.ts';
import { campaignPlan } from '../programme/campaign-plan.ts';
import { drawnArchitecture, drawTable } from '../programme/drawn-architecture.ts';
import { fieldedOf, programmeOf } from '../programme/programme.ts';
import { isClose, musd, noCost } from './cost-laws.ts';
import type { Built, Finding, Law, LawBench, LawId } from './law.ts';

/** Draws of a programme that are looked at: its own numbers first. */
const DRAWS = 3;

/** What one programme breaks, by law. */
export const programmeBreaks = {
  'programme-adds-up': ({ programme }: Built) => {
    const { elements, partners, outlayYearMusd, obligationYearMusd } = programme;
    const whole = sum(obligationYearMusd);
    const years = outlayYearMusd.flatMap((paid, year): [Said, number, number][] => [
      [said('law-break.elements-in', { year }), sum(elements.map((each) => each.outlayYearMusd[year])), paid],
      [said('law-break.partners-in', { year }), sum(partners.map((each) => each.outlayYearMusd[year])), paid],
      [
        said('law-break.orders-in', { year }),
        sum(elements.map((each) => each.obligationYearMusd[year])),
        obligationYearMusd[year],
      ],
    ]);
    return years
      .filter(([, parts, of]) => !isClose(parts, of, whole))
      .map(([what, parts, of]) => said('law-break.sum', { what, parts: musd(parts), whole: musd(of) }));
  },
  'paid-after-ordered': ({ programme: { outlayYearMusd, obligationYearMusd } }: Built) => {
    const whole = sum(obligationYearMusd);
    let [paid, ordered] = [0, 0];
    return outlayYearMusd.flatMap((outlay, year) => {
      paid += outlay;
      ordered += obligationYearMusd[year];
      if (paid <= ordered || isClose(paid, ordered, whole)) return [];
      return [said('law-break.paid', { year, paid: musd(paid), ordered: musd(ordered) })];
    });
  },
  'stands-as-bought': ({ drawn, programme: { elements, years, monthCount } }: Built) => {
    const planned = campaignPlan(drawn).elements;
    return elements.flatMap(({ id, inServiceCounts, boughtCounts }) => {
      let built = planned.find((element) => element.id === id)?.existingCount ?? 0;
      for (let year = 0; inServiceCounts && year < years; year++) {
        built += boughtCounts[year];
        const lastMonth = Math.min(12 * year + 11, monthCount - 1);
        const count = inServiceCounts[lastMonth];
        if (count > built && !isClose(count, built, built))
          return [said('law-break.stands', { id, year, count, built })];
      }
      return [];
    });
  },
  'flown-as-built': ({ drawn, draw, programme }: Built) =>
    fieldedOf(drawn, { draw }).elements.flatMap(({ id, inServiceCounts = [] }) => {
      const built = programme.elements.find((element) => element.id === id)?.inServiceCounts ?? [];
      const month = Array.from(inServiceCounts).findIndex((count, i) => count !== built[i]);
      if (month < 0) return [];
      return [said('law-break.flown', { id, month, flown: inServiceCounts[month], built: built[month] ?? 0 })];
    }),
} satisfies Partial<Record<LawId, (built: Built) => Said[]>>;

/** What is built, what is paid and what stands are one programme. */
export const programmeLaws: readonly Law[] = Object.entries(programmeBreaks).map(([id, breaks]) => ({
  id: id as keyof typeof programmeBreaks,
  test: 'exact',
  whyNot: noCost,
  check: async (bench: LawBench): Promise<Finding> => ({
    cases: DRAWS,
    breaks: bench.programmes().flatMap(breaks),
    comparisons: [],
  }),
}));

/** The first draws of a programme. */
export function builtDraws(architecture: Architecture): Built[] {
  const table = drawTable(architecture, DRAWS);
  return Array.from({ length: DRAWS }, (_, draw) => {
    const drawn = draw === 0 ? architecture : drawnArchitecture(architecture, table, draw);
    return { drawn, draw, programme: programmeOf(drawn, { draw }) };
  });
}

import type { Highs } from 'highs';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { PlanMix, PlanModel } from '../flow/partner-plan.ts';
import { type Said, said } from '../flow/said.ts';
import { sum } from '../num/sum.ts';
import { planModel } from '../sourcing/coupled/plan-model.ts';
import {
  cheapestPlan,
  hardestLoss,
  leastBaseShort,
  leastShort,
  type MixOptions,
  relaxedMusd,
  TIE_MUSD,
} from '../sourcing/coupled/plan-search.ts';
import { planOptions } from '../sourcing/search.ts';
import { musd, noCost } from './cost-laws.ts';
import type { Finding, Law, LawBench, LawId, Searched } from './law.ts';

/** What a search needs that an engine does not have by itself. */
export interface SearchTools {
  highs: Highs;
  catalog: Catalog;
}

/** Partners that are left out, one at a time: those who get most. */
const LEFT_OUT = 8;
const KEPT = [0, 0.25, 0.5, 0.75, 1];
/** Fleet-years from which something is missing. */
const MISSING_YR = 1e-6;
/** Shares and launches are the same within this. */
const CLOSE = 1e-6;

/** What a search breaks, by law. */
export const searchBreaks = {
  'mix-adds-up': ({ mix: { costMusd, makerMusd, vehicleMusd, takenMakers } }: Searched) => {
    const parts = sum(makerMusd) + sum(vehicleMusd);
    // of mixes that cost the same one is shown; a newcomer counts as a million more than it costs
    const apartMusd = TIE_MUSD + takenMakers.filter(Boolean).length + CLOSE * costMusd;
    if (Math.abs(parts - costMusd) <= apartMusd) return [];
    return [said('law-break.sum', { what: said('law-break.mix'), parts: musd(parts), whole: musd(costMusd) })];
  },
  'mix-is-lifted': ({ model, mix }: Searched) => [
    ...model.fleets.flatMap((_, f) => unlifted(model, mix, f)),
    ...model.makers.flatMap((_, o) => overRate(model, mix, o)),
    ...model.vehicles.flatMap((_, v) => overFlown(model, mix, v)),
  ],
  'less-choice': ({ mix, relaxedMusd: freeMusd, missingYr: freeYr, without }: Searched) => {
    const whole = isCheaper(mix.costMusd, freeMusd)
      ? [said('law-break.whole-partners', { whole: musd(mix.costMusd), parts: musd(freeMusd) })]
      : [];
    const fewer = without.flatMap(({ partner, missingYr, costMusd }) => {
      if (missingYr < freeYr - MISSING_YR)
        return [said('law-break.missing-without', { partner, missing: missingYr, free: freeYr })];
      if (costMusd === undefined || !isCheaper(costMusd, freeMusd)) return [];
      return [said('law-break.without', { partner, cost: musd(costMusd), free: musd(freeMusd) })];
    });
    return [...whole, ...fewer];
  },
  'more-kept': ({ kept }: Searched) =>
    kept.flatMap(({ lossFraction, costMusd }, i) => {
      const before = kept[i - 1];
      if (!before || !isCheaper(costMusd, before.costMusd)) return [];
      const costs = { cost: musd(costMusd), less: musd(before.costMusd) };
      return [said('law-break.kept', { share: lossFraction, before: before.lossFraction, ...costs })];
    }),
} satisfies Partial<Record<LawId, (searched: Searched) => Said[]>>;

/** The search for partners: its mixes can be built, and less of a choice finds nothing cheaper. */
export const searchLaws: readonly Law[] = Object.entries(searchBreaks).map(([id, breaks]) => ({
  id: id as keyof typeof searchBreaks,
  test: 'exact',
  whyNot: noSearch,
  check: async (bench: LawBench): Promise<Finding> => {
    const searched = bench.searched()!;
    const cases = { 'less-choice': 1 + searched.without.length, 'more-kept': searched.kept.length }[id] ?? 1;
    return { cases, breaks: breaks(searched), comparisons: [] };
  },
}));

function noSearch(bench: LawBench): Said | null {
  const why = noCost(bench);
  if (why) return why;
  if (!bench.architecture.partners) return said('law-why.no-book');
  return bench.searched() ? null : said('law-why.no-search');
}

/** Searches of an architecture with a price and a book of partners; null where there is no fleet that somebody makes. */
export function searchedOf(architecture: Architecture, { highs, catalog }: SearchTools): Searched | null {
  const model = planModel(architecture, catalog, planOptions(architecture, { lossFraction: 0 }));
  if (model.makers.length === 0) return null;
  const mix = cheapestPlan(highs, model);
  if (mix.status !== 'optimal') return null;
  const free: MixOptions = {};
  const missingYr = leastBaseShort(highs, model, free);
  const without = mostPaid(model, mix).map((partner) => {
    const options = {
      makers: model.makers.map((each) => each.partner !== partner),
      vehicles: model.vehicles.map((each) => each.partner !== partner),
    };
    const missing = leastBaseShort(highs, model, options);
    if (missing > missingYr + MISSING_YR) return { partner, missingYr: missing };
    return { partner, missingYr: missing, costMusd: relaxedMusd(highs, model, { ...options, cases: [] }) };
  });
  const all = model.cases.map((_, c) => c);
  const c = all.length > 0 ? hardestLoss(model, all) : undefined;
  const kept = KEPT.flatMap((lossFraction) => {
    if (c === undefined) return [];
    const asked = { ...model, lossFraction };
    if (leastShort(highs, asked, free, c) > MISSING_YR) return [];
    return [{ lossFraction, costMusd: relaxedMusd(highs, asked, { cases: [c] }) }];
  });
  return { model, mix, relaxedMusd: relaxedMusd(highs, model, { cases: [] }), missingYr, without, kept };
}

/** Partners of a mix by what they are paid, the most first. */
function mostPaid({ makers, vehicles }: PlanModel, { makerMusd, vehicleMusd }: PlanMix): string[] {
  const paid = new Map<string, number>();
  const pay = (partner: string, much: number) => {
    paid.set(partner, (paid.get(partner) ?? 0) + much);
  };
  for (const [o, { partner }] of makers.entries()) pay(partner, makerMusd[o]);
  for (const [v, { partner }] of vehicles.entries()) pay(partner, vehicleMusd[v]);
  const byMoney = [...paid].filter(([, much]) => much > 0).sort(([, a], [, b]) => b - a);
  return byMoney.slice(0, LEFT_OUT).map(([partner]) => partner);
}

/** Whether a cost is below another by more than the solver is off by: each is the least of a linear programme, or above one. */
function isCheaper(costMusd: number, thanMusd: number): boolean {
  return costMusd < thanMusd * (1 - CLOSE) - 0.1;
}

/** Periods in which more of a fleet is built than is lifted. */
function unlifted(model: PlanModel, { built, launched }: PlanMix, f: number): Said[] {
  const { id, isLifted, unitCount } = model.fleets[f];
  if (!isLifted) return [];
  return eachPeriod(model, (t, year) => {
    const units = unitCount * sum(model.makers.flatMap(({ fleet }, o) => (fleet === f ? [built[o][t]] : [])));
    const places = sum(model.vehicles.map(({ perLaunch }, v) => (launched[v][f][t] ?? 0) * perLaunch[f]));
    return units > places + CLOSE * unitCount ? said('law-break.unlifted', { id, year, units, places }) : null;
  });
}

/** Periods in which a maker builds more than its rate. */
function overRate(model: PlanModel, { built }: PlanMix, o: number): Said[] {
  const { partner, fleet, perYr } = model.makers[o];
  const { id, unitCount } = model.fleets[fleet];
  return eachPeriod(model, (t, year) => {
    const [units, most] = [built[o][t], perYr * model.stepYr].map((share) => share * unitCount);
    return units > most + CLOSE * unitCount ? said('law-break.over-rate', { partner, id, year, units, most }) : null;
  });
}

/** Periods in which a vehicle flies more than it has. */
function overFlown(model: PlanModel, { launched }: PlanMix, v: number): Said[] {
  const { id, launches } = model.vehicles[v];
  return eachPeriod(model, (t, year) => {
    const flown = sum(launched[v].map((byTime) => byTime[t] ?? 0));
    return flown > launches[t] + CLOSE * (1 + launches[t])
      ? said('law-break.over-flown', { id, year, flown, most: launches[t] })
      : null;
  });
}

function eachPeriod({ periodCount, startYear, stepYr }: PlanModel, find: (t: number, year: number) => Said | null) {
  return Array.from({ length: periodCount }, (_, t) => find(t, startYear + t * stepYr)).filter((each) => each !== null);
}

import type { Highs } from 'highs';
import type { FutureCost, MixName, PlanMix, PlanModel, RegretTable } from '../../flow/partner-plan.ts';
import { sum } from '../../num/sum.ts';
import { type MilpSolution, solveMilp } from '../milp.ts';
import type { FuturePlan } from './futures.ts';
import type { PlanProgramme } from './plan-programme.ts';
import { GAP, type MixOptions, moneyProgramme } from './plan-search.ts';
import { launchMusd, MUSD } from './plan-terms.ts';

/** Those who are in a mix from the start. */
interface Taken {
  makers: readonly boolean[];
  vehicles: readonly boolean[];
}

/** Units, launches and qualification; and by fleet the years below what is asked for. */
interface Spent {
  paidMusd: number;
  shortYr: number[];
}

/**
 * What each mix costs over the best mix of each future: its regret, and the mix whose largest regret is least.
 *
 * Who is in a mix stays in it, at the least rate that keeps a launcher ready; what is built and lifted when follows the future, and
 * others can be ordered from the day it shows and come in after their delay (linear). The best mix knows the future from the start. All
 * give the same force as far as they can: first the least is missing, then the least is paid. What one misses beyond what the best
 * mix misses counts as what a year of the fleet costs in that mix. A mix that is better than the one found as best is the best.
 *
 * @returns undefined where a mix cannot go on in a future within the most money of a year
 * @source savage-1951, The theory of statistical decision, J. Am. Stat. Assoc. 46:55: minimax regret
 */
export function regretTable(
  highs: Highs,
  plans: readonly FuturePlan[],
  mixes: Record<MixName, PlanMix>,
  options: MixOptions,
): RegretTable | undefined {
  const spent: FutureSpent[] = [];
  for (const plan of plans) {
    const found = bestOf(highs, plan.model, options);
    const kept = byName((name) => spentWith(highs, plan, takenBy(name, mixes[name], plan.model)));
    if (!found || !isFilled(kept)) return undefined;
    const { best, yearMusd } = found;
    const cost = ({ paidMusd, shortYr }: Spent): FutureCost => {
      const over = shortYr.map((years, f) => Math.max(0, years - best.shortYr[f]));
      return { paidMusd, shortYr: sum(over), shortMusd: sum(over.map((years, f) => years * yearMusd[f])) };
    };
    const costs = byName((name) => cost(kept[name]));
    spent.push({ plan, best: cost(best), leastShortYr: sum(best.shortYr), costs });
  }
  const atRatio = (ratio: number) => {
    const total = ({ paidMusd, shortMusd }: FutureCost) => paidMusd + ratio * shortMusd;
    const regrets = spent.map(({ best, costs }) => {
      const least = Math.min(total(best), ...Object.values(costs).map(total));
      return { least, musd: byName((name) => total(costs[name]) - least) };
    });
    const worst = byName((name) =>
      regrets
        .map(({ musd }, i) => ({ regretMusd: musd[name], future: plans[i].id }))
        .reduce((most, each) => (each.regretMusd > most.regretMusd ? each : most)),
    );
    const minimax = NAMES.reduce((least, name) => (worst[name].regretMusd < worst[least].regretMusd ? name : least));
    return { regrets, worst, minimax };
  };
  const { regrets, worst, minimax } = atRatio(1);
  const turns = RATIOS.map((ratio) => ({ ratio, minimax: atRatio(ratio).minimax })).find(
    (each) => each.minimax !== minimax,
  );
  return {
    futures: spent.map(({ plan: { id, changes }, leastShortYr, costs }, i) => ({
      id,
      changes,
      bestMusd: regrets[i].least,
      leastShortYr,
      mixes: byName((name) => ({ ...costs[name], regretMusd: regrets[i].musd[name] })),
    })),
    worst,
    minimax,
    ...(turns && { turns }),
  };
}

/** A future: what its best mix costs, and what each of the others does. */
interface FutureSpent {
  plan: FuturePlan;
  best: FutureCost;
  leastShortYr: number;
  costs: Record<MixName, FutureCost>;
}

/** What a missing year may count, as a ratio of what a year of the fleet costs. */
const RATIOS = Array.from({ length: 40 }, (_, i) => 1 + 0.1 * (i + 1));

const NAMES = ['today', 'cheapest', 'robust'] as const;
const byName = <T>(of: (name: MixName) => T) =>
  Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<MixName, T>;

function isFilled<T>(of: Record<MixName, T | undefined>): of is Record<MixName, T> {
  return NAMES.every((name) => of[name] !== undefined);
}

/** Who is in a mix; today all whom the scenario names, at the same least rate as the others. */
function takenBy(name: MixName, { takenMakers, takenVehicles }: PlanMix, { makers, vehicles }: PlanModel): Taken {
  if (name !== 'today') return { makers: takenMakers, vehicles: takenVehicles };
  return {
    makers: makers.map(({ todayFraction }) => todayFraction > 0),
    vehicles: vehicles.map(({ isListed }) => isListed),
  };
}

/** The best mix that knows a future, and what a year of each whole fleet costs in it, launches with it; millions of dollars. */
function bestOf(
  highs: Highs,
  model: PlanModel,
  { keep, keepVehicles }: MixOptions,
): { best: Spent; yearMusd: number[] } | undefined {
  const programme = moneyProgramme(highs, model, { keep, keepVehicles, cases: [] });
  if (!programme) return undefined;
  const { columns } = solveMilp(highs, programme.milp, GAP);
  const value = (column: number) => (column < 0 ? 0 : columns[column]);
  const best = spentIn(model, programme, columns);
  const yearMusd = model.fleets.map(({ standingFraction }, f) => {
    const units = model.makers.flatMap(({ fleet, fleetMusd }, o) =>
      fleet === f ? programme.built[o].map((column) => fleetMusd * value(column)) : [],
    );
    const launches = model.vehicles.flatMap((_, v) =>
      programme.flown[v][f].map((column) => value(column) * (column < 0 ? 0 : launchMusd(model, v, f))),
    );
    const years = sum(standingFraction) * model.stepYr - best.shortYr[f];
    return years > 0 ? (sum(units) + sum(launches)) / years : 0;
  });
  return { best, yearMusd };
}

/** What a future costs those who are in a mix, with others after their delay. */
function spentWith(
  highs: Highs,
  { model, knownYr }: Pick<FuturePlan, 'model' | 'knownYr'>,
  { makers, vehicles }: Taken,
): Spent | undefined {
  const late: PlanModel = {
    ...model,
    makers: model.makers.map((maker, o) =>
      makers[o] ? maker : { ...maker, fromYr: Math.max(maker.fromYr, knownYr + maker.delayYr) },
    ),
    vehicles: model.vehicles.map((vehicle, v) => {
      const isReady = (t: number) => vehicles[v] || (t + 0.5) * model.stepYr >= knownYr + vehicle.delayYr;
      return { ...vehicle, launches: vehicle.launches.map((count, t) => (isReady(t) ? count : 0)) };
    }),
  };
  const programme = moneyProgramme(highs, late, { cases: [], isWhole: false, keep: makers, keepVehicles: vehicles });
  return programme && spentIn(late, programme, solveMilp(highs, programme.milp).columns);
}

function spentIn(model: PlanModel, { milp, short }: PlanProgramme, columns: MilpSolution['columns']): Spent {
  const paid = milp.cost.reduce((total, cost, column) => total + cost * columns[column], 0);
  return {
    paidMusd: paid / MUSD,
    shortYr: short.map((byTime) => sum(byTime.map((column) => columns[column])) * model.stepYr),
  };
}

import type { Highs } from 'highs';
import { type Said, said } from '../flow/said.ts';
import type { BindingRow, Relaxation, SourcingMix, SourcingModel } from '../flow/sourcing.ts';
import { addColumn, addRow, type Milp, type MilpSolution, newMilp, solveMilp } from './milp.ts';

/** A family counts from this share of a function. */
const FAMILY_FRACTION = 0.1;
const HERFINDAHL_CUTS = 100;
/** How far over its limit an index may stay, as a ratio. */
const HERFINDAHL_TOLERANCE = 1e-4;
const EXACT = 1e-7;

/** Requirements of the programme with their slack in the elastic form. */
interface Requirement extends Omit<Relaxation, 'possibleFraction'> {
  column: number;
}

interface Programme {
  milp: Milp;
  amount: number[];
  taken: number[];
  requirements: Requirement[];
}

/** Part of a model that concerns one function: no requirement joins two. */
export function functionModel(model: SourcingModel, functionId: string): SourcingModel {
  return {
    ...model,
    demands: model.demands.filter((demand) => demand.functionId === functionId),
    offers: model.offers.filter((offer) => offer.functionId === functionId),
    twoFamilies: model.twoFamilies.filter((id) => id === functionId),
  };
}

/**
 * The cheapest mix of offers that keeps what every function needs, with everybody in and in each loss case.
 *
 * No requirement joins two functions, so each is a programme of its own. Mixed-integer and linear: an amount at most the capacity of each offer that is taken in, a fixed cost once, the
 * requirements over the surviving amounts. Where no mix meets them all, first the smallest sum of shortfalls is found, then the
 * cheapest mix with those shortfalls. The limit on the index is a cone of the amounts, met by cutting planes.
 *
 * @param leastShortfall by requirement: shortfall allowed already, from an earlier call on the same requirements
 */
export function cheapestMix(highs: Highs, model: SourcingModel): SourcingMix {
  const mixes = new Map(
    model.demands.map(({ functionId }) => [functionId, mixOfOne(highs, functionModel(model, functionId))]),
  );
  return joinMixes(model, mixes);
}

/** The mix of a model from those of its functions. */
export function joinMixes({ offers }: SourcingModel, mixes: ReadonlyMap<string, SourcingMix>): SourcingMix {
  const all = [...mixes.values()];
  const sum = (of: (mix: SourcingMix) => number) => all.reduce((total, mix) => total + of(mix), 0);
  const statuses = all.map(({ status }) => status);
  const costMusd = sum((mix) => mix.costMusd);
  const boundMusd = sum((mix) => mix.boundMusd);
  const next = new Map<string, number>();
  return {
    status: statuses.includes('infeasible') ? 'infeasible' : statuses.includes('relaxed') ? 'relaxed' : 'optimal',
    costMusd,
    boundMusd,
    gapRatio: Math.abs(costMusd - boundMusd) / Math.max(1, Math.abs(costMusd)),
    amountsFraction: offers.map(({ functionId }) => {
      const at = next.get(functionId) ?? 0;
      next.set(functionId, at + 1);
      return mixes.get(functionId)?.amountsFraction[at] ?? 0;
    }),
    relaxations: all.flatMap(({ relaxations }) => relaxations),
  };
}

/** The cheapest mix of a model of one function. */
function mixOfOne(highs: Highs, model: SourcingModel): SourcingMix {
  const easy = solveWithCuts(highs, model, build(model, false));
  if (easy && tooFewMakers(model).length === 0) return mixFrom(easy, model, []);
  const elastic = build(model, true);
  const first = solveWithCuts(highs, model, elastic);
  if (first === undefined) return noMix(model);
  const slack = elastic.requirements.map(({ column }) => Math.max(0, first.columns[column]));
  const exact = build(
    model,
    false,
    slack.map((each) => (each > EXACT ? each + EXACT : 0)),
  );
  const best = solveWithCuts(highs, model, exact);
  if (best === undefined) return noMix(model);
  const relaxations = elastic.requirements
    .map(({ column: _, ...each }, i) => ({ ...each, possibleFraction: each.neededFraction - slack[i] }))
    .filter((_, i) => slack[i] > 1e-5);
  relaxations.push(...tooFewMakers(model));
  return mixFrom(best, model, relaxations);
}

function mixFrom(
  { objective, bound, columns }: MilpSolution,
  { offers }: SourcingModel,
  relaxations: Relaxation[],
): SourcingMix {
  return {
    status: relaxations.length > 0 ? 'relaxed' : 'optimal',
    costMusd: objective,
    boundMusd: bound,
    gapRatio: Math.abs(objective - bound) / Math.max(1, Math.abs(objective)),
    amountsFraction: offers.map((_, o) => tidy(columns[o])), // amounts are the first columns
    relaxations,
  };
}

function tooFewMakers(model: SourcingModel): Relaxation[] {
  const { maxHerfindahlIndex: limit, demands } = model;
  if (limit === undefined) return [];
  return demands
    .filter(({ functionId }) => leastIndex(model, functionId) > limit)
    .map(({ functionId }) => ({
      functionId,
      rule: 'herfindahl',
      neededFraction: limit / 10_000,
      possibleFraction: leastIndex(model, functionId) / 10_000,
    }));
}

function noMix({ offers }: SourcingModel): SourcingMix {
  return {
    status: 'infeasible',
    costMusd: Number.NaN,
    boundMusd: Number.NaN,
    gapRatio: Number.NaN,
    amountsFraction: offers.map(() => 0),
    relaxations: [],
  };
}

const tidy = (value: number) => (Math.abs(value) < 1e-6 ? 0 : value);

/**
 * What holds the cost up: the shadow prices of the linear programme that is left when the choice of partners is fixed.
 *
 * @param mix of the same model
 */
export function bindingRows(highs: Highs, model: SourcingModel, mix: SourcingMix): BindingRow[] {
  const slack = requirementSlack(model, mix);
  const programme = build(model, false, slack);
  const { milp, taken } = programme;
  milp.isInteger.fill(false);
  model.offers.forEach((_, o) => {
    const isTaken = mix.amountsFraction[o] > 0 ? 1 : 0;
    milp.lower[taken[o]] = isTaken;
    milp.upper[taken[o]] = isTaken;
  });
  const solved = solveMilp(highs, milp);
  if (solved.status !== 'optimal') return [];
  return milp.rows
    .flatMap(({ name }, r) =>
      typeof name === 'string' ? [] : [{ name, pricePerPercentMusd: Math.abs(solved.rowDual[r]) / 100 }],
    )
    .filter(({ pricePerPercentMusd }) => pricePerPercentMusd > 1e-3)
    .sort((a, b) => b.pricePerPercentMusd - a.pricePerPercentMusd);
}

function requirementSlack(model: SourcingModel, mix: SourcingMix): number[] {
  return build(model, true).requirements.map((each) => {
    const found = mix.relaxations.find(
      (one) => one.functionId === each.functionId && one.caseName === each.caseName && one.rule === each.rule,
    );
    return found ? found.neededFraction - found.possibleFraction + EXACT : 0;
  });
}

function build(model: SourcingModel, isElastic: boolean, allowed: readonly number[] = []): Programme {
  const { offers, demands, cases } = model;
  const milp = newMilp();
  const costs = !isElastic;
  const amount = offers.map(({ unitMusd, capacityFraction }) =>
    addColumn(milp, costs ? unitMusd : 1e-6, 0, capacityFraction),
  );
  const taken = offers.map(({ fixedMusd }) => addColumn(milp, costs ? fixedMusd : 0, 0, 1, fixedMusd > 0 && costs));
  const requirements: Requirement[] = [];
  const require = (
    functionId: string,
    rule: Relaxation['rule'],
    neededFraction: number,
    caseName: string | undefined,
    name: Said,
    lower: number,
    terms: [number, number][],
  ) => {
    const i = requirements.length;
    const column = isElastic ? addColumn(milp, 1, 0, Math.max(0, neededFraction)) : -1;
    requirements.push({ functionId, rule, neededFraction, caseName, column });
    addRow(milp, name, lower - (allowed[i] ?? 0), Infinity, isElastic ? [...terms, [column, 1]] : terms);
  };
  offers.forEach(({ id, capacityFraction }, o) => {
    addRow(milp, `link ${id}`, 0, Infinity, [
      [taken[o], capacityFraction],
      [amount[o], -1],
    ]);
  });
  for (const { functionId, name, baseFraction, lossFraction } of demands) {
    const mine = offers.flatMap((offer, o) => (offer.functionId === functionId ? [o] : []));
    require(functionId, 'base', baseFraction, undefined, said('search.base', { name }), baseFraction, mine.map((o) => [
      amount[o],
      1,
    ]));
    cases.forEach((each, c) => {
      if (lossFraction === 0 || mine.every((o) => offers[o].survivesFraction[c] > 1 - 1e-9)) return;
      require(functionId, 'loss', lossFraction, each.name, said('search.loss', {
        name,
        who: each.name,
      }), lossFraction, mine.map((o) => [amount[o], offers[o].survivesFraction[c]]));
    });
    for (const partner of new Set(mine.map((o) => offers[o].partner))) {
      const { maxShareFraction } = model;
      if (maxShareFraction === undefined) break;
      const terms = mine.map((o): [number, number] => [
        amount[o],
        maxShareFraction - (offers[o].partner === partner ? 1 : 0),
      ]);
      require(functionId, 'max-share', 1 - maxShareFraction, partner, said('search.max-share', {
        name,
        who: partner,
      }), 0, terms);
    }
    if (model.twoFamilies.includes(functionId))
      addFamilies(model, milp, amount, mine, name, (terms, lower) => {
        require(functionId, 'two-families', 2, undefined, said('search.two-families', { name }), lower, terms);
      });
  }
  return { milp, amount, taken, requirements };
}

/** At least two makers with a tenth of the function each. */
function addFamilies(
  { offers }: SourcingModel,
  milp: Milp,
  amount: readonly number[],
  mine: readonly number[],
  name: string,
  require: (terms: [number, number][], lower: number) => void,
): void {
  const partners = [...new Set(mine.map((o) => offers[o].partner))];
  const counted = partners.map((partner) => {
    const isFamily = addColumn(milp, 0, 0, 1, true);
    const own = mine.filter((o) => offers[o].partner === partner).map((o): [number, number] => [amount[o], 1]);
    addRow(milp, `link family ${name} ${partner}`, 0, Infinity, [...own, [isFamily, -FAMILY_FRACTION]]);
    return [isFamily, 1] as [number, number];
  });
  require(counted, 2);
}

/** Solves, and adds tangents of the index' cone until every function is under its limit. */
function solveWithCuts(highs: Highs, model: SourcingModel, { milp, amount }: Programme) {
  for (let round = 0; ; round++) {
    const solved = solveMilp(highs, milp);
    if (solved.status === 'infeasible') return undefined;
    const isDone = model.maxHerfindahlIndex === undefined || round === HERFINDAHL_CUTS;
    if (isDone || !addTangents(model, milp, amount, solved.columns)) return solved;
  }
}

/** Index of equal shares of all makers of a function: none is lower. */
function leastIndex({ offers }: SourcingModel, functionId: string): number {
  const makers = new Set(offers.filter((offer) => offer.functionId === functionId).map(({ partner }) => partner));
  return 10_000 / Math.max(1, makers.size);
}

/** sqrt(sum of squares by partner) <= sqrt(limit) x sum: one tangent for each function over its limit. */
function addTangents(model: SourcingModel, milp: Milp, amount: readonly number[], columns: Float64Array): boolean {
  const root = Math.sqrt(model.maxHerfindahlIndex! / 10_000);
  let added = false;
  for (const { functionId } of model.demands) {
    if (leastIndex(model, functionId) > model.maxHerfindahlIndex!) continue; // too few makers: said in the relaxations
    const mine = model.offers.flatMap((offer, o) => (offer.functionId === functionId ? [o] : []));
    const byPartner = new Map<string, number>();
    for (const o of mine)
      byPartner.set(model.offers[o].partner, (byPartner.get(model.offers[o].partner) ?? 0) + columns[amount[o]]);
    const length = Math.hypot(...byPartner.values());
    const sum = [...byPartner.values()].reduce((total, each) => total + each, 0);
    if (length <= root * sum * (1 + HERFINDAHL_TOLERANCE / 2) + 1e-9) continue;
    addRow(
      milp,
      said('search.index', { name: functionId }),
      0,
      Infinity,
      mine.map((o) => [amount[o], root - byPartner.get(model.offers[o].partner)! / length]),
    );
    added = true;
  }
  return added;
}

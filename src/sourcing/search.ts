import type { Highs } from 'highs';
import type { Catalog } from '../catalog/entry.ts';
import { hazardRecord } from '../dependence/hazards.ts';
import { supplyGraph, withoutUnits } from '../dependence/supply-graph.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { PlanLoss, PlanMix, PlanModel } from '../flow/partner-plan.ts';
import { type Said, said } from '../flow/said.ts';
import type { AskedChance, SourcingResult, UnmetCase } from '../flow/sourcing.ts';
import { futurePlans } from './coupled/futures.ts';
import type { PlanOptions } from './coupled/plan-context.ts';
import { lossOf } from './coupled/plan-loss.ts';
import { planModel } from './coupled/plan-model.ts';
import { cheapestPlan, leastShort, type MixOptions, todayMix } from './coupled/plan-search.ts';
import type { ShareRules } from './coupled/rules.ts';
import { ALTERNATIVES_RATIO, questionCount, questionsOf } from './search-questions.ts';

export interface SourcingOptions extends ShareRules {
  /** Share of what would stand that each loss must leave of every fleet. */
  lossFraction: number;
  /** Years after the start at which a loss happens; half the horizon by default. */
  lossYr?: number;
  /** Years until all has to stand; by default it stands as the scenario's own programme has it, year by year. */
  withinYr?: number;
  /** A share of the interceptors in space that has to stand from a time on: enough for the chance that is asked for. */
  asked?: AskedChance;
  /** Least rate of a launcher that is taken in, as a share of what it has left for this programme. */
  warmFraction?: number;
  /** Most money a year for units, launches and qualification, millions of dollars; by default the budgets of the scenario's events. */
  budgetMusdYr?: number;
  /** Price ratio at each doubling of quantity of fleets whose entry has none on record. */
  learningRatio?: number;
  /** Length of a period, years. */
  stepYr?: number;
  pairs?: boolean;
  /** What a year of a whole fleet counts that is missing after a loss, millions of dollars: the mix of the least of both is found too. */
  shortfallMusd?: number;
  /** Chance a year of each loss with which it counts; that of the book's record by default. */
  lossPerYr?: number;
  /** Whether the mixes are tried in a few futures: prices at the ends of their ranges, launchers that do not fly. */
  inFutures?: boolean;
  /** Partners that take no part from the start, and those who must. */
  without?: readonly string[];
  keep?: readonly string[];
}

/** How far a search is, so that a caller can show it and stop between two steps. */
export interface SearchStep {
  done: number;
  of: number;
}

/** A step with what is known before it: nothing until the three mixes are, then a result to which each step adds. */
export interface SearchPiece extends SearchStep {
  result?: SourcingResult;
}

/** Nothing in the catalog says at which least rate a launcher stays ready; see docs/models/sourcing.md. */
export const DEFAULT_WARM = 0.25;
/** Fleet-years missing from which a case counts as one that no mix meets. */
const UNMET_YR = 0.05;

/**
 * The partner search of a scenario: today's mix, the cheapest, the cheapest that keeps what is asked for after every loss, the price of the
 * difference, the front of cost against what is left, all mixes that cost little more, and what would have to be true for a loss that
 * no mix stands.
 *
 * All of it is the same programme: makers, vehicles and stock over years, with launches as a resource that all fleets share.
 *
 * @param onStep called between programmes; returning false ends the search with what is done
 */
export function searchPartners(
  highs: Highs,
  architecture: Architecture,
  catalog: Catalog,
  options: SourcingOptions,
  onStep: (step: SearchStep) => boolean = () => true,
): SourcingResult {
  const pieces = searchInPieces(highs, architecture, catalog, options);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    if (!onStep(value) && value.result) return value.result;
  }
}

/** As {@link searchPartners}, in steps of a few seconds that a caller takes when it wants to: with everything after the mixes something else can run beside it. */
export function* searchInPieces(
  highs: Highs,
  architecture: Architecture,
  catalog: Catalog,
  options: SourcingOptions,
): Generator<SearchPiece, SourcingResult> {
  const plan = planOptions(architecture, options);
  const model = planModel(architecture, catalog, plan);
  const mixOptions = mixOptionsOf(model, options);
  const all = model.cases.map((_, c) => c);
  const of = 3 + questionCount(options);
  yield { done: 0, of };
  const today = todayMix(highs, model);
  const cheapest = cheapestPlan(highs, model, { keep: mixOptions.keep });
  yield { done: 1, of };
  const robust = cheapestPlan(highs, model, { ...mixOptions, cases: all });
  const held = robust.held;
  const lossesOf = (mix: PlanMix) => (mix.status === 'optimal' ? all.map((c) => lossOf(highs, model, mix, c)) : []);
  const losses = { today: lossesOf(today), cheapest: lossesOf(cheapest), robust: lossesOf(robust) };
  const result: SourcingResult = {
    model,
    today,
    cheapest,
    robust,
    held,
    independenceMusd: robust.costMusd - cheapest.costMusd,
    overTodayMusd: robust.costMusd - today.costMusd,
    losses,
    unmet: unmetCases(highs, model, mixOptions, losses.robust),
    front: [],
    alternatives: [],
    alternativesRatio: ALTERNATIVES_RATIO,
    wouldBeTrue: [],
    warm: { case: held[0] ?? 0, sources: [] },
    hazards: hazardRecord(architecture),
    ...(options.asked && { asked: options.asked }),
    noChoice: noChoice(architecture, model),
    notes: notesOf(model, options),
  };
  if (robust.status !== 'optimal') return result;
  let done = 2;
  const futures = () => futurePlans(architecture, catalog, { base: model, plan, lost: held[0] });
  for (const ask of questionsOf(highs, result, { options, mixOptions, futures })) {
    yield { done: done++, of, result };
    ask();
  }
  yield { done, of, result };
  return result;
}

/** Options of the model by those of a search. */
export function planOptions({ analysis: { horizonYr } }: Architecture, options: SourcingOptions): PlanOptions {
  return {
    stepYr: options.stepYr ?? 1,
    lossYr: Math.min(options.lossYr ?? horizonYr / 2, Math.max(0, horizonYr - 1)),
    lossFraction: options.lossFraction,
    warmFraction: options.warmFraction ?? DEFAULT_WARM,
    withinYr: options.withinYr,
    asked: options.asked && { shareFraction: options.asked.shareFraction, fromYr: options.asked.byYr },
    pairs: options.pairs,
    learningRatio: options.learningRatio,
    budgetMusdYr: options.budgetMusdYr,
    without: options.without,
  };
}

/** Rules and partners of a search, for the programme. */
export function mixOptionsOf(model: PlanModel, options: SourcingOptions): MixOptions {
  const { maxShareFraction, maxHerfindahlIndex, twoFamilies, keep } = options;
  return {
    maxShareFraction,
    maxHerfindahlIndex,
    twoFamilies,
    ...(keep && {
      keep: model.makers.map(({ partner }) => keep.includes(partner)),
      keepVehicles: model.vehicles.map(({ partner }) => keep.includes(partner)),
    }),
  };
}

function unmetCases(highs: Highs, model: PlanModel, options: MixOptions, losses: readonly PlanLoss[]): UnmetCase[] {
  return losses
    .filter(({ shortYr }) => shortYr > UNMET_YR)
    .map((loss) => ({ loss, shortYr: leastShort(highs, model, options, loss.case) }))
    .filter(({ shortYr }) => shortYr > UNMET_YR)
    .map(({ loss, shortYr }) => ({
      case: loss.case,
      shortYr,
      fleets: loss.keptFraction
        .map((kept, fleet) => ({ fleet, leastFraction: Math.min(...kept) }))
        .filter(({ leastFraction }) => leastFraction < model.lossFraction - 0.005),
    }))
    .sort((a, b) => b.shortYr - a.shortYr);
}

function noChoice(architecture: Architecture, { fleets, makers }: PlanModel): SourcingResult['noChoice'] {
  const graph = supplyGraph(architecture);
  const searched = new Set(
    fleets.filter((_, f) => makers.filter(({ fleet }) => fleet === f).length > 1).map(({ functionId }) => functionId),
  );
  return graph.functions
    .filter(({ id }) => !searched.has(id) && graph.elements.some(({ functionId }) => functionId === id))
    .map(({ id, name }) => ({
      functionId: id,
      name: withoutUnits(name),
      makers: makers.filter(({ fleet }) => fleets[fleet].functionId === id).map(({ name: maker }) => maker),
    }));
}

function notesOf({ fleets, warmFraction, yearlyMusd }: PlanModel, { learningRatio }: SourcingOptions): Said[] {
  const slopes = fleets.flatMap((fleet) => fleet.learningRatio ?? learningRatio ?? []).filter((ratio) => ratio < 1);
  const limits = (yearlyMusd ?? []).filter(Number.isFinite);
  const words = [...new Set(slopes)].map((share) => said('sourcing.share', { share }));
  return [
    said('search.equal-delivery'),
    said('search.warm', { share: warmFraction }),
    said('search.stops'),
    ...(limits.length > 0 ? [said('search.money', { least: Math.min(...limits), most: Math.max(...limits) })] : []),
    ...(words.length > 0 ? [said('search.learning', { slopes: words })] : []),
  ];
}

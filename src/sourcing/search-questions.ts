import type { Highs } from 'highs';
import type { PlanMix, PlanModel } from '../flow/partner-plan.ts';
import { said } from '../flow/said.ts';
import type { FrontPoint, SourcingResult } from '../flow/sourcing.ts';
import { alternativesOf } from './coupled/alternatives.ts';
import type { FuturePlan } from './coupled/futures.ts';
import { learningSwing } from './coupled/learning-swing.ts';
import { lossOf } from './coupled/plan-loss.ts';
import { cheapestPlan, type MixOptions } from './coupled/plan-search.ts';
import { pricedShortfall } from './coupled/priced-shortfall.ts';
import { regretTable } from './coupled/regret.ts';
import { warmSources } from './coupled/warm-source.ts';
import { wouldBeTrue } from './coupled/would-be-true.ts';
import type { SourcingOptions } from './search.ts';

/** Cost over the least within which the alternatives lie, as a ratio. */
export const ALTERNATIVES_RATIO = 0.01;
/** Least rates of a launcher at which the price is told beside the one asked for: no record says which is enough. */
const WARM_ENDS = [0, 0.5];
const FRONT = [0, 0.25, 0.5, 0.75, 1];
/** Cases for which it is told what would have to be true. */
const MOST_TOLD = 2;

interface Asked {
  options: SourcingOptions;
  mixOptions: MixOptions;
  futures: () => FuturePlan[];
}

/** Questions that {@link questionsOf} has for some options. */
export function questionCount({ inFutures, shortfallMusd }: SourcingOptions): number {
  return 4 + (inFutures ? 1 : 0) + (shortfallMusd === undefined ? 0 : 1) + FRONT.length;
}

/** What is asked beside the three mixes, each with what it adds to a result: none of it changes them, nor needs another. */
export function questionsOf(
  highs: Highs,
  result: SourcingResult,
  { options, mixOptions, futures }: Asked,
): (() => void)[] {
  const { model, today, cheapest, robust, held, unmet, losses, hazards } = result;
  const priced = () => {
    const price = {
      musdYr: options.shortfallMusd!,
      lossPerYr: options.lossPerYr,
      recordPerYr: hazards && hazards.ended.count > 0 ? hazards.ended.perYr : undefined,
    };
    const mixes = {
      today: { mix: today, losses: losses.today },
      cheapest: { mix: cheapest, losses: losses.cheapest },
      robust: { mix: robust, losses: losses.robust },
    };
    result.priced = pricedShortfall(highs, model, price, { mixes, options: mixOptions });
  };
  return [
    () => {
      const wished = { held, slack: ALTERNATIVES_RATIO, options: mixOptions };
      result.alternatives = alternativesOf(highs, model, robust, wished);
    },
    () => {
      result.wouldBeTrue = unmet
        .filter((each) => model.cases[each.case].roots.length === 1)
        .slice(0, MOST_TOLD)
        .map((each) => ({ case: each.case, changes: wouldBeTrue(highs, model, each.case) }));
    },
    () => {
      result.warmSwings = WARM_ENDS.map((warmFraction) => ({
        warmFraction,
        independenceMusd: priceAt(highs, { ...model, warmFraction }, mixOptions, held),
      }));
      if (options.learningRatio === undefined)
        result.learning = learningSwing(highs, model, { cheapest, held, options: mixOptions });
    },
    () => {
      if (held.length > 0)
        result.warm.sources = warmSources(highs, model, { cheapest, c: held[0], options: mixOptions });
    },
    ...(options.inFutures
      ? [
          () => {
            result.regret = regretTable(highs, futures(), { today, cheapest, robust }, mixOptions);
            if (!result.regret) result.notes.push(said('search.no-regret'));
          },
        ]
      : []),
    ...(options.shortfallMusd === undefined ? [] : [priced]),
    ...FRONT.map((lossFraction) => () => {
      result.front.push(frontPoint(highs, { ...model, lossFraction }, { result, mixOptions }));
    }),
  ];
}

const hasRules = ({ maxShareFraction, maxHerfindahlIndex, twoFamilies }: MixOptions) =>
  maxShareFraction !== undefined || maxHerfindahlIndex !== undefined || twoFamilies === true;

/** The price of independence of a model, held to losses that are known. */
function priceAt(highs: Highs, model: PlanModel, options: MixOptions, held: readonly number[]): number {
  const robust = cheapestPlan(highs, model, { ...options, cases: held });
  return robust.costMusd - cheapestPlan(highs, model, { keep: options.keep }).costMusd;
}

/** The cheapest mix that keeps another share after the losses that decide: that of the search where it is the same question. */
function frontPoint(
  highs: Highs,
  model: PlanModel,
  { result, mixOptions }: { result: SourcingResult; mixOptions: MixOptions },
): FrontPoint {
  const { held } = result;
  const cases = model.lossFraction === 0 ? [] : held;
  const known =
    model.lossFraction === result.model.lossFraction
      ? result.robust
      : cases.length === 0 && !hasRules(mixOptions)
        ? result.cheapest
        : undefined;
  const mix: PlanMix = known ?? cheapestPlan(highs, model, { ...mixOptions, cases });
  const point: FrontPoint = {
    lossFraction: model.lossFraction,
    costMusd: mix.costMusd,
    gapRatio: mix.gapRatio,
    worstFraction: 1,
  };
  for (const c of held) {
    const { keptFraction } = lossOf(highs, { ...model, lossFraction: Math.max(0.01, model.lossFraction) }, mix, c);
    keptFraction.forEach((kept, fleet) => {
      const worst = Math.min(...kept);
      if (worst < point.worstFraction) Object.assign(point, { worstFraction: worst, worstCase: c, worstFleet: fleet });
    });
  }
  return point;
}

import type { Highs } from 'highs';
import type { PlanLoss, PlanMix, PlanModel, PricedShortfall, ShortfallCost } from '../../flow/partner-plan.ts';
import { sum } from '../../num/sum.ts';
import { lossOf } from './plan-loss.ts';
import { cheapestPlan, type MixOptions } from './plan-search.ts';

/** Chance a year of a loss where neither the question nor the book has one: a round figure near that of awards ended early. */
const ASSUMED_PER_YR = 0.02;

/** What a year of a whole fleet is worth, and how likely the losses are. */
export interface ShortfallPrice {
  /** Millions of dollars. */
  musdYr: number;
  /** Chance a year of each loss, where it is stated. */
  lossPerYr?: number;
  /** The same by the ledger of the book. */
  recordPerYr?: number;
}

/** A mix and what it keeps after each loss. */
export interface KeptMix {
  mix: PlanMix;
  losses: readonly PlanLoss[];
}

/**
 * The mix of the least money where what is missing after losses has a price, and what the others cost by the same count.
 *
 * With everybody in all mixes deliver the same force. After a loss, each year of a whole fleet that is missing of what the loss must leave counts its price, times the
 * chance that the loss comes within the horizon: losses are rare and come one at a time, so their sum is what is to be expected. All happen at the date of
 * the model. What is bought after a loss is not counted: it comes in place of what would have been bought.
 *
 * @param mixes the others, with what each keeps after every loss of the model
 */
export function pricedShortfall(
  highs: Highs,
  model: PlanModel,
  price: ShortfallPrice,
  { mixes, options }: { mixes: Record<'today' | 'cheapest' | 'robust', KeptMix>; options: MixOptions },
): PricedShortfall {
  const { musdYr } = price;
  const lossPerYr = price.lossPerYr ?? price.recordPerYr ?? ASSUMED_PER_YR;
  const chanceFraction = 1 - Math.exp(-lossPerYr * model.periodCount * model.stepYr);
  const chances = model.cases.map(({ roots }) => chanceFraction ** roots.length);
  const all = model.cases.map((_, c) => c);
  const { held, ...mix } = cheapestPlan(highs, model, {
    ...options,
    cases: musdYr > 0 ? all : [],
    shortMusdYr: chances.map((chance) => chance * musdYr),
  });
  const costOf = ({ mix: { costMusd }, losses }: KeptMix): ShortfallCost => {
    const caseShortYr = losses.map(({ shortYr }) => shortYr);
    const shortYr = sum(caseShortYr.map((years, c) => years * chances[c]));
    return { paidMusd: costMusd, shortYr, shortMusd: shortYr * musdYr, caseShortYr };
  };
  const losses = mix.status === 'optimal' ? all.map((c) => lossOf(highs, model, mix, c)) : [];
  const paidMusd = sum(mix.makerMusd) + sum(mix.vehicleMusd);
  const priced = costOf({ mix: { ...mix, costMusd: paidMusd }, losses });
  return {
    musdYr,
    lossPerYr,
    chanceFraction,
    chanceFrom: price.lossPerYr !== undefined ? 'stated' : price.recordPerYr !== undefined ? 'record' : 'assumption',
    mix: { ...mix, costMusd: paidMusd, boundMusd: mix.boundMusd - priced.shortMusd },
    held,
    boundMusd: mix.boundMusd,
    costs: { today: costOf(mixes.today), cheapest: costOf(mixes.cheapest), robust: costOf(mixes.robust), priced },
  };
}

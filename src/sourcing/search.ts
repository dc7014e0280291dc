import type { Highs } from 'highs';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import type {
  AssumptionWeight,
  FrontPoint,
  ReplacementPlan,
  SourcingMix,
  SourcingModel,
  SourcingResult,
} from '../flow/sourcing.ts';
import { type OfferNumber, type SourcingInput, type SourcingOptions, sourcingInput } from './offers.ts';
import { bindingRows, cheapestMix, functionModel } from './sourcing-programme.ts';

const FRONT_STEPS = 10;
/** Numbers looked at for their weight, those of offers in the mix first. */
const MOST_NUMBERS = 40;

/** Steps of a search, so that a caller can show how far it is and stop it between two. */
export type SearchStep = { done: number; of: number };

/**
 * The partner search of a scenario: cheapest mix, cheapest mix that survives every loss case, the price of the difference, the
 * front of cost against what is left in the worst case, replacements, and what the answer rests on.
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
  const input = sourcingInput(architecture, catalog, options);
  const { model, numbers, noChoice, notes } = input;
  const cheapest = cheapestMix(
    highs,
    withLoss({ ...model, maxShareFraction: undefined, maxHerfindahlIndex: undefined, twoFamilies: [] }, 0),
  );
  const robust = cheapestMix(highs, model);
  const wanted = inMixFirst(numbers, model, robust).slice(0, MOST_NUMBERS);
  const of = FRONT_STEPS + 1 + 2 * wanted.length;
  let done = 0;
  const goesOn = () => onStep({ done: done++, of });
  const front: FrontPoint[] = [];
  for (let step = 0; step <= FRONT_STEPS && goesOn(); step++) front.push(frontPoint(highs, model, step / FRONT_STEPS));
  const assumptions: AssumptionWeight[] = [];
  for (const each of wanted) {
    if (!goesOn() || !goesOn()) break;
    assumptions.push(weightOf(highs, input, robust, each));
  }
  return {
    model,
    cheapest,
    robust,
    independenceMusd: robust.costMusd - cheapest.costMusd,
    binding: bindingRows(highs, model, robust),
    front,
    plans: model.cases.map((_, c) => replacementPlan(model, robust, c)).filter(({ lost }) => lost.length > 0),
    assumptions: assumptions.sort((a, b) => b.mixChangeFraction - a.mixChangeFraction || swing(b) - swing(a)),
    noChoice,
    notes,
  };
}

/** The same model with another share asked for in every loss case. */
export function withLoss(model: SourcingModel, lossFraction: number): SourcingModel {
  return { ...model, demands: model.demands.map((demand) => ({ ...demand, lossFraction })) };
}

function frontPoint(highs: Highs, model: SourcingModel, lossFraction: number): FrontPoint {
  const mix = cheapestMix(highs, withLoss(model, lossFraction));
  const worst = model.demands.map(({ functionId }) => worstLeft(model, mix, functionId));
  return {
    lossFraction,
    costMusd: mix.costMusd,
    gapRatio: mix.gapRatio,
    worstFraction: Math.min(1, ...worst),
    meanWorstFraction: worst.reduce((sum, each) => sum + Math.min(1, each), 0) / Math.max(1, worst.length),
  };
}

/** Least share of a function that any loss case leaves. */
export function worstLeft(
  { offers, cases }: SourcingModel,
  { amountsFraction }: SourcingMix,
  functionId: string,
): number {
  const left = cases.map((_, c) =>
    offers.reduce(
      (sum, offer, o) => sum + (offer.functionId === functionId ? amountsFraction[o] * offer.survivesFraction[c] : 0),
      0,
    ),
  );
  return left.length > 0 ? Math.min(...left) : Number.NaN;
}

/** Survivors with room take over in the order of their unit cost: those of the mix first, then new ones with their fixed cost. */
function replacementPlan(model: SourcingModel, { amountsFraction }: SourcingMix, c: number): ReplacementPlan {
  const plan: ReplacementPlan = { caseName: model.cases[c].name, lost: [], added: [], openFraction: {} };
  for (const { functionId, baseFraction } of model.demands) {
    const mine = model.offers.flatMap((offer, o) => (offer.functionId === functionId ? [o] : []));
    const before = mine.reduce((sum, o) => sum + amountsFraction[o], 0);
    const left = mine.reduce((sum, o) => sum + amountsFraction[o] * model.offers[o].survivesFraction[c], 0);
    if (left > before - 1e-6) continue;
    plan.lost.push({ functionId, lostFraction: before - left, leftFraction: left });
    let missing = Math.max(0, baseFraction - left);
    const priceOf = (o: number) =>
      model.offers[o].unitMusd +
      (amountsFraction[o] > 0
        ? 0
        : model.offers[o].fixedMusd / Math.max(0.05, Math.min(missing, model.offers[o].capacityFraction)));
    for (const o of mine
      .filter((each) => model.offers[each].survivesFraction[c] > 0.01)
      .sort((a, b) => priceOf(a) - priceOf(b))) {
      const { id, name, survivesFraction, capacityFraction, unitMusd, fixedMusd, delayYr } = model.offers[o];
      const fraction = Math.min(missing, (capacityFraction - amountsFraction[o]) * survivesFraction[c]);
      if (fraction < 0.005) continue;
      const costMusd = fraction * unitMusd + (amountsFraction[o] > 0 ? 0 : fixedMusd);
      plan.added.push({ offer: id, functionId, name, fraction, delayYr, costMusd });
      missing -= fraction;
    }
    if (missing > 0.005) plan.openFraction[functionId] = missing;
  }
  return plan;
}

function inMixFirst(
  numbers: readonly OfferNumber[],
  { offers }: SourcingModel,
  { amountsFraction }: SourcingMix,
): OfferNumber[] {
  const amount = new Map(offers.map(({ id }, o) => [id, amountsFraction[o]]));
  const seen = new Set<string>();
  return [...numbers]
    .filter(({ offer, what, number }) => {
      const key = `${offer} ${what}`;
      return number.low !== number.high && !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => Number((amount.get(b.offer) ?? 0) > 0) - Number((amount.get(a.offer) ?? 0) > 0));
}

function weightOf(
  highs: Highs,
  { model, changed }: SourcingInput,
  robust: SourcingMix,
  { offer, what, number }: OfferNumber,
): AssumptionWeight {
  const at = (end: 'low' | 'high') => {
    // the other functions stay as they are
    const { functionId } = model.offers.find(({ id }) => id === offer)!;
    const part = cheapestMix(highs, functionModel(changed({ offer, what, end }), functionId));
    const before = {
      ...functionModel(model, functionId),
      amounts: robust.amountsFraction.filter((_, o) => model.offers[o].functionId === functionId),
    };
    const costBefore = before.offers.reduce(
      (sum, each, o) => sum + before.amounts[o] * each.unitMusd + (before.amounts[o] > 0 ? each.fixedMusd : 0),
      0,
    );
    const moved = part.amountsFraction.reduce((sum, each, o) => sum + Math.abs(each - before.amounts[o]), 0) / 2;
    return { costMusd: robust.costMusd - costBefore + part.costMusd, moved: moved / Math.max(1, model.demands.length) };
  };
  const low = at('low');
  const high = at('high');
  return {
    offer,
    what,
    value: number.value,
    low: number.low!,
    high: number.high!,
    mixChangeFraction: Math.max(low.moved, high.moved),
    costAtLowMusd: low.costMusd,
    costAtHighMusd: high.costMusd,
    basis: number.basis,
  };
}

const swing = ({ costAtLowMusd, costAtHighMusd }: AssumptionWeight) => Math.abs(costAtHighMusd - costAtLowMusd);

import type { Highs } from 'highs';
import type { PlanMix, PlanModel, WarmSource } from '../../flow/partner-plan.ts';
import { lossOf } from './plan-loss.ts';
import { cheapestPlan, type MixOptions } from './plan-search.ts';

/**
 * What a second launcher that is kept warm costs a year, and how likely a loss has to be for it to be worth that.
 *
 * The cheapest mix that must fly the vehicle at its least rate beside the cheapest that may not take it in before the loss. What it
 * saves is counted in years of fleets, each year at what a year of that fleet costs: who does not want the shield at its price
 * does not want it back at that price. The premium is worth it where losses come more often than once in the break-even time.
 *
 * @param cheapest the cheapest mix: of a vehicle that it has it is the mix with it, of the others the mix without
 * @param c loss case
 */
export function warmSources(
  highs: Highs,
  model: PlanModel,
  { cheapest, c, options }: { cheapest: PlanMix; c: number; options: MixOptions },
): WarmSource[] {
  const years = model.periodCount * model.stepYr;
  return model.vehicles.flatMap(({ id, name, partner, leftFraction }, v) => {
    if (leftFraction[c] === 0) return [];
    const isIn = cheapest.takenVehicles[v];
    const other = cheapestPlan(highs, model, {
      keep: options.keep,
      ...(isIn
        ? { vehicles: model.vehicles.map((_, each) => each !== v) }
        : { keepVehicles: model.vehicles.map((_, each) => each === v) }),
    });
    if (other.status !== 'optimal') return [];
    const [withIt, without] = isIn ? [cheapest, other] : [other, cheapest];
    const premiumMusdYr = (withIt.costMusd - without.costMusd) / years;
    const saved = valueLost(highs, model, without, c) - valueLost(highs, model, withIt, c);
    return [
      {
        vehicle: id,
        name,
        partner,
        premiumMusdYr,
        savedMusd: Math.max(0, saved),
        ...(saved > 1 && { breakEvenPerYr: Math.max(0, premiumMusdYr) / saved }),
      },
    ];
  });
}

/** What is missing after a loss of what would stand, each year of a fleet at what it costs a year. */
function valueLost(highs: Highs, model: PlanModel, mix: PlanMix, c: number): number {
  const { keptFraction } = lossOf(highs, { ...model, lossFraction: 1 }, mix, c);
  const years = model.periodCount * model.stepYr;
  return model.fleets.reduce((sum, { standingFraction }, f) => {
    const musd = model.makers.reduce((total, { fleet }, o) => total + (fleet === f ? mix.makerMusd[o] : 0), 0);
    const stood = standingFraction.reduce((total, share) => total + share, 0) * model.stepYr;
    const missing = keptFraction[f].reduce(
      (total, kept, k) => total + (1 - kept) * standingFraction[model.lossPeriod + k] * model.stepYr,
      0,
    );
    return stood > 0 && years > 0 ? sum + (missing * musd) / stood : sum;
  }, 0);
}

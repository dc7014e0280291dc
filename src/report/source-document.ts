import type { PlanMix, PlanModel, PricedShortfall } from '../flow/partner-plan.ts';
import type { FlownMix, SourcingResult } from '../flow/sourcing.ts';
import { flownOf, survivalOf } from './sourcing/survival.ts';
import { worstFlown } from './sourcing/tables.ts';

/**
 * The answer of `cupola source` as one JSON document: mixes by name, what each loss leaves, as planned and as flown, and the model that they
 * are of.
 *
 * Money in millions of dollars of the scenario's year; shares of a fleet; periods of `model.stepYr` from `model.startYear`.
 */
export function sourceDocument(result: SourcingResult) {
  const { model, losses, wouldBeTrue, warm, priced, ...rest } = result;
  const mix = (which: FlownMix['which']) => mixDocument(model, result[which], flownOf(result, which));
  return {
    ...rest,
    today: mix('today'),
    cheapest: mix('cheapest'),
    robust: mix('robust'),
    cases: model.cases.map(({ name, roots }, c) => ({
      lost: roots,
      name,
      survives: survivalOf(model, flownOf(result, 'robust'), c),
      isHeld: result.held.includes(c),
      kept: keptDocument(model, losses.robust[c]?.keptFraction),
      keptToday: keptDocument(model, losses.today[c]?.keptFraction),
      noLeaker: chancesOf(flownOf(result, 'robust'), c),
      noLeakerToday: chancesOf(flownOf(result, 'today'), c),
    })),
    costAgainstChance: worstFlown(result).map(({ case: c, ...point }) => ({
      ...point,
      lost: c === undefined ? [] : model.cases[c].roots,
    })),
    wouldHaveToBeTrue: wouldBeTrue.map(({ case: c, changes }) => ({ lost: model.cases[c].roots, changes })),
    ...(priced && { priced: pricedDocument(model, priced) }),
    premium: { lost: model.cases[warm.case]?.roots ?? [], sources: warm.sources },
    model,
  };
}

function mixDocument(model: PlanModel, mix: PlanMix, flown: FlownMix | undefined) {
  const { costMusd, boundMusd, gapRatio, status } = mix;
  return {
    status,
    costMusd,
    boundMusd,
    gapRatio,
    mix: [
      ...model.makers.flatMap(({ fleet, partner, name }, o) =>
        mix.makerFraction[o] > 0.0005
          ? [
              {
                functionId: model.fleets[fleet].functionId,
                fleet: model.fleets[fleet].id,
                partner,
                name,
                shareFraction: mix.makerFraction[o],
                costMusd: mix.makerMusd[o],
              },
            ]
          : [],
      ),
      ...model.vehicles.flatMap(({ id, partner, name }, v) =>
        mix.launchCounts[v] > 0.05
          ? [
              {
                functionId: 'launch',
                vehicle: id,
                partner,
                name,
                launchCount: mix.launchCounts[v],
                costMusd: mix.vehicleMusd[v],
              },
            ]
          : [],
      ),
    ],
    delivery: model.fleets.map(({ id }, f) => ({ fleet: id, standingFraction: mix.standing[f] })),
    ...(flown && { spentMusd: flown.spentMusd, noLeaker: byYears(flown.afterYr, flown.base) }),
  };
}

function pricedDocument(model: PlanModel, { mix, costs, held, ...price }: PricedShortfall) {
  const cost = (name: keyof typeof costs) => {
    const { caseShortYr, ...sums } = costs[name];
    const short = caseShortYr.flatMap((shortYr, c) =>
      shortYr > 0.005 ? [{ lost: model.cases[c].roots, shortYr }] : [],
    );
    return { ...sums, totalMusd: sums.paidMusd + sums.shortMusd, short };
  };
  return {
    ...price,
    ...mixDocument(model, mix, undefined),
    held: held.map((c) => model.cases[c].roots),
    costs: { today: cost('today'), cheapest: cost('cheapest'), robust: cost('robust'), priced: cost('priced') },
  };
}

function keptDocument({ fleets, stepYr }: PlanModel, kept: number[][] | undefined) {
  if (!kept) return [];
  return fleets.map(({ id }, f) => ({
    fleet: id,
    keptFraction: byYears(
      [2, 5, 10].filter((years) => years / stepYr <= kept[f].length),
      [2, 5, 10].map((years) => kept[f][Math.round(years / stepYr) - 1]),
    ),
  }));
}

function chancesOf(flown: FlownMix | undefined, c: number) {
  const found = flown?.cases.find((each) => each.case === c);
  return found && flown ? byYears(flown.afterYr, found.noLeaker) : undefined;
}

const byYears = <T>(years: readonly number[], values: readonly T[]): Record<string, T> =>
  Object.fromEntries(years.map((year, i) => [String(year), values[i]!]));

import type { CampaignOutcome } from './campaign.ts';
import type { CampaignPlan } from './campaign-plan.ts';
import type { CostElement, CostModel } from './cost-model.ts';
import { DEFAULT_DEVELOPMENT_YR } from './element-cost.ts';
import { launchPriceMusd } from './launch-bill.ts';
import { lotCostFactor } from './learning.ts';
import { type MoneyKind, outlays } from './spend-out.ts';
import { splitLaunchMusd, unitNetMusd } from './unit-price.ts';

/** From the order of a unit to its delivery, and of a launch to its flight. */
export const ORDER_LEAD_YR = { unit: 2, launch: 1 };

/** Obligations of one element by year, by how fast they are paid, and who is paid for its launches. */
export interface ElementMoney {
  byKind: Record<MoneyKind, Float64Array>;
  /** [vehicle] part of procurement that goes to the launches. */
  launchMusd: Float64Array[];
  /** Part of it that is launch by the kilogram, where no vehicle is named. */
  launchByKgMusd: Float64Array;
}

/**
 * Money of one element as the campaign built it: what flew was bought, what was bought is paid.
 *
 * Units are ordered two years before delivery, at the price of their place on the learning curve, launches one year before the flight
 * at the price of the vehicle that flew; a unit price that holds the launch is first freed of it (`splitLaunchMusd`). Development evenly over its
 * years; sites as the units; operations as far as units stand, those of a constellation that several makers share once.
 */
export function elementMoney(
  element: CostElement,
  model: CostModel,
  built: { plan: CampaignPlan; outcome: CampaignOutcome; index: number | undefined },
): ElementMoney {
  const { years } = model;
  const { numbers, growthRatio, groupShareFraction } = element;
  const money: ElementMoney = {
    byKind: {
      research: new Float64Array(years),
      procurement: new Float64Array(years),
      operations: new Float64Array(years),
    },
    launchMusd: model.vehicles.map(() => new Float64Array(years)),
    launchByKgMusd: new Float64Array(years),
  };
  const { research, procurement, operations } = money.byKind;
  for (let year = 0; year < years; year++)
    operations[year] += ((numbers.residualMusd ?? 0) * groupShareFraction) / years;
  if (numbers.serviceMusdYr !== undefined) {
    for (let year = 0; year < years; year++) operations[year] += numbers.serviceMusdYr;
    return money;
  }
  if (numbers.developmentMusd) {
    const span = Math.min(years, Math.max(1, Math.ceil(numbers.developmentYr ?? DEFAULT_DEVELOPMENT_YR)));
    for (let year = 0; year < span; year++)
      research[year] += (numbers.developmentMusd * growthRatio * groupShareFraction) / span;
  }
  if (built.index === undefined) {
    for (let year = 0; year < years; year++)
      operations[year] +=
        (numbers.operationsMusdYr ?? 0) * groupShareFraction + (numbers.siteOperationsMusdYr ?? 0) * element.siteCount;
    procurement[0] += (numbers.siteMusd ?? 0) * Math.max(0, element.siteCount - element.existingSiteCount);
    return money;
  }
  addUnits(element, built.outcome.unitsByYear[built.index], procurement, model);
  addLaunches(element, model, built, money);
  addStanding(element, built, model.years, money);
  return money;
}

function addUnits(element: CostElement, units: Float64Array, procurement: Float64Array, model: CostModel): void {
  const { numbers, learningTheory, growthRatio, terminalsMusd } = element;
  const { unitMusd, firstUnitMusd, learningRatio = 1 } = numbers;
  const learns = unitMusd === undefined && firstUnitMusd !== undefined;
  const inside = splitLaunchMusd(element, model) ?? 0;
  const flat = unitNetMusd(element, model)(Math.max(1, element.unitCount));
  let before = Math.min(element.existingCount, element.unitCount);
  for (let year = 0; year < units.length; year++) {
    const count = units[year];
    if (!(count > 0)) continue;
    const first = Math.round(before) + 1;
    const price = learns
      ? Math.max(
          0,
          firstUnitMusd * lotCostFactor(first, first + Math.round(count) - 1, learningRatio, learningTheory) -
            count * inside,
        )
      : count * flat;
    procurement[Math.max(0, year - ORDER_LEAD_YR.unit)] += price * growthRatio + count * terminalsMusd;
    before += count;
  }
}

function addLaunches(
  element: CostElement,
  model: CostModel,
  { plan, outcome, index }: { plan: CampaignPlan; outcome: CampaignOutcome; index: number | undefined },
  money: ElementMoney,
): void {
  if (!element.isSpace || index === undefined) return;
  if (element.launchIncluded && splitLaunchMusd(element, model) === undefined) return;
  const { procurement } = money.byKind;
  if (plan.elements[index].isLaunched) {
    plan.vehicles.forEach((vehicle, v) => {
      const known = model.vehicles.findIndex(({ id }) => id === vehicle.id);
      const priceMusd =
        known >= 0 ? launchPriceMusd(model.vehicles[known], model.governmentPrices) || 0 : vehicle.priceMusd;
      outcome.launchesOf[index][v].forEach((launches, year) => {
        const at = Math.max(0, year - ORDER_LEAD_YR.launch);
        procurement[at] += launches * priceMusd;
        if (known >= 0) money.launchMusd[known][at] += launches * priceMusd;
      });
    });
    return;
  }
  const { massKg, launchUsdKg = model.usdKg } = element.numbers;
  if (massKg === undefined || launchUsdKg === undefined) return;
  outcome.unitsByYear[index].forEach((count, year) => {
    const musd = (count * massKg * launchUsdKg) / 1e6;
    const at = Math.max(0, year - ORDER_LEAD_YR.launch);
    procurement[at] += musd;
    money.launchByKgMusd[at] += musd;
  });
}

function addStanding(
  element: CostElement,
  { outcome, index }: { outcome: CampaignOutcome; index: number | undefined },
  years: number,
  money: ElementMoney,
): void {
  const { numbers, siteCount, unitCount, existingSiteCount, groupShareFraction } = element;
  const { operationsMusdYr = 0, unitOperationsMusdYr = 0, siteOperationsMusdYr = 0, siteMusd = 0 } = numbers;
  const { operations, procurement } = money.byKind;
  let most = Math.min(element.existingCount, unitCount);
  let sites = Math.min(siteCount, Math.max(existingSiteCount, Math.floor((siteCount * most) / Math.max(1, unitCount))));
  for (let year = 0; year < years; year++) {
    const standing = outcome.inService[index!][Math.min(outcome.inService[index!].length - 1, 12 * year + 11)] ?? 0;
    if (standing > 0) operations[year] += operationsMusdYr * groupShareFraction;
    operations[year] += unitOperationsMusdYr * standing;
    operations[year] += siteOperationsMusdYr * siteCount * Math.min(1, standing / Math.max(1, unitCount));
    most = Math.max(most, standing);
    const builtSites = Math.min(siteCount, Math.ceil((siteCount * most) / Math.max(1, unitCount) - 1e-9));
    if (builtSites > sites) {
      procurement[Math.max(0, year - ORDER_LEAD_YR.unit)] += (builtSites - sites) * siteMusd;
      sites = builtSites;
    }
  }
}

/** Outlays of an element by year. */
export function elementOutlays({ byKind }: ElementMoney): Float64Array {
  const kinds = Object.keys(byKind) as MoneyKind[];
  const paid = new Float64Array(byKind.research.length);
  for (const kind of kinds)
    outlays(byKind[kind], kind).forEach((musd, year) => {
      paid[year] += musd;
    });
  return paid;
}

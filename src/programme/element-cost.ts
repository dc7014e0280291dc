import type { CostCategory } from '../flow/cost.ts';
import type { CostElement, CostModel } from './cost-model.ts';
import { type LaunchBook, launchChoices, launchSatellites } from './launch-bill.ts';
import { type PurchasePlan, purchasePlan, spreadEvenly } from './purchase-plan.ts';
import { splitLaunchMusd, unitNetMusd } from './unit-price.ts';

/** Years over which development is paid where the plan does not say. */
export const DEFAULT_DEVELOPMENT_YR = 5;

/** Yearly cost of one element by category, absent where there is none. */
export interface ElementYears {
  byCategory: Partial<Record<CostCategory, Float64Array>>;
  plan: PurchasePlan;
  /** Mean price of a unit of the first lot, without a launch that is priced apart. */
  meanUnitMusd: number;
  /** Whether its published price holds a launch that was taken out of it, to be priced by vehicle. */
  launchSplit: boolean;
  /** Launches wanted beyond the capacity of the vehicles, by year. */
  shortLaunches: Float64Array;
  /** Whether it flies but nothing says what its launch costs. */
  launchUnpriced: boolean;
  /** Money of launches by $/kg, by year; that of vehicles is in the launch book. */
  launchByKgMusd: Float64Array;
}

/**
 * Cost of one element by category and year.
 *
 * Development evenly over its years; units at the mean price of their lot, with learning inside the lot and none from lot
 * to lot; launch by $/kg or by vehicle in the year of purchase, and once: a published unit price that holds the launch is freed of it where a
 * vehicle of the scenario carries the unit, and stands as it is where none does; operations by units in service at the end of the year,
 * those of the whole constellation in every year; a service by its yearly price alone; residuals evenly over the horizon. What is paid
 * once for a constellation (development, operations of the whole, residuals) is shared by the elements that it is split into.
 * Leaves out discounting, lead time between order and delivery, and disposal.
 */
export function elementCost(element: CostElement, model: CostModel, book: LaunchBook): ElementYears {
  const { years } = model;
  const { numbers, growthRatio, groupShareFraction } = element;
  const netMusd = unitNetMusd(element, model);
  const result: ElementYears = {
    byCategory: {},
    plan: purchasePlan(element, years),
    meanUnitMusd: netMusd(lotSize(element)),
    launchSplit: splitLaunchMusd(element, model) !== undefined,
    shortLaunches: new Float64Array(years),
    launchUnpriced: false,
    launchByKgMusd: new Float64Array(years),
  };
  const column = (category: CostCategory) => {
    result.byCategory[category] ??= new Float64Array(years);
    return result.byCategory[category];
  };
  const each = (category: CostCategory, perYear: number) => {
    if (perYear > 0) spreadEvenly(column(category), 0, years, years * perYear);
  };
  each('residual', ((numbers.residualMusd ?? 0) * groupShareFraction) / years);
  if (numbers.serviceMusdYr !== undefined) {
    each('service', numbers.serviceMusdYr);
    return withoutPurchases(result);
  }
  if (numbers.developmentMusd) {
    const span = Math.min(years, Math.max(1, Math.ceil(numbers.developmentYr ?? DEFAULT_DEVELOPMENT_YR)));
    spreadEvenly(column('development'), 0, span, numbers.developmentMusd * growthRatio * groupShareFraction);
  }
  const againMusd = netMusd(element.unitCount);
  addUnits(element, againMusd, result, column);
  addLaunches(element, againMusd, { model, book, result, column });
  addOperations(element, result, column, each);
  return result;
}

/** Units in the lot over which the first set learns. */
function lotSize({ unitCount, existingCount }: CostElement): number {
  return Math.max(0, unitCount - Math.min(existingCount, unitCount));
}

type Column = (category: CostCategory) => Float64Array;

function withoutPurchases(result: ElementYears): ElementYears {
  result.plan.initial.fill(0);
  result.plan.replacement.fill(0);
  result.meanUnitMusd = 0;
  return result;
}

function addUnits(
  element: CostElement,
  again: number,
  { plan, meanUnitMusd: first }: ElementYears,
  column: Column,
): void {
  const { growthRatio, terminalsMusd } = element;
  for (let i = 0; i < plan.initial.length; i++) {
    if (plan.initial[i] > 0 && first > 0) column('procurement')[i] += plan.initial[i] * first * growthRatio;
    if (plan.replacement[i] > 0 && again > 0) column('replacement')[i] += plan.replacement[i] * again * growthRatio;
    const bought = plan.initial[i] + plan.replacement[i];
    if (bought > 0 && terminalsMusd > 0) column('terminals')[i] += bought * terminalsMusd;
  }
}

/** Where launches are priced and put down. */
interface Launching {
  model: CostModel;
  book: LaunchBook;
  result: ElementYears;
  column: Column;
}

function addLaunches(element: CostElement, netMusd: number, { model, book, result, column }: Launching): void {
  if (!element.isSpace || (element.launchIncluded && !result.launchSplit)) return;
  const { initial, replacement } = result.plan;
  if (!initial.some((n) => n > 0) && !replacement.some((n) => n > 0)) return;
  const { massKg, launchUsdKg = model.usdKg } = element.numbers;
  const unitMusd = netMusd * element.growthRatio;
  const byKg = !result.launchSplit && massKg !== undefined && launchUsdKg !== undefined;
  const choices = byKg || massKg === undefined ? [] : launchChoices(element, unitMusd, model);
  result.launchUnpriced = !byKg && choices.length === 0;
  if (result.launchUnpriced) return;
  const launch = (category: 'launch' | 'replacement-launch', count: number, year: number) => {
    if (!(count > 0)) return;
    if (byKg) {
      const musd = (count * massKg * launchUsdKg) / 1e6;
      column(category)[year] += musd;
      result.launchByKgMusd[year] += musd;
      return;
    }
    const bill = launchSatellites(count, year, choices, book);
    column(category)[year] += bill.musd;
    if (bill.lostCount > 0 && unitMusd > 0) column('replacement')[year] += bill.lostCount * unitMusd;
    result.shortLaunches[year] += bill.shortLaunches;
    lost[year] += bill.lostCount;
  };
  const lost = new Float64Array(initial.length);
  for (let year = 0; year < initial.length; year++) {
    launch('launch', initial[year], year);
    launch('replacement-launch', replacement[year], year);
    replacement[year] += lost[year];
  }
}

function addOperations(
  element: CostElement,
  { plan }: ElementYears,
  column: Column,
  each: (category: CostCategory, perYear: number) => void,
): void {
  const { numbers, siteCount, unitCount, existingCount } = element;
  const { operationsMusdYr = 0, unitOperationsMusdYr = 0, siteOperationsMusdYr = 0, siteMusd = 0 } = numbers;
  each('operations', operationsMusdYr * element.groupShareFraction);
  const standing = unitCount > 0 ? Math.min(1, existingCount / unitCount) : 0;
  const builtSites = Math.min(siteCount, Math.max(element.existingSiteCount, Math.floor(siteCount * standing)));
  if (siteMusd > 0 && siteCount > builtSites) {
    const from = Math.floor(element.firstDeliveryYr);
    spreadEvenly(column('sites'), from, plan.deploymentYr, (siteCount - builtSites) * siteMusd);
  }
  for (let i = 0; i < plan.inService.length; i++) {
    const share = unitCount > 0 ? plan.inService[i] / unitCount : 1;
    const musd = unitOperationsMusdYr * plan.inService[i] + siteOperationsMusdYr * siteCount * share;
    if (musd > 0) column('operations')[i] += musd;
  }
}

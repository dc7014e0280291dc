import type { Architecture } from '../flow/architecture.ts';
import {
  type CostCategory,
  type CostResult,
  costCategories,
  type ElementCost,
  type PartnerCost,
  type VehicleLaunches,
} from '../flow/cost.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import { sum } from '../num/sum.ts';
import { type CostElement, type CostModel, type CostOptions, costModel } from './cost-model.ts';
import { costNotes } from './cost-notes.ts';
import { type ElementYears, elementCost } from './element-cost.ts';
import { type LaunchBook, openLaunchBook } from './launch-bill.ts';

/**
 * Cost of an architecture by element, partner and fiscal year over the horizon, in dollars of its price year.
 *
 * Bottom-up, without ranges and without growth of programmes; the rules are those of `elementCost` and `purchasePlan`.
 *
 * @throws RangeError on a price year or currency that cannot be converted; `costProblems` finds these first
 */
export function costOf(architecture: Architecture, options: CostOptions = {}): CostResult {
  return costOfModel(costModel(architecture, options));
}

/** As {@link costOf}, from a model whose numbers may have been changed. */
export function costOfModel(model: CostModel): CostResult {
  const book = openLaunchBook(model);
  const parts: ElementYears[] = [];
  for (const i of model.launchOrder) parts[i] = elementCost(model.elements[i], model, book);
  const elements = model.elements.map((element, i) => elementResult(element, parts[i]));
  const yearMusd = sumYears(
    elements.map((element) => element.yearMusd),
    model.years,
  );
  return {
    startYear: model.startYear,
    years: model.years,
    priceYear: model.priceYear,
    totalMusd: sum(yearMusd),
    yearMusd,
    categoryMusd: sumCategories(elements.map((element) => element.categoryMusd)),
    elements,
    partners: partnerCosts(model, elements, parts, book),
    launches: vehicleLaunches(model, book),
    notes: costNotes(model, parts),
  };
}

/** Total by year alone: all that a draw of the uncertainty needs. */
export function yearlyCost(model: CostModel): { elementMusd: Float64Array; yearMusd: Float64Array } {
  const book = openLaunchBook(model);
  const yearMusd = new Float64Array(model.years);
  const elementMusd = new Float64Array(model.elements.length);
  for (const index of model.launchOrder) {
    const { byCategory } = elementCost(model.elements[index], model, book);
    for (const category of costCategories) {
      const byYear = byCategory[category];
      if (!byYear) continue;
      for (let i = 0; i < byYear.length; i++) {
        yearMusd[i] += byYear[i];
        elementMusd[index] += byYear[i];
      }
    }
  }
  return { elementMusd, yearMusd };
}

function elementResult(element: CostElement, { byCategory, plan, meanUnitMusd }: ElementYears): ElementCost {
  const yearMusd = sumYears(Object.values(byCategory), plan.initial.length);
  const boughtCounts = Array.from(plan.initial, (first, i) => first + plan.replacement[i]);
  return {
    id: element.id,
    name: element.name,
    role: element.role,
    partner: element.partner,
    unitCount: element.unitCount,
    boughtCount: sum(boughtCounts),
    meanUnitMusd: sum(boughtCounts) > 0 ? meanUnitMusd : 0,
    totalMusd: sum(yearMusd),
    yearMusd,
    categoryMusd: categoryTotals(byCategory),
    boughtCounts,
    inServiceCounts: [...plan.inService],
  };
}

function categoryTotals(byCategory: ElementYears['byCategory']): Record<CostCategory, number> {
  return record((category) => sum(byCategory[category] ?? []));
}

function sumCategories(parts: Record<CostCategory, number>[]): Record<CostCategory, number> {
  return record((category) => sum(parts.map((part) => part[category])));
}

function record(totalOf: (category: CostCategory) => number): Record<CostCategory, number> {
  return Object.fromEntries(costCategories.map((category) => [category, totalOf(category)])) as Record<
    CostCategory,
    number
  >;
}

/** Money by partner: an element's to its partner, a launch's to the partner of the vehicle. */
function partnerCosts(
  model: CostModel,
  elements: ElementCost[],
  parts: ElementYears[],
  book: LaunchBook,
): PartnerCost[] {
  const byPartner = new Map<string, Float64Array>();
  const add = (partner: string, byYear: ArrayLike<number>, sign = 1) => {
    const sums = byPartner.get(partner) ?? new Float64Array(model.years);
    byPartner.set(partner, sums);
    for (let i = 0; i < model.years; i++) sums[i] += sign * byYear[i];
  };
  elements.forEach((element, i) => {
    const { byCategory, launchByKgMusd } = parts[i];
    const partner = element.partner ?? UNNAMED;
    add(partner, element.yearMusd);
    for (const launch of [byCategory.launch, byCategory['replacement-launch']]) if (launch) add(partner, launch, -1);
    if (launchByKgMusd.some((musd) => musd > 0)) add('launch', launchByKgMusd);
  });
  model.vehicles.forEach(({ partner = 'launch' }, v) => {
    if (book.musd[v].some((musd) => musd > 0)) add(partner, book.musd[v]);
  });
  return [...byPartner]
    .map(([partner, byYear]) => ({ partner, totalMusd: sum(byYear), yearMusd: [...byYear] }))
    .filter(({ totalMusd }) => Math.abs(totalMusd) > 1e-6)
    .sort((a, b) => b.totalMusd - a.totalMusd || a.partner.localeCompare(b.partner));
}

function vehicleLaunches({ vehicles }: CostModel, book: LaunchBook): VehicleLaunches[] {
  return vehicles.map(({ id, partner }, v) => ({
    vehicle: id,
    partner,
    launchCount: sum(book.made[v]),
    launchCounts: [...book.made[v]],
    totalMusd: sum(book.musd[v]),
  }));
}

function sumYears(lists: ArrayLike<number>[], years: number): number[] {
  const sums = new Array<number>(years).fill(0);
  for (const list of lists) for (let i = 0; i < years; i++) sums[i] += list[i];
  return sums;
}

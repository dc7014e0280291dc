import type { CostElement, CostModel } from './cost-model.ts';
import { launchChoices } from './launch-bill.ts';
import { averageCostFactor } from './learning.ts';

/** Mean price of a unit in a lot: as stated, or the first unit's with learning; interceptors one by one where only those are priced. */
export function meanUnitMusd({ numbers, perUnitCount, learningTheory }: CostElement, lot: number): number {
  const { unitMusd, firstUnitMusd, interceptorMusd, learningRatio } = numbers;
  if (unitMusd === undefined && firstUnitMusd !== undefined)
    return firstUnitMusd * averageCostFactor(Math.max(1, Math.round(lot)), learningRatio ?? 1, learningTheory);
  return unitMusd ?? (interceptorMusd ?? 0) * perUnitCount;
}

/** What of a published price of one unit is its launch: as stated, or by mass and price a kilogram; undefined where nothing says so. */
export function publishedLaunchMusd({
  launchIncluded,
  numbers: { launchInUnitMusd, massKg, launchUsdKg },
}: Pick<CostElement, 'launchIncluded' | 'numbers'>): number | undefined {
  if (!launchIncluded) return undefined;
  if (launchInUnitMusd !== undefined) return launchInUnitMusd;
  return massKg !== undefined && launchUsdKg !== undefined ? (massKg * launchUsdKg) / 1e6 : undefined;
}

/**
 * Launch that is taken out of the price of one unit because each launch is priced by the vehicle that flies it: where the published price holds a launch,
 * something says at what price, and a vehicle of the scenario with a price can carry the unit. Else undefined, and the published price stands.
 */
export function splitLaunchMusd(element: CostElement, model: CostModel): number | undefined {
  const inside = element.isSpace ? publishedLaunchMusd(element) : undefined;
  if (inside === undefined || launchChoices(element, meanUnitMusd(element, 1), model).length === 0) return undefined;
  return inside;
}

/** Mean price of a unit in a lot without the launch that is priced apart. */
export function unitNetMusd(element: CostElement, model: CostModel): (lot: number) => number {
  const inside = splitLaunchMusd(element, model) ?? 0;
  return (lot) => Math.max(0, meanUnitMusd(element, lot) - inside);
}

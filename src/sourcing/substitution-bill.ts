import type { PoolVehicle } from '../dependence/launch-pool.ts';
import type { Loss } from '../dependence/losses.ts';
import { planOf, type SupplyGraph } from '../dependence/supply-graph.ts';
import { supplyGroups } from '../dependence/supply-health.ts';
import { priceOf, type TakeoverSource } from '../dependence/takeovers.ts';
import type { Architecture } from '../flow/architecture.ts';
import { publishedLaunchMusd } from '../programme/unit-price.ts';

/** Money over the horizon when someone has left. */
export interface SubstitutionBill {
  /** For units that substitutes make, and launches that they fly. */
  paidMusd: number;
  /** What those who left would have been paid for the same. */
  savedMusd: number;
  /** Price, at those who left, of the units that wear out and nobody replaces. */
  unspentMusd: number;
}

/** Units over the horizon. */
export interface AddedUnits {
  /** Made by substitutes. */
  madeCount: number;
  /** Launched by substitutes. */
  launchedCount: number;
  /** Needed to replace what wears out, and not made by anyone. */
  missingCount: number;
}

interface Prices {
  usualMusd: number;
  substituteMusd: number;
  usualMusdKg: number;
  substituteMusdKg: number;
}

/** Year after a loss at which the vehicles that are left are weighed by what they lift. */
const WEIGHED_YR = 5;

/**
 * Prices of a unit and of a kilogram to orbit. Units: usual, of those who left; the cheapest substitute, or the usual one where the
 * book has none; a published price that holds the launch without it, as that is paid apart. Launches: usual, of the cheapest vehicle with a price; substitutes, the mean of those left by what they lift.
 */
export function substitutePrices(
  architecture: Architecture,
  graph: SupplyGraph,
  {
    loss,
    sources,
    left,
    roots,
  }: { loss: Loss; sources: readonly TakeoverSource[]; left: readonly PoolVehicle[]; roots: ReadonlySet<string> },
): Prices {
  const priced = sources.flatMap(({ unitMusd }) => (unitMusd === undefined ? [] : [unitMusd]));
  const gone = supplyGroups(graph, loss.element.key)
    .flatMap(({ edges }) => edges)
    .filter(({ from }) => roots.has(from))
    .map(priceOf)
    .find((price) => price !== undefined);
  const usualMusd = gone ?? publishedUnitMusd(architecture, loss.element.id);
  const capacityKg = left.reduce((sum, each) => sum + each.launchesPerYr(WEIGHED_YR) * each.payloadKg, 0);
  const priceOfAll = left.reduce((sum, each) => sum + each.launchesPerYr(WEIGHED_YR) * each.payloadKg * each.musdKg, 0);
  const substituteMusdKg = capacityKg > 0 ? priceOfAll / capacityKg : 0;
  const usual = architecture.launch.launchers.flatMap(({ governmentPriceMusd, priceMusd, payloadKg }) => {
    const price = governmentPriceMusd ?? priceMusd;
    return price === undefined ? [] : [price / payloadKg];
  });
  const known = capacityKg > 0 ? [...usual, substituteMusdKg] : usual;
  const usualMusdKg = known.length > 0 ? Math.min(...known) : 0;
  return {
    usualMusd,
    substituteMusd: priced.length > 0 ? Math.min(...priced) : usualMusd,
    usualMusdKg,
    substituteMusdKg,
  };
}

function publishedUnitMusd(architecture: Architecture, id: string): number {
  const plan = planOf(architecture, id);
  if (plan?.unitMusd === undefined) return 0;
  const { unitMusd, launchIncluded = false } = plan;
  return Math.max(0, unitMusd - (publishedLaunchMusd({ launchIncluded, numbers: plan }) ?? 0));
}

/** Adds one element's units to the bill. */
export function addToBill(bill: SubstitutionBill, units: AddedUnits, massKg: number, prices: Prices): void {
  const madeCount = Math.max(0, units.madeCount);
  const launchedKg = Math.max(0, units.launchedCount) * massKg;
  bill.paidMusd += madeCount * prices.substituteMusd + launchedKg * prices.substituteMusdKg;
  bill.savedMusd += madeCount * prices.usualMusd + launchedKg * prices.usualMusdKg;
  bill.unspentMusd += units.missingCount * (prices.usualMusd + massKg * prices.usualMusdKg);
}

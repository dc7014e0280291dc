import type { Catalog } from '../catalog/entry.ts';
import { launchPool, type PoolVehicle, survivingPool } from '../dependence/launch-pool.ts';
import { supplyGraph } from '../dependence/supply-graph.ts';
import { healthWithout } from '../dependence/supply-health.ts';
import type { Architecture, LauncherPlan } from '../flow/architecture.ts';
import type { FieldingResult } from '../flow/fielding.ts';
import type { ElementLoss, Takeover } from '../flow/withdrawal.ts';
import {
  type CampaignPlan,
  type CampaignVehicle,
  campaignPlan,
  type FieldedElement,
  type Ranged,
} from '../programme/campaign-plan.ts';
import { type FieldingOptions, fieldingOfPlan } from '../programme/fielding.ts';
import { launcherPlans } from '../read/catalog-plans.ts';
import { substitutionFor } from './substitution.ts';

/** Just below this share of a maker's output, nothing of it is left. */
const NOTHING = 0.001;

/**
 * When an architecture stands if partners or parts have left before the first launch: the same campaign, on the same random
 * numbers, with the vehicles and factories that are left and those that take over.
 *
 * Vehicles fly at the share of their rate that is left; the book's candidates for launches join after their delay, at the rate
 * that it gives. A factory makes the share that is left of its output; makers who take over add theirs from the time at which the
 * first of them can. An element that no vehicle left can carry is not fielded. What an output without a limit loses
 * is not counted as long as some maker is left.
 *
 * @param roots ids of partners or parts; those that nothing rests on change nothing
 */
export function fieldingWithout(
  architecture: Architecture,
  catalog: Catalog,
  roots: readonly string[],
  options: FieldingOptions = {},
): FieldingResult {
  const seed = architecture.analysis.seed;
  return fieldingOfPlan(planWithout(architecture, catalog, new Set(roots)), { seed, ...options });
}

function planWithout(architecture: Architecture, catalog: Catalog, roots: ReadonlySet<string>): CampaignPlan {
  const before = campaignPlan(architecture);
  const graph = supplyGraph(architecture);
  const { launchers } = architecture.launch;
  const ids = launchers.map(({ id }) => id);
  const plans = launcherPlans(catalog, launchers);
  const pool = launchPool(graph, plans, ids);
  const { losses, takeovers } = substitutionFor(architecture, graph, pool, roots, 'supply-stops');
  if (losses.every(({ productionLostFraction: made, launchLostFraction: flown }) => made + flown < NOTHING))
    return before;
  const health = healthWithout(graph, roots);
  const joining = survivingPool(pool, health).filter(({ id }) => !ids.includes(id));
  const own = launchers.filter(({ id }) => health(id) >= NOTHING);
  const added = joining.map(({ id }) => plans.get(id)!).filter(isFlyable);
  const left = { ...architecture, launch: { ...architecture.launch, launchers: [...own, ...added] } };
  const after = campaignPlan(left);
  return {
    ...after,
    vehicles: after.vehicles.map((vehicle) => {
      const joined = joining.find(({ id }) => id === vehicle.id);
      return joined ? joiningVehicle(vehicle, joined) : slowerVehicle(vehicle, health(vehicle.id));
    }),
    elements: after.elements.map((element) => {
      const { isLaunched } = before.elements.find(({ id }) => id === element.id)!;
      const loss = losses.find((each) => each.element === element.id);
      const others = takeovers.filter(({ what }) => what === element.id);
      const made = loss ? madeWithout(element, loss, others) : element;
      return isLaunched && !element.isLaunched ? { ...made, firstUnitYr: Infinity } : made;
    }),
  };
}

function isFlyable({ status }: LauncherPlan): boolean {
  return status !== 'retired';
}

function slowerVehicle(vehicle: CampaignVehicle, share: number): CampaignVehicle {
  const { cadencePerYr, cadenceMaxPerYr } = vehicle;
  return {
    ...vehicle,
    cadencePerYr: scaled(cadencePerYr, share),
    cadenceMaxPerYr: cadenceMaxPerYr === undefined ? undefined : share * cadenceMaxPerYr,
  };
}

/** A candidate of the book: its rate is that for this use, whatever it flies for others. */
function joiningVehicle(vehicle: CampaignVehicle, { fromYr, fullPerYr }: PoolVehicle): CampaignVehicle {
  return {
    ...vehicle,
    firstFlightYr: fromYr,
    pausedDays: 0,
    cadencePerYr: { value: fullPerYr },
    cadenceMaxPerYr: fullPerYr,
    otherCustomersFraction: 0,
  };
}

function madeWithout(element: FieldedElement, loss: ElementLoss, others: readonly Takeover[]): FieldedElement {
  const share = 1 - loss.productionLostFraction;
  if (share > 1 - NOTHING) return element;
  const addedPerYr = others.reduce((sum, { capacityPerYr }) => sum + capacityPerYr, 0);
  const firstYr = Math.min(Infinity, ...others.map(({ fromYr }) => fromYr));
  const isGone = share < NOTHING;
  const left = isGone ? { value: 0 } : scaled(element.productionPerYr, share);
  const { value, low, high } = left;
  return {
    ...element,
    productionPerYr: {
      value: value + addedPerYr,
      ...(low === undefined || high === undefined ? {} : { low: low + addedPerYr, high: high + addedPerYr }),
    },
    firstUnitYr: isGone ? Math.max(element.firstUnitYr, firstYr) : element.firstUnitYr,
  };
}

function scaled({ value, low, high }: Ranged, share: number): Ranged {
  return {
    value: share * value,
    ...(low === undefined || high === undefined ? {} : { low: share * low, high: share * high }),
  };
}

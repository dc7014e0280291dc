import type { LauncherPlan } from '../flow/architecture.ts';
import type { Takeover } from '../flow/withdrawal.ts';
import type { SupplyGraph } from './supply-graph.ts';
import type { HealthOf } from './supply-health.ts';

/** Launch capacity that stands ready for the government's payloads on one vehicle. */
export interface PoolVehicle {
  id: string;
  name: string;
  payloadKg: number;
  /** Launches a year left for this use, by year since the withdrawal. */
  launchesPerYr: (tYr: number) => number;
  fromYr: number;
  /** Launches a year once ramped. */
  fullPerYr: number;
  /** Dollars per kilogram of payload, in millions a tonne. */
  musdKg: number;
  basis: Takeover['basis'];
}

/** Time until a vehicle that is paused at the date of its entry serves again, years; longer than any stand-down on record was not assumed. */
const PAUSED_YR = 1;

/**
 * Vehicles that can take over launches when others fall: those of the scenario, and the candidates of the book for launches to low
 * orbit.
 *
 * A flying vehicle offers what other customers leave of its rate, which rises to the maximum over its ramp; a paused one
 * starts a year later; one in development and every candidate starts after the delay that the book gives.
 *
 * @param launchers plans of vehicles by id, of the scenario and of the catalog
 */
export function launchPool(
  graph: SupplyGraph,
  launchers: ReadonlyMap<string, LauncherPlan>,
  inScenario: readonly string[],
): PoolVehicle[] {
  const edges = graph.edges.filter(({ kind, to }) => kind === 'launches' && to === 'function:launch-medium');
  const ids = [...new Set([...inScenario, ...edges.map(({ from }) => from)])];
  return ids.flatMap((id) => {
    const plan = launchers.get(id);
    if (!plan) return [];
    const edge = edges.find(({ from, role }) => from === id && role === 'candidate');
    const isOwn = inScenario.includes(id);
    const fromYr = Math.max(edge?.delayYr ?? 0, plan.status === 'paused' ? PAUSED_YR : 0);
    const free = 1 - (plan.otherCustomersFraction ?? 0);
    const ramp = Math.max(0.25, plan.rampYr ?? 0);
    const low = (plan.cadencePerYr ?? 0) * free;
    const high = Math.max(low, (plan.cadenceMaxPerYr ?? 0) * free);
    const cap = isOwn ? high : (edge?.capacityPerYr ?? 0);
    const start = isOwn ? low : 0;
    const launchesPerYr = (tYr: number) =>
      tYr < fromYr ? 0 : start + (cap - start) * Math.min(1, (tYr - fromYr) / ramp);
    const price = plan.governmentPriceMusd ?? plan.priceMusd ?? 0;
    return [
      {
        id,
        name: plan.name,
        payloadKg: plan.payloadKg,
        launchesPerYr,
        fromYr,
        fullPerYr: cap,
        musdKg: price / plan.payloadKg,
        basis: edge?.basis ?? 'assumption',
      },
    ];
  });
}

/** The vehicles that still fly when something is gone, with the rate that is left. */
export function survivingPool(pool: readonly PoolVehicle[], healthOf: HealthOf): PoolVehicle[] {
  return pool
    .map((vehicle) => {
      const health = healthOf(vehicle.id);
      const { launchesPerYr, fullPerYr } = vehicle;
      return { ...vehicle, fullPerYr: health * fullPerYr, launchesPerYr: (tYr: number) => health * launchesPerYr(tYr) };
    })
    .filter(({ id }) => healthOf(id) > 0);
}

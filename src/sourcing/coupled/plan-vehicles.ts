import { type Catalog, isSourced } from '../../catalog/entry.ts';
import type { Basis, SourcedNumber } from '../../catalog/field.ts';
import { makerOf } from '../../dependence/shares.ts';
import type { BookEdge } from '../../dependence/supply-graph.ts';
import type { Architecture, LauncherPlan } from '../../flow/architecture.ts';
import type { PlanFleet, PlanVehicle } from '../../flow/partner-plan.ts';
import { launchPriceMusd, satellitesPerLaunch } from '../../programme/launch-bill.ts';
import { dollarFactor } from '../../programme/money.ts';
import { launcherPlans } from '../../read/catalog-plans.ts';
import { launchCapacity } from './launch-capacity.ts';
import { type Bare, type PlanContext, pricedEdges } from './plan-context.ts';

/** Launches are ordered two years ahead, so a vehicle that was not taken in flies for this programme two years after a loss. */
export const LAUNCH_ORDER_YR = 2;

/** Vehicles that only the book of a scenario has, as the catalog states them. */
export function bookVehicles(architecture: Architecture, catalog: Catalog): LauncherPlan[] {
  const plans = launcherPlans(catalog, architecture.launch.launchers);
  const ids = new Set(bookLaunches(architecture).map(({ from }) => from));
  return [...ids].flatMap((id) => {
    const plan = plans.get(id);
    return plan && plan.status !== 'retired' ? [plan] : [];
  });
}

/** Edges of the book to vehicles that lift for the programme and that the scenario does not list. */
function bookLaunches(architecture: Architecture): BookEdge[] {
  const own = new Set(architecture.launch.launchers.map(({ id }) => id));
  return pricedEdges(architecture).filter(
    ({ kind, to, from }) => kind === 'launches' && to === 'launch-medium' && !own.has(from),
  );
}

/**
 * The architecture with the vehicles that the book has ready beside its own, each as a vehicle of the campaign.
 *
 * @param vehicles those of the book, in the catalog's price years
 */
export function withCandidates(
  architecture: Architecture,
  catalog: Catalog,
  vehicles: readonly LauncherPlan[] = bookVehicles(architecture, catalog),
) {
  const { startYear } = architecture.analysis;
  const byId = new Map<string, { plan: LauncherPlan; edge: BookEdge; delayYr: number }>();
  for (const edge of bookLaunches(architecture)) {
    const known = vehicles.find(({ id }) => id === edge.from);
    if (!known) continue;
    const plan = priced(known, architecture, catalog);
    const delayYr = edge.delayYr ?? LAUNCH_ORDER_YR;
    const perYr = edge.capacityPerYr;
    const isCandidate = edge.role === 'candidate' && perYr !== undefined;
    const flown: LauncherPlan = isCandidate
      ? {
          ...plan,
          status: 'development',
          firstFlightDate: `${startYear + Math.floor(delayYr)}-${String(1 + Math.floor((delayYr % 1) * 12)).padStart(2, '0')}`,
          cadencePerYr: perYr / Math.max(1, plan.rampYr ?? 1),
          cadenceMaxPerYr: perYr,
          otherCustomersFraction: 0,
        }
      : plan;
    byId.set(edge.from, { plan: flown, edge, delayYr });
  }
  const candidates = [...byId.values()];
  return {
    architecture: {
      ...architecture,
      launch: {
        ...architecture.launch,
        launchers: [...architecture.launch.launchers, ...candidates.map(({ plan }) => plan)],
      },
    },
    candidates,
  };
}

/** A vehicle of the catalog with its prices in dollars of the scenario's price year, which those of the scenario have already. */
function priced(plan: LauncherPlan, architecture: Architecture, catalog: Catalog): LauncherPlan {
  const prices = (['priceMusd', 'governmentPriceMusd'] as const).flatMap((name) => {
    const number = sourcedField(catalog, plan.id, name);
    if (!number) return [];
    return [[name, plan[name]! * dollarFactor(architecture, number, `${plan.id}.${name}`)] as const];
  });
  return { ...plan, ...Object.fromEntries(prices) };
}

/** A number of a launcher of the catalog with its price year; undefined where it has none. */
function sourcedField({ entries }: Catalog, id: string, name: string): SourcedNumber | undefined {
  const value = entries.launchers[id]?.fields[name];
  return isSourced(value) ? value : undefined;
}

/** Vehicles of the scenario and of the book, with what they lift, what they cost and what each has left for this programme. */
export function vehiclesOf(
  context: PlanContext,
  fleets: readonly PlanFleet[],
  { architecture: whole, candidates }: ReturnType<typeof withCandidates>,
): Bare<PlanVehicle>[] {
  const { graph, cost, architecture, options } = context;
  const capacity = launchCapacity(whole, options, architecture.analysis.seed);
  const listed = new Set(architecture.launch.launchers.map(({ id }) => id));
  return whole.launch.launchers.flatMap((plan): Bare<PlanVehicle>[] => {
    const flies = capacity.find(({ id }) => id === plan.id);
    const priced = cost.vehicles.find(({ id }) => id === plan.id);
    const price = priced ? launchPriceMusd(priced, cost.governmentPrices) : Number.NaN;
    if (!flies || !(price > 0)) return [];
    const candidate = candidates.find((each) => each.plan.id === plan.id);
    const perLaunch = fleets.map(({ elements, isLifted }) => {
      if (!isLifted) return 0;
      const { numbers, isHigh } = cost.elements.find(({ id }) => id === elements[0])!;
      return numbers.massKg ? satellitesPerLaunch(numbers.massKg, isHigh, plan) : 0;
    });
    const isReadied = candidate?.edge.role === 'candidate' && candidate.edge.capacityPerYr !== undefined;
    // where no launch of a short horizon arrives there is none to price, and what share of them is lost means nothing
    const lostFraction = flies.lostFraction < 1 ? flies.lostFraction : 0;
    const maker = makerOf(graph, plan.id);
    const partner = maker === plan.id ? (plan.partner ?? plan.id) : maker;
    return [
      {
        id: plan.id,
        name: plan.name.replace(/,.*| VC\d/, ''),
        partner,
        launchMusd: price / (1 - lostFraction),
        launches: flies.launches.map((count) => count * (1 - flies.lostFraction)),
        perLaunch,
        lostFraction,
        isListed: listed.has(plan.id),
        ...(isReadied && {
          candidate: {
            status: plan.status,
            firstFlightDate: plan.firstFlightDate,
            cadencePerYr: plan.cadencePerYr,
            cadenceMaxPerYr: plan.cadenceMaxPerYr,
            otherCustomersFraction: plan.otherCustomersFraction,
          },
        }),
        fixedMusd: candidate?.edge.fixedMusd ?? 0,
        delayYr: candidate?.delayYr ?? LAUNCH_ORDER_YR,
        leftWhere: (healthOf) => Math.min(healthOf(plan.id), healthOf(partner)),
        basis: (candidate?.edge.basis ?? 'assumption') as Basis,
      },
    ];
  });
}

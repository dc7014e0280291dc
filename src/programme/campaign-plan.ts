import type { Architecture, LauncherPlan } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import {
  type CampaignEvent,
  campaignEvents,
  eventfulElement,
  eventfulVehicle,
  type Joins,
  type ShareWindow,
  withJoining,
} from './campaign-events.ts';
import { type CostElement, type CostModel, costModel, yearsAfter } from './cost-model.ts';
import { launchPriceMusd, satellitesPerLaunch } from './launch-bill.ts';
import { purchasePlan } from './purchase-plan.ts';
import { meanUnitMusd } from './unit-price.ts';

/** A number with what is known of its spread. */
export interface Ranged {
  value: number;
  low?: number;
  high?: number;
}

/** One element to be fielded. */
export interface FieldedElement {
  id: string;
  /** Elements of one entry are parts of one constellation: its makers share launches. */
  group: string;
  name: string;
  targetCount: number;
  existingCount: number;
  /** Years after the start at which the first unit leaves the factory. */
  firstUnitYr: number;
  productionPerYr: Ranged;
  productionRampYr: number;
  lifeYr: number;
  /** By vehicle; 0: cannot carry it. All 0: it needs no launch. */
  perLaunch: number[];
  isLaunched: boolean;
  unitMusd: number;
  /** Times in which only a share of the output goes on, and who takes over. */
  windows?: ShareWindow[];
  joins?: Joins[];
}

/** One launch vehicle of the campaign. */
export interface CampaignVehicle {
  id: string;
  name: string;
  status: LauncherPlan['status'];
  /** First flight in years after the start; 0 for what flies. */
  firstFlightYr: number;
  /** Days since it stopped flying, where it is paused. */
  pausedDays: number;
  cadencePerYr: Ranged;
  cadenceMaxPerYr?: number;
  rampYr: number;
  otherCustomersFraction: number;
  padCount: number;
  flights?: number;
  successes?: number;
  groundingDays?: number;
  priceMusd: number;
  /** Parts that other vehicles have too: a fault in one grounds them all. */
  sharedParts: string[];
  /** Last launch it can make for this architecture, as a number of launches; Infinity without a limit. */
  mostLaunches: number;
  /** Years after the start from which it flies no more for this architecture. */
  stopsYr?: number;
  /** Times in which it flies at a share of its rate. */
  windows?: ShareWindow[];
}

export interface CampaignPlan {
  startYear: number;
  horizonYr: number;
  elements: FieldedElement[];
  vehicles: CampaignVehicle[];
  /** What happens at a time, in order. */
  events?: CampaignEvent[];
  notes: Said[];
}

/** Rate of a vehicle whose record gives none. */
const UNKNOWN_CADENCE_PER_YR = 12;

/** What the campaign has to field and with what, from an architecture and what happens to it. */
export function campaignPlan(architecture: Architecture): CampaignPlan {
  const whole = withJoining(architecture);
  const model = costModel(whole);
  const notes: Said[] = [];
  const flying = whole.launch.launchers.filter(({ status }) => status !== 'retired');
  const isListed = (plan: LauncherPlan) => architecture.launch.launchers.includes(plan);
  const vehicles = flying.map((plan) =>
    eventfulVehicle(campaignVehicle(plan, isListed(plan) ? architecture : whole, model), architecture),
  );
  const services = model.elements.filter(({ numbers }) => numbers.serviceMusdYr !== undefined).map(({ id }) => id);
  if (services.length > 0) notes.push(said('fielding.service', { ids: services }));
  const elements = model.elements
    .filter(({ role, unitCount, numbers }) => role !== 'system' && unitCount > 0 && numbers.serviceMusdYr === undefined)
    .map((element) => eventfulElement(fieldedElement(element, model, flying, architecture, notes), architecture));
  const guessed = flying.filter(
    (plan) => isListed(plan) && plan.cadencePerYr === undefined && plan.cadenceMaxPerYr === undefined,
  );
  if (guessed.length > 0)
    notes.push(said('fielding.no-rate', { ids: guessed.map(({ id }) => id), rate: UNKNOWN_CADENCE_PER_YR }));
  const { events = [] } = architecture;
  if (events.length > 0) notes.push(said('fielding.events', { count: events.length }));
  return {
    startYear: architecture.analysis.startYear,
    horizonYr: architecture.analysis.horizonYr,
    elements,
    vehicles,
    ...(events.length > 0 && { events: campaignEvents(architecture, elements, vehicles) }),
    notes,
  };
}

function fieldedElement(
  element: CostElement,
  model: CostModel,
  flying: LauncherPlan[],
  architecture: Architecture,
  notes: Said[],
): FieldedElement {
  const { id, name, unitCount, numbers, isSpace } = element;
  const { massKg, productionPerYr, productionRampYr = 0, lifeYr = Infinity } = numbers;
  const existingCount = Math.min(element.existingCount, unitCount);
  const perLaunch = flying.map((plan) => (isSpace && massKg ? satellitesPerLaunch(massKg, element.isHigh, plan) : 0));
  const isListed = (_: number, v: number) => architecture.launch.launchers.includes(flying[v]);
  const isLaunched = perLaunch.filter(isListed).some((count) => count > 0);
  if (isSpace && !isLaunched) notes.push(said('fielding.not-carried', { id }));
  const evenRate = (unitCount - existingCount) / purchasePlan(element, model.years).deploymentYr;
  const unlimited = isLaunched ? Infinity : Math.max(evenRate, 1e-6);
  return {
    id,
    group: element.group,
    name,
    targetCount: unitCount,
    existingCount,
    firstUnitYr: element.firstDeliveryYr,
    productionPerYr:
      productionPerYr === undefined
        ? { value: unlimited }
        : { value: productionPerYr, ...rangeOf(architecture, id, 'productionPerYr', productionPerYr) },
    productionRampYr: productionPerYr === undefined ? 0 : productionRampYr,
    lifeYr: isSpace ? lifeYr : Infinity,
    perLaunch: isLaunched ? perLaunch : perLaunch.map(() => 0),
    isLaunched,
    unitMusd: meanUnitMusd(element, unitCount),
  };
}

function campaignVehicle(plan: LauncherPlan, architecture: Architecture, model: CostModel): CampaignVehicle {
  const { startYear } = architecture.analysis;
  const { id, cadencePerYr, cadenceMaxPerYr } = plan;
  const isNew = plan.status === 'development';
  const rate = cadencePerYr ?? (isNew ? (cadenceMaxPerYr ?? 0) / 5 : cadenceMaxPerYr) ?? UNKNOWN_CADENCE_PER_YR;
  const costVehicle = model.vehicles.find((vehicle) => vehicle.id === id)!;
  return {
    id,
    name: plan.name,
    status: plan.status,
    firstFlightYr: isNew ? yearsAfter(plan.firstFlightDate, startYear) : 0,
    pausedDays: plan.status === 'paused' ? daysBefore(plan.statusDate, startYear) : 0,
    cadencePerYr: { value: rate, ...rangeOf(architecture, id, 'cadencePerYr', rate) },
    cadenceMaxPerYr,
    rampYr: plan.rampYr ?? 0,
    otherCustomersFraction: plan.otherCustomersFraction ?? 0,
    padCount: plan.padCount ?? 1,
    flights: plan.flights,
    successes: plan.successes ?? plan.flights,
    groundingDays: plan.groundingDays,
    priceMusd: launchPriceMusd(costVehicle, model.governmentPrices) || 0,
    sharedParts: sharedParts(id, architecture),
    mostLaunches: Infinity,
  };
}

/** Parts of the partner book that this vehicle and another of the scenario take. */
function sharedParts(id: string, { partners, launch }: Architecture): string[] {
  const supplies = (to: string) =>
    (partners?.edges ?? []).filter((edge) => edge.kind === 'supplies' && edge.to === to).map(({ from }) => from);
  const isPart = (from: string) => partners?.parts?.some((part) => part.id === from) ?? false;
  const others = launch.launchers.filter((plan) => plan.id !== id).flatMap((plan) => supplies(plan.id));
  return [...new Set(supplies(id))].filter((from) => isPart(from) && others.includes(from));
}

function rangeOf(
  { uses }: Architecture,
  element: string,
  path: string,
  value: number,
): { low?: number; high?: number } {
  const use = uses.find((candidate) => candidate.element === element && candidate.path === path);
  if (!use || use.value !== value || use.low === undefined || use.high === undefined) return {};
  return { low: use.low, high: use.high };
}

function daysBefore(date: string | undefined, year: number): number {
  if (date === undefined) return 0;
  const at = Date.parse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
  return Math.max(0, (Date.UTC(year, 0, 1) - at) / 86_400_000);
}

import type { Architecture, InterceptorPlan, LauncherPlan } from '../flow/architecture.ts';
import type { CostRole } from '../flow/cost.ts';
import { compareText } from '../flow/stream-keys.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { isInOrbit } from '../kinds/place.ts';
import type { LearningTheory } from './learning.ts';
import { type MoneyReader, moneyReader } from './money.ts';
import { siteCountOf, unitCountOf } from './unit-count.ts';

/** Numbers of an element that its cost depends on, by the names of the catalog; money in scenario dollars. */
export const costNumberNames = [
  'developmentMusd',
  'unitMusd',
  'firstUnitMusd',
  'interceptorMusd',
  'learningRatio',
  'siteMusd',
  'operationsMusdYr',
  'unitOperationsMusdYr',
  'siteOperationsMusdYr',
  'serviceMusdYr',
  'residualMusd',
  'lifeYr',
  'massKg',
  'launchUsdKg',
  'launchInUnitMusd',
  'spareRatio',
  'failurePerYr',
  'productionPerYr',
  'productionRampYr',
  'developmentYr',
  'deploymentYr',
] as const;
export type CostNumberName = (typeof costNumberNames)[number];

/** Numbers of a vehicle that launch cost depends on. */
export const vehicleNumberNames = [
  'payloadKg',
  'volumeCount',
  'priceMusd',
  'governmentPriceMusd',
  'cadencePerYr',
  'cadenceMaxPerYr',
  'rampYr',
  'otherCustomersFraction',
] as const;
export type VehicleNumberName = (typeof vehicleNumberNames)[number];

/** One element as the cost model sees it. */
export interface CostElement {
  id: string;
  name: string;
  /** Elements of one entry in one role are parts of one constellation. */
  group: string;
  role: CostRole;
  /** Its part of its constellation, by units: what is paid once for the whole is shared by the makers. */
  groupShareFraction: number;
  partner?: string;
  isSpace: boolean;
  /** Above 2,000 km, where a vehicle carries a third of its payload to low orbit. */
  isHigh: boolean;
  unitCount: number;
  existingCount: number;
  siteCount: number;
  existingSiteCount: number;
  /** Interceptors in a unit. */
  perUnitCount: number;
  /** Price of the terminals that one unit carries beside those of its first network. */
  terminalsMusd: number;
  learningTheory: LearningTheory;
  replacement?: 'steady' | 'generation';
  launchIncluded: boolean;
  /** Years after the start of the horizon in which the first unit arrives. */
  firstDeliveryYr: number;
  /** Final over first estimate of development and units; 1 in the estimate without ranges. */
  growthRatio: number;
  numbers: Partial<Record<CostNumberName, number>>;
}

export interface CostVehicle {
  id: string;
  partner?: string;
  status: LauncherPlan['status'];
  /** Years after the start of the horizon from which it can be bought. */
  availableYr: number;
  /** Chance that a launch succeeds: mean of the Jeffreys posterior of its record. */
  successProbability: number;
  numbers: Partial<Record<VehicleNumberName, number>>;
}

/** Everything that the cost depends on, as plain numbers in dollars of one year. */
export interface CostModel {
  startYear: number;
  years: number;
  priceYear: number;
  elements: CostElement[];
  /** Positions in `elements`, in the order in which they take the launches of a year: by what they are, not by where a file has them. */
  launchOrder: number[];
  vehicles: CostVehicle[];
  usdKg?: number;
  /** Whether government contract prices are taken before list prices. */
  governmentPrices: boolean;
}

export interface CostOptions {
  /** Whether development and units grow by the ratio that the plan states; else they cost what was first estimated. */
  grown?: boolean;
  /** Price of a vehicle that has both; government contract by default. */
  launchPrice?: 'government' | 'list';
}

/** A new vehicle without a record is taken to succeed this often over the horizon. */
const NEW_VEHICLE_SUCCESS = 0.9;
const HIGH_ORBIT_KM = 2000;

/** The cost model of an architecture: counts, prices in one year's dollars, vehicles. */
export function costModel(architecture: Architecture, options: CostOptions = {}): CostModel {
  const { analysis, launch } = architecture;
  const toMusd = moneyReader(architecture);
  const elements = withGroupShares(costElements(architecture, toMusd)).map((element) =>
    options.grown ? { ...element, growthRatio: growthOf(architecture, element.id) } : element,
  );
  return {
    startYear: analysis.startYear,
    years: Math.max(1, Math.ceil(analysis.horizonYr)),
    priceYear: analysis.priceYear,
    elements,
    launchOrder: launchOrderOf(elements),
    vehicles: launch.launchers.map((plan) => costVehicle(plan, analysis.startYear, toMusd)),
    usdKg: launch.usdKg,
    governmentPrices: options.launchPrice !== 'list',
  };
}

/** Elements with their parts of their constellations. */
function withGroupShares(elements: readonly CostElement[]): CostElement[] {
  const total = new Map<string, number>();
  for (const { group, unitCount } of elements) total.set(group, (total.get(group) ?? 0) + unitCount);
  return elements.map((element) => {
    const all = total.get(element.group)!;
    return { ...element, groupShareFraction: all > 0 ? element.unitCount / all : 1 };
  });
}

const ROLE_ORDER: readonly CostRole[] = ['network', 'sensor', 'interceptor', 'system'];

/** Networks, sensors, interceptors; within each by entry, then by partner and numbers. */
function launchOrderOf(elements: readonly CostElement[]): number[] {
  const keys = elements.map(({ id, name: _name, group, groupShareFraction: _share, ...content }) => {
    const entry = group === `${content.role}:${id}` ? '' : group;
    return JSON.stringify([ROLE_ORDER.indexOf(content.role), entry, content.partner ?? '', content]);
  });
  return elements.map((_, i) => i).sort((a, b) => compareText(keys[a], keys[b]) || a - b);
}

/** Final over first estimate, as the plan of an element states it. */
function growthOf({ networks, sensors, interceptors, systems }: Architecture, id: string): number {
  const plan = [...networks, ...sensors, ...interceptors, ...systems].find((each) => each.id === id);
  return (plan as { growthRatio?: number } | undefined)?.growthRatio ?? 1;
}

type AnyPlan =
  | Architecture['networks'][number]
  | Architecture['sensors'][number]
  | Architecture['interceptors'][number]
  | Architecture['systems'][number];

function costElements(architecture: Architecture, toMusd: MoneyReader): CostElement[] {
  const { networks, sensors, interceptors, systems } = architecture;
  const lists: [CostRole, AnyPlan[]][] = [
    ['network', networks],
    ['sensor', sensors],
    ['interceptor', interceptors],
    ['system', systems],
  ];
  return lists.flatMap(([role, plans]) =>
    plans.filter(isPriced).map((plan) => costElement(role, plan, architecture, toMusd)),
  );
}

/** Satellites from a file of elements fly already: they are not bought, so they have no price here. */
function isPriced(plan: AnyPlan): boolean {
  return !('elements' in plan && plan.elements !== undefined);
}

function costElement(role: CostRole, plan: AnyPlan, architecture: Architecture, toMusd: MoneyReader): CostElement {
  const numbers: CostElement['numbers'] = {};
  for (const name of costNumberNames) {
    const value = (plan as unknown as Record<string, number | undefined>)[name];
    if (value !== undefined) numbers[name] = /Musd|Usd/.test(name) ? toMusd(plan.id, name, value) : value;
  }
  preferOverriddenPrice(plan.id, architecture, numbers);
  const isSpace = isSpacePlan(role, plan);
  return {
    id: plan.id,
    name: plan.name,
    group: `${role}:${(plan as { entry?: string }).entry ?? plan.id}`,
    role,
    groupShareFraction: 1,
    partner: plan.partner,
    isSpace,
    isHigh: isSpace && isHighOrbit(plan),
    unitCount: unitCountOf(role, plan),
    existingCount: existingCountOf(role, plan),
    siteCount: siteCountOf(role, plan),
    existingSiteCount: plan.existingSiteCount ?? (isStanding(plan) ? siteCountOf(role, plan) : 0),
    perUnitCount: (plan as Partial<InterceptorPlan>).perUnitCount ?? 1,
    terminalsMusd: terminalsMusd(plan, architecture, toMusd),
    learningTheory: plan.learningModel ?? 'crawford',
    replacement: plan.replacement,
    launchIncluded: plan.launchIncluded ?? false,
    firstDeliveryYr: yearsAfter(plan.firstDeliveryDate, architecture.analysis.startYear),
    growthRatio: 1,
    numbers,
  };
}

/** A scenario that sets the price of the first unit means it, even where the entry has a mean price. */
function preferOverriddenPrice(id: string, { uses }: Architecture, numbers: CostElement['numbers']): void {
  if (numbers.unitMusd === undefined || numbers.firstUnitMusd === undefined) return;
  const isOverridden = (path: string) => uses.some((use) => use.element === id && use.path === path && use.overridden);
  if (isOverridden('firstUnitMusd') && !isOverridden('unitMusd')) delete numbers.unitMusd;
}

function isSpacePlan(role: CostRole, plan: AnyPlan): boolean {
  if (role === 'system') return false;
  return isInOrbit(plan as Parameters<typeof isInOrbit>[0]);
}

function isHighOrbit(plan: AnyPlan): boolean {
  if (!('shells' in plan || 'geostationary' in plan || 'elliptical' in plan)) return false;
  const highShells = plan.shells?.filter(({ altitudeKm }) => altitudeKm > HIGH_ORBIT_KM).length ?? 0;
  const lowShells = (plan.shells?.length ?? 0) - highShells;
  return lowShells === 0 && highShells + (plan.geostationary?.length ?? 0) + (plan.elliptical?.length ?? 0) > 0;
}

/** Already paid for: what the plan says, else what flies or stands at the date of the entry. */
function existingCountOf(role: CostRole, plan: AnyPlan): number {
  if (plan.existingCount !== undefined) return plan.existingCount;
  const isBattery = 'basing' in plan && interceptorKinds[plan.basing].isBattery(plan);
  const inStock = (role === 'interceptor' && !isBattery && (plan as InterceptorPlan).inventoryCount) || 0;
  const { deployedCount = inStock } = plan as { deployedCount?: number };
  return deployedCount || (isStanding(plan) ? unitCountOf(role, plan) : 0);
}

/** What stands is not built again. */
function isStanding(plan: AnyPlan): boolean {
  return (plan as { standing?: boolean }).standing === true;
}

/** Terminals for every network but the first; those of the first are part of the unit's price. */
function terminalsMusd(plan: AnyPlan, { networks }: Architecture, toMusd: MoneyReader): number {
  const more = (plan as Partial<InterceptorPlan>).terminals?.slice(1) ?? [];
  return more.reduce((sum, id) => {
    const price = networks.find((network) => network.id === id)?.terminalMusd ?? 0;
    return sum + toMusd(id, 'terminalMusd', price);
  }, 0);
}

function costVehicle(plan: LauncherPlan, startYear: number, toMusd: MoneyReader): CostVehicle {
  const numbers: CostVehicle['numbers'] = {};
  for (const name of vehicleNumberNames) {
    const value = plan[name];
    if (value !== undefined) numbers[name] = name.endsWith('Musd') ? toMusd(plan.id, name, value) : value;
  }
  const { flights, successes } = plan;
  const hasRecord = flights !== undefined && flights > 0;
  return {
    id: plan.id,
    partner: plan.partner,
    status: plan.status,
    availableYr: plan.status === 'development' ? Math.ceil(yearsAfter(plan.firstFlightDate, startYear)) : 0,
    successProbability: hasRecord ? ((successes ?? flights) + 0.5) / (flights + 1) : NEW_VEHICLE_SUCCESS,
    numbers,
  };
}

/** Years from the start of a year to a date such as 2028-07, not below 0; 0 where there is none. */
export function yearsAfter(date: string | undefined, startYear: number): number {
  if (date === undefined) return 0;
  const [year, month = '1', day = '1'] = date.split('-');
  return Math.max(0, Number(year) - startYear + (Number(month) - 1) / 12 + (Number(day) - 1) / 365.25);
}

import type { Architecture } from '../flow/architecture.ts';
import { type AssumptionCode, assumptionCodes } from '../flow/reconcile.ts';
import { type Said, said } from '../flow/said.ts';
import { unitCountOf } from '../programme/unit-count.ts';
import type { Change } from './walk.ts';

export const LISTS = ['networks', 'sensors', 'interceptors', 'systems'] as const;
type List = (typeof LISTS)[number];
export type Plan = Architecture[List][number];

/** Fields of an element by the assumption that they belong to; what no cost depends on belongs to none. */
const FIELDS: Partial<Record<AssumptionCode, readonly string[]>> = {
  units: [
    'shells',
    'geostationary',
    'elliptical',
    'elements',
    'sites',
    'gateways',
    'perSiteCount',
    'perUnitCount',
    'unitsCount',
    'deployedCount',
    'inventoryCount',
    'existingCount',
    'existingSiteCount',
    'standing',
    'spareRatio',
  ],
  mass: ['massKg'],
  'unit-cost': [
    'unitMusd',
    'firstUnitMusd',
    'learningRatio',
    'learningModel',
    'interceptorMusd',
    'siteMusd',
    'terminals',
    'terminalMusd',
  ],
  'launch-price': ['launchUsdKg', 'launchIncluded', 'launchInUnitMusd'],
  life: ['lifeYr', 'failurePerYr'],
  buying: ['deploymentYr', 'replacement', 'productionPerYr', 'productionRampYr', 'firstDeliveryDate'],
  development: ['developmentMusd', 'developmentYr'],
  operations: ['operationsMusdYr', 'unitOperationsMusdYr', 'siteOperationsMusdYr', 'serviceMusdYr'],
  rest: ['residualMusd'],
};

export const CODE_OF = new Map(
  Object.entries(FIELDS).flatMap(([code, names]) => names.map((name) => [name, code as AssumptionCode] as const)),
);

/** A change, and what of a scenario is as at the end once it is made. */
type Keyed = Change & { keys: string[] };

/** Everything in which two scenarios differ and that a cost depends on, in the order in which a walk takes it. */
export function changesOf(a: Architecture, b: Architecture): Keyed[] {
  const all = [...wholeChanges(a, b), ...fieldChanges(a, b), ...scopeChanges(a, b)];
  const order = (code: AssumptionCode) => assumptionCodes.indexOf(code);
  return all.sort((x, y) => order(x.code) - order(y.code));
}

function wholeChanges(a: Architecture, b: Architecture): Keyed[] {
  const changes: Keyed[] = [];
  const add = (code: AssumptionCode, before: Said, after: Said) => changes.push({ code, keys: [code], before, after });
  const dollars = ({ analysis }: Architecture) => said('reconcile.dollars-of', { year: String(analysis.priceYear) });
  if (a.analysis.priceYear !== b.analysis.priceYear) add('price-year', dollars(a), dollars(b));
  const years = ({ analysis }: Architecture) => said('reconcile.years', { value: analysis.horizonYr });
  if (a.analysis.horizonYr !== b.analysis.horizonYr || a.analysis.startYear !== b.analysis.startYear)
    add('years', years(a), years(b));
  return changes;
}

/** What of the elements that both have is stated differently, by kind of assumption; the vehicles go with the launch price. */
function fieldChanges(a: Architecture, b: Architecture): Keyed[] {
  const pairs = LISTS.flatMap((list) =>
    (a[list] as Plan[]).flatMap((plan) => {
      const other = (b[list] as Plan[]).find(({ id }) => id === plan.id);
      return other ? [[plan, other] as const] : [];
    }),
  );
  return Object.entries(FIELDS).flatMap(([code, names]): Keyed[] => {
    const differing = pairs.filter(([x, y]) =>
      names.some((name) => !isSame(x, y, name) || !isSameMoney(a, b, x, name)),
    );
    const vehicles = code === 'launch-price' && JSON.stringify(a.launch) !== JSON.stringify(b.launch);
    if (differing.length === 0 && !vehicles) return [];
    const [before, after] = vehicles
      ? [vehicleWords(a), vehicleWords(b)]
      : [elementWords(differing.map(([x]) => x)), said('reconcile.as-second')];
    return [{ code: code as AssumptionCode, keys: [code], before, after }];
  });
}

function isSame(x: Plan, y: Plan, name: string): boolean {
  const [one, other] = [x, y].map((plan) => JSON.stringify((plan as unknown as Record<string, unknown>)[name]));
  return one === other;
}

/** Whether a number stands in dollars of one year in both. */
function isSameMoney(a: Architecture, b: Architecture, { id }: Plan, name: string): boolean {
  if (!/Musd|Usd/.test(name)) return true;
  const of = ({ uses }: Architecture) => uses.find(({ element, path }) => element === id && path === name)?.priceYear;
  return of(a) === of(b);
}

function elementWords(plans: readonly Plan[]): Said {
  return said('reconcile.elements', { ids: plans.map(({ id }) => id) });
}

function vehicleWords({ launch }: Architecture): Said {
  if (launch.usdKg !== undefined) return said('reconcile.usd-kg', { value: launch.usdKg });
  return said('reconcile.elements', { ids: launch.launchers.map(({ id }) => id) });
}

/** More steps than this take long: elements are then put together by kind. */
const QUICK_CHANGES = 12;

/** Elements that only one of the two has: each a step, or all of a kind where there are too many. */
function scopeChanges(a: Architecture, b: Architecture): Keyed[] {
  const found = LISTS.flatMap((list) => {
    const [left, right] = [a[list] as Plan[], b[list] as Plan[]];
    const gone = left.filter(({ id }) => !right.some((plan) => plan.id === id));
    const come = right.filter(({ id }) => !left.some((plan) => plan.id === id));
    return [
      ...gone.map((plan) => ({ list, plan, isNew: false })),
      ...come.map((plan) => ({ list, plan, isNew: true })),
    ];
  });
  const none = said('reconcile.no-layer');
  const room = QUICK_CHANGES - wholeChanges(a, b).length - fieldChanges(a, b).length;
  if (found.length <= room)
    return found.map(({ list, plan, isNew }) => {
      const present = said('reconcile.units', { count: unitCountOf(ROLE[list], plan) });
      const [before, after] = isNew ? [none, present] : [present, none];
      return { code: 'scope', subject: plan.id, keys: [keyOf(list, plan.id)], before, after };
    });
  return LISTS.flatMap((list): Keyed[] => {
    const mine = found.filter((each) => each.list === list);
    if (mine.length === 0) return [];
    const words = (isNew: boolean) => {
      const plans = mine.filter((each) => each.isNew === isNew).map(({ plan }) => plan);
      return plans.length > 0 ? elementWords(plans) : none;
    };
    const keys = mine.map(({ plan }) => keyOf(list, plan.id));
    return [{ code: 'scope', subject: list, keys, before: words(false), after: words(true) }];
  });
}

const ROLE = { networks: 'network', sensors: 'sensor', interceptors: 'interceptor', systems: 'system' } as const;

/** Names an element that only one of the two has. */
export function keyOf(list: List, id: string): string {
  return `${list}:${id}`;
}

import type { moneyParts } from '../catalog/estimate-kinds.ts';
import type { Architecture, InterceptorPlan, SystemPlan } from '../flow/architecture.ts';
import type { CostCategory, CostResult } from '../flow/cost.ts';
import { nothingOut } from '../flow/failures.ts';
import { costOf } from '../programme/cost.ts';
import type { StudyLayer } from './study.ts';

type MoneyPart = (typeof moneyParts)[number];

/** A layer that is bought whole, as its author counted it: money in dollars of `priceYear`. */
export interface PricedLayer {
  layer: StudyLayer;
  interceptorCount: number;
}

/** What a total is made of: layers, an undivided rest, years, the dollars it is told in, parts of the money that count. */
export interface Whole {
  layers: PricedLayer[];
  restMusd: number;
  horizonYr: number;
  priceYear: number;
  counts?: readonly string[];
}

const PART_OF: Partial<Record<CostCategory, MoneyPart>> = {
  development: 'development',
  procurement: 'units',
  launch: 'launch',
  replacement: 'replacements',
  'replacement-launch': 'replacements',
  operations: 'operations',
};

/**
 * Total of a force that is taken as complete, by the same year-by-year cost model as every run.
 *
 * The undivided rest is spread evenly over the years, which does not change its sum.
 *
 * @returns millions of dollars of `priceYear`
 */
export function wholeMusd({ layers, restMusd, horizonYr, priceYear, counts }: Whole): number {
  const plans = layers.map(planOf);
  const rest: SystemPlan[] = restMusd > 0 ? [{ id: 'rest', name: 'rest', residualMusd: restMusd }] : [];
  const cost = costOf(architectureOf(plans, rest, horizonYr, priceYear));
  return counts === undefined ? cost.totalMusd : countedMusd(cost, counts);
}

/** What of a cost falls to the parts that count; what no part names, such as the rest, always does. */
function countedMusd({ categoryMusd }: CostResult, counts: readonly string[]): number {
  let sum = 0;
  for (const [category, musd] of Object.entries(categoryMusd) as [CostCategory, number][]) {
    const part = PART_OF[category];
    if (part === undefined || counts.includes(part)) sum += musd;
  }
  return sum;
}

/** As an interceptor of a scenario. */
function planOf({ layer, interceptorCount }: PricedLayer): InterceptorPlan {
  const { phase, massKg, launchUsdKg, launchIncluded, altitudeKm = USUAL_ORBIT_KM } = layer;
  return {
    id: phase,
    name: phase,
    basing: 'space',
    shells: [{ planes: 1, satellitesPerPlane: interceptorCount, altitudeKm, inclinationDeg: 90 }],
    minAltitudeKm: 0,
    killProbability: 1,
    terminals: [],
    salvo: 1,
    ...moneyFields(layer),
    ...(launchIncluded ? { launchIncluded } : { massKg, launchUsdKg }),
  };
}

function moneyFields({
  lifeYr,
  unitMusd,
  firstUnitMusd,
  learningRatio,
  developmentMusd,
  operationsMusdYr,
  deploymentYr,
  replacement,
}: StudyLayer) {
  return {
    lifeYr,
    unitMusd,
    firstUnitMusd,
    learningRatio,
    developmentMusd,
    operationsMusdYr,
    deploymentYr,
    replacement,
  };
}

/** Where no height is stated; it only has to be low. */
const USUAL_ORBIT_KM = 300;

const MONEY = ['unitMusd', 'firstUnitMusd', 'launchUsdKg', 'developmentMusd', 'operationsMusdYr', 'totalMusd'] as const;

/** A layer with its money in dollars of another year. */
export function layerInDollars(layer: StudyLayer, factor: number): StudyLayer {
  const money = MONEY.flatMap((name) => (layer[name] === undefined ? [] : [[name, layer[name] * factor]]));
  return { ...layer, ...Object.fromEntries(money) };
}

function architectureOf(
  interceptors: InterceptorPlan[],
  systems: SystemPlan[],
  horizonYr: number,
  priceYear: number,
): Architecture {
  return {
    name: 'estimate',
    epochUtc: '2026-01-01T00:00:00Z',
    epochUnixS: 0,
    networks: [],
    bridges: [],
    fibre: { speedRatio: 1, detourRatio: 1, seaDetourRatio: 1, routerDelayMs: 0, cables: [], landings: {} },
    sensors: [],
    command: [],
    interceptors,
    systems,
    launch: { launchers: [] },
    threats: [],
    failures: nothingOut(),
    programme: 'complete',
    routes: [],
    analysis: { trials: 0, seed: 0, launchWindowS: 0, horizonYr, priceYear, startYear: priceYear },
    economy: { id: 'none', name: 'none' },
    sites: {},
    uses: [],
    sources: {},
    catalogHash: '',
    scenarioHash: '',
    notes: [],
  };
}

import type { Catalog } from '../catalog/entry.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import { BUYER } from '../dependence/dependence.ts';
import { makerOf } from '../dependence/shares.ts';
import { planOf, type SuppliedElement, type SupplyGraph, supplyGraph } from '../dependence/supply-graph.ts';
import { type HealthOf, supplyGroups } from '../dependence/supply-health.ts';
import type { Architecture, LauncherPlan } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
import type { Demand, SourcingModel } from '../flow/sourcing.ts';
import { priceFactor } from '../programme/deflator.ts';
import { launcherPlans } from '../read/catalog-plans.ts';
import { bookEdges, type SourcedEdge, sourcedField } from './book-edges.ts';
import { type BareOffer, lossCases, withCases } from './loss-cases.ts';

/** What changes one number of one offer: its low or high in place of its value. */
export interface OfferChange {
  offer: string;
  what: 'unit cost' | 'fixed cost' | 'capacity' | 'delay';
  end: 'low' | 'high';
}

/** A number of an offer that has a range. */
export interface OfferNumber {
  offer: string;
  what: OfferChange['what'];
  number: SourcedNumber;
}

export interface SourcingOptions {
  /** Share of every function that each loss case must leave. */
  lossFraction: number;
  /** Years from now in which the mix has to stand. */
  withinYr: number;
  pairs?: boolean;
  maxShareFraction?: number;
  maxHerfindahlIndex?: number;
  twoFamilies?: boolean;
}

export interface SourcingInput {
  model: SourcingModel;
  /** Numbers with a range, for the weights of the assumptions. */
  numbers: OfferNumber[];
  noChoice: { functionId: string; name: string; makers: string[] }[];
  notes: Said[];
  /** The model with one number of one offer at an end of its range. */
  changed(change: OfferChange): SourcingModel;
}

/** Functions whose elements are alternatives to each other; in the others each element does something else. */
const INTERCHANGEABLE = [
  'backbone',
  'transport',
  'ir-tracking-leo',
  'ir-tracking-meo',
  'airborne-target-tracking',
  'space-interceptors',
];
const LAUNCH = ['launch-heavy', 'launch-medium'];
/** Years over which the missions under the Lane 2 contract are flown. */
const LANE_2_YR = 5;

interface Context {
  architecture: Architecture;
  catalog: Catalog;
  graph: SupplyGraph;
  edges: SourcedEdge[];
  launchers: Map<string, LauncherPlan>;
  options: SourcingOptions;
  change?: OfferChange;
  numbers: OfferNumber[];
}

/**
 * The search of a scenario as a programme: demands from its elements, offers from the book of partners and the catalog.
 *
 * One unit of demand is the whole function: a constellation that does the work, all interceptors, all launches that keep the
 * scenario complete. An offer costs its units over the horizon, worn-out ones replaced; its capacity is what it can keep in
 * service by the year the mix has to stand. Operations and what is already paid for are left out on all sides alike.
 */
export function sourcingInput(architecture: Architecture, catalog: Catalog, options: SourcingOptions): SourcingInput {
  const graph = supplyGraph(architecture);
  const edges = bookEdges(catalog, architecture.partners?.id);
  const launchers = launcherPlans(catalog, architecture.launch.launchers);
  const context: Context = { architecture, catalog, graph, edges, launchers, options, numbers: [] };
  const all = [...unitOffers(context), ...launchOffers(context)];
  const makers = (functionId: string) => [
    ...new Set(all.filter((offer) => offer.functionId === functionId).map(({ partner }) => partner)),
  ];
  const ids = [...new Set(all.map(({ functionId }) => functionId))].filter((id) => makers(id).length > 1);
  const offers = all.filter(({ functionId }) => ids.includes(functionId));
  const cases = lossCases(graph, offers, options.pairs === true);
  const name = (id: string) => graph.nodes.get(`function:${id}`)?.name ?? id;
  const demands = ids.map(
    (functionId): Demand => ({
      functionId,
      name: name(functionId),
      unitCount: demandUnits(context, functionId),
      unit: unitOf(functionId),
      baseFraction: 1,
      lossFraction: options.lossFraction,
    }),
  );
  const full = withCases(graph, offers, cases);
  const model: SourcingModel = {
    demands,
    offers: full,
    cases,
    maxShareFraction: options.maxShareFraction,
    maxHerfindahlIndex: options.maxHerfindahlIndex,
    twoFamilies: options.twoFamilies ? ids.filter((id) => LAUNCH.includes(id)) : [],
  };
  const changed = (change: OfferChange): SourcingModel => {
    const again: Context = { ...context, change, numbers: [] };
    const byId = new Map([...unitOffers(again), ...launchOffers(again)].map((offer) => [offer.id, offer]));
    return {
      ...model,
      offers: full.map((offer) => {
        const { survivesWhere: _, ...now } = byId.get(offer.id) ?? {
          ...offer,
          capacityFraction: 0,
          survivesWhere: undefined,
        };
        return { ...now, survivesFraction: offer.survivesFraction };
      }),
    };
  };
  return {
    model,
    changed,
    numbers: context.numbers.filter(({ offer }) => offers.some(({ id }) => id === offer)),
    noChoice: graph.functions
      .filter(({ id }) => !ids.includes(id) && graph.elements.some(({ functionId }) => functionId === id))
      .map(({ id }) => ({ functionId: id, name: name(id), makers: makers(id) })),
    notes: [said('search.unit-prices'), said('search.no-backbone'), said('search.commercial')],
  };
}

/** Takes a number at its value or at the end that is asked for, and notes its range. */
function numberOf(
  context: Context,
  offer: string,
  what: OfferChange['what'],
  number: SourcedNumber | undefined,
): number | undefined {
  if (!number) return undefined;
  if (number.low !== undefined && number.high !== undefined) context.numbers.push({ offer, what, number });
  const { change } = context;
  const end = change && change.offer === offer && change.what === what ? change.end : undefined;
  const value = end === undefined ? number.value : (number[end] ?? number.value);
  if (number.priceYear === undefined) return value;
  const { economy, analysis } = context.architecture;
  return value * priceFactor(economy, number.priceYear, analysis.priceYear);
}

/** Offers of satellites and interceptors: every maker and provider of the function in the book. */
function unitOffers(context: Context): BareOffer[] {
  const { graph, edges, architecture, catalog } = context;
  const horizonYr = architecture.analysis.horizonYr;
  const offers = new Map<string, BareOffer>();
  for (const edge of edges) {
    const { forFunction: functionId, kind, from, to, role } = edge;
    const isMaker =
      (kind === 'builds' || kind === 'provides') && (edge.untilDate === undefined || edge.untilDate > graph.asOfDate);
    const isUnpriced = kind === 'provides' && to === functionId && !edge.capacityPerYr; // services beside the units
    if (isUnpriced || !functionId || !isMaker || !INTERCHANGEABLE.includes(functionId) || from === BUYER) continue;
    const served = graph.elements.filter((element) => element.functionId === functionId);
    if (served.length === 0 || isBentPipe(catalog, to)) continue;
    const entry = to === functionId ? referenceElement(served).entry : to;
    const isService = kind === 'provides' && to !== functionId;
    const id = isService ? to : `${from}:${functionId}`;
    // a constellation does the whole work by itself; makers share the units of the scenario's element
    const own = isService ? entryUnits(context, to) : undefined;
    const unitCount = own ?? referenceUnits(context, functionId);
    const price = unitPrice(context, id, edge, entry);
    const perYr = numberOf(context, id, 'capacity', edge.capacityPerYr);
    const delayYr = numberOf(context, id, 'delay', edge.delayYr) ?? 0;
    if (price === undefined || unitCount === 0) continue;
    const lifeYr = sourcedField(catalog, entry, 'lifeYr')?.value ?? horizonYr;
    const capacityPerYr = perYr ?? unitCount / lifeYr;
    const inService =
      capacityPerYr * Math.max(0, Math.min(lifeYr, context.options.withinYr - (role === 'contract' ? 0 : delayYr)));
    const known = offers.get(id);
    const made: BareOffer = {
      id,
      functionId,
      partner: makerOf(graph, from),
      name: isService
        ? (catalog.entries.networks[to]?.name ?? to).replace(/ \(.*|,.*/, '')
        : (graph.nodes.get(from)?.name ?? from),
      entry,
      unitMusd: unitCount * price * Math.max(1, horizonYr / lifeYr),
      fixedMusd: numberOf(context, id, 'fixed cost', edge.fixedMusd) ?? 0,
      capacityFraction: Math.min(2, inService / unitCount) + (known?.capacityFraction ?? 0),
      capacityPerYr: capacityPerYr + (known?.capacityPerYr ?? 0),
      delayYr,
      isCandidate: role === 'candidate',
      basis: edge.basis,
      survivesWhere: (healthOf) =>
        Math.min(
          healthOf(from),
          entryHealth(graph, entryKey(graph, to, functionId), healthOf, from, isService && role === 'candidate'),
        ),
    };
    if (known && known.unitMusd < made.unitMusd)
      offers.set(id, { ...known, capacityFraction: made.capacityFraction, capacityPerYr: made.capacityPerYr });
    else offers.set(id, made);
  }
  return [...offers.values()].filter(({ capacityFraction }) => capacityFraction > 1e-6);
}

/** Whether a network has no links between its satellites: a backbone needs them. */
function isBentPipe({ entries }: Catalog, entry: string): boolean {
  return entries.networks[entry]?.fields.crosslinks === 'none';
}

function entryKey(graph: SupplyGraph, to: string, functionId: string): string {
  return graph.elements.find(({ entry }) => entry === to)?.key ?? (to === functionId ? `function:${to}` : to);
}

/** What is left of what an entry needs beside its makers and its government launches. */
function entryHealth(
  graph: SupplyGraph,
  key: string,
  healthOf: HealthOf,
  maker: string,
  launchesItself: boolean,
): number {
  let least = 1;
  for (const { edges, shares } of supplyGroups(graph, key)) {
    if (edges.some(({ kind }) => kind === 'builds' || kind === 'provides')) continue;
    if (edges.some(({ kind }) => kind === 'launches') && !launchesItself) continue;
    if (edges[0].group?.startsWith('buses-') && !edges[0].group.endsWith(maker)) continue;
    const left = edges.map(({ from }) => healthOf(from));
    const health = Number.isNaN(shares[0])
      ? Math.max(...left)
      : 1 - left.reduce((lost, each, i) => lost + shares[i] * (1 - each), 0);
    least = Math.min(least, health);
  }
  return least;
}

/** Offers of launches: what vehicles of the book carry for the government. */
function launchOffers(context: Context): BareOffer[] {
  const { graph, edges, launchers, architecture, options } = context;
  const { horizonYr } = architecture.analysis;
  return LAUNCH.flatMap((functionId) => {
    const demand = demandUnits(context, functionId);
    if (demand === 0) return [];
    return edges.flatMap((edge): BareOffer[] => {
      const plan = launchers.get(edge.from);
      if (edge.kind !== 'launches' || edge.to !== functionId || !plan) return [];
      const id = `${edge.from}:${functionId}`;
      const isHeavy = functionId === 'launch-heavy';
      const free = (plan.cadenceMaxPerYr ?? plan.cadencePerYr ?? 0) * (1 - (plan.otherCustomersFraction ?? 0));
      const perYr = edge.role === 'candidate' ? (numberOf(context, id, 'capacity', edge.capacityPerYr) ?? 0) : free;
      const delayYr = edge.role === 'candidate' ? (numberOf(context, id, 'delay', edge.delayYr) ?? 0) : 0;
      const value =
        edge.valueMusd && edge.unitsCount
          ? numberOf(context, id, 'unit cost', edge.valueMusd)! / edge.unitsCount.value
          : undefined;
      const priced =
        sourcedField(context.catalog, edge.from, 'governmentPriceMusd') ??
        sourcedField(context.catalog, edge.from, 'priceMusd');
      const price = (isHeavy ? value : undefined) ?? numberOf(context, id, 'unit cost', priced);
      if (price === undefined || (isHeavy && value === undefined)) return [];
      const perUnit = isHeavy ? price : price / plan.payloadKg;
      const capacity = perYr * (isHeavy ? 1 : plan.payloadKg);
      const ready = Math.min(1, Math.max(0, (options.withinYr - delayYr) / Math.max(1, plan.rampYr ?? 1)));
      return [
        {
          id,
          functionId,
          partner: makerOf(graph, edge.from) === edge.from ? (plan.partner ?? edge.from) : makerOf(graph, edge.from),
          name: plan.name.replace(/,.*| VC\d/, ''),
          entry: edge.from,
          unitMusd: demand * perUnit * horizonYr,
          fixedMusd: numberOf(context, id, 'fixed cost', edge.fixedMusd) ?? 0,
          capacityFraction: Math.min(2, (capacity * ready) / demand),
          capacityPerYr: perYr,
          delayYr,
          isCandidate: edge.role === 'candidate',
          basis: edge.basis,
          survivesWhere: (healthOf) => healthOf(edge.from),
        },
      ];
    });
  }).filter(({ capacityFraction }) => capacityFraction > 1e-6);
}

/** Price of a unit: the contract's, the edge's entry's, or that of the scenario's element. */
function unitPrice(context: Context, id: string, edge: SourcedEdge, entry: string): number | undefined {
  if (edge.valueMusd && edge.unitsCount && edge.kind === 'builds')
    return numberOf(context, id, 'unit cost', edge.valueMusd)! / edge.unitsCount.value;
  const price = numberOf(context, id, 'unit cost', sourcedField(context.catalog, entry, 'unitMusd'));
  if (price === undefined) return undefined;
  const isIncluded = context.catalog.entries.interceptors[entry] !== undefined;
  const perKg = isIncluded ? (sourcedField(context.catalog, entry, 'launchUsdKg')?.value ?? 0) : 0;
  return price - (perKg * (sourcedField(context.catalog, entry, 'massKg')?.value ?? 0)) / 1e6;
}

function entryUnits({ catalog, graph }: Context, entry: string): number {
  const element = graph.elements.find((each) => each.entry === entry);
  if (element) return element.unitCount;
  const shells = (catalog.entries.networks[entry]?.fields.shells ??
    catalog.entries.sensors[entry]?.fields.shells ??
    []) as { planes: SourcedNumber; satellitesPerPlane: SourcedNumber }[];
  const units = shells.reduce(
    (sum, { planes, satellitesPerPlane }) => sum + planes.value * satellitesPerPlane.value,
    0,
  );
  return units > 0 ? units : 480; // a constellation of unknown size does the work with as many as the reported backbone
}

/** Units of the element under contract, where a function has several: the smallest constellation does the work. */
function referenceUnits({ graph }: Context, functionId: string): number {
  const served = graph.elements.filter((element) => element.functionId === functionId);
  return served.length > 0 ? referenceElement(served).unitCount : 0;
}

/** The smallest of several constellations. */
function referenceElement(served: readonly SuppliedElement[]): SuppliedElement {
  return served.reduce((least, element) => (element.unitCount < least.unitCount ? element : least));
}

/** Demand in its own unit: satellites, launches a year, kilograms a year. */
function demandUnits(context: Context, functionId: string): number {
  const { graph, architecture } = context;
  if (functionId === 'launch-heavy') {
    const missions = context.edges
      .filter(({ to }) => to === 'launch-heavy')
      .reduce((sum, { unitsCount }) => sum + (unitsCount?.value ?? 0), 0);
    return missions / LANE_2_YR;
  }
  if (functionId !== 'launch-medium') return referenceUnits(context, functionId);
  return graph.elements.reduce((sum, element) => {
    const plan = planOf(architecture, element.id);
    const isCommercial =
      architecture.networks.some(({ id, partner }) => id === element.id && partner !== undefined) &&
      element.entry !== 'sdn-backbone';
    const isHeavy = graph.into.get(element.key)?.some(({ from }) => from === 'function:launch-heavy');
    if (!plan || !element.isSpace || isCommercial || isHeavy) return sum;
    return sum + (element.unitCount * (plan.massKg ?? 0)) / (plan.lifeYr ?? architecture.analysis.horizonYr);
  }, 0);
}

function unitOf(functionId: string): Said {
  if (functionId === 'launch-medium') return said('unit.kg-a-year');
  return said(functionId === 'launch-heavy' ? 'unit.launches-a-year' : 'unit.satellites');
}

import { BUYER } from '../../dependence/dependence.ts';
import { isControl } from '../../dependence/providers.ts';
import type { BookEdge, SuppliedElement, SupplyGraph } from '../../dependence/supply-graph.ts';
import { type HealthOf, supplyGroups } from '../../dependence/supply-health.ts';
import { UNNAMED } from '../../flow/dependence-history.ts';
import type { PlanFleet, PlanMaker } from '../../flow/partner-plan.ts';
import { sum } from '../../num/sum.ts';
import { unitNetMusd } from '../../programme/unit-price.ts';
import type { Bare, PlanContext } from './plan-context.ts';

/** Functions in which the maker of one entry can make another; elsewhere each entry does something else. */
const INTERCHANGEABLE = [
  'backbone',
  'transport',
  'ir-tracking-leo',
  'ir-tracking-meo',
  'airborne-target-tracking',
  'space-interceptors',
];
/** A contract for another entry shows for this many years that its maker can make this one. */
const CONTRACT_YR = 6;
/** Years from an award to the first unit where the book gives none for the maker nor for its function. */
const UNKNOWN_DELAY_YR = 3;
/** Cost of a second qualification where the book gives none for the maker nor for its function, millions of dollars. */
const UNKNOWN_FIXED_MUSD = 300;

/** Makers of a fleet: those of its entry and of its function by the book, and candidates; who has no maker keeps one without a name. */
export function makersOf(context: PlanContext, fleet: PlanFleet, f: number): Bare<PlanMaker>[] {
  const { graph, edges, campaign } = context;
  const price = fleetPrice(context, fleet);
  const lead = campaign.elements.find(({ id }) => id === fleet.elements[0])!;
  const today = todayShares(context, fleet);
  const mine = edges.filter((edge) => isMakerEdge(context, edge, fleet));
  const typicalDelayYr = typical(mine.map(({ delayYr }) => delayYr)) ?? UNKNOWN_DELAY_YR;
  const typicalFixedMusd = typical(mine.map(({ fixedMusd }) => fixedMusd)) ?? UNKNOWN_FIXED_MUSD;
  const partners = [...new Set([...today.keys(), ...mine.map(({ from }) => from)])];
  const { key } = graph.elements.find(({ id }) => id === fleet.elements[0])!;
  const isNetwork = context.architecture.networks.some(({ id }) => id === fleet.elements[0]);
  const evenPerYr = Number.isFinite(fleet.outputPerYr) ? fleet.outputPerYr : 1;
  return partners.map((partner): Bare<PlanMaker> => {
    const own = mine.filter(({ from }) => from === partner);
    const stated = sum(own.map(({ capacityPerYr }) => capacityPerYr ?? 0)) / fleet.unitCount;
    const isContract = own.some(({ role }) => role === 'contract') || own.length === 0;
    const todayFraction = today.get(partner) ?? 0;
    const assumedPerYr = isAssumed(own) ? evenPerYr * todayFraction : 0; // what the programme makes, split as the book assumes
    return {
      id: `${partner}:${fleet.id}`,
      fleet: f,
      partner,
      name: graph.nodes.get(partner)?.name ?? partner,
      fleetMusd: price,
      fixedMusd: isContract ? 0 : (typical(own.map(({ fixedMusd }) => fixedMusd)) ?? typicalFixedMusd),
      fromYr: lead.firstUnitYr,
      delayYr: typical(own.map(({ delayYr }) => delayYr)) ?? typicalDelayYr,
      rampYr: lead.productionRampYr,
      perYr:
        stated > 0 ? Math.max(stated, assumedPerYr) : evenPerYr * Math.max(todayFraction, own.length === 0 ? 1 : 0.1),
      todayFraction,
      isCandidate: !isContract,
      leftWhere: (healthOf) =>
        Math.min(
          healthOf(partner),
          entryHealth(graph, key, healthOf, { maker: partner, isNewcomer: isNetwork && !isContract }),
          entryHealth(graph, `function:${fleet.functionId}`, healthOf, { maker: partner, isNewcomer: false }),
        ),
      basis: own[0]?.basis ?? 'assumption',
    };
  });
}

const isAssumed = (own: readonly BookEdge[]) => own.length > 0 && own.every(({ role }) => role !== 'contract');

/** Whether an edge of the book makes or provides the units of a fleet. */
function isMakerEdge({ graph, catalog }: PlanContext, edge: BookEdge, fleet: PlanFleet): boolean {
  const { kind, from, to, forFunction, fromDate, untilDate, group } = edge;
  if (kind !== 'builds' && kind !== 'provides') return false;
  if (from === BUYER || group === 'services' || (untilDate !== undefined && untilDate <= graph.asOfDate)) return false;
  if (to === fleet.entry) return true;
  if (forFunction !== fleet.functionId || !INTERCHANGEABLE.includes(forFunction)) return false;
  if (to !== forFunction && yearsBetween(fromDate, graph.asOfDate) > CONTRACT_YR) return false;
  const isOtherNetwork = kind === 'provides' && catalog.entries.networks[to] !== undefined;
  return !isOtherNetwork;
}

/** Who makes a fleet today: by the scenario where it names partners, else by the book. */
function todayShares({ graph, architecture }: PlanContext, { elements, unitCount }: PlanFleet): Map<string, number> {
  const shares = new Map<string, number>();
  for (const id of elements) {
    const element = graph.elements.find((each) => each.id === id)!;
    const plan = [...architecture.networks, ...architecture.sensors, ...architecture.interceptors].find(
      (each) => each.id === id,
    );
    const part = element.unitCount / unitCount;
    const own = plan?.partner === undefined ? makersInGraph(graph, element) : new Map([[plan.partner, 1]]);
    for (const [partner, share] of own) shares.set(partner, (shares.get(partner) ?? 0) + share * part);
  }
  return shares;
}

function makersInGraph(graph: SupplyGraph, { key, functionId }: SuppliedElement): Map<string, number> {
  for (const node of [key, `function:${functionId}`]) {
    const group = supplyGroups(graph, node).find(({ edges }) =>
      edges.some(({ kind, group: name }) => (kind === 'builds' || kind === 'provides') && name !== 'services'),
    );
    if (!group) continue;
    const even = 1 / group.edges.length;
    return new Map(group.edges.map(({ from }, i) => [from, Number.isNaN(group.shares[i]) ? even : group.shares[i]]));
  }
  return new Map([[UNNAMED, 1]]);
}

/** What is left of what an entry or a function needs beside its makers and its launches. */
function entryHealth(
  graph: SupplyGraph,
  key: string,
  healthOf: HealthOf,
  { maker, isNewcomer }: { maker: string; isNewcomer: boolean },
): number {
  let least = 1;
  for (const { edges, shares } of supplyGroups(graph, key)) {
    if (edges.some(({ kind }) => kind === 'builds' || kind === 'provides' || kind === 'launches')) continue;
    if (isNewcomer && edges.some(isControl)) continue; // a newcomer's network has a control of its own
    if (edges[0].group?.startsWith('buses-') && !edges[0].group.endsWith(maker)) continue;
    const left = edges.map(({ from }) => healthOf(from));
    const health = Number.isNaN(shares[0])
      ? Math.max(...left)
      : 1 - left.reduce((lost, each, i) => lost + shares[i] * (1 - each), 0);
    least = Math.min(least, health);
  }
  return least;
}

/** Price of a whole fleet without its launches, as `run` pays it. */
function fleetPrice({ cost }: PlanContext, { elements, unitCount, learningRatio }: PlanFleet): number {
  return sum(
    elements.map((id) => {
      const element = cost.elements.find((each) => each.id === id)!;
      const lot = learningRatio === undefined ? element.unitCount : unitCount; // one order, whoever makes its parts
      return element.unitCount * (unitNetMusd(element, cost)(lot) * element.growthRatio + (element.terminalsMusd ?? 0));
    }),
  );
}

function yearsBetween(from: string | undefined, until: string): number {
  return from === undefined ? 0 : (Date.parse(until.slice(0, 10)) - Date.parse(from)) / (365.25 * 86_400_000);
}

function typical(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((each): each is number => each !== undefined).sort((a, b) => a - b);
  return known.length === 0 ? undefined : known[Math.floor((known.length - 1) / 2)];
}

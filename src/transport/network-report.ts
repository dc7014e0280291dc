import type { RoutePlan } from '../flow/architecture.ts';
import type { Availability } from '../flow/availability.ts';
import type { LatencySummary, NetworkReport, NetworkVariant, RouteResilience } from '../flow/network-report.ts';
import { type Said, said } from '../flow/said.ts';
import { quantileSorted } from '../num/statistics.ts';
import { attachmentsOf, timeTo, treeFrom } from './attachments.ts';
import { alternativesS, cableCut, gatewayCut, networkCut, nodeCounts, partition, partnerCut } from './cuts.ts';
import { type RouteEnd, routeEnd } from './ends.ts';
import { type LinksWanted, linksAt } from './links.ts';
import { type Outages, outagesOf, withoutNetworks } from './outages.ts';
import { routeGraph } from './route.ts';
import { networkAt } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** What the report looks at. */
export interface NetworkReportOptions {
  /** Moments, seconds after the epoch. */
  timesS: readonly number[];
  /**
   * What works in a raid, as in the raid of that number: one for each moment. With a chance that a satellite is out, in place of the
   * scenario's.
   */
  availabilityOf: (trial: number, satelliteOutProbability?: number) => Availability;
  /** What is out by statement alone, for cuts and alternatives. */
  stated: Availability;
  /** Most units of a sensor or interceptor layer that are told of; evenly spread. All of them compete for terminals. */
  unitLimit?: number;
  /** Chance that a satellite is out in the variant with random losses. */
  satelliteOutProbability?: number;
  /** Whether to look for cuts and alternatives. */
  resilience?: boolean;
}

interface Variant {
  name: Said;
  kind: NetworkVariant['kind'];
  without: string[];
  satelliteOutProbability?: number;
}

interface Route {
  plan: RoutePlan;
  from: RouteEnd;
  to: RouteEnd;
}

/**
 * Latency and reachability of a scenario's own messages (sensors to the command centre, the centre to interceptors, its routes), as
 * planned and with every network, partner and shared control plane gone in turn, and with satellites out at random.
 *
 * The satellites that are out at each moment are those of one raid, the same in every variant.
 */
export function networkReport(transport: Transport, options: NetworkReportOptions): NetworkReport {
  const routes = transport.architecture.routes.map((plan) => ({
    plan,
    from: routeEnd(transport, plan.from),
    to: routeEnd(transport, plan.to),
  }));
  const variants: NetworkVariant[] = [];
  let planned: Uint8Array | null = null;
  for (const variant of variantsOf(transport, options.satelliteOutProbability ?? 0.1)) {
    const result = sampleVariant(transport, routes, variant, options);
    planned ??= result.reached;
    variants.push({ ...result.variant, cutFraction: cutFraction(planned, result.reached) });
  }
  const resilience =
    (options.resilience ?? true) && options.timesS.length > 0
      ? routes.map((route) => resilienceOf(transport, route, options.timesS, outagesOf(transport, options.stated)))
      : [];
  return { timesS: [...options.timesS], variants, resilience };
}

/** As planned; each network, partner of several networks and control plane of several networks gone; satellites at random. */
function variantsOf(transport: Transport, satelliteOutProbability: number): Variant[] {
  const { networks, architecture } = transport;
  const nameOf = (id: string) => architecture.partners?.members?.find((member) => member.id === id)?.name ?? id;
  const variants: Variant[] = [{ name: said('variant.planned'), kind: 'planned', without: [] }];
  for (const { plan } of networks)
    variants.push({ name: said('variant.without', { id: plan.id }), kind: 'network', without: [plan.id] });
  const shared = (kind: NetworkVariant['kind'], labels: string[][], sentence: (label: string) => Said) => {
    for (const label of new Set(labels.flat())) {
      const without = networks.filter((_, n) => labels[n].includes(label)).map(({ plan }) => plan.id);
      if (without.length > 1) variants.push({ name: sentence(label), kind, without });
    }
  };
  shared(
    'partner',
    networks.map(({ providers }) => providers),
    (id) => said('variant.partner-off', { name: nameOf(id) }),
  );
  shared(
    'control-plane',
    networks.map(({ plan }) => (plan.controlPlane ? [plan.controlPlane] : [])),
    (id) => said('variant.down', { id }),
  );
  variants.push({
    name: said('variant.satellites-out', { percent: Math.round(100 * satelliteOutProbability) }),
    kind: 'satellites',
    without: [],
    satelliteOutProbability,
  });
  return variants;
}

function sampleVariant(
  transport: Transport,
  routes: readonly Route[],
  variant: Variant,
  options: NetworkReportOptions,
) {
  const { architecture } = transport;
  const samples = new Map<string, { kind: LatencySummary['kind']; id: string; valuesS: number[] }>();
  const reached: number[] = [];
  const note = (kind: LatencySummary['kind'], id: string, oneWayS: number) => {
    const key = `${kind} ${id}`;
    if (!samples.has(key)) samples.set(key, { kind, id, valuesS: [] });
    samples.get(key)!.valuesS.push(oneWayS < Infinity ? oneWayS : Number.NaN);
    reached.push(oneWayS < Infinity ? 1 : 0);
  };
  let partCount = 0;
  let largest = 0;
  const sensorUnits = unitsOf(transport, 'sensor', options.unitLimit ?? 200);
  const interceptorUnits = unitsOf(transport, 'interceptor', options.unitLimit ?? 200);
  const asked = askedUnits(transport, sensorUnits, interceptorUnits);
  options.timesS.forEach((atS, trial) => {
    const availability = options.availabilityOf(trial, variant.satelliteOutProbability);
    const outages = withoutNetworks(transport, outagesOf(transport, availability), variant.without);
    if (architecture.command.length > 0) {
      const links = linksAt(transport, { startS: atS, tS: 0, ...asked }, outages);
      architecture.sensors.forEach(({ id }, i) => {
        for (const u of sensorUnits[i] ?? []) note('sensor', id, links.sensorOneWayS[i][u]);
      });
      architecture.interceptors.forEach(({ id }, i) => {
        for (const u of interceptorUnits[i] ?? []) note('interceptor', id, links.interceptorOneWayS[i][u]);
      });
    }
    networkAt(transport, atS, outages);
    const parts = partition(transport, outages);
    partCount += parts.partCount;
    largest += parts.largestPartFraction / options.timesS.length;
    for (const route of routes) note('route', route.plan.id, routeTime(transport, route, atS, outages));
  });
  const summaries = [...samples.values()].map(({ kind, id, valuesS }) => summary(kind, id, valuesS));
  return {
    reached: Uint8Array.from(reached),
    variant: {
      name: variant.name,
      kind: variant.kind,
      legs: summaries.filter(({ kind }) => kind !== 'route'),
      routes: summaries.filter(({ kind }) => kind === 'route'),
      partCount: partCount / options.timesS.length,
      largestPartFraction: largest,
    },
  };
}

/** The units told of, but all where they compete for terminals with others. */
function askedUnits(
  { architecture, networks, scarce }: Transport,
  sensorUnits: Int32Array[],
  interceptorUnits: Int32Array[],
): Pick<LinksWanted, 'sensorUnits' | 'interceptorUnits'> {
  const scarceIds = networks.flatMap(({ plan }, n) => (scarce[n].laser || scarce[n].radio ? [plan.id] : []));
  const competes = ({ terminals }: { terminals: string[] }) => terminals.some((id) => scarceIds.includes(id));
  return {
    sensorUnits: architecture.sensors.map((plan, i) => (competes(plan) ? undefined : sensorUnits[i])),
    interceptorUnits: architecture.interceptors.map((plan, i) => (competes(plan) ? undefined : interceptorUnits[i])),
  };
}

/** One-way time of a route in the graph that stands; a route of named networks gets a graph of its own. */
function routeTime(transport: Transport, { plan, from, to }: Route, atS: number, outages: Outages): number {
  if (plan.networks) {
    const only = withOnly(transport, outages, plan.networks);
    networkAt(transport, atS, only);
    const time = timeBetween(transport, from, to, atS, only);
    networkAt(transport, atS, outages);
    return time;
  }
  return timeBetween(transport, from, to, atS, outages);
}

/** Least one-way time between two ends in the graph that stands; Infinity where there is none. */
export function timeBetween(transport: Transport, from: RouteEnd, to: RouteEnd, atS: number, outages: Outages): number {
  const start = attachmentsOf(transport, from, atS, outages, (s) => outages.satelliteOut[s] === 0);
  if (!treeFrom(transport, start)) return Infinity;
  return timeTo(
    transport,
    attachmentsOf(transport, to, atS, outages, (s) => transport.tree.distance[s] < Infinity),
  );
}

/** The outages with every network out but some: the same as if the scenario had only those. */
export function withOnly(transport: Transport, outages: Outages, networks: readonly string[]): Outages {
  const others = transport.networks.filter(({ plan }) => !networks.includes(plan.id));
  return withoutNetworks(
    transport,
    outages,
    others.map(({ plan }) => plan.id),
  );
}

function resilienceOf(
  transport: Transport,
  { plan, from, to }: Route,
  timesS: readonly number[],
  standing: Outages,
): RouteResilience {
  const outages = plan.networks ? withOnly(transport, standing, plan.networks) : standing;
  const moments = timesS.map((atS) => {
    const nodes = routeGraph(transport, from, to, atS, outages);
    const alternatives = alternativesS(transport, nodes);
    return {
      atS,
      alternatives,
      quickestS: alternatives[0] ?? Infinity,
      gateways: gatewayCut(transport, nodes),
      cables: cableCut(transport, nodes, outages),
      networks: networkCut(transport, nodes, outages),
      partners: partnerCut(transport, nodes, outages),
      counts: nodeCounts(transport, nodes),
    };
  });
  type Moment = (typeof moments)[number];
  const least = (size: (moment: Moment) => number | undefined) =>
    moments.reduce((best, moment) => ((size(moment) ?? Infinity) < (size(best) ?? Infinity) ? moment : best));
  const leastDisjoint = least(({ counts }) => counts.anyCount ?? undefined);
  return {
    id: plan.id,
    from: plan.from,
    to: plan.to,
    alternativesS: least(({ alternatives }) => alternatives.length).alternatives,
    gatewayCut: least(({ gateways }) => gateways?.length).gateways,
    cableCut: least(({ cables }) => cables?.length).cables,
    networkCut: least(({ networks }) => networks?.length).networks,
    partnerCut: least(({ partners }) => partners?.length).partners,
    satelliteCutCount: least(({ counts }) => counts.satelliteCount ?? undefined).counts.satelliteCount,
    disjointCount: leastDisjoint.counts.anyCount,
    leastDisjointAtS: leastDisjoint.atS,
    worstAtS: least(({ quickestS }) => -quickestS).atS,
  };
}

function unitsOf(transport: Transport, role: 'sensor' | 'interceptor', limit: number): Int32Array[] {
  const units: Int32Array[] = [];
  for (const element of [...transport.space, ...transport.ground]) {
    if (element.role !== role) continue;
    const count = Math.min(limit, element.count);
    units[element.planIndex] = Int32Array.from({ length: count }, (_, k) => Math.floor((k * element.count) / count));
  }
  return units;
}

/** Median, 95th percentile and worst of the samples with a way. */
export function summary(kind: LatencySummary['kind'], id: string, valuesS: readonly number[]): LatencySummary {
  const known = Float64Array.from(valuesS.filter((value) => !Number.isNaN(value))).sort();
  return {
    id,
    kind,
    sampleCount: valuesS.length,
    reachableFraction: valuesS.length > 0 ? known.length / valuesS.length : Number.NaN,
    medianS: quantileSorted(known, 0.5),
    p95S: quantileSorted(known, 0.95),
    worstS: known.at(-1) ?? Number.NaN,
  };
}

function cutFraction(planned: Uint8Array, now: Uint8Array): number {
  let had = 0;
  let lost = 0;
  planned.forEach((was, i) => {
    had += was;
    lost += was === 1 && now[i] === 0 ? 1 : 0;
  });
  return had > 0 ? lost / had : Number.NaN;
}

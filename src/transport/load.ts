import type { MessagePlan } from '../flow/architecture.ts';
import type { Availability } from '../flow/availability.ts';
import type { ClassLoad, LimitLoad, LimitName, NetworkLoad } from '../flow/network-load.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import { shortestPaths } from '../num/shortest-path.ts';
import { arcName, type LoadNet, loadNet } from './load-net.ts';
import { queueTimes } from './load-queue.ts';
import { type ClassDemand, classDemands, unitMbps } from './load-sources.ts';
import { type BestShares, byBestWays, byQuickestWays, growthOf, inOrderOfService, MOST_GROWTH } from './load-ways.ts';
import { outagesOf } from './outages.ts';
import { networkAt } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** What is asked of the networks. */
export interface LoadOptions {
  /** Moments, seconds after the epoch. */
  timesS: readonly number[];
  messages: readonly MessagePlan[];
  availability: Availability;
  /** Fullest limits of each kind that are told; default 3. */
  tellCount?: number;
}

/**
 * How classes of messages load the networks between their senders and the first command centre, and what of them is carried.
 *
 * By the quickest ways, as messages travel in a raid, and by ways chosen for their room: a greatest concurrent flow, which is exact as all
 * messages have the centre at one end. Orders and what comes in have rates of their own each way. What others hold of a rate is
 * out of reach but for classes that go before it. Fibre, and what states no rate, has no limit. The load is steady: bursts, such as
 * one raid seen by one satellite, are in the queues alone.
 *
 * @source dinic-1970
 */
export function networkLoad(transport: Transport, options: LoadOptions): NetworkLoad {
  const { architecture, networks } = transport;
  const [centre] = architecture.command;
  if (!centre) throw new RangeError('the architecture must have a command centre');
  const moments = options.timesS.map((atS) => momentOf(transport, options, atS));
  const tightest = moments.reduce((a, b) => (b.growth < a.growth ? b : a));
  return {
    timesS: [...options.timesS],
    centre: centre.id,
    classes: classesOf(options.messages, moments),
    fullest: fullestOf(
      moments.flatMap(({ limits }) => limits),
      options.tellCount ?? 3,
    ),
    growthRatio: tightest.growth < MOST_GROWTH ? tightest.growth : null,
    growthLimits: tightest.growth < MOST_GROWTH ? tightest.growthLimits : [],
    others: networks.flatMap(({ plan }) => {
      const { otherTrafficFraction: fraction } = networkLimits(plan);
      return fraction > 0 ? [{ network: plan.id, fraction }] : [];
    }),
  };
}

interface Moment {
  classes: Omit<ClassLoad, 'id' | 'name' | 'sender' | 'priority' | 'isPreempting' | 'unitMbps'>[];
  limits: LimitLoad[];
  growth: number;
  growthLimits: LimitName[];
}

function momentOf(transport: Transport, { messages, availability }: LoadOptions, atS: number): Moment {
  const outages = outagesOf(transport, availability);
  networkAt(transport, atS, outages);
  const root = transport.firstFibre + transport.fibreSites.indexOf(transport.architecture.command[0].site);
  shortestPaths(transport.graph, root, transport.tree);
  const net = loadNet(transport, transport.tree);
  const { classes, terminals } = classDemands(transport, messages, atS, availability, net.nodeCount);
  const moment: Moment = { classes: [], limits: terminals, growth: Infinity, growthLimits: [] };
  const figures = new Map<ClassDemand, Moment['classes'][number]>();
  for (const direction of ['in', 'out'] as const) {
    const own = classes.filter(({ plan }) => (plan.sender === 'centre') === (direction === 'out'));
    const quickest = byQuickestWays(net, root, own);
    const quickestOf = (rule: 'no-preemption' | 'no-others') => byQuickestWays(net, root, own, rule);
    const [behind, alone] = [quickestOf('no-preemption'), quickestOf('no-others')];
    const isAllCarried = quickest.every(({ fraction }) => !(fraction < 1));
    const best = (rule: 'stated' | 'no-preemption' | 'no-others') =>
      isAllCarried && (rule !== 'no-preemption' || !net.held.some((share) => share > 0))
        ? own.map(({ demand }): BestShares => (demand.some((d) => d > 0) ? FULL : NONE))
        : byBestWays(net, root, own, rule);
    const [stated, noPreemption, noOthers] = [best('stated'), best('no-preemption'), best('no-others')];
    const delays = delaysOf(net, root, own, quickest);
    own.forEach((each, i) => {
      const arrived = each.offeredMbps > 0 ? each.demand.reduce((sum, d) => sum + d, 0) / each.offeredMbps : Number.NaN;
      const of = (share: number) => (arrived === 0 ? 0 : arrived * share);
      figures.set(each, {
        unitCount: each.unitCount,
        servedCount: each.servedCount,
        offeredMbps: each.offeredMbps,
        quickestFraction: of(quickest[i].fraction),
        evenFraction: of(stated[i].even),
        mostFraction: of(stated[i].most),
        quickestNoPreemptionFraction: of(behind[i].fraction),
        quickestNoOthersFraction: of(alone[i].fraction),
        noPreemptionFraction: of(noPreemption[i].even),
        noOthersFraction: of(noOthers[i].even),
        ...delays[i],
      });
    });
    moment.limits.push(...limitsOf(transport, net, quickest, direction, atS));
    const growth = growthOf(net, root, own);
    if (growth.factor < moment.growth) {
      moment.growth = growth.factor;
      moment.growthLimits = growth.cutArcs.slice(0, 8).map((arc) => limitName(transport, net, arc, direction));
    }
  }
  moment.classes = classes.map((each) => figures.get(each)!);
  return moment;
}

const FULL: BestShares = { even: 1, most: 1 };
const NONE: BestShares = { even: Number.NaN, most: Number.NaN };

function limitName(transport: Transport, net: LoadNet, arc: number, direction: 'in' | 'out'): LimitName {
  const { kind, from, to } = arcName(transport, net, arc);
  const network = transport.networks[net.network[arc]].plan.id;
  return direction === 'in' ? { kind, direction, network, from, to } : { kind, direction, network, from: to, to: from };
}

function limitsOf(
  transport: Transport,
  net: LoadNet,
  quickest: readonly { offered: Float64Array }[],
  direction: 'in' | 'out',
  atS: number,
): LimitLoad[] {
  const found: LimitLoad[] = [];
  for (let arc = 0; arc < net.arcCount; arc++) {
    const rateMbps = net.rate[arc];
    if (!(rateMbps < Infinity)) continue;
    const offeredMbps = quickest.reduce((sum, { offered }) => sum + offered[arc], 0);
    if (!(offeredMbps > 0)) continue;
    const heldFraction = net.held[arc];
    const utilisationRatio = offeredMbps / rateMbps + heldFraction;
    const name = limitName(transport, net, arc, direction);
    found.push({ ...name, rateMbps, offeredMbps, heldFraction, utilisationRatio, atS });
  }
  return found;
}

/** Waiting and sending on the quickest ways. */
function delaysOf(
  net: LoadNet,
  root: number,
  classes: readonly ClassDemand[],
  quickest: readonly { offered: Float64Array }[],
): Pick<ClassLoad, 'queueMeanS' | 'queueWorstS'>[] {
  const ordered = inOrderOfService(classes, 'stated');
  const times = queueTimes(
    net,
    ordered.map((each) => ({
      sizeBytes: each.plan.sizeBytes,
      isPreempting: each.plan.isPreempting ?? false,
      offered: quickest[classes.indexOf(each)].offered,
    })),
  );
  return classes.map((each) => {
    const own = times[ordered.indexOf(each)];
    const toRoot = new Float64Array(net.nodeCount).fill(Infinity);
    toRoot[root] = 0;
    for (let i = net.order.length - 1; i >= 0; i--) {
      const v = net.order[i];
      toRoot[v] = own[net.wayArc[v]] + toRoot[net.to[net.wayArc[v]]];
    }
    let sum = 0;
    let count = 0;
    let worst = 0;
    each.units.forEach((units, v) => {
      if (units === 0) return;
      sum += units * toRoot[v];
      count += units;
      worst = Math.max(worst, toRoot[v]);
    });
    const finite = (s: number) => (s < Infinity ? s : null);
    return count > 0
      ? { queueMeanS: finite(sum / count), queueWorstS: finite(worst) }
      : { queueMeanS: Number.NaN, queueWorstS: Number.NaN };
  });
}

function classesOf(messages: readonly MessagePlan[], moments: readonly Moment[]): ClassLoad[] {
  const classes = messages.map((plan, c): ClassLoad => {
    const all = moments.map(({ classes: own }) => own[c]);
    type Figures = (typeof all)[number];
    const mean = (key: 'unitCount' | 'servedCount' | 'offeredMbps') =>
      all.reduce((sum, each) => sum + each[key], 0) / all.length;
    const least = (value: (figures: Figures) => number) => {
      const known = all.map(value).filter((share) => !Number.isNaN(share));
      return known.length > 0 ? Math.min(...known) : Number.NaN;
    };
    const longest = (value: (figures: Figures) => number | null) => {
      const known = all.map(value).filter((s) => s === null || !Number.isNaN(s));
      return known.includes(null) ? null : known.length > 0 ? Math.max(...(known as number[])) : Number.NaN;
    };
    return {
      id: plan.id,
      name: plan.name,
      sender: plan.sender,
      priority: plan.priority,
      isPreempting: plan.isPreempting ?? false,
      unitMbps: unitMbps(plan),
      unitCount: mean('unitCount'),
      servedCount: mean('servedCount'),
      offeredMbps: mean('offeredMbps'),
      quickestFraction: least((each) => each.quickestFraction),
      evenFraction: least((each) => each.evenFraction),
      mostFraction: least((each) => each.mostFraction),
      quickestNoPreemptionFraction: least((each) => each.quickestNoPreemptionFraction),
      quickestNoOthersFraction: least((each) => each.quickestNoOthersFraction),
      noPreemptionFraction: least((each) => each.noPreemptionFraction),
      noOthersFraction: least((each) => each.noOthersFraction),
      queueMeanS: longest((each) => each.queueMeanS),
      queueWorstS: longest((each) => each.queueWorstS),
    };
  });
  return classes.sort((a, b) => a.priority - b.priority);
}

/** Of each kind those that are fullest, each at its moment of most. */
function fullestOf(limits: readonly LimitLoad[], tellCount: number): LimitLoad[] {
  const most = new Map<string, LimitLoad>();
  for (const limit of limits) {
    const key = `${limit.kind} ${limit.direction} ${limit.network} ${limit.from} ${limit.to}`;
    const known = most.get(key);
    if (!known || limit.utilisationRatio > known.utilisationRatio) most.set(key, limit);
  }
  const sorted = [...most.values()].sort((a, b) => b.utilisationRatio - a.utilisationRatio);
  const told = new Map<string, number>();
  return sorted.filter(({ kind }) => {
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    return count <= tellCount;
  });
}

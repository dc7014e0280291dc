import { greatestBeside, greatestFlow, greatestShare } from '../num/demand-flow.ts';
import type { LoadNet } from './load-net.ts';
import type { ClassDemand } from './load-sources.ts';

/** Who goes before the traffic of other customers: those classes that are said to, none, or all as if there were no other traffic. */
export type Rule = 'stated' | 'no-preemption' | 'no-others';

/** What arrives of one class. */
export interface Carried {
  /** [arc] Mbit/s that reach it. */
  offered: Float64Array;
  fraction: number;
}

const isFirst = ({ plan }: ClassDemand, rule: Rule) => rule === 'stated' && plan.isPreempting === true;

/** The order in which links serve: those that go before others' traffic, then by priority. */
export function inOrderOfService<T extends ClassDemand>(classes: readonly T[], rule: Rule): T[] {
  return [...classes].sort(
    (a, b) => Number(isFirst(b, rule)) - Number(isFirst(a, rule)) || a.plan.priority - b.plan.priority,
  );
}

const totalOf = (demand: Float64Array) => demand.reduce((sum, each) => sum + each, 0);

/** [arc] what a class may use beside `used`. */
function roomOf(net: LoadNet, rule: Rule, first: boolean, used: Float64Array): Float64Array {
  const isWhole = first || rule === 'no-others';
  return Float64Array.from(net.rate, (rate, a) => Math.max(0, rate * (isWhole ? 1 : 1 - net.held[a]) - used[a]));
}

/**
 * What arrives where every message takes its quickest way, whatever is on it. What an arc cannot carry is lost there, in equal shares of
 * what comes to it; classes in the order of service.
 *
 * @returns in the order of `classes`
 */
export function byQuickestWays(
  net: LoadNet,
  root: number,
  classes: readonly ClassDemand[],
  rule: Rule = 'stated',
): Carried[] {
  const used = new Float64Array(net.arcCount);
  const found = new Map<ClassDemand, Carried>();
  for (const each of inOrderOfService(classes, rule)) {
    const room = roomOf(net, rule, isFirst(each, rule), used);
    const at = each.demand.slice();
    const offered = new Float64Array(net.arcCount);
    for (const v of net.order) {
      const a = net.wayArc[v];
      offered[a] = at[v];
      const carried = Math.min(at[v], room[a]);
      used[a] += carried;
      at[net.to[a]] += carried;
    }
    const total = totalOf(each.demand);
    found.set(each, { offered, fraction: total > 0 ? at[root] / total : Number.NaN });
  }
  return classes.map((each) => found.get(each)!);
}

/** The greatest shares where messages take whatever ways have room. */
export interface BestShares {
  even: number;
  most: number;
}

/**
 * The greatest share of each class, those before it in the order of service held to theirs: exact within the classes that go before
 * others' traffic, and within the rest beside ways that the former keep.
 *
 * @returns in the order of `classes`
 */
export function byBestWays(net: LoadNet, root: number, classes: readonly ClassDemand[], rule: Rule): BestShares[] {
  const found = new Map<ClassDemand, BestShares>();
  let used = new Float64Array(net.arcCount);
  for (const first of [true, false]) {
    const group = inOrderOfService(classes, rule).filter((each) => isFirst(each, rule) === first);
    if (group.length === 0) continue;
    const limited = { ...net, rate: roomOf(net, rule, first, used) };
    const fixed = new Float64Array(net.nodeCount);
    for (const each of group) {
      const total = totalOf(each.demand);
      if (!(total > 0)) {
        found.set(each, { even: Number.NaN, most: Number.NaN });
        continue;
      }
      const { share } = greatestShare(limited, root, fixed, each.demand);
      const most = share === 1 ? 1 : greatestBeside(limited, root, fixed, each.demand) / total;
      found.set(each, { even: share, most: Math.min(1, Math.max(share, most)) });
      for (let v = 0; v < net.nodeCount; v++) fixed[v] += share * each.demand[v];
    }
    const { flow } = greatestFlow(limited, root, fixed);
    used = Float64Array.from(used, (was, a) => was + flow[a]);
  }
  return classes.map((each) => found.get(each)!);
}

/** Where the search for growth ends: as good as no limit. */
export const MOST_GROWTH = 1e6;

/** How often all classes could grow together in what others leave, and the arcs that are full then. */
export function growthOf(
  net: LoadNet,
  root: number,
  classes: readonly ClassDemand[],
): { factor: number; cutArcs: number[] } {
  const wanted = new Float64Array(net.nodeCount);
  for (const { demand } of classes) for (let v = 0; v < net.nodeCount; v++) wanted[v] += demand[v];
  if (!(totalOf(wanted) > 0)) return { factor: Infinity, cutArcs: [] };
  const limited = { ...net, rate: roomOf(net, 'stated', false, new Float64Array(net.arcCount)) };
  const { share, cutArcs } = greatestShare(limited, root, new Float64Array(net.nodeCount), wanted, MOST_GROWTH);
  return { factor: share, cutArcs };
}

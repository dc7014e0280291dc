import type { Architecture } from '../flow/architecture.ts';
import type { CostResult } from '../flow/cost.ts';
import type {
  DependenceResult,
  FunctionDependence,
  FunctionFall,
  RootDependence,
  SinglePoint,
} from '../flow/dependence.ts';
import { UNNAMED } from '../flow/dependence-history.ts';
import { type Said, said } from '../flow/said.ts';
import { assumedMoney } from './assumed-money.ts';
import { concentrationOf } from './concentration.ts';
import { allMoney, contractShares, makersOf, moneyShares, nameIn, unitShares } from './shares.ts';
import { type SupplyGraph, type SupplyNode, supplyGraph, withoutUnits } from './supply-graph.ts';
import { functionHealth, healthWithout } from './supply-health.ts';
import { type SupplyPath, supplyPaths } from './supply-path.ts';
import { orphans, supplyProblems } from './supply-problems.ts';

/** The buyer is no partner: what the government runs itself cannot be withdrawn from it. */
export const BUYER = 'us-government';
const WHOLE = 0.999;
const BASES: readonly SinglePoint['basis'][] = ['stated', 'second-hand', 'derived', 'estimate', 'assumption'];

/**
 * Whom an architecture depends on: shares and concentration per function, what falls with each partner and shared part,
 * single points of failure with the path that shows each.
 *
 * A function falls by as much as its supply does: launches, engines, terminals and control planes that a partner makes take
 * with them what needs them. That is dependence of supply; what works on at once and for how long is the withdrawal's to say.
 * Units of different elements of one function count alike; of surface interceptors their missiles, whether they stand in silos or in batteries.
 */
export function dependenceOf(architecture: Architecture, cost: CostResult): DependenceResult {
  const graph = supplyGraph(architecture);
  const roots = rootNodes(graph);
  const pathTo = supplyPaths(graph);
  const context = { graph, roots, cost, pathTo };
  const functions = graph.functions.map((each) => functionDependence(context, each));
  const money = allMoney(graph, cost);
  const concentration =
    concentrationOf(money, nameIn(graph)) ?? concentrationOf(new Map([[UNNAMED, 1]]), nameIn(graph))!;
  const assumed = assumedMoney(architecture, cost, money);
  const shares = concentration.shares.map((share) => {
    const split = assumed.get(share.partner);
    return split ? { ...share, assumed: split } : share;
  });
  return {
    asOfDate: graph.asOfDate,
    functions,
    roots: rootDependences(functions, roots, money, cost),
    singlePoints: singlePoints(context, functions),
    money: { ...concentration, shares },
    problems: supplyProblems(graph),
    notes: notesOf(architecture, graph),
  };
}

/** Partners and shared parts that something in the scenario rests on. */
export function rootNodes({ nodes, into }: SupplyGraph): SupplyNode[] {
  const providers = new Set([...into.values()].flat().map(({ from }) => from));
  return [...nodes.values()].filter(
    ({ key, kind }) => (kind === 'partner' || kind === 'part') && key !== BUYER && providers.has(key),
  );
}

interface Context {
  graph: SupplyGraph;
  roots: SupplyNode[];
  cost: CostResult;
  pathTo: (root: string, functionId: string) => SupplyPath | undefined;
}

function functionDependence(context: Context, { id, name }: { id: string; name: string }): FunctionDependence {
  const { graph, roots, cost } = context;
  const elements = graph.elements.filter(({ functionId }) => functionId === id);
  return {
    id,
    name: withoutUnits(name),
    elements: elements.map((element) => element.id),
    unitCount: elements.reduce((sum, { unitCount }) => sum + unitCount, 0),
    contracts: contractShares(graph, id),
    money: moneyShares(graph, id, cost),
    units: unitShares(graph, id),
    falls: roots
      .map((root) => fallOf(context, id, root))
      .filter(({ totalFraction }) => totalFraction > 0.0005)
      .sort((a, b) => b.totalFraction - a.totalFraction || b.directFraction - a.directFraction),
  };
}

function fallOf({ graph, pathTo }: Context, functionId: string, root: SupplyNode): FunctionFall {
  const totalFraction = 1 - functionHealth(graph, functionId, healthWithout(graph, new Set([root.key])));
  const path = totalFraction > 0.0005 ? pathTo(root.key, functionId) : undefined;
  const dates = path?.edges.filter(({ forFunction }) => forFunction === functionId) ?? [];
  return {
    root: root.key,
    name: root.name,
    directFraction: directFraction(graph, functionId, root.key),
    totalFraction,
    path: path?.keys.map((key) => graph.nodes.get(key)?.name ?? key) ?? [root.name],
    fromDate: dates.map(({ fromDate }) => fromDate).find((date) => date !== undefined),
    untilDate: dates.map(({ untilDate }) => untilDate).find((date) => date !== undefined),
  };
}

/** Within one step: what the root itself builds or provides of the function. */
function directFraction(graph: SupplyGraph, functionId: string, root: string): number {
  const elements = graph.elements.filter((element) => element.functionId === functionId);
  const units = elements.reduce((sum, { weight }) => sum + weight, 0);
  if (units === 0) {
    const direct = new Set(graph.into.get(`function:${functionId}`)?.map(({ from }) => from));
    const follows = ({ from, kind }: { from: string; kind: string }) =>
      from === root || (direct.has(from) && kind === 'launches');
    const isMade = (key: string) => graph.into.get(key)?.some(({ kind, from }) => kind === 'builds' && from === root);
    const gone = new Set([root, ...[...direct].filter(isMade)]);
    return 1 - healthWithout(graph, gone, follows)(`function:${functionId}`);
  }
  return elements.reduce((sum, { key, weight }) => sum + (weight / units) * (makersOf(graph, key).get(root) ?? 0), 0);
}

function rootDependences(
  functions: FunctionDependence[],
  roots: SupplyNode[],
  money: ReadonlyMap<string, number>,
  cost: CostResult,
): RootDependence[] {
  const weight = (root: RootDependence) =>
    Object.values(root.fallsFraction).reduce((sum, fraction) => sum + fraction, 0);
  return roots
    .map((root): RootDependence => {
      const falls = functions.flatMap(({ id, falls }) =>
        falls.filter((fall) => fall.root === root.key).map((fall) => [id, fall.totalFraction] as const),
      );
      const moneyMusd = root.kind === 'partner' ? (money.get(root.key) ?? 0) : undefined;
      const moneyFraction = moneyMusd === undefined ? undefined : moneyMusd / Math.max(cost.totalMusd, 1e-9);
      const kind = root.kind as 'partner' | 'part';
      return {
        id: root.key,
        name: root.name,
        kind,
        moneyMusd,
        moneyFraction,
        fallsFraction: Object.fromEntries(falls),
      };
    })
    .filter((root) => weight(root) > 0 || (root.moneyMusd ?? 0) > 0)
    .sort((a, b) => weight(b) - weight(a) || (b.moneyMusd ?? 0) - (a.moneyMusd ?? 0));
}

function singlePoints({ graph, pathTo }: Context, functions: FunctionDependence[]): SinglePoint[] {
  return functions.flatMap(({ id, name, falls }) =>
    falls
      .filter(({ totalFraction }) => totalFraction >= WHOLE)
      .map(({ root, name: rootName, totalFraction, path }) => {
        const kind = graph.nodes.get(root)!.kind as 'partner' | 'part';
        const edges = pathTo(root, id)?.edges ?? [];
        const basis = BASES[Math.max(0, ...edges.map((edge) => BASES.indexOf(edge.basis)))];
        return {
          root,
          name: rootName,
          kind,
          functionId: id,
          functionName: name,
          lostFraction: totalFraction,
          path,
          basis,
        };
      }),
  );
}

function notesOf(architecture: Architecture, graph: SupplyGraph): Said[] {
  const notes = [said('dependence.thresholds'), said('dependence.one-vehicle')];
  if (!architecture.partners) notes.push(said('dependence.no-book'));
  const alone = orphans(graph);
  if (alone.length > 0) notes.push(said('dependence.without-part', { names: alone }));
  return notes;
}

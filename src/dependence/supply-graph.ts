import type { Architecture, PartnerBook } from '../flow/architecture.ts';
import type { CostRole } from '../flow/cost.ts';
import { interceptorKinds } from '../kinds/interceptors/interceptor-kinds.ts';
import { networkKinds } from '../kinds/networks/network-kinds.ts';
import { isInOrbit } from '../kinds/place.ts';
import { sensorKinds } from '../kinds/sensors/sensor-kinds.ts';
import { groupBy } from '../num/group-by.ts';
import { type CountedPlan, unitCountOf, weightOf } from '../programme/unit-count.ts';
import { functionOf } from './function-of.ts';

export type BookEdge = NonNullable<PartnerBook['edges']>[number];
export type NodeKind = 'partner' | 'part' | 'vehicle' | 'element' | 'function';

/** A node of the supply graph. Keys of elements and functions carry their kind, as they may share an id. */
export interface SupplyNode {
  key: string;
  id: string;
  name: string;
  kind: NodeKind;
}

export type SupplyEdge = Omit<BookEdge, 'to' | 'from'> & { from: string; to: string };

/** An element of the scenario and the function it serves. */
export interface SuppliedElement {
  key: string;
  id: string;
  /** Entry of the catalog that it uses; its id where it uses none. */
  entry: string;
  functionId: string;
  unitCount: number;
  /** By what its units count beside others of the function: missiles of surface layers, else units. */
  weight: number;
  isSpace: boolean;
}

/** Who stands behind what: functions <- elements <- partners <- suppliers and shared parts. */
export interface SupplyGraph {
  /** Day for which edges count as in force. */
  asOfDate: string;
  nodes: Map<string, SupplyNode>;
  /** All edges of the scenario, candidates and ended ones included. */
  edges: SupplyEdge[];
  /** Edges in force into a node, by its key. */
  into: Map<string, SupplyEdge[]>;
  elements: SuppliedElement[];
  functions: { id: string; name: string }[];
}

/**
 * The supply graph of a scenario: the book of partners, with the scenario's elements in the place of the entries they use.
 *
 * Where the scenario names a partner and the book several makers, the scenario holds. A launcher under government contract
 * whose maker is not in the scenario's `launch.use` is left out; what it launched goes to the scenario's vehicles.
 */
export function supplyGraph(architecture: Architecture): SupplyGraph {
  const book: Partial<PartnerBook> = architecture.partners ?? {};
  const asOfDate = inForceDay(architecture);
  const elements = suppliedElements(architecture, book);
  const edges = allEdges(architecture, book, elements);
  const inForce = edges.filter((edge) => edge.role !== 'candidate' && isInForce(edge, asOfDate));
  const into = groupBy(inForce, ({ to }) => to);
  const functions = book.functions ?? [...new Set(elements.map(({ functionId }) => functionId))].map(named);
  return {
    asOfDate,
    nodes: allNodes(architecture, book, elements, edges, functions),
    edges,
    into,
    elements,
    functions,
  };
}

/** The day whose contracts count: that for which the catalog was resolved, else that of the scenario. */
function inForceDay({ asOfDate, epochUtc }: Architecture): string {
  if (asOfDate === undefined) return epochUtc.slice(0, 10);
  return asOfDate + '9999-12-31'.slice(asOfDate.length);
}

export const elementKey = (id: string) => `element:${id}`;
export const functionKey = (id: string) => `function:${id}`;

/** `falcon-9` -> `Falcon 9`. */
export function titled(id: string): string {
  return id
    .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase())
    .replaceAll('-', ' ');
}

/** `Data backbone, satellites` -> `Data backbone`. */
export function withoutUnits(name: string): string {
  return name.replace(/, (satellites|launches|units)$/, '');
}

const named = (id: string) => ({ id, name: titled(id) });

function isInForce({ fromDate, untilDate }: BookEdge | SupplyEdge, day: string): boolean {
  return (fromDate === undefined || fromDate <= day) && (untilDate === undefined || untilDate > day);
}

function suppliedElements(architecture: Architecture, book: Partial<PartnerBook>): SuppliedElement[] {
  const entries = new Map(
    architecture.uses.map(({ element, entry }) => [element, entry]).filter(([, entry]) => entry) as [string, string][],
  );
  const { networks, sensors, interceptors, command } = architecture;
  const made: SuppliedElement[] = [];
  const add = (role: CostRole, plan: CountedPlan & { id: string }, functionId: string, isSpace: boolean) => {
    const { id } = plan;
    const [unitCount, weight] = [unitCountOf(role, plan), weightOf(role, plan)];
    made.push({ key: elementKey(id), id, entry: entries.get(id) ?? id, functionId, unitCount, weight, isSpace });
  };
  const place = (id: string) => functionOf(entries.get(id) ?? id, book.edges ?? []);
  for (const plan of networks) add('network', plan, place(plan.id) ?? networkKinds[plan.crosslinks].functionId, true);
  for (const plan of sensors) {
    add('sensor', plan, place(plan.id) ?? sensorKinds[plan.platform].functionId(plan), isInOrbit(plan));
  }
  for (const plan of interceptors) {
    const functionId = place(plan.id) ?? interceptorKinds[plan.basing].functionId;
    add('interceptor', plan, functionId, isInOrbit(plan));
  }
  for (const { id } of command) add('system', { id }, 'command-and-control', false);
  return made;
}

function allEdges(architecture: Architecture, book: Partial<PartnerBook>, elements: SuppliedElement[]): SupplyEdge[] {
  const bookEdges = withoutAbsentLaunchers(architecture, book.edges ?? []);
  const functionIds = new Set((book.functions ?? []).map(({ id }) => id));
  const key = (id: string) => (functionIds.has(id) ? functionKey(id) : id);
  const entries = new Set(elements.map(({ entry }) => entry));
  const edges = bookEdges
    .filter(({ to }) => !entries.has(to))
    .map((edge) => ({ ...edge, from: key(edge.from), to: key(edge.to) }));
  for (const element of elements) {
    const own = bookEdges.filter(({ to }) => to === element.entry);
    for (const edge of ownEdges(architecture, element, own))
      edges.push({ ...edge, from: key(edge.from), to: element.key });
  }
  return edges;
}

/** Edges into one element, with the partner that the scenario names. */
function ownEdges(architecture: Architecture, { id, isSpace }: SuppliedElement, own: BookEdge[]): BookEdge[] {
  const plan = planOf(architecture, id);
  const partner = plan?.partner;
  const makes = ({ kind }: BookEdge) => kind === 'builds' || kind === 'provides';
  const makers = own.filter((edge) => makes(edge) && edge.role !== 'candidate' && edge.untilDate === undefined);
  const isKnown = own.some((edge) => makes(edge) && edge.from === partner);
  const control = (plan as { controlPlane?: string } | undefined)?.controlPlane;
  // a scenario that names another control plane parts the element from that of its entry
  let edges = own.filter(({ group, from }) => group !== 'control' || control === undefined || control === from);
  if (partner !== undefined && (makers.length > 1 || !isKnown)) {
    const known = own.find((edge) => makes(edge) && edge.from === partner);
    edges = edges.filter((edge) => !makes(edge) || edge.role === 'candidate');
    const role = known?.role === 'contract' ? 'contract' : 'assumption';
    edges.push(known ? { ...known, role, shareFraction: 1 } : scenarioEdge('builds', partner, id, 'makers', 1));
  }
  const launchesIt = edges.some(({ kind, role }) => kind === 'launches' && role !== 'candidate');
  if (isSpace && !launchesIt) {
    const { launchers } = architecture.launch;
    for (const { id: vehicle } of launchers)
      edges = [...edges, scenarioEdge('launches', vehicle, id, 'launch', 1 / launchers.length)];
  }
  return edges;
}

function scenarioEdge(
  kind: BookEdge['kind'],
  from: string,
  to: string,
  group: string,
  shareFraction: number,
): BookEdge {
  return {
    kind,
    from,
    to,
    group,
    role: 'assumption',
    shareFraction,
    source: 'scenario',
    where: 'the scenario names it',
    basis: 'assumption',
  };
}

/** The book without vehicles under government contract whose maker the scenario's launch list leaves out. */
function withoutAbsentLaunchers({ launch }: Architecture, edges: readonly BookEdge[]): BookEdge[] {
  const used = launch.launchers.map(({ id }) => id);
  if (used.length === 0) return [...edges];
  const makerOf = (vehicle: string) =>
    edges.find(({ kind, to }) => kind === 'builds' && to === vehicle)?.from ?? vehicle;
  const present = new Set(launch.launchers.map(({ id, partner }) => partner ?? makerOf(id)));
  const government = edges
    .filter(({ kind, to, role }) => kind === 'launches' && to.startsWith('launch-') && role === 'contract')
    .map(({ from }) => makerOf(from));
  const absent = new Set(government.filter((maker) => !present.has(maker)));
  return edges.filter(
    ({ kind, from, role }) => kind !== 'launches' || role === 'candidate' || !absent.has(makerOf(from)),
  );
}

/** Plan of an element by id, whatever list it stands in. */
export function planOf({ networks, sensors, interceptors }: Architecture, id: string) {
  return [...networks, ...sensors, ...interceptors].find((plan) => plan.id === id);
}

function allNodes(
  architecture: Architecture,
  book: Partial<PartnerBook>,
  elements: SuppliedElement[],
  edges: SupplyEdge[],
  functions: { id: string; name: string }[],
): Map<string, SupplyNode> {
  const nodes = new Map<string, SupplyNode>();
  const add = (key: string, id: string, name: string, kind: NodeKind) => {
    if (!nodes.has(key)) nodes.set(key, { key, id, name, kind });
  };
  for (const { id, name } of book.members ?? []) add(id, id, name.replace(/ \(.*\)$/, ''), 'partner');
  for (const { id, name } of book.parts ?? []) add(id, id, name, 'part');
  for (const { id, name } of functions) add(functionKey(id), id, withoutUnits(name), 'function');
  for (const { key, id } of elements) add(key, id, planOf(architecture, id)?.name ?? id, 'element');
  for (const { kind, from, to } of edges) {
    if (kind === 'launches') add(from, from, titled(from), 'vehicle');
    if (kind === 'builds' && !to.includes(':')) add(to, to, titled(to), 'vehicle');
  }
  for (const { partner } of [...architecture.networks, ...architecture.sensors, ...architecture.interceptors])
    if (partner !== undefined) add(partner, partner, titled(partner), 'partner');
  return nodes;
}

import type { InterceptorPlan, MessagePlan, SensorPlan } from '../flow/architecture.ts';
import { type Availability, WORKS } from '../flow/availability.ts';
import type { LimitLoad } from '../flow/network-load.ts';
import type { GroundElement, SpaceElement } from '../flow/world.ts';
import { mediumOf } from '../kinds/networks/client-medium.ts';
import { moveClients } from './client-links.ts';
import { spaceTimes } from './links.ts';
import { BYTE_MBIT } from './load-queue.ts';
import type { Network } from './network.ts';
import type { Transport } from './transport.ts';

/** Rate of one busy unit. */
export const unitMbps = ({ sizeBytes, ratePerS }: MessagePlan) => sizeBytes * ratePerS * BYTE_MBIT;

/** What one class asks of the network at a moment. */
export interface ClassDemand {
  plan: MessagePlan;
  /** [node of the net] Mbit/s after the terminals. */
  demand: Float64Array;
  /** Before the terminals. */
  offeredMbps: number;
  unitCount: number;
  servedCount: number;
  /** [node] units that attach there. */
  units: Float64Array;
}

/** Units of one layer that are attached to one node. */
interface Attached {
  element: SpaceElement | GroundElement;
  plan: SensorPlan | InterceptorPlan;
  node: number;
  count: number;
  /** Rate of the terminal of each; Infinity: no limit. */
  terminalMbps: number;
  network?: Network;
}

/**
 * What each class sends from, or to, every node at the moment for which the tree stands. Sensors first, as far as relays have terminals. The
 * classes of a unit share its terminal in the order of their priority, each direction apart.
 *
 * @param nodeCount of the net
 * @param works states of the units
 */
export function classDemands(
  transport: Transport,
  classes: readonly MessagePlan[],
  atS: number,
  works: Pick<Availability, 'space' | 'ground'>,
  nodeCount: number,
): { classes: ClassDemand[]; terminals: LimitLoad[] } {
  const working = new Map<string, number>();
  const attached = [...spaceUnits(transport, atS, works, working), ...groundUnits(transport, works, working)];
  const terminals: LimitLoad[] = [];
  const demands = classes.map((plan) => ({
    plan,
    demand: new Float64Array(nodeCount),
    units: new Float64Array(nodeCount),
    offeredMbps: 0,
    unitCount: unitsOf(transport, plan, working),
    servedCount: 0,
  }));
  for (const group of attached) {
    for (const direction of ['in', 'out'] as const) {
      const isOwn = ({ plan }: ClassDemand) =>
        concerns(plan, group) && (plan.sender === 'centre') === (direction === 'out');
      const own = demands.filter(isOwn).sort((a, b) => a.plan.priority - b.plan.priority);
      let leftMbps = group.terminalMbps;
      let askedMbps = 0;
      for (const each of own) {
        const rate = unitMbps(each.plan);
        const carried = Math.min(rate, leftMbps);
        leftMbps -= carried;
        askedMbps += rate;
        const busy = group.count * each.plan.busyFraction;
        each.demand[group.node] += busy * carried;
        each.units[group.node] += group.count;
        each.servedCount += group.count;
        each.offeredMbps += busy * rate;
      }
      if (group.network && group.terminalMbps < Infinity && askedMbps > 0)
        terminals.push(terminalLoad(group, group.network, direction, askedMbps, atS));
    }
  }
  return { classes: demands, terminals };
}

function terminalLoad(
  { element, terminalMbps }: Attached,
  { plan }: Network,
  direction: 'in' | 'out',
  offeredMbps: number,
  atS: number,
): LimitLoad {
  const [from, to] = direction === 'in' ? [element.id, plan.id] : [plan.id, element.id];
  const head = { kind: 'terminal', direction, network: plan.id, from, to } as const;
  return {
    ...head,
    rateMbps: terminalMbps,
    offeredMbps,
    heldFraction: 0,
    utilisationRatio: offeredMbps / terminalMbps,
    atS,
  };
}

function concerns(message: MessagePlan, { element }: Pick<Attached, 'element'>): boolean {
  const isSensor = message.sender === 'sensor';
  if (element.role !== (isSensor ? 'sensor' : 'interceptor')) return false;
  if (message.isInSpaceOnly && 'siteIds' in element) return false;
  return message.elements?.includes(element.id) ?? true;
}

function unitsOf({ space, ground }: Transport, message: MessagePlan, working: Map<string, number>): number {
  return [...space, ...ground]
    .filter((element) => concerns(message, { element }))
    .reduce((sum, { id }) => sum + (working.get(id) ?? 0), 0);
}

function* spaceUnits(
  transport: Transport,
  atS: number,
  works: Pick<Availability, 'space'>,
  working: Map<string, number>,
): Generator<Attached> {
  const { sensors, interceptors } = transport.architecture;
  transport.service.reset(transport);
  const inOrder = (role: string) => transport.clients.filter((element) => element.role === role);
  for (const element of [...inOrder('sensor'), ...inOrder('interceptor')]) {
    const plan = element.role === 'sensor' ? sensors[element.planIndex] : interceptors[element.planIndex];
    const states = works.space[transport.space.indexOf(element)];
    const units = Int32Array.from(Array(element.count).keys()).filter((u) => states[u] === WORKS);
    working.set(element.id, (working.get(element.id) ?? 0) + units.length);
    const node = new Int32Array(element.count).fill(-1);
    const oneWayS = new Float64Array(element.count).fill(Number.NaN);
    moveClients(transport, element, atS);
    spaceTimes(transport, { element, units, oneWayS, networkIndex: new Int16Array(element.count).fill(-1), node });
    const counts = new Map<number, number>();
    for (const v of node) if (v >= 0) counts.set(v, (counts.get(v) ?? 0) + 1);
    for (const [v, count] of counts) {
      const network = transport.networks.find(({ first, end }) => v >= first && v < end);
      const medium = network && mediumOf(plan, network.plan);
      const rate = medium === 'radio' ? network!.plan.clientRadioMbps : network?.plan.clientLinkMbps;
      yield { element, plan, node: v, count, terminalMbps: rate ?? Infinity, ...(network && { network }) };
    }
  }
}

/** Units on the ground talk over the fibre of their site. */
function* groundUnits(
  { ground, architecture, tree, firstFibre, fibreSites }: Transport,
  works: Pick<Availability, 'ground'>,
  working: Map<string, number>,
): Generator<Attached> {
  for (const [g, element] of ground.entries()) {
    if (element.role === 'command') continue;
    const { sensors, interceptors } = architecture;
    const plan = element.role === 'sensor' ? sensors[element.planIndex] : interceptors[element.planIndex];
    for (let u = 0; u < element.count; u++) {
      if (works.ground[g]?.[u] !== WORKS) continue;
      working.set(element.id, (working.get(element.id) ?? 0) + 1);
      const node = firstFibre + fibreSites.indexOf(element.siteIds[u]);
      if (tree.distance[node] < Infinity) yield { element, plan, node, count: 1, terminalMbps: Infinity };
    }
  }
}

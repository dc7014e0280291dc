import { WORKS } from '../flow/availability.ts';
import type { LinkMap } from '../flow/links.ts';
import type { SpaceElement } from '../flow/world.ts';
import { shortestPaths } from '../num/shortest-path.ts';
import { moveClients } from './client-links.ts';
import { spaceTimes } from './links.ts';
import type { Outages } from './outages.ts';
import { networkAt } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** Collects links between nodes of the graph and units of the space, and numbers their ends for drawing. */
class LinkCollector {
  readonly #transport: Transport;
  readonly #firstOfElement: number[] = [];
  readonly #ends: number[] = [];
  readonly #uses: number[] = [];

  constructor(transport: Transport) {
    this.#transport = transport;
    let next = 0;
    for (const element of transport.space) {
      this.#firstOfElement.push(next);
      next += element.count;
    }
  }

  unit(element: SpaceElement, unit: number): number {
    return this.#firstOfElement[this.#transport.space.indexOf(element)] + unit;
  }

  node(node: number): number {
    const { networks, firstGateway, firstFibre, gateways } = this.#transport;
    if (node < firstGateway) {
      const network = networks.find(({ first, end }) => node >= first && node < end)!;
      return this.#firstOfElement[network.elementIndex] + node - network.first;
    }
    return -1 - (node < firstFibre ? node - firstGateway : gateways.length + node - firstFibre);
  }

  /** Links from a gateway to the fibre of its own site have no length and are left out. */
  add(a: number, b: number, uses: number): void {
    const { gateways, fibreSites } = this.#transport;
    const site = (end: number) => {
      const k = -1 - end;
      return k < gateways.length ? gateways[k].site : fibreSites[k - gateways.length];
    };
    if (a < 0 && b < 0 && site(a) === site(b)) return;
    this.#ends.push(a, b);
    this.#uses.push(uses);
  }

  map(): LinkMap {
    const { gateways, fibrePoints } = this.#transport;
    const points = [...gateways.map(({ point }) => point), ...fibrePoints];
    return {
      ends: Int32Array.from(this.#ends),
      useCount: Int32Array.from(this.#uses),
      groundEcefKm: Float64Array.from(points.flatMap(({ x, y, z }) => [x, y, z])),
    };
  }
}

/**
 * Every link that has an end in a network at a moment: between its satellites, to other networks and to gateways.
 *
 * @param atS seconds after the epoch
 * @throws RangeError where there is no such network
 */
export function linksOfNetwork(transport: Transport, id: string, atS: number, outages: Outages): LinkMap {
  const network = transport.networks.find(({ plan }) => plan.id === id);
  if (!network) throw new RangeError(`id must be one of the networks': ${id}`);
  networkAt(transport, atS, outages);
  const { from, to, linkCount } = transport.links;
  const collector = new LinkCollector(transport);
  const isIn = (node: number) => node >= network.first && node < network.end;
  for (let k = 0; k < linkCount; k++) {
    if (isIn(from[k]) || isIn(to[k])) collector.add(collector.node(from[k]), collector.node(to[k]), 0);
  }
  return collector.map();
}

/**
 * Links over which the sensors and interceptors in space would reach the command centre at a moment, each on its quickest way.
 *
 * Sensors first, as far as relays have terminals. What each message weighs is left out: a link is in use by as many units as have it
 * on their way.
 *
 * @param atS seconds after the epoch
 * @param states by element of the space, [unit]: those that do not work are silent
 */
export function linksInUse(
  transport: Transport,
  atS: number,
  outages: Outages,
  states: readonly Uint8Array[],
): LinkMap {
  const { architecture, tree, firstFibre, fibreSites, nodeCount } = transport;
  const collector = new LinkCollector(transport);
  const [centre] = architecture.command;
  if (!centre) return collector.map();
  networkAt(transport, atS, outages);
  shortestPaths(transport.graph, firstFibre + fibreSites.indexOf(centre.site), tree);
  const uses = new Int32Array(nodeCount);
  transport.service.reset(transport);
  const inOrder = (role: string) => transport.clients.filter((element) => element.role === role);
  for (const element of [...inOrder('sensor'), ...inOrder('interceptor')]) {
    const node = nodesOfClients(transport, element, atS, states[transport.space.indexOf(element)]);
    for (let u = 0; u < element.count; u++) {
      if (node[u] < 0) continue;
      collector.add(collector.unit(element, u), collector.node(node[u]), 1);
      for (let v = node[u]; v >= 0; v = tree.parent[v]) uses[v] = uses[v] + 1;
    }
  }
  for (let v = 0; v < nodeCount; v++) {
    if (uses[v] > 0 && tree.parent[v] >= 0) collector.add(collector.node(v), collector.node(tree.parent[v]), uses[v]);
  }
  return collector.map();
}

/** Node that each working satellite of a sensor or interceptor layer talks to; -1: none. */
function nodesOfClients(transport: Transport, element: SpaceElement, atS: number, states: Uint8Array): Int32Array {
  const { count } = element;
  const units = Int32Array.from(Array(count).keys()).filter((u) => states[u] === WORKS);
  const node = new Int32Array(count).fill(-1);
  moveClients(transport, element, atS);
  const oneWayS = new Float64Array(count).fill(Number.NaN);
  spaceTimes(transport, { element, units, oneWayS, networkIndex: new Int16Array(count).fill(-1), node });
  return node;
}

import type { SpaceElement } from '../flow/world.ts';
import { type ClientRule, mediumOf } from '../kinds/networks/client-medium.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { clearRangeKm, isClear } from '../physics/sight.ts';
import { nearestClear, reachedGrid } from './client-links.ts';
import type { Network } from './network.ts';
import { PointGrid } from './point-grid.ts';
import type { Transport } from './transport.ts';

/** Relays of one network among which a client looks first: the nearest. */
const FIRST_CHOICES = 16;
/** Times closer than this, less than a millimetre of light, are one: rounding is not to say who moves. */
const SAME_S = 1e-12;

/** Satellite clients of one element that ask for links at once, and where the answers go. */
export interface ServiceAsked {
  element: SpaceElement;
  units: ArrayLike<number>;
  /** Receives by unit, for those served; the rest is left as it is. */
  oneWayS: Float64Array;
  networkIndex: Int16Array;
  /** Satellite of the network, where asked. */
  node?: Int32Array;
  /** The others of the element hold links too: who holds none where terminals are scarce waits for one to turn to it. */
  isSudden?: boolean;
}

/** One network by which the clients at hand are served. */
interface Way {
  network: Network;
  rule: ClientRule;
  /** Number of the terminals of its satellite 0 among `left`. */
  offset: number;
  lateS: number;
  /** What the client before found, -1 at first: units in order are neighbours. */
  near: number;
}

/**
 * Which satellite clients get a terminal of which relay: as many as can be, one terminal each (a greatest b-matching by augmenting
 * paths, breadth first).
 *
 * A client takes the relay that is quickest for it as long as that has a terminal left; else clients before it move to others, as long
 * as that serves one more. Who is served stays served. The sixteen nearest relays of a network are tried first, then, for those who
 * found none while terminals are left, all in reach.
 *
 * @source Kuhn, The Hungarian method for the assignment problem, 1955: augmenting paths
 */
export class ClientService {
  readonly #satelliteCount: number;
  /** [medium][satellite] terminals without a client. */
  readonly #left: Int32Array;
  readonly #kept: Int32Array;
  readonly #seen: Int32Array;
  readonly #dead: Int32Array;
  readonly #from: Int32Array;
  readonly #head: Int32Array;
  readonly #held = new PointGrid();
  /** Choices of clients one after the other, from `#choiceStart` to `#choiceEnd` of each. */
  #choiceSlot = new Int32Array(4096);
  #choiceS = new Float64Array(4096);
  #choiceCount = 0;
  /** Terminals that are left for who asks now. */
  #freeCount = 0;
  #queue: number[] = [];
  readonly #foundIndex: number[] = [];
  readonly #foundKm2: number[] = [];
  #isWide = false;
  #stamp = 0;
  #call = 0;
  /** [client] */
  #slot = new Int32Array(0);
  #timeS = new Float64Array(0);
  #next = new Int32Array(0);
  #choiceStart = new Int32Array(0);
  #choiceEnd = new Int32Array(0);
  #transport!: Transport;
  #ways: Way[] = [];
  #units: ArrayLike<number> = [];

  constructor(satelliteCount: number) {
    this.#satelliteCount = satelliteCount;
    const slots = 2 * satelliteCount;
    this.#left = new Int32Array(slots);
    this.#kept = new Int32Array(slots);
    this.#seen = new Int32Array(slots);
    this.#dead = new Int32Array(slots);
    this.#from = new Int32Array(slots);
    this.#head = new Int32Array(slots);
  }

  /** Frees every terminal. */
  reset({ networks }: Transport): void {
    for (const { first, end, clients } of networks) {
      this.#left.fill(clients.laser.count, first, end);
      this.#left.fill(clients.radio.count, this.#satelliteCount + first, this.#satelliteCount + end);
    }
    this.keep();
  }

  /** Keeps what is taken now; `restore` frees what is taken after. */
  keep(): void {
    this.#kept.set(this.#left);
  }

  restore(): void {
    this.#left.set(this.#kept);
  }

  /**
   * Serves clients at the moment for which the tree of the transport and `clientEcefKm` stand, with the terminals that are left.
   *
   * @returns how many are served
   */
  serve(transport: Transport, asked: ServiceAsked): number {
    this.#transport = transport;
    this.#units = asked.units;
    this.#ways = waysOf(transport, asked, this.#satelliteCount);
    if (this.#ways.length === 0) return 0;
    const count = asked.units.length;
    this.#makeRoom(count);
    this.#call++;
    this.#isWide = false;
    this.#freeCount = this.#countFree();
    const unserved: number[] = [];
    for (let c = 0; c < count; c++) if (!this.#takeQuickest(c) && !this.#augment(c)) unserved.push(c);
    let served = count - unserved.length;
    if (unserved.length > 0 && this.#freeCount > 0) {
      this.#call++;
      this.#isWide = true;
      this.#choiceStart.fill(-1, 0, count);
      this.#choiceCount = 0;
      for (const c of unserved) if (this.#augment(c)) served++;
    }
    this.#tell(asked);
    return served;
  }

  /** Terminals that are left on relays that the centre reaches. */
  #countFree(): number {
    const { distance } = this.#transport.tree;
    let free = 0;
    for (const { network, offset } of this.#ways)
      for (let s = network.first; s < network.end; s++) if (distance[s] < Infinity) free += this.#left[offset + s];
    return free;
  }

  #makeRoom(count: number): void {
    if (this.#slot.length < count) {
      const length = 2 * count;
      this.#slot = new Int32Array(length);
      this.#timeS = new Float64Array(length);
      this.#next = new Int32Array(length);
      this.#choiceStart = new Int32Array(length);
      this.#choiceEnd = new Int32Array(length);
    }
    this.#slot.fill(-1, 0, count);
    this.#choiceStart.fill(-1, 0, count);
    this.#choiceCount = 0;
    for (const { network, offset } of this.#ways) this.#head.fill(-1, offset + network.first, offset + network.end);
  }

  /** Gives a client the nearest satellite of the quickest network. @returns whether it has a terminal left */
  #takeQuickest(c: number): boolean {
    if (this.#freeCount === 0) return false;
    const { positionEcefKm: p, clientEcefKm: x, tree } = this.#transport;
    const u = this.#units[c];
    let best = -1;
    let bestS = Infinity;
    for (const way of this.#ways) {
      const { network, rule, offset, lateS, near } = way;
      const grid = reachedGrid(this.#transport, network);
      if (grid.count === 0 || grid.nearest(x, 3 * u, rule.maxKm, 1, -1, near) === 0) continue;
      let satellite = grid.foundIndex[0];
      way.near = satellite;
      let km = Math.sqrt(grid.foundKm2[0]);
      if (!isClear(x, 3 * u, p, 3 * satellite, network.grazingRadiusKm)) {
        satellite = nearestClear(this.#transport, network, u, rule.maxKm);
        if (satellite < 0) continue;
        km = distanceKm(x, u, p, satellite);
      }
      const oneWayS = tree.distance[satellite] + km / LIGHT_SPEED_KM_S + network.halfHopS + lateS;
      if (!(oneWayS < bestS)) continue;
      best = offset + satellite;
      bestS = oneWayS;
    }
    if (best < 0 || this.#left[best] === 0) return false;
    this.#left[best]--;
    this.#freeCount--;
    this.#give(c, best, bestS);
    return true;
  }

  #give(c: number, slot: number, oneWayS: number): void {
    this.#slot[c] = slot;
    this.#timeS[c] = oneWayS;
    this.#next[c] = this.#head[slot];
    this.#head[slot] = c;
  }

  #take(c: number, slot: number): void {
    if (this.#head[slot] === c) this.#head[slot] = this.#next[c];
    else {
      let before = this.#head[slot];
      while (this.#next[before] !== c) before = this.#next[before];
      this.#next[before] = this.#next[c];
    }
  }

  /** Finds a chain of clients that each move to another relay, so that one more is served. */
  #augment(c: number): boolean {
    if (this.#freeCount === 0) return false;
    this.#stamp++;
    this.#queue.length = 0;
    let found = this.#visit(c);
    for (let q = 0; found < 0 && q < this.#queue.length; q++)
      for (let other = this.#head[this.#queue[q]]; found < 0 && other >= 0; other = this.#next[other])
        found = this.#visit(other);
    if (found < 0) {
      // all of these are full, and so is all that their clients see: nobody will find a terminal there
      for (const slot of this.#queue) this.#dead[slot] = this.#call;
      return false;
    }
    this.#left[found]--;
    this.#freeCount--;
    for (let slot = found; slot >= 0; ) {
      const mover = this.#from[slot];
      const before = this.#slot[mover];
      if (before >= 0) this.#take(mover, before);
      this.#give(mover, slot, this.#timeAt(mover, slot));
      slot = before;
    }
    return true;
  }

  /** Goes on from a client to the relays that it sees. @returns one with a terminal left; -1: none */
  #visit(c: number): number {
    if (this.#choiceStart[c] < 0) this.#listChoices(c);
    for (let i = this.#choiceStart[c]; i < this.#choiceEnd[c]; i++) {
      const slot = this.#choiceSlot[i];
      if (this.#seen[slot] === this.#stamp || this.#dead[slot] === this.#call) continue;
      this.#seen[slot] = this.#stamp;
      this.#from[slot] = c;
      if (this.#left[slot] > 0) return slot;
      this.#queue.push(slot);
    }
    return -1;
  }

  #timeAt(c: number, slot: number): number {
    let i = this.#choiceStart[c];
    while (this.#choiceSlot[i] !== slot) i++;
    return this.#choiceS[i];
  }

  /** Relays that a client sees, the quickest first. */
  #listChoices(c: number): void {
    const { positionEcefKm: p, clientEcefKm: x, tree } = this.#transport;
    const u = this.#units[c];
    this.#choiceStart[c] = this.#choiceCount;
    for (const { network, rule, offset, lateS } of this.#ways) {
      const grid = reachedGrid(this.#transport, network);
      if (grid.count === 0) continue;
      let index: ArrayLike<number> = grid.foundIndex;
      let found: number;
      if (this.#isWide) {
        grid.within(x[3 * u], x[3 * u + 1], x[3 * u + 2], rule.maxKm, this.#foundIndex, this.#foundKm2);
        index = this.#foundIndex;
        found = this.#foundIndex.length;
      } else found = grid.nearest(x, 3 * u, rule.maxKm, FIRST_CHOICES);
      for (let k = 0; k < found; k++) {
        const satellite = index[k];
        if (this.#dead[offset + satellite] === this.#call) continue; // nobody finds a terminal by it any more
        const km = clearRangeKm(x, 3 * u, p, 3 * satellite, network.grazingRadiusKm);
        if (!(km >= 0)) continue;
        const oneWayS = tree.distance[satellite] + km / LIGHT_SPEED_KM_S + network.halfHopS + lateS;
        this.#addChoice(this.#choiceStart[c], offset + satellite, oneWayS);
      }
    }
    this.#choiceEnd[c] = this.#choiceCount;
  }

  /** Puts a choice among those of its client, which begin at `start`, in the order of time. */
  #addChoice(start: number, slot: number, oneWayS: number): void {
    if (this.#choiceCount === this.#choiceSlot.length) this.#growChoices();
    const slots = this.#choiceSlot;
    const times = this.#choiceS;
    let at = this.#choiceCount++;
    for (; at > start && times[at - 1] > oneWayS + SAME_S; at--) {
      times[at] = times[at - 1];
      slots[at] = slots[at - 1];
    }
    slots[at] = slot;
    times[at] = oneWayS;
  }

  #growChoices(): void {
    const slots = new Int32Array(2 * this.#choiceSlot.length);
    const times = new Float64Array(slots.length);
    slots.set(this.#choiceSlot);
    times.set(this.#choiceS);
    this.#choiceSlot = slots;
    this.#choiceS = times;
  }

  #tell({ element, units, oneWayS, networkIndex, node }: ServiceAsked): void {
    let isListed = false;
    for (let c = 0; c < units.length; c++) {
      const slot = this.#slot[c];
      if (slot < 0) continue;
      const u = units[c];
      const way = this.#ways.find(
        ({ network, offset }) => slot >= offset + network.first && slot < offset + network.end,
      )!;
      const satellite = slot - way.offset;
      let timeS = this.#timeS[c];
      if (way.lateS > 0) {
        if (!isListed) this.#held.build(this.#transport.clientEcefKm, 0, element.count);
        isListed = true;
        if (this.#isNear(u, satellite, way.rule)) timeS -= way.lateS;
      }
      oneWayS[u] = timeS;
      networkIndex[u] = way.network.planIndex;
      if (node) node[u] = satellite;
    }
  }

  /** Whether a client is among those next to a relay, which hold its terminals while nothing happens. */
  #isNear(unit: number, satellite: number, { count, maxKm }: ClientRule): boolean {
    const { positionEcefKm: p } = this.#transport;
    const o = 3 * satellite;
    const found = this.#held.nearest(p, o, maxKm, Math.min(count, FIRST_CHOICES));
    for (let k = 0; k < found; k++) if (this.#held.foundIndex[k] === unit) return true;
    return false;
  }
}

/** Networks by which an element is served; none where it names none. */
function waysOf(transport: Transport, { element, isSudden }: ServiceAsked, satelliteCount: number): Way[] {
  const { architecture, networks, scarce } = transport;
  const plan = (element.role === 'sensor' ? architecture.sensors : architecture.interceptors)[element.planIndex];
  const ways: Way[] = [];
  networks.forEach((network, n) => {
    if (!plan.terminals.includes(network.plan.id)) return;
    const medium = mediumOf(plan, network.plan);
    const rule = medium && network.clients[medium];
    if (!rule || rule.count === 0) return;
    const offset = medium === 'laser' ? 0 : satelliteCount;
    ways.push({ network, rule, offset, lateS: isSudden && scarce[n][medium] ? rule.setUpS : 0, near: -1 });
  });
  return ways;
}

function distanceKm(a: Float64Array, i: number, b: Float64Array, j: number): number {
  return Math.hypot(a[3 * i] - b[3 * j], a[3 * i + 1] - b[3 * j + 1], a[3 * i + 2] - b[3 * j + 2]);
}

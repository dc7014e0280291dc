/** A directed network of arcs that carry so much each. */
export interface RatedNet {
  nodeCount: number;
  arcCount: number;
  from: Int32Array;
  to: Int32Array;
  /** [arc]; Infinity: no limit. */
  rate: Float64Array;
}

/** A greatest flow of demands to one node. */
export interface DemandFlow {
  /** Sum of what arrives. */
  value: number;
  /** [arc] */
  flow: Float64Array;
  /** Arcs of a cut that lets no more through; empty where all is carried. */
  cutArcs: number[];
  /** [node] on the side of the demands that the cut parts from the sink; all 0 where all is carried. */
  isBehind: Uint8Array;
}

/** Rooms under this share of all that is asked for count as none. */
const NONE = 1e-12;

/**
 * Carries as much as possible of many demands to one node (Dinic).
 *
 * @param demand [node]
 * @source dinic-1970
 */
export function greatestFlow(net: RatedNet, sink: number, demand: ArrayLike<number>): DemandFlow {
  const solver = new Solver(net, sink, demand);
  const value = solver.solve();
  const flow = Float64Array.from({ length: net.arcCount }, (_, a) => Math.max(0, solver.flowOf(a)));
  const isBehind = new Uint8Array(net.nodeCount);
  const cutArcs: number[] = [];
  if (value < solver.asked * (1 - 1e-9)) {
    for (let v = 0; v < net.nodeCount; v++) isBehind[v] = solver.level[v] >= 0 ? 1 : 0;
    for (let a = 0; a < net.arcCount; a++)
      if (isBehind[net.from[a]] === 1 && isBehind[net.to[a]] === 0) cutArcs.push(a);
  }
  return { value, flow, cutArcs, isBehind };
}

/** How much of some demands is carried beside others, and what keeps it from more. */
export interface GreatestShare {
  share: number;
  /** Arcs that are full at that share; empty at `most`. */
  cutArcs: number[];
}

/**
 * The greatest share of some demands that is carried evenly beside others that are carried in full: concurrent flow to one node, exact
 * (Newton's steps on the least cut, which never pass below the answer).
 *
 * @param fixed [node] carried in full
 * @param wanted [node] carried in equal shares
 * @param most where the search ends
 * @returns share 0 where already the fixed demands are too many
 * @source dinic-1970
 */
export function greatestShare(
  net: RatedNet,
  sink: number,
  fixed: ArrayLike<number>,
  wanted: ArrayLike<number>,
  most = 1,
): GreatestShare {
  let share = most;
  let cutArcs: number[] = [];
  const demand = new Float64Array(net.nodeCount);
  for (let step = 0; step < 100; step++) {
    for (let v = 0; v < net.nodeCount; v++) demand[v] = fixed[v] + share * wanted[v];
    const found = greatestFlow(net, sink, demand);
    if (found.cutArcs.length === 0 && !found.isBehind.includes(1)) break;
    cutArcs = found.cutArcs;
    let room = cutArcs.reduce((sum, a) => sum + net.rate[a], 0);
    let want = 0;
    for (let v = 0; v < net.nodeCount; v++) {
      if (found.isBehind[v] === 0) continue;
      room -= fixed[v];
      want += wanted[v];
    }
    const next = want > 0 ? room / want : 0;
    if (!(next > 0)) return { share: 0, cutArcs };
    if (!(next < share * (1 - 1e-9))) break;
    share = next;
  }
  return { share, cutArcs };
}

/**
 * The greatest sum of some demands that is carried beside others that are carried in full, however unevenly.
 *
 * What a source sends does not shrink as others are added, so that the fixed demands go first.
 *
 * @param fixed [node] must fit
 * @param wanted [node]
 */
export function greatestBeside(
  net: RatedNet,
  sink: number,
  fixed: ArrayLike<number>,
  wanted: ArrayLike<number>,
): number {
  const both = Float64Array.from({ length: net.nodeCount }, (_, v) => fixed[v] + wanted[v]);
  const solver = new Solver(net, sink, both);
  solver.limitSources(fixed);
  const before = solver.solve();
  solver.limitSources(both, fixed);
  return before + solver.solve() - Float64Array.from(fixed).reduce((sum, each) => sum + each, 0);
}

/** Arcs in pairs: a ^ 1 goes back. After those of the net come those from the source to each demand. */
class Solver {
  readonly asked: number;
  readonly level: Int32Array;
  readonly #source: number;
  readonly #sink: number;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #head: Int32Array;
  readonly #room: Float64Array;
  readonly #none: number;
  readonly #cursor: Int32Array;
  readonly #queue: Int32Array;
  readonly #trail: Int32Array;

  constructor(net: RatedNet, sink: number, demand: ArrayLike<number>) {
    const { nodeCount, arcCount } = net;
    let asked = 0;
    let sources = 0;
    for (let v = 0; v < nodeCount; v++) {
      if (!(demand[v] >= 0 && demand[v] < Infinity))
        throw new RangeError(`demand must be finite and not negative: ${demand[v]}`);
      asked += demand[v];
      if (demand[v] > 0) sources++;
    }
    this.asked = asked;
    this.#source = nodeCount;
    this.#sink = sink;
    const halves = 2 * (arcCount + sources);
    this.level = new Int32Array(nodeCount + 1);
    this.#first = new Int32Array(nodeCount + 1).fill(-1);
    this.#next = new Int32Array(halves);
    this.#head = new Int32Array(halves);
    this.#room = new Float64Array(halves);
    this.#cursor = new Int32Array(nodeCount + 1);
    this.#queue = new Int32Array(nodeCount + 1);
    this.#trail = new Int32Array(nodeCount + 1);
    this.#none = NONE * asked;
    const unlimited = 2 * asked + 1;
    for (let a = 0; a < arcCount; a++) this.#add(a, net.from[a], net.to[a], Math.min(net.rate[a], unlimited));
    let a = arcCount;
    for (let v = 0; v < nodeCount; v++) if (demand[v] > 0) this.#add(a++, nodeCount, v, demand[v]);
  }

  #add(arc: number, from: number, to: number, room: number): void {
    for (const [half, tail, head, has] of [
      [2 * arc, from, to, room],
      [2 * arc + 1, to, from, 0],
    ] as const) {
      this.#head[half] = head;
      this.#room[half] = has;
      this.#next[half] = this.#first[tail];
      this.#first[tail] = half;
    }
  }

  /** Sets what the sources may send to a demand, or adds to it what it has over one before. @param demand [node] */
  limitSources(demand: ArrayLike<number>, before?: ArrayLike<number>): void {
    for (let a = this.#first[this.#source]; a >= 0; a = this.#next[a]) {
      const v = this.#head[a];
      this.#room[a] = before ? this.#room[a] + demand[v] - before[v] : demand[v];
    }
  }

  flowOf(arc: number): number {
    return this.#room[2 * arc + 1];
  }

  solve(): number {
    let value = 0;
    while (this.asked > 0 && this.#layer()) {
      this.#cursor.set(this.#first);
      for (let pushed = this.#augment(); pushed > 0; pushed = this.#augment()) value += pushed;
    }
    return value;
  }

  #layer(): boolean {
    const { level } = this;
    level.fill(-1);
    level[this.#source] = 0;
    this.#queue[0] = this.#source;
    for (let read = 0, written = 1; read < written; read++) {
      const v = this.#queue[read];
      for (let a = this.#first[v]; a >= 0; a = this.#next[a]) {
        const w = this.#head[a];
        if (!(this.#room[a] > this.#none) || level[w] >= 0) continue;
        level[w] = level[v] + 1;
        this.#queue[written++] = w;
      }
    }
    return level[this.#sink] >= 0;
  }

  #augment(): number {
    const { level } = this;
    let depth = 0;
    let v = this.#source;
    while (v !== this.#sink) {
      const a = this.#cursor[v];
      if (a < 0) {
        if (v === this.#source) return 0;
        level[v] = -1; // a dead end
        v = this.#head[this.#trail[--depth] ^ 1];
        this.#cursor[v] = this.#next[this.#cursor[v]];
      } else if (this.#room[a] > this.#none && level[this.#head[a]] === level[v] + 1) {
        this.#trail[depth++] = a;
        v = this.#head[a];
      } else this.#cursor[v] = this.#next[a];
    }
    let least = Infinity;
    for (let i = 0; i < depth; i++) least = Math.min(least, this.#room[this.#trail[i]]);
    for (let i = 0; i < depth; i++) {
      const a = this.#trail[i];
      this.#room[a] = this.#room[a] - least;
      this.#room[a ^ 1] = this.#room[a ^ 1] + least;
    }
    return least;
  }
}

/** A binary heap of nodes, the nearest on top, on typed arrays; a node may be held only once. */
export class NodeHeap {
  readonly #node: Int32Array;
  readonly #key: Float64Array;
  /** [node] place in the heap; -1: not held. */
  readonly #place: Int32Array;
  #size = 0;

  constructor(nodeCount: number) {
    this.#node = new Int32Array(nodeCount);
    this.#key = new Float64Array(nodeCount);
    this.#place = new Int32Array(nodeCount).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** Key of the node on top. @returns Infinity where the heap is empty */
  topKey(): number {
    return this.#size > 0 ? this.#key[0] : Infinity;
  }

  /** Holds a node under a key, or lowers its key; a higher key than the one held changes nothing. */
  push(node: number, key: number): void {
    let at = this.#place[node];
    if (at < 0) at = this.#size++;
    else if (!(key < this.#key[at])) return;
    this.#rise(at, node, key);
  }

  /** Takes the node with the smallest key. @returns -1 where the heap is empty */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = this.#node[0];
    this.#place[top] = -1;
    const last = --this.#size;
    if (last > 0) this.#sink(this.#node[last], this.#key[last]);
    return top;
  }

  clear(): void {
    for (let i = 0; i < this.#size; i++) this.#place[this.#node[i]] = -1;
    this.#size = 0;
  }

  #rise(from: number, node: number, key: number): void {
    const nodes = this.#node;
    const keys = this.#key;
    let i = from;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up] <= key) break;
      nodes[i] = nodes[up];
      keys[i] = keys[up];
      this.#place[nodes[i]] = i;
      i = up;
    }
    nodes[i] = node;
    keys[i] = key;
    this.#place[node] = i;
  }

  #sink(node: number, key: number): void {
    const nodes = this.#node;
    const keys = this.#key;
    const size = this.#size;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= size) break;
      if (down + 1 < size && keys[down + 1] < keys[down]) down++;
      if (keys[down] >= key) break;
      nodes[i] = nodes[down];
      keys[i] = keys[down];
      this.#place[nodes[i]] = i;
      i = down;
    }
    nodes[i] = node;
    keys[i] = key;
    this.#place[node] = i;
  }
}

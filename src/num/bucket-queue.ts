/**
 * A queue of nodes by distance in buckets of one width, used round and round.
 *
 * Nodes of one bucket leave in no order. A shortest-path search on it stays exact: a node that is lowered after it was
 * taken is put in again, which never happens where the width is under the shortest link. Distances in the queue must
 * lie within `span` of each other.
 */
export class BucketQueue {
  #head = new Int32Array(0);
  #entryNode = new Int32Array(0);
  #entryNext = new Int32Array(0);
  #bucketCount = 0;
  #perWidth = 1;
  #current = 0;
  #used = 0;
  #free = -1;
  #size = 0;

  /** Empties the queue and sets its buckets. @param span greatest difference of two distances in the queue */
  reset(width: number, span: number): void {
    const needed = Math.ceil(span / width) + 2;
    if (!(width > 0 && needed < 1 << 22)) throw new RangeError(`bucket width must suit the span: ${width} for ${span}`);
    if (this.#head.length < needed) this.#head = new Int32Array(needed);
    this.#head.fill(-1);
    this.#bucketCount = needed;
    this.#perWidth = 1 / width;
    this.#current = 0;
    this.#used = 0;
    this.#free = -1;
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  /** Every node still in the queue lies at this distance or beyond. */
  floor(): number {
    return this.#current / this.#perWidth;
  }

  push(node: number, distance: number): void {
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#entryNext[entry];
    else {
      entry = this.#used++;
      if (entry === this.#entryNode.length) this.#grow();
    }
    const bucket = Math.floor(distance * this.#perWidth) % this.#bucketCount;
    this.#entryNode[entry] = node;
    this.#entryNext[entry] = this.#head[bucket];
    this.#head[bucket] = entry;
    this.#size++;
  }

  /** Takes a node of the nearest bucket. @returns -1 where the queue is empty */
  pop(): number {
    if (this.#size === 0) return -1;
    const head = this.#head;
    let bucket = this.#current % this.#bucketCount;
    while (head[bucket] < 0) {
      this.#current++;
      if (++bucket === this.#bucketCount) bucket = 0;
    }
    const entry = head[bucket];
    head[bucket] = this.#entryNext[entry];
    this.#entryNext[entry] = this.#free;
    this.#free = entry;
    this.#size--;
    return this.#entryNode[entry];
  }

  #grow(): void {
    const length = Math.max(256, 2 * this.#entryNode.length);
    const node = new Int32Array(length);
    const next = new Int32Array(length);
    node.set(this.#entryNode);
    next.set(this.#entryNext);
    this.#entryNode = node;
    this.#entryNext = next;
  }
}

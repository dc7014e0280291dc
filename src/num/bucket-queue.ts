/**
 * Nodes by distance in buckets of one width, used round and round: plain arrays, for search kernels to work on in place.
 *
 * Entry e holds node `entryNode[e]` and is followed by entry `entryNext[e]`; bucket b begins with entry `head[b]`. Entries that were
 * taken out form a chain from `free`.
 */
export interface Buckets {
  head: Int32Array;
  entryNode: Int32Array;
  entryNext: Int32Array;
  /** A power of two. */
  bucketCount: number;
}

export function emptyBuckets(): Buckets {
  return { head: new Int32Array(0), entryNode: new Int32Array(256), entryNext: new Int32Array(256), bucketCount: 0 };
}

/**
 * Empties the buckets and sets how many there are.
 *
 * @param span greatest difference of two distances that are held at once
 * @throws RangeError where the width asks for more than four million buckets
 */
export function resetBuckets(buckets: Buckets, width: number, span: number): void {
  const least = Math.ceil(span / width) + 2;
  if (!(width > 0 && least < 1 << 22)) throw new RangeError(`bucket width must suit the span: ${width} for ${span}`);
  const needed = 1 << (32 - Math.clz32(least - 1));
  if (buckets.head.length < needed) buckets.head = new Int32Array(needed);
  buckets.head.fill(-1, 0, needed);
  buckets.bucketCount = needed;
}

/** Makes room for more entries; arrays that a kernel holds must be read anew. */
export function growEntries(buckets: Buckets): void {
  const length = 2 * buckets.entryNode.length;
  const node = new Int32Array(length);
  const next = new Int32Array(length);
  node.set(buckets.entryNode);
  next.set(buckets.entryNext);
  buckets.entryNode = node;
  buckets.entryNext = next;
}

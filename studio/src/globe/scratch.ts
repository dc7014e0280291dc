/** Arrays that a renderer keeps between frames. */
export interface Scratch {
  px: Float32Array;
  seen: Uint8Array;
}

export function scratchFor(count: number, before?: Scratch): Scratch {
  if (before && before.seen.length >= count) return before;
  return { px: new Float32Array(2 * count), seen: new Uint8Array(count) };
}

const BLOCK_BYTES = 64;
const BITS = 32;

/** The first 32 bits of the fractional parts of the roots of the first primes, whose power is 1 over `root`. */
function fractions(count: number, root: 2 | 3): Uint32Array {
  const found = new Uint32Array(count);
  for (let at = 0, n = 2; at < count; n++) {
    if (!isPrime(n)) continue;
    found[at++] = fractionBits(BigInt(n), BigInt(root));
  }
  return found;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** In whole numbers: the root of `n` times 2^32, by halving, so that no engine's own powers are asked. */
function fractionBits(n: bigint, root: bigint): number {
  const scaled = n << (BigInt(BITS) * root);
  let low = 0n;
  let high = n << BigInt(BITS);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    const power = root === 2n ? middle * middle : middle * middle * middle;
    if (power <= scaled) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}

const start = fractions(8, 2);
const rounds = fractions(64, 3);

/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits: the same in Node and in a browser, where the page may have no other.
 * By FIPS 180-4.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = Math.ceil((bytes.length + 9) / BLOCK_BYTES);
  const tail = new Uint8Array(BLOCK_BYTES * Math.min(blocks, 2));
  const tailFrom = BLOCK_BYTES * blocks - tail.length;
  tail.set(bytes.subarray(tailFrom));
  tail[bytes.length - tailFrom] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(tail.length - 4, bytes.length << 3);
  const state = start.slice();
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < tailFrom; at += BLOCK_BYTES) mix(state, whole, at);
  for (let at = 0; at < tail.length; at += BLOCK_BYTES) mix(state, view, at);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const schedule = new Uint32Array(64);

function mix(state: Uint32Array, block: DataView, from: number): void {
  for (let i = 0; i < 16; i++) schedule[i] = block.getUint32(from + 4 * i);
  for (let i = 16; i < 64; i++) {
    const near = schedule[i - 15];
    const far = schedule[i - 2];
    const small = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
    const large = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
    schedule[i] = schedule[i - 16] + small + schedule[i - 7] + large;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + rounds[i] + schedule[i]) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = state[i] + word;
  });
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (BITS - by));
}

import { EARTH_MU_KM3_S2 } from './constants.ts';

/** Longest step over which gravity's change across position counts as that of its middle. */
const STEP_S = 30;

/** Where a body in free flight is at a time; writes xyz, km. */
export type Path = (tS: number, outKm: Float64Array) => void;

/**
 * How errors of position and velocity grow along a path of free flight: the two-body transition matrix, in the linearised motion
 * about the path, at even nodes of time.
 *
 * The point-mass Earth; J2 and drag are left out.
 *
 * @source bar-shalom-2001, section 4.2
 */
export class ErrorGrowth {
  readonly #fromS: number;
  readonly #nodeS: number;
  readonly #count: number;
  /** [from] to the next node. */
  readonly #steps: Float64Array[];
  /** By first node, once asked for. */
  readonly #rows: (GrowthRow | undefined)[] = [];

  /** @param nodeS time between nodes; between them the factors of the same time gone by are interpolated */
  constructor(path: Path, fromS: number, toS: number, nodeS = 60) {
    const count = Math.max(1, Math.ceil((toS - fromS) / nodeS)) + 1;
    this.#fromS = fromS;
    this.#nodeS = Math.max(1e-3, (toS - fromS) / (count - 1));
    this.#count = count;
    this.#steps = Array.from({ length: count - 1 }, (_, k) =>
      transition(path, fromS + k * this.#nodeS, fromS + (k + 1) * this.#nodeS),
    );
  }

  /** One-sigma error of a position foreseen from one time for a later one. */
  errorKm(positionErrorKm: number, velocityErrorKmS: number, fromS: number, toS: number): number {
    const last = this.#count - 1;
    const u = Math.min(last, Math.max(0, (fromS - this.#fromS) / this.#nodeS));
    const w = Math.min(last, Math.max(u, (toS - this.#fromS) / this.#nodeS));
    const i = Math.min(last - 1, Math.floor(u));
    const low = this.#row(i);
    const high = this.#row(i + 1);
    const factor = (name: keyof GrowthRow) => {
      const before = between(low[name], i + w - u);
      return before + (u - i) * (between(high[name], i + 1 + w - u) - before);
    };
    return Math.hypot(
      factor('position') * positionErrorKm,
      factor('velocity') * velocityErrorKmS * Math.max(0, toS - fromS),
    );
  }

  #row(from: number): GrowthRow {
    const known = this.#rows[from];
    if (known) return known;
    const position = new Float64Array(this.#count).fill(1);
    const velocity = new Float64Array(this.#count).fill(1);
    let product = identity();
    for (let to = from + 1; to < this.#count; to++) {
      product = times(this.#steps[to - 1], product);
      position[to] = largestSingular(product, 0);
      velocity[to] = largestSingular(product, 3) / ((to - from) * this.#nodeS);
    }
    const row = { position, velocity };
    this.#rows[from] = row;
    return row;
  }
}

/** Growth from one node to each; 1 up to the node itself. */
interface GrowthRow {
  /** Position error over that at the node. */
  position: Float64Array;
  /** Position error over the velocity error at the node times the time since. */
  velocity: Float64Array;
}

/** A table at a place between its entries. */
function between(table: Float64Array, place: number): number {
  const k = Math.min(table.length - 2, Math.floor(place));
  return table[k] + (place - k) * (table[k + 1] - table[k]);
}

/** Transition matrix of position and velocity from one time to another, 6 x 6, row by row. */
export function transition(path: Path, fromS: number, toS: number): Float64Array {
  const steps = Math.max(1, Math.ceil((toS - fromS) / STEP_S));
  const stepS = (toS - fromS) / steps;
  const place = new Float64Array(3);
  let product = identity();
  for (let k = 0; k < steps; k++) {
    path(fromS + (k + 0.5) * stepS, place);
    product = times(stepMatrix(place, stepS), product);
  }
  return product;
}

/** Largest singular value of the upper 3 x 3 block that begins at a column: 0 for position to position, 3 for velocity to position. */
export function largestSingular(matrix: Float64Array, column: number): number {
  const product = (i: number, j: number) => {
    let sum = 0;
    for (let k = 0; k < 18; k += 6) sum += matrix[k + column + i] * matrix[k + column + j];
    return sum;
  };
  const [xx, yy, zz] = [product(0, 0), product(1, 1), product(2, 2)];
  const [xy, yz, xz] = [product(0, 1), product(1, 2), product(0, 2)];
  const mean = (xx + yy + zz) / 3;
  const [a, b, c] = [xx - mean, yy - mean, zz - mean];
  const spread = Math.sqrt((a * a + b * b + c * c + 2 * (xy * xy + yz * yz + xz * xz)) / 6);
  if (!(spread > 0)) return Math.sqrt(mean);
  const determinant = a * (b * c - yz * yz) - xy * (xy * c - yz * xz) + xz * (xy * yz - b * xz);
  const angle = Math.acos(Math.min(1, Math.max(-1, determinant / (2 * spread ** 3)))) / 3;
  return Math.sqrt(mean + 2 * spread * Math.cos(angle));
}

/** Motion over a step, to fourth order in it, with the gravity gradient of its middle. */
function stepMatrix(place: Float64Array, t: number): Float64Array {
  const [x, y, z] = [place[0], place[1], place[2]];
  const r2 = x * x + y * y + z * z;
  const rate = EARTH_MU_KM3_S2 / (r2 * Math.sqrt(r2));
  const matrix = new Float64Array(36);
  const gradient = (i: number, j: number) => rate * ((3 * place[i] * place[j]) / r2 - (i === j ? 1 : 0));
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const same = i === j ? 1 : 0;
      const G = gradient(i, j);
      const G2 = gradient(i, 0) * gradient(0, j) + gradient(i, 1) * gradient(1, j) + gradient(i, 2) * gradient(2, j);
      matrix[6 * i + j] = same + (G * t * t) / 2 + (G2 * t ** 4) / 24;
      matrix[6 * i + j + 3] = same * t + (G * t ** 3) / 6;
      matrix[6 * (i + 3) + j] = G * t + (G2 * t ** 3) / 6;
      matrix[6 * (i + 3) + j + 3] = same + (G * t * t) / 2 + (G2 * t ** 4) / 24;
    }
  }
  return matrix;
}

function identity(): Float64Array {
  const matrix = new Float64Array(36);
  for (let i = 0; i < 36; i += 7) matrix[i] = 1;
  return matrix;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(36);
  for (let i = 0; i < 36; i += 6) {
    for (let j = 0; j < 6; j++) {
      let sum = 0;
      for (let k = 0; k < 6; k++) sum += a[i + k] * b[6 * k + j];
      product[i + j] = sum;
    }
  }
  return product;
}

const MAX_FOUND = 16;
const MAX_LEVELS = 8;
/** Squares of distances within this share of each other are one: rounding, which differs from engine to engine, is not to choose. */
const TIE = 1e-11;

/** Finds the nearest of many points: cubes of several sizes, each twice the one before, the points of a cube side by side. */
export class PointGrid {
  readonly #levels: Level[] = [];
  #levelCount = 0;
  #position: Float64Array = new Float64Array(0);
  #chosen = new Int32Array(0);
  #count = 0;
  /** Place about which is searched. */
  #x = 0;
  #y = 0;
  #z = 0;
  /** What the last search found, nearest first. */
  readonly foundIndex = new Int32Array(MAX_FOUND);
  readonly foundKm2 = new Float64Array(MAX_FOUND);

  get count(): number {
    return this.#count;
  }

  /**
   * Sorts points into cubes; positions are kept by reference until the next build.
   *
   * @param positionKm interleaved xyz; points with NaN are left out
   * @param from first point
   * @param to past the last point
   * @param isIn [point] tells which points take part; all where left out
   */
  build(positionKm: Float64Array, from: number, to: number, isIn?: (point: number) => boolean): void {
    this.#position = positionKm;
    if (this.#chosen.length < to - from) this.#chosen = new Int32Array(to - from);
    const chosen = this.#chosen;
    let count = 0;
    let radiusKm = 1;
    for (let i = from; i < to; i++) {
      if (isIn && !isIn(i)) continue;
      const x = Math.abs(positionKm[3 * i]);
      const y = Math.abs(positionKm[3 * i + 1]);
      const z = Math.abs(positionKm[3 * i + 2]);
      if (!(x + y + z < Infinity)) continue;
      const far = Math.max(x, y, z);
      if (far > radiusKm) radiusKm = far;
      chosen[count++] = i;
    }
    this.#count = count;
    radiusKm *= 1.000001;
    // on a sphere, about one point in each cube that its surface passes
    let sideCount = Math.max(1, Math.min(64, Math.floor(1 / Math.sqrt((4 * Math.PI) / Math.max(count, 1)))));
    this.#levelCount = 0;
    for (;;) {
      this.#levels[this.#levelCount] ??= emptyLevel();
      sizeLevel(this.#levels[this.#levelCount++], radiusKm, sideCount);
      if (sideCount === 1 || this.#levelCount === MAX_LEVELS) break;
      sideCount = Math.ceil(sideCount / 2);
    }
  }

  /** A size of cubes with its points: most searches never come to the large ones. */
  #filled(l: number): Level {
    const level = this.#levels[l];
    if (!level.isFilled) fillLevel(level, this.#position, this.#chosen, this.#count);
    return level;
  }

  /**
   * The `wanted` points nearest to a place, nearest first.
   *
   * @param xyz coordinates of places, of which that of the place begins at `at`
   * @param wanted 1 to 16
   * @param except a point that is not to be found, as the asker itself
   * @param hint for one wanted: a point of the grid that may be near; -1: none
   * @returns how many were found within `maxKm`; see `foundIndex` and `foundKm2`
   */
  nearest(xyz: ArrayLike<number>, at: number, maxKm: number, wanted: number, except = -1, hint = -1): number {
    const x = xyz[at];
    const y = xyz[at + 1];
    const z = xyz[at + 2];
    this.#x = x;
    this.#y = y;
    this.#z = z;
    let withinKm = maxKm;
    if (hint >= 0 && wanted === 1) withinKm = Math.min(withinKm, this.#distanceKm(x, y, z, hint));
    const last = this.#levelCount - 1;
    for (let l = 0; l < last; l++) {
      const { cellKm } = this.#levels[l];
      if (withinKm <= 4 * cellKm) return this.#search(this.#filled(l), withinKm, wanted, except);
      if (hint >= 0 && wanted === 1) continue;
      // a look around; where it finds enough, they bound the full search
      const found = this.#search(this.#filled(l), cellKm, wanted, except);
      if (found === wanted) return found;
    }
    return this.#search(this.#filled(last), withinKm, wanted, except);
  }

  /** All points within a distance of a place, in no order. @param outIndex filled anew, as is the other */
  within(x: number, y: number, z: number, maxKm: number, outIndex: number[], outKm2: number[]): void {
    outIndex.length = 0;
    outKm2.length = 0;
    let l = 0;
    while (l < this.#levelCount - 1 && maxKm > 4 * this.#levels[l].cellKm) l++;
    const { sideCount: n, start, points, perKm, radiusKm } = this.#filled(l);
    const position = this.#position;
    const [x0, y0, z0] = [x, y, z].map((at) => lowCell((at + radiusKm - maxKm) * perKm));
    const [x1, y1, z1] = [x, y, z].map((at) => highCell((at + radiusKm + maxKm) * perKm, n));
    if (x0 > x1) return;
    for (let k = z0; k <= z1; k++)
      for (let j = y0; j <= y1; j++) {
        const row = (k * n + j) * n;
        for (let i = start[row + x0]; i < start[row + x1 + 1]; i++) {
          const point = points[i];
          const dx = position[3 * point] - x;
          const dy = position[3 * point + 1] - y;
          const dz = position[3 * point + 2] - z;
          const km2 = dx * dx + dy * dy + dz * dz;
          if (!(km2 <= maxKm * maxKm)) continue;
          outIndex.push(point);
          outKm2.push(km2);
        }
      }
  }

  #distanceKm(x: number, y: number, z: number, point: number): number {
    const dx = this.#position[3 * point] - x;
    const dy = this.#position[3 * point + 1] - y;
    const dz = this.#position[3 * point + 2] - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz) * (1 + 1e-12) + 1e-9;
  }

  /** Searches the cubes that meet the box of half side `withinKm`, rows out of reach left out. */
  #search(level: Level, withinKm: number, wanted: number, except: number): number {
    const x = this.#x;
    const y = this.#y;
    const z = this.#z;
    const { sideCount: n, start, points, perKm, cellKm, radiusKm } = level;
    const position = this.#position;
    const index = this.foundIndex;
    const km2 = this.foundKm2;
    let limit = withinKm * withinKm;
    let found = 0;
    const x0 = lowCell((x + radiusKm - withinKm) * perKm);
    const x1 = highCell((x + radiusKm + withinKm) * perKm, n);
    const y0 = lowCell((y + radiusKm - withinKm) * perKm);
    const y1 = highCell((y + radiusKm + withinKm) * perKm, n);
    const z0 = lowCell((z + radiusKm - withinKm) * perKm);
    const z1 = highCell((z + radiusKm + withinKm) * perKm, n);
    if (x0 > x1) return 0;
    for (let k = z0; k <= z1; k++) {
      const gapZ = gap(z, k * cellKm - radiusKm, cellKm);
      for (let j = y0; j <= y1; j++) {
        const gapY = gap(y, j * cellKm - radiusKm, cellKm);
        if (gapY * gapY + gapZ * gapZ > limit) continue;
        const row = (k * n + j) * n;
        const end = start[row + x1 + 1];
        for (let i = start[row + x0]; i < end; i++) {
          const point = points[i];
          const dx = position[3 * point] - x;
          const dy = position[3 * point + 1] - y;
          const dz = position[3 * point + 2] - z;
          const d2 = dx * dx + dy * dy + dz * dz;
          if (!(d2 <= limit) || point === except) continue;
          if (found === wanted && !isNearer(d2, point, km2[found - 1], index[found - 1])) continue;
          let at = found < wanted ? found++ : found - 1;
          while (at > 0 && isNearer(d2, point, km2[at - 1], index[at - 1])) {
            km2[at] = km2[at - 1];
            index[at] = index[at - 1];
            at--;
          }
          km2[at] = d2;
          index[at] = point;
          if (found === wanted) limit = Math.min(limit, km2[found - 1] * (1 + TIE));
        }
      }
    }
    return found;
  }
}

/** Order of points by distance; those at one distance, as in a symmetric constellation, by number. */
export function isNearer(km2: number, point: number, otherKm2: number, other: number): boolean {
  if (km2 < otherKm2 * (1 - TIE)) return true;
  return point < other && km2 <= otherKm2 * (1 + TIE);
}

interface Level {
  isFilled: boolean;
  sideCount: number;
  cellKm: number;
  perKm: number;
  radiusKm: number;
  start: Int32Array;
  points: Int32Array;
  cell: Int32Array;
}

function lowCell(at: number): number {
  return at > 0 ? Math.floor(at) : 0;
}

function highCell(at: number, sideCount: number): number {
  return at < sideCount ? Math.floor(at) : sideCount - 1;
}

/** Distance of a coordinate from a cube's side; 0 inside. */
function gap(at: number, low: number, size: number): number {
  return at < low ? low - at : at > low + size ? at - low - size : 0;
}

function emptyLevel(): Level {
  return {
    isFilled: false,
    sideCount: 0,
    cellKm: 0,
    perKm: 0,
    radiusKm: 0,
    start: new Int32Array(0),
    points: new Int32Array(0),
    cell: new Int32Array(0),
  };
}

function sizeLevel(level: Level, radiusKm: number, sideCount: number): void {
  level.isFilled = false;
  level.sideCount = sideCount;
  level.cellKm = (2 * radiusKm) / sideCount;
  level.perKm = sideCount / (2 * radiusKm);
  level.radiusKm = radiusKm;
}

function fillLevel(level: Level, position: Float64Array, chosen: Int32Array, count: number): void {
  const { sideCount: n, radiusKm } = level;
  const cellCount = n * n * n;
  if (level.start.length < cellCount + 1) level.start = new Int32Array(cellCount + 1);
  if (level.points.length < count) {
    level.points = new Int32Array(2 * count);
    level.cell = new Int32Array(2 * count);
  }
  level.isFilled = true;
  const { start, points, cell, perKm } = level;
  start.fill(0, 0, cellCount + 1);
  for (let i = 0; i < count; i++) {
    const point = chosen[i];
    const x = Math.floor((position[3 * point] + radiusKm) * perKm);
    const y = Math.floor((position[3 * point + 1] + radiusKm) * perKm);
    const z = Math.floor((position[3 * point + 2] + radiusKm) * perKm);
    cell[i] = (z * n + y) * n + x;
    start[cell[i]]++;
  }
  let sum = 0;
  for (let c = 0; c <= cellCount; c++) {
    sum += start[c];
    start[c] = sum;
  }
  for (let i = count - 1; i >= 0; i--) points[--start[cell[i]]] = chosen[i];
}

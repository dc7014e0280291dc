import { nthLargest } from '../num/nth-largest.ts';
import { TAU_RAD } from '../physics/constants.ts';
import type { WalkerOrbits } from '../physics/walker.ts';

const DEG_PER_RAD = 180 / Math.PI;
/** Cells looked into before the tolerance doubles, and after which it doubles again. */
const MOST_CELLS = 4_000_000;
const MORE_CELLS = 1_000_000;
/** Satellites to which the nearest are kept in order; of more, the last one is selected. */
const FEW = 8;

/**
 * Smallest Earth-central half angle of the satellites' caps with which every point of the Earth is always in at least `fold` caps.
 *
 * Spherical Earth, circular orbits; the Earth's rotation does not matter for whole-Earth coverage, nor does the drift of the nodes.
 * Branch and bound over place and phase: the distance to the fold-th nearest satellite changes by no more than one moves and the satellites
 * move, so a cell whose centre is well covered is put aside whole. The answer is a place that is that badly covered, and no place is
 * worse by more than the tolerance. Where very many places are all but equally bad (few satellites, nearly in one plane) the tolerance
 * doubles after four million cells and after every million more. Satellites in one plane have a closed form.
 *
 * @param fold satellites that must see each point, from 1
 * @param toleranceDeg largest shortfall of the answer
 * @returns NaN where there are fewer satellites than `fold`
 * @source ballard-1980
 */
export function minimumCapDeg(orbits: WalkerOrbits, fold: number, toleranceDeg = 0.002): number {
  if (!Number.isInteger(fold) || fold < 1) throw new RangeError(`fold must be a whole number from 1: ${fold}`);
  if (!(toleranceDeg > 0)) throw new RangeError(`toleranceDeg must exceed 0: ${toleranceDeg}`);
  if (fold > orbits.count) return Number.NaN;
  if (orbits.planes === 1 || Math.abs(Math.sin(orbits.inclinationRad)) < 1e-9)
    return capInPlaneRad(orbits, fold) * DEG_PER_RAD;
  return new CapSearch(orbits, fold, toleranceDeg / DEG_PER_RAD).run() * DEG_PER_RAD;
}

/**
 * The same where all satellites lie in one plane. Off the plane a distance under a quarter turn grows to one, one over it shrinks to one;
 * in the plane the worst place is the middle of the longest arc with fewer than `fold` satellites inside.
 */
function capInPlaneRad(
  { planes, satellitesPerPlane, raanRad, planePhaseRad, inclinationRad }: WalkerOrbits,
  fold: number,
): number {
  const way = planes > 1 && Math.cos(inclinationRad) < 0 ? -1 : 1;
  const angles: number[] = [];
  for (let p = 0; p < planes; p++)
    for (let s = 0; s < satellitesPerPlane; s++) {
      const angle = (planes > 1 ? way * raanRad[p] : 0) + planePhaseRad[p] + (TAU_RAD * s) / satellitesPerPlane;
      angles.push(((angle % TAU_RAD) + TAU_RAD) % TAU_RAD);
    }
  angles.sort((a, b) => a - b);
  let widest = 0;
  for (let i = 0; i < angles.length; i++) {
    const j = i + fold;
    const end = angles[j % angles.length] + (j >= angles.length ? TAU_RAD : 0);
    widest = Math.max(widest, end - angles[i]);
  }
  return Math.max(Math.PI / 2, widest / 2);
}

/** Phase after which the pattern repeats, up to a turn about the axis: 360° gcd(P, F) / T for even planes, else one slot. */
export function patternPeriodRad(orbits: WalkerOrbits): number {
  const { planes, satellitesPerPlane, count, raanRad, planePhaseRad } = orbits;
  const slot = TAU_RAD / satellitesPerPlane;
  if (planes === 1) return slot;
  const spacing = TAU_RAD / planes;
  const advance = planePhaseRad[1] - planePhaseRad[0];
  for (let p = 0; p < planes; p++) {
    const q = (p + 1) % planes;
    const even = isMultiple(raanRad[q] - raanRad[p] - spacing, TAU_RAD);
    if (!even || !isMultiple(planePhaseRad[q] - planePhaseRad[p] - advance, slot)) return slot;
  }
  const phasing = (advance * count) / TAU_RAD;
  const whole = Math.round(phasing);
  return Math.abs(phasing - whole) > 1e-6 ? slot : (TAU_RAD * gcd(Math.abs(whole), planes)) / count;
}

/** A piece of one face of a cube around the Earth (angles a, b from the face's middle) and of the pattern's period. */
interface Cell {
  face: number;
  a: number;
  b: number;
  half: number;
  phase: number;
  halfPhase: number;
  distance: number;
}

/** The state of one search: best distance so far, and for each depth the satellites that still matter. */
class CapSearch {
  private readonly orbits: WalkerOrbits;
  private readonly fold: number;
  private tolerance: number;
  private best = 0;
  private cellCount = 0;
  private readonly nearest: Float64Array;
  /** cosine of the distance of each candidate, at the cell in hand */
  private readonly cosine: Float64Array;
  private readonly sorted: Float64Array;
  private readonly lists: Int32Array[] = [];
  private readonly sizes: number[] = [];
  private readonly place = new Float64Array(3);
  private readonly corner = new Float64Array(3);

  constructor(orbits: WalkerOrbits, fold: number, tolerance: number) {
    this.orbits = orbits;
    this.fold = fold;
    this.tolerance = tolerance;
    this.nearest = new Float64Array(fold);
    this.cosine = new Float64Array(orbits.count);
    this.sorted = new Float64Array(orbits.count);
    this.lists[0] = Int32Array.from({ length: orbits.count }, (_, k) => k);
    this.sizes[0] = orbits.count;
  }

  run(): number {
    const cells = this.firstCells();
    cells.sort((p, q) => q.distance - p.distance); // worst covered first: it sets a bar that puts most others aside
    for (const cell of cells) this.divide(cell, 0);
    return this.best;
  }

  private firstCells(): Cell[] {
    const period = patternPeriodRad(this.orbits);
    const splits = 6;
    const half = Math.PI / 4 / splits;
    const phases = Math.max(1, Math.ceil(period / (4 * half)));
    const cells: Cell[] = [];
    for (let face = 0; face < 6; face++) {
      for (let i = 0; i < splits * splits; i++) {
        const a = (2 * (i % splits) + 1 - splits) * half;
        const b = (2 * Math.floor(i / splits) + 1 - splits) * half;
        for (let k = 0; k < phases; k++) {
          const halfPhase = period / phases / 2;
          const cell = { face, a, b, half, phase: (2 * k + 1) * halfPhase, halfPhase, distance: 0 };
          this.measure(cell, 0);
          cells.push(cell);
        }
      }
    }
    return cells;
  }

  /** Distance from the cell's centre to the fold-th nearest satellite; raises the best. */
  private measure(cell: Cell, depth: number): void {
    facePoint(cell.face, cell.a, cell.b, this.place);
    const { satellitesPerPlane, raanCos, raanSin, planePhaseCos, planePhaseSin, slotCos, slotSin } = this.orbits;
    const [x, y, z] = this.place;
    const cosI = Math.cos(this.orbits.inclinationRad);
    const sinI = Math.sin(this.orbits.inclinationRad);
    const cosU = Math.cos(cell.phase);
    const sinU = Math.sin(cell.phase);
    const list = this.lists[depth];
    const size = this.sizes[depth];
    const nearest = this.nearest.fill(-2); // cosines, largest first
    const last = this.fold <= FEW ? this.fold - 1 : 0; // of many the nearest alone, and the fold-th is selected
    for (let i = 0; i < size; i++) {
      const k = list[i];
      const p = (k / satellitesPerPlane) | 0;
      const s = k - p * satellitesPerPlane;
      const node = raanCos[p] * x + raanSin[p] * y; // the place's parts along the node and a quarter of an orbit on
      const ahead = (raanCos[p] * y - raanSin[p] * x) * cosI + z * sinI;
      const c0 = planePhaseCos[p] * cosU - planePhaseSin[p] * sinU;
      const s0 = planePhaseSin[p] * cosU + planePhaseCos[p] * sinU;
      const cosine = (c0 * slotCos[s] - s0 * slotSin[s]) * node + (s0 * slotCos[s] + c0 * slotSin[s]) * ahead;
      this.cosine[i] = cosine;
      if (cosine > nearest[last]) {
        let at = last;
        for (; at > 0 && nearest[at - 1] < cosine; at--) nearest[at] = nearest[at - 1];
        nearest[at] = cosine;
      }
    }
    const found = this.fold <= FEW ? nearest[last] : this.ofMany(size);
    cell.distance = Math.acos(Math.max(-1, Math.min(1, found)));
    if (cell.distance > this.best) this.best = cell.distance;
  }

  /** The fold-th largest of the cosines in hand. */
  private ofMany(size: number): number {
    if (size < this.fold) return -2;
    this.sorted.set(this.cosine.subarray(0, size));
    return nthLargest(this.sorted, size, this.fold);
  }

  /** Looks into a cell, unless nothing in it can be worse than the best by more than the tolerance. */
  private divide(cell: Cell, depth: number): void {
    if (++this.cellCount > MOST_CELLS && this.cellCount % MORE_CELLS === 0) this.tolerance *= 2;
    const reach = this.cellRadius(cell);
    const slack = reach + cell.halfPhase;
    if (cell.distance + slack <= this.best + this.tolerance) return;
    this.keepNear(cell, cell.distance + 2 * slack, depth);
    const { face, a, b, half, phase, halfPhase } = cell;
    const children: Cell[] = [];
    if (halfPhase > reach) {
      const quarter = halfPhase / 2;
      children.push({ ...cell, phase: phase - quarter, halfPhase: quarter });
      children.push({ ...cell, phase: phase + quarter, halfPhase: quarter });
    } else {
      const h = half / 2;
      for (let i = 0; i < 4; i++) {
        const child = {
          face,
          a: a + (i & 1 ? h : -h),
          b: b + (i & 2 ? h : -h),
          half: h,
          phase,
          halfPhase,
          distance: 0,
        };
        children.push(child);
      }
    }
    for (const child of children) this.measure(child, depth + 1);
    children.sort((p, q) => q.distance - p.distance);
    for (const child of children) this.divide(child, depth + 1);
  }

  /** Candidates of the next depth: satellites no farther from the centre than `limit`. */
  private keepNear(cell: Cell, limit: number, depth: number): void {
    this.measure(cell, depth); // cosines again: children of the cells before have overwritten them
    this.lists[depth + 1] ??= new Int32Array(this.orbits.count);
    const cosLimit = limit >= Math.PI ? -2 : Math.cos(limit) - 1e-12;
    const from = this.lists[depth];
    const to = this.lists[depth + 1];
    let size = 0;
    for (let i = 0; i < this.sizes[depth]; i++) if (this.cosine[i] >= cosLimit) to[size++] = from[i];
    this.sizes[depth + 1] = size;
  }

  /** Angle from a cell's centre to its farthest corner. */
  private cellRadius({ face, a, b, half }: Cell): number {
    facePoint(face, a, b, this.place);
    let least = 1;
    for (let i = 0; i < 4; i++) {
      facePoint(face, a + (i & 1 ? half : -half), b + (i & 2 ? half : -half), this.corner);
      const x = this.corner[0] - this.place[0];
      const y = this.corner[1] - this.place[1];
      const z = this.corner[2] - this.place[2];
      least = Math.min(least, 1 - (x * x + y * y + z * z) / 2);
    }
    return 2 * Math.asin(Math.sqrt((1 - least) / 2));
  }
}

/** Unit vector towards the point at angles a, b of a face of the cube. */
function facePoint(face: number, a: number, b: number, out: Float64Array): void {
  const u = Math.tan(a);
  const v = Math.tan(b);
  const scale = (face & 1 ? -1 : 1) / Math.sqrt(1 + u * u + v * v);
  const axis = face >> 1;
  out[axis] = scale;
  out[(axis + 1) % 3] = u * scale;
  out[(axis + 2) % 3] = v * scale;
}

function isMultiple(value: number, of: number): boolean {
  return Math.abs(value - of * Math.round(value / of)) < 1e-9;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

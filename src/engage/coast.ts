import { type Orbits, orbitStatesEci } from '../physics/orbits.ts';
import type { WalkerOrbits } from '../physics/walker.ts';

/** Time between the knots of a coasting path: the cubic between them is good to 0.1 m in low orbit. */
export const KNOT_S = 30;

/** Speed that no satellite exceeds: that of escape at the Earth's surface. */
export const ESCAPE_KM_S = 11.2;

/**
 * Coasting paths of the satellites of a layer, worked out only where asked: states on a lattice of times, cubics between.
 *
 * Satellites of Walker shells are placed one by one; of other kinds of orbits all at once, a table for each lattice time.
 */
export class Coast {
  /** Number of the first unit of each part, and the total at the end. */
  readonly #firstUnit: number[] = [0];
  readonly #parts: readonly Orbits[];
  #startS = Number.NaN;
  readonly #turns = new Map<number, Float64Array>();
  readonly #pair = new Float64Array(12);
  readonly #tables = new Map<number, StateTable>();
  /** Tables of an earlier raid, by part. */
  readonly #spare: StateTable[][];

  constructor(parts: readonly Orbits[]) {
    this.#parts = parts;
    this.#spare = parts.map(() => []);
    for (const part of parts) this.#firstUnit.push(this.#firstUnit[this.#firstUnit.length - 1] + part.count);
  }

  /** Takes on a raid. @param startS seconds from the epoch of the orbits to time 0 of the raid */
  start(startS: number): void {
    if (startS === this.#startS) return;
    this.#startS = startS;
    this.#turns.clear();
    for (const [key, table] of this.#tables)
      this.#spare[key - this.#parts.length * Math.floor(key / this.#parts.length)].push(table);
    this.#tables.clear();
  }

  /** Number of the part that a unit belongs to. */
  partOf(unit: number): number {
    let part = 0;
    while (unit >= this.#firstUnit[part + 1]) part++;
    return part;
  }

  firstUnit(part: number): number {
    return this.#firstUnit[part];
  }

  /** Seconds after the epoch of the orbits. */
  epochS(knot: number): number {
    return this.#startS + knot * KNOT_S;
  }

  /** Speed that a unit does not exceed. */
  speedMaxKmS(unit: number): number {
    const part = this.#parts[this.partOf(unit)];
    if (part.kind !== 'walker') return ESCAPE_KM_S;
    return part.semiMajorAxisKm * (part.meanMotionRadS + Math.abs(part.raanRateRadS)) + 0.01;
  }

  /** State of a unit at any time of the raid. */
  stateAt(unit: number, tS: number, out: Float64Array): void {
    const partIndex = this.partOf(unit);
    const part = this.#parts[partIndex];
    const knot = tS / KNOT_S;
    if (part.kind === 'walker') {
      walkerState(part, unit - this.#firstUnit[partIndex], turnAt(part, this.epochS(knot)), out, 0);
      return;
    }
    const whole = Math.floor(knot);
    const u = knot - whole;
    this.knotState(unit, whole, this.#pair, 0);
    this.knotState(unit, whole + 1, this.#pair, 6);
    betweenKnots(this.#pair, 0, u, out);
    velocityBetweenKnots(this.#pair, u, out);
  }

  /**
   * State of a unit at knot `knot` (time `knot` x {@link KNOT_S} of the raid).
   *
   * @param out receives xyz km and xyz km/s from `offset`; NaN where the satellite is not there
   */
  knotState(unit: number, knot: number, out: Float64Array, offset: number): void {
    const partIndex = this.partOf(unit);
    const part = this.#parts[partIndex];
    const inPart = unit - this.#firstUnit[partIndex];
    if (part.kind === 'walker') {
      walkerState(part, inPart, this.#turn(partIndex, part, knot), out, offset);
      return;
    }
    const { positionKm, velocityKmS } = this.table(partIndex, knot);
    for (let i = 0; i < 3; i++) {
      out[offset + i] = positionKm[3 * inPart + i];
      out[offset + 3 + i] = velocityKmS[3 * inPart + i];
    }
  }

  /** States of every satellite of a part at a knot. */
  table(partIndex: number, knot: number): StateTable {
    const key = knot * this.#parts.length + partIndex;
    let table = this.#tables.get(key);
    if (!table) {
      const part = this.#parts[partIndex];
      table = this.#spare[partIndex].pop() ?? emptyTable(part.count);
      orbitStatesEci(part, this.epochS(knot), table.positionKm, table.velocityKmS);
      this.#tables.set(key, table);
    }
    return table;
  }

  /** Sines and cosines that all satellites of a shell share at a knot. */
  #turn(partIndex: number, part: WalkerOrbits, knot: number): Float64Array {
    const key = knot * this.#parts.length + partIndex;
    let turn = this.#turns.get(key);
    if (!turn) {
      turn = turnAt(part, this.epochS(knot));
      this.#turns.set(key, turn);
    }
    return turn;
  }
}

interface StateTable {
  positionKm: Float64Array;
  velocityKmS: Float64Array;
}

function emptyTable(count: number): StateTable {
  return { positionKm: new Float64Array(3 * count), velocityKmS: new Float64Array(3 * count) };
}

function turnAt(orbits: WalkerOrbits, epochS: number): Float64Array {
  const u = orbits.meanMotionRadS * epochS;
  const node = orbits.raanRateRadS * epochS;
  return Float64Array.of(Math.cos(u), Math.sin(u), Math.cos(node), Math.sin(node));
}

/** State of one satellite of a Walker shell, its node drifting. */
function walkerState(orbits: WalkerOrbits, index: number, turn: Float64Array, out: Float64Array, offset: number): void {
  const { satellitesPerPlane, raanCos, raanSin, planePhaseCos, planePhaseSin, slotCos, slotSin } = orbits;
  const { semiMajorAxisKm: r, meanMotionRadS, raanRateRadS, inclinationRad } = orbits;
  const p = Math.floor(index / satellitesPerPlane);
  const k = index - p * satellitesPerPlane;
  const c0 = planePhaseCos[p] * turn[0] - planePhaseSin[p] * turn[1];
  const s0 = planePhaseSin[p] * turn[0] + planePhaseCos[p] * turn[1];
  const c = r * (c0 * slotCos[k] - s0 * slotSin[k]);
  const s = r * (s0 * slotCos[k] + c0 * slotSin[k]);
  const cosW = raanCos[p] * turn[2] - raanSin[p] * turn[3];
  const sinW = raanSin[p] * turn[2] + raanCos[p] * turn[3];
  const cosI = Math.cos(inclinationRad);
  const sinI = Math.sin(inclinationRad);
  const x = c * cosW - s * sinW * cosI;
  const y = c * sinW + s * cosW * cosI;
  out[offset] = x;
  out[offset + 1] = y;
  out[offset + 2] = s * sinI;
  out[offset + 3] = meanMotionRadS * (-s * cosW - c * sinW * cosI) - raanRateRadS * y;
  out[offset + 4] = meanMotionRadS * (-s * sinW + c * cosW * cosI) + raanRateRadS * x;
  out[offset + 5] = meanMotionRadS * c * sinI;
}

/**
 * A point of the cubic through two states `KNOT_S` apart.
 *
 * @param states two states of six numbers from `from`
 * @param u from 0 at the first to 1 at the second
 * @param out receives xyz km
 */
export function betweenKnots(states: Float64Array, from: number, u: number, out: Float64Array): void {
  const h01 = u * u * (3 - 2 * u);
  const h00 = 1 - h01;
  const h10 = u * (1 - u) * (1 - u) * KNOT_S;
  const h11 = u * u * (u - 1) * KNOT_S;
  for (let i = from; i < from + 3; i++) {
    out[i - from] = h00 * states[i] + h10 * states[i + 3] + h01 * states[i + 6] + h11 * states[i + 9];
  }
}

/** Derivative of the same cubic; writes xyz km/s from 3 on. */
function velocityBetweenKnots(states: Float64Array, u: number, out: Float64Array): void {
  const d01 = (6 * u * (1 - u)) / KNOT_S;
  const d10 = (1 - u) * (1 - 3 * u);
  const d11 = u * (3 * u - 2);
  for (let i = 0; i < 3; i++) {
    out[3 + i] = d01 * (states[i + 6] - states[i]) + d10 * states[i + 3] + d11 * states[i + 9];
  }
}

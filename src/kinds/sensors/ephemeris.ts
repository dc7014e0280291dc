import type { SpaceElement } from '../../flow/world.ts';
import { norm } from '../../num/vec.ts';
import { orbitCount, orbitStatesEci } from '../../physics/orbits.ts';

/** Where the satellites of one sensor are during a raid: states at even times (knots), to be read between them. */
export interface Ephemeris {
  /** What it was made of, and for which raid: see `compileEphemeris`. */
  element: SpaceElement;
  startS: number;
  count: number;
  /** First knot, seconds after the first launch. */
  fromS: number;
  stepS: number;
  knotCount: number;
  /** [knot][unit][xyz] */
  positionEciKm: Float64Array;
  velocityEciKmS: Float64Array;
  /** [interval][unit][xyz] direction of each unit from the Earth's centre, halfway between two knots; unit vectors. */
  middle: Float64Array;
  /** Farthest any unit comes from the Earth's centre, at the knots. */
  maxRadiusKm: number;
  /** Largest angle any unit turns about the Earth's centre in half a step. */
  halfTurnRad: number;
}

/** A span of time of a raid. */
export interface Span {
  /** First launch, seconds after the epoch of the orbits. */
  startS: number;
  /** Seconds after the first launch. */
  fromS: number;
  toS: number;
}

/** Time between knots: under 10 m off in low orbits, about 0.1 km where states carry a two-body velocity along an orbit that drifts. */
const STEP_S = 120;

/**
 * States of the satellites of one sensor over a span of time.
 *
 * Between knots positions follow the cubic through positions and velocities.
 *
 * @param reuse ephemeris of the same sensor: given back where it is that of the same raid and span, else its arrays, which may be
 *   longer than needed, are written over
 */
export function compileEphemeris(element: SpaceElement, { startS, fromS, toS }: Span, reuse?: Ephemeris): Ephemeris {
  const intervals = Math.max(1, Math.ceil((toS - fromS) / STEP_S));
  const knotCount = intervals + 1;
  const row = 3 * element.count;
  const isSame = reuse?.element === element && reuse.startS === startS && reuse.fromS === fromS;
  if (isSame && reuse.knotCount === knotCount) return reuse;
  const isRoomy = reuse !== undefined && reuse.positionEciKm.length >= row * knotCount;
  const ephemeris: Ephemeris = {
    element,
    startS,
    count: element.count,
    fromS,
    stepS: STEP_S,
    knotCount,
    positionEciKm: isRoomy ? reuse.positionEciKm : new Float64Array(row * knotCount),
    velocityEciKmS: isRoomy ? reuse.velocityEciKmS : new Float64Array(row * knotCount),
    middle: isRoomy ? reuse.middle : new Float64Array(row * intervals),
    maxRadiusKm: 0,
    halfTurnRad: 0,
  };
  for (let knot = 0; knot < knotCount; knot++) {
    let offset = knot * row;
    for (const part of element.parts) {
      const tS = startS + fromS + knot * STEP_S;
      orbitStatesEci(part, tS, ephemeris.positionEciKm, ephemeris.velocityEciKmS, offset);
      offset += 3 * orbitCount(part);
    }
  }
  summarise(ephemeris, row);
  return ephemeris;
}

/**
 * Position of one satellite at a time inside the span.
 *
 * @param tS seconds after the first launch; outside the span the nearest interval is continued
 * @param outKm receives xyz
 */
export function unitPositionEciKm(ephemeris: Ephemeris, unit: number, tS: number, outKm: Float64Array): void {
  const { stepS, count, positionEciKm: p, velocityEciKmS: v } = ephemeris;
  const knot = intervalAt(ephemeris, tS);
  const u = (tS - ephemeris.fromS) / stepS - knot;
  const a = 3 * (knot * count + unit);
  const b = a + 3 * count;
  const h01 = u * u * (3 - 2 * u);
  const h00 = 1 - h01;
  const h10 = u * (1 - u) * (1 - u) * stepS;
  const h11 = u * u * (u - 1) * stepS;
  outKm[0] = h00 * p[a] + h10 * v[a] + h01 * p[b] + h11 * v[b];
  outKm[1] = h00 * p[a + 1] + h10 * v[a + 1] + h01 * p[b + 1] + h11 * v[b + 1];
  outKm[2] = h00 * p[a + 2] + h10 * v[a + 2] + h01 * p[b + 2] + h11 * v[b + 2];
}

/** Number of the interval between knots that holds a time. */
export function intervalAt(ephemeris: Ephemeris, tS: number): number {
  const k = Math.floor((tS - ephemeris.fromS) / ephemeris.stepS);
  return Math.max(0, Math.min(ephemeris.knotCount - 2, k));
}

function summarise(ephemeris: Ephemeris, row: number): void {
  const { knotCount, positionEciKm: p, middle } = ephemeris;
  let maxRadiusKm = 0;
  let maxHalfTurn = 0;
  for (let a = 0; a < row * knotCount; a += 3) {
    const radiusKm = norm(p, a);
    if (radiusKm > maxRadiusKm) maxRadiusKm = radiusKm;
  }
  for (let a = 0; a < row * (knotCount - 1); a += 3) {
    const b = a + row;
    const ra = 1 / norm(p, a);
    const rb = 1 / norm(p, b);
    const x = p[a] * ra + p[b] * rb;
    const y = p[a + 1] * ra + p[b + 1] * rb;
    const z = p[a + 2] * ra + p[b + 2] * rb;
    const size = Math.sqrt(x * x + y * y + z * z);
    middle[a] = x / size;
    middle[a + 1] = y / size;
    middle[a + 2] = z / size;
    const halfTurn = Math.acos(Math.min(1, size / 2));
    if (halfTurn > maxHalfTurn) maxHalfTurn = halfTurn;
  }
  ephemeris.maxRadiusKm = maxRadiusKm;
  ephemeris.halfTurnRad = maxHalfTurn;
}

import { type SatRec, sgp4 } from 'satellite.js';
import { type Said, said } from '../flow/said.ts';
import { radiusBoundsKm } from './element-bounds.ts';
import type { MeanElements } from './mean-elements.ts';

/** The elements of one satellite, read from a file and ready for SGP4. */
export interface ElementSet {
  name: string;
  /** catalogue number as text */
  id: string;
  epochUnixS: number;
  satrec: SatRec;
  mean: MeanElements;
}

/** Satellites that move by SGP4 from published elements; every array is [satellite]. */
export interface ElementOrbits {
  kind: 'elements';
  count: number;
  /** no two alike: where the file names several alike, each has its number behind */
  names: string[];
  ids: string[];
  satrecs: SatRec[];
  mean: MeanElements[];
  /** [satellite][low, high] distance from the Earth's centre outside of which it is not there; see {@link radiusBoundsKm} */
  boundsKm: Float64Array;
  /** epoch of each satellite's elements */
  elementsUnixS: Float64Array;
  /** [satellite] all its sets in time, where there are several: the nearest moves it; null: only the one above */
  histories: (ElementSet[] | null)[];
  /** epoch that tS counts from */
  epochUnixS: number;
}

/**
 * Gathers element sets under one epoch.
 *
 * @param epochUnixS what tS = 0 means
 * @param histories all sets of an object that has several; see {@link ElementOrbits}
 */
export function elementOrbits(
  sets: readonly ElementSet[],
  epochUnixS: number,
  histories?: ReadonlyMap<ElementSet, ElementSet[]>,
): ElementOrbits {
  if (!Number.isFinite(epochUnixS)) throw new RangeError(`epochUnixS must be finite: ${epochUnixS}`);
  return {
    kind: 'elements',
    count: sets.length,
    names: namesApart(sets),
    ids: sets.map((set) => set.id),
    satrecs: sets.map((set) => set.satrec),
    mean: sets.map((set) => set.mean),
    boundsKm: Float64Array.from(sets.flatMap((set) => radiusBoundsKm(set.satrec))),
    elementsUnixS: Float64Array.from(sets, (set) => set.epochUnixS),
    histories: sets.map((set) => histories?.get(set) ?? null),
    epochUnixS,
  };
}

/** Names of a file are not unique (`DEB`, `TBA - TO BE ASSIGNED`); numbers are, but where two have none alike. */
function namesApart(sets: readonly ElementSet[]): string[] {
  const countOf = (words: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const given = countOf(sets.map(({ name }) => name));
  const numbered = sets.map(({ name, id }) => (given.get(name) === 1 || name === id ? name : `${name} ${id}`));
  const counts = countOf(numbered);
  const seen = new Map<string, number>();
  return numbered.map((name) => {
    if (counts.get(name) === 1) return name;
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return `${name} (${place})`;
  });
}

/**
 * Inertial (TEME) positions by SGP4, `tS` seconds after the epoch.
 *
 * Elements age: errors grow by 1 to 3 km a day in low orbit, far more for satellites that thrust.
 *
 * @param outKm receives [satellite][xyz] from `offset`; NaN where a satellite has come down or SGP4 gives up
 * @returns how many satellites are NaN
 * @source vallado-2006, appendix
 */
export function elementPositionsEciKm(orbits: ElementOrbits, tS: number, outKm: Float64Array, offset = 0): number {
  return moveElements(orbits, tS, outKm, null, offset);
}

/** Inertial positions and velocities by SGP4; see {@link elementPositionsEciKm}. @returns how many satellites are NaN */
export function elementStatesEci(
  orbits: ElementOrbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array,
  offset = 0,
): number {
  return moveElements(orbits, tS, outKm, outKmS, offset);
}

/** Epochs are subtracted as seconds: one Julian date as a double would be 40 µs, 0.3 m, coarse. */
function moveElements(
  orbits: ElementOrbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array | null,
  offset: number,
): number {
  const { count, epochUnixS } = orbits;
  let failed = 0;
  for (let k = 0; k < count; k++) {
    const o = offset + 3 * k;
    const state = stateOf(orbits, k, epochUnixS, tS);
    const ok = state !== null;
    if (!ok) failed++;
    outKm[o] = ok ? state.position.x : Number.NaN;
    outKm[o + 1] = ok ? state.position.y : Number.NaN;
    outKm[o + 2] = ok ? state.position.z : Number.NaN;
    if (!outKmS) continue;
    outKmS[o] = ok ? state.velocity.x : Number.NaN;
    outKmS[o + 1] = ok ? state.velocity.y : Number.NaN;
    outKmS[o + 2] = ok ? state.velocity.z : Number.NaN;
  }
  return failed;
}

/** The state of one satellite by its set nearest the moment; null where it is not there. */
function stateOf(orbits: ElementOrbits, k: number, epochUnixS: number, tS: number) {
  const history = orbits.histories[k];
  if (!history) {
    const { satrecs, boundsKm, elementsUnixS } = orbits;
    const state = sgp4(satrecs[k], (epochUnixS - elementsUnixS[k] + tS) / 60);
    return state !== null && isBetween(state.position, boundsKm[2 * k], boundsKm[2 * k + 1]) ? state : null;
  }
  const set = nearestSet(history, epochUnixS + tS);
  const state = sgp4(set.satrec, (epochUnixS - set.epochUnixS + tS) / 60);
  const [lowKm, highKm] = radiusBoundsKm(set.satrec);
  return state !== null && isBetween(state.position, lowKm, highKm) ? state : null;
}

/** The last of those nearest a moment. @param history in time */
function nearestSet(history: readonly ElementSet[], unixS: number): ElementSet {
  let nearest = history[0];
  for (const set of history)
    if (Math.abs(set.epochUnixS - unixS) <= Math.abs(nearest.epochUnixS - unixS)) nearest = set;
  return nearest;
}

/** False for NaN too. */
function isBetween({ x, y, z }: { x: number; y: number; z: number }, lowKm: number, highKm: number): boolean {
  const squared = x * x + y * y + z * z;
  return squared >= lowKm * lowKm && squared <= highKm * highKm;
}

const SGP4_CODES = [1, 2, 3, 4, 5, 6] as const;

/** What a code of SGP4 says of the elements, in words; empty for a code that it does not have. */
export function sgp4Words(code: number): Said | '' {
  const known = SGP4_CODES.find((each) => each === code);
  return known === undefined ? '' : said(`elements.sgp4-${known}`);
}

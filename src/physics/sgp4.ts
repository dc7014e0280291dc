import { type SatRec, sgp4 } from 'satellite.js';

/** The elements of one satellite, read from a file and ready for SGP4. */
export interface ElementSet {
  name: string;
  /** catalogue number as text */
  id: string;
  epochUnixS: number;
  satrec: SatRec;
}

/** Satellites that move by SGP4 from published elements; every array is [satellite]. */
export interface ElementOrbits {
  kind: 'elements';
  count: number;
  names: string[];
  ids: string[];
  satrecs: SatRec[];
  /** epoch of each satellite's elements */
  elementsUnixS: Float64Array;
  /** epoch that tS counts from */
  epochUnixS: number;
}

/** Gathers element sets under one epoch. @param epochUnixS what tS = 0 means */
export function elementOrbits(sets: readonly ElementSet[], epochUnixS: number): ElementOrbits {
  if (!Number.isFinite(epochUnixS)) throw new RangeError(`epochUnixS must be finite: ${epochUnixS}`);
  return {
    kind: 'elements',
    count: sets.length,
    names: sets.map((set) => set.name),
    ids: sets.map((set) => set.id),
    satrecs: sets.map((set) => set.satrec),
    elementsUnixS: Float64Array.from(sets, (set) => set.epochUnixS),
    epochUnixS,
  };
}

/**
 * Inertial (TEME) positions by SGP4, `tS` seconds after the epoch.
 *
 * Elements age: errors grow by 1 to 3 km a day in low orbit, far more for satellites that thrust.
 *
 * @param outKm receives [satellite][xyz] from `offset`; NaN where a satellite has decayed or SGP4 gives up
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
  const { count, satrecs, elementsUnixS, epochUnixS } = orbits;
  let failed = 0;
  for (let k = 0; k < count; k++) {
    const o = offset + 3 * k;
    const state = sgp4(satrecs[k], (epochUnixS - elementsUnixS[k] + tS) / 60);
    const ok = state !== null && Number.isFinite(state.position.x + state.position.y + state.position.z);
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

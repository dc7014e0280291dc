import { DAY_S, TAU_RAD } from './constants.ts';
import { turnAxesZ } from './frames.ts';
import { type KeplerOrbits, keplerPositionsEciKm, keplerStatesEci } from './kepler-orbits.ts';
import { type ElementOrbits, elementPositionsEciKm, elementStatesEci } from './sgp4.ts';
import { type WalkerOrbits, walkerPositionsEcefKm, walkerPositionsEciKm, walkerStatesEci } from './walker.ts';

/** Satellites that can be moved in time; plain data that survives structuredClone. */
export type Orbits = WalkerOrbits | KeplerOrbits | ElementOrbits;

/** Number of satellites. */
export function orbitCount(orbits: Orbits): number {
  return orbits.count;
}

/** Time of the quickest satellite for one turn, s; Infinity where there is none. */
export function shortestPeriodS(orbits: Orbits): number {
  switch (orbits.kind) {
    case 'walker':
      return TAU_RAD / orbits.meanMotionRadS;
    case 'kepler':
      return TAU_RAD / orbits.meanMotionRadS.reduce((most, each) => Math.max(most, each), 0);
    case 'elements':
      return DAY_S / orbits.mean.reduce((most, { meanMotionRevDay }) => Math.max(most, meanMotionRevDay), 0);
  }
}

/**
 * Inertial (TEME) positions of every satellite, `tS` seconds after the epoch.
 *
 * @param outKm receives [satellite][xyz] from `offset`; NaN where a satellite is not there
 * @returns how many are NaN
 */
export function orbitPositionsEciKm(orbits: Orbits, tS: number, outKm: Float64Array, offset = 0): number {
  switch (orbits.kind) {
    case 'walker':
      walkerPositionsEciKm(orbits, tS, outKm, offset);
      return 0;
    case 'kepler':
      keplerPositionsEciKm(orbits, tS, outKm, offset);
      return 0;
    case 'elements':
      return elementPositionsEciKm(orbits, tS, outKm, offset);
  }
}

/**
 * Earth-fixed positions of every satellite, `tS` seconds after the epoch.
 *
 * @param gmstRad sidereal time at `tS`
 * @param outKm receives [satellite][xyz] from `offset`; NaN where a satellite is not there
 * @returns how many are NaN
 */
export function orbitPositionsEcefKm(
  orbits: Orbits,
  tS: number,
  gmstRad: number,
  outKm: Float64Array,
  offset = 0,
): number {
  if (orbits.kind === 'walker') {
    walkerPositionsEcefKm(orbits, tS, gmstRad, outKm, offset);
    return 0;
  }
  const failed = orbitPositionsEciKm(orbits, tS, outKm, offset);
  turnAxesZ(gmstRad, outKm, outKm, orbits.count, offset);
  return failed;
}

/**
 * Inertial (TEME) positions and velocities of every satellite, `tS` seconds after the epoch.
 *
 * @param outKm receives [satellite][xyz] from `offset`
 * @param outKmS receives [satellite][xyz] from `offset`
 * @returns how many are NaN
 */
export function orbitStatesEci(
  orbits: Orbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array,
  offset = 0,
): number {
  switch (orbits.kind) {
    case 'walker':
      walkerStatesEci(orbits, tS, outKm, outKmS, offset);
      return 0;
    case 'kepler':
      keplerStatesEci(orbits, tS, outKm, outKmS, offset);
      return 0;
    case 'elements':
      return elementStatesEci(orbits, tS, outKm, outKmS, offset);
  }
}

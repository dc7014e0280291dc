import { DEG_RAD, EARTH_EQUATORIAL_RADIUS_KM, EARTH_J2_RATIO, EARTH_MU_KM3_S2, TAU_RAD } from './constants.ts';

/** A Walker constellation T/P/F: evenly spaced satellites on circular orbits in evenly spaced planes. */
export interface WalkerShell {
  /** delta: planes spread over 360° of right ascension; star: over 180° */
  pattern: 'delta' | 'star';
  planes: number;
  satellitesPerPlane: number;
  /** above the equatorial radius */
  altitudeKm: number;
  inclinationDeg: number;
  /** Walker's F: a plane is ahead of the one before by 360 F / T degrees; any real number */
  phasing: number;
  /** odd planes shifted ahead by half a slot, on top of the phasing */
  alternateHalfSlot?: boolean;
  /** right ascension of the first plane at the epoch */
  raanOffsetDeg?: number;
  /** right ascension that the planes share out evenly; 360 for delta, 180 for star */
  raanSpreadDeg?: number;
  /** argument of latitude of the first satellite at the epoch */
  phaseOffsetDeg?: number;
}

/** A Walker shell ready to move: satellite index = plane × satellitesPerPlane + slot. */
export interface WalkerOrbits {
  kind: 'walker';
  count: number;
  planes: number;
  satellitesPerPlane: number;
  semiMajorAxisKm: number;
  inclinationRad: number;
  /** rate of the argument of latitude, J2 drift included */
  meanMotionRadS: number;
  /** drift of the node by J2 */
  raanRateRadS: number;
  /** [plane] at the epoch */
  raanRad: Float64Array;
  raanCos: Float64Array;
  raanSin: Float64Array;
  /** [plane] argument of latitude of slot 0 at the epoch */
  planePhaseRad: Float64Array;
  planePhaseCos: Float64Array;
  planePhaseSin: Float64Array;
  /** [slot] argument of latitude ahead of slot 0 */
  slotCos: Float64Array;
  slotSin: Float64Array;
}

/**
 * Prepares a Walker shell: u = 360° s/S + 360° F p/T, Ω = spread p/P, with the secular drift of node and argument of latitude by J2.
 *
 * Circular orbits of mean altitude; short-period terms of J2 (under 10 km), drag and resonances are left out, as a kept
 * constellation flies them out.
 *
 * @throws RangeError where a count or a size is impossible
 * @source walker-1984, section 2
 * @source vallado-2013, equations 9-38 to 9-41
 */
export function compileWalker(shell: WalkerShell): WalkerOrbits {
  checkShell(shell);
  const { planes, satellitesPerPlane, altitudeKm } = shell;
  const count = planes * satellitesPerPlane;
  const semiMajorAxisKm = EARTH_EQUATORIAL_RADIUS_KM + altitudeKm;
  const inclinationRad = shell.inclinationDeg * DEG_RAD;
  const spreadRad = (shell.raanSpreadDeg ?? (shell.pattern === 'star' ? 180 : 360)) * DEG_RAD;
  const slotRad = TAU_RAD / satellitesPerPlane;
  const raanRad = new Float64Array(planes);
  const planePhaseRad = new Float64Array(planes);
  for (let p = 0; p < planes; p++) {
    raanRad[p] = (shell.raanOffsetDeg ?? 0) * DEG_RAD + (spreadRad * p) / planes;
    const half = shell.alternateHalfSlot && p % 2 === 1 ? slotRad / 2 : 0;
    planePhaseRad[p] = (shell.phaseOffsetDeg ?? 0) * DEG_RAD + (TAU_RAD * shell.phasing * p) / count + half;
  }
  const slotsRad = Float64Array.from({ length: satellitesPerPlane }, (_, s) => slotRad * s);
  const rates = circularJ2Rates(semiMajorAxisKm, inclinationRad);
  return {
    kind: 'walker',
    count,
    planes,
    satellitesPerPlane,
    semiMajorAxisKm,
    inclinationRad,
    meanMotionRadS: rates.argLatitudeRateRadS,
    raanRateRadS: rates.raanRateRadS,
    raanRad,
    raanCos: raanRad.map(Math.cos),
    raanSin: raanRad.map(Math.sin),
    planePhaseRad,
    planePhaseCos: planePhaseRad.map(Math.cos),
    planePhaseSin: planePhaseRad.map(Math.sin),
    slotCos: slotsRad.map(Math.cos),
    slotSin: slotsRad.map(Math.sin),
  };
}

/** Secular rates of a circular orbit under J2. @source vallado-2013, equations 9-38 to 9-41 */
export function circularJ2Rates(
  semiMajorAxisKm: number,
  inclinationRad: number,
): { argLatitudeRateRadS: number; raanRateRadS: number } {
  const n = Math.sqrt(EARTH_MU_KM3_S2 / semiMajorAxisKm ** 3);
  const strength = 1.5 * EARTH_J2_RATIO * (EARTH_EQUATORIAL_RADIUS_KM / semiMajorAxisKm) ** 2;
  const c = Math.cos(inclinationRad);
  return { argLatitudeRateRadS: n * (1 + strength * (4 * c * c - 1)), raanRateRadS: -n * strength * c };
}

/** Two-body period of a circular orbit, without J2. */
export function circularPeriodS(semiMajorAxisKm: number): number {
  return TAU_RAD * Math.sqrt(semiMajorAxisKm ** 3 / EARTH_MU_KM3_S2);
}

/**
 * Inertial (TEME) positions of every satellite of a shell `tS` seconds after the epoch.
 *
 * One sine and cosine a shell; satellites follow by turning precomputed phases.
 *
 * @param outKm receives [satellite][xyz] from `offset`
 */
export function walkerPositionsEciKm(orbits: WalkerOrbits, tS: number, outKm: Float64Array, offset = 0): void {
  turnPhases(orbits, orbits.meanMotionRadS * tS, orbits.raanRateRadS * tS, orbits.semiMajorAxisKm, outKm, offset);
}

/**
 * Earth-fixed positions; the Earth's rotation costs nothing, it only turns the nodes.
 *
 * @param gmstRad sidereal time at `tS`
 * @param outKm receives [satellite][xyz] from `offset`
 */
export function walkerPositionsEcefKm(
  orbits: WalkerOrbits,
  tS: number,
  gmstRad: number,
  outKm: Float64Array,
  offset = 0,
): void {
  turnPhases(
    orbits,
    orbits.meanMotionRadS * tS,
    orbits.raanRateRadS * tS - gmstRad,
    orbits.semiMajorAxisKm,
    outKm,
    offset,
  );
}

/**
 * Inertial (TEME) positions and velocities; the velocity is the derivative of the position, drift of the node included.
 *
 * @param outKm receives [satellite][xyz] from `offset`
 * @param outKmS receives [satellite][xyz] from `offset`
 */
export function walkerStatesEci(
  orbits: WalkerOrbits,
  tS: number,
  outKm: Float64Array,
  outKmS: Float64Array,
  offset = 0,
): void {
  const { meanMotionRadS, raanRateRadS, semiMajorAxisKm, count } = orbits;
  const uRad = meanMotionRadS * tS;
  const driftRad = raanRateRadS * tS;
  turnPhases(orbits, uRad, driftRad, semiMajorAxisKm, outKm, offset);
  turnPhases(orbits, uRad + Math.PI / 2, driftRad, semiMajorAxisKm * meanMotionRadS, outKmS, offset);
  const end = offset + 3 * count;
  for (let i = offset; i < end; i += 3) {
    outKmS[i] -= raanRateRadS * outKm[i + 1];
    outKmS[i + 1] += raanRateRadS * outKm[i];
  }
}

/** Writes size × (cos u P + sin u Q) for every satellite, u and Ω turned on by the given angles. */
function turnPhases(
  orbits: WalkerOrbits,
  uRad: number,
  nodeRad: number,
  size: number,
  out: Float64Array,
  offset: number,
): void {
  const { planes, satellitesPerPlane, raanCos, raanSin, planePhaseCos, planePhaseSin, slotCos, slotSin } = orbits;
  const cosI = Math.cos(orbits.inclinationRad);
  const sinI = Math.sin(orbits.inclinationRad);
  const cosU = Math.cos(uRad);
  const sinU = Math.sin(uRad);
  const cosN = Math.cos(nodeRad);
  const sinN = Math.sin(nodeRad);
  let o = offset;
  for (let p = 0; p < planes; p++) {
    const c = size * (planePhaseCos[p] * cosU - planePhaseSin[p] * sinU); // slot 0
    const s = size * (planePhaseSin[p] * cosU + planePhaseCos[p] * sinU);
    const cosW = raanCos[p] * cosN - raanSin[p] * sinN;
    const sinW = raanSin[p] * cosN + raanCos[p] * sinN;
    const ax = c * cosW - s * sinW * cosI; // where slot 0 is
    const ay = c * sinW + s * cosW * cosI;
    const az = s * sinI;
    const bx = -s * cosW - c * sinW * cosI; // a quarter of an orbit ahead of it
    const by = -s * sinW + c * cosW * cosI;
    const bz = c * sinI;
    for (let k = 0; k < satellitesPerPlane; k++) {
      const pc = slotCos[k];
      const ps = slotSin[k];
      out[o] = pc * ax + ps * bx;
      out[o + 1] = pc * ay + ps * by;
      out[o + 2] = pc * az + ps * bz;
      o += 3;
    }
  }
}

function checkShell(shell: WalkerShell): void {
  const { planes, satellitesPerPlane, altitudeKm } = shell;
  const whole = (name: string, value: number) => {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number from 1: ${value}`);
  };
  whole('planes', planes);
  whole('satellitesPerPlane', satellitesPerPlane);
  if (!(altitudeKm > 0 && altitudeKm < 1e6)) throw new RangeError(`altitudeKm must be in (0, 1000000): ${altitudeKm}`);
  const angles = ['inclinationDeg', 'phasing', 'raanOffsetDeg', 'raanSpreadDeg', 'phaseOffsetDeg'] as const;
  for (const name of angles) {
    if (!Number.isFinite(shell[name] ?? 0)) throw new RangeError(`${name} must be finite: ${shell[name]}`);
  }
}

import { WGS84 } from './constants.ts';
import { eciFromEcef, eciVelocityFromEcef, localFrame } from './frames.ts';

/** A point on or near the ground. */
export interface SurfacePoint {
  /** Geodetic. */
  latitudeRad: number;
  longitudeRad: number;
  /** Above the ellipsoid. */
  heightKm: number;
}

/** A great circle over the Earth: the vertical at its start and the horizontal direction in which it leaves. */
export interface GroundTrack {
  upEcef: Float64Array;
  aheadEcef: Float64Array;
}

/** The great circle that leaves a point at an azimuth clockwise from north. */
export function groundTrack(from: SurfacePoint, azimuthRad: number): GroundTrack {
  const { eastEcef, northEcef, upEcef } = localFrame(from.latitudeRad, from.longitudeRad);
  const c = Math.cos(azimuthRad);
  const s = Math.sin(azimuthRad);
  const aheadEcef = new Float64Array(3);
  for (let i = 0; i < 3; i++) aheadEcef[i] = c * northEcef[i] + s * eastEcef[i];
  return { upEcef, aheadEcef };
}

/** Where something is along a ground track, and how fast it moves over the rotating Earth. */
export interface TrackState {
  /** Angle travelled along the great circle. */
  arcRad: number;
  arcRateRadS: number;
  /** Above the ellipsoid. */
  altitudeKm: number;
  climbKmS: number;
}

/**
 * Earth-fixed position and velocity of a state on a ground track, on the WGS84 ellipsoid.
 *
 * The great circle joins geodetic verticals (latitude and longitude taken as spherical); altitude is exact.
 *
 * @param outPositionKm receives xyz at `offset`
 * @param outVelocityKmS receives xyz at `offset`: the exact time derivative of the position
 */
export function ecefOnTrack(
  track: GroundTrack,
  state: TrackState,
  outPositionKm: Float64Array,
  outVelocityKmS: Float64Array,
  offset = 0,
): void {
  const { upEcef: u, aheadEcef: a } = track;
  const e2 = WGS84.flatteningRatio * (2 - WGS84.flatteningRatio);
  const c = Math.cos(state.arcRad);
  const s = Math.sin(state.arcRad);
  const rate = state.arcRateRadS;
  const nz = c * u[2] + s * a[2];
  const nzRate = rate * (c * a[2] - s * u[2]);
  const w2 = 1 - e2 * nz * nz;
  const N = WGS84.equatorialRadiusKm / Math.sqrt(w2); // prime vertical radius
  const nRate = (N * e2 * nz * nzRate) / w2;
  for (let i = 0; i < 3; i++) {
    const squash = i === 2 ? 1 - e2 : 1;
    const n = c * u[i] + s * a[i];
    const turn = rate * (c * a[i] - s * u[i]);
    outPositionKm[offset + i] = (N * squash + state.altitudeKm) * n;
    outVelocityKmS[offset + i] = (nRate * squash + state.climbKmS) * n + (N * squash + state.altitudeKm) * turn;
  }
}

/**
 * Inertial position and velocity of a state on a ground track, for an Earth turned by an angle.
 *
 * @param outPositionKm receives xyz at `offset`
 * @param outVelocityKmS receives xyz at `offset`, the Earth's rotation included
 */
export function eciOnTrack(
  track: GroundTrack,
  state: TrackState,
  earthAngleRad: number,
  outPositionKm: Float64Array,
  outVelocityKmS: Float64Array,
  offset = 0,
): void {
  ecefOnTrack(track, state, outPositionKm, outVelocityKmS, offset);
  eciVelocityFromEcef(earthAngleRad, outPositionKm, outVelocityKmS, outVelocityKmS, offset);
  eciFromEcef(earthAngleRad, outPositionKm, outPositionKm, 1, offset);
}

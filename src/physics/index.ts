/**
 * Stable physics of the package: time and frames, orbits, sight lines. Kilometres, seconds, radians.
 * @module
 */
export {
  DAY_S,
  DEG_RAD,
  EARTH_EQUATORIAL_RADIUS_KM,
  EARTH_J2_RATIO,
  EARTH_MEAN_RADIUS_KM,
  EARTH_MU_KM3_S2,
  EARTH_ROTATION_RAD_S,
  type Ellipsoid,
  LIGHT_SPEED_KM_S,
  STANDARD_GRAVITY_KM_S2,
  WGS72,
  WGS84,
} from './constants.ts';
export { type ElementFormat, elementFormat, parseElements } from './element-file.ts';
export type { ElementProblem, ParsedElements } from './element-problem.ts';
export { ecefFromGeodetic, geodeticFromEcef } from './ellipsoid.ts';
export {
  ecefFromEci,
  ecefVelocityFromEci,
  eciFromEcef,
  eciVelocityFromEcef,
  type LocalFrame,
  localFrame,
  lookAngles,
} from './frames.ts';
export { bearingRad, centralAngleRad, destination, greatCircleKm } from './great-circle.ts';
export {
  eccentricAnomaly,
  elementsFromState,
  meanFromTrueRad,
  type OrbitalElements,
  stateFromElements,
  trueFromMeanRad,
} from './kepler.ts';
export {
  compileKepler,
  GEOSTATIONARY_RADIUS_KM,
  geostationaryOrbits,
  type KeplerOrbits,
  type KeplerSatellite,
  molniyaSatellite,
} from './kepler-orbits.ts';
export { type Orbits, orbitCount, orbitPositionsEcefKm, orbitPositionsEciKm, orbitStatesEci } from './orbits.ts';
export { type ElementOrbits, type ElementSet, elementOrbits } from './sgp4.ts';
export {
  capElevationRad,
  capHalfAngleRad,
  clearRangeKm,
  type GrazingSurface,
  grazingSurface,
  horizonAngleRad,
  isClear,
  maxLinkKm,
  radarElevationRad,
  radarHorizonKm,
  rangeOverEarthKm,
  slantRangeKm,
} from './sight.ts';
export { gmstRad, isoFromUnixS, unixSFromIso } from './time.ts';
export { positionAt, type Trajectory } from './trajectory.ts';
export { propagateTwoBody } from './two-body.ts';
export { circularPeriodS, compileWalker, type WalkerOrbits, type WalkerShell } from './walker.ts';

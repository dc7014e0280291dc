/** A reference ellipsoid of revolution. */
export interface Ellipsoid {
  equatorialRadiusKm: number;
  /** (a - b) / a */
  flatteningRatio: number;
}

/**
 * World Geodetic System 1984.
 * @source nga-2014-wgs84, table 3.1
 */
export const WGS84: Ellipsoid = { equatorialRadiusKm: 6378.137, flatteningRatio: 1 / 298.257223563 };

/**
 * World Geodetic System 1972, the system of the SGP4 constants.
 * @source vallado-2006, section "Physical constants"
 */
export const WGS72: Ellipsoid = { equatorialRadiusKm: 6378.135, flatteningRatio: 1 / 298.26 };

/**
 * Gravitational parameter of the Earth with its atmosphere, km³/s².
 * @source nga-2014-wgs84, table 3.1
 */
export const EARTH_MU_KM3_S2 = 398600.4418;

/**
 * Equatorial radius; satellite altitudes are counted from it.
 * @source nga-2014-wgs84, table 3.1
 */
export const EARTH_EQUATORIAL_RADIUS_KM = 6378.137;

/**
 * Mean radius (2a + b) / 3 of the ellipsoid, for spherical geometry.
 * @source nga-2014-wgs84, table 3.6
 */
export const EARTH_MEAN_RADIUS_KM = 6371.0087714;

/**
 * Second zonal harmonic of the Earth's gravity, from the normalised C20 = -4.84166774985e-4.
 * @source nga-2014-wgs84, table 3.2
 */
export const EARTH_J2_RATIO = 1.08262982e-3;

/**
 * Rotation rate of the Earth.
 * @source nga-2014-wgs84, table 3.1
 */
export const EARTH_ROTATION_RAD_S = 7.292115e-5;

/**
 * Speed of light in vacuum, exact by definition of the metre.
 * @source bipm-2019-si, section 2.2
 */
export const LIGHT_SPEED_KM_S = 299792.458;

/**
 * Standard acceleration of gravity, exact by convention.
 * @source bipm-2019-si, section 5.4
 */
export const STANDARD_GRAVITY_KM_S2 = 9.80665e-3;

/** Seconds in a day of 24 hours. */
export const DAY_S = 86400;

export const TAU_RAD = 2 * Math.PI;
export const DEG_RAD = Math.PI / 180;

const TWO_OVER_PI = 2 / Math.PI;

/**
 * Satellites on orbit for each one in reach, when a shell is evenly spread and the reach is a flat disc.
 *
 * The disc area over the area of the sphere up to the greatest latitude covered. Leaves out the crowding of real orbits
 * towards their highest latitude and the curvature of the disc.
 *
 * @param sphereRadiusKm distance from the Earth's centre at which areas are compared
 * @param discRadiusKm radius of the disc in reach, above 0
 * @param maxLatitudeRad latitude up to which the shell covers both hemispheres, above 0 to pi/2
 * @returns ratio, Infinity for a disc of no size
 * @source aei-sbi-calculator, formula of the absentee ratio
 */
export function discAbsenteeRatio(sphereRadiusKm: number, discRadiusKm: number, maxLatitudeRad = Math.PI / 2): number {
  return (4 * sphereRadiusKm * sphereRadiusKm * Math.sin(maxLatitudeRad)) / (discRadiusKm * discRadiusKm);
}

/**
 * Radius of the disc in reach that an absentee ratio stands for: the inverse of `discAbsenteeRatio`.
 *
 * @source aei-sbi-calculator, formula of the absentee ratio
 */
export function discRadiusKm(sphereRadiusKm: number, absenteeRatio: number, maxLatitudeRad = Math.PI / 2): number {
  return 2 * sphereRadiusKm * Math.sqrt(Math.sin(maxLatitudeRad) / absenteeRatio);
}

/**
 * Satellites on orbit for each one in reach, when a shell is evenly spread over the whole sphere: the exact cap.
 *
 * @param reachRad Earth-central half-angle of the reach, above 0 to pi
 * @source wertz-1999, area of a spherical cap
 */
export function capAbsenteeRatio(reachRad: number): number {
  const sine = Math.sin(reachRad / 2);
  return 1 / (sine * sine);
}

/**
 * How much denser than evenly spread satellites on circular orbits stand at a latitude, averaged over time.
 *
 * Infinite at the latitude of the inclination itself, 0 beyond; a band of finite width always has a finite mean.
 *
 * @param inclinationRad from 0 to pi
 * @param latitudeRad from -pi/2 to pi/2
 * @source wertz-1999, latitude distribution of a circular orbit
 */
export function latitudeConcentration(inclinationRad: number, latitudeRad: number): number {
  const top = Math.sin(inclinationRad);
  const here = Math.sin(latitudeRad);
  const gap = (top - here) * (top + here);
  return gap < 0 ? 0 : TWO_OVER_PI / Math.sqrt(gap);
}

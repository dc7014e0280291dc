import { EARTH_EQUATORIAL_RADIUS_KM } from '../../physics/constants.ts';
import { GEOSTATIONARY_RADIUS_KM } from '../../physics/kepler-orbits.ts';
import { capHalfAngleRad } from '../../physics/sight.ts';
import { satelliteCount } from '../satellite-count.ts';
import { compileEphemeris } from './ephemeris.ts';
import type { SensorKind } from './sensor-kind.ts';
import { spaceView } from './space-view.ts';

const GEOSTATIONARY_KM = GEOSTATIONARY_RADIUS_KM - EARTH_EQUATORIAL_RADIUS_KM;
/** Above it a constellation serves as one in medium orbit. */
const LOW_ORBIT_KM = 2000;

/** Satellites. */
export const spaceSensor: SensorKind = {
  about: 'infrared satellites',
  place: 'orbit',
  sees: ['boost'],
  unitCount: satelliteCount,
  functionId({ shells = [], geostationary, elliptical }) {
    if (geostationary?.length || elliptical?.length) return 'ir-tracking-geo';
    return Math.max(0, ...shells.map(({ altitudeKm }) => altitudeKm)) > LOW_ORBIT_KM
      ? 'ir-tracking-meo'
      : 'ir-tracking-leo';
  },
  shareInSight({ shells, geostationary }, heightKm) {
    const highestKm = Math.max(0, ...(shells ?? []).map(({ altitudeKm }) => altitudeKm));
    const fromKm = geostationary?.length ? GEOSTATIONARY_KM : highestKm || GEOSTATIONARY_KM;
    return (1 - Math.cos(capHalfAngleRad(fromKm, 0) + capHalfAngleRad(heightKm, 0))) / 2;
  },
  view({ plan, element, world, toS }, spare) {
    if (!('parts' in element)) throw new RangeError(`${plan.id}: a sensor in space must have orbits`);
    const span = { startS: world.startS, fromS: 0, toS: Math.max(toS, 1) };
    const ephemeris = compileEphemeris(element, span, spare?.ephemeris);
    return spaceView(plan, world.architecture.threats, ephemeris);
  },
};

import type { SensorPlan } from '../../flow/architecture.ts';
import type { GroundElement, ThreatFlight, World } from '../../flow/world.ts';
import { angleBetweenRad } from '../../num/vec.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM, EARTH_ROTATION_RAD_S, TAU_RAD } from '../../physics/constants.ts';
import { geodeticFromEcef } from '../../physics/ellipsoid.ts';
import { ecefFromEci, eciFromEcef, type LocalFrame, localFrame, lookAngles } from '../../physics/frames.ts';
import { RADAR_EARTH_RATIO } from '../../physics/sight.ts';
import { positionAt } from '../../physics/trajectory.ts';
import { apparentElevationRad } from './radar-elevation.ts';
import { rangeLimitKm, rangeRatio } from './radar-range.ts';
import type { SensorView } from './view.ts';

/** More than the air ever bends a ray on its way up. */
const MOST_BENDING_RAD = 0.025;

/**
 * What ground radars see.
 *
 * The target is inside the sector in azimuth, between the lowest and highest elevation (bending by the air included, see
 * `apparentElevationRad`; without a lowest elevation, above the antenna's own horizon) and within range. Range grows with the fourth root of
 * the target's cross section over the reference one. Terrain, clutter, jamming, scan losses and sharing of
 * power among targets are left out.
 *
 * @source skolnik-2008, section 1.2
 */
export function groundView(plan: SensorPlan, element: GroundElement, world: World): SensorView {
  const frames = siteFrames(element, (plan.antennaHeightM ?? 0) / 1000);
  const highestRad = (plan.maxElevationDeg ?? 90) * DEG_RAD;
  const centerRad = (plan.sectorCenterDeg ?? 0) * DEG_RAD;
  const halfWidthRad = ((plan.sectorWidthDeg ?? 360) / 2) * DEG_RAD;
  const sensorEciKm = new Float64Array(3);
  const target = new Float64Array(3);
  const geodetic = new Float64Array(3);
  const look = new Float64Array(3);
  let site = frames[0];
  let lowestRad = 0;
  let flight: ThreatFlight;
  let reachKm = Infinity;

  return {
    sensorEciKm,
    aimFlight(next) {
      flight = next;
      reachKm = rangeLimitKm(plan) * rangeRatio(plan, world.architecture.threats[next.planIndex]);
    },
    aimUnit(next) {
      site = frames[next];
      lowestRad = plan.minElevationDeg === undefined ? -site.dipRad : plan.minElevationDeg * DEG_RAD;
    },
    nextPossibleS: (tS) => tS,
    rangeKm(tS) {
      const gmst = world.gmstRad + EARTH_ROTATION_RAD_S * tS;
      positionAt(flight.trajectory, tS - flight.launchS, target);
      ecefFromEci(gmst, target, target);
      lookAngles(site.frame, target, look);
      const elevationRad = look[1];
      if (!(look[2] <= reachKm && elevationRad >= lowestRad - MOST_BENDING_RAD && elevationRad <= highestRad)) {
        return Number.NaN;
      }
      const offCenterRad = Math.abs(look[0] - centerRad) % TAU_RAD;
      if (Math.min(offCenterRad, TAU_RAD - offCenterRad) > halfWidthRad + 1e-12) return Number.NaN;
      if (elevationRad < lowestRad + MOST_BENDING_RAD) {
        geodeticFromEcef(target, geodetic);
        const groundKm = EARTH_MEAN_RADIUS_KM * angleBetweenRad(site.frame.positionEcefKm, 0, target, 0);
        if (apparentElevationRad(elevationRad, groundKm, site.heightKm, geodetic[2]) < lowestRad) return Number.NaN;
      }
      eciFromEcef(gmst, site.frame.positionEcefKm, sensorEciKm);
      return look[2];
    },
  };
}

/** The antenna of a radar at its site. */
interface RadarSite {
  frame: LocalFrame;
  heightKm: number;
  /** Angle by which the horizon lies under the horizontal, 4/3 Earth. */
  dipRad: number;
}

function siteFrames(element: GroundElement, antennaKm: number): RadarSite[] {
  const geodetic = new Float64Array(3 * element.count);
  geodeticFromEcef(element.positionEcefKm, geodetic, element.count);
  return Array.from({ length: element.count }, (_, unit) => {
    const heightKm = Math.max(0, geodetic[3 * unit + 2]) + antennaKm;
    const k = RADAR_EARTH_RATIO * EARTH_MEAN_RADIUS_KM;
    return {
      frame: localFrame(geodetic[3 * unit], geodetic[3 * unit + 1], geodetic[3 * unit + 2] + antennaKm),
      heightKm,
      dipRad: Math.acos(k / (k + heightKm)),
    };
  });
}

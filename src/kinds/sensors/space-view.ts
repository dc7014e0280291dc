import type { SensorPlan, ThreatPlan } from '../../flow/architecture.ts';
import type { ThreatFlight } from '../../flow/world.ts';
import { angleBetweenRad, norm } from '../../num/vec.ts';
import { EARTH_EQUATORIAL_RADIUS_KM, EARTH_ROTATION_RAD_S, WGS84 } from '../../physics/constants.ts';
import { VERTICAL_RAD } from '../../physics/ellipsoid.ts';
import { glowAtKwSr } from '../../physics/glow.ts';
import { grazingSurface, polarRadiusKm, rangeOverEarthKm } from '../../physics/sight.ts';
import { positionAt, type Trajectory } from '../../physics/trajectory.ts';
import { type Ephemeris, intervalAt, unitPositionEciKm } from './ephemeris.ts';
import { rangeLimitKm, rangeRatio } from './radar-range.ts';
import { satelliteSight } from './satellite-sight.ts';
import type { SensorView } from './view.ts';

/**
 * What satellites see, infrared ones and space radars alike.
 *
 * A look finds the target where the straight line to it stays above the grazing height over the ellipsoid, the target is inside the field of regard
 * around the nadir and within the longest range where the class has one, and the target is above the cloud break, in whatever phase. A
 * radar's range grows with the fourth root of the target's cross section, and where its class has a least speed it finds only targets that come nearer or
 * go away over the ground faster than that: what flies across the line of sight is lost in the clutter of the ground behind it. An infrared sensor with a threshold finds a glider as far away as
 * its intensity at that moment carries, by the square of the distance. Every burning missile is bright enough. Clutter before an infrared sensor, how it
 * grows with sea and land, the Sun, air that
 * dims below the glide, and whether a cold body stands before the Earth or before space are left out: which phases a sensor detects is a property of its
 * class.
 *
 * @param threats groups that flights name by `planIndex`
 * @source wertz-1999, section 5.2
 * @source skolnik-2008, chapter 3, minimum detectable velocity of airborne radar
 */
export function spaceView(plan: SensorPlan, threats: readonly ThreatPlan[], ephemeris: Ephemeris): SensorView {
  const { grazingKm, cloudBreakKm, fieldOfRegardRad } = satelliteSight(plan);
  const surface = grazingSurface(grazingKm);
  const leastGrazingKm = polarRadiusKm(WGS84) + grazingKm;
  const regardCos = Math.cos(fieldOfRegardRad);
  const { thresholdKwSr, minTargetSpeedKmS = 0 } = plan;
  const { stepS, fromS, count, middle } = ephemeris;
  const intervals = ephemeris.knotCount - 1;
  const sensorEciKm = new Float64Array(3);
  const target = new Float64Array(3);
  const towards = new Float64Array(3 * intervals); // [interval][xyz] direction of the flight
  const leastCos = new Float64Array(intervals); // cosine of the widest angle at which a sight is possible
  const isPossible = new Uint8Array(intervals);
  let flight: ThreatFlight;
  let reachKm = Infinity;
  let glowFromS = Infinity;
  let unit = 0;

  return {
    sensorEciKm,
    ephemeris,
    aimFlight(next) {
      flight = next;
      reachKm = rangeLimitKm(plan) * rangeRatio(plan, threats[next.planIndex]);
      glowFromS = next.glow && thresholdKwSr !== undefined ? next.trajectory.glideStartS : Infinity;
      boundFlight(next, ephemeris, leastGrazingKm, towards, leastCos);
    },
    aimUnit(next) {
      unit = next;
      for (let k = 0; k < intervals; k++) {
        const a = 3 * (k * count + next);
        const cos =
          middle[a] * towards[3 * k] + middle[a + 1] * towards[3 * k + 1] + middle[a + 2] * towards[3 * k + 2];
        isPossible[k] = cos >= leastCos[k] ? 1 : 0;
      }
    },
    nextPossibleS(tS) {
      let k = intervalAt(ephemeris, tS);
      if (isPossible[k] === 1) return tS;
      while (k < intervals && isPossible[k] === 0) k++;
      return k < intervals ? fromS + k * stepS : Infinity;
    },
    rangeKm(tS) {
      const flownS = tS - flight.launchS;
      positionAt(flight.trajectory, flownS, target);
      if (cloudBreakKm > 0 && !(altitudeKm(target) >= cloudBreakKm)) return Number.NaN;
      unitPositionEciKm(ephemeris, unit, tS, sensorEciKm);
      const rangeKm = rangeOverEarthKm(sensorEciKm, 0, target, 0, surface);
      if (!(rangeKm <= reachKm)) return Number.NaN;
      if (minTargetSpeedKmS > 0 && closingKmS(flight.trajectory, flownS, sensorEciKm, target) < minTargetSpeedKmS)
        return Number.NaN;
      if (flownS >= glowFromS && !(rangeKm <= glowRangeKm(glowAtKwSr(flight.glow!, flownS), thresholdKwSr!)))
        return Number.NaN;
      let down = 0; // distance times radius times the cosine of the angle from the nadir
      for (let i = 0; i < 3; i++) down -= sensorEciKm[i] * (target[i] - sensorEciKm[i]);
      return down >= regardCos * rangeKm * norm(sensorEciKm) ? rangeKm : Number.NaN;
    },
  };
}

const later = new Float64Array(3);
/** Over which a speed is taken. */
const SPEED_STEP_S = 1;

/** Speed of a target over the ground along the line of sight to it, to or from the sensor. */
function closingKmS(trajectory: Trajectory, flownS: number, sensorKm: Float64Array, targetKm: Float64Array): number {
  const stepS = flownS + SPEED_STEP_S <= trajectory.impactS ? SPEED_STEP_S : -SPEED_STEP_S;
  positionAt(trajectory, flownS + stepS, later);
  const x = targetKm[0] - sensorKm[0];
  const y = targetKm[1] - sensorKm[1];
  const z = targetKm[2] - sensorKm[2];
  const turnedX = later[0] - targetKm[0] + EARTH_ROTATION_RAD_S * stepS * targetKm[1]; // less the Earth's own turn
  const turnedY = later[1] - targetKm[1] - EARTH_ROTATION_RAD_S * stepS * targetKm[0];
  const along = x * turnedX + y * turnedY + z * (later[2] - targetKm[2]);
  return Math.abs(along) / (Math.sqrt(x * x + y * y + z * z) * SPEED_STEP_S);
}

/** Farthest place from which an intensity is found; the threshold is that from 1,000 km. */
function glowRangeKm(intensityKwSr: number, thresholdKwSr: number): number {
  return 1000 * Math.sqrt(intensityKwSr / thresholdKwSr);
}

/** Height above the ellipsoid to 20 m, without iteration. */
function altitudeKm(positionKm: Float64Array): number {
  const radiusKm = norm(positionKm);
  const sin = positionKm[2] / radiusKm;
  return radiusKm - EARTH_EQUATORIAL_RADIUS_KM * (1 - WGS84.flatteningRatio * sin * sin);
}

/**
 * For each interval between knots, the direction of the flight and the widest angle at the Earth's centre under which any unit
 * can see any part of it: the two horizon angles, over the sphere inside the grazing surface, plus what both turn within half the interval.
 */
function boundFlight(
  flight: ThreatFlight,
  ephemeris: Ephemeris,
  leastGrazingKm: number,
  outTowards: Float64Array,
  outLeastCos: Float64Array,
): void {
  const { trajectory, launchS } = flight;
  const point = new Float64Array(9);
  for (let k = 0; k < outLeastCos.length; k++) {
    const fromS = Math.max(0, ephemeris.fromS + k * ephemeris.stepS - launchS);
    const toS = Math.min(trajectory.impactS, ephemeris.fromS + (k + 1) * ephemeris.stepS - launchS);
    outLeastCos[k] = 2; // no cosine is that large
    if (!(toS >= fromS)) continue;
    positionAt(trajectory, fromS, point, 0);
    positionAt(trajectory, (fromS + toS) / 2, point, 3);
    positionAt(trajectory, toS, point, 6);
    const radiusKm = Math.max(norm(point, 0), norm(point, 3), norm(point, 6)) + 10; // a little more between the samples
    const lowestKm = Math.min(norm(point, 0), norm(point, 3), norm(point, 6), leastGrazingKm);
    const turnRad = Math.max(angleBetweenRad(point, 0, point, 3), angleBetweenRad(point, 6, point, 3));
    const widestRad =
      Math.acos(Math.min(1, lowestKm / ephemeris.maxRadiusKm)) +
      Math.acos(Math.min(1, leastGrazingKm / radiusKm)) +
      VERTICAL_RAD +
      1.1 * (turnRad + ephemeris.halfTurnRad);
    outLeastCos[k] = widestRad >= Math.PI ? -2 : Math.cos(widestRad);
    const scale = 1 / norm(point, 3);
    for (let i = 0; i < 3; i++) outTowards[3 * k + i] = point[3 + i] * scale;
  }
}

import { capAbsenteeRatio } from '../../src/closed-forms/absentee.ts';
import { simulatedAbsentee } from '../../src/closed-forms/absentee-simulated.ts';
import { flyOutOf, reachKm } from '../../src/engage/fly-out.ts';
import { reachCount, reachRoom } from '../../src/engage/reach-count.ts';
import { EARTH_EQUATORIAL_RADIUS_KM } from '../../src/physics/constants.ts';
import { compileWalker } from '../../src/physics/walker.ts';
import type { ValidationCase, ValidationRow } from '../case-types.ts';
import { numberIn } from '../read-reference.ts';
import reference from './reference.csv?raw';

const FLY_OUT_S = 120;
const FLY_OUT = flyOutOf(15, 6, FLY_OUT_S);
const ALTITUDE_KM = 300;
const INTERCEPT_KM = 200;
const POINTS = 2000;
const TIMES = 20;

export const validation: ValidationCase = {
  id: 'absentee-walker',
  title: 'Absentee ratio of satellites on their orbits, averaged over the Earth, against the ideal one',
  level: 'published',
  source: 'T. Harrison, Space-Based Interceptor Calculator, American Enterprise Institute (2025)',
  run: (rows) => rows.map(compare),
};

export { reference };

function compare(row: Record<string, string>): ValidationRow {
  const planes = numberIn(row, 'planes');
  const inclinationDeg = numberIn(row, 'inclinationDeg');
  const exact = row.published === 'cap';
  return {
    what: `${planes} x ${row.satellitesPerPlane} at ${inclinationDeg} degrees, ${exact ? 'spherical cap' : 'flat disc of the calculator'}`,
    published: exact ? capAbsenteeRatio(reachRad()) : numberIn(row, 'published'),
    computed: simulate(planes, numberIn(row, 'satellitesPerPlane'), inclinationDeg),
    tolerance: exact ? 0.005 : 0.02,
    relative: true,
    unit: '',
    why: exact ? 'sampling: 2,000 places, 20 times' : 'the disc is flat and counts area at the intercept: 1.5 %',
  };
}

/** Earth-central angle between a satellite and a point of the intercept sphere on the edge of its reach. */
function reachRad(): number {
  const r = EARTH_EQUATORIAL_RADIUS_KM + ALTITUDE_KM;
  const q = EARTH_EQUATORIAL_RADIUS_KM + INTERCEPT_KM;
  return Math.acos((r * r + q * q - reachKm(FLY_OUT, FLY_OUT_S) ** 2) / (2 * r * q));
}

/** Ratio by counting, over places spread evenly on the sphere of intercepts (a golden spiral) and times of a day. */
function simulate(planes: number, satellitesPerPlane: number, inclinationDeg: number): number {
  const orbits = compileWalker({
    pattern: 'delta',
    planes,
    satellitesPerPlane,
    altitudeKm: ALTITUDE_KM,
    inclinationDeg,
    phasing: 1,
  });
  const room = reachRoom(satellitesPerPlane, 1);
  const path = { count: 1, tS: Float64Array.of(FLY_OUT_S), positionEciKm: new Float64Array(3) };
  const places = Array.from({ length: POINTS }, (_, i) => ({
    latDeg: (Math.asin(1 - (2 * i + 1) / POINTS) * 180) / Math.PI,
    lonDeg: (i * 137.50776405) % 360,
  }));
  const reachAt = (place: number, time: number): number => {
    const { latDeg, lonDeg } = places[place];
    const [lat, lon] = [(latDeg * Math.PI) / 180, (lonDeg * Math.PI) / 180];
    const radiusKm = EARTH_EQUATORIAL_RADIUS_KM + INTERCEPT_KM;
    path.positionEciKm[0] = radiusKm * Math.cos(lat) * Math.cos(lon);
    path.positionEciKm[1] = radiusKm * Math.cos(lat) * Math.sin(lon);
    path.positionEciKm[2] = radiusKm * Math.sin(lat);
    return reachCount(orbits, 4327 * time, path, FLY_OUT, 0, room);
  };
  return simulatedAbsentee(reachAt, places, TIMES, orbits.count).absenteeMeanRatio;
}

import { describe, expect, test } from 'vitest';
import { solidClass, solidFlight } from '../../test/fixtures/small-world.ts';
import { areaOf, isInAny } from './areas.ts';
import { DEG_RAD, EARTH_MU_KM3_S2 } from './constants.ts';
import { descentS, fallAt, movedFall, usefulSpans } from './fall.ts';
import { greatCircleKm } from './great-circle.ts';
import { geodeticAt } from './trajectory-build.ts';
import { propagateTwoBody } from './two-body.ts';

const RADIUS_KM = 6371; // the reference values are of a sphere of this radius that stands still
const THRUST_KM_S2 = 0.07;

/** Burnout of the reference flight: 200 km up, on a coast of 9,600 km. */
function burnout(speedKmS = 6.9408): Float64Array {
  const gamma = 22.944 * DEG_RAD;
  return Float64Array.of(RADIUS_KM + 200, 0, 0, speedKmS * Math.sin(gamma), speedKmS * Math.cos(gamma), 0);
}

/** Range of the coast, counted from below the burnout point of the whole boost. */
function coastKm(state: Float64Array): number {
  const end = new Float64Array(6);
  expect(propagateTwoBody(state, descentS(state, RADIUS_KM), end)).toBe(true);
  expect(Math.hypot(end[0]!, end[1]!)).toBeCloseTo(RADIUS_KM, 6);
  return RADIUS_KM * ((Math.atan2(end[1]!, end[0]!) + 2 * Math.PI) % (2 * Math.PI));
}

/** The state some time before burnout: gravity, and thrust along the velocity, integrated back. */
function before(tS: number): Float64Array {
  let state = burnout();
  const rate = (s: Float64Array) => {
    const r = Math.hypot(s[0]!, s[1]!);
    const v = Math.hypot(s[3]!, s[4]!);
    const pull = -EARTH_MU_KM3_S2 / r ** 3;
    const push = THRUST_KM_S2 / v;
    return [s[3]!, s[4]!, 0, pull * s[0]! + push * s[3]!, pull * s[1]! + push * s[4]!, 0];
  };
  const along = (s: Float64Array, d: number[], h: number) => s.map((x, i) => x + h * d[i]!);
  const h = -tS / 1000;
  for (let k = 0; k < 1000; k++) {
    const a = rate(state);
    const b = rate(along(state, a, h / 2));
    const c = rate(along(state, b, h / 2));
    const d = rate(along(state, c, h));
    state = state.map((x, i) => x + (h / 6) * (a[i]! + 2 * b[i]! + 2 * c[i]! + d[i]!));
  }
  return state;
}

describe('the shortfall of a missile whose thrust ends early', () => {
  // two-body arithmetic on a sphere, recomputed apart from this code
  test.each([
    [0, 9600],
    [0.05, 9325],
    [0.1, 9057],
    [0.2, 8545],
    [0.5, 7185],
  ])('%f km/s less at burnout: a coast of %d km', (deficitKmS, rangeKm) => {
    expect(Math.abs(coastKm(burnout(6.9408 - deficitKmS)) - rangeKm)).toBeLessThan(1);
  });

  test.each([
    [2, 752],
    [4, 1444],
    [8, 2665],
  ])('%d s early at 7 g: %d km short', (earlyS, shortKm) => {
    expect(Math.abs(9600 - coastKm(before(earlyS)) - shortKm)).toBeLessThan(1);
  });

  test('an orbit does not come down; what never rises that far is there at once', () => {
    expect(descentS(Float64Array.of(6571, 0, 0, 0, 7.9, 0), RADIUS_KM)).toBeNaN();
    expect(descentS(Float64Array.of(6371, 0, 0, 0.1, 0.3, 0), 6400)).toBeGreaterThanOrEqual(0);
    expect(descentS(Float64Array.of(6571, 0, 0, 11.2, 0, 0), RADIUS_KM)).toBeNaN();
  });
});

describe('fallAt', () => {
  const flight = solidFlight();
  const place = new Float64Array(3);
  const apartKm = (fall: { latDeg: number; lonDeg: number }, latRad: number, lonRad: number) =>
    greatCircleKm(fall.latDeg * DEG_RAD, fall.lonDeg * DEG_RAD, latRad, lonRad);

  test('on the coast everything falls on the aim', () => {
    for (const tS of [solidClass.burnS + 2 * flight.stepS, 600, 1200]) {
      const fall = fallAt(flight, tS)!;
      expect(apartKm(fall, 39 * DEG_RAD, -100 * DEG_RAD)).toBeLessThan(0.5);
      expect(Math.abs(tS + fall.fallS - flight.impactS)).toBeLessThan(0.1);
    }
  });

  test('on the pad it falls where it stands; the range grows through the boost', () => {
    geodeticAt(flight, 0, place);
    let lastKm = 0;
    for (let tS = 0; tS <= solidClass.burnS - 2; tS += 2) {
      const km = apartKm(fallAt(flight, tS)!, place[0]!, place[1]!);
      expect(km).toBeGreaterThanOrEqual(lastKm - 1e-6);
      lastKm = km;
    }
    expect(apartKm(fallAt(flight, 0)!, place[0]!, place[1]!)).toBeLessThan(0.01);
  });

  test('a fall moved along its track is farther from the launch by that much', () => {
    const fall = fallAt(flight, 165)!;
    geodeticAt(flight, 0, place);
    const launch = [place[0]!, place[1]!] as const;
    const out = new Float64Array(2);
    const fromKm = apartKm(fall, ...launch);
    for (const missKm of [-300, 0, 200]) {
      movedFall(flight, fall, missKm, out);
      expect(apartKm({ latDeg: out[0]!, lonDeg: out[1]! }, ...launch)).toBeCloseTo(fromKm + missKm, 3);
    }
  });
});

describe('usefulSpans', () => {
  const flight = solidFlight([40, 127], [38.9, -77]);
  const inAny = (...ids: string[]) => {
    const areas = ids.map(areaOf);
    return (latDeg: number, lonDeg: number) => isInAny(areas, latDeg, lonDeg);
  };

  test('nothing in the way: all of the boost; a launch out of the area itself: never', () => {
    expect(usefulSpans(flight, 0, () => false)).toEqual([[0, flight.boostEndS]]);
    expect(usefulSpans(flight, 100, () => true)).toEqual([]);
  });

  test('the states alone leave all but the last seconds, Canada takes more, a spread more still', () => {
    const last = (spreadKm: number, ...ids: string[]) => usefulSpans(flight, spreadKm, inAny(...ids)).at(-1)![1];
    const total = (spreadKm: number, ...ids: string[]) =>
      usefulSpans(flight, spreadKm, inAny(...ids)).reduce((sum, [fromS, toS]) => sum + toS - fromS, 0);
    expect(flight.boostEndS - last(0, 'fifty-states')).toBeGreaterThan(0.5);
    expect(flight.boostEndS - last(0, 'fifty-states')).toBeLessThan(3);
    expect(total(0, 'fifty-states', 'canada')).toBeLessThan(total(0, 'fifty-states') - 2);
    expect(total(200, 'fifty-states', 'canada')).toBeLessThan(total(0, 'fifty-states', 'canada') - 1);
  });

  test('the same as asking at every moment', () => {
    const isInside = inAny('fifty-states', 'canada');
    const spans = usefulSpans(flight, 0, isInside);
    let differS = 0;
    for (let tS = 0.013; tS < flight.boostEndS; tS += 0.05) {
      const fall = fallAt(flight, tS)!;
      const isUseful = spans.some(([fromS, toS]) => tS >= fromS && tS <= toS);
      if (isUseful === isInside(fall.latDeg, fall.lonDeg)) differS += 0.05;
    }
    expect(differS).toBeLessThan(0.2); // islands of less than 40 km may lie between two falls that are looked at
  });
});

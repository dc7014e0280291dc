import { describe, expect, test } from 'vitest';
import { solidClass, solidFlight } from '../../test/fixtures/small-world.ts';
import { areaOf, isInAny } from './areas.ts';
import { DEG_RAD } from './constants.ts';
import { descentS, fallAt, movedFall, usefulSpans } from './fall.ts';
import { greatCircleKm } from './great-circle.ts';
import { geodeticAt } from './trajectory-build.ts';

const RADIUS_KM = 6371;

// how far short of its aim a missile falls: validation/early-cut-off
describe('descentS', () => {
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
      const km = apartKm(fallAt(flight, tS)!, place[0], place[1]);
      expect(km).toBeGreaterThanOrEqual(lastKm - 1e-6);
      lastKm = km;
    }
    expect(apartKm(fallAt(flight, 0)!, place[0], place[1])).toBeLessThan(0.01);
  });

  test('a fall moved along its track is farther from the launch by that much', () => {
    const fall = fallAt(flight, 165)!;
    geodeticAt(flight, 0, place);
    const launch = [place[0], place[1]] as const;
    const out = new Float64Array(2);
    const fromKm = apartKm(fall, ...launch);
    for (const missKm of [-300, 0, 200]) {
      movedFall(flight, fall, missKm, out);
      expect(apartKm({ latDeg: out[0], lonDeg: out[1] }, ...launch)).toBeCloseTo(fromKm + missKm, 3);
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

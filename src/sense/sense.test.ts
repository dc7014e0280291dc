import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  geoSensor,
  leoSensor,
  radarSensor,
  sensorWorld,
  type TestSensor,
  testLinks,
} from '../../test/fixtures/small-sensors.ts';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import type { SensorPlan } from '../flow/architecture.ts';
import { stateCode } from '../flow/availability.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { World } from '../flow/world.ts';
import { norm } from '../num/vec.ts';
import { DEG_RAD, EARTH_ROTATION_RAD_S } from '../physics/constants.ts';
import { buildCruise } from '../physics/cruise.ts';
import { ecefFromEci } from '../physics/frames.ts';
import { buildGlide } from '../physics/glide.ts';
import { glowAtKwSr, glowOf } from '../physics/glow.ts';
import { grazingSurface, rangeOverEarthKm } from '../physics/sight.ts';
import { isTrajectory, positionAt, type Trajectory } from '../physics/trajectory.ts';
import { altitudeAtKm } from '../physics/trajectory-build.ts';
import { type SenseOptions, sense } from './sense.ts';

const flight = solidFlight();
const fineSteps = { boostStepS: 1e-3, coastStepS: 1e-3 };

function look(world: World, options?: SenseOptions, trial = 0): Contacts {
  return sense(world, testLinks(world), { seed: 7, trial }, options);
}

function one(sensor: TestSensor, options?: SenseOptions): Contacts {
  return look(sensorWorld([sensor], [flight]), options);
}

test('looks up to some time after each launch are those of the whole flight up to then', () => {
  const world = sensorWorld([geoSensor([120]), leoSensor(4, 6)], [flight, solidFlight([45, 130])]);
  world.threats[1].launchS = 40;
  const until = (contacts: Contacts, flightS: number) => {
    const { count, tS, threatIndex, sensorIndex, unitIndex } = contacts;
    return Array.from({ length: count }, (_, i) => [threatIndex[i], sensorIndex[i], unitIndex[i], tS[i]])
      .filter(([threat, , , atS]) => atS < world.threats[threat].launchS + flightS)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  };
  const short = look(world, { flightS: 90 });
  expect(short.count).toBeGreaterThan(20);
  expect(until(short, 90).length).toBe(short.count);
  expect(until(short, 90)).toEqual(until(look(world), 90));
});

describe('satellites', () => {
  test('a burning target is seen from the first look above the cloud break to the end of the burn', () => {
    const { tS, count } = one(geoSensor([120], { sees: ['boost'], revisitS: 0.5, cloudBreakKm: 12 }));
    expect(count).toBeGreaterThan(20);
    expect(altitudeAtKm(flight, Math.min(...tS))).toBeGreaterThanOrEqual(12 - 0.03);
    expect(altitudeAtKm(flight, Math.min(...tS) - 0.5)).toBeLessThan(12 + 0.03);
    expect(Math.max(...tS)).toBeLessThan(flight.boostEndS);
    expect(Math.max(...tS)).toBeGreaterThan(flight.boostEndS - 1.6);
  });

  test('every line of sight is clear and the range is that of the record', () => {
    const contacts = one(leoSensor(4, 6));
    const { trajectory } = sensorWorld([], [flight]).threats[0];
    const target = new Float64Array(3);
    expect(contacts.count).toBeGreaterThan(100);
    for (let row = 0; row < contacts.count; row++) {
      positionAt(trajectory, contacts.tS[row], target);
      const rangeKm = rangeOverEarthKm(contacts.sensorEciKm, 3 * row, target, 0, grazingSurface(50));
      expect(rangeKm).toBeCloseTo(contacts.rangeKm[row], 6);
      expect(Math.abs(norm(contacts.sensorEciKm, 3 * row) - 7378.137)).toBeLessThan(0.5);
    }
  });

  test('no sight is lost to the coarse check: a world seen in single looks of every unit has no more', () => {
    const quick = one(leoSensor(4, 6, { revisitS: 7 }), fineSteps);
    // A revisit time as long as the flight makes every unit look once, at its own moment: geometry alone decides.
    let matches = 0;
    for (let trial = 0; trial < 30; trial++) {
      const world = sensorWorld([leoSensor(4, 6, { revisitS: 2000, looksCount: 1 })], [flight]);
      const single = look(world, undefined, trial);
      for (let row = 0; row < single.count; row++) {
        const near = quick.tS.some(
          (tS, k) => quick.unitIndex[k] === single.unitIndex[row] && Math.abs(tS - single.tS[row]) < 7,
        );
        if (near) matches++;
        else expect(single.tS[row]).toBeLessThan(60); // at the edge of the cloud break only
      }
    }
    expect(matches).toBeGreaterThan(50);
  });

  test('a satellite on the far side sees nothing', () => {
    expect(one(geoSensor([-50], { sees: ['boost'] })).count).toBe(0);
  });

  test('a field of regard that ends at the limb cuts off what is above it', () => {
    const wide = one(geoSensor([-170], { sees: ['midcourse'], fieldOfRegardDeg: 12 }));
    const narrow = one(geoSensor([-170], { sees: ['midcourse'], fieldOfRegardDeg: 6 }));
    expect(narrow.count).toBeLessThan(wide.count);
    expect(one(geoSensor([-170], { sees: ['midcourse'], fieldOfRegardDeg: 1 })).count).toBe(0);
  });

  test('a longest range cuts off what is farther', () => {
    const near = one(leoSensor(4, 6, { maxRangeKm: 2000 }));
    expect(near.count).toBeGreaterThan(10);
    expect(Math.max(...near.rangeKm)).toBeLessThanOrEqual(2000);
  });

  test('a space radar sees as far as the fourth root of the cross section; a smaller one is never seen farther off', () => {
    const farthestKm = (rcsM2: number) => {
      const sensor = leoSensor(4, 6, { maxRangeKm: 3000, referenceRcsM2: 1, cloudBreakKm: 0 });
      return Math.max(0, ...look(sensorWorld([sensor], [flight], { rcsM2 }), fineSteps).rangeKm);
    };
    expect(farthestKm(1)).toBeGreaterThan(2990);
    expect(farthestKm(1)).toBeLessThanOrEqual(3000);
    expect(farthestKm((5 / 6) ** 4)).toBeLessThanOrEqual(2500);
    expect(farthestKm((5 / 6) ** 4)).toBeGreaterThan(2480);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 10, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (rcsM2, share) => farthestKm(rcsM2 * share) <= farthestKm(rcsM2),
      ),
      { numRuns: 5 },
    );
  });

  test('a class that detects the boost alone makes no look after it', () => {
    const boost = one(leoSensor(4, 6, { sees: ['boost'] }));
    const both = one(leoSensor(4, 6, { sees: ['boost', 'midcourse'] }));
    expect(Math.max(...boost.tS)).toBeLessThan(flight.boostEndS);
    expect(Math.max(...both.tS)).toBeGreaterThan(flight.boostEndS);
  });

  test('satellites that are out make no look', () => {
    const world = sensorWorld([geoSensor([100, 140])], [flight]);
    world.availability.space[0][1] = stateCode('failed');
    expect(new Set(look(world).unitIndex)).toEqual(new Set([0]));
  });
});

describe('gliders', () => {
  const glider = {
    burnS: 150,
    burnoutAltitudeKm: 80,
    burnoutDownrangeKm: 350,
    liftToDragRatio: 2.6,
    glideSpeedKmS: 6,
    leastSpeedKmS: 1.5,
    ballisticCoefficientKgM2: 5000,
  };
  const point = (latDeg: number, lonDeg: number) => ({
    latitudeRad: (latDeg * Math.PI) / 180,
    longitudeRad: (lonDeg * Math.PI) / 180,
    heightKm: 0,
  });
  const path = buildGlide(glider, point(52, 85), point(47.6, 160)) as Trajectory;
  const looks = (override: Partial<SensorPlan>, hotAreaM2?: number) => {
    const world = sensorWorld([geoSensor([120], { sees: ['glide'], revisitS: 1, ...override })], [path]);
    if (hotAreaM2 !== undefined) world.threats[0].glow = glowOf(path, hotAreaM2);
    return look(world, fineSteps);
  };

  test('a glider is lost when it has slowed until it is too faint for the distance', () => {
    const all = looks({}, 3.3);
    const seen = new Set(looks({ thresholdKwSr: 0.028 }, 3.3).tS);
    const glow = glowOf(path, 3.3);
    const isBright = (row: number) => glowAtKwSr(glow, all.tS[row]) >= 0.028 * (all.rangeKm[row] / 1000) ** 2;
    const rows = Array.from(all.tS, (_, row) => row);
    expect(rows.filter((row) => seen.has(all.tS[row]))).toEqual(rows.filter(isBright));
    const lost = rows.findIndex((row) => !isBright(row) && row > 100);
    expect(seen.size).toBeGreaterThan(100);
    expect(lost).toBeGreaterThan(100);
  });

  test('a lower threshold and a larger glider are seen longer; without either number any glider is seen', () => {
    const free = looks({}).count;
    const counts = [0.1, 0.01, 0.001, 1e-6].map((thresholdKwSr) => looks({ thresholdKwSr }, 3.3).count);
    for (let i = 1; i < counts.length; i++) expect(counts[i]).toBeGreaterThanOrEqual(counts[i - 1]);
    expect(counts[0]).toBeLessThan(counts[2]);
    expect(looks({ thresholdKwSr: 0.028 }, 8).count).toBeGreaterThan(looks({ thresholdKwSr: 0.028 }, 1).count);
    expect(counts[3]).toBe(free);
    expect(looks({ thresholdKwSr: 0.1 }).count).toBe(free);
    expect(looks({}, 0.01).count).toBe(free);
  });

  test('clouds hide the end of the dive', () => {
    const { tS } = looks({ cloudBreakKm: 10 });
    expect(altitudeAtKm(path, Math.max(...tS))).toBeGreaterThan(9.9);
    expect(altitudeAtKm(path, Math.max(...looks({ cloudBreakKm: 0 }).tS))).toBeLessThan(
      altitudeAtKm(path, Math.max(...tS)),
    );
  });
});

describe('radars', () => {
  const alaska = [64.3, -149.2] as const;
  const radar = (override: Partial<SensorPlan> = {}) => radarSensor([alaska], override);

  test('range grows with the fourth root of the cross section', () => {
    const farthestKm = (rcsM2: number) => {
      const world = sensorWorld([radar({ referenceRcsM2: 1, maxRangeKm: 3200 })], [flight], { rcsM2 });
      return Math.max(...look(world, fineSteps).rangeKm);
    };
    expect(farthestKm(1)).toBeLessThanOrEqual(3200);
    expect(farthestKm(1)).toBeGreaterThan(3190);
    expect(farthestKm(1 / 16)).toBeLessThanOrEqual(1600);
    expect(farthestKm(1 / 16)).toBeGreaterThan(1590);
  });

  test('a sector that faces away sees nothing; one that faces the path sees what the whole circle sees at first', () => {
    const all = one(radar());
    const west = one(radar({ sectorCenterDeg: 270, sectorWidthDeg: 180 }));
    expect(west.tS[0]).toBe(all.tS[0]);
    expect(west.count).toBeLessThan(all.count);
    expect(one(radar({ sectorCenterDeg: 135, sectorWidthDeg: 10, maxRangeKm: 1500 })).count).toBe(0);
  });

  test('elevation limits cut both ends', () => {
    const all = one(radar());
    expect(one(radar({ minElevationDeg: 20 })).tS[0]).toBeGreaterThan(all.tS[0]);
    expect(one(radar({ maxElevationDeg: 10 })).count).toBeLessThan(all.count);
  });

  test('an antenna sees a cruise missile as far off as the horizons of both reach', () => {
    const point = (latDeg: number) => ({ latitudeRad: latDeg * DEG_RAD, longitudeRad: 0, heightKm: 0 });
    const path = buildCruise({ speedKmS: 0.25, altitudeKm: 0.1, maxRangeKm: 2000 }, point(36), point(39), { stepS: 2 });
    if (!isTrajectory(path)) throw new RangeError('the cruise missile must fly');
    const farthestKm = (antennaHeightM?: number) => {
      const plan = { minElevationDeg: undefined, ...(antennaHeightM !== undefined && { antennaHeightM }) };
      const world = sensorWorld([radarSensor([[39, 0]], plan)], [path], { flight: 'cruise' });
      return Math.max(...look(world, fineSteps).rangeKm);
    };
    expect(farthestKm(0)).toBe(farthestKm());
    // 4/3 Earth, by hand: 41.2 and 63.8 km; looks are a second, and a quarter of a kilometre, apart
    expect(Math.abs(farthestKm(0) - 41.2)).toBeLessThan(0.6);
    expect(Math.abs(farthestKm(30) - 63.8)).toBeLessThan(0.6);
  });

  test('a radar in space loses a cruise missile that flies across its line of sight in the clutter, and no other', () => {
    const point = (latDeg: number) => ({ latitudeRad: latDeg * DEG_RAD, longitudeRad: 0, heightKm: 0 });
    const path = buildCruise({ speedKmS: 0.25, altitudeKm: 0.1, maxRangeKm: 2000 }, point(36), point(50), { stepS: 2 });
    if (!isTrajectory(path)) throw new RangeError('the cruise missile must fly');
    let flown = path;
    const looks = (minTargetSpeedKmS?: number) => {
      const plan = { sees: ['cruise'], cloudBreakKm: 0, grazingKm: 0, minTargetSpeedKmS } as const;
      const world = sensorWorld([leoSensor(6, 8, plan as never)], [path], { flight: 'cruise' });
      flown = world.threats[0].trajectory;
      return look(world);
    };
    const [any, some, none] = [looks(), looks(0.08), looks(0.26)];
    expect(none.count).toBe(0); // faster than it flies
    expect(some.count).toBeGreaterThan(0);
    expect(some.count).toBeLessThan(0.95 * any.count);
    const axes = [0, 1, 2] as const;
    const [here, next] = [new Float64Array(3), new Float64Array(3)];
    const alongKmS = (contacts: Contacts, row: number) => {
      positionAt(flown, contacts.tS[row] - 0.5, here);
      positionAt(flown, contacts.tS[row], next);
      ecefFromEci(EARTH_ROTATION_RAD_S * 0.5, next, next); // as the turning ground sees it
      const way = axes.map((i) => here[i] - contacts.sensorEciKm[3 * row + i]);
      return Math.abs(
        axes.reduce<number>((sum, i) => sum + (way[i] / contacts.rangeKm[row]) * (next[i] - here[i]) * 2, 0),
      );
    };
    const speeds = (contacts: Contacts) => Array.from({ length: contacts.count }, (_, row) => alongKmS(contacts, row));
    expect(Math.min(...speeds(some))).toBeGreaterThan(0.078);
    expect(speeds(any).filter((speed) => speed < 0.078).length).toBeGreaterThan(0.05 * any.count);
  });

  test('a radar that has time for two of three targets follows two of them, and the third is refused', () => {
    const flights = [flight, solidFlight([40.5, 127]), solidFlight([41, 127])];
    const budget = { searchShareFraction: 0.5, dwellMs: 100, trackUpdateS: 0.4 };
    const contacts = look(sensorWorld([radar(budget)], flights));
    const free = look(sensorWorld([radar()], flights));
    const count = ({ threatIndex }: Contacts, threat: number) => threatIndex.filter((each) => each === threat).length;
    const shares = flights.map((_, threat) => count(contacts, threat) / count(free, threat));
    expect(shares.filter((share) => share === 1)).toHaveLength(2);
    expect(Math.min(...shares)).toBeLessThan(0.25);
    for (let threat = 0; threat < 3; threat++)
      expect(count(contacts, threat) + contacts.refusedCount[threat]).toBe(count(free, threat));
  });

  test('more places never lose a look, on the ground and in space', () => {
    const flights = Array.from({ length: 9 }, (_, i) => solidFlight([38 + i / 2, 127]));
    const looksWith = (targetsCount: number, trial: number) => {
      const world = sensorWorld([radar({ targetsCount }), leoSensor(4, 6, { targetsCount })], flights);
      const { count, tS, threatIndex, sensorIndex, unitIndex } = look(world, {}, trial);
      return new Set(
        Array.from({ length: count }, (_, i) => [threatIndex[i], sensorIndex[i], unitIndex[i], tS[i]].join()),
      );
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.nat(50), (few, more, trial) => {
        const large = looksWith(few + more, trial);
        for (const each of looksWith(few, trial)) expect(large.has(each)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});

describe('looks', () => {
  test('the first look of a sight does not depend on the step', () => {
    const first = (options: SenseOptions) => {
      const contacts = one(leoSensor(4, 6, { sees: ['midcourse'], revisitS: 2 }), options);
      const byUnit = new Map<number, number>();
      for (let row = 0; row < contacts.count; row++) {
        const unit = contacts.unitIndex[row];
        byUnit.set(unit, Math.min(byUnit.get(unit) ?? Infinity, contacts.tS[row]));
      }
      return byUnit;
    };
    const exact = first(fineSteps);
    const coarse = first({ coastStepS: 30 });
    expect(exact.size).toBeGreaterThan(8);
    for (const [unit, tS] of coarse) expect(tS).toBeCloseTo(exact.get(unit)!, 9);
    expect(exact.size - coarse.size).toBeLessThanOrEqual(1); // a sight shorter than the step may be missed
  });

  test('a unit looks at whole revisit times, the first ones at the full rate', () => {
    const { tS } = one(geoSensor([120], { sees: ['boost'], revisitS: 0.25, looksCount: 4 }), { boostStepS: 5 });
    for (let k = 1; k < tS.length; k++) expect(tS[k] - tS[k - 1]).toBeCloseTo(k < 4 ? 0.25 : 5, 6);
  });

  test('arrival is the look plus the way; NaN where there is none; later links replace earlier ones', () => {
    const world = sensorWorld([geoSensor([100, 140])], [flight]);
    const early = testLinks(world, (_, unit) => (unit === 0 ? 0.3 : Number.NaN))[0];
    const late = { ...testLinks(world, () => 0.5)[0], tS: 120 };
    const contacts = sense(world, [early, late], { seed: 7, trial: 0 });
    for (let row = 0; row < contacts.count; row++) {
      const wayS = contacts.arrivalS[row] - contacts.tS[row];
      if (contacts.tS[row] >= 120) expect(wayS).toBeCloseTo(0.5, 9);
      else if (contacts.unitIndex[row] === 0) expect(wayS).toBeCloseTo(0.3, 9);
      else expect(wayS).toBeNaN();
    }
  });

  test('an early stop leaves out what is later and changes nothing before', () => {
    const whole = one(leoSensor(4, 6), fineSteps);
    const short = one(leoSensor(4, 6), { ...fineSteps, untilS: 300 });
    expect(short.count).toBe(whole.tS.filter((tS) => tS < 300).length);
    expect(Math.max(...short.tS)).toBeLessThan(300);
  });

  test('another sensor leaves the looks of the first as they were', () => {
    const alone = one(leoSensor(4, 6));
    const beside = look(sensorWorld([geoSensor([120]), leoSensor(4, 6)], [flight]));
    const shared = Array.from(beside.tS).filter((_, row) => beside.sensorIndex[row] === 1);
    expect(shared).toEqual(Array.from(alone.tS));
  });

  test('trials look at different moments', () => {
    const world = sensorWorld([geoSensor([120])], [flight]);
    expect(look(world, {}, 0).tS[0]).not.toBe(look(world, {}, 1).tS[0]);
  });

  test('refuses to run without links', () => {
    expect(() => sense(sensorWorld([]), [], { seed: 1, trial: 0 })).toThrow(/links/);
  });
});

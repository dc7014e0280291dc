import { describe, expect, test } from 'vitest';
import { geoSensor, leoSensor, radarSensor, sensorWorld, testLinks } from '../../test/fixtures/small-sensors.ts';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import type { Contacts } from '../flow/contacts.ts';
import { noCommitReason, type ThreatTrack } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { sense } from './sense.ts';
import { type TrackOptions, track } from './track.ts';

const flight = solidFlight();

function contactsOf(world: World, oneWayS?: (sensor: number, unit: number) => number): Contacts {
  return sense(world, testLinks(world, oneWayS), { seed: 7, trial: 3 });
}

function tracked(
  world: World,
  options?: TrackOptions,
  oneWayS?: (sensor: number, unit: number) => number,
): ThreatTrack {
  return track(contactsOf(world, oneWayS), world, options).threats[0];
}

const boost = { sees: ['boost'] };
const errorAt = (threat: ThreatTrack, tS: number) => threat.positionErrorKm[threat.tS.findLastIndex((t) => t <= tS)];

describe('geometry', () => {
  test('one satellite gives no range at first, and a better one as time passes', () => {
    const one = tracked(sensorWorld([leoSensor(1, 1)], [flight]));
    expect(one.positionErrorKm[0]).toBeGreaterThan(3000);
    expect(one.positionErrorKm[one.updateCount - 1]).toBeLessThan(one.positionErrorKm[0] / 100);
  });

  test('two satellites wide apart beat two side by side', () => {
    const wide = tracked(sensorWorld([geoSensor([70, 170], boost)], [flight]));
    const close = tracked(sensorWorld([geoSensor([118, 122], boost)], [flight]));
    expect(errorAt(wide, 150)).toBeLessThan(errorAt(close, 150) / 3);
    expect(wide.sightLinesMaxCount).toBe(2);
  });

  test('a radar that ranges has a track from its first measurement', () => {
    const world = sensorWorld([radarSensor([[64.3, -149.2]], { angleErrorUrad: 100 })], [flight]);
    const { positionErrorKm } = tracked(world);
    expect(positionErrorKm[0]).toBeLessThan(1);
    expect(positionErrorKm[positionErrorKm.length - 1]).toBeLessThan(positionErrorKm[0]);
  });

  test('a further sensor never makes the error larger nor the commit later', () => {
    const sensors = [geoSensor([90, 150], { ...boost, id: 'first' }), leoSensor(3, 4), geoSensor([120], boost)];
    let before = tracked(sensorWorld(sensors.slice(0, 1), [flight]), { commitErrorKm: 2, historyStepS: 0.5 });
    for (let count = 2; count <= sensors.length; count++) {
      const now = tracked(sensorWorld(sensors.slice(0, count), [flight]), { commitErrorKm: 2, historyStepS: 0.5 });
      expect(now.commitS).toBeLessThanOrEqual(before.commitS);
      for (let k = 0; k < before.updateCount; k++) {
        const same = now.tS.indexOf(before.tS[k]);
        expect(same).toBeGreaterThanOrEqual(0);
        expect(now.positionErrorKm[same]).toBeLessThanOrEqual(before.positionErrorKm[k] * (1 + 1e-6));
      }
      before = now;
    }
  });
});

describe('the centre', () => {
  const world = sensorWorld([geoSensor([90, 150], boost), leoSensor(3, 4)], [flight]);

  test('times come in the order of the chain', () => {
    const { firstSeenS, detectedS, firstArrivalS, commitS } = tracked(world);
    expect(firstSeenS).toBeLessThan(detectedS);
    expect(detectedS).toBeLessThan(firstArrivalS);
    expect(firstArrivalS).toBeLessThanOrEqual(commitS);
  });

  test('the order of the rows does not matter', () => {
    const contacts = contactsOf(world);
    const order = Array.from({ length: contacts.count }, (_, row) => row).reverse();
    const turned: Contacts = {
      count: contacts.count,
      tS: Float64Array.from(order, (row) => contacts.tS[row]),
      arrivalS: Float64Array.from(order, (row) => contacts.arrivalS[row]),
      threatIndex: Int32Array.from(order, (row) => contacts.threatIndex[row]),
      sensorIndex: Int32Array.from(order, (row) => contacts.sensorIndex[row]),
      unitIndex: Int32Array.from(order, (row) => contacts.unitIndex[row]),
      sensorEciKm: Float64Array.from(order.flatMap((row) => [0, 1, 2].map((i) => contacts.sensorEciKm[3 * row + i]))),
      refusedCount: contacts.refusedCount,
      rangeKm: Float64Array.from(order, (row) => contacts.rangeKm[row]),
    };
    const [straight] = track(contacts, world).threats;
    const [reversed] = track(turned, world).threats;
    expect(reversed.commitS).toBe(straight.commitS);
    expect(reversed.tS).toEqual(straight.tS);
    for (let k = 0; k < straight.updateCount; k++) {
      expect(reversed.positionErrorKm[k] / straight.positionErrorKm[k]).toBeCloseTo(1, 6);
    }
  });

  test('a longer way makes the commit later by about as much', () => {
    const delayS =
      tracked(world, { commitErrorKm: 2 }, () => 5).commitS - tracked(world, { commitErrorKm: 2 }, () => 0).commitS;
    expect(delayS).toBeGreaterThanOrEqual(4.5);
    expect(delayS).toBeLessThan(12); // five seconds more of unknown thrust cost a look or two
  });

  test('a tighter commit error is met later', () => {
    const commit = (commitErrorKm: number) => tracked(world, { commitErrorKm }).commitS;
    expect(commit(0.3)).toBeGreaterThan(commit(3));
  });

  test('a history that stops at the commit is the start of the whole one', () => {
    const whole = tracked(world);
    const short = tracked(world, { stopAtCommit: true });
    expect(short.commitS).toBe(whole.commitS);
    expect(short.tS).toEqual(whole.tS.slice(0, short.updateCount));
    expect(short.tS[short.updateCount - 1]).toBe(short.commitS);
  });

  test('detection takes the looks of one unit, not of several', () => {
    const few = sensorWorld([geoSensor([90, 150], { ...boost, looksCount: 3, revisitS: 50 })], [flight]);
    const { firstSeenS, detectedS } = tracked(few);
    expect(firstSeenS).toBeGreaterThan(0);
    expect(detectedS).toBeGreaterThanOrEqual(firstSeenS + 50);
  });

  test('custody ends where the looks do', () => {
    const { custodyGapS } = tracked(sensorWorld([geoSensor([90, 150], boost)], [flight]));
    expect(custodyGapS).toBeGreaterThan(flight.impactS - flight.boostEndS);
    expect(tracked(sensorWorld([leoSensor(10, 20)], [flight])).custodyGapS).toBeLessThan(60);
  });
});

describe('why there is no commit', () => {
  test('never seen', () => {
    const none = tracked(sensorWorld([geoSensor([-50], boost)], [flight]));
    expect(noCommitReason(none)).toBe('never-seen');
    expect(none.lookCount).toBe(0);
  });

  test('no track: seen and delivered, never good enough', () => {
    expect(noCommitReason(tracked(sensorWorld([geoSensor([120], boost)], [flight])))).toBe('no-track');
  });

  test('no track: seen too seldom for a detection', () => {
    const rare = tracked(sensorWorld([geoSensor([90, 150], { ...boost, looksCount: 50 })], [flight]));
    expect(rare.detectedS).toBeNaN();
    expect(noCommitReason(rare)).toBe('no-track');
  });

  test('saturated: units left out looks for want of a place, and none of those made is good enough', () => {
    const flights = Array.from({ length: 12 }, (_, i) => solidFlight([38 + i / 4, 127]));
    const tracksOf = (targetsCount: number) => {
      const world = sensorWorld(
        [geoSensor([70, 170], { ...boost, revisitS: 2, angleErrorUrad: 10, targetsCount })],
        flights,
      );
      return track(sense(world, testLinks(world), { seed: 7, trial: 0 }), world).threats;
    };
    const reasons = tracksOf(6).map(noCommitReason);
    expect(new Set(reasons)).toEqual(new Set([null, 'saturated']));
    expect(tracksOf(12).map(noCommitReason)).toEqual(flights.map(() => null));
    const counts = [1, 2, 4, 6, 8, 10, 12].map(
      (places) => tracksOf(places).filter((each) => !noCommitReason(each)).length,
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test('the knee: raids within the places are tracked whole, of larger ones about as many as there are places', () => {
    const tracked = (size: number) => {
      const sensors = [geoSensor([70, 170], { ...boost, revisitS: 2, angleErrorUrad: 10, targetsCount: 50 })];
      const world = sensorWorld(
        sensors,
        Array.from({ length: size }, () => flight),
      );
      const { threats } = track(sense(world, testLinks(world), { seed: 7, trial: 0 }), world);
      return threats.filter((each) => !noCommitReason(each)).length;
    };
    expect(tracked(25)).toBe(25);
    expect(tracked(50)).toBe(50);
    expect(tracked(100)).toBeLessThan(50);
    expect(tracked(100)).toBeGreaterThan(10);
    expect(tracked(200)).toBeLessThan(tracked(100));
  });

  test('undelivered: the looks would have been enough', () => {
    const world = sensorWorld([geoSensor([70, 170], boost)], [flight]);
    const cut = tracked(world, {}, () => Number.NaN);
    expect(noCommitReason(cut)).toBe('undelivered');
    expect(cut.deliveredCount).toBe(0);
    expect(noCommitReason(tracked(world, {}, (_, unit) => (unit === 0 ? 0.1 : Number.NaN)))).toBe('undelivered');
    expect(noCommitReason(tracked(world))).toBeNull();
  });
});

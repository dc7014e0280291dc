import { expect, test } from 'vitest';
import {
  geoSensor,
  leoSensor,
  radarSensor,
  sensorWorld,
  type TestSensor,
  testLinks,
} from '../../test/fixtures/small-sensors.ts';
import { solidFlight } from '../../test/fixtures/small-world.ts';
import type { Custody, ThreatCustody } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { noCustody, withCustody } from './custody.ts';
import { phaseSpans } from './flight-phase.ts';
import { positionErrorKm, velocityErrorKmS } from './information.ts';
import { sense, senseRoom } from './sense.ts';
import { sensorUnits } from './sensor-clocks.ts';
import { arrivingLooks, TrackFilter } from './threat-filter.ts';
import { rowsByThreat, usableLooks } from './threat-looks.ts';

const flight = solidFlight();
const boost = geoSensor([90, 150], { sees: ['boost'] });
const radar = radarSensor([[64.3, -149.2]]);

function custodyOf(sensors: TestSensor[], wanted = [1], flights = [flight]): { custody: Custody; world: World } {
  const world = sensorWorld(sensors, flights);
  const luck = { seed: 7, trial: 3 };
  const known = noCustody(world);
  return { world, custody: withCustody(known, world, testLinks(world), luck, Uint8Array.from(wanted), senseRoom()) };
}

/** Every number of it, those included that are worked out when asked for. */
const told = (held: ThreatCustody | null) => JSON.stringify(held);

test('sensors that see boost alone hold nothing after burnout', () => {
  const [held] = custodyOf([boost]).custody.threats;
  expect(held!.lookS.length).toBeGreaterThan(4);
  expect(Math.max(...held!.lookS)).toBeLessThan(flight.boostEndS);
  expect(held!.updateS.length).toBeLessThanOrEqual(1); // the last looks of boost come in after it
});

test('a radar makes a track after burnout that gets better; a further sensor never makes it worse', () => {
  const few = custodyOf([boost, radar]).custody.threats[0]!;
  const more = custodyOf([boost, radar, leoSensor(4, 6)]).custody.threats[0]!;
  expect(few.updateS.length).toBeGreaterThan(5);
  expect(few.updateS[0]).toBeGreaterThan(flight.boostEndS);
  expect(few.velocityErrorKmS.at(-1)!).toBeLessThan(few.velocityErrorKmS.at(0)! / 3);
  few.updateS.forEach((tS, k) => {
    const same = more.updateS.indexOf(tS);
    expect(same).toBeGreaterThanOrEqual(0);
    expect(more.positionErrorKm.at(same)).toBeLessThanOrEqual(few.positionErrorKm.at(k)! * (1 + 1e-6));
    expect(more.velocityErrorKmS.at(same)).toBeLessThanOrEqual(few.velocityErrorKmS.at(k)! * (1 + 1e-6));
  });
  expect([...few.newestS]).toEqual([...few.newestS].sort((a, b) => a - b));
});

test('errors are the same in whatever order they are asked for; beyond the updates there are none', () => {
  const inOrder = custodyOf([boost, radar]).custody.threats[0]!;
  const backwards = custodyOf([boost, radar]).custody.threats[0]!;
  const last = inOrder.updateS.length - 1;
  const before = Array.from({ length: last + 1 }, (_, k) => backwards.velocityErrorKmS.at(last - k)).reverse();
  expect(before).toEqual(Array.from(inOrder.updateS, (_, k) => inOrder.velocityErrorKmS.at(k)));
  expect(backwards.positionErrorKm.at(-1)).toBe(inOrder.positionErrorKm.at(last));
  expect(JSON.parse(JSON.stringify(inOrder.positionErrorKm))).toHaveLength(last + 1);
  expect([inOrder.positionErrorKm.at(last + 1), inOrder.positionErrorKm.at(-last - 2)]).toEqual([undefined, undefined]);
});

test('a track that is carried on as far as asked is that of one filter that runs to the end', () => {
  const { custody, world } = custodyOf([boost, radar]);
  const held = custody.threats[0]!;
  const steps = { boostStepS: 30, coastStepS: 30, freeStepS: 60 };
  const contacts = sense(world, testLinks(world), { seed: 7, trial: 3 }, steps);
  const units = sensorUnits(world);
  const [rows] = rowsByThreat(contacts, 1);
  const { usableS } = usableLooks(contacts, rows, units.looksNeeded, units.firstUnit, units.count);
  const [threat] = world.threats;
  const looks = arrivingLooks(contacts, rows, usableS);
  const filter = new TrackFilter(looks, threat, phaseSpans(world, threat), world.architecture.sensors);
  const updates: [tS: number, positionKm: number, velocityKmS: number][] = [];
  while (filter.update(30))
    updates.push([filter.nowS, positionErrorKm(filter.information), velocityErrorKmS(filter.information)]);
  const after = updates.filter(([tS]) => tS > threat.launchS + threat.trajectory.boostEndS);
  expect(after.length).toBeGreaterThan(5);
  expect(after.length).toBeLessThan(updates.length);
  expect(Array.from(held.updateS, (tS, k) => [tS, held.positionErrorKm.at(k), held.velocityErrorKmS.at(k)])).toEqual(
    after,
  );
});

test('only what is asked for is made, the same whoever else was; what is known stays', () => {
  const flights = [flight, solidFlight([45, 130])];
  const sensors = [boost, radar];
  const { custody: second, world } = custodyOf(sensors, [0, 1], flights);
  expect(second.threats[0]).toBe(null);
  const { custody: both } = custodyOf(sensors, [1, 1], flights);
  expect(told(second.threats[1])).toBe(told(both.threats[1]));
  const luck = { seed: 7, trial: 3 };
  const later = withCustody(second, world, testLinks(world), luck, Uint8Array.of(1, 1), senseRoom());
  expect(later.threats[1]).toBe(second.threats[1]);
  expect(told(later.threats[0])).toBe(told(both.threats[0]));
  const again = withCustody(later, world, testLinks(world), luck, Uint8Array.of(1, 1), senseRoom());
  expect(again).toBe(later);
});

test.each([
  ['places', { targetsCount: 1 }],
  ['time', { dwellMs: 100, trackUpdateS: 0.1 }],
])('where a sensor has too few %s, all threats share them, whoever is asked for', (_, limit) => {
  const sensors = [boost, radarSensor([[64.3, -149.2]], limit)];
  const both = custodyOf(sensors, [1, 1], [flight, flight]).custody.threats;
  expect(both.map((held) => held!.updateS.length > 5).sort()).toEqual([false, true]);
  for (const asked of [0, 1]) {
    const wanted = [0, 1].map((i) => Number(i === asked));
    const { threats } = custodyOf(sensors, wanted, [flight, flight]).custody;
    expect(told(threats[asked])).toBe(told(both[asked]));
    expect(threats[1 - asked]).toBe(null);
  }
});

test('without sensors custody is taken as given', () => {
  expect(noCustody(sensorWorld([], [flight])).isAssumed).toBe(true);
});

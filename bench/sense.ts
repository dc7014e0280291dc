import { equalAngleGrid } from '../src/effect/coverage-grid.ts';
import { warningMap } from '../src/effect/warning.ts';
import { DEG_RAD } from '../src/physics/constants.ts';
import { sense } from '../src/sense/sense.ts';
import { track } from '../src/sense/track.ts';
import { geoSensor, leoSensor, sensorWorld, testLinks } from '../test/fixtures/small-sensors.ts';
import { solidFlight } from '../test/fixtures/small-world.ts';
import { medianS } from './measure.ts';

const ROUNDS = 7;

/** Time of the sensing stage in a trial by satellites, threats and how far it looks, and of a warning map. */
export async function bench(): Promise<string[]> {
  return [
    ...benchTrial(10, 20, 10),
    ...benchTrial(10, 40, 10),
    ...benchTrial(10, 20, 20),
    ...benchTrial(10, 20, 10, 400),
    benchMap(),
  ];
}

function benchTrial(planes: number, perPlane: number, threats: number, untilS = Infinity): string[] {
  const flights = Array.from({ length: threats }, (_, k) => solidFlight([36 + k / 2, 125 + k / 2]));
  const world = sensorWorld([leoSensor(planes, perPlane), geoSensor([-100, 20, 80, 160])], flights);
  const links = testLinks(world);
  let trial = 0;
  let contacts = sense(world, links, { seed: 1, trial: 0 }, { untilS });
  const senseMs = medianMs(() => {
    contacts = sense(world, links, { seed: 1, trial: ++trial }, { untilS });
  });
  const commitMs = medianMs(() => track(contacts, world, { untilS, stopAtCommit: true }));
  const historyMs = medianMs(() => track(contacts, world, { untilS }));
  const span = untilS === Infinity ? 'whole flights' : `first ${untilS} s`;
  return [
    `${planes * perPlane + 4} satellites, ${threats} threats, ${span}: ${contacts.count.toLocaleString('en')} looks`,
    `  sense ${senseMs.toFixed(1)} ms, track to the commit ${commitMs.toFixed(1)} ms, whole history ${historyMs.toFixed(1)} ms`,
  ];
}

function benchMap(): string {
  const world = sensorWorld([leoSensor(6, 9), geoSensor([-100, 20, 80, 160])]);
  const missile = { burnS: 180, burnoutAltitudeKm: 200, burnoutDownrangeKm: 400, maxRangeKm: 12_000 };
  const toward = { latitudeRad: 40 * DEG_RAD, longitudeRad: -100 * DEG_RAD, heightKm: 0 };
  const span = { fromS: 0, stepS: 1800, stepCount: 48 };
  const ms = medianMs(() => warningMap(world, missile, toward, equalAngleGrid(18, 36), span), 3);
  return `warning map, 648 cells, 48 launches a cell, 58 satellites: ${ms.toFixed(0)} ms`;
}

function medianMs(run: () => void, rounds = ROUNDS): number {
  run();
  return 1000 * medianS(run, rounds);
}

import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { NetworkLoad } from '../flow/network-load.ts';
import { InputError } from '../flow/problems.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { prepare } from '../run/prepare.ts';
import { networkLoad } from './load.ts';

const FRAMES = '{ id: frames, sender: sensor, sizeBytes: 1250000, ratePerS: 10, busyFraction: 1, priority: 2 }';
const TRACKS =
  '{ id: tracks, sender: sensor, sizeBytes: 1000, ratePerS: 100, busyFraction: 1, priority: 1, isPreempting: true }';
const ORDERS = '{ id: orders, sender: centre, sizeBytes: 100, ratePerS: 1, busyFraction: 0.5, priority: 1 }';

/** One geostationary relay over a gateway, four sensors near it, one at the back of the Earth; interceptors are at the relay too. */
const text = (network: string, messages: string[]) => `name: load
epochUtc: 2028-06-01T00:00:00Z
sites:
  - { id: base, latDeg: 0, lonDeg: 0 }
networks:
  - id: relay
    crosslinks: none
    hopDelayMs: 1
    userMinElevationDeg: 10
    gatewayMinElevationDeg: 10
    gateways: [base]
    geostationary: [{ longitudeDeg: 0 }]
    clientTerminalCount: 20
    clientMaxKm: 45000
    clientLaserKinds: [starlink]
    ${network}
command: [{ id: c2, site: base }]
sensors:
  - id: eyes
    platform: space
    sees: [boost]
    revisitS: 1
    looksCount: 2
    angleErrorUrad: 20
    terminals: [relay]
    laserKinds: [starlink]
    geostationary: [{ longitudeDeg: 10 }, { longitudeDeg: 20 }, { longitudeDeg: 350 }, { longitudeDeg: 340 }, { longitudeDeg: 180 }]
interceptors:
  - id: sbi
    use: cbo-2026-sbi
    shells: [{ planes: 2, satellitesPerPlane: 2, altitudeKm: 500, inclinationDeg: 0 }]
    terminals: [relay]
    laserKinds: [starlink]
messages:
${messages.map((line) => `  - ${line}`).join('\n')}
`;

function loadOf(network: string, messages: string[]): NetworkLoad {
  const prepared = prepare(resolveScenario(parseScenario(text(network, messages), 'load.yaml'), testCatalog()));
  const [transport] = prepared.transports;
  const availability = prepared.force.stated;
  return networkLoad(transport, { timesS: [0], messages: prepared.architecture.messages!, availability });
}

const classOf = (load: NetworkLoad, id: string) => load.classes.find((each) => each.id === id)!;

describe('one relay over one gateway', () => {
  test('what has a way is carried as far as the link goes, the first class first', () => {
    const load = loadOf('gatewayLinkMbps: 103.2', [FRAMES, TRACKS]);
    const tracks = classOf(load, 'tracks');
    const frames = classOf(load, 'frames');
    expect(load.classes.map(({ id }) => id)).toEqual(['tracks', 'frames']);
    expect([tracks.unitCount, tracks.servedCount]).toEqual([5, 4]);
    expect(tracks.offeredMbps).toBeCloseTo(4 * 0.8, 9);
    expect(frames.offeredMbps).toBeCloseTo(400, 9);
    expect(tracks.quickestFraction).toBeCloseTo(1, 9);
    for (const share of [frames.quickestFraction, frames.evenFraction, frames.mostFraction])
      expect(share).toBeCloseTo(100 / 400, 9);
    expect(load.growthRatio).toBeCloseTo(103.2 / 403.2, 6);
    expect(load.growthLimits[0]).toMatchObject({ kind: 'gateway-link', network: 'relay', to: 'base' });
    expect(load.fullest[0]).toMatchObject({ kind: 'gateway-link', direction: 'in', rateMbps: 103.2 });
    expect(load.fullest[0].utilisationRatio).toBeCloseTo(403.2 / 103.2, 6);
    expect(frames.queueMeanS).toBeNull();
    expect(tracks.queueMeanS).toBeGreaterThan(0);
  });

  test('antennas of the gateway are a limit of their own, and orders have theirs', () => {
    const load = loadOf('gatewayMbps: 200', [FRAMES, ORDERS]);
    expect(classOf(load, 'frames').evenFraction).toBeCloseTo(0.5, 9);
    expect(classOf(load, 'orders').evenFraction).toBe(1);
    expect(load.growthLimits[0]).toMatchObject({ kind: 'gateway', from: 'base', to: 'base' });
  });

  test('a terminal carries what its rate allows', () => {
    const load = loadOf('clientLinkMbps: 50.8', [FRAMES, TRACKS]);
    expect(classOf(load, 'tracks').evenFraction).toBeCloseTo(1, 9);
    expect(classOf(load, 'frames').evenFraction).toBeCloseTo(0.5, 9);
    const [terminal] = load.fullest;
    expect(terminal).toMatchObject({ kind: 'terminal', from: 'eyes', to: 'relay' });
    expect(terminal.utilisationRatio).toBeCloseTo(100.8 / 50.8, 9);
    expect(load.growthRatio).toBeNull();
  });

  test('other customers take their share from those who do not go before them', () => {
    const load = loadOf('{ gatewayLinkMbps: 4, otherTrafficFraction: 0.9 }'.slice(2, -2).replace(', ', '\n    '), [
      TRACKS,
      FRAMES.replace('1250000', '1250'),
    ]);
    const tracks = classOf(load, 'tracks');
    expect(load.others).toEqual([{ network: 'relay', fraction: 0.9 }]);
    expect(tracks.evenFraction).toBeCloseTo(1, 9);
    expect(tracks.noOthersFraction).toBeCloseTo(1, 9);
    expect(tracks.noPreemptionFraction).toBeCloseTo(0.4 / 3.2, 9);
    const frames = classOf(load, 'frames');
    expect([frames.evenFraction, frames.noPreemptionFraction]).toEqual([0, 0]);
    expect(frames.noOthersFraction).toBeCloseTo(1, 9);
  });

  test('the queue of one class is that of a server with fixed lengths', () => {
    const { queueMeanS } = classOf(loadOf('gatewayLinkMbps: 8', [TRACKS]), 'tracks');
    const [load, sendS] = [0.4, 0.001];
    expect(queueMeanS).toBeCloseTo((load * sendS) / 2 / (1 - load) + sendS, 9);
  });

  test('without rates all is carried without end', () => {
    const load = loadOf('note: no rates', [FRAMES]);
    expect(classOf(load, 'frames').quickestFraction).toBe(1);
    expect([load.growthRatio, load.fullest]).toEqual([null, []]);
  });
});

test('classes that nobody can send are told at their line', () => {
  const wrong = text('note: no rates', [
    FRAMES.replace('priority: 2', 'priority: 2, elements: [eye, sbi]'),
    '{ id: other, use: infrared-tracks }',
    ORDERS.replace('priority: 1', 'elements: [eyes]'),
  ]);
  try {
    resolveScenario(parseScenario(wrong, 'load.yaml'), testCatalog());
    expect.unreachable();
  } catch (error) {
    const { problems } = error as InputError;
    const lineOf = (word: string) => wrong.split('\n').findIndex((line) => line.includes(word)) + 1;
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-name', lineOf('[eye, sbi]')],
      ['unknown-name', lineOf('[eye, sbi]')],
      ['unknown-entry', lineOf('infrared-tracks')],
      ['missing', lineOf('elements: [eyes]')],
      ['unknown-name', lineOf('elements: [eyes]')],
    ]);
    expect(error).toBeInstanceOf(InputError);
  }
});

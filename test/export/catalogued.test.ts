import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as exportCommand } from '../../src/cli/export.ts';
import { command as importCommand } from '../../src/cli/import.ts';
import { command as routeCommand } from '../../src/cli/route.ts';
import { tleChecksum } from '../../src/physics/tle.ts';
import { runCommand } from '../fixtures/run-command.ts';

/** Two satellites of one name, as Space-Track lists what nobody has named yet, and one that comes down within the day. */
const set = (name: string, number: string, piece: string, anomaly: string, drag = '22000-3') => {
  const one = `1 ${number}U 26050${piece.padEnd(3)} 26132.50000000  .00012000  00000-0  ${drag} 0  999`;
  const two = `2 ${number}  51.6400 120.0000 0005000  80.0000 ${anomaly} 15.90000000 1000`;
  return [name, one + tleChecksum(one), two + tleChecksum(two)];
};
const text = [
  ...set('TBA - TO BE ASSIGNED', '60001', 'A', '280.0000'),
  ...set('TBA - TO BE ASSIGNED', 'A0002', 'B', '100.0000'),
  ...set('FALLING', '60003', 'C', '190.0000', '99999-1'),
].join('\n');

let folder: string;
let scenario: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-catalogued-'));
  writeFileSync(join(folder, 'tba.tle'), text);
  await runCommand(importCommand, [join(folder, 'tba.tle'), '--out', join(folder, 'tba')]);
  scenario = join(folder, 'tba', 'scenario.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));

const exported = async (format: string, ...words: string[]) =>
  runCommand(exportCommand, [format, scenario, '--duration', '600', '--step', '60', ...words]);

interface Packet {
  id: string;
  availability?: string | string[];
  properties?: object;
  position?: { cartesian?: number[] };
}

test('satellites of one name are as many objects, each with its number', async () => {
  const { out } = await exported('czml');
  const packets = (JSON.parse(out) as Packet[]).filter(({ id }) => id.startsWith('satellites:'));
  expect(packets.map(({ id }) => id)).toEqual([
    'satellites:TBA - TO BE ASSIGNED 60001',
    'satellites:TBA - TO BE ASSIGNED 100002',
    'satellites:FALLING',
  ]);
  expect(packets[1].properties).toEqual({ catalogNumber: 100_002, designator: '2026-050B' });
});

test('ephemerides carry the designator and the number', async () => {
  await exported('oem', '--out', join(folder, 'oem'));
  const files = readdirSync(join(folder, 'oem')).filter((name) => name.endsWith('.oem'));
  expect(files).toHaveLength(3);
  const found = files.map((name) => readFileSync(join(folder, 'oem', name), 'utf8'));
  const [one] = found.filter((each) => each.includes('2026-050B'));
  expect(one).toContain('COMMENT NORAD_CAT_ID = 100002\nOBJECT_NAME = TBA - TO BE ASSIGNED\nOBJECT_ID = 2026-050B\n');
});

test('tracks on the map have the number among their properties', async () => {
  const { out } = await exported('geojson');
  const tracks = JSON.parse(out).features.filter(
    (each: { properties: { kind: string } }) => each.properties.kind === 'track',
  );
  expect(tracks.map((each: { properties: object }) => each.properties)).toContainEqual({
    kind: 'track',
    group: 'satellites',
    catalogNumber: 60_001,
    designator: '2026-050A',
  });
});

test('a satellite that has come down is in no file, and that is said', async () => {
  const { out, notes } = await exported('czml', '--from', String(20 * 86_400));
  const packets = (JSON.parse(out) as Packet[]).filter(({ id }) => id.startsWith('satellites:'));
  expect(packets.map(({ id }) => id)).not.toContain('satellites:FALLING');
  for (const { position, availability } of packets) {
    expect(position!.cartesian!.length).toBeGreaterThan(0);
    expect(availability).toBeDefined();
  }
  expect(notes).toContain('1 of 3 satellites are nowhere in this span and are left out');
});

test('the last moment of the span is a sample, and too long a step is told', async () => {
  const { out, notes } = await exported('czml', '--duration', '1000', '--step', '600');
  const [packet] = (JSON.parse(out) as Packet[]).filter(({ id }) => id.startsWith('satellites:'));
  expect(packet.position!.cartesian!.filter((_, i) => i % 4 === 0)).toEqual([0, 600, 1000]);
  expect(notes.join('\n')).toMatch(/samples 600 s apart in orbits of 5434 s.*--step 543 or less/);
});

test('a sensor that flies from a file is an end of a route by its name and by its number in any spelling', async () => {
  const file = join(folder, 'sensors.yaml');
  writeFileSync(
    file,
    [
      'name: Sensors',
      'epochUtc: 2026-05-12T12:00:00Z',
      'networks: [{ id: transport, use: sda-transport }]',
      'sensors: [{ id: eyes, use: sda-tracking-t2, terminals: [transport], elements: { file: tba.tle } }]',
    ].join('\n'),
  );
  const paths = [];
  for (const word of ['eyes:TBA - TO BE ASSIGNED 100002', 'eyes:A0002', 'eyes:100002', 'eyes/1']) {
    const { out } = await runCommand(routeCommand, [file, '--from', word, '--to', 'schriever', '--json']);
    paths.push((JSON.parse(out) as { path: string[] }[])[0].path.slice(1));
  }
  expect(new Set(paths.map(String)).size).toBe(1);
});

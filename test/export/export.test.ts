import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../src/cli/export.ts';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { groundTracks } from '../../src/report/export/ground-tracks.ts';
import { type Prepared, prepare } from '../../src/run/prepare.ts';
import { sceneOf } from '../../src/run/scene.ts';
import { runCommand } from '../fixtures/run-command.ts';

let one: Prepared;
let networks: Prepared;

beforeAll(async () => {
  one = prepare((await loadScenarioFile('scenarios/one-missile.yaml')).architecture);
  networks = prepare((await loadScenarioFile('scenarios/networks.yaml')).architecture);
});

describe('GeoJSON', () => {
  test('tracks are cut at 180 degrees and cells close their rings', async () => {
    const words = [
      'geojson',
      'scenarios/one-missile.yaml',
      '--duration',
      '6000',
      '--step',
      '60',
      '--maps',
      '--trials',
      '4',
    ];
    const { out } = await runCommand(command, words);
    const { type, features } = JSON.parse(out);
    expect(type).toBe('FeatureCollection');
    const of = (kind: string) =>
      features.filter((each: { properties: { kind: string } }) => each.properties.kind === kind);
    expect(of('place').length).toBeGreaterThan(2);
    expect(of('track').length).toBe(999);
    expect(of('map').length).toBeGreaterThan(500);
    for (const { geometry } of of('track'))
      for (const line of geometry.coordinates)
        for (let i = 1; i < line.length; i++) {
          expect(Math.abs(line[i][0] - line[i - 1][0])).toBeLessThanOrEqual(180);
          expect(Math.abs(line[i][0])).toBeLessThanOrEqual(180);
        }
    for (const { geometry } of of('map')) {
      const [ring] = geometry.coordinates;
      expect(ring[0]).toEqual(ring[4]);
      const area = ring
        .slice(0, 4)
        .reduce((sum: number, [x, y]: number[], i: number) => sum + x * ring[i + 1][1] - ring[i + 1][0] * y, 0);
      expect(area).toBeGreaterThan(0); // counter-clockwise, as RFC 7946 asks
    }
  });

  test('a track reaches its inclination and no further', () => {
    const [part] = one.elements.space[0].parts;
    const inclinationDeg = part.kind === 'walker' ? (part.inclinationRad * 180) / Math.PI : Number.NaN;
    const scene = sceneOf(one, { elements: [], fromS: 0, durationS: 6000, stepS: 60, routes: false });
    for (const { latDeg } of groundTracks(scene)) {
      const highest = latDeg.reduce((most, lat) => Math.max(most, Math.abs(lat)), 0);
      // latitudes are those of the ellipsoid, up to 0.2 degrees from those at the centre
      expect(Math.abs(highest - Math.min(inclinationDeg, 180 - inclinationDeg))).toBeLessThan(0.4);
    }
  });
});

describe('charts', () => {
  test('svg and png hold the same pictures, those of the report, each with its title and its run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cupola-charts-'));
    try {
      for (const format of ['svg', 'png'])
        await runCommand(command, [format, 'scenarios/one-missile.yaml', '--trials', '4', '--out', folder]);
      const files = (await readdir(folder)).sort();
      const names = (format: string) =>
        files.filter((file) => file.endsWith(format)).map((file) => file.replace(format, ''));
      expect(names('.svg')).toEqual(names('.png'));
      expect(names('.svg')).toContain('time-budget');
      const text = await readFile(join(folder, 'time-budget.svg'), 'utf8');
      expect(text).toContain('Where the seconds go');
      expect(text).toMatch(/one-missile\.yaml, seed 1, 4 raids, scenario [0-9a-f]{16}, cupola \d/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('choices', () => {
  test('more objects than CesiumJS bears are written with a warning, fewer without', async () => {
    const notes = async (select: string) =>
      (await runCommand(command, ['czml', 'scenarios/networks.yaml', '--select', select, '--duration', '60'])).notes;
    expect((await notes('leo')).join()).toMatch(/^warning: 3232 objects; CesiumJS gets slow above 1000/);
    expect(await notes('oneweb')).toEqual([]);
  });

  test('names of many places show from near only', async () => {
    const labels = async (scenario: string) => {
      const words = ['czml', `scenarios/${scenario}.yaml`, '--select', 'none', '--duration', '60'];
      const packets: { label?: { distanceDisplayCondition?: object } }[] = JSON.parse(
        (await runCommand(command, words)).out,
      );
      return packets.flatMap(({ label }) => (label ? [label.distanceDisplayCondition !== undefined] : []));
    };
    expect(new Set(await labels('networks'))).toEqual(new Set([true]));
    expect(new Set(await labels('one-missile'))).toEqual(new Set([false]));
  });

  test('unknown formats, elements and spans are refused before anything is computed', async () => {
    const refused = (words: string[]) => expect(runCommand(command, words)).rejects;
    await refused(['dxf', 'scenarios/one-missile.yaml']).toMatchObject({ problems: [{ code: 'unknown-format' }] });
    const wrong = ['czml', 'scenarios/one-missile.yaml', '--select', 'sbx,gbi'];
    await refused(wrong).toMatchObject({ problems: [{ code: 'unknown-element' }, { code: 'unknown-element' }] });
    const large = ['czml', 'scenarios/networks.yaml', '--duration', '864000', '--step', '1'];
    await refused(large).toMatchObject({ problems: [{ code: 'too-large' }] });
    await refused(['svg', 'scenarios/one-missile.yaml']).toMatchObject({ problems: [{ code: 'no-folder' }] });
    const narrow = ['png', 'scenarios/one-missile.yaml', '--width', '9'];
    await refused(narrow).toMatchObject({ problems: [{ code: 'no-folder' }, { code: 'wrong-number' }] });
  });

  test('an option that means nothing to a format, and a choice that leaves no satellite, are refused', async () => {
    const told = async (words: string) =>
      ((await runCommand(command, words.split(' ')).catch((error: Error) => error)) as Error).message;
    const omm = await told('omm scenarios/golden-dome.yaml --maps --routes --trial 1');
    for (const option of ['maps', 'routes', 'trial']) expect(omm).toContain(`--${option}: means nothing to omm`);
    const svg = await told('svg scenarios/one-missile.yaml --select sbi --out x');
    expect(svg).toContain('--select: means nothing to svg');
    const ground = await told('czml scenarios/golden-dome.yaml --select radar,starlnk');
    expect(ground).toContain('"radar" stands on the ground; in space are starlink,');
    expect(ground).toContain('did you mean "starlink"?');
    for (const words of [
      'oem scenarios/golden-dome.yaml --select none',
      'omm-xml scenarios/mixed-raid.yaml --select none',
    ])
      expect(await told(words)).toContain('holds satellites, and none is chosen');
  });

  test.each(['czml', 'kml', 'geojson', 'oem'])('%s: the raid of a scenario without one is refused', async (format) => {
    const line = runCommand(command, [format, 'scenarios/networks.yaml', '--trial', '0']);
    await expect(line).rejects.toMatchObject({ problems: [{ code: 'no-raid' }] });
  });

  test('a raid is there where a trial is named, and links follow the routes', () => {
    const raid = sceneOf(one, { elements: ['none'], fromS: 0, durationS: 2400, stepS: 60, trial: 3, routes: false });
    const [missile] = raid.objects;
    expect(raid.objects.length).toBe(1);
    const last = missile.positionEcefKm.slice(-3);
    const aim = raid.places.find(({ id }) => id === 'washington')!;
    const latDeg = (Math.atan2(last[2], Math.hypot(last[0], last[1])) * 180) / Math.PI;
    expect(Math.abs(latDeg - aim.latDeg)).toBeLessThan(0.5);
    const routed = sceneOf(networks, { elements: ['none'], fromS: 0, durationS: 300, stepS: 60, routes: true });
    expect(routed.links.length).toBeGreaterThan(10);
    const known = new Set([...routed.objects, ...routed.places].map(({ id }) => id));
    for (const { from, to, spansS } of routed.links) {
      for (const end of [from, to]) expect(known.has(end), end).toBe(true);
      for (const [a, b] of spansS) expect(b).toBeGreaterThan(a);
    }
  });
});

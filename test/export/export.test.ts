import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../src/cli/export.ts';
import { meanElements } from '../../src/cli/export-elements.ts';
import { groundTracks, sceneOf } from '../../src/cli/export-scene.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { runCommand } from '../../src/cli/test-context.ts';
import { parseElements } from '../../src/physics/element-file.ts';
import { orbitPositionsEciKm } from '../../src/physics/orbits.ts';
import { elementOrbits } from '../../src/physics/sgp4.ts';
import { unixSFromIso } from '../../src/physics/time.ts';
import { ommText } from '../../src/report/export/omm.ts';
import { type Prepared, prepare } from '../../src/trial.ts';

let one: Prepared;
let networks: Prepared;

beforeAll(async () => {
  one = prepare((await loadScenario('scenarios/one-missile.yaml')).architecture);
  networks = prepare((await loadScenario('scenarios/networks.yaml')).architecture);
});

describe('OMM', () => {
  test.each(['json', 'csv'] as const)(
    '%s of a synthetic constellation comes back as the same satellites by SGP4',
    (format) => {
      const element = networks.elements.space.find(({ id }) => id === 'oneweb')!;
      const { architecture } = networks;
      const text = ommText(meanElements(architecture, element), format);
      const { sets, problems } = parseElements(text);
      expect(problems).toEqual([]);
      expect(sets.length).toBe(element.count);
      const real = elementOrbits(sets, architecture.epochUnixS);
      const [ours, theirs] = [new Float64Array(3 * element.count), new Float64Array(3 * element.count)];
      let worstKm = 0;
      for (const tS of [0, 6000, 43_200, 86_400]) {
        orbitPositionsEciKm(element.parts[0]!, tS, ours);
        expect(orbitPositionsEciKm(real, tS, theirs)).toBe(0);
        for (let i = 0; i < ours.length; i += 3)
          worstKm = Math.max(
            worstKm,
            Math.hypot(ours[i]! - theirs[i]!, ours[i + 1]! - theirs[i + 1]!, ours[i + 2]! - theirs[i + 2]!),
          );
      }
      // short-period terms of J2, which the kept constellation here flies out, are up to 10 km; the rest is drift over a day
      expect(worstKm).toBeLessThan(25);
      expect(worstKm).toBeGreaterThan(0.1);
    },
  );
});

describe('OEM', () => {
  test('read back by the rules of the message: states of the same orbit, in order, inside the stated span', async () => {
    const words = ['oem', 'scenarios/one-missile.yaml', '--duration', '1200', '--step', '60'];
    const { out } = await runCommand(command, words);
    const segments = readOem(out);
    expect(segments.length).toBe(999);
    const scene = sceneOf(one, { elements: [], fromS: 0, durationS: 1200, stepS: 60, routes: false });
    for (const [k, { meta, states }] of segments.entries()) {
      const object = scene.objects[k]!;
      expect(meta).toMatchObject({
        OBJECT_NAME: object.id,
        CENTER_NAME: 'EARTH',
        REF_FRAME: 'TEME',
        TIME_SYSTEM: 'UTC',
      });
      expect(states.length).toBe(21);
      states.forEach(({ unixS, values }, i) => {
        expect(unixS - scene.startUnixS).toBe(60 * i);
        const wanted = [
          ...object.positionEciKm!.subarray(3 * i, 3 * i + 3),
          ...object.velocityEciKmS!.subarray(3 * i, 3 * i + 3),
        ];
        values.forEach((value, j) => {
          if (Math.abs(value - wanted[j]!) > 1e-6) expect(value).toBe(wanted[j]);
        });
      });
      expect(unixSFromIso(meta.STOP_TIME!) - unixSFromIso(meta.START_TIME!)).toBe(1200);
    }
  });

  /** A strict reader of the key-value notation of CCSDS 502.0. */
  function readOem(text: string) {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('COMMENT'));
    expect(lines.slice(0, 3).map((line) => line.split(' = ')[0])).toEqual([
      'CCSDS_OEM_VERS',
      'CREATION_DATE',
      'ORIGINATOR',
    ]);
    const segments: { meta: Record<string, string>; states: { unixS: number; values: number[] }[] }[] = [];
    let inMeta = false;
    for (const line of lines.slice(3)) {
      if (line === 'META_START') {
        segments.push({ meta: {}, states: [] });
        inMeta = true;
      } else if (line === 'META_STOP') inMeta = false;
      else if (inMeta) {
        const [key, value] = line.split(' = ');
        segments.at(-1)!.meta[key!] = value!;
      } else {
        const [time, ...values] = line.split(' ');
        segments.at(-1)!.states.push({ unixS: unixSFromIso(time!), values: values.map(Number) });
      }
    }
    return segments;
  }
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
        .reduce((sum: number, [x, y]: number[], i: number) => sum + x! * ring[i + 1][1] - ring[i + 1][0] * y!, 0);
      expect(area).toBeGreaterThan(0); // counter-clockwise, as RFC 7946 asks
    }
  });

  test('a track stays on the same great circle whatever the axes: latitude never exceeds the inclination', () => {
    const scene = sceneOf(one, { elements: [], fromS: 0, durationS: 6000, stepS: 120, routes: false });
    for (const { latDeg } of groundTracks(scene)) for (const lat of latDeg) expect(Math.abs(lat)).toBeLessThan(91);
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
  test('unknown formats, elements and spans are refused before anything is computed', async () => {
    const refused = (words: string[]) => expect(runCommand(command, words)).rejects;
    await refused(['kml', 'scenarios/one-missile.yaml']).toMatchObject({ problems: [{ code: 'unknown-format' }] });
    const wrong = ['czml', 'scenarios/one-missile.yaml', '--select', 'sbx,gbi'];
    await refused(wrong).toMatchObject({ problems: [{ code: 'unknown-element' }, { code: 'unknown-element' }] });
    const large = ['czml', 'scenarios/networks.yaml', '--duration', '864000', '--step', '1'];
    await refused(large).toMatchObject({ problems: [{ code: 'too-large' }] });
    await refused(['svg', 'scenarios/one-missile.yaml']).toMatchObject({ problems: [{ code: 'no-folder' }] });
    const narrow = ['png', 'scenarios/one-missile.yaml', '--width', '9'];
    await refused(narrow).toMatchObject({ problems: [{ code: 'no-folder' }, { code: 'wrong-number' }] });
  });

  test('a raid is there where a trial is named, and links follow the routes', () => {
    const raid = sceneOf(one, { elements: ['none'], fromS: 0, durationS: 2400, stepS: 60, trial: 3, routes: false });
    const [missile] = raid.objects;
    expect(raid.objects.length).toBe(1);
    const last = missile!.positionEcefKm.slice(-3);
    const aim = raid.places.find(({ id }) => id === 'washington')!;
    const latDeg = (Math.atan2(last[2]!, Math.hypot(last[0]!, last[1]!)) * 180) / Math.PI;
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

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { parseElements } from '../physics/element-file.ts';
import { orbitPositionsEciKm } from '../physics/orbits.ts';
import { prepare } from '../run/prepare.ts';
import { tell } from '../words/words.ts';
import { command as exportCommand } from './export.ts';
import { command } from './import.ts';
import { elementsScenario, hypatiaScenario } from './import-scenario.ts';
import { looksLikeStations, readStations } from './import-stations.ts';
import { loadScenario } from './load-scenario.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cupola-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['omm', 'omm-csv'])('a constellation goes out as %s and comes back on the same orbits', async (format) => {
  const file = join(folder, format === 'omm' ? 'oneweb.json' : 'oneweb.csv');
  await runCommand(exportCommand, [format, 'scenarios/networks.yaml', '--select', 'oneweb', '--out', file]);
  const out = join(folder, format);
  const { out: said } = await runCommand(command, [file, '--network', 'oneweb', '--out', out, '--json']);
  expect(JSON.parse(said)).toMatchObject({ kind: 'satellites', stationCount: 0 });
  const back = prepare((await loadScenario(join(out, 'scenario.yaml'))).architecture);
  const ours = prepare((await loadScenario('scenarios/networks.yaml')).architecture);
  const [real, made] = [back.elements.space[0]!, ours.elements.space.find(({ id }) => id === 'oneweb')!];
  expect(real.count).toBe(made.count);
  const [a, b] = [new Float64Array(3 * real.count), new Float64Array(3 * real.count)];
  orbitPositionsEciKm(real.parts[0]!, 0, a);
  orbitPositionsEciKm(made.parts[0]!, 0, b);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(20); // short-period terms of SGP4, up to 15 km here
});

test('a Hypatia folder keeps its planes, its order and its stations; wrong counts are told', () => {
  const tles = hypatiaTles(3, 4);
  const stations = '0,Tokyo,35.6895,139.69171,0,1,2,3\n1,"São Paulo",-23.55,-46.63,0,1,2,3\n';
  const { files, satelliteCount, stationCount } = hypatiaScenario({ tles, stations }, 'kuiper', 'amazon-leo');
  expect([satelliteCount, stationCount]).toEqual([12, 2]);
  expect(files['scenario.yaml']).toContain('planes: 3');
  expect(files['scenario.yaml']).toContain('tokyo-sao-paulo');
  expect(parseElements(files['satellites.tle']!).sets.length).toBe(12);
  expect(() => hypatiaScenario({ tles: tles.replace('3 4', '3 5'), stations }, 'k', 'amazon-leo')).toThrow(
    /asks for 15/,
  );
  expect(() => hypatiaScenario({ tles: `planes\n${tles}`, stations }, 'k', 'amazon-leo')).toThrow(/k\/tles.txt:1/);
});

test('stations by any of their usual heads; every faulty line is told', () => {
  const found = readStations('Name,Latitude (deg),Longitude (deg)\n"Adelanto, CA",34.5,242.6\n', 'f.csv');
  expect(found).toEqual([{ name: 'Adelanto, CA', latDeg: 34.5, lonDeg: expect.closeTo(-117.4, 9) }]);
  expect(looksLikeStations('ISS (ZARYA)\n1 25544U')).toBe(false);
  let problems: unknown;
  try {
    readStations('lat,lon\n91,0\n1,2\nx,3\n', 'f.csv');
  } catch (error) {
    problems = (error as InputError).problems.map(({ line }) => line);
  }
  expect(problems).toEqual([2, 4]);
});

test('a row with two faults has two problems; a quote must be closed; a file of another kind is told so once', () => {
  const told = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      return (error as InputError).problems.map(({ line, said }) => `${line ?? ''} ${tell(said)}`);
    }
    return [];
  };
  expect(told(() => readStations('name,lat,lon\nA,100,-200\n"B,5,6\n', 'f'))).toEqual([
    '2 expected a latitude from -90 to 90, found "100"',
    '2 expected a longitude from -180 to 360, found "-200"',
    '3 a quote is opened and not closed on its line',
  ]);
  const other = told(() => elementsScenario('name;latitude;longitude\nA;1;2\nB;3;4\n', 'f', 'oneweb'));
  expect(other).toEqual([expect.stringContaining('is of no kind that is read')]);
});

test.each([
  ['{"a": 1,, }', ':1:9'],
  ['[1,\n 2', ':2:3'],
  ['[1, 2]', ':1'],
  ['[]', ':1'],
  ['', ':1'],
  ['hello', ':1'],
  ['<ndm/>', ':1'],
  ['<ndm>\n<a></b></ndm>', ':2'],
  ['lat,lon\n', ':1'],
])('%j is refused at its place in the file', async (text, place) => {
  const file = join(folder, 'refused.txt');
  await writeFile(file, text);
  const ran = runCommand(command, [file, '--out', join(folder, 'r')]);
  await expect(ran).rejects.toThrow(`${file}${place} `);
});

test('any text is either read or refused with its problems', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('lat,lon\n', 'name,lat,lon\n', ''), (text, head) => {
      try {
        for (const { latDeg, lonDeg } of readStations(head + text, 'f')) {
          expect(Math.abs(latDeg)).toBeLessThanOrEqual(90);
          expect(Math.abs(lonDeg)).toBeLessThanOrEqual(360);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
  );
});

test('an unknown network and a file that is nothing are refused', async () => {
  const file = join(folder, 'nothing.txt');
  await writeFile(file, 'nothing at all\n');
  const words = [file, '--out', join(folder, 'n')];
  await expect(runCommand(command, words)).rejects.toBeInstanceOf(InputError);
  await expect(runCommand(command, [...words, '--network', 'starlnk'])).rejects.toMatchObject({
    problems: [{ code: 'unknown-network' }],
  });
  await expect(readFile(join(folder, 'n', 'scenario.yaml'))).rejects.toThrow();
});

/** Two-line elements of a little Walker shell, as Hypatia writes them. */
function hypatiaTles(planes: number, perPlane: number): string {
  const sum = (line: string) =>
    [...line].reduce((all, letter) => all + (letter === '-' ? 1 : Number(letter) || 0), 0) % 10;
  const angle = (deg: number) => deg.toFixed(4).padStart(8);
  const lines = [`${planes} ${perPlane}`];
  for (let k = 0; k < planes * perPlane; k++) {
    const id = String(k + 1).padStart(5, '0');
    const one = `1 ${id}U 00000ABC 00001.00000000  .00000000  00000-0  00000+0 0    0`;
    const raan = angle((360 * Math.floor(k / perPlane)) / planes);
    const two = `2 ${id}  51.9000 ${raan} 0000001   0.0000 ${angle((360 * (k % perPlane)) / perPlane)} 14.80000000    0`;
    lines.push(`Kuiper-630 ${k}`, one + sum(one), two + sum(two));
  }
  return `${lines.join('\n')}\n`;
}

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { parseElements } from '../physics/element-file.ts';
import { orbitPositionsEciKm } from '../physics/orbits.ts';
import { tleChecksum } from '../physics/tle.ts';
import { prepare } from '../run/prepare.ts';
import { routeEnd } from '../transport/ends.ts';
import { isRoute, routeAt } from '../transport/route.ts';
import { prepareTransport } from '../transport/transport.ts';
import { tell } from '../words/words.ts';
import { buildElements } from '../world/elements.ts';
import { command as coverage } from './coverage.ts';
import { command as exportCommand } from './export.ts';
import { command } from './import.ts';
import { elementsScenario, hypatiaScenario } from './import-scenario.ts';
import { looksLikeStations, readStations } from './import-stations.ts';
import { loadScenarioFile } from './load-scenario.ts';

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
  const back = prepare((await loadScenarioFile(join(out, 'scenario.yaml'))).architecture);
  const ours = prepare((await loadScenarioFile('scenarios/networks.yaml')).architecture);
  const [real, made] = [back.elements.space[0], ours.elements.space.find(({ id }) => id === 'oneweb')!];
  expect(real.count).toBe(made.count);
  const [a, b] = [new Float64Array(3 * real.count), new Float64Array(3 * real.count)];
  orbitPositionsEciKm(real.parts[0], 0, a);
  orbitPositionsEciKm(made.parts[0], 0, b);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i] - b[i])).toBeLessThan(20); // short-period terms of SGP4, up to 15 km here
});

test('a Hypatia folder keeps its planes, its order and its stations; wrong counts are told', () => {
  const tles = hypatiaTles(3, 4);
  const stations = '0,Tokyo,35.6895,139.69171,0,1,2,3\n1,"São Paulo",-23.55,-46.63,0,1,2,3\n';
  const { files, satelliteCount, stationCount } = hypatiaScenario({ tles, stations }, 'kuiper', 'amazon-leo');
  expect([satelliteCount, stationCount]).toEqual([12, 2]);
  expect(files['scenario.yaml']).toContain('planes: 3');
  expect(files['scenario.yaml']).toContain('tokyo-sao-paulo');
  expect(parseElements(files['satellites.tle']).sets.length).toBe(12);
  expect(() => hypatiaScenario({ tles: tles.replace('3 4', '3 5'), stations }, 'k', 'amazon-leo')).toThrow(
    /asks for 15/,
  );
  expect(() => hypatiaScenario({ tles: `planes\n${tles}`, stations }, 'k', 'amazon-leo')).toThrow(/k\/tles.txt:1/);
});

test('with its links and limits a Hypatia folder gives the round trips of Hypatia', async () => {
  const planes = 34;
  const perPlane = 34;
  const links: string[] = [];
  for (let p = 0; p < planes; p++)
    for (let s = 0; s < perPlane; s++) {
      const own = p * perPlane + s;
      links.push(`${own} ${p * perPlane + ((s + 1) % perPlane)}`, `${own} ${((p + 1) % planes) * perPlane + s}`);
    }
  const source = join(folder, 'kuiper_630');
  await mkdir(source);
  const tles = hypatiaTles(planes, perPlane, true);
  // sources: description.txt of Hypatia's kuiper_630 network, and three of its hundred largest cities
  const description = 'max_gsl_length_m=1260000.0000000000\nmax_isl_length_m=5442958.2030362869\n';
  const stations =
    '0,Tokyo,35.6895,139.69171,0.0,0,0,0\n1,Delhi,28.66667,77.21667,0.0,0,0,0\n2,Shanghai,31.22222,121.45806,0.0,0,0,0\n';
  const made = {
    'tles.txt': tles,
    'ground_stations.txt': stations,
    'isls.txt': links.join('\n'),
    'description.txt': description,
  };
  for (const [name, text] of Object.entries(made)) await writeFile(join(source, name), text);
  const out = join(folder, 'kuiper');
  await runCommand(command, [source, '--network', 'amazon-leo', '--out', out, '--json']);
  const { architecture } = await loadScenarioFile(join(out, 'scenario.yaml'));
  const transport = prepareTransport(architecture, buildElements(architecture));
  const rttMs = architecture.routes.map(({ from, to }) => {
    const route = routeAt(transport, routeEnd(transport, from), routeEnd(transport, to), 0);
    return isRoute(route) ? 2000 * route.oneWayS : Number.NaN;
  });
  expect(rttMs[0]).toBeCloseTo(49.58, 2); // Hypatia, Tokyo to Delhi at 0 s
  expect(rttMs[1]).toBeCloseTo(35.82, 2); // Delhi to Shanghai
});

test('links that are no +grid, and limits that are none, are told by line; without links a satellite is a relay alone', () => {
  const files = { tles: hypatiaTles(3, 4), stations: '0,Tokyo,35.6895,139.69171,0,1,2,3\n1,Delhi,28.7,77.2,0,1,2,3\n' };
  const told = (more: { isls?: string; description?: string }) => {
    try {
      hypatiaScenario({ ...files, ...more }, 'k', 'amazon-leo');
    } catch (error) {
      return (error as InputError).problems.map(({ file, line, said }) => `${file}:${line} ${tell(said)}`);
    }
    return [];
  };
  expect(told({ isls: '0 1\n0 12\n0 2\nx' })).toEqual([
    'k/isls.txt:2 expected two satellites from 0 to 11, found "0 12"',
    'k/isls.txt:3 the link of 0 and 2 is none of a +grid, or is there twice: only a +grid, or no links, can be read',
    'k/isls.txt:4 expected two satellites from 0 to 11, found "x"',
  ]);
  expect(told({ isls: '0 1\n1 2\n' })).toEqual([
    'k/isls.txt:2 22 links of a +grid are missing, such as that of 2 and 3',
  ]);
  expect(told({ description: 'max_gsl_length_m=0\n' })).toEqual([
    'k/description.txt:1 expected max_gsl_length_m= and metres above 0',
    'k/description.txt:1 expected max_isl_length_m= and metres above 0',
  ]);
  expect(hypatiaScenario({ ...files, isls: '\n' }, 'k', 'amazon-leo').files['scenario.yaml']).toContain(
    'crosslinks: none',
  );
  expect(hypatiaScenario(files, 'k', 'amazon-leo').notes!.map(tell)).toEqual([
    'no isls.txt in k: a +grid is taken',
    'no description.txt in k: ranges, elevations and delays are those of amazon-leo',
  ]);
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
    '2 expected a latitude from −90 to 90, found "100"',
    '2 expected a longitude from −180 to 360, found "-200"',
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

const ELEVEN = 'test/fixtures/starlink-eleven.tle';

test('import says how many fly and how old they are; one odd epoch moves nothing', async () => {
  const lines = (await readFile(ELEVEN, 'utf8')).split('\n');
  const later = withSum(lines[2].replace('44714C', '99001U').replace('26132', '35200'));
  const file = join(folder, 'odd.tle');
  await writeFile(
    file,
    [...lines.slice(0, -1), 'LATER', later, withSum(lines[3].replace('44714', '99001'))].join('\n'),
  );
  const out = join(folder, 'odd');
  const { out: json, notes } = await runCommand(command, [file, '--out', out, '--json']);
  expect(JSON.parse(json)).toMatchObject({
    satelliteCount: 11,
    health: { heldCount: 12, flyingCount: 11, staleCount: 1 },
  });
  expect(notes.join('\n')).toContain('11 of 12 satellites of satellites.tle fly at 2026-05-13');
  expect(notes.join('\n')).toContain('1 with elements more than 30 days away');
});

test('an epoch two years off is refused, unless old elements are asked for: then what flies is counted alone', async () => {
  const out = join(folder, 'late');
  await runCommand(command, [ELEVEN, '--out', out]);
  const scenario = join(out, 'scenario.yaml');
  const text = await readFile(scenario, 'utf8');
  await writeFile(scenario, text.replace(/epochUtc: .*/, 'epochUtc: 2028-06-01T00:00:00Z'));
  const words = [scenario, '--hours', '0', '--json'];
  await expect(runCommand(coverage, words)).rejects.toThrow('none of its 11 satellites flies at 2028-06-01T00:00:00Z');
  const { out: json, notes } = await runCommand(coverage, [...words, '--stale', '800']);
  expect(JSON.parse(json)[0]).toMatchObject({ satelliteCount: 4, health: { decayedCount: 4, lostCount: 3 } });
  expect(notes[0]).toContain('4 of 11 satellites of satellites.tle fly at 2028-06-01T00:00:00Z, elements 750.0');
  await expect(runCommand(coverage, [...words, '--stale', 'many'])).rejects.toThrow('--stale');
});

test('files of the same satellites at several dates fly together, each set at its own time', async () => {
  const out = join(folder, 'replay');
  await runCommand(command, [ELEVEN, '--out', out]);
  const lines = (await readFile(ELEVEN, 'utf8')).split('\n');
  const later = join(folder, 'later.tle');
  const aged = lines.map((line) => (line.startsWith('1 ') ? withSum(line.replace(/ 26(132|133)\./, ' 26140.')) : line));
  await writeFile(later, aged.join('\n'));
  const words = ['--elements', `satellites=${ELEVEN}`, '--elements', `satellites=${later}`];
  const { architecture } = await loadScenarioFile(join(out, 'scenario.yaml'), { elements: [words[1], words[3]] });
  const { elements } = prepare(architecture);
  const [{ health, parts }] = elements.space as [(typeof elements.space)[number]];
  expect(health).toMatchObject({ heldCount: 22, flyingCount: 11, duplicateCount: 11 });
  const both = new Float64Array(33);
  const one = new Float64Array(33);
  const dayS = 7.5 * 86_400;
  orbitPositionsEciKm(parts[0], dayS, both);
  const alone = await loadScenarioFile(join(out, 'scenario.yaml'), { elements: [words[3]] });
  orbitPositionsEciKm(prepare(alone.architecture).elements.space[0].parts[0], dayS, one);
  expect([...both.subarray(0, 9)]).toEqual([...one.subarray(0, 9)]); // the fourth comes down in between
});

test('one faulty set refuses the file, or is left out and listed', async () => {
  const lines = (await readFile(ELEVEN, 'utf8')).split('\n');
  const file = join(folder, 'bad.tle');
  await writeFile(file, lines.map((line, i) => (i === 2 ? line.replace('00000+0', '00001+0') : line)).join('\n'));
  const out = join(folder, 'bad');
  await expect(runCommand(command, [file, '--out', out])).rejects.toThrow('bad.tle:3 checksum');
  const { notes } = await runCommand(command, [file, '--out', out, '--skip-bad']);
  expect(notes[0]).toContain('bad.tle:3 checksum');
  expect(notes.at(-1)).toContain('10 of 10 satellites of satellites.tle fly');
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

function withSum(line: string): string {
  const body = line.slice(0, 68);
  return body + tleChecksum(body);
}

/** Two-line elements of a little Walker shell, as Hypatia writes them. */
/** @param isHalf whether every second plane is half a slot on, as Hypatia makes them */
function hypatiaTles(planes: number, perPlane: number, isHalf = false): string {
  const sum = (line: string) =>
    [...line].reduce((all, letter) => all + (letter === '-' ? 1 : Number(letter) || 0), 0) % 10;
  const angle = (deg: number) => deg.toFixed(4).padStart(8);
  const halfOf = (k: number) => (isHalf && Math.floor(k / perPlane) % 2 === 1 ? 0.5 : 0);
  const lines = [`${planes} ${perPlane}`];
  for (let k = 0; k < planes * perPlane; k++) {
    const id = String(k + 1).padStart(5, '0');
    const one = `1 ${id}U 00000ABC 00001.00000000  .00000000  00000-0  00000+0 0    0`;
    const raan = angle((360 * Math.floor(k / perPlane)) / planes);
    const two = `2 ${id}  51.9000 ${raan} 0000001   0.0000 ${angle((360 * ((k % perPlane) + halfOf(k))) / perPlane)} 14.80000000    0`;
    lines.push(`Kuiper-630 ${k}`, one + sum(one), two + sum(two));
  }
  return `${lines.join('\n')}\n`;
}

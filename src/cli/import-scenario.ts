import { stringify } from 'yaml';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { WGS72 } from '../physics/constants.ts';
import { elementFormat, parseElements } from '../physics/element-file.ts';
import { isoFromUnixS } from '../physics/time.ts';
import { readStations, type Station } from './import-stations.ts';

/** A scenario made of somebody else's files, and the files that it needs. */
export interface ImportedScenario {
  kind: 'satellites' | 'stations' | 'hypatia';
  satelliteCount: number;
  stationCount: number;
  /** By name; `scenario.yaml` among them. */
  files: Record<string, string>;
}

const MOST_ROUTES = 100;
const EPOCH_UTC = '2028-06-01T00:00:00Z';

/** Satellites of a TLE or OMM file, flown as a network with links to the nearest. @throws InputError every faulty element set */
export function elementsScenario(text: string, file: string, network: string): ImportedScenario {
  checkIsElements(text, file);
  const { sets, problems } = parseElements(text);
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ ...problem, file, path: '' })));
  const format = elementFormat(text);
  const name = {
    tle: 'satellites.tle',
    'omm-json': 'satellites.json',
    'omm-csv': 'satellites.csv',
    'omm-xml': 'satellites.xml',
  }[format];
  const newestUnixS = sets.reduce((newest, { epochUnixS }) => Math.max(newest, epochUnixS), -Infinity);
  const plan = { id: 'satellites', use: network, elements: { file: name }, crosslinks: 'nearest', crosslinkCount: 4 };
  const scenario = {
    name: `${sets.length} satellites of ${file.replace(/^.*[/\\]/, '')}`,
    epochUtc: isoFromUnixS(Math.ceil(newestUnixS)),
    networks: [plan],
    routes: [
      { id: 'washington-london', from: 'washington', to: 'london' },
      { id: 'los-angeles-tokyo', from: 'los-angeles', to: 'tokyo' },
    ],
    analysis: { trials: 20, seed: 1, launchWindowS: 86400 },
  };
  const files = { 'scenario.yaml': stringify(scenario), [name]: text };
  return { kind: 'satellites', satelliteCount: sets.length, stationCount: 0, files };
}

/** @throws InputError for a text of another kind: a problem a line would say nothing */
function checkIsElements(text: string, file: string): void {
  if (text.trim() === '' || elementFormat(text) !== 'tle' || /^[12] .{60}/m.test(text)) return;
  const message =
    'is of no kind that is read: TLE, OMM as JSON, CSV or XML, or a CSV of stations, whose first line names latitude and longitude, apart by commas';
  throw new InputError([{ code: 'unknown-kind', file, line: 1, path: '', said: plainly(message) }]);
}

/** Routes between stations over a network of the catalog. @throws InputError every faulty line */
export function stationsScenario(text: string, file: string, network: string): ImportedScenario {
  const stations = readStations(text, file);
  const scenario = {
    name: `${stations.length} stations of ${file.replace(/^.*[/\\]/, '')}`,
    epochUtc: EPOCH_UTC,
    networks: [{ id: network, use: network }],
    routes: routesBetween(stations),
    analysis: { trials: 20, seed: 1, launchWindowS: 86400 },
  };
  const files = { 'scenario.yaml': stringify(scenario) };
  return { kind: 'stations', satelliteCount: 0, stationCount: stations.length, files };
}

/**
 * A Hypatia network: its satellites in their planes with a +grid, routes between its ground stations.
 *
 * The first line of `tles.txt` counts planes and satellites per plane; the satellites follow plane by plane.
 *
 * @throws InputError every faulty line of either file
 */
export function hypatiaScenario(
  { tles, stations: stationText }: { tles: string; stations: string },
  folder: string,
  network: string,
): ImportedScenario {
  const [counts = '', ...rest] = tles.split(/\r?\n/);
  const [planes, perPlane] = counts.trim().split(/\s+/).map(Number);
  const file = `${folder}/tles.txt`;
  if (!Number.isInteger(planes) || !Number.isInteger(perPlane) || !(planes! > 0) || !(perPlane! > 0))
    throw new InputError([
      {
        code: 'hypatia-head',
        file,
        line: 1,
        path: '',
        said: plainly(`expected planes and satellites per plane, found "${counts}"`),
      },
    ]);
  const { sets, problems } = parseElements(rest.join('\n'), 'tle');
  const faults = problems.map((problem) => ({
    ...problem,
    file,
    path: '',
    line: problem.line + 1,
  }));
  if (faults.length === 0 && sets.length !== planes! * perPlane!)
    faults.push({
      code: 'hypatia-count',
      file,
      line: 1,
      path: '',
      said: plainly(`the first line asks for ${planes! * perPlane!} satellites, the file has ${sets.length}`),
    });
  if (faults.length > 0) throw new InputError(faults);
  const stations = readStations(stationText, `${folder}/ground_stations.txt`);
  const { a, inclo } = sets[0]!.satrec;
  const shell = {
    planes,
    satellitesPerPlane: perPlane,
    altitudeKm: Number(((a - 1) * WGS72.equatorialRadiusKm).toFixed(3)),
    inclinationDeg: Number(((inclo * 180) / Math.PI).toFixed(6)),
  };
  const scenario = {
    name: `Hypatia network ${folder}`,
    epochUtc: isoFromUnixS(sets[0]!.epochUnixS),
    networks: [
      {
        id: 'network',
        use: network,
        elements: { file: 'satellites.tle' },
        crosslinks: 'plus-grid',
        crosslinkCount: 4,
        shells: [shell],
        gateways: [],
      },
    ],
    routes: routesBetween(stations),
    analysis: { trials: 20, seed: 1, launchWindowS: 6000 },
  };
  const files = { 'scenario.yaml': stringify(scenario), 'satellites.tle': rest.join('\n') };
  return { kind: 'hypatia', satelliteCount: sets.length, stationCount: stations.length, files };
}

/** Routes between neighbours in the list; ids from the names of the stations. */
function routesBetween(stations: readonly Station[]) {
  const used = new Set<string>();
  return stations
    .slice(0, -1)
    .slice(0, MOST_ROUTES)
    .map((from, i) => {
      const to = stations[i + 1]!;
      let id = `${slug(from.name)}-${slug(to.name)}`.slice(0, 56);
      if (used.has(id)) id = `${id}-${i}`;
      used.add(id);
      return { id, from: `${from.latDeg},${from.lonDeg}`, to: `${to.latDeg},${to.lonDeg}` };
    });
}

function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'station' : plain.slice(0, 26).replace(/-+$/, '');
}

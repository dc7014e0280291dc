import { stringify } from 'yaml';
import { plainText } from '../catalog/search.ts';
import type { ElementHealth } from '../flow/element-health.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { type GridShell, plusGridPairs } from '../kinds/networks/plus-grid.ts';
import { WGS72 } from '../physics/constants.ts';
import { elementFormat, parseElements } from '../physics/element-file.ts';
import { elementFleet, epochOfBulk } from '../physics/element-health.ts';
import { serverReply } from '../physics/server-reply.ts';
import { isoFromUnixS } from '../physics/time.ts';
import { say } from '../words/words.ts';
import { noneFlies } from '../world/health-notes.ts';
import { readStations, type Station } from './import-stations.ts';

/** A scenario made of somebody else's files, and the files that it needs. */
export interface ImportedScenario {
  kind: 'satellites' | 'stations' | 'hypatia';
  satelliteCount: number;
  stationCount: number;
  /** By name; `scenario.yaml` among them. */
  files: Record<string, string>;
  /** What was not there, and what stands in for it. */
  notes?: Said[];
  /** Of satellites of a file: how many fly at the epoch. */
  health?: ElementHealth;
  epochUtc: string;
  /** What is wrong with sets of elements that were left out. */
  left?: Problem[];
}

const MOST_ROUTES = 100;
/** Further faulty links are of the same kind. */
const MOST_PROBLEMS = 20;
const EPOCH_UTC = '2028-06-01T00:00:00Z';

/** Satellites of a TLE or OMM file, flown as a network with lasers along and beside the planes that they fly in. @throws InputError every faulty element set */
export function elementsScenario(
  text: string,
  file: string,
  network: string,
  flight: { skipBad?: boolean; maxAgeDays?: number } = {},
): ImportedScenario {
  checkIsElements(text, file);
  const { sets, problems } = parseElements(text);
  const faults = problems.map((problem) => ({ ...problem, file, path: '' }));
  if (faults.length > 0 && !(flight.skipBad && sets.length > 0)) throw new InputError(faults);
  const format = elementFormat(text);
  const name = {
    tle: 'satellites.tle',
    'omm-json': 'satellites.json',
    'omm-csv': 'satellites.csv',
    'omm-xml': 'satellites.xml',
    'omm-kvn': 'satellites.kvn',
  }[format];
  const epochUnixS = Math.ceil(epochOfBulk(sets));
  const fleet = elementFleet(sets, epochUnixS, flight.maxAgeDays);
  const { flyingCount } = fleet.health;
  if (sets.length > 0 && flyingCount === 0) {
    const none = noneFlies({ ...fleet.health, id: '', file }, epochUnixS);
    throw new InputError([{ code: 'none-flies', file, line: 1, path: '', said: none }]);
  }
  const plan = {
    id: 'satellites',
    use: network,
    elements: { file: name, ...flight },
    crosslinks: 'motif',
    crosslinkCount: 4,
  };
  const scenario = {
    name: say('import.satellites-of', { count: flyingCount, file: file.replace(/^.*[/\\]/, '') }),
    epochUtc: isoFromUnixS(epochUnixS),
    networks: [plan],
    routes: [
      { id: 'washington-london', from: 'washington', to: 'london' },
      { id: 'los-angeles-tokyo', from: 'los-angeles', to: 'tokyo' },
    ],
    analysis: { trials: 20, seed: 1, launchWindowS: 86400 },
  };
  const files = { 'scenario.yaml': stringify(scenario), [name]: text };
  const { epochUtc } = scenario;
  const health = { id: plan.id, file: name, ...fleet.health, faultCount: faults.length };
  return { kind: 'satellites', satelliteCount: flyingCount, stationCount: 0, files, epochUtc, health, left: faults };
}

/** @throws InputError for a text of another kind: a problem a line would say nothing */
function checkIsElements(text: string, file: string): void {
  if (text.trim() === '' || serverReply(text) || elementFormat(text) !== 'tle' || /^\s*[12]\s.{60}/m.test(text)) return;
  throw new InputError([{ code: 'unknown-kind', file, line: 1, path: '', said: said('import.no-kind') }]);
}

/** Routes between stations over a network of the catalog. @throws InputError every faulty line */
export function stationsScenario(text: string, file: string, network: string): ImportedScenario {
  const stations = readStations(text, file);
  const scenario = {
    name: say('import.stations-of', { count: stations.length, file: file.replace(/^.*[/\\]/, '') }),
    epochUtc: EPOCH_UTC,
    networks: [{ id: network, use: network }],
    routes: routesBetween(stations),
    analysis: { trials: 20, seed: 1, launchWindowS: 86400 },
  };
  const files = { 'scenario.yaml': stringify(scenario) };
  return { kind: 'stations', satelliteCount: 0, stationCount: stations.length, files, epochUtc: EPOCH_UTC };
}

/** The files of a Hypatia network that are read. */
export interface HypatiaFiles {
  tles: string;
  stations: string;
  /** Links between satellites, a pair a line. */
  isls?: string;
  /** Longest links, in metres. */
  description?: string;
}

/**
 * A Hypatia network: its satellites in their planes, its links, routes between its ground stations.
 *
 * The first line of `tles.txt` counts planes and satellites per plane; the satellites follow plane by plane. With `isls.txt` and
 * `description.txt` the scenario gives Hypatia's round trips: links of a length up to the limits, whatever the elevation, and no delay at a satellite. What
 * is not there is that of the network of the catalog, with a note.
 *
 * @throws InputError every faulty line of any file, and links that are not those of a +grid
 */
export function hypatiaScenario(
  { tles, stations: stationText, isls, description }: HypatiaFiles,
  folder: string,
  network: string,
): ImportedScenario {
  const [counts = '', ...rest] = tles.split(/\r?\n/);
  const [planes, perPlane] = counts.trim().split(/\s+/).map(Number);
  const file = `${folder}/tles.txt`;
  if (!Number.isInteger(planes) || !Number.isInteger(perPlane) || !(planes > 0) || !(perPlane > 0))
    throw new InputError([
      {
        code: 'hypatia-head',
        file,
        line: 1,
        path: '',
        said: said('import.planes', { word: counts }),
      },
    ]);
  const { sets, problems } = parseElements(rest.join('\n'), 'tle');
  const faults = problems.map((problem) => ({
    ...problem,
    file,
    path: '',
    line: problem.line + 1,
  }));
  if (faults.length === 0 && sets.length !== planes * perPlane)
    faults.push({
      code: 'hypatia-count',
      file,
      line: 1,
      path: '',
      said: said('import.head-count', { asked: planes * perPlane, count: sets.length }),
    });
  if (faults.length > 0) throw new InputError(faults);
  const stations = readStations(stationText, `${folder}/ground_stations.txt`);
  const { a, inclo } = sets[0].satrec;
  const shell = {
    planes,
    satellitesPerPlane: perPlane,
    altitudeKm: Number(((a - 1) * WGS72.equatorialRadiusKm).toFixed(3)),
    inclinationDeg: Number(((inclo * 180) / Math.PI).toFixed(6)),
  };
  const linked = isls === undefined ? { crosslinks: 'plus-grid' } : hypatiaLinks(isls, shell, `${folder}/isls.txt`);
  const limits = description === undefined ? {} : hypatiaLimits(description, `${folder}/description.txt`);
  const scenario = {
    name: say('import.hypatia-of', { folder }),
    epochUtc: isoFromUnixS(sets[0].epochUnixS),
    networks: [
      {
        id: 'network',
        use: network,
        elements: { file: 'satellites.tle' },
        ...linked,
        crosslinkCount: 4,
        shells: [shell],
        ...limits,
        gateways: [],
      },
    ],
    routes: routesBetween(stations),
    analysis: { trials: 20, seed: 1, launchWindowS: 6000 },
  };
  const files = { 'scenario.yaml': stringify(scenario), 'satellites.tle': rest.join('\n') };
  const notes = [
    ...(isls === undefined ? [said('import.no-isls', { folder })] : []),
    ...(description === undefined ? [said('import.no-description', { folder, network })] : []),
  ];
  const { epochUtc } = scenario;
  const found = { satelliteCount: sets.length, stationCount: stations.length };
  return { kind: 'hypatia', ...found, files, epochUtc, notes };
}

/** The topology of `isls.txt`: a +grid, or no links at all. */
function hypatiaLinks(text: string, shell: GridShell, file: string): { crosslinks: 'plus-grid' | 'none' } {
  const count = shell.planes * shell.satellitesPerPlane;
  const grid = plusGridPairs(shell);
  const name = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const missing = new Set(Array.from({ length: grid.length / 2 }, (_, i) => name(grid[2 * i], grid[2 * i + 1])));
  const problems: Problem[] = [];
  const bad = (line: number, fault: Said) =>
    void problems.push({ code: 'hypatia-links', file, line, path: '', said: fault });
  const lines = text.split(/\r?\n/).map((line, i) => ({ words: line.trim().split(/\s+/), line: i + 1 }));
  const given = lines.filter(({ words }) => words[0] !== '');
  for (const { words, line } of given) {
    const [a, b] = words.map(Number);
    const isPair = words.length === 2 && [a, b].every((s) => Number.isInteger(s) && s >= 0 && s < count);
    if (!isPair) bad(line, said('import.pair', { last: count - 1, word: words.join(' ') }));
    else if (!missing.delete(name(a, b))) bad(line, said('import.no-grid', { a: a, b: b }));
  }
  if (given.length === 0) return { crosslinks: 'none' };
  if (problems.length === 0 && missing.size > 0) {
    const [a, b] = [...missing][0].split(' ') as [string, string];
    bad(given.at(-1)!.line, said('import.links-missing', { count: missing.size, a, b }));
  }
  if (problems.length > 0) throw new InputError(problems.slice(0, MOST_PROBLEMS));
  return { crosslinks: 'plus-grid' };
}

/** Longest links of `description.txt`; nothing else limits them, and nothing delays a message at a satellite. */
function hypatiaLimits(text: string, file: string) {
  const problems: Problem[] = [];
  const lines = text.split(/\r?\n/);
  const kmOf = (key: string): number => {
    const at = lines.findIndex((line) => line.startsWith(`${key}=`));
    const km = Number(lines[at]?.slice(key.length + 1) || Number.NaN) / 1000;
    if (!(km > 0)) {
      problems.push({
        code: 'hypatia-limits',
        file,
        line: Math.max(0, at) + 1,
        path: '',
        said: said('import.metres', { key }),
      });
    }
    return km;
  };
  const limits = {
    userMaxKm: kmOf('max_gsl_length_m'),
    crosslinkMaxKm: kmOf('max_isl_length_m'),
    crosslinkGrazingKm: 0,
    hopDelayMs: 0,
    userMinElevationDeg: 0,
  };
  if (problems.length > 0) throw new InputError(problems);
  return limits;
}

/** Routes between neighbours in the list, those at one place left out; ids from the names of the stations. */
function routesBetween(stations: readonly Station[]) {
  const used = new Set<string>();
  const apart = stations.filter(({ latDeg, lonDeg }, i) => {
    const before = stations[i - 1];
    return !before || before.latDeg !== latDeg || before.lonDeg !== lonDeg;
  });
  return apart
    .slice(0, -1)
    .slice(0, MOST_ROUTES)
    .map((from, i) => {
      const to = apart[i + 1];
      let id = `${slug(from.name)}-${slug(to.name)}`.slice(0, 56);
      if (used.has(id)) id = `${id}-${i}`;
      used.add(id);
      return { id, from: `${from.latDeg},${from.lonDeg}`, to: `${to.latDeg},${to.lonDeg}` };
    });
}

function slug(name: string): string {
  const plain = plainText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'station' : plain.slice(0, 26).replace(/-+$/, '');
}

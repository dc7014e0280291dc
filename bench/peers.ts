import { execFileSync } from 'node:child_process';
import { json2satrec, type OMMJsonObject, sgp4 } from 'satellite.js';
import { DEG_RAD, LIGHT_SPEED_KM_S } from '../src/physics/constants.ts';
import { parseElements } from '../src/physics/element-file.ts';
import { localFrame } from '../src/physics/frames.ts';
import { elementOrbits, elementPositionsEciKm } from '../src/physics/sgp4.ts';
import { gmstRad } from '../src/physics/time.ts';
import { compileWalker, walkerPositionsEcefKm } from '../src/physics/walker.ts';
import { ommText } from '../src/report/export/omm.ts';
import { noOutages } from '../src/transport/outages.ts';
import { rttMatrix } from '../src/transport/rtt-matrix.ts';
import { networkAt } from '../src/transport/snapshot.ts';
import { medianMs, SMALL, STATIONS, transportOf } from './transport.ts';

const EPOCH_UNIX_S = 1843430400;
const START_UTC = [2028, 6, 1, 0, 0, 0];
const MIN_ELEVATION_DEG = 25;

interface Peer {
  cpuS: number;
  version: string;
  rttMs?: (number | null)[];
  last?: number[][];
  rises?: number;
}

/** The same tasks by this engine and by what else can be installed here, in one run; peers that are not there are named. */
export async function bench(): Promise<string[]> {
  return [...(await networkLines()), ...sgp4Lines(), ...passLines()];
}

/** A task of peers.py; null where Python or one of its packages is not there. */
function python(task: string, input: unknown): Record<string, Peer> | null {
  for (const command of [process.env.CUPOLA_PYTHON, '/usr/bin/python3', 'python3']) {
    if (!command) continue;
    try {
      const options = { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 1e9, stdio: 'pipe' } as const;
      return JSON.parse(execFileSync(command, ['bench/peers.py', task], options));
    } catch (error) {
      if (!/ModuleNotFoundError|ENOENT/.test(String(error))) throw error;
    }
  }
  return null;
}

const row = (name: string, cpuS: number, ownS: number, more = '') =>
  `  ${name.padEnd(52)} ${(1000 * cpuS).toPrecision(3).padStart(8)} ms ${(cpuS / ownS).toPrecision(2).padStart(8)} x  ${more}`;
const absent = (packages: string) => `  not there: ${packages}`;

async function networkLines(): Promise<string[]> {
  const transport = transportOf(SMALL);
  const n = STATIONS.length;
  const ownMs = new Float64Array(n * n);
  const timesS = Array.from({ length: 12 }, (_, k) => 60 * k);
  let k = 0;
  const ownS = medianMs(() => rttMatrix(transport, STATIONS, timesS[++k % 12], noOutages(transport), ownMs), 25) / 1000;
  rttMatrix(transport, STATIONS, 0, noOutages(transport), ownMs);
  const js = await javascriptPeers(transport);
  networkAt(transport, 0, noOutages(transport));
  const { links } = transport.graph;
  const orbits = compileWalker(SMALL);
  const theirs = python('network', {
    orbits: { ...orbits, raanRad: [...orbits.raanRad], planePhaseRad: [...orbits.planePhaseRad] },
    links: Array.from({ length: links.linkCount }, (_, i) => [links.from[i], links.to[i]]),
    stations: STATIONS.map(({ x, y, z }) => [x, y, z]),
    ups: STATIONS.map(({ upX, upY, upZ }) => [upX, upY, upZ]),
    minElevationRad: MIN_ELEVATION_DEG * DEG_RAD,
    speedKmS: LIGHT_SPEED_KM_S,
    timesS,
    gmstRad: timesS.map((tS) => gmstRad(EPOCH_UNIX_S + tS)),
  });
  const apart = (rttMs: (number | null)[]) => {
    const different = rttMs.filter(
      (ms, i) => (ms ?? Infinity) !== ownMs[i] && !(Math.abs(ms! - ownMs[i]) < 1e-6),
    ).length;
    return different === 0 ? `every one of ${n * n} round trips agrees to 1e-6 ms` : `${different} of ${n * n} differ`;
  };
  return [
    `positions of ${transport.satelliteCount} satellites, links, round trips between ${n} stations: one moment`,
    row('Cupola', ownS, ownS),
    ...Object.entries({ ...js, ...theirs }).map(([name, { cpuS, version, rttMs }]) =>
      row(name, cpuS, ownS, `${version}${rttMs ? `; ${apart(rttMs)}` : ''}`),
    ),
    ...(theirs ? [] : [absent('numpy, scipy or networkx for Python')]),
  ];
}

/** graphology: a tree from each station over the same graph; its making is counted, positions are not. */
async function javascriptPeers(transport: ReturnType<typeof transportOf>): Promise<Record<string, Peer>> {
  const [graphs, paths] = await Promise.all([import('graphology'), import('graphology-shortest-path/dijkstra.js')]);
  // biome-ignore lint/suspicious/noExplicitAny: CommonJS packages whose types do not match how Node gives them
  const plain = (module: any) => module.default ?? module;
  const Directed = plain(graphs).DirectedGraph ?? plain(plain(graphs)).DirectedGraph;
  const place = new Float64Array(3 * transport.satelliteCount);
  walkerPositionsEcefKm(compileWalker(SMALL), 0, gmstRad(EPOCH_UNIX_S), place);
  networkAt(transport, 0, noOutages(transport));
  const { links } = transport.graph;
  const all = () => {
    const graph = new Directed();
    for (let v = 0; v < transport.satelliteCount; v++) graph.addNode(`${v}`);
    for (let i = 0; i < links.linkCount; i++)
      for (const [a, b] of [
        [links.from[i], links.to[i]],
        [links.to[i], links.from[i]],
      ])
        graph.addEdge(`${a}`, `${b}`, { weight: links.weight[i] });
    STATIONS.forEach(({ x, y, z, upX, upY, upZ }, i) => {
      graph.addNode(`from ${i}`);
      graph.addNode(`to ${i}`);
      for (let v = 0; v < transport.satelliteCount; v++) {
        const [dx, dy, dz] = [place[3 * v] - x, place[3 * v + 1] - y, place[3 * v + 2] - z];
        const km = Math.hypot(dx, dy, dz);
        if (dx * upX + dy * upY + dz * upZ < Math.sin(MIN_ELEVATION_DEG * DEG_RAD) * km) continue;
        graph.addEdge(`from ${i}`, `${v}`, { weight: km / LIGHT_SPEED_KM_S });
        graph.addEdge(`${v}`, `to ${i}`, { weight: km / LIGHT_SPEED_KM_S });
      }
    });
    for (let i = 0; i < STATIONS.length; i++) plain(paths).singleSource(graph, `from ${i}`, 'weight');
  };
  return { 'graphology, Dijkstra (positions given)': { cpuS: medianMs(all, 3) / 1000, version: 'graphology 0.26' } };
}

/** Mean elements of a low constellation, as `cupola export omm` writes them. */
function elements(planes: number, slots: number): OMMJsonObject[] {
  const list = Array.from({ length: planes * slots }, (_, k) => ({
    name: `s${k}`,
    catalogNumber: 270_001 + k,
    designator: '',
    epochUnixUs: 1e6 * EPOCH_UNIX_S,
    classification: 'U',
    elementSetNo: 999,
    revAtEpoch: 0,
    bstar: 0,
    meanMotionDot: 0,
    meanMotionDdot: 0,
    meanMotionRevDay: 13.1525535449,
    ecc: 0.0001,
    inclinationDeg: 87.9,
    raanDeg: (180 * Math.floor(k / slots)) / planes,
    argPericenterDeg: 0,
    meanAnomalyDeg: (360 * (k % slots)) / slots,
  }));
  return JSON.parse(ommText(list, 'json'));
}

function sgp4Lines(): string[] {
  const fields = elements(12, 49);
  const [steps, stepS] = [240, 60];
  const { sets } = parseElements(JSON.stringify(fields));
  const orbits = elementOrbits(sets, EPOCH_UNIX_S);
  const km = new Float64Array(3 * sets.length);
  const shell = compileWalker({ ...SMALL, planes: 12, satellitesPerPlane: 49, altitudeKm: 1200, inclinationDeg: 87.9 });
  const ownS =
    medianMs(() => {
      for (let k = 0; k < steps; k++) elementPositionsEciKm(orbits, k * stepS, km);
    }, 5) / 1000;
  const satrecs = fields.map((each) => json2satrec(each));
  const plainS =
    medianMs(() => {
      for (let k = 0; k < steps; k++) for (const satrec of satrecs) sgp4(satrec, (k * stepS) / 60);
    }, 5) / 1000;
  const walkerS =
    medianMs(() => {
      for (let k = 0; k < steps; k++) walkerPositionsEcefKm(shell, k * stepS, gmstRad(EPOCH_UNIX_S + k * stepS), km);
    }, 15) / 1000;
  elementPositionsEciKm(orbits, (steps - 1) * stepS, km);
  const theirs = python('sgp4', { elements: fields, startUtc: START_UTC, steps, stepS });
  const apart = (last: number[][]) =>
    `${Math.max(...last.flatMap((xyz, i) => xyz.map((x, axis) => 1e6 * Math.abs(x - km[3 * i + axis])))).toPrecision(2)} mm apart at most`;
  return [
    `SGP4 of ${sets.length} satellites at ${steps} times`,
    row('Cupola, by satellite.js', ownS, ownS),
    row('satellite.js alone', plainS, ownS, 'satellite.js 7.1'),
    ...Object.entries(theirs ?? {}).map(([name, { cpuS, version, last }]) =>
      row(name, cpuS, ownS, `${version}; ${apart(last!)}`),
    ),
    ...(theirs ? [] : [absent('sgp4 for Python')]),
    row('Cupola, the same as a Walker shell (no SGP4)', walkerS, ownS, 'another model: kept orbits, J2 drift'),
  ];
}

function passLines(): string[] {
  const fields = elements(6, 4);
  const place = { latDeg: 47.4, lonDeg: 8.5 };
  const { sets } = parseElements(JSON.stringify(fields));
  const orbits = elementOrbits(sets, EPOCH_UNIX_S);
  const km = new Float64Array(3 * sets.length);
  const { positionEcefKm, upEcef } = localFrame(place.latDeg * DEG_RAD, place.lonDeg * DEG_RAD, 0);
  let rises = 0;
  const sampled = () => {
    rises = 0;
    const wasUp = new Uint8Array(sets.length).fill(2);
    for (let tS = 0; tS <= 86_400; tS += 10) {
      elementPositionsEciKm(orbits, tS, km);
      const turn = gmstRad(EPOCH_UNIX_S + tS);
      const [c, s] = [Math.cos(turn), Math.sin(turn)];
      for (let i = 0; i < sets.length; i++) {
        const [x, y, z] = [km[3 * i], km[3 * i + 1], km[3 * i + 2]];
        const [dx, dy, dz] = [
          c * x + s * y - positionEcefKm[0],
          c * y - s * x - positionEcefKm[1],
          z - positionEcefKm[2],
        ];
        const height = dx * upEcef[0] + dy * upEcef[1] + dz * upEcef[2];
        const isUp = height >= Math.sin(MIN_ELEVATION_DEG * DEG_RAD) * Math.hypot(dx, dy, dz) ? 1 : 0;
        if (isUp && wasUp[i] === 0) rises++;
        wasUp[i] = isUp;
      }
    }
  };
  const ownS = medianMs(sampled, 3) / 1000 / sets.length;
  const theirs = python('passes', {
    elements: fields,
    startUtc: START_UTC,
    ...place,
    minElevationDeg: MIN_ELEVATION_DEG,
  });
  return [
    'passes of one satellite over one place in a day',
    row('Cupola, by satellite.js, every 10 s', ownS, ownS, `${rises} rises of ${sets.length} satellites`),
    ...Object.entries(theirs ?? {}).map(([name, { cpuS, version, rises: found }]) =>
      row(name, cpuS, ownS, `${version}; ${found} rises, their times to a second or better`),
    ),
    ...(theirs ? [] : [absent('skyfield for Python')]),
  ];
}

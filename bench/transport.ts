import type { Architecture } from '../src/flow/architecture.ts';
import { emptyTree, shortestPaths, shortestPathsByHeap } from '../src/num/shortest-path.ts';
import type { Graph } from '../src/num/shortest-path-graph.ts';
import { compileWalker, type WalkerShell } from '../src/physics/walker.ts';
import { groundPoint } from '../src/transport/ground-point.ts';
import { noOutages } from '../src/transport/outages.ts';
import { rttMatrix } from '../src/transport/rtt-matrix.ts';
import { networkAt } from '../src/transport/snapshot.ts';
import { prepareTransport, type Transport } from '../src/transport/transport.ts';
import { cpuS, median } from './measure.ts';

export const SMALL: WalkerShell = {
  pattern: 'delta',
  planes: 72,
  satellitesPerPlane: 22,
  altitudeKm: 550,
  inclinationDeg: 53,
  phasing: 0,
  alternateHalfSlot: true,
};
const LARGE: WalkerShell = { ...SMALL, planes: 100, satellitesPerPlane: 100, alternateHalfSlot: false };
export const STATIONS = Array.from({ length: 100 }, (_, k) =>
  groundPoint({ latDeg: 50 * Math.sin(k * 2.399), lonDeg: ((k * 137.508) % 360) - 180 }),
);

/** Shortest-path trees and round-trip matrices beside a plain twin, a binary heap, graphology and ngraph.path. */
export async function bench(): Promise<string[]> {
  const lines: string[] = [];
  for (const shell of [SMALL, LARGE]) {
    const transport = transportOf(shell);
    lines.push(...(await benchTrees(transport)), ...benchMatrix(transport));
  }
  return lines;
}

async function benchTrees(transport: Transport): Promise<string[]> {
  networkAt(transport, 0, noOutages(transport));
  const { graph, satelliteCount } = transport;
  const tree = emptyTree(graph.nodeCount);
  const heapTree = emptyTree(graph.nodeCount);
  let source = 0;
  const next = () => {
    source = (source + 101) % satelliteCount;
    return source;
  };
  const bucketMs = medianMs(() => shortestPaths(graph, next(), tree), 200);
  const heapMs = medianMs(() => shortestPathsByHeap(graph, next(), heapTree), 100);
  const plainMs = medianMs(() => plainTree(graph, next()), 3);
  const { graphologyMs, ngraphMs } = await peers(graph, satelliteCount);
  shortestPaths(graph, 5, tree);
  shortestPathsByHeap(graph, 5, heapTree);
  const plain = plainTree(graph, 5);
  let apart = 0;
  for (let v = 0; v < satelliteCount; v++)
    apart = Math.max(apart, Math.abs(tree.distance[v] - plain[v]), Math.abs(heapTree.distance[v] - plain[v]));
  const line = (name: string, ms: number) =>
    `  ${name.padEnd(38)} ${ms.toFixed(3)} ms, ${(ms / bucketMs).toFixed(1)} x`;
  return [
    `one source to all, +grid of ${satelliteCount} satellites: ${bucketMs.toFixed(3)} ms of CPU`,
    line('binary heap on typed arrays', heapMs),
    line('plain twin, scan for the nearest', plainMs),
    line('graphology, Dijkstra', graphologyMs),
    line('ngraph.path, A* for one pair', ngraphMs),
    `  greatest difference of the first three ${apart.toExponential(1)} s`,
  ];
}

function benchMatrix(transport: Transport): string[] {
  const outMs = new Float64Array(STATIONS.length ** 2);
  const outages = noOutages(transport);
  let t = 0;
  const ms = medianMs(() => {
    t += 60;
    rttMatrix(transport, STATIONS, t, outages, outMs);
  }, 15);
  return [
    `exact 100 x 100 round trips, ${transport.satelliteCount} satellites, positions and links included: ${ms.toFixed(1)} ms of CPU a step`,
    ...(transport.satelliteCount === 1584 ? ['  beside what others take for it: npm run bench peers'] : []),
  ];
}

/** Dijkstra without a queue: looks through all nodes for the nearest one. */
function plainTree(graph: Graph, source: number): number[] {
  const distance = new Array<number>(graph.nodeCount).fill(Infinity);
  const isDone = new Array<boolean>(graph.nodeCount).fill(false);
  distance[source] = 0;
  for (;;) {
    let v = -1;
    for (let u = 0; u < graph.nodeCount; u++)
      if (!isDone[u] && distance[u] < Infinity && (v < 0 || distance[u] < distance[v])) v = u;
    if (v < 0) return distance;
    isDone[v] = true;
    for (let i = graph.start[v]; i < graph.start[v + 1]; i++) {
      const through = distance[v] + graph.neighbourWeight[i];
      if (through < distance[graph.neighbour[i]]) distance[graph.neighbour[i]] = through;
    }
  }
}

async function peers(graph: Graph, satelliteCount: number): Promise<{ graphologyMs: number; ngraphMs: number }> {
  const [graphologyModule, pathModule, ngraphModule, ngraphPathModule] = await Promise.all([
    import('graphology'),
    import('graphology-shortest-path/dijkstra.js'),
    import('ngraph.graph'),
    import('ngraph.path'),
  ]);
  // biome-ignore lint/suspicious/noExplicitAny: CommonJS packages whose types do not match how Node gives them
  const plain = (module: any) => module.default ?? module;
  const Undirected = plain(graphologyModule).UndirectedGraph ?? plain(plain(graphologyModule)).UndirectedGraph;
  const graphology = new Undirected();
  const ngraph = plain(ngraphModule)();
  for (let v = 0; v < satelliteCount; v++) {
    graphology.addNode(v);
    ngraph.addNode(v);
  }
  const { links } = graph;
  for (let k = 0; k < links.linkCount; k++) {
    graphology.addEdge(links.from[k], links.to[k], { weight: links.weight[k] });
    ngraph.addLink(links.from[k], links.to[k], { weight: links.weight[k] });
  }
  const dijkstra = plain(pathModule);
  const finder = plain(ngraphPathModule).aStar(ngraph, {
    distance: (_a: unknown, _b: unknown, link: { data: { weight: number } }) => link.data.weight,
  });
  let source = 0;
  const next = () => {
    source = (source + 101) % satelliteCount;
    return source;
  };
  return {
    graphologyMs: medianMs(() => dijkstra.singleSource(graphology, String(next()), 'weight'), 5),
    ngraphMs: medianMs(() => finder.find(next(), (source + satelliteCount / 2) % satelliteCount), 5),
  };
}

export function transportOf(shell: WalkerShell): Transport {
  const architecture = {
    name: 'bench',
    epochUtc: '2028-06-01T00:00:00Z',
    epochUnixS: 1843430400,
    networks: [
      {
        id: 'net',
        name: 'net',
        shells: [shell],
        crosslinks: 'plus-grid',
        hopDelayMs: 0,
        userMinElevationDeg: 25,
        gatewayMinElevationDeg: 25,
      },
    ],
    bridges: [],
    fibre: { speedRatio: 0.68, detourRatio: 1.5, seaDetourRatio: 1.2, routerDelayMs: 0, cables: [], landings: {} },
    sensors: [],
    command: [],
    interceptors: [],
    sites: {},
    uses: [],
    launch: { launchers: [] },
  } as unknown as Architecture;
  const orbits = compileWalker(shell);
  return prepareTransport(architecture, {
    space: [{ id: 'net', key: 'net', role: 'network', planIndex: 0, parts: [orbits], count: orbits.count }],
    ground: [],
  });
}

export function medianMs(work: () => void, rounds: number): number {
  const times: number[] = [];
  for (let k = 0; k < Math.ceil(rounds / 2); k++) work();
  for (let k = 0; k < rounds; k++) {
    const before = process.cpuUsage();
    work();
    times.push(1000 * cpuS(before));
  }
  return median(times);
}

import { isJammed } from '../force/jammed.ts';
import { shortestPaths } from '../num/shortest-path.ts';
import { fillGraph } from '../num/shortest-path-graph.ts';
import { addGroundLinks } from './ground-links.ts';
import type { GroundPoint } from './ground-point.ts';
import type { Outages } from './outages.ts';
import { listLinks, moveSatellites } from './snapshot.ts';
import type { Transport } from './transport.ts';

/** Satellites that each of many users sees, in compressed rows. */
interface Uplinks {
  start: Int32Array;
  satellite: Int32Array;
  timeS: Float64Array;
}

/**
 * Exact round-trip times between every two of many ground users at one moment: one least-latency tree a user.
 *
 * Users have a terminal of every network and never pass on what others send.
 *
 * @param atS seconds after the epoch
 * @param outMs receives [user][user]; Infinity where there is no way
 */
export function rttMatrix(
  transport: Transport,
  users: readonly GroundPoint[],
  atS: number,
  outages: Outages,
  outMs: Float64Array,
): void {
  moveSatellites(transport, atS);
  const up = uplinksOf(transport, users, outages);
  listLinks(transport, outages);
  fillGraph(transport.graph, transport.nodeCount);
  const { tree, graph } = transport;
  const { distance } = tree;
  const { start, satellite, timeS } = up;
  const n = users.length;
  outMs.fill(Infinity, 0, n * n);
  // from east to west: the later a user, the fewer are left to reach, and they lie together
  const order = Int32Array.from(users.keys()).sort((a, b) => users[a].lonRad - users[b].lonRad);
  const isWanted = new Int32Array(graph.nodeCount); // how many users to come see the satellite
  const wanted = { isWanted, count: 0 };
  for (let k = 0; k < start[n]; k++) if (isWanted[satellite[k]]++ === 0) wanted.count++;
  for (let a = 0; a < n; a++) {
    const i = order[a];
    outMs[i * n + i] = 0;
    for (let k = start[i]; k < start[i + 1]; k++) if (--isWanted[satellite[k]] === 0) wanted.count--;
    if (start[i] === start[i + 1] || wanted.count === 0) continue;
    const seen = satellite.subarray(start[i], start[i + 1]);
    shortestPaths(graph, seen, tree, timeS.subarray(start[i], start[i + 1]), wanted);
    for (let b = a + 1; b < n; b++) {
      const j = order[b];
      let best = Infinity;
      for (let k = start[j]; k < start[j + 1]; k++) {
        const s = distance[satellite[k]] + timeS[k];
        if (s < best) best = s;
      }
      outMs[i * n + j] = 2000 * best;
      outMs[j * n + i] = 2000 * best;
    }
  }
}

function uplinksOf(transport: Transport, users: readonly GroundPoint[], outages: Outages): Uplinks {
  const { links, firstEnd } = transport;
  const start = new Int32Array(users.length + 1);
  links.linkCount = 0;
  users.forEach((user, i) => {
    start[i] = links.linkCount;
    if (isJammed(user, outages.jammed)) return;
    for (const network of transport.networks) addGroundLinks(transport, firstEnd, user, network, 'user', outages);
  });
  start[users.length] = links.linkCount;
  return {
    start,
    satellite: links.to.slice(0, links.linkCount),
    timeS: links.weight.slice(0, links.linkCount),
  };
}

import { describe, expect, test } from 'vitest';
import { countCovered, equalAngleGrid } from '../src/effect/coverage-grid.ts';
import { flyOutOf } from '../src/engage/fly-out.ts';
import { type ReachPath, reachCount, reachRoom } from '../src/engage/reach-count.ts';
import { emptyTree, shortestPaths } from '../src/num/shortest-path.ts';
import { addLink, emptyLinks, graphOf } from '../src/num/shortest-path-graph.ts';
import { compileWalker, walkerPositionsEcefKm, walkerPositionsEciKm, walkerStatesEci } from '../src/physics/walker.ts';
import { newMemory, runTrial } from '../src/run/drive.ts';
import { prepare } from '../src/run/prepare.ts';
import { shippedScenario } from './fixtures/shipped-scenario.ts';

const CALLS = 20;
/** What a call on ten thousand satellites may leave on the heap: a few boxed numbers, half a byte for each satellite. */
const MOST_BYTES = 5000;

const shell = compileWalker({
  pattern: 'delta',
  planes: 100,
  satellitesPerPlane: 100,
  altitudeKm: 550,
  inclinationDeg: 53,
  phasing: 17,
});
const positions = new Float64Array(3 * shell.count);
const velocities = new Float64Array(3 * shell.count);

/**
 * Bytes a call leaves behind, before anything is collected: the least of some rounds, as other threads allocate too.
 *
 * On a busy machine the compiler is late, and what is not compiled boxes its numbers: rounds go on until one stays below `most`.
 */
function bytesPerCall(work: (k: number) => void, most = MOST_BYTES, rounds = 50): number {
  const collect = globalThis.gc;
  if (!collect) throw new Error('this test needs --expose-gc');
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  for (let k = 0; k < 5 * CALLS; k++) work(k); // compiled by now
  let least = Infinity;
  for (let round = 0; round < rounds && least >= most; round++) {
    collect();
    const before = used();
    for (let k = 0; k < CALLS; k++) work(k);
    least = Math.min(least, (used() - before) / CALLS);
  }
  return least;
}

describe('kernels leave nothing on the heap', () => {
  test('positions and velocities of a shell', () => {
    expect(bytesPerCall((k) => walkerPositionsEciKm(shell, 60 * k, positions))).toBeLessThan(MOST_BYTES);
    expect(bytesPerCall((k) => walkerPositionsEcefKm(shell, 60 * k, k / 100, positions))).toBeLessThan(MOST_BYTES);
    expect(bytesPerCall((k) => walkerStatesEci(shell, 60 * k, positions, velocities))).toBeLessThan(MOST_BYTES);
  });

  test('shortest paths of a grid of ten thousand nodes', () => {
    const links = emptyLinks(2 * shell.count);
    for (let v = 0; v < shell.count; v++) {
      addLink(links, v, (v + 1) % shell.count, 1 + (v % 7) / 7);
      addLink(links, v, (v + 100) % shell.count, 1 + (v % 11) / 11);
    }
    const graph = graphOf(shell.count, links);
    const tree = emptyTree(shell.count);
    expect(bytesPerCall((k) => shortestPaths(graph, k, tree))).toBeLessThan(MOST_BYTES);
  });

  test('interceptors in reach of a path', () => {
    const path: ReachPath = {
      count: 30,
      tS: Float64Array.from({ length: 30 }, (_, j) => 6 * (j + 1)),
      positionEciKm: Float64Array.from({ length: 90 }, (_, i) => [5000, 3000, 3000][i % 3] + i),
    };
    const flyOut = flyOutOf(15, 6, 120);
    const room = reachRoom(shell.satellitesPerPlane, 30);
    let inReach = 0;
    const work = (k: number) => {
      inReach += reachCount(shell, 600 * k, path, flyOut, 60, room);
    };
    expect(bytesPerCall(work)).toBeLessThan(MOST_BYTES);
    expect(inReach).toBeGreaterThan(0);
  });

  test('coverage of a grid, but for its rows', () => {
    const grid = equalAngleGrid(36, 72);
    const counts = new Int32Array(36 * 72);
    const cap = { kind: 'elevation', minElevationRad: 0.4 } as const;
    const rowBytes = 36 * 400; // where each row lies on the ellipsoid; of 10,000 satellites nothing
    const work = () => countCovered(grid, positions, shell.count, cap, counts);
    const most = MOST_BYTES + rowBytes;
    expect(bytesPerCall(work, most)).toBeLessThan(most);
  });

  test('a raid on thousands of interceptors, but for its shots and rows', () => {
    const prepared = prepare(shippedScenario('cbo-2026'));
    const memory = newMemory();
    // the path of one missile alone has 50,000 bytes, and there are ten
    const most = 300_000;
    expect(bytesPerCall((k) => runTrial(prepared, k, memory), most)).toBeLessThan(most);
  });

  test('a kernel that made an object for each satellite would be caught', () => {
    const made: unknown[] = [];
    const work = () => {
      made.length = 0;
      for (let k = 0; k < shell.count; k++) made.push({ x: positions[3 * k] });
    };
    // a collection of young objects may fall into a round
    expect(bytesPerCall(work, MOST_BYTES, 5)).toBeGreaterThan(3 * MOST_BYTES);
  });
});

test('a trial keeps nothing of the trials before', () => {
  const prepared = prepare(shippedScenario('one-missile'));
  const memory = newMemory();
  const keptAfter = (from: number, to: number) => {
    for (let trial = from; trial < to; trial++) runTrial(prepared, trial, memory);
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = keptAfter(0, 4000); // compiled, and its arrays have their size
  const after = keptAfter(4000, 12_000);
  expect((after - before) / 8000).toBeLessThan(100);
});

import { loadScenarioFile } from '../src/cli/load-scenario.ts';
import type { Architecture } from '../src/flow/architecture.ts';
import { shortestPaths } from '../src/num/shortest-path.ts';
import { newMemory, runTrial, simulate, trialRecords } from '../src/run/drive.ts';
import { type Prepared, prepare } from '../src/run/prepare.ts';
import { StageTimes } from '../src/run/stage-times.ts';
import { addTimes } from '../src/run/timings.ts';
import { centreTree } from '../src/transport/centre-tree.ts';
import { noOutages } from '../src/transport/outages.ts';
import { networkAt } from '../src/transport/snapshot.ts';
import { forAnotherMoment } from '../src/transport/transport.ts';
import { cpuS, median } from './measure.ts';

const TRIALS = 40;
const ROUNDS = 6;
const PREPARATIONS = 31;
const TREES = 60;

/** CPU time of a raid of golden-dome: stage by stage, beside the plain way, and of making the scenario ready for another draw. */
export async function bench(): Promise<string[]> {
  const { architecture } = await loadScenarioFile('scenarios/golden-dome.yaml');
  const prepared = prepare(architecture);
  const ways = waysOf(prepared);
  const times = (ways.whole / ways.brief).toFixed(1);
  return [
    `golden-dome, ${satelliteCount(architecture).toLocaleString('en')} satellites, 10 missiles: ${ways.brief.toFixed(2)} ms of CPU a raid`,
    `  with every record whole and anew: ${ways.whole.toFixed(2)} ms, ${times} times as long`,
    `  made ready for one more draw: ${preparationMs(architecture).toFixed(1)} ms`,
    ...stageLines(prepared),
    ...workLines(prepared),
    treeLine(prepared),
  ];
}

/** The same raids as far as their outcome needs, in memory used again, and with every record whole: block by block in turn. */
function waysOf(prepared: Prepared): Record<'brief' | 'whole', number> {
  const memory = newMemory();
  const ways = {
    brief: (trial: number) => runTrial(prepared, trial, memory),
    whole: (trial: number) => trialRecords(prepared, trial),
  };
  const least = { brief: Infinity, whole: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ['brief', 'whole'] as const) {
      const before = process.cpuUsage();
      for (let trial = 0; trial < TRIALS; trial++) ways[way](trial);
      least[way] = Math.min(least[way], (1000 * cpuS(before)) / TRIALS);
    }
  }
  return least;
}

/** Missiles of other numbers, as in another draw, so that nothing solved before serves again. */
function preparationMs(architecture: Architecture): number {
  const spent: number[] = [];
  for (let k = 0; k < PREPARATIONS; k++) {
    const threats = architecture.threats.map((plan) => ({ ...plan, burnS: plan.burnS && plan.burnS + k / 10 }));
    const before = process.cpuUsage();
    prepare({ ...architecture, threats });
    spent.push(1000 * cpuS(before));
  }
  return median(spent);
}

/** Stages of a raid by the time that they take, those under a hundredth left out. */
function stageLines(prepared: Prepared): string[] {
  const memory = newMemory();
  simulate(prepared, 0, TRIALS, { memory });
  const clock = new StageTimes(() => performance.now());
  simulate(prepared, 0, TRIALS, { memory, clock });
  const times = addTimes([clock.take()]);
  const sumMs = times.reduce((sum, { spentMs }) => sum + spentMs, 0);
  return times
    .toSorted((a, b) => b.spentMs - a.spentMs)
    .filter(({ spentMs }) => spentMs > sumMs / 100)
    .map(
      ({ name, count, spentMs }) =>
        `  ${name}: ${(spentMs / TRIALS).toFixed(2)} ms a raid, ${((100 * spentMs) / sumMs).toFixed(0)} %, run ${(count / TRIALS).toFixed(1)} times`,
    );
}

/** What a raid has to do at least, counted over whole records. */
function workLines(prepared: Prepared): string[] {
  const sums = { looks: 0, kept: 0, threats: 0, shots: 0 };
  for (let trial = 0; trial < TRIALS; trial++) {
    const { contacts, custody, outcome } = trialRecords(prepared, trial);
    sums.looks += contacts?.count ?? 0;
    for (const threat of custody.threats) {
      sums.threats += threat ? 1 : 0;
      sums.kept += threat?.arrivalS.length ?? 0;
    }
    sums.shots += outcome.shotCount.reduce((a, b) => a + b, 0);
  }
  const a = (sum: number) => (sum / TRIALS).toLocaleString('en', { maximumFractionDigits: 1 });
  const [{ nodeCount, graph }] = prepared.transports;
  return [
    `  counted: ${nodeCount.toLocaleString('en')} nodes and ${(graph.start[nodeCount] / 2 + gridLinks(prepared)).toLocaleString('en')} links of space at each of two moments; ` +
      `${a(sums.looks)} looks of the whole boost, of which a raid takes those up to the order; ${a(sums.threats)} missiles watched over their flight with ${a(sums.kept)} looks; ${a(sums.shots)} shots`,
  ];
}

/** The tree of the command centre beside its plain twin, the graph of everything and Dijkstra over it, moment by moment in turn. */
function treeLine(prepared: Prepared): string {
  const [quick] = prepared.transports;
  const whole = forAnotherMoment(quick);
  const outages = noOutages(quick);
  const { command } = prepared.architecture;
  const root = quick.firstFibre + quick.fibreSites.indexOf(command[0].site);
  const ways = {
    quick: (atS: number) => centreTree(quick, 0, atS, outages),
    plain: (atS: number) => {
      networkAt(whole, atS, outages);
      shortestPaths(whole.graph, root, whole.tree);
    },
  };
  const spentMs = { quick: [] as number[], plain: [] as number[] };
  for (let k = 0; k < TREES; k++) {
    for (const way of ['quick', 'plain'] as const) {
      const before = process.cpuUsage();
      ways[way](k * 977);
      spentMs[way].push(1000 * cpuS(before));
    }
    if (!quick.tree.distance.every((s, node) => s === whole.tree.distance[node])) throw new Error('the trees differ');
  }
  const quickMs = median(spentMs.quick.slice(TREES / 2));
  const plainMs = median(spentMs.plain.slice(TREES / 2));
  return `  its tree of all networks ${quickMs.toFixed(2)} ms; the plain twin ${plainMs.toFixed(2)} ms, ${(plainMs / quickMs).toFixed(1)} times, the same to the last bit`;
}

function gridLinks({ transports: [{ networks }] }: Prepared): number {
  return networks.reduce((sum, { gridPairs }) => sum + gridPairs.length / 2, 0);
}

function satelliteCount({ networks, sensors, interceptors }: Architecture): number {
  const shells = [...networks, ...sensors, ...interceptors].flatMap((plan) => plan.shells ?? []);
  return shells.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
}

import { loadScenarioFile } from '../src/cli/load-scenario.ts';
import type { Architecture } from '../src/flow/architecture.ts';
import { newMemory, simulate } from '../src/run/drive.ts';
import { prepare } from '../src/run/prepare.ts';
import { withRaidOf } from '../src/run/raid.ts';
import { cpuS } from './measure.ts';
import { takenByCupola } from './program/measure-program.ts';

const GOLDEN_DOME = 'scenarios/golden-dome.yaml';
const FACTORS = [1, 2, 4, 8];
const TRIALS = 12;
const ROUNDS = 3;

/** How the cost of an answer grows: its processor time over the size of one input, and the power by which it rises. */
export async function bench(): Promise<string[]> {
  const { architecture } = await loadScenarioFile(GOLDEN_DOME);
  raidMs(architecture); // warms up
  const inRaid = (noun: string, sizes: readonly number[], change: (size: number) => Architecture) =>
    lineOf(noun, 'ms a raid', sizes, (size) => raidMs(change(size)));
  const command = (noun: string, sizes: readonly number[], words: (size: number) => string) =>
    lineOf(noun, 's', sizes, (size) => takenByCupola(words(size)).cpuS);
  const partners = architecture.partners?.members?.map(({ id }) => id) ?? [];
  return [
    inRaid('satellites, of today', [0.5, 1, 2, 4], (factor) => withSatellites(architecture, factor)),
    inRaid('missiles', [5, 10, 20, 40], (count) => withRaidOf(architecture, count)),
    inRaid('objects a missile', FACTORS, (count) => withObjects(architecture, count)),
    command('draws', [16, 32, 64, 128], (draws) => `run ${GOLDEN_DOME} --brief --draws ${draws}`),
    command(
      'years',
      [10, 20, 40],
      (years) => `run ${GOLDEN_DOME} --brief --draws 16 --set analysis.horizonYr=${years}`,
    ),
    command('partners that leave', FACTORS, (count) => {
      const some = partners.slice(0, count).map((id) => `--partner ${id}`);
      return `partners ${GOLDEN_DOME} --draws 16 --raids 4 --trials 10 ${some.join(' ')}`;
    }),
  ].flat();
}

function lineOf(noun: string, unit: string, sizes: readonly number[], cost: (size: number) => number): string[] {
  const costs = sizes.map(cost);
  const told = sizes.map((size, i) => `${size}: ${costs[i].toPrecision(3)}`).join(', ');
  return [
    `${noun} ${told} ${unit} of CPU`,
    `  grows with the power ${exponent(sizes, costs).toFixed(2)} of it, ${exponent(sizes.slice(-2), costs.slice(-2)).toFixed(2)} over the last doubling`,
  ];
}

/** Slope of log cost over log size, by least squares. */
function exponent(sizes: readonly number[], costs: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = costs.map(Math.log);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const across = x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i] - my), 0);
  return across / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}

/** CPU of one raid on this thread: the least of some rounds, what all raids share left out. */
function raidMs(architecture: Architecture): number {
  const prepared = prepare(architecture);
  const memory = newMemory();
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    simulate(prepared, 0, TRIALS, { memory });
    least = Math.min(least, (1000 * cpuS(before)) / TRIALS);
  }
  return least;
}

/** The same constellations with more planes or fewer. */
function withSatellites(architecture: Architecture, factor: number): Architecture {
  const scale = <T extends { shells?: { planes: number }[] }>(plan: T): T =>
    plan.shells
      ? {
          ...plan,
          shells: plan.shells.map((shell) => ({ ...shell, planes: Math.max(1, Math.round(factor * shell.planes)) })),
        }
      : plan;
  return {
    ...architecture,
    networks: architecture.networks.map(scale),
    sensors: architecture.sensors.map(scale),
    interceptors: architecture.interceptors.map(scale),
  };
}

/** Every missile with one warhead and decoys beside it. */
function withObjects(architecture: Architecture, count: number): Architecture {
  const threats = architecture.threats.map((plan) => ({ ...plan, warheadCount: 1, decoys: count - 1 }));
  return { ...architecture, threats };
}

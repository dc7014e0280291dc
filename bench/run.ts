import { loadScenarioFile } from '../src/cli/load-scenario.ts';
import type { Architecture } from '../src/flow/architecture.ts';
import { newMemory, runTrial, simulate, trialRecords } from '../src/run/drive.ts';
import { prepare } from '../src/run/prepare.ts';
import { withRaidOf } from '../src/run/raid.ts';
import { cpuS } from './measure.ts';

const TRIALS = 40;
const ROUNDS = 3;
const SATELLITE_FACTORS = [0.5, 1, 2, 4];
const RAIDS = [5, 10, 20, 40];

/** CPU time of a trial of golden-dome, and how it grows with the satellites of all its constellations and with its missiles. */
export async function bench(): Promise<string[]> {
  const { architecture } = await loadScenarioFile('scenarios/golden-dome.yaml');
  trialMs(architecture); // warms up
  const bySatellites = SATELLITE_FACTORS.map((factor) => {
    const scaled = scaledShells(architecture, factor);
    return { size: satelliteCount(scaled), ms: trialMs(scaled) };
  });
  const byThreats = RAIDS.map((size) => ({ size, ms: trialMs(withRaidOf(architecture, size)) }));
  return [
    `golden-dome, ${satelliteCount(architecture).toLocaleString('en')} satellites, 10 missiles: ${trialMs(architecture).toFixed(2)} ms of CPU a trial`,
    wholeLine(architecture),
    ...lines('satellites', bySatellites),
    ...lines('missiles', byThreats),
  ];
}

/** The same raids as far as their outcome needs, in memory used again, and with every record whole: block by block in turn. */
function wholeLine(architecture: Architecture): string {
  const prepared = prepare(architecture);
  const memory = newMemory();
  const ways = {
    brief: (trial: number) => runTrial(prepared, trial, memory),
    whole: (trial: number) => trialRecords(prepared, trial),
  };
  const least = { brief: Infinity, whole: Infinity };
  for (let round = 0; round < 2 * ROUNDS; round++) {
    for (const way of ['brief', 'whole'] as const) {
      const before = process.cpuUsage();
      for (let trial = 0; trial < TRIALS; trial++) ways[way](trial);
      least[way] = Math.min(least[way], (1000 * cpuS(before)) / TRIALS);
    }
  }
  const times = (least.whole / least.brief).toFixed(1);
  return `with every record whole and anew: ${least.whole.toFixed(2)} ms, ${times} times the ${least.brief.toFixed(2)} ms that an outcome takes`;
}

interface Measured {
  size: number;
  ms: number;
}

function lines(noun: string, measured: Measured[]): string[] {
  const told = measured.map(({ size, ms }) => `${size.toLocaleString('en')}: ${ms.toFixed(2)} ms`).join(', ');
  const last = exponent(measured.slice(-2)).toFixed(2);
  return [
    `${noun} ${told}`,
    `  grows with the power ${exponent(measured).toFixed(2)} of ${noun}, ${last} over the last doubling`,
  ];
}

/** Slope of log time over log size, by least squares. */
function exponent(measured: Measured[]): number {
  const x = measured.map(({ size }) => Math.log(size));
  const y = measured.map(({ ms }) => Math.log(ms));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const across = x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i] - my), 0);
  return across / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}

/** CPU of one trial on this thread: the least of some rounds, what is shared by all trials left out. */
function trialMs(architecture: Architecture): number {
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
function scaledShells(architecture: Architecture, factor: number): Architecture {
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

function satelliteCount({ networks, sensors, interceptors }: Architecture): number {
  const shells = [...networks, ...sensors, ...interceptors].flatMap((plan) => plan.shells ?? []);
  return shells.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
}

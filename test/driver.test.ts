import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulateThreads } from '../src/ensemble/simulate-threads.ts';
import type { TrialOutcome } from '../src/flow/outcomes.ts';
import { newMemory, runTrial, simulate, trialRecords } from '../src/run/drive.ts';
import { prepare } from '../src/run/prepare.ts';
import { run, runFlown } from '../src/run/run.ts';
import { root, shippedScenario } from './fixtures/shipped-scenario.ts';

const TRIALS = 12;
const SCENARIOS = ['golden-dome', 'cbo-2026', 'limited-raid', 'mixed-raid', 'one-missile'];

const folder = `${root}node_modules/.cache/cupola-driver-${process.pid}`;
const script = pathToFileURL(`${folder}/trial-worker.mjs`);

beforeAll(() =>
  build({
    entryPoints: [`${root}src/ensemble/trial-worker.ts`],
    outfile: `${folder}/trial-worker.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One hash of what became of every threat and every shot, to the last bit. */
function hashOf(value: unknown): string {
  const words = JSON.stringify(value, (_key, part) =>
    ArrayBuffer.isView(part) ? Array.from(part as unknown as ArrayLike<number>, String) : part,
  );
  return createHash('sha256').update(words).digest('hex');
}

describe.each(SCENARIOS)('%s comes out the same however it is driven', (name) => {
  const architecture = shippedScenario(name);
  architecture.analysis.trials = TRIALS;
  const prepared = prepare(architecture);
  const numbers = Array.from({ length: TRIALS }, (_, trial) => trial);
  const whole = numbers.map((trial) => trialRecords(prepared, trial).outcome);
  const expected = hashOf(whole);

  test('with every record whole, or as far as the outcome needs', () => {
    expect(whole.some(({ shots }) => shots.length > 0)).toBe(true);
    expect(hashOf(numbers.map((trial) => runTrial(prepared, trial, newMemory())))).toBe(expected);
  });

  test('in memory that other raids have used, in any order', () => {
    const memory = newMemory();
    const outcomes: TrialOutcome[] = [];
    for (const trial of [...numbers].reverse()) outcomes[trial] = runTrial(prepared, trial, memory);
    expect(hashOf(outcomes)).toBe(expected);
    expect(hashOf(simulate(prepared, 0, TRIALS, { memory }).outcomes)).toBe(expected);
  });

  test.each([1, 3])('on %i threads', async (threadCount) => {
    const { outcomes } = await simulateThreads(architecture, { script, threadCount });
    expect(hashOf(outcomes)).toBe(expected);
  });
});

test.each(['golden-dome', 'one-missile'])('%s has one answer, from this thread or while others fly', async (name) => {
  const architecture = shippedScenario(name);
  architecture.analysis.trials = TRIALS;
  const here = run(architecture);
  const there = await runFlown(architecture, {
    version: 'unknown',
    fly: () => simulateThreads(architecture, { script, threadCount: 2 }),
    pause: () => Promise.resolve(),
  });
  expect(hashOf([there.result, there.outcomes])).toBe(hashOf([here.result, here.outcomes]));
});

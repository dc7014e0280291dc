import { expect, test } from 'vitest';
import type { Shard } from '../shards/shard.ts';
import { taskTrials } from './task-size.ts';

/** A machine that takes so long for a trial of each point, by its own clock. */
function machine(trialS: number[]): { compute: (shard: Shard) => void; clockS: () => number } {
  let nowS = 0;
  const compute = ({ pointIndex, from, to }: Shard) => {
    const spentS = trialS[pointIndex];
    if (Number.isNaN(spentS)) throw new Error('cannot be computed');
    nowS += (to - from) * spentS;
  };
  return { compute, clockS: () => nowS };
}

function sizeFor(trialS: number[]): number {
  const { compute, clockS } = machine(trialS);
  return taskTrials({ points: trialS.map(() => []) }, compute, clockS);
}

test('a task takes about half a minute', () => {
  expect(sizeFor([0.01]) * 0.01).toBeCloseTo(30, 1);
  expect(sizeFor([60])).toBe(1);
});

test('points that take different times are weighed by the first and the last', () => {
  const trials = sizeFor([0.001, 5, 0.003]);
  expect(trials).toBeGreaterThan(30 / 0.003);
  expect(trials).toBeLessThan(30 / 0.001);
});

test('a point that cannot be computed is left to its task', () => {
  expect(sizeFor([Number.NaN, 0.01]) * 0.01).toBeCloseTo(30, 1);
  expect(sizeFor([Number.NaN])).toBe(200);
});

test('where a trial takes no time a task is still of finite size', () => {
  expect(Number.isFinite(sizeFor([0]))).toBe(true);
});

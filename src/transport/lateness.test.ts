import { expect, test } from 'vitest';
import { type Access, latenessOf } from './lateness.ts';

const access = (change: object = {}): Access => ({
  plan: change as Access['plan'],
  lowS: 0.006,
  modeS: 0.012,
  highS: 0.03,
});

test('without users a message takes its way alone', () => {
  expect(latenessOf([0.05], [])).toEqual({ medianS: 0.05, p95S: 0.05, p99S: 0.05 });
});

test('access adds twice its range, changes of satellite move the tail alone, queues move all', () => {
  const plain = latenessOf([0.02], [access()]);
  expect(plain.medianS).toBeCloseTo(0.02 + 2 * (0.03 - Math.sqrt(0.5 * 0.024 * 0.018)), 3);
  const slots = latenessOf([0.02], [access({ slotS: 15, slotGapMs: 215, slotDelayMs: 74 })]);
  expect(slots.medianS - plain.medianS).toBeLessThan(0.001);
  expect(slots.p99S - plain.p99S).toBeGreaterThan(0.003);
  const queues = latenessOf([0.02], [access()], { fraction: 0.8, meanS: 0.01 });
  expect(queues.medianS).toBeGreaterThan(plain.medianS + 0.004);
  expect(queues.p99S).toBeGreaterThan(plain.p99S);
});

test('two user ends are later than one, and a way that varies than its quickest', () => {
  const one = latenessOf([0.02], [access()]);
  const two = latenessOf([0.02], [access(), access()]);
  const varied = latenessOf([0.02, 0.04], [access()]);
  for (const key of ['medianS', 'p95S', 'p99S'] as const) {
    expect(two[key]).toBeGreaterThan(one[key]);
    expect(varied[key]).toBeGreaterThan(one[key]);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../catalog/load.ts';
import type { Walk } from '../flow/reconcile.ts';
import { catalogDeflator } from '../read/offence-prices.ts';
import { estimateWalk } from './estimate-walk.ts';
import { estimateMatrix } from './matrix.ts';
import { type Study, studiesOf } from './study.ts';

const folder = fileURLToPath(new URL('../../catalog/', import.meta.url));
const catalog = loadCatalog(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(folder + path, 'utf8') })),
);
const studies = studiesOf(catalog);
const find = (id: string): Study => studies.find((study) => study.id === id)!;
const context = { economy: catalogDeflator(catalog), lender: find('cbo-2026') };
const between = (a: string, b: string): Walk => estimateWalk(find(a), find(b), context);
const step = ({ steps }: Walk, code: string, subject?: string) =>
  steps.find((each) => each.code === code && each.subject === subject)!;

describe('walks between published totals', () => {
  test.each([
    ['white-house-2025', 'cbo-2026'],
    ['cbo-2025-low', 'cbo-2026'],
    ['aps-2003', 'cbo-2026'],
    ['cbo-2004-option-4', 'aei-2025-accelerated'],
    ['aei-2025-limited-tactical', 'aei-2025-accelerated'],
  ])('%s to %s: every dollar is a step or a miss', (a, b) => {
    const walk = between(a, b);
    const steps = walk.steps.reduce((sum, { effectMusd }) => sum + effectMusd, 0);
    const means = walk.steps.reduce((sum, { meanMusd }) => sum + meanMusd, 0);
    expect(walk.from.publishedMusd! - walk.from.missMusd + steps + walk.to.missMusd).toBeCloseTo(
      walk.to.publishedMusd!,
      3,
    );
    expect(means).toBeCloseTo(steps, 3);
    expect(walk.residualMusd).toBeCloseTo(walk.to.missMusd - walk.from.missMusd, 3);
    for (const { effectMusd, lowMusd, highMusd } of walk.steps) {
      expect(effectMusd).toBeGreaterThanOrEqual(lowMusd);
      expect(effectMusd).toBeLessThanOrEqual(highMusd);
    }
  });

  test('of 175 and 1,191 billion only the years are stated by both: 7,800 satellites in three years and in twenty', () => {
    const walk = between('white-house-2025', 'cbo-2026');
    // three of four years of building and of operations, beside the block of 448 B that has no years
    expect(walk.from.engineMusd).toBeCloseTo((7800 * 22 * 3) / 4 + 3 * 1000 + 448_000, 3);
    expect(walk.steps.map(({ code }) => code)).toEqual(['years']);
    expect(walk.residualMusd).toBeCloseTo(406_980, 0);
    expect(walk.from.silent).toContain('interceptors');
    expect(walk.to.silent).toEqual(['shots', 'speed', 'delay']);
  });

  test('a layer grows with its raid and with its interceptors a missile, one after the other', () => {
    const walk = between('cbo-2025-low', 'cbo-2026');
    expect(walk.steps.map(({ code, subject }) => subject ?? code)).toEqual([
      'price-year',
      'raid',
      'per-missile',
      'rest',
    ]);
    const { effectMusd } = step(walk, 'raid');
    // 1,300 to 6,500 satellites, 4.2 sets of 22 M
    expect(effectMusd).toBeCloseTo(5200 * 4.2 * 22, 3);
  });

  test('what both state is walked and what one alone states is held, so that it is no step', () => {
    const walk = between('cbo-2026', 'aei-2025-robust');
    expect(walk.held.map(({ code }) => code)).toEqual(['mass']);
    expect(step(walk, 'scope', 'glide').effectMusd).toBeGreaterThan(1_000_000);
    expect(step(walk, 'unit-cost').effectMusd).toBeLessThan(-1_000_000);
    expect(Math.abs(walk.residualMusd)).toBeLessThan(walk.from.roundingMusd + walk.to.roundingMusd);
  });

  test('a launch inside a unit price is not paid twice: the total of its study stays', () => {
    const { from } = between('cbo-2026', 'aei-2025-robust');
    expect(from.engineMusd).toBeCloseTo(32_760 * 22 + 20_000 + 448_000, 3);
  });

  test('the speed of both is a step by the closed form, with the delay that only one states', () => {
    const walk = between('cbo-2004-option-4', 'aei-2025-accelerated');
    const { effectMusd } = step(walk, 'speed');
    expect(effectMusd).toBeLessThan(0);
    expect(walk.held.map(({ code }) => code)).toContain('delay');
  });

  test('where an end is not reached the reason is told, and nothing is spread', () => {
    const { from } = between('nrc-2012', 'cbo-2026');
    expect(from.publishedMusd! / from.engineMusd).toBeCloseTo(5.3, 1);
    expect(from.why).toMatchObject({ code: 'reconcile.why-borrowed' });
    expect(between('aps-2003', 'cbo-2026').from.why).toBeUndefined();
  });

  test('without a study that lends nothing is made up: what has no price costs nothing', () => {
    const walk = estimateWalk(find('cbo-2025-low'), find('nrc-2012'), { economy: context.economy });
    expect(walk.from.engineMusd).toBe(0);
    expect(walk.residualMusd).toBeCloseTo(walk.differenceMusd, 6);
  });
});

test('all estimates side by side, with dollars a slot and a further missile', () => {
  const { estimates, pairs } = estimateMatrix(studies.slice(0, 5), context);
  expect(estimates).toHaveLength(5);
  expect(pairs).toHaveLength(10);
  const { estimates: all } = estimateMatrix([find('cbo-2026'), find('aps-2025')], context);
  expect(all[0]).toMatchObject({ interceptorCount: 7800, perMissileCount: 780, furtherMissileMusd: 74_300 });
  expect(all[0].perSlotMusd).toBeCloseTo(95.26, 2);
  expect(all[1]).not.toHaveProperty('publishedMusd');
  expect(all[1]).not.toHaveProperty('engineMusd');
});

import { expect, test } from 'vitest';
import type { BoostFall } from '../flow/outcomes.ts';
import { FallTally, fallSummary } from './fall-tally.ts';

const fall = (latDeg: number, lonDeg: number, isInside = false): BoostFall => ({
  threatIndex: 0,
  latDeg,
  lonDeg,
  isInside,
});

test('shares by sea, land and country add up; a cell is told by its middle', () => {
  const tally = new FallTally();
  tally.add([fall(55, 140), fall(45.4, -75.7, true), fall(0, -30), fall(0.2, -29.7)]);
  tally.add([fall(46.6, -75.2, true)]);
  const summary = fallSummary(tally.state(), 2)!;
  expect(summary).toMatchObject({ perRaid: 2.5, seaFraction: 0.6, landFraction: 0.4, defendedFraction: 0.4 });
  expect(summary.countries).toEqual([{ id: 'canada', name: 'Canada', fraction: 0.4 }]);
  expect(summary.cells.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  expect(summary.cells).toContainEqual({ latDeg: 45.5, lonDeg: -75.5, count: 1 });
  expect(summary.cells).toContainEqual({ latDeg: 0.5, lonDeg: -29.5, count: 2 });
});

test('the ends of the map have a cell; nothing hit in boost is no answer', () => {
  const tally = new FallTally();
  expect(fallSummary(tally.state(), 9)).toBeNull();
  tally.add([fall(90, 180), fall(-90, -180)]);
  expect(tally.state().cells.map(([cell]) => cell)).toEqual([0, 180 * 360 - 1]);
});

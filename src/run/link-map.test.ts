import { beforeAll, expect, test } from 'vitest';
import { loadScenarioFile } from '../cli/load-scenario.ts';
import { type Availability, allWork, stateCode } from '../flow/availability.ts';
import { linksAt } from '../transport/links.ts';
import { outagesOf } from '../transport/outages.ts';
import { linkMapAt, linkMapWith } from './link-map.ts';
import { type Prepared, prepare } from './prepare.ts';

const AT_S = 1234;
let prepared: Prepared;

beforeAll(async () => {
  const { architecture } = await loadScenarioFile('scenarios/golden-dome-2026-07.yaml');
  prepared = prepare(architecture);
});

/** Satellites of an element by their number among all. */
function range(id: string): [number, number] {
  let first = 0;
  for (const element of prepared.elements.space) {
    if (element.id === id) return [first, first + element.count];
    first += element.count;
  }
  throw new Error(id);
}

/** All works but the first satellite of an element. */
function firstOut(id: string): Availability {
  const availability = allWork(prepared.elements);
  availability.space[prepared.elements.space.findIndex((element) => element.id === id)][0] = stateCode('failed');
  return availability;
}

test('as many units are linked as have a way to the centre, and all of them end at it', () => {
  const { ends, useCount, groundEcefKm } = linkMapAt(prepared, { atS: AT_S })!;
  const times = linksAt(
    prepared.transports[0],
    { startS: 0, tS: AT_S },
    outagesOf(prepared.transports[0], prepared.force.stated),
  );
  const [from, to] = range('sbi');
  let linked = 0;
  for (let k = 0; k < useCount.length; k++) if (ends[2 * k] >= from && ends[2 * k] < to) linked++;
  expect(linked).toBe(times.interceptorOneWayS[0].filter(Number.isFinite).length);
  expect(linked).toBeGreaterThan(7000);
  const busiest = Math.max(...useCount);
  expect(busiest).toBeLessThanOrEqual(prepared.elements.space.reduce((sum, { count }) => sum + count, 0));
  expect(busiest).toBeGreaterThan(0.1 * linked);
  for (const end of ends) if (end < 0) expect(groundEcefKm[3 * (-1 - end)]).not.toBeNaN();
});

test('a unit that is out sends nothing', () => {
  const [from] = range('sbi');
  const whole = linkMapAt(prepared, { atS: AT_S })!;
  expect([...whole.ends]).toContain(from);
  const less = linkMapWith(prepared, firstOut('sbi'), AT_S)!;
  expect([...less.ends]).not.toContain(from);
  expect(Math.max(...whole.useCount) - Math.max(...less.useCount)).toBeLessThanOrEqual(1);
});

test('what goes into a satellite of a network goes out of it', () => {
  const { ends, useCount } = linkMapAt(prepared, { atS: AT_S })!;
  const into = new Map<number, number>();
  const out = new Map<number, number>();
  for (let k = 0; k < useCount.length; k++) {
    out.set(ends[2 * k], (out.get(ends[2 * k]) ?? 0) + useCount[k]);
    into.set(ends[2 * k + 1], (into.get(ends[2 * k + 1]) ?? 0) + useCount[k]);
  }
  const [from, to] = range('starshield');
  const passing = [...into].filter(([end]) => end >= from && end < to);
  expect(passing.length).toBeGreaterThan(50);
  for (const [end, count] of passing) expect(out.get(end)).toBe(count);
});

test('every link of a network has an end in it; a satellite that is out has none', () => {
  const [from, to] = range('starshield');
  const isIn = (end: number) => end >= from && end < to;
  const whole = linkMapAt(prepared, { atS: AT_S }, 'starshield')!;
  expect(whole.useCount.length).toBeGreaterThan(to - from);
  for (let k = 0; k < whole.useCount.length; k++)
    expect(isIn(whole.ends[2 * k]) || isIn(whole.ends[2 * k + 1])).toBe(true);
  const less = linkMapWith(prepared, firstOut('starshield'), AT_S, 'starshield')!;
  expect(less.useCount.length).toBeLessThan(whole.useCount.length);
  expect([...less.ends]).not.toContain(from);
  expect(() => linkMapAt(prepared, { atS: AT_S }, 'nobody')).toThrow(RangeError);
});

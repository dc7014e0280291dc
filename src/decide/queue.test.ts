import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../num/random.ts';
import { takenUpS } from './queue.ts';

test('a raid that comes at once is worked off one by one, in the order of the list', () => {
  expect([...takenUpS(Float64Array.of(5, 5, Number.NaN, 5), { serviceS: 35 })]).toEqual([5, 40, Number.NaN, 75]);
});

test('who comes while nobody is served is taken up at once', () => {
  expect([...takenUpS(Float64Array.of(100, 0, 9), { serviceS: 10 })]).toEqual([100, 0, 10]);
  expect([...takenUpS(Float64Array.of(1, 1, 1), { serviceS: 0 })]).toEqual([1, 1, 1]);
});

test('ten at once before two deciders of 35 s each: the last is done after 175 s, the mean after 105 s', () => {
  const doneS = takenUpS(new Float64Array(10), { serviceS: 35, deskCount: 2 }).map((tS) => tS + 35);
  expect(Math.max(...doneS)).toBe(175);
  expect(doneS.reduce((sum, tS) => sum + tS, 0) / 10).toBe(105);
});

const raid = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 30 });

test('one desk more keeps nobody waiting longer; as many desks as missiles keep nobody waiting', () => {
  fc.assert(
    fc.property(raid, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 60 }), (atS, deskCount, serviceS) => {
      const arrivalS = Float64Array.from(atS);
      const few = takenUpS(arrivalS, { serviceS, deskCount });
      const more = takenUpS(arrivalS, { serviceS, deskCount: deskCount + 1 });
      for (let i = 0; i < few.length; i++) expect(more[i]).toBeLessThanOrEqual(few[i]);
      expect(takenUpS(arrivalS, { serviceS, deskCount: atS.length })).toEqual(arrivalS);
    }),
  );
});

test('never more are served at once than there are desks, and nobody waits while a desk is free', () => {
  fc.assert(
    fc.property(raid, fc.integer({ min: 1, max: 4 }), (atS, deskCount) => {
      const startS = takenUpS(Float64Array.from(atS), { serviceS: 20, deskCount });
      const servedAt = (tS: number) => startS.filter((fromS) => fromS <= tS && fromS + 20 > tS).length;
      for (let i = 0; i < atS.length; i++) {
        expect(servedAt(startS[i])).toBeLessThanOrEqual(deskCount);
        for (let tS = atS[i]; tS < startS[i]; tS++) expect(servedAt(tS)).toBe(deskCount);
      }
    }),
  );
});

/** Mean wait where arrivals are a Poisson stream of so much load on desks that each take one second. */
function simulatedWaitS(load: number, deskCount: number): number {
  const random = randomStream(1, 0, 'queue');
  const arrivalS = new Float64Array(400_000);
  let tS = 0;
  for (let i = 0; i < arrivalS.length; i++) {
    tS -= Math.log(1 - random.uniform()) / load;
    arrivalS[i] = tS;
  }
  const startS = takenUpS(arrivalS, { serviceS: 1, deskCount });
  let sum = 0;
  for (let i = 0; i < startS.length; i++) sum += startS[i] - arrivalS[i];
  return sum / startS.length;
}

/**
 * The same from the chain of the numbers present one service apart: after it, those who waited and a Poisson number of new ones.
 *
 * @source crommelin-1932
 */
function exactWaitS(load: number, deskCount: number): number {
  const states = 120;
  const arrivals = [Math.exp(-load)];
  for (let k = 1; k < states; k++) arrivals.push((arrivals[k - 1] * load) / k);
  let present: number[] = arrivals.map((_, n) => (n === 0 ? 1 : 0));
  for (let step = 0; step < 1000; step++) {
    const next = new Array<number>(states).fill(0);
    present.forEach((chance, n) => {
      const left = Math.max(0, n - deskCount);
      for (let k = 0; left + k < states; k++) next[left + k] += chance * arrivals[k];
    });
    present = next;
  }
  return present.reduce((sum, chance, n) => sum + chance * Math.max(0, n - deskCount), 0) / load;
}

describe('the mean wait is that of the queue M/D/c', () => {
  // of one desk: rho / (2 (1 - rho))
  test.each([
    [0.75, 1, 1.5],
    [1.5, 2, 0.656694],
    [2, 3, 0.234265],
  ])('load %d, desks %d: %d services', (load, deskCount, services) => {
    expect(exactWaitS(load, deskCount)).toBeCloseTo(services, 6);
    expect(Math.abs(simulatedWaitS(load, deskCount) / services - 1)).toBeLessThan(0.03);
  });
});

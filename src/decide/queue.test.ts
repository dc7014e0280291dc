import { expect, test } from 'vitest';
import { randomStream } from '../num/random.ts';
import { takenUpS } from './queue.ts';

test('a raid that comes at once is worked off one by one, in the order of the list', () => {
  expect([...takenUpS(Float64Array.of(5, 5, Number.NaN, 5), 35)]).toEqual([5, 40, Number.NaN, 75]);
});

test('who comes while nobody is served is taken up at once', () => {
  expect([...takenUpS(Float64Array.of(100, 0, 9), 10)]).toEqual([100, 0, 10]);
  expect([...takenUpS(Float64Array.of(1, 1, 1), 0)]).toEqual([1, 1, 1]);
});

test('the mean wait is that of the queue M/D/1', () => {
  const random = randomStream(1, 0, 'queue');
  const arrivalS = new Float64Array(400_000);
  let tS = 0;
  for (let i = 0; i < arrivalS.length; i++) {
    tS -= Math.log(1 - random.uniform()) / 0.75;
    arrivalS[i] = tS;
  }
  const startS = takenUpS(arrivalS, 1);
  let sum = 0;
  for (let i = 0; i < startS.length; i++) sum += startS[i] - arrivalS[i];
  expect(Math.abs(sum / startS.length - 1.5)).toBeLessThan(0.05); // load 0.75: rho / (2 (1 - rho)) = 1.5 services
});

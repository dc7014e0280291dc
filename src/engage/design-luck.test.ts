import { expect, test } from 'vitest';
import type { InterceptorPlan } from '../flow/architecture.ts';
import { DesignLuck } from './design-luck.ts';

const RAIDS = 20_000;

/** Share of raids in which all of n shots miss, without the noise of the shots. */
function allMiss(plan: object, shots: number, killProbability = 0.56): number {
  let sum = 0;
  for (let trial = 0; trial < RAIDS; trial++) {
    const luck = new DesignLuck({ plan: plan as InterceptorPlan, key: 'gbi' }, { seed: 3, trial });
    sum += luck.isFaulty ? 1 : (1 - luck.killProbability(killProbability)) ** shots;
  }
  return sum / RAIDS;
}

test('the chance that four shots miss grows with their correlation as the beta-binomial says', () => {
  expect(allMiss({}, 4)).toBeCloseTo(0.03748, 5);
  expect(allMiss({ killCorrelation: 0.1 }, 4)).toBeCloseTo(0.06858, 2);
  expect(allMiss({ killCorrelation: 0.3 }, 4)).toBeCloseTo(0.14107, 2);
});

test('one shot is as good as ever, whatever the correlation', () => {
  expect(allMiss({ killCorrelation: 0.3 }, 1)).toBeCloseTo(0.44, 2);
});

test('a design that fails in one raid of ten caps what any salvo does', () => {
  expect(1 - allMiss({ designFaultProbability: 0.1 }, 4)).toBeCloseTo(0.8663, 2);
});

test('layers of one entry share the draw, layers of two do not', () => {
  const drawn = (entry: string, key: string) =>
    new DesignLuck({ plan: { entry, killCorrelation: 0.2 } as unknown as InterceptorPlan, key }, { seed: 1, trial: 5 });
  const [a, b, c] = [drawn('gbi', 'x'), drawn('gbi', 'y'), drawn('ngi', 'z')].map((luck) => luck.killProbability(0.6));
  expect(a).toBe(b);
  expect(a).not.toBe(c);
});

import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { EffectTally } from '../effect/effect.ts';
import type { Architecture } from '../flow/architecture.ts';
import { leakReasons } from '../flow/outcomes.ts';
import { raidAnswer, withRaidOf } from './raid.ts';
import type { Simulation } from './simulation.ts';

const architecture = shippedScenario('one-missile');
const TRIALS = 10;
const CAPACITY = 12;

/** A shield with room for so many missiles, that lets one through in three raids of ten once there are over four. */
function simulationOf(missileCount: number): Simulation {
  const full = Math.max(0, missileCount - CAPACITY);
  const more = missileCount > 4 && full === 0 ? 1 : 0;
  const leakersByReason = leakReasons.map(() => 0);
  leakersByReason[leakReasons.indexOf('missed')] = 3 * more;
  leakersByReason[leakReasons.indexOf('out-of-inventory')] = TRIALS * full;
  const trialsByLeakers = full > 0 ? [...Array(full).fill(0), TRIALS] : [TRIALS - 3 * more, 3 * more];
  const threats = TRIALS * missileCount;
  const effect = new EffectTally().state();
  return {
    effect: {
      ...effect,
      trials: TRIALS,
      threats,
      allEngagedTrials: full ? 0 : TRIALS,
      trialsByLeakers,
      leakersByReason,
    },
    outcomes: [],
  };
}

async function answered() {
  const asked: number[] = [];
  const trialsOf = async ({ threats }: Architecture) => {
    const missiles = threats.reduce((sum, { count }) => sum + count, 0);
    asked.push(missiles);
    return simulationOf(missiles);
  };
  return { asked, answer: await raidAnswer(architecture, trialsOf) };
}

test('the largest raid stopped whole in nine of ten raids, in half of them, and shot at whole', async () => {
  const { answer } = await answered();
  expect(answer.stopped.threatCount).toBe(4);
  expect(answer.stoppedInHalf.threatCount).toBe(CAPACITY);
  expect(answer.engaged.threatCount).toBe(CAPACITY);
});

test('each size is flown once, and the curve has them all and bends where the shield is full', async () => {
  const { asked, answer } = await answered();
  expect(new Set(asked).size).toBe(asked.length);
  expect(answer.curve.map(({ threatCount }) => threatCount)).toEqual([...asked].sort((a, b) => a - b));
  const before = answer.curve.filter(({ threatCount }) => threatCount <= CAPACITY);
  const after = answer.curve.filter(({ threatCount }) => threatCount > CAPACITY + 1);
  expect(after.length).toBeGreaterThan(1);
  expect(
    Math.min(...before.map(({ stoppedMeanCount, threatCount }) => stoppedMeanCount / threatCount)),
  ).toBeGreaterThan(0.9);
  for (const point of after) {
    expect(point.stoppedMeanCount).toBe(CAPACITY);
    expect(point.mainReason).toBe('out-of-inventory');
  }
  expect(answer.curve.at(-1)!.stoppedOfFurtherFraction).toBe(0);
  expect(answer.curve[0].mainReason).toBeNull();
});

test('a raid of another size keeps its groups in proportion', () => {
  const [group] = architecture.threats;
  const two = {
    ...architecture,
    threats: [
      { ...group, count: 3 },
      { ...group, count: 1 },
    ],
  };
  expect(withRaidOf(two, 8).threats.map(({ count }) => count)).toEqual([6, 2]);
  expect(withRaidOf(two, 1).threats.map(({ count }) => count)).toEqual([1]);
});

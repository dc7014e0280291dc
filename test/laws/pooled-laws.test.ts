import { expect, test } from 'vitest';
import { EffectTally } from '../../src/effect/effect.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import { certify } from '../../src/laws/certify.ts';
import { laws } from '../../src/laws/laws.ts';
import { simulate } from '../../src/run/drive.ts';
import { prepare } from '../../src/run/prepare.ts';
import type { Simulation } from '../../src/run/simulation.ts';
import { shippedScenario } from '../fixtures/shipped-scenario.ts';
import { PooledLaws } from './pooled-laws.ts';

const SCENARIOS = 30;
const largerRaid = laws.filter(({ id }) => id === 'larger-raid');

const sumOf = ({ threats }: Architecture) => threats.reduce((sum, { count }) => sum + count, 0);

/** One missile, then two, of which a faulty model stops both. */
async function pooled(isFaulty: boolean): Promise<PooledLaws> {
  const architecture = shippedScenario('one-missile');
  architecture.analysis.trials = 1;
  const pool = new PooledLaws();
  const raid = simulate(prepare(architecture), 0, 1);
  const [allStopped, allLeak] = [0, -1].map((layer) =>
    raid.outcomes.map((outcome) => ({ ...outcome, stoppedByLayer: outcome.stoppedByLayer.map(() => layer) })),
  );
  const fly = async (changed: Architecture): Promise<Simulation> => {
    const isBase = sumOf(changed) === sumOf(architecture);
    return { effect: new EffectTally().state(), outcomes: isBase === isFaulty ? allLeak : allStopped };
  };
  for (let i = 0; i < SCENARIOS; i++)
    expect(pool.add(await certify(architecture, { version: 'test', laws: largerRaid, simulate: fly }))).toEqual([]);
  return pool;
}

test('what one raid of a scenario cannot show, thirty scenarios show', async () => {
  expect((await pooled(true)).broken(1e-6)).toEqual([
    'larger-raid: 30 missiles against it over 30 scenarios, by chance 9.3e-10',
  ]);
  expect((await pooled(false)).broken(1e-6)).toEqual([]);
});

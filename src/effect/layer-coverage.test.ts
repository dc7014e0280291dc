import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { trialRecords } from '../run/drive.ts';
import { prepare } from '../run/prepare.ts';
import { EffectTally } from './effect.ts';
import { summarizeEffect } from './effect-summary.ts';
import { layerCoverage } from './layer-coverage.ts';

/** Means over raids of one missile with a track at a time after launch. */
function coverageAt(trackS: number) {
  const architecture = shippedScenario('one-missile');
  const prepared = prepare({ ...architecture, command: architecture.command.map((each) => ({ ...each, trackS })) });
  const tally = new EffectTally();
  for (let trial = 0; trial < 300; trial++) tally.add(trialRecords(prepared, trial).outcome);
  const effect = summarizeEffect(tally.state(), ['sbi']);
  return layerCoverage(prepared.architecture, prepared.elements.space, effect)[0];
}

test('what seconds less would leave in reach is what raids with such a delay have', () => {
  const now = coverageAt(60);
  expect(now.withLessTime.map(({ lessS }) => lessS)).toEqual([15, 30]);
  for (const { lessS, inReachMeanCount } of now.withLessTime) {
    const flown = coverageAt(60 + lessS);
    expect(flown.timeLeftS).toBeCloseTo(now.timeLeftS - lessS, 6);
    expect(inReachMeanCount).toBeLessThan(now.inReachMeanCount);
    expect(Math.abs(inReachMeanCount / flown.inReachMeanCount - 1)).toBeLessThan(0.15);
  }
});

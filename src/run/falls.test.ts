import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import type { Architecture } from '../flow/architecture.ts';
import { fallSentences } from '../report/falls.ts';
import { run } from './run.ts';

test('where no defended area is named, what falls on land of others is told, and that it counts as stopped', () => {
  const architecture = shippedScenario('cbo-2026');
  const small = (more: Partial<Architecture>) =>
    run({ ...architecture, ...more, analysis: { ...architecture.analysis, trials: 20 } }).result;
  const open = small({});
  const { otherLandFraction, landFraction, countries } = open.effect!.falls!;
  const launched = countries.find(({ id }) => id === 'north-korea')?.fraction ?? 0;
  expect(otherLandFraction).toBeGreaterThan(0.1);
  expect(otherLandFraction).toBeCloseTo(landFraction - launched, 12);
  expect(fallSentences(open).join(' ')).toMatch(/names no defended area.*count as stopped/);
  const named = small({ defended: ['fifty-states', 'canada'] });
  expect(named.effect!.falls!.otherLandFraction).toBeUndefined();
  expect(fallSentences(named).join(' ')).not.toMatch(/names no defended area/);
});

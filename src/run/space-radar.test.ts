import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { trialRecords } from './drive.ts';
import { prepare } from './prepare.ts';

test('without the space radar a cruise missile is never seen where no battery stands, and is stopped where one does', () => {
  const architecture = shippedScenario('mixed-raid');
  const cruise = architecture.threats.findIndex(({ id }) => id === 'cruise');
  const seen = (sensors: typeof architecture.sensors) => {
    const prepared = prepare({ ...architecture, sensors });
    const groupOf = prepared.flights.map(({ planIndex }) => planIndex);
    const { outcome } = trialRecords(prepared, 0);
    return [...outcome.detectedS].filter((_, i) => groupOf[i] === cruise).map((tS) => !Number.isNaN(tS));
  };
  expect(seen(architecture.sensors)).toEqual([true, true, true, true]);
  const without = seen(architecture.sensors.filter(({ id }) => id !== 'amti'));
  expect(without.filter((isSeen) => !isSeen)).toHaveLength(1); // the one at Philadelphia
});

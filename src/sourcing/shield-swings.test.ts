import { expect, test } from 'vitest';
import { loadScenarioFile } from '../cli/load-scenario.ts';
import { type ShieldInput, shieldInputs, withInput } from './shield-inputs.ts';
import { leakersByTrial, shieldSwings } from './shield-swings.ts';

const inputOf = (inputs: ShieldInput[], element: string, path: string) =>
  inputs.find((input) => input.element === element && input.path === path)!;

test('a surer kill lets fewer through, raid by raid; the first architecture stays as it was', async () => {
  const { architecture } = await loadScenarioFile('scenarios/cbo-2026.yaml');
  const before = JSON.stringify(architecture);
  const inputs = shieldInputs(architecture, ['sbi']);
  const kill = inputOf(inputs, 'sbi', 'killProbability');
  const { low, high } = kill.settings[0];
  expect(low).toBeLessThan(high);
  const [base, atLow, atHigh] = [
    architecture,
    withInput(architecture, kill, 'low'),
    withInput(architecture, kill, 'high'),
  ].map((each) => leakersByTrial(each, 8));
  for (let i = 0; i < 8; i++) expect(atHigh[i]).toBeLessThanOrEqual(atLow[i]);
  const { swings, baseLeakersCount, trials } = shieldSwings([kill], base, [atLow], [atHigh]);
  expect(trials).toBe(8);
  expect(baseLeakersCount).toBeCloseTo(base.reduce((sum, x) => sum + x, 0) / 8, 12);
  expect(swings[0].atLow.difference).toBeGreaterThan(0);
  expect(swings[0].atHigh.difference).toBeLessThanOrEqual(0);
  expect(JSON.stringify(architecture)).toBe(before);
});

test('sensors move together, a decision moves whole, and what moves nothing is named', async () => {
  const { architecture } = await loadScenarioFile('scenarios/golden-dome-2026-07.yaml');
  const inputs = shieldInputs(architecture, ['sbi', 'gbi']);
  expect(inputs.some(({ element }) => element === 'thaad')).toBe(false);
  const looks = inputOf(inputs, 'sensors', 'looksCount');
  expect(looks.settings.length).toBeGreaterThan(3);
  expect(withInput(architecture, looks, 'high').sensors.map(({ looksCount }) => looksCount)).toEqual(
    looks.settings.map(({ high }) => high),
  );
  const decision = inputOf(inputs, 'c2', 'decisionS');
  expect(withInput(architecture, decision, 'high').command[0].decision).toEqual({ lowS: 60, modeS: 60, highS: 60 });
  const none = Float64Array.of(1, 2);
  expect(shieldSwings([looks], none, [none], [none])).toMatchObject({
    swings: [],
    without: [{ element: 'sensors', path: 'looksCount' }],
  });
});

test('an end of a range that no missile of the class can fly is named, and the rest goes on', async () => {
  const { architecture } = await loadScenarioFile('scenarios/cbo-2026.yaml');
  const inputs = shieldInputs(architecture, ['sbi']);
  const grounded = structuredClone(architecture);
  grounded.threats[0].maxRangeKm = 100;
  const none = leakersByTrial(grounded, 3);
  expect([...none]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  const base = leakersByTrial(architecture, 3);
  const input = inputOf(inputs, 'sbi', 'killProbability');
  const { swings, without, notFlown } = shieldSwings([input], base, [none], [base]);
  expect({ swings, without }).toEqual({ swings: [], without: [] });
  expect(notFlown).toEqual([{ element: 'sbi', path: 'killProbability' }]);
});

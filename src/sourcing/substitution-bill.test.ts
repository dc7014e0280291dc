import { expect, test } from 'vitest';
import { loadScenarioFile } from '../cli/load-scenario.ts';
import type { Loss } from '../dependence/losses.ts';
import { supplyGraph } from '../dependence/supply-graph.ts';
import { substitutePrices } from './substitution-bill.ts';

test('launches that nobody is left to fly still have the price of those who flew them', async () => {
  const { architecture } = await loadScenarioFile('scenarios/golden-dome-2026-07.yaml');
  const loss = { element: { key: 'interceptors:sbi', id: 'sbi' } } as Loss;
  const { launchers } = architecture.launch;
  const prices = launchers.map((plan) => (plan.governmentPriceMusd ?? plan.priceMusd!) / plan.payloadKg);
  const priced = (withUnpriced: boolean) => {
    const more = withUnpriced ? [{ ...launchers[0], priceMusd: undefined, governmentPriceMusd: undefined }] : [];
    const scenario = { ...architecture, launch: { ...architecture.launch, launchers: [...launchers, ...more] } };
    return substitutePrices(scenario, supplyGraph(architecture), { loss, sources: [], left: [], roots: new Set() });
  };
  expect(priced(false).usualMusdKg).toBeCloseTo(Math.min(...prices), 12);
  expect(priced(true).usualMusdKg).toBeCloseTo(Math.min(...prices), 12);
  expect(priced(false).substituteMusdKg).toBe(0);
  expect(priced(false).usualMusd).toBeCloseTo(22 - (1294.1 * 500) / 1e6, 9); // the published price less the launch inside it
});

import { beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../catalog/entry.ts';
import { loadInstalledCatalog } from '../../cli/load-catalog.ts';
import { loadScenarioFile } from '../../cli/load-scenario.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { drawTable } from '../../programme/drawn-architecture.ts';
import { planModel } from './plan-model.ts';
import { drawnModels } from './price-band.ts';

const PLAN = { stepYr: 1, lossYr: 10, lossFraction: 0.5, warmFraction: 0.25, campaigns: 1 };
const DRAWS = 8;

let catalog: Catalog;
let architecture: Architecture;
beforeAll(async () => {
  catalog = await loadInstalledCatalog();
  ({ architecture } = await loadScenarioFile('test/fixtures/three-fleets.yaml', {}));
});

const vehicleOf = (model: PlanModel, id: string) => model.vehicles.find((each) => each.id === id)!;

test('vehicles that only the book has are drawn with the rest: prices, rates, payloads, each inside its range', () => {
  const { table, modelOf } = drawnModels(architecture, catalog, DRAWS, PLAN);
  const listed = architecture.launch.launchers.map(({ id }) => id);
  const models = Array.from({ length: DRAWS }, (_, i) => modelOf(i + 1));
  const others = planModel(architecture, catalog, PLAN).vehicles.filter(({ id }) => !listed.includes(id));
  expect(others.map(({ id }) => id)).toContain('neutron');
  for (const { id } of others) {
    const drawn = models.map((model) => vehicleOf(model, id));
    const different = (of: (vehicle: PlanModel['vehicles'][number]) => unknown) =>
      new Set(drawn.map((each) => JSON.stringify(of(each)))).size;
    expect(different(({ launchMusd }) => launchMusd)).toBe(DRAWS);
    expect(different(({ launches }) => launches)).toBeGreaterThan(1);
    expect(different(({ perLaunch }) => perLaunch)).toBeGreaterThan(1);
  }
  const price = table.inputs.findIndex(({ key }) => key === 'neutron.priceMusd');
  const { low, high } = table.inputs[price];
  const musd = models
    .map((model) => vehicleOf(model, 'neutron'))
    .map(({ launchMusd, lostFraction }) => ({
      one: launchMusd * (1 - lostFraction),
    }));
  // dear draws are dear in the programme, by the price year's factor alone
  const ends = musd.map(({ one }) => one).sort((a, b) => a - b);
  expect(ends.at(-1)! / ends[0]).toBeLessThanOrEqual(high / low);
});

test('with the value of every number the programme is that of the scenario, and adding the book moves no other draw', () => {
  const { table, modelOf } = drawnModels(architecture, catalog, DRAWS, PLAN);
  expect(modelOf(0)).toEqual(planModel(architecture, catalog, PLAN));
  const keys = table.inputs.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('neutron.payloadKg');
  expect(keys).not.toContain('neutron.expendablePayloadKg');
  const alone = drawTable(architecture, DRAWS, 'search');
  alone.inputs.forEach(({ key }, i) => {
    expect(table.columns[keys.indexOf(key)]).toEqual(alone.columns[i]);
  });
});

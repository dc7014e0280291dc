import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedScenario } from '../../../test/fixtures/shipped-scenario.ts';
import { maker, planOf, vehicle } from '../../../test/partner-plan.ts';
import { loadInstalledCatalog } from '../../cli/load-catalog.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { PlanMix, PlanModel } from '../../flow/partner-plan.ts';
import { lossOf } from './plan-loss.ts';
import { planModel } from './plan-model.ts';
import { cheapestPlan } from './plan-search.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

const parts = {
  makers: [maker('a'), maker('b', { fleetMusd: 1200 })],
  vehicles: [vehicle('v', { launches: new Array(10).fill(30) })],
};
const limited = (musd: number) => planOf(parts, { yearlyMusd: new Array(10).fill(musd) });

/** Units and launches of each period, in millions. */
function paid(model: PlanModel, mix: PlanMix): number[] {
  return Array.from({ length: model.periodCount }, (_, t) =>
    model.makers
      .map(({ fleetMusd }, o) => fleetMusd * mix.built[o][t])
      .concat(model.vehicles.map(({ launchMusd }, v) => launchMusd * mix.launched[v][0][t]))
      .reduce((sum, each) => sum + each, 0),
  );
}

describe('money by year', () => {
  // 100 satellites with their ten launches cost 1,500 M and live five years: 300 M a year hold all of them in the end, 150 M half
  test('no year costs more than its limit, and what stands is what that buys', () => {
    for (const [musd, stands] of [
      [300, 1],
      [150, 0.5],
    ] as const) {
      const model = limited(musd);
      const mix = cheapestPlan(highs, model);
      expect(Math.max(...paid(model, mix))).toBeLessThanOrEqual(musd * (1 + 1e-6));
      expect(mix.standing[0][4]).toBeGreaterThan(stands - 0.03);
      expect(mix.standing[0][4]).toBeLessThan(stands + 0.01);
      expect(mix.standing[0][1]).toBeCloseTo((2 / 5) * stands, 1);
    }
  });

  test('a limit that nothing reaches changes nothing', () => {
    const free = cheapestPlan(highs, planOf(parts));
    expect(cheapestPlan(highs, limited(1e6)).costMusd).toBeCloseTo(free.costMusd, 0);
  });

  test('after a loss what is missing for want of money is told apart from what nobody can make', () => {
    const model = { ...limited(200), lossFraction: 1 };
    const mix = cheapestPlan(highs, model);
    const a = model.cases.findIndex(({ name }) => name === 'a');
    const v = model.cases.findIndex(({ name }) => name === 'v');
    const dearer = lossOf(highs, model, mix, a); // the other maker is there and costs more than a year has
    expect(dearer.shortYr).toBeGreaterThan(0.3);
    expect(dearer.moneyShortYr!).toBeGreaterThan(0.7 * dearer.shortYr);
    const nothing = lossOf(highs, model, mix, v); // nothing flies, whatever there is to pay it
    expect(nothing.shortYr).toBeGreaterThan(1);
    expect(nothing.moneyShortYr!).toBeLessThan(0.1 * nothing.shortYr);
    expect(lossOf(highs, planOf(parts), mix, a).moneyShortYr).toBeUndefined();
  });

  test('budgets among the events of a scenario are its limit, and an option takes their place', async () => {
    const catalog = await loadInstalledCatalog();
    const plain = shippedScenario('golden-dome');
    const options = { stepYr: 1, lossYr: 10, lossFraction: 0.5, warmFraction: 0.25, campaigns: 1 };
    const events: Architecture['events'] = [
      { kind: 'budget', date: '2034-01-01', atYr: 6, musdYr: 20_000 },
      { kind: 'budget', date: '2030-01-01', atYr: 2, musdYr: 9000 },
    ];
    const { yearlyMusd } = planModel({ ...plain, events }, catalog, options);
    expect(yearlyMusd!.slice(0, 8)).toEqual([Infinity, Infinity, 9000, 9000, 9000, 9000, 20_000, 20_000]);
    const asked = planModel({ ...plain, events }, catalog, { ...options, budgetMusdYr: 30_000 });
    expect(new Set(asked.yearlyMusd)).toEqual(new Set([30_000]));
    expect(planModel(plain, catalog, options).yearlyMusd).toBeUndefined();
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { maker, planOf, vehicle } from '../../../test/partner-plan.ts';
import { loadInstalledCatalog } from '../../cli/load-catalog.ts';
import type { PlanModel } from '../../flow/partner-plan.ts';
import { loadScenario } from '../../read/load-scenario.ts';
import { type FuturePlan, type futurePlans, futurePlans as plansOf } from './futures.ts';
import { planModel } from './plan-model.ts';
import { cheapestPlan, todayOptions } from './plan-search.ts';
import { regretTable } from './regret.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

/** One maker; a cheap vehicle that is listed, and a dear one that comes two years after it is ordered and costs 40 M to take in. */
const model = planOf({
  makers: [maker('a', { todayFraction: 1 })],
  vehicles: [
    vehicle('cheap', { launches: new Array(10).fill(12) }),
    vehicle('dear', { launchMusd: 80, launches: new Array(10).fill(12), fixedMusd: 40, isListed: false, delayYr: 3 }),
  ],
});
const mixes = () => ({
  today: cheapestPlan(highs, model, todayOptions(model)),
  cheapest: cheapestPlan(highs, model),
  robust: cheapestPlan(highs, model, { keepVehicles: [false, true] }),
});
const without = (v: number): PlanModel => ({
  ...model,
  vehicles: model.vehicles.map((each, i) => (i === v ? { ...each, launches: new Array(10).fill(0) } : each)),
});
const plan = (id: string, of: PlanModel, knownYr = 0): FuturePlan => ({ id, changes: [], model: of, knownYr });

describe('regret by hand', () => {
  test('who is ready is paid for where nothing happens, and saves the years of the delay where it does', () => {
    const all = mixes();
    expect([all.cheapest.takenVehicles, all.robust.takenVehicles]).toEqual([
      [true, false],
      [true, true],
    ]);
    const { futures, worst, minimax } = regretTable(highs, [plan('as-is', model), plan('never', without(0))], all, {})!;
    const [asIs, never] = futures;
    // as it is the second vehicle is 40 M for nothing
    expect(asIs.mixes.cheapest.regretMusd).toBeCloseTo(0, 0);
    expect(asIs.mixes.robust.regretMusd).toBeCloseTo(40, 0);
    // without the first one, the best has the second from the start; who has to order it misses the second and third year
    expect(never.mixes.robust.regretMusd).toBeCloseTo(0, 0);
    expect(never.mixes.robust.shortYr).toBeCloseTo(0, 6);
    expect(never.mixes.cheapest.shortYr).toBeGreaterThan(1.4);
    expect(never.mixes.cheapest.shortYr).toBeLessThan(2.1);
    expect(never.mixes.cheapest.regretMusd).toBeGreaterThan(40);
    expect(never.bestMusd).toBeGreaterThan(asIs.bestMusd + 500); // thirty million more a launch of twenty and more
    expect(worst.cheapest.future).toBe('never');
    expect(worst.robust.future).toBe('as-is');
    expect(minimax).toBe('robust');
    expect(worst.robust.regretMusd).toBeCloseTo(asIs.mixes.robust.regretMusd, 6);
  });

  test('no mix is better than the best, and a future that shows later is missed for longer', () => {
    const all = mixes();
    const down = (from: number): PlanModel => ({
      ...model,
      vehicles: model.vehicles.map((each, i) =>
        i === 0 ? { ...each, launches: each.launches.map((count, t) => (t >= from ? 0 : count)) } : each,
      ),
    });
    const plans = [plan('as-is', model), plan('early', down(1), 0), plan('late', down(1), 5)];
    const { futures } = regretTable(highs, plans, all, {})!;
    for (const { mixes: costs } of futures)
      for (const { regretMusd } of Object.values(costs)) expect(regretMusd).toBeGreaterThanOrEqual(0);
    const [, early, late] = futures;
    expect(late.mixes.cheapest.shortYr).toBeGreaterThan(early.mixes.cheapest.shortYr + 0.5);
    expect(Math.abs(late.mixes.robust.regretMusd - early.mixes.robust.regretMusd)).toBeLessThan(50); // what counts as equal
  });

  test('where a missing year counts more, the mix that misses least is regretted least', () => {
    const dear = {
      ...model,
      vehicles: [model.vehicles[0], { ...model.vehicles[1], fixedMusd: 1200 }],
    };
    const never = { ...without(0), vehicles: [without(0).vehicles[0], dear.vehicles[1]] };
    const all = {
      today: cheapestPlan(highs, dear, todayOptions(dear)),
      cheapest: cheapestPlan(highs, dear),
      robust: cheapestPlan(highs, dear, { keepVehicles: [false, true] }),
    };
    const { minimax, turns } = regretTable(highs, [plan('as-is', dear), plan('never', never)], all, {})!;
    expect(minimax).not.toBe('robust');
    expect(turns!.minimax).toBe('robust');
    expect(turns!.ratio).toBeGreaterThan(1);
  });
});

test('where a mix cannot go on within the money of a year, there is no table', () => {
  const all = mixes();
  const tight = (musd: number) => plan('tight', { ...model, yearlyMusd: new Array(10).fill(musd) });
  // the second vehicle takes 4 M a year
  expect(regretTable(highs, [plan('as-is', model), tight(3)], all, {})).toBeUndefined();
  expect(regretTable(highs, [plan('as-is', model), tight(1e4)], all, {})?.futures).toHaveLength(2);
});

describe('futures of a scenario', () => {
  let base: PlanModel;
  let plans: ReturnType<typeof futurePlans>;
  const of = (id: string) => plans.find((each) => each.id === id)!;
  const launcher = ({ vehicles }: PlanModel, id: string) => vehicles.find((each) => each.id === id)!;
  beforeAll(async () => {
    const file = 'test/fixtures/three-fleets.yaml';
    const catalog = await loadInstalledCatalog();
    const architecture = loadScenario(readFileSync(file, 'utf8'), catalog, { file });
    const options = { stepYr: 1, lossYr: 6, lossFraction: 0.5, warmFraction: 0.25 };
    base = planModel(architecture, catalog, options);
    const lost = base.cases.findIndex(({ roots }) => roots.join() === 'spacex');
    plans = plansOf(architecture, catalog, { base, plan: options, lost });
  }, 60_000);

  test('a price at an end of its range is that of the catalog, with its basis, and moves nothing else', () => {
    const { model: cheap, changes } = of('starship-cheap');
    const government = changes.find(({ path }) => path === 'starship.governmentPriceMusd')!;
    expect([government.nowValue, government.thenValue, government.basis]).toEqual([100, 50, 'assumption']);
    const [now, then] = [base, cheap].map((each) => launcher(each, 'starship'));
    expect(then.launchMusd / now.launchMusd).toBeCloseTo(0.5, 6);
    expect(then.launches).toEqual(now.launches);
    expect(launcher(cheap, 'vulcan')).toEqual(launcher(base, 'vulcan'));
    expect(
      of('interceptors-dear').model.makers.some(({ fleetMusd }, o) => fleetMusd > 1.5 * base.makers[o].fleetMusd),
    ).toBe(true);
  });

  test('every future asks for the force of the scenario as it is', () => {
    for (const { model: each } of plans)
      expect(each.fleets.map(({ standingFraction }) => standingFraction)).toEqual(
        base.fleets.map(({ standingFraction }) => standingFraction),
      );
    expect(plans[0].model).toBe(base);
  });

  test('who never flies, who stands for two years, and who leaves', () => {
    expect(launcher(of('starship-never').model, 'starship').launches.every((count) => count === 0)).toBe(true);
    const down = of('be4-grounded');
    for (const id of ['new-glenn', 'vulcan']) {
      const launches = launcher(down.model, id).launches.map((count, t) => count / launcher(base, id).launches[t]);
      expect(launches.slice(4, 8)).toEqual([1, 0, 0, 1]);
    }
    expect(down.knownYr).toBe(5);
    const { model: after, knownYr } = of('lost');
    expect(knownYr).toBe(6);
    const falcon = launcher(after, 'falcon-9').launches;
    expect(falcon[5]).toBeGreaterThan(0);
    expect(Math.max(...falcon.slice(6))).toBe(0);
    const spacex = after.makers.find(({ partner }) => partner === 'spacex')!;
    expect(spacex.goesOnFraction).toEqual([...new Array(6).fill(1), ...new Array(6).fill(0)]);
  });
});

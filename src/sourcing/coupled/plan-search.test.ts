import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fleet, maker, planOf, vehicle } from '../../../test/partner-plan.ts';
import { alternativesOf } from './alternatives.ts';
import { lossOf } from './plan-loss.ts';
import { cheapestPlan, todayMix } from './plan-search.ts';
import { wouldBeTrue } from './would-be-true.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

const all = (model: { cases: unknown[] }) => model.cases.map((_, c) => c);

describe('the programme of one fleet by hand', () => {
  // 100 satellites at 10 M each by the end of the second year, replaced after five: 2.6 sets (1 + 8/5) less what need not be built at
  // the end; ten satellites a launch at 50 M
  test('what is built is what stands and what wears out, and every ten need a launch', () => {
    const model = planOf({ makers: [maker('a')], vehicles: [vehicle('v')] });
    const mix = cheapestPlan(highs, model);
    const sets = mix.built[0].reduce((sum, each) => sum + each, 0);
    expect(mix.standing[0].slice(1).every((share) => share > 0.985)).toBe(true);
    expect(sets).toBeGreaterThan(1.9);
    expect(sets).toBeLessThan(2.6);
    expect(mix.launchCounts[0]).toBeCloseTo(10 * sets, 6);
    expect(mix.costMusd).toBeCloseTo(sets * 1000 + 10 * sets * 50, 0);
  });

  test('a dearer vehicle flies only what the cheaper one cannot', () => {
    const few = new Array(10).fill(4);
    const model = planOf({
      makers: [maker('a')],
      vehicles: [vehicle('cheap', { launches: few }), vehicle('dear', { launchMusd: 200 })],
    });
    const mix = cheapestPlan(highs, model);
    expect(Math.max(...mix.launched[0][0])).toBeLessThanOrEqual(4 + 1e-6);
    expect(mix.launchCounts[1]).toBeGreaterThan(1);
  });

  test('two fleets share the launches of one vehicle: none is sold twice', () => {
    const model = planOf({
      fleets: [fleet(), fleet({ id: 'g:sat', functionId: 'g' })],
      makers: [maker('a'), maker('b', { fleet: 1, id: 'b:g' })],
      vehicles: [vehicle('v', { perLaunch: [10, 10], launches: new Array(10).fill(6) })],
    });
    const mix = cheapestPlan(highs, model);
    for (let t = 0; t < model.periodCount; t++)
      expect(mix.launched[0][0][t] + mix.launched[0][1][t]).toBeLessThanOrEqual(6 + 1e-6);
    // 200 satellites by the end of the second year need 20 launches; 12 fly
    expect(mix.standing[0][1] + mix.standing[1][1]).toBeCloseTo(1.2, 2);
  });

  test('a vehicle that is kept warm flies its least rate, and costs it', () => {
    const parts = {
      makers: [maker('a')],
      vehicles: [vehicle('cheap'), vehicle('dear', { launchMusd: 100, fixedMusd: 10 })],
    };
    const cold = cheapestPlan(highs, planOf(parts), { keepVehicles: [false, true] });
    const warm = cheapestPlan(highs, planOf(parts, { warmFraction: 0.1 }), { keepVehicles: [false, true] });
    expect(cold.launchCounts[1]).toBeCloseTo(0, 6);
    expect(warm.launchCounts[1]).toBeGreaterThanOrEqual(10 - 1e-6); // a tenth of ten, ten years
    expect(warm.costMusd).toBeGreaterThan(cold.costMusd);
  });
});

describe('after a loss', () => {
  test('what flies goes on and wears out; a maker that was not taken in comes after its delay', () => {
    const model = planOf({
      makers: [maker('a'), maker('b', { fleetMusd: 3000, fixedMusd: 100, isCandidate: true })],
      vehicles: [vehicle('v')],
    });
    const mix = cheapestPlan(highs, model);
    expect(mix.takenMakers).toEqual([true, false]);
    const { keptFraction, shortYr } = lossOf(highs, model, mix, 0);
    expect(keptFraction[0][0]).toBeGreaterThan(0.7);
    expect(keptFraction[0].at(-1)).toBeGreaterThanOrEqual(0.5 - 1e-6);
    expect(shortYr).toBeLessThan(0.6); // those of the first two years wear out together, before its first is ready
  });

  test('with one vehicle its loss leaves nothing to replace with, whatever is paid', () => {
    const model = planOf({ makers: [maker('a'), maker('b')], vehicles: [vehicle('v')] });
    const v = model.cases.findIndex(({ name }) => name === 'v');
    const robust = cheapestPlan(highs, model, { cases: all(model) });
    const loss = lossOf(highs, model, robust, v);
    expect(loss.keptFraction[0].at(-1)).toBeLessThan(0.1);
    expect(loss.shortYr).toBeGreaterThan(0.5);
  });

  test('a second vehicle of half the rate mends it, and the search takes it in where it must fly to be ready', () => {
    const second = vehicle('w', {
      launchMusd: 150,
      fixedMusd: 20,
      isListed: false,
      delayYr: 20,
      launches: new Array(10).fill(5),
    });
    const model = planOf({ makers: [maker('a')], vehicles: [vehicle('v'), second] }, { warmFraction: 0.2 });
    const v = model.cases.findIndex(({ name }) => name === 'v');
    const cheapest = cheapestPlan(highs, model);
    const robust = cheapestPlan(highs, model, { cases: [v] });
    expect(cheapest.takenVehicles).toEqual([true, false]);
    expect(robust.takenVehicles[1]).toBe(true);
    expect(robust.costMusd).toBeGreaterThan(cheapest.costMusd + 20);
    expect(lossOf(highs, model, robust, v).shortYr).toBeLessThan(lossOf(highs, model, cheapest, v).shortYr - 0.5);
  });
});

test('to ask for more is never cheaper, and no rule makes a mix cheaper (random programmes)', () => {
  const rate = fc.integer({ min: 2, max: 12 });
  const price = fc.integer({ min: 20, max: 200 });
  fc.assert(
    fc.property(rate, rate, price, price, fc.integer({ min: 500, max: 3000 }), (r1, r2, p1, p2, musd) => {
      const model = planOf(
        {
          makers: [maker('a'), maker('b', { fleetMusd: musd, fixedMusd: 50 })],
          vehicles: [
            vehicle('v', { launches: new Array(10).fill(r1), launchMusd: p1 }),
            vehicle('w', { launches: new Array(10).fill(r2), launchMusd: p2, fixedMusd: 30 }),
          ],
        },
        { warmFraction: 0.25 },
      );
      const base = cheapestPlan(highs, model);
      const robust = cheapestPlan(highs, model, { cases: all(model) });
      const ruled = cheapestPlan(highs, model, { maxShareFraction: 0.7 });
      const within = 0.001 * base.costMusd + 60; // gap, and the tie that counts as equal
      expect(robust.costMusd).toBeGreaterThanOrEqual(base.costMusd - within);
      if (ruled.status === 'optimal') expect(ruled.costMusd).toBeGreaterThanOrEqual(base.costMusd - within);
      model.vehicles.forEach(({ launches }, v) => {
        launches.forEach((most, t) => {
          expect(robust.launched[v][0][t]).toBeLessThanOrEqual(most + 1e-6);
        });
      });
    }),
    { numRuns: 8, seed: 18 },
  );
});

test('whole or nothing: the best of all sets of partners, tried one by one', () => {
  const parts = {
    makers: [
      maker('a', { fixedMusd: 120, fleetMusd: 900 }),
      maker('b', { fixedMusd: 10, fleetMusd: 1000 }),
      maker('c', { fixedMusd: 60, fleetMusd: 930, perYr: 0.3 }),
    ],
    vehicles: [
      vehicle('v', { fixedMusd: 5 }),
      vehicle('w', { fixedMusd: 40, launchMusd: 40, launches: new Array(10).fill(7) }),
    ],
  };
  const model = planOf(parts, { warmFraction: 0.3 });
  const best = cheapestPlan(highs, model);
  const shortOf = (mix: typeof best) =>
    mix.standing[0].reduce((sum, share, t) => sum + Math.max(0, model.fleets[0].standingFraction[t] - share), 0);
  let least = Number.POSITIVE_INFINITY;
  for (let set = 1; set < 32; set++) {
    const isIn = (i: number) => (set & (1 << i)) !== 0;
    const one = cheapestPlan(highs, model, {
      makers: [isIn(0), isIn(1), isIn(2)],
      vehicles: [isIn(3), isIn(4)],
      keep: [isIn(0), isIn(1), isIn(2)],
      keepVehicles: [isIn(3), isIn(4)],
    });
    if (one.status === 'optimal' && shortOf(one) <= shortOf(best) + 0.05) least = Math.min(least, one.costMusd);
  }
  expect(best.costMusd).toBeLessThanOrEqual(least + 60);
  expect(best.costMusd).toBeGreaterThanOrEqual(least - 60);
});

test('of makers who cost the same the mix has those of today, and all of them are possible, none essential', () => {
  const model = planOf({
    makers: [maker('a', { todayFraction: 0.5 }), maker('b', { todayFraction: 0.5 }), maker('c')],
    vehicles: [vehicle('v')],
  });
  const mix = cheapestPlan(highs, model);
  expect(mix.makerFraction[0]).toBeCloseTo(0.5, 2);
  expect(mix.makerFraction[2]).toBeCloseTo(0, 2);
  const ranges = alternativesOf(highs, model, mix, { held: [], slack: 0.01 });
  for (const partner of ['a', 'b', 'c']) {
    const found = ranges.find((each) => each.partner === partner && each.functionId === 'f')!;
    expect(found.role).toBe('possible');
    expect(found.maxFraction).toBeGreaterThan(0.9);
  }
});

test('the factor that makes a loss bearable: half of ten launches a year, where the second vehicle has four', () => {
  // 100 satellites of five years need 20 a year, two launches; half of it one; the second vehicle flies 0.4 a year
  const weak = vehicle('w', { launches: new Array(10).fill(0.4) });
  const model = planOf({ makers: [maker('a')], vehicles: [vehicle('v'), weak] });
  const v = model.cases.findIndex(({ name }) => name === 'v');
  const found = wouldBeTrue(highs, model, v);
  const launches = found.find(({ what, id }) => what === 'launches' && id === 'w')!;
  expect(launches.neededValue).toBeGreaterThan(0.5);
  expect(launches.neededValue).toBeLessThan(1.3);
  expect(found.find(({ what }) => what === 'mass')!.ratio).toBeCloseTo(launches.ratio, 1);
});

test('a mix that is held to losses misses no more after them than the scenario as it is (random programmes)', () => {
  const rate = fc.integer({ min: 1, max: 12 });
  const price = fc.integer({ min: 20, max: 300 });
  fc.assert(
    fc.property(rate, rate, price, fc.integer({ min: 500, max: 3000 }), (r1, r2, musd, fleetMusd) => {
      const model = planOf(
        {
          makers: [maker('a', { todayFraction: 1 }), maker('b', { fleetMusd, fixedMusd: 50, delayYr: 6 })],
          vehicles: [
            vehicle('v', { launches: new Array(10).fill(r1) }),
            vehicle('w', {
              launches: new Array(10).fill(r2),
              launchMusd: musd,
              fixedMusd: 30,
              delayYr: 6,
              isListed: false,
            }),
          ],
        },
        { warmFraction: 0.25 },
      );
      const today = todayMix(highs, model);
      const robust = cheapestPlan(highs, model, { cases: all(model) });
      const missed = (mix: typeof today) =>
        all(model).reduce((sum, c) => sum + lossOf(highs, model, mix, c).shortYr, 0);
      if (today.status === 'optimal')
        expect(missed(robust)).toBeLessThanOrEqual(missed(today) + 0.05 * all(model).length);
    }),
    { numRuns: 8 },
  );
});

describe('rules on shares', () => {
  const makers = [maker('a', { todayFraction: 1 }), maker('b', { fleetMusd: 1200 }), maker('c', { fleetMusd: 1500 })];
  const vehicles = [vehicle('v'), vehicle('w', { launchMusd: 90 }), vehicle('x', { launchMusd: 200 })];
  const model = planOf({ makers, vehicles });

  test('without a rule the cheapest has all', () => {
    const free = cheapestPlan(highs, model);
    expect(free.makerFraction[0]).toBeCloseTo(1, 2);
    expect(free.launchCounts[1]).toBeCloseTo(0, 4);
  });

  test('no partner holds more than the share', () => {
    const { makerFraction, launchCounts } = cheapestPlan(highs, model, { maxShareFraction: 0.6 });
    expect(Math.max(...makerFraction)).toBeLessThanOrEqual(0.6 + 1e-4);
    const all = launchCounts.reduce((sum, each) => sum + each, 0);
    expect(Math.max(...launchCounts) / all).toBeLessThanOrEqual(0.6 + 1e-4);
  });

  test('the index of every function is inside its limit', () => {
    const { makerFraction } = cheapestPlan(highs, model, { maxHerfindahlIndex: 5000 });
    expect(makerFraction.reduce((sum, share) => sum + share * share, 0)).toBeLessThanOrEqual(0.5 * 1.01);
  });

  test('two families of launchers have a tenth each', () => {
    const { launchCounts } = cheapestPlan(highs, model, { twoFamilies: true });
    const all = launchCounts.reduce((sum, each) => sum + each, 0);
    expect(launchCounts.filter((count) => count / all > 0.1 - 1e-4).length).toBeGreaterThanOrEqual(2);
  });
});

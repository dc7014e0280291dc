import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { maker, planOf, vehicle } from '../../../test/partner-plan.ts';
import type { PlanModel, PricedShortfall } from '../../flow/partner-plan.ts';
import { addRow, solveMilp } from '../milp.ts';
import { lossOf } from './plan-loss.ts';
import { setMoney } from './plan-mix.ts';
import { planProgramme } from './plan-programme.ts';
import { cheapestPlan, todayOptions } from './plan-search.ts';
import { caseShort, minimise } from './plan-short.ts';
import { MUSD } from './plan-terms.ts';
import { pricedShortfall, type ShortfallPrice } from './priced-shortfall.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

/** Gap, and the tie that counts as equal, millions of dollars. */
const WITHIN = 120;
const all = (model: PlanModel) => model.cases.map((_, c) => c);
const totalOf = ({ paidMusd, shortMusd }: PricedShortfall['costs']['priced']) => paidMusd + shortMusd;

/** A maker who can be doubled, a vehicle that is cheap, and one that is dear and must fly to be ready. */
function modelOf({ rate = 5, musd = 150, other = 1500 } = {}): PlanModel {
  return planOf(
    {
      makers: [
        maker('a', { todayFraction: 1 }),
        maker('b', { fleetMusd: other, fixedMusd: 80, delayYr: 20, isCandidate: true }),
      ],
      vehicles: [
        vehicle('v'),
        vehicle('w', {
          launchMusd: musd,
          launches: new Array(10).fill(rate),
          fixedMusd: 40,
          delayYr: 20,
          isListed: false,
        }),
      ],
    },
    { warmFraction: 0.25 },
  );
}

function pricedOf(model: PlanModel, price: ShortfallPrice): PricedShortfall {
  const kept = (mix: ReturnType<typeof cheapestPlan>) => ({
    mix,
    losses: all(model).map((c) => lossOf(highs, model, mix, c)),
  });
  const mixes = {
    today: kept(cheapestPlan(highs, model, todayOptions(model))),
    cheapest: kept(cheapestPlan(highs, model)),
    robust: kept(cheapestPlan(highs, model, { cases: all(model) })),
  };
  return pricedShortfall(highs, model, price, { mixes, options: {} });
}

/** Every set of those who can be left out, each with all losses in one linear programme: the least of money and priced shortfall. */
function triedOneByOne(model: PlanModel, chanceMusdYr: number): number {
  const free = planProgramme(model, { cases: [], isWhole: false });
  minimise(free.milp, free.short.flat());
  const leastShort = solveMilp(highs, free.milp).objective;
  const sets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [true, ...[1, 2, 4].map((bit) => (bits & bit) > 0)]);
  const totals = sets.map(([a, b, v, w]) => {
    const who = { makers: [a, b], keep: [a, b], vehicles: [v, w], keepVehicles: [v, w] };
    const programme = planProgramme(model, { ...who, cases: all(model), isWhole: false });
    const { milp } = programme;
    setMoney(model, programme);
    for (const column of programme.cases.flatMap(caseShort)) milp.cost[column] = chanceMusdYr * model.stepYr * MUSD;
    const short = programme.short.flat().map((column): [number, number] => [column, 1]);
    addRow(milp, 'missing', Number.NEGATIVE_INFINITY, leastShort + 0.02 / model.stepYr, short);
    const { status, objective } = solveMilp(highs, milp);
    return status === 'optimal' ? objective / MUSD : Number.POSITIVE_INFINITY;
  });
  return Math.min(...totals);
}

describe('what is missing after a loss has a price', () => {
  test('at no price it is the cheapest mix, at a very high one as little is missing as with the chosen', () => {
    const model = modelOf();
    const none = pricedOf(model, { musdYr: 0 });
    expect(none.costs.priced.paidMusd).toBeCloseTo(none.costs.cheapest.paidMusd, -2);
    expect(none.mix.takenVehicles).toEqual([true, false]);
    const dear = pricedOf(model, { musdYr: 1e6, lossPerYr: 0.05 });
    expect(dear.mix.takenVehicles[1]).toBe(true);
    expect(dear.costs.priced.shortYr).toBeLessThanOrEqual(dear.costs.robust.shortYr + 0.02);
    expect(dear.costs.robust.shortYr).toBeLessThan(dear.costs.cheapest.shortYr - 0.2);
  });

  test('the dearer, the less is missing and the more is paid, and none of the others costs less in all', () => {
    const model = modelOf();
    const prices = [0, 20, 100, 300, 1000, 5000, 20_000];
    const found = prices.map((musdYr) => pricedOf(model, { musdYr, lossPerYr: 0.05 }).costs);
    found.forEach(({ priced, cheapest, robust }, i) => {
      expect(totalOf(priced)).toBeLessThanOrEqual(Math.min(totalOf(cheapest), totalOf(robust)) + WITHIN);
      if (i === 0) return;
      expect(priced.shortYr).toBeLessThanOrEqual(found[i - 1].priced.shortYr + WITHIN / prices[i]);
      expect(priced.paidMusd).toBeGreaterThanOrEqual(found[i - 1].priced.paidMusd - WITHIN);
    });
    expect(found.at(-1)!.priced.shortYr).toBeLessThan(found[0].priced.shortYr - 0.2);
  });

  test('the likelier the losses, the more is done against them; the chance is stated, on record or assumed', () => {
    const model = modelOf();
    const seldom = pricedOf(model, { musdYr: 4000, recordPerYr: 0.001 });
    const often = pricedOf(model, { musdYr: 4000, lossPerYr: 0.3, recordPerYr: 0.001 });
    expect([seldom.chanceFrom, often.chanceFrom]).toEqual(['record', 'stated']);
    expect(pricedOf(model, { musdYr: 0 }).chanceFrom).toBe('assumption');
    expect(seldom.chanceFraction).toBeCloseTo(1 - Math.exp(-0.01), 9);
    expect(seldom.mix.takenVehicles).toEqual([true, false]);
    expect(often.mix.takenVehicles[1]).toBe(true);
    expect(often.mix.takenMakers).toEqual([true, true]);
  });

  test('the same as every set of partners tried one by one with all losses at once (random programmes)', () => {
    const rate = fc.integer({ min: 1, max: 12 });
    const price = fc.integer({ min: 40, max: 400 });
    const other = fc.integer({ min: 800, max: 3000 });
    const short = fc.integer({ min: 10, max: 4000 });
    fc.assert(
      fc.property(rate, price, other, short, (r, musd, fleetMusd, musdYr) => {
        const model = modelOf({ rate: r, musd, other: fleetMusd });
        const { costs, boundMusd, chanceFraction } = pricedOf(model, { musdYr, lossPerYr: 0.1 });
        const least = triedOneByOne(model, chanceFraction * musdYr);
        expect(Math.abs(totalOf(costs.priced) - least)).toBeLessThanOrEqual(WITHIN + 4 * 50);
        expect(boundMusd).toBeLessThanOrEqual(least + 2);
      }),
      { numRuns: 6 },
    );
  });
});

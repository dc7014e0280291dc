import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CampaignOutcome, runCampaign } from './campaign.ts';
import type { CampaignPlan, CampaignVehicle, FieldedElement } from './campaign-plan.ts';
import { campaignRules } from './campaign-rules.ts';

const vehicle = (fields: Partial<CampaignVehicle> = {}): CampaignVehicle => ({
  id: 'medium',
  name: 'medium',
  status: 'flying',
  firstFlightYr: 0,
  pausedDays: 0,
  cadencePerYr: { value: 20 },
  rampYr: 0,
  otherCustomersFraction: 0,
  padCount: 1,
  flights: 1e9,
  successes: 1e9,
  priceMusd: 70,
  sharedParts: [],
  mostLaunches: Infinity,
  ...fields,
});
const element = (fields: Partial<FieldedElement> = {}): FieldedElement => ({
  id: 'sbi',
  group: fields.id ?? 'sbi',
  name: 'sbi',
  targetCount: 400,
  existingCount: 0,
  firstUnitYr: 0,
  productionPerYr: { value: Infinity },
  productionRampYr: 0,
  lifeYr: 5,
  perLaunch: [20],
  isLaunched: true,
  unitMusd: 10,
  ...fields,
});
const plan = (elements: FieldedElement[], vehicles: CampaignVehicle[], horizonYr = 10): CampaignPlan => ({
  startYear: 2028,
  horizonYr,
  elements,
  vehicles,
  notes: [],
});
const exact = { ...campaignRules, cadenceSpread: 0, productionSpread: 0, commissioningDays: 0, mendedFraction: 0 };
const launches = (outcome: CampaignOutcome, v = 0) => outcome.launchesByYear[v].reduce((a, b) => a + b, 0);

describe('launch campaign', () => {
  test('by launch rate: 20 launches of 20 put 400 up in a year; two and a half generations in ten years', () => {
    const outcome = runCampaign(plan([element()], [vehicle()]), exact, 1, 0);
    expect(outcome.onOrbit[0][5]).toBeGreaterThan(140);
    expect(outcome.onOrbit[0][5]).toBeLessThan(260);
    expect(outcome.onOrbit[0][14]).toBe(400);
    expect(outcome.onOrbit[0][119]).toBeGreaterThan(320);
    expect(launches(outcome)).toBeGreaterThanOrEqual(40);
    expect(launches(outcome)).toBeLessThanOrEqual(55);
  });

  test('never more than the target on orbit but for replacements ahead, never less than nothing', () => {
    const args = fc.record({
      target: fc.integer({ min: 1, max: 3000 }),
      load: fc.integer({ min: 1, max: 60 }),
      cadence: fc.double({ min: 0.1, max: 300, noNaN: true }),
      life: fc.double({ min: 0.5, max: 20, noNaN: true }),
      production: fc.double({ min: 1, max: 5000, noNaN: true }),
      existing: fc.nat(3000),
      flights: fc.integer({ min: 0, max: 50 }),
      trial: fc.nat(1000),
    });
    fc.assert(
      fc.property(args, ({ target, load, cadence, life, production, existing, flights, trial }) => {
        const one = element({
          targetCount: target,
          existingCount: Math.min(existing, target),
          perLaunch: [load],
          lifeYr: life,
          productionPerYr: { value: production },
        });
        const record = { flights, successes: flights, cadencePerYr: { value: cadence } };
        const outcome = runCampaign(plan([one], [vehicle(record)]), campaignRules, 7, trial);
        // What ends within the look-ahead is on orbit with its replacement: at most a whole second set
        const most = 2 * target + 2;
        for (let month = 0; month < 120; month++) {
          expect(outcome.onOrbit[0][month]).toBeGreaterThanOrEqual(0);
          expect(outcome.onOrbit[0][month]).toBeLessThanOrEqual(most);
          expect(outcome.inService[0][month]).toBeLessThanOrEqual(outcome.onOrbit[0][month] + 1e-9);
        }
        expect(outcome.constraints.length).toBe(120);
      }),
      { numRuns: 40 },
    );
  });

  test('the same trial is the same campaign, and another vehicle does not change the luck of the first', () => {
    const busy = plan([element({ targetCount: 1e5 })], [vehicle({ flights: 10, successes: 9 })]);
    const first = runCampaign(busy, campaignRules, 3, 5);
    expect(runCampaign(busy, campaignRules, 3, 5)).toEqual(first);
    const two = plan(
      [element({ targetCount: 1e5, perLaunch: [20, 20] })],
      [vehicle({ flights: 10, successes: 9 }), vehicle({ id: 'other' })],
    );
    expect(runCampaign(two, campaignRules, 3, 5).launchesByYear[0]).toEqual(first.launchesByYear[0]);
  });

  test('the slower of factory and launcher binds', () => {
    const slowFactory = element({ productionPerYr: { value: 50 } });
    const byFactory = runCampaign(plan([slowFactory], [vehicle()]), exact, 1, 0);
    expect(byFactory.onOrbit[0][23]).toBeGreaterThan(75);
    expect(byFactory.onOrbit[0][23]).toBeLessThanOrEqual(100);
    expect(byFactory.constraints.slice(0, 24).filter((name) => name === 'production').length).toBeGreaterThan(18);
    const byLauncher = runCampaign(plan([element()], [vehicle({ cadencePerYr: { value: 2 } })]), exact, 1, 0);
    expect(byLauncher.constraints.slice(0, 24).every((name) => name === 'launch')).toBe(true);
  });

  test('money: a yearly budget stops the launches of that year', () => {
    const outcome = runCampaign(plan([element()], [vehicle()]), { ...exact, budgetMusdYr: 1000 }, 1, 0);
    expect([...outcome.launchesByYear[0].slice(0, 3)]).toEqual([3, 3, 3]);
    expect(outcome.constraints.filter((name) => name === 'money').length).toBeGreaterThan(12);
  });

  test('a vehicle that always fails puts up nothing and stays on the ground', () => {
    const outcome = runCampaign(plan([element()], [vehicle({ flights: 1e9, successes: 0 })]), exact, 1, 0);
    expect(Math.max(...outcome.onOrbit[0])).toBe(0);
    expect(outcome.failures[0]).toBe(launches(outcome));
    expect(outcome.groundedFraction[0]).toBeGreaterThan(0.1);
  });

  test('a fault in a shared part grounds the other vehicle too', () => {
    const bad = vehicle({ id: 'bad', flights: 1e9, successes: 0, sharedParts: ['engine'], groundingDays: 400 });
    const good = (sharedParts: string[]) => vehicle({ id: 'good', sharedParts });
    const both = [element({ targetCount: 1e5, perLaunch: [20, 20] })];
    const rules = { ...exact, sharedCauseProbability: 1, padLossProbability: 0 };
    const apart = runCampaign(plan(both, [bad, good([])]), rules, 1, 0);
    const tied = runCampaign(plan(both, [bad, good(['engine'])]), rules, 1, 0);
    expect(launches(tied, 1)).toBeLessThan(launches(apart, 1) * 0.8);
  });

  test('other customers take their share of the launches', () => {
    const busy = element({ targetCount: 1e5 });
    const alone = runCampaign(plan([busy], [vehicle()]), exact, 1, 0);
    const shared = runCampaign(plan([busy], [vehicle({ otherCustomersFraction: 0.75 })]), exact, 1, 0);
    expect(launches(shared) / launches(alone)).toBeCloseTo(0.25, 1);
  });
});

describe('makers of one constellation', () => {
  test('share its launches: none waits until another is done', () => {
    const makers = ['a', 'b', 'c'].map((id) => element({ id, group: 'layer', targetCount: 400 }));
    const { inService } = runCampaign(plan(makers, [vehicle({ cadencePerYr: { value: 10 } })]), campaignRules, 1, 0);
    const ends = inService.map((months) => months[59]);
    expect(Math.min(...ends)).toBeGreaterThan(0.8 * Math.max(...ends));
    expect(Math.min(...ends)).toBeGreaterThan(0);
  });

  test('apart, the smaller constellation comes first, as before', () => {
    const layers = [element({ id: 'large', targetCount: 4000 }), element({ id: 'small', targetCount: 200 })];
    const { inService } = runCampaign(plan(layers, [vehicle({ cadencePerYr: { value: 10 } })]), campaignRules, 1, 0);
    expect(inService[1][23]).toBeGreaterThan(190);
  });
});

test('units and launches by element add up to those of the vehicles; a failed launch loses units that were made', () => {
  const one = plan([element(), element({ id: 'x', perLaunch: [5] })], [vehicle({ flights: 10, successes: 5 })]);
  const run = runCampaign(one, campaignRules, 3, 0);
  const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
  const launches = sum(run.launchesOf.map(([own]) => sum(own)));
  expect(launches).toBe(sum(run.launchesByYear[0]));
  expect(sum(run.unitsByYear[0])).toBeLessThanOrEqual(20 * sum(run.launchesOf[0][0]));
  expect(run.failures[0]).toBeGreaterThan(0);
});

test('a vehicle that stops flies no more, and what wears out is not replaced', () => {
  const stops = runCampaign(plan([element()], [vehicle({ stopsYr: 4 })]), campaignRules, 1, 0);
  expect(stops.launchesByYear[0].slice(4).every((count) => count === 0)).toBe(true);
  expect(stops.inService[0][119]).toBe(0);
});

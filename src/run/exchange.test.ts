import { expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { EffectTally } from '../effect/effect.ts';
import { layerExchanges } from '../effect/exchange.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { ShieldYield } from '../flow/exchange.ts';
import { costOf } from '../programme/cost.ts';
import { offencePrices } from '../read/offence-prices.ts';
import { exchangeAnswer } from './exchange.ts';
import { yieldsOf } from './yields.ts';

const architecture = shippedScenario('cbo-2026');
const offence = offencePrices(testCatalog());
const TRIALS = 10;

const missilesOf = ({ threats }: Architecture) => threats.reduce((sum, { count }) => sum + count, 0);
const satellitesOf = ({ interceptors: [layer] }: Architecture) =>
  layer.shells!.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);

/** A layer that stops what it has one interceptor in reach for, each 780 satellites one. */
const oneInReach = async (flown: Architecture) => {
  const missiles = missilesOf(flown);
  const kills = TRIALS * Math.min(missiles, satellitesOf(flown) / 780);
  const layer = { shots: kills, kills, shotsByResult: [kills], inReachMin: 1, inReachSum: 1, inReachNone: 0 };
  const effect = { ...new EffectTally().state(), trials: TRIALS, threats: TRIALS * missiles, layers: [layer] };
  return { effect, outcomes: [] };
};

function yields(shots: number, stops: number, warheads?: object): ShieldYield {
  const layer = { id: 'sbi', shotsPerRaid: shots, killsPerRaid: stops };
  const effect = { layers: [layer], warheads } as unknown as Parameters<typeof yieldsOf>[0];
  const layers = [{ unitCount: 7800, perUnitCount: 1 }] as unknown as Parameters<typeof yieldsOf>[2];
  return yieldsOf(effect, costOf(architecture), layers, 10);
}

const coverage = [{ id: 'sbi', absenteeMeanRatio: 780 }] as unknown as Parameters<typeof exchangeAnswer>[0]['coverage'];

test('what a stop takes: shots, interceptors that stand ready, and the money of all years', () => {
  const { layers, musdPerStop, ...whole } = yields(12, 8);
  expect(whole).toMatchObject({ shotsPerStop: 1.5, interceptorsPerStop: 975, stopsPerRaid: 8 });
  expect(layers[0].musdPerStop).toBeCloseTo(layers[0].totalMusd / 8, 6);
  expect(musdPerStop).toBeCloseTo(costOf(architecture).totalMusd / 8, 6);
  expect(yields(1, 0).musdPerStop).toBeNaN();
});

test('where missiles carry several warheads and decoys, a stop is a warhead, and no decoy is one', () => {
  const warheads = { warheadsPerRaid: 30, layers: [{ warheadsStoppedPerRaid: 6 }] };
  const found = yields(12, 11, warheads);
  expect(found).toMatchObject({ unit: 'warheads', perMissileCount: 3, shotsPerStop: 2, stopsPerRaid: 6 });
  const [one] = layerExchanges(found, coverage);
  expect(one.marginalMusd).toBeCloseTo(780 * 2 * 3 * one.lifecycleMusd, 6); // a missile more is three warheads more
});

test('a layer of 7,800 for ten: the simulator and the closed form agree on 74 B for one more', async () => {
  const input = { architecture, yields: yields(10, 10), coverage, offence };
  const { layers, simulated, marginalMusd, offence: ratios } = await exchangeAnswer(input, oneInReach);
  expect(layers[0].marginalMusd / 1000).toBeGreaterThan(73);
  expect(layers[0].marginalMusd / 1000).toBeLessThan(75);
  expect(simulated).toMatchObject({ layerId: 'sbi', missileCount: 10, furtherCount: 10, stoppedFraction: 1 });
  expect(simulated!.stoppedUnchangedFraction).toBeCloseTo(0.5, 6);
  expect(simulated!.scaleRatio).toBeGreaterThanOrEqual(2);
  expect(simulated!.scaleRatio).toBeLessThan(2.08);
  expect(marginalMusd).toBe(simulated!.marginalMusd);
  // operations of the whole layer do not grow with it: a little under the closed form, which shares them out
  expect(Math.abs(marginalMusd / layers[0].marginalMusd - 1)).toBeLessThan(0.05);
  expect(ratios.map(({ id }) => id)).toEqual(['sentinel-2020', 'sentinel-2024-01', 'sentinel-2024-07', 'foreign-icbm']);
  const asPrinted = ratios.slice(0, 3).map(({ unitMusd }) => layers[0].marginalMusd / unitMusd);
  [630, 459, 347].forEach((published, i) => {
    expect(Math.abs(asPrinted[i] / published - 1), `${published} to 1`).toBeLessThan(0.005);
  });
  // the same beside prices in the dollars of the cost: a smaller ratio
  expect(ratios[0].ratio).toBeCloseTo((marginalMusd / 118) * (1.523 / 1.721), 3);
  const foreign = ratios.at(-1)!;
  expect(foreign.lowRatio).toBeCloseTo(marginalMusd / 200, 6);
  expect(foreign.highRatio).toBeCloseTo(marginalMusd / 20, 6);
});

test('a layer with room to spare: one more missile costs nothing yet', async () => {
  const roomy = async (flown: Architecture) => {
    const { effect } = await oneInReach(flown);
    const kills = TRIALS * missilesOf(flown);
    return { effect: { ...effect, layers: [{ ...effect.layers[0], kills }] }, outcomes: [] };
  };
  const input = { architecture, yields: yields(10, 10), coverage, offence };
  const { simulated, marginalMusd } = await exchangeAnswer(input, roomy);
  expect(simulated).toMatchObject({ scaleRatio: 1, furtherInterceptorCount: 0 });
  expect(marginalMusd).toBe(0);
});

test('where no size is enough the closed form stands, and where nothing is stopped there is no price', async () => {
  const stuck = async (flown: Architecture) => {
    const { effect } = await oneInReach(flown);
    return { effect: { ...effect, layers: [{ ...effect.layers[0], kills: 10 * TRIALS }] }, outcomes: [] };
  };
  const found = await exchangeAnswer({ architecture, yields: yields(10, 10), coverage, offence }, stuck);
  expect(found.simulated!.marginalMusd).toBeNaN();
  expect(found.marginalMusd).toBe(found.layers[0].marginalMusd);
  const none = await exchangeAnswer({ architecture, yields: yields(3, 0), coverage, offence }, stuck);
  expect(none.simulated).toBeNull();
  expect(none.marginalMusd).toBeNaN();
});

test('ended from outside, before a raid is done, it comes to an end and claims nothing', async () => {
  let flown = 0;
  const ended = async (one: Architecture) =>
    flown++ === 0 ? oneInReach(one) : { effect: new EffectTally().state(), outcomes: [] };
  const { simulated } = await exchangeAnswer({ architecture, yields: yields(10, 10), coverage, offence }, ended);
  expect(simulated!.stoppedUnchangedFraction).toBeNaN();
  expect(simulated!.stoppedEnlargedFraction).toBeNaN();
});

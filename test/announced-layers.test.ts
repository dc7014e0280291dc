import { expect, test } from 'vitest';
import { prepare } from '../src/run/prepare.ts';
import { shippedScenario } from './fixtures/shipped-scenario.ts';

const { architecture, layers } = prepare(shippedScenario('golden-dome'));
const sitesOf = (id: string) => architecture.interceptors.find((plan) => plan.id === id)?.sites ?? [];

test('golden-dome has the layers that were announced', () => {
  expect(sitesOf('ngi')).toHaveLength(1);
  expect(sitesOf('ngi')).not.toContain('fort-greely');
  expect(sitesOf('aegis').length).toBeGreaterThan(0);
  expect(sitesOf('thaad').length).toBeGreaterThan(0);
  expect(sitesOf('short-range')).toHaveLength(11);
  expect(sitesOf('short-range')).toEqual(expect.arrayContaining(['anchorage', 'honolulu']));
});

test('each fires only at what it was built against: at intercontinental missiles the lower layers do not', () => {
  const fires = layers.filter(({ windows }) => windows.some((each) => each.length > 0)).map(({ id }) => id);
  expect(fires.sort()).toEqual(['aegis', 'gbi', 'ngi', 'sbi']);
});

test('the lower layers fire at the shorter ranges that they were built against', () => {
  const { layers: mixed } = prepare(shippedScenario('mixed-raid'));
  const lower = mixed.filter(({ id }) => id === 'thaad' || id === 'patriot');
  expect(lower.map(({ windows }) => windows.some((each) => each.length > 0))).toContain(true);
});

import { expect, test } from 'vitest';
import { spaceLayer, spaceSensor, system, testArchitecture, used } from '../../test/fixtures/architecture.ts';
import type { Architecture } from '../flow/architecture.ts';
import { costOf } from '../programme/cost.ts';
import { scenarioWalk } from './scenario-walk.ts';

const economy = {
  id: 'index',
  name: 'index',
  deflators: [
    { year: 2020, index: 1 },
    { year: 2026, index: 1.2 },
  ],
};
const cbo = { unitMusd: 22, lifeYr: 5, deploymentYr: 4, operationsMusdYr: 1000, launchIncluded: true };

const first = testArchitecture({
  name: 'first',
  economy,
  interceptors: [spaceLayer(cbo)],
  systems: [system({ id: 'old', residualMusd: 500 })],
});
const second = testArchitecture({
  name: 'second',
  economy,
  interceptors: [spaceLayer({ ...cbo, lifeYr: 10, unitMusd: 30 })],
  sensors: [spaceSensor({ unitMusd: 50, launchIncluded: true })],
  uses: [used('sbi', 'unitMusd', 30, { priceYear: 2020 })],
});

const walkOf = (a: Architecture, b: Architecture) =>
  scenarioWalk({ id: 'a.yaml', architecture: a }, { id: 'b.yaml', architecture: b });

test('both ends are what each scenario costs, and the steps are all there is between them', () => {
  const walk = walkOf(first, second);
  expect(walk.from.engineMusd).toBe(costOf(first).totalMusd);
  expect(walk.to.engineMusd).toBeCloseTo(costOf(second).totalMusd, 6);
  expect(walk.residualMusd).toBeCloseTo(0, 6);
  expect(walk.steps.map(({ code, subject }) => subject ?? code)).toEqual(['unit-cost', 'life', 'tracking', 'old']);
  expect(walk.steps.find(({ subject }) => subject === 'tracking')!.effectMusd).toBeCloseTo(54 * 50, 6);
});

test('a price keeps the dollars of the end that it comes from', () => {
  const { steps } = walkOf(first, second);
  const units = 32_760;
  expect(steps[0].effectMusd).toBeCloseTo(units * (30 * 1.2 - 22), 3);
});

test('the way back undoes the way there', () => {
  const [there, back] = [walkOf(first, second), walkOf(second, first)];
  expect(back.differenceMusd).toBeCloseTo(-there.differenceMusd, 6);
  const means = (walk: typeof there) => walk.steps.map(({ meanMusd }) => Math.round(meanMusd)).sort();
  expect(means(back)).toEqual(
    means(there)
      .map((musd) => -musd)
      .sort(),
  );
});

test('two alike have no steps', () => {
  expect(walkOf(first, first)).toMatchObject({ differenceMusd: 0, steps: [] });
});

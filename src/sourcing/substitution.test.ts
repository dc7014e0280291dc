import { expect, test } from 'vitest';
import { launcher, spaceLayer, spaceSensor, testArchitecture } from '../../test/fixtures/architecture.ts';
import type { PoolVehicle } from '../dependence/launch-pool.ts';
import { type BookEdge, supplyGraph } from '../dependence/supply-graph.ts';
import type { PartnerBook } from '../flow/architecture.ts';
import { substitutionFor } from './substitution.ts';

const LIFE_YR = 5;

const launches = (to: string): BookEdge => ({
  kind: 'launches',
  from: 'old',
  to,
  group: 'launch',
  shareFraction: 1,
  role: 'contract',
  source: 'test',
  where: 'test',
  basis: 'stated',
});

/** What is left after a service life of elements that one vehicle launched, where another lifts so much a year in its place. */
function leftOf(
  sizes: Record<string, { of: 'sensor' | 'interceptor'; units: number; massKg: number }>,
  liftKg: number,
) {
  const ids = Object.keys(sizes);
  const fields = (id: string) => {
    const { units, massKg } = sizes[id];
    const shell = { planes: 1, satellitesPerPlane: units, altitudeKm: 1000, inclinationDeg: 80 };
    return { id, name: id, lifeYr: LIFE_YR, massKg, shells: [shell] };
  };
  const architecture = testArchitecture({
    sensors: ids.filter((id) => sizes[id].of === 'sensor').map((id) => spaceSensor(fields(id))),
    interceptors: ids.filter((id) => sizes[id].of === 'interceptor').map((id) => spaceLayer(fields(id))),
    launch: { launchers: [launcher({ id: 'old', partner: 'gone' })] },
    partners: {
      id: 'book',
      name: 'book',
      members: [{ id: 'gone', name: 'Gone' }],
      edges: [...ids.map(launches), { ...launches('old'), kind: 'builds', from: 'gone' }],
    } as unknown as PartnerBook,
  });
  const spare: PoolVehicle = {
    id: 'spare',
    name: 'spare',
    payloadKg: liftKg,
    launchesPerYr: () => 1,
    fromYr: 0,
    fullPerYr: 1,
    musdKg: 0,
    basis: 'assumption',
  };
  const { losses } = substitutionFor(
    architecture,
    supplyGraph(architecture),
    [spare],
    new Set(['gone']),
    'supply-stops',
  );
  return Object.fromEntries(losses.map(({ element, remainingFraction }) => [element, remainingFraction[LIFE_YR]]));
}

test('scarce launches go to eyes before weapons, though the weapons need less', () => {
  const sizes = {
    darts: { of: 'interceptor', units: 50, massKg: 1000 },
    eyes: { of: 'sensor', units: 100, massKg: 1000 },
  } as const;
  // eyes wear out by 20 t a year, darts by 10 t
  const left = leftOf(sizes, 20_000);
  expect(left.eyes).toBeCloseTo(1, 9);
  expect(left.darts).toBeCloseTo(0, 9);
  const more = leftOf(sizes, 25_000);
  expect(more.eyes).toBeCloseTo(1, 9);
  expect(more.darts).toBeCloseTo(0.5, 9);
});

test('of one function the smaller need comes first, whichever the scenario names first', () => {
  const big = { of: 'interceptor', units: 100, massKg: 1000 } as const;
  const small = { of: 'interceptor', units: 20, massKg: 1000 } as const;
  for (const sizes of [
    { big, small },
    { small, big },
  ]) {
    const left = leftOf(sizes, 14_000);
    expect(left.small).toBeCloseTo(1, 9);
    expect(left.big).toBeCloseTo(0.5, 9);
  }
});

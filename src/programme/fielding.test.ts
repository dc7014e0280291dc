import { describe, expect, test } from 'vitest';
import { launcher, spaceLayer, spaceSensor, surfaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import type { Architecture } from '../flow/architecture.ts';
import { tell } from '../words/words.ts';
import { campaignPlan } from './campaign-plan.ts';
import { fieldingOf } from './fielding.ts';

const small = [{ planes: 10, satellitesPerPlane: 20, altitudeKm: 500, inclinationDeg: 70 }];
const layer = (fields: Parameters<typeof spaceLayer>[0] = {}) =>
  spaceLayer({ shells: small, massKg: 850, lifeYr: 5, productionPerYr: 100, productionRampYr: 1, ...fields });
const fielded = (parts: Partial<Architecture> = {}) =>
  testArchitecture({
    interceptors: [layer(), surfaceLayer({ perSiteCount: 10, productionPerYr: 5 })],
    sensors: [spaceSensor({ massKg: 800, lifeYr: 5 })],
    launch: { launchers: [launcher({ cadencePerYr: 30, otherCustomersFraction: 0.5 })] },
    ...parts,
  });

describe('fielding', () => {
  test('bands are in order, fractions between 0 and 1, first capability before full', () => {
    const { capabilityFraction, elements, firstCapability, fullCapability } = fieldingOf(fielded(), { trials: 40 });
    for (const { p10, p50, p90 } of [capabilityFraction, ...elements.map((e) => e.capabilityFraction)])
      for (let month = 0; month < 240; month++) {
        expect(p10[month]).toBeGreaterThanOrEqual(0);
        expect(p10[month]).toBeLessThanOrEqual(p50[month]);
        expect(p50[month]).toBeLessThanOrEqual(p90[month]);
        expect(p90[month]).toBeLessThanOrEqual(1);
      }
    expect(firstCapability.p50Date! <= fullCapability.p50Date!).toBe(true);
    expect(firstCapability.p10Date! <= firstCapability.p90Date!).toBe(true);
  });

  test('steady state: 200 satellites of five years on loads of 20 are two launches a year', () => {
    const { elements, vehicles } = fieldingOf(fielded(), { trials: 40 });
    const [sensor, space, ground] = elements;
    expect(space.steadyLaunchesPerYr).toBeCloseTo(2, 6);
    expect(sensor.steadyLaunchesPerYr).toBeCloseTo(54 / 5 / 21, 6);
    expect(ground.steadyLaunchesPerYr).toBe(0);
    const late = vehicles[0].meanLaunchCounts.slice(10, 20).reduce((sum, count) => sum + count, 0) / 10;
    expect(late).toBeGreaterThan(2);
    expect(late).toBeLessThan(3.5);
  });

  test('half the launches: full capability comes later, never sooner', () => {
    const dateAt = (cadencePerYr: number) => {
      const launch = { launchers: [launcher({ cadencePerYr })] };
      const interceptors = [layer({ productionPerYr: 1000 })];
      return fieldingOf(fielded({ interceptors, launch, sensors: [] }), { trials: 40 }).fullCapability.p50Date!;
    };
    expect(dateAt(2) > dateAt(8)).toBe(true);
  });

  test('a paused vehicle waits; one in development waits for its first flight', () => {
    const firstDate = (fields: Parameters<typeof launcher>[0]) =>
      fieldingOf(fielded({ sensors: [], launch: { launchers: [launcher(fields)] } }), { trials: 40 }).elements[0]
        .firstCapability.p50Date!;
    const now = firstDate({});
    expect(firstDate({ status: 'paused', statusDate: '2025-12-01', groundingDays: 700 }) > now).toBe(true);
    expect(firstDate({ status: 'development', firstFlightDate: '2030-01-01' }) > '2030').toBe(true);
  });

  test('a service is left to its provider, and the notes say so', () => {
    const { elements, notes } = fieldingOf(fielded({ interceptors: [layer({ serviceMusdYr: 10 })] }), { trials: 5 });
    expect(elements.map(({ id }) => id)).toEqual(['tracking']);
    expect(notes.map(tell).join('\n')).toContain('sbi: bought as a service');
  });

  test('parts that two vehicles take are read from the partner book', () => {
    const edge = (to: string) =>
      ({ kind: 'supplies', from: 'engine', to, role: 'contract', source: 's', where: 'w', basis: 'stated' }) as const;
    const partners = {
      id: 'p',
      name: 'p',
      asOfDate: '2026-07',
      parts: [{ id: 'engine', name: 'engine' }],
      edges: [edge('one'), edge('two')],
    } as unknown as Architecture['partners'];
    const launch = { launchers: ['one', 'two', 'three'].map((id) => launcher({ id })) };
    const { vehicles } = campaignPlan(fielded({ partners, launch }));
    expect(vehicles.map(({ sharedParts }) => sharedParts)).toEqual([['engine'], ['engine'], []]);
  });

  test('nothing to field is an empty result, not an error', () => {
    const result = fieldingOf(testArchitecture(), { trials: 3 });
    expect(result.elements).toEqual([]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

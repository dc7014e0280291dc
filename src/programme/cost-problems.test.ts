import { describe, expect, test } from 'vitest';
import { launcher, spaceLayer, surfaceLayer, testArchitecture, used } from '../../test/fixtures/architecture.ts';
import type { Architecture } from '../flow/architecture.ts';
import { tell } from '../words/words.ts';
import { costOf } from './cost.ts';
import { costProblems } from './cost-problems.ts';

const codes = (architecture: Architecture) => costProblems(architecture).map(({ code }) => code);
const heavy = (massKg: number) => [spaceLayer({ massKg, unitMusd: 1, lifeYr: 5 })];

describe('bad input of the cost', () => {
  test('nothing wrong, nothing said', () => {
    const launch = { launchers: [launcher()] };
    expect(costProblems(testArchitecture({ interceptors: heavy(500), launch }))).toEqual([]);
  });

  test('a price year out of the table names the number and the years that there are', () => {
    const economy = { id: 'e', name: 'e', deflators: [{ year: 2026, index: 1 }] };
    const uses = [used('ground', 'unitMusd', 1, { priceYear: 1999 })];
    const [problem] = costProblems(testArchitecture({ interceptors: [surfaceLayer()], economy, uses }));
    expect(problem).toMatchObject({ code: 'price-year', path: 'interceptors[0].unitMusd' });
    expect(tell(problem.said)).toContain('1999');
    expect(tell(problem.said)).toContain('2026');
  });

  test('euros without a rate', () => {
    const uses = [used('ground', 'unitMusd', 1, { priceYear: 2026, currency: 'EUR' })];
    expect(codes(testArchitecture({ interceptors: [surfaceLayer()], uses }))).toEqual(['no-exchange-rate']);
  });

  test('a satellite that no vehicle lifts; one vehicle that does is enough', () => {
    const launch = (payloadKg: number) => ({ launchers: [launcher(), launcher({ id: 'other', payloadKg })] });
    const interceptors = heavy(18_000);
    expect(codes(testArchitecture({ interceptors, launch: launch(10_000) }))).toEqual(['cannot-lift']);
    expect(codes(testArchitecture({ interceptors, launch: launch(20_000) }))).toEqual([]);
  });

  test('a launch rate of zero, also where other customers take it all', () => {
    const interceptors = heavy(500);
    for (const fields of [{ cadencePerYr: 0 }, { otherCustomersFraction: 1 }]) {
      expect(codes(testArchitecture({ interceptors, launch: { launchers: [launcher(fields)] } }))).toEqual([
        'zero-cadence',
      ]);
    }
  });

  test('a life longer than the horizon is said in the notes', () => {
    const interceptors = [spaceLayer({ unitMusd: 1, lifeYr: 30, launchIncluded: true })];
    expect(costOf(testArchitecture({ interceptors })).notes.map(tell).join('\n')).toContain('longer than the horizon');
  });
});

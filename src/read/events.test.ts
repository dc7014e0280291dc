import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { loadScenario } from './load-scenario.ts';

const catalog = testCatalog();

const SCENARIO = `name: Test
epochUtc: 2028-06-01T00:00:00Z
networks:
  - { id: transport, use: sda-transport-t2 }
  - { id: leo, use: amazon-leo }
sensors:
  - { id: tracking, use: sda-tracking-t2, terminals: [transport] }
  - { id: radar, use: uewr }
command:
  - { id: c2, site: schriever }
interceptors:
  - { id: sbi, use: cbo-2026-sbi, terminals: [leo] }
  - { id: gbi, use: gbi, sites: [fort-greely, vandenberg] }
launch: { use: [falcon-9, new-glenn] }
partners: { use: partners-2026-07 }
`;
const load = (events: string) => loadScenario(`${SCENARIO}events:\n${events}\n`, catalog, { file: 's.yaml' });

function problemsOf(events: string): Problem[] {
  try {
    load(events);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

describe('what cannot be meant is an error at its line and column', () => {
  const sbi = 'date: 2034-01-01, element: sbi, what: lost';
  test.each([
    ['{ date: 2034, partner: spacx, what: denied }', 'unknown-partner', 'spacx', 'did you mean "spacex"'],
    ['{ date: 2034, vehicle: falcon-8, what: grounded, months: 6 }', 'unknown-vehicle', 'falcon-8', '"falcon-9"'],
    [
      '{ date: 2034, vehicle: starship, what: grounded, months: 6 }',
      'unknown-vehicle',
      'starship',
      'not in launch.use',
    ],
    ['{ date: 2034, vehicle: falcon-9, what: grounded, months: 0 }', 'out-of-range', '0 }', 'must be at least 0.03'],
    ['{ date: 2034, vehicle: falcon-9, what: grounded }', 'missing', '{ date', '`months: 6`'],
    ['{ date: 2034, element: sbj, what: lost, share: 0.5 }', 'unknown-element', 'sbj', 'did you mean "sbi"'],
    ['{ date: 2034, network: sbi, what: silent }', 'unknown-network', 'sbi', 'no network of this scenario'],
    ['{ date: 2034, network: transprt, what: silent }', 'unknown-network', 'transprt', 'did you mean "transport"'],
    ['{ date: 2034, element: gbi, what: lost, sites: [fort-grely] }', 'unknown-site', 'fort-grely', '"fort-greely"'],
    ['{ date: 2027-12-31, network: leo, what: silent }', 'date-outside', '2027-12-31', '2028-01-01 to 2048-01-01'],
    ['{ date: 2048-02, network: leo, what: silent }', 'date-outside', '2048-02', 'outside the horizon'],
    ['{ date: 2034-02-30, network: leo, what: silent }', 'rule', '2034-02-30', 'no such date'],
    ['{ date: 2034, network: leo, what: silent, untilDate: 2033-12 }', 'date-order', '2033-12', 'not after'],
    ['{ date: 2034, budget: -5 }', 'out-of-range', '-5', 'must be at least 0'],
    ['{ date: 2034, budget: 175 }', 'wrong-unit', '175', 'did you mean 175000 (million dollars)?'],
    [`{ ${sbi}, share: 0.5, planes: 2 }`, 'rule', '2 }', 'by one of'],
    [`{ ${sbi} }`, 'rule', '{ date', 'by one of'],
    [`{ ${sbi}, share: 50 }`, 'out-of-range', '50', 'must be at most 1'],
    [`{ ${sbi}, planes: 79 }`, 'out-of-range', '79', 'has 78 planes: expected 1 to 78'],
    [`{ ${sbi}, planes: 0 }`, 'out-of-range', '0 }', 'must be at least 1'],
    ['{ date: 2034, element: gbi, what: lost, planes: 1 }', 'no-planes', '1 }', 'flies in no shells'],
    ['{ date: 2034, partner: spacex, network: leo, what: stops }', 'rule', 'leo', 'names one of'],
    ['{ date: 2034, what: stops }', 'rule', '{ date', 'names one of'],
    ['{ date: 2034, partner: spacex }', 'rule', '{ date', '`what: stops | denied`'],
    ['{ date: 2034, network: leo, what: denied }', 'rule', 'denied', '`what: silent`'],
    ['{ date: 2034, partner: spacex, what: stops, months: 3 }', 'rule', '3 }', 'means nothing beside `partner`'],
    ['{ date: 2034, budget: 5000, what: stops }', 'rule', 'stops', 'means nothing beside `budget`'],
    ['{ date: 2034, budgt: 5000 }', 'unknown-key', 'budgt', 'did you mean "budget"'],
  ])('%s', (event, code, word, words) => {
    const [problem, ...others] = problemsOf(`  - ${event}`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, file: 's.yaml', line: SCENARIO.split('\n').length + 1 });
    expect(problem.column).toBe(`  - ${event}`.indexOf(word, 4) + 1);
    expect(tell(problem.said)).toContain(words);
  });

  test('all at once, each at its own line, with what else is wrong', () => {
    const text = `${SCENARIO.replace('use: gbi', 'use: gby')}events:
  - { date: 2034, partner: spacex, what: stops }
  - { date: 2034, vehicle: falcon-8, what: grounded, months: 6 }
  - { date: 2060, network: leoo, what: silent }
`;
    const problems = (() => {
      try {
        loadScenario(text, catalog);
      } catch (error) {
        return (error as InputError).problems;
      }
      return [];
    })();
    const from = SCENARIO.split('\n').length;
    expect(problems.map(({ line }) => line)).toEqual([13, from + 2, from + 3, from + 3]);
  });

  test('a small budget of a small programme is taken', () => {
    const small = `name: small
epochUtc: 2028-06-01T00:00:00Z
interceptors:
  - { id: gbi, use: gbi, sites: [vandenberg], perSiteCount: 4 }
events: [{ date: 2034, budget: 900 }]
`;
    expect(loadScenario(small, catalog).events).toEqual([{ kind: 'budget', date: '2034', atYr: 6, musdYr: 900 }]);
  });
});

describe('what is there is made ready', () => {
  test('in order of time, with planes spread evenly and shares of what stands', () => {
    const { events, notes } = load(`  - { date: 2036-07, element: gbi, what: lost, sites: [vandenberg] }
  - { date: 2034-01-01, element: sbi, what: lost, planes: 3 }
  - { date: 2030, network: leo, what: silent, untilDate: 2030-02 }
  - { date: 2031, vehicle: falcon-9, what: grounded, months: 6 }
  - { date: 2048-01-01, budget: 20000 }`);
    expect(events).toEqual([
      { kind: 'silence', date: '2030', atYr: 2, untilYr: 2 + 1 / 12, network: 'leo' },
      { kind: 'grounding', date: '2031', atYr: 3, vehicle: 'falcon-9', months: 6 },
      {
        kind: 'loss',
        date: '2034-01-01',
        atYr: 6,
        element: 'sbi',
        lostFraction: 3 / 78,
        planes: [0, 26, 52].map((plane) => ({ shell: 0, plane })),
      },
      { kind: 'loss', date: '2036-07', atYr: 8.5, element: 'gbi', lostFraction: 0.5, sites: ['vandenberg'] },
      { kind: 'budget', date: '2048-01-01', atYr: 20, musdYr: 20_000 },
    ]);
    expect(notes).toContainEqual({ code: 'note.events', args: { count: 5 } });
  });

  test('a partner takes what a withdrawal takes: vehicles, makers, and in denial what it provides', () => {
    const [stops] = load('  - { date: 2034, partner: spacex, what: stops }').events!;
    const [denied] = load('  - { date: 2034, partner: amazon, what: denied, untilDate: 2036 }').events!;
    expect(stops).toMatchObject({ kind: 'partner', atYr: 6, vehicles: [{ id: 'falcon-9', leftFraction: 0 }] });
    if (denied.kind !== 'partner') throw new Error(denied.kind);
    expect(denied.untilYr).toBe(8);
    expect(denied.elements.filter(({ isDenied }) => isDenied).map(({ id }) => id)).toEqual(['leo']);
    const [only] = load('  - { date: 2034, partner: amazon, what: stops }').events!;
    expect(only.kind === 'partner' && only.elements.some(({ isDenied }) => isDenied)).toBe(false);
  });

  test('a partner on whom nothing rests is said', () => {
    const { events, notes } = load('  - { date: 2034, partner: telesat, what: stops }');
    expect(events![0]).toMatchObject({ vehicles: [], elements: [] });
    expect(notes).toContainEqual({ code: 'note.event-idle', args: { date: '2034', id: 'telesat' } });
  });

  test('a scenario without events has none', () => {
    expect(loadScenario(SCENARIO, catalog)).not.toHaveProperty('events');
  });
});

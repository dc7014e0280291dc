import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { launcher, spaceSensor, surfaceLayer, testArchitecture } from '../../test/fixtures/architecture.ts';
import { bookEdge as edge } from '../../test/fixtures/book-edge.ts';
import type { Architecture, PartnerBook } from '../flow/architecture.ts';
import { costOf } from '../programme/cost.ts';
import { herfindahlIndex } from './concentration.ts';
import { dependenceOf } from './dependence.ts';
import { type BookEdge, supplyGraph } from './supply-graph.ts';
import { functionHealth, healthWithout } from './supply-health.ts';
import { supplyProblems } from './supply-problems.ts';

/** Two makers build the satellites; one vehicle with an engine from a third party launches them. */
function book(more: BookEdge[] = []): PartnerBook {
  return {
    id: 'book',
    name: 'book',
    members: ['a', 'b', 'rocketeer', 'engineer'].map((id) => ({ id, name: id })),
    functions: [{ id: 'watch', name: 'Watching, satellites' }],
    parts: [{ id: 'engine', name: 'Engine' }],
    edges: [
      edge('builds', 'a', 'tracking', {
        group: 'makers',
        shareFraction: 0.75,
        forFunction: 'watch',
        valueMusd: 300,
        fromDate: '2025-01-01',
      }),
      edge('builds', 'b', 'tracking', { group: 'makers', shareFraction: 0.25, forFunction: 'watch', valueMusd: 100 }),
      edge('launches', 'rocket', 'tracking', { group: 'launch', shareFraction: 1 }),
      edge('builds', 'rocketeer', 'rocket', { shareFraction: 1 }),
      edge('supplies', 'engine', 'rocket', { group: 'engines', shareFraction: 1 }),
      edge('builds', 'engineer', 'engine', { shareFraction: 1 }),
      ...more,
    ],
  } as PartnerBook;
}

const scenario = (partners: PartnerBook, parts: Partial<Architecture> = {}) =>
  testArchitecture({
    sensors: [spaceSensor({ unitMusd: 10, lifeYr: 5, massKg: 500 })],
    launch: { launchers: [launcher({ id: 'rocket', partner: 'rocketeer' })] },
    partners,
    ...parts,
  });

const resultOf = (architecture: Architecture) => dependenceOf(architecture, costOf(architecture));

describe('Herfindahl-Hirschman index', () => {
  test('of n equal suppliers is 10,000 / n, whatever the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0.01, max: 1e6, noNaN: true }), (n, size) => {
        expect(herfindahlIndex(new Array(n).fill(size))).toBeCloseTo(10_000 / n, 6);
      }),
    );
  });

  test('rises when two suppliers merge', () => {
    const amounts = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(amounts, ([first, second, ...rest]) => {
        expect(herfindahlIndex([first + second, ...rest])).toBeGreaterThan(herfindahlIndex([first, second, ...rest]));
      }),
    );
  });

  test('refuses negative shares', () => {
    expect(() => herfindahlIndex([1, -1])).toThrow(RangeError);
  });
});

describe('dependence', () => {
  test('shares follow makers, contracts and satellites', () => {
    const [watch] = resultOf(scenario(book())).functions;
    expect(watch.unitCount).toBe(54);
    expect(watch.units!.shares.map(({ partner, shareFraction }) => [partner, shareFraction])).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ]);
    expect(watch.contracts!.herfindahlIndex).toBeCloseTo(6250);
    expect(watch.money!.effectiveCount).toBeCloseTo(1.6);
  });

  test('an engine maker behind the only rocket is a single point of failure, by that path', () => {
    const { singlePoints, functions } = resultOf(scenario(book()));
    expect(singlePoints.map(({ root }) => root).sort()).toEqual(['engine', 'engineer', 'rocketeer']);
    expect(singlePoints.find(({ root }) => root === 'engineer')!.path).toEqual([
      'engineer',
      'Engine',
      'Rocket',
      'tracking satellites',
      'Watching',
    ]);
    expect(functions[0].falls.find(({ root }) => root === 'engineer')).toMatchObject({
      directFraction: 0,
      totalFraction: 1,
    });
    expect(functions[0].falls.find(({ root }) => root === 'a')).toMatchObject({
      directFraction: 0.75,
      fromDate: '2025-01-01',
    });
  });

  test('a second rocket ends it; a candidate does not', () => {
    const second = [
      edge('builds', 'a', 'other'),
      edge('launches', 'other', 'tracking', { group: 'launch', shareFraction: 0.5 }),
    ];
    const split = book(second);
    split.edges![2].shareFraction = 0.5;
    expect(resultOf(scenario(split)).singlePoints).toEqual([]);
    const candidate = book([{ ...second[1], role: 'candidate' }]);
    expect(resultOf(scenario(candidate)).singlePoints).toHaveLength(3);
  });

  test('an edge counts between its dates only', () => {
    const ended = book();
    ended.edges![0].untilDate = '2025-12-31';
    ended.edges![1].shareFraction = 1;
    const [watch] = resultOf(scenario(ended)).functions;
    expect(watch.units!.shares.map(({ partner }) => partner)).toEqual(['b']);
    expect(watch.contracts!.herfindahlIndex).toBe(10_000);
  });

  test('the partner that a scenario names holds over several makers of the book', () => {
    const named = scenario(book(), { sensors: [spaceSensor({ partner: 'b', unitMusd: 10, lifeYr: 5, massKg: 500 })] });
    expect(resultOf(named).functions[0].units!.shares).toEqual([{ partner: 'b', name: 'b', shareFraction: 1 }]);
  });

  test('works without a book', () => {
    const result = resultOf(
      scenario(undefined as never, { sensors: [spaceSensor({ partner: 'solo', unitMusd: 10, massKg: 500 })] }),
    );
    expect(result.singlePoints.map(({ root }) => root)).toContain('solo');
    expect(result.notes.some((note) => note.code === 'dependence.no-book')).toBe(true);
  });
});

test('losing more never leaves more', () => {
  const graph = supplyGraph(scenario(book()));
  const keys = ['a', 'b', 'rocketeer', 'engineer', 'engine'];
  fc.assert(
    fc.property(fc.subarray(keys), fc.constantFrom(...keys), (gone, one) => {
      const before = functionHealth(graph, 'watch', healthWithout(graph, new Set(gone)));
      const after = functionHealth(graph, 'watch', healthWithout(graph, new Set([...gone, one])));
      expect(after).toBeLessThanOrEqual(before);
      expect(after).toBeGreaterThanOrEqual(0);
    }),
  );
});

describe('checks of the supply graph', () => {
  test('a circle is named', () => {
    const circle = book([edge('supplies', 'rocket', 'engine', { group: 'test-stands' })]);
    expect(supplyProblems(supplyGraph(scenario(circle)))).toMatchObject([
      { code: 'cycle', said: { code: 'supply.cycle', args: { loop: expect.stringContaining('Engine') } } },
    ]);
  });

  test('unknown providers and overfull groups are named', () => {
    const faulty = book([
      edge('supplies', 'nobody', 'rocket', { group: 'paint' }),
      edge('builds', 'a', 'tracking', { group: 'makers', shareFraction: 0.5 }),
    ]);
    const codes = supplyProblems(supplyGraph(scenario(faulty))).map(({ code }) => code);
    expect(codes.sort()).toEqual(['overfull-group', 'unknown-node']);
  });
});

describe('money by a split that nobody has chosen', () => {
  const split = (more: Partial<BookEdge>): PartnerBook => {
    const made = book();
    return {
      ...made,
      edges: made.edges!.map((each) =>
        each.kind === 'builds' && each.to === 'tracking'
          ? { ...each, role: 'assumption', splitAssumed: true, ...more }
          : each,
      ),
    } as PartnerBook;
  };

  test('is told with its part and what the partner gets at the ends of its range; a chosen maker has none', () => {
    const uses = [0, 1].map((i) => ({
      ...{
        element: 'book',
        path: `edges[${i}].shareFraction`,
        source: 'test',
        where: 'test',
        basis: 'assumption' as const,
      },
      ...{ value: i === 0 ? 0.75 : 0.25, low: 0, high: 1, overridden: false },
    }));
    const { money } = resultOf(scenario(split({}), { uses }));
    const shareOf = (partner: string) => money.shares.find((each) => each.partner === partner)!;
    const [a, b] = [shareOf('a'), shareOf('b')];
    const split01 = a.shareFraction + b.shareFraction;
    expect(a.assumed).toMatchObject({ ofItFraction: 1, lowFraction: 0 });
    expect(a.assumed!.highFraction).toBeCloseTo(split01, 12);
    expect(b.assumed!.highFraction).toBeCloseTo(split01, 12);
    expect(shareOf('rocketeer').assumed).toBeUndefined();
    const { money: chosen } = resultOf(scenario(book(), { uses }));
    expect(chosen.shares.map(({ assumed }) => assumed)).toEqual(chosen.shares.map(() => undefined));
  });
});

describe('surface interceptors', () => {
  test('count by missiles, whether a unit is one or a battery', () => {
    const layer = (id: string, more: object) => ({ ...surfaceLayer(), id, partner: id, ...more });
    const { functions } = resultOf(
      scenario({ ...book(), functions: [{ id: 'surface-interceptors', name: 'Below' }] } as PartnerBook, {
        interceptors: [
          layer('silos', { sites: ['a', 'b'], perSiteCount: 22, perUnitCount: undefined }),
          layer('batteries', { sites: ['a', 'b'], perSiteCount: 192, perUnitCount: 192 }),
        ],
      }),
    );
    const { units, unitCount } = functions.find(({ elements }) => elements.includes('silos'))!;
    expect(unitCount).toBe(46);
    expect(units!.shares.map(({ partner, shareFraction }) => [partner, shareFraction])).toEqual([
      ['batteries', 384 / 428],
      ['silos', 44 / 428],
    ]);
  });
});

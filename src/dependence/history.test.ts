import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import type { Architecture, PartnerBook } from '../flow/architecture.ts';
import { dependenceHistory, halfYears, historyOf, historySpan, pastOn } from './history.ts';
import type { LedgerRecord } from './ledger.ts';

const record = (fields: Partial<LedgerRecord> & Pick<LedgerRecord, 'date' | 'partner'>): LedgerRecord => ({
  what: 'award',
  kind: 'contract',
  title: 'T',
  forFunction: 'backbone',
  source: 's',
  where: 'w',
  basis: 'stated',
  ...fields,
});

const LEDGER = [
  record({ date: '2018-03', partner: 'old', what: 'holding', newDate: '2021-07-01' }),
  record({ date: '2020', partner: 'secret', valueMusd: 100, knownFrom: '2024-01' }),
  record({ date: '2021-02-01', partner: 'small', valueMusd: 300, unitsCount: 3 }),
  record({ date: '2021-06-30', partner: 'small', what: 'order', valueMusd: 50, isWithin: true }),
  record({ date: '2021-06-30', partner: 'small', kind: 'candidate', valueMusd: 999 }),
  record({ date: '2022-01-10', partner: 'big', forFunction: 'launch-heavy', valueMusd: 100 }),
  record({ date: '2022-03-01', partner: 'big', what: 'ownership', kind: 'history', entry: 'small' }),
  record({ date: '2022-04-01', partner: 'big', what: 'ownership', kind: 'candidate', entry: 'secret' }),
  record({ date: '2022-05-01', partner: 'big', partners: ['secret', 'old'], valueMusd: 500 }),
  record({ date: '2022-06-01', partner: 'us-government' }),
  record({ date: '2022-09-01', partner: 'secret', what: 'cancellation', kind: 'history' }),
];

const book = (ledger = LEDGER) =>
  ({
    members: ['old', 'secret', 'small', 'big'].map((id) => ({ id, name: id.toUpperCase() })),
    functions: ['backbone', 'launch-heavy', 'ground'].map((id) => ({ id, name: `${id}, units` })),
    ledger,
  }) as PartnerBook;
const architecture = (partners = book(), asOfDate?: string) => ({ partners, asOfDate }) as Architecture;
const on = (day: string) => dependenceHistory(book(), [day], { first: '2019-01-01', last: day }).points[0];

describe('contracts held', () => {
  test('count one each until their end, and for the owner of the day', () => {
    expect(on('2021-06-30').functions.backbone.contractCounts).toEqual({ old: 1, secret: 1, small: 1 });
    expect(on('2021-07-01').functions.backbone.contractCounts).toEqual({ secret: 1, small: 1 });
    const bought = on('2022-06-30').functions.backbone;
    expect(bought.contractCounts).toEqual({ secret: 2, big: 2, old: 1, unassigned: 1 });
    expect(bought.contractHerfindahlIndex).toBeCloseTo((10_000 * (4 + 4 + 1 + 1)) / 36, 9);
    expect(bought.unitCounts).toEqual({ big: 3 });
  });

  test('a cancellation ends what was given before it; a year without a day counts from its end', () => {
    expect(on('2020-12-30').functions.backbone.contractCounts).toEqual({ old: 1 });
    expect(on('2022-12-31').functions.backbone.contractCounts.secret).toBe(1); // the shared one is under another name
    expect(on('2022-12-31').functions.ground.contractHerfindahlIndex).toBeNaN();
  });
});

describe('new money', () => {
  test('is that of the year that ends on the day; orders within an award, candidates and holdings add nothing', () => {
    expect(on('2021-06-30').functions.backbone.newMusd).toEqual({ secret: 100, small: 300 });
    expect(on('2022-01-31').functions.backbone.newMusd).toEqual({ small: 300 });
    expect(on('2022-02-01').functions.backbone.newMusd).toEqual({});
    expect(on('2022-02-01').functions.backbone.moneyHerfindahlIndex).toBeNaN();
  });

  test('of several firms is open, of nobody without an amount unpriced; functions add up', () => {
    const { functions, together } = on('2022-06-30');
    expect(functions.backbone).toMatchObject({ newMusd: {}, openMusd: 500, unpricedCounts: { unassigned: 1 } });
    expect(functions.backbone.openPartners).toEqual(['big', 'old', 'secret']);
    expect(together.all.newMusd).toEqual({ big: 100 });
    expect(together.space.openMusd + together.launch.openMusd).toBe(together.all.openMusd);
  });

  test('shares of contracts and of money add up to one wherever there are any', () => {
    const { points } = historyOf(architecture())!;
    for (const { functions, together } of points)
      for (const { contractShares, moneyShares } of [...Object.values(functions), ...Object.values(together)])
        for (const shares of [contractShares, moneyShares]) {
          const sum = Object.values(shares).reduce((all, share) => all + share, 0);
          expect(Object.keys(shares).length === 0 ? 1 : sum).toBeCloseTo(1, 12);
        }
  });
});

describe('what is said of a trend', () => {
  const claimed = (trend: 'falling' | 'rising', partner: string, ledger: LedgerRecord[]) =>
    historyOf(
      architecture({
        ...book(ledger),
        trendClaims: [
          { id: 'c', partner, sinceDate: '2021-12-31', trend, title: 'C', source: 's', where: 'w', basis: 'stated' },
        ],
      } as PartnerBook),
    )!.claims[0];
  const start = record({ date: '2018-01-01', partner: 'old' });
  const even = [
    start,
    record({ date: '2021-02-01', partner: 'big', valueMusd: 50 }),
    record({ date: '2021-02-01', partner: 'small', valueMusd: 50 }),
  ];

  test('holds, fails or stays open by the ends of the bands', () => {
    const rose = [
      ...even,
      record({ date: '2022-10-01', partner: 'big', valueMusd: 90 }),
      record({ date: '2022-12-31', partner: 'small', valueMusd: 10 }),
    ];
    expect(claimed('falling', 'big', rose)).toMatchObject({
      verdict: 'contradicted',
      last: { all: { fraction: 0.9 } },
    });
    expect(claimed('rising', 'big', rose).verdict).toBe('borne-out');
    expect(claimed('falling', 'small', rose).verdict).toBe('borne-out');
    const shared = [...rose, record({ date: '2022-11-01', partner: 'small', partners: ['old'], valueMusd: 100 })];
    expect(claimed('rising', 'big', shared)).toMatchObject({
      verdict: 'contradicted',
      last: { all: { low: 0.45, high: 0.45 } },
    });
    expect(claimed('falling', 'small', shared)).toMatchObject({
      verdict: 'open',
      last: { all: { low: 0.05, high: 0.55 } },
    });
  });
});

describe('the span', () => {
  test('goes from the first whole year to the last record, or to the day of the catalog', () => {
    expect(historySpan(architecture())).toEqual({ first: '2019-01-01', last: '2022-09-01' });
    expect(historySpan(architecture({ ...book(), asOfDate: '2022-12' }))?.last).toBe('2022-12-31');
    expect(historySpan(architecture(book(), '2021'))).toEqual({ first: '2019-01-01', last: '2021-12-31' });
    expect(historySpan(architecture(book([])))).toBeNull();
    expect(halfYears({ first: '2021-01-01', last: '2022-03-01' })).toEqual(['2021-06-30', '2021-12-31', '2022-03-01']);
  });

  test('a day is told by what was public then; the rest apart', () => {
    const { history, publicLater } = pastOn(architecture(), '2021-03-31');
    expect(history.points.at(-1)!.functions.backbone.contractCounts).toEqual({ old: 1, small: 1 });
    expect(publicLater.map(({ partners, publicFrom }) => [partners, publicFrom])).toEqual([[['secret'], '2024-01']]);
  });
});

test('the shipped ledger gives the shares of new money that were worked out by hand', () => {
  const shipped = shippedScenario('golden-dome').partners!;
  const at = (date: string) => dependenceHistory(shipped, [date], { first: '2019-01-01', last: date }).points[0];
  const spacex = (date: string) => at(date).together.space.moneyShares.spacex ?? 0;
  const t0 = at('2020-12-31').together;
  expect((149.2 + 150) / (624.3 + 150)).toBeCloseTo(0.39, 2); // Tranche 0 with its launches
  expect(t0.space.newMusd.spacex + t0.launch.newMusd.spacex - 316).toBeCloseTo(149.2 + 150, 9);
  expect(spacex('2024-02-28')).toBeLessThan(0.02); // one order of 70 M
  expect(spacex('2026-06-30')).toBeCloseTo(0.65, 2);
  expect(spacex('2026-08-31')).toBeCloseTo(0.53, 2);
});

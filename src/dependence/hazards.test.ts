import { describe, expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import type { Architecture } from '../flow/architecture.ts';
import { hazardRecord, rateOf } from './hazards.ts';
import type { LedgerRecord } from './ledger.ts';

const record = (more: Partial<LedgerRecord>): LedgerRecord => ({
  date: '2020-01-01',
  what: 'loss',
  kind: 'history',
  partner: 'a',
  title: 'x',
  source: 'test',
  where: 'test',
  basis: 'stated',
  ...more,
});

const rocket = (id: string, firstFlightDate?: string) => ({ id, name: id, partner: `${id}-maker`, firstFlightDate });
const world = (ledger: LedgerRecord[], launchers = [rocket('v', '2010-01-01')]) =>
  ({
    partners: { id: 'book', asOfDate: '2024-01-01', ledger },
    launch: { launchers },
  }) as unknown as Architecture;

describe('rates of interruptions', () => {
  // Falcon 9: four anomalies in 19 months, 2.53 a year, 80 % 1.3 to 4.6
  test('the band is that of a gamma rate', () => {
    const rate = rateOf(4, 19 / 12);
    expect([rate.perYr, rate.lowPerYr, rate.highPerYr].map((each) => Number(each.toFixed(1)))).toEqual([2.5, 1.3, 4.6]);
    expect(rateOf(0, 10).lowPerYr).toBeGreaterThan(0);
  });

  test('days on the ground that overlap count once, and a loss that is not over counts until the book was kept', () => {
    const ledger = [
      record({ entry: 'v', date: '2020-01-01', newDate: '2020-01-31' }),
      record({ entry: 'v', date: '2020-01-21', newDate: '2020-02-10' }),
      record({ entry: 'v', date: '2023-12-02' }),
      record({ entry: 'other', date: '2021-01-01', newDate: '2022-01-01' }),
      record({ entry: 'v', what: 'slip', date: '2021-01-01', newDate: '2022-01-01' }),
    ];
    const [v, ...more] = hazardRecord(world(ledger))!.launchers;
    expect(more).toEqual([]);
    expect(v.rate.count).toBe(3);
    expect(v.rate.observedYr).toBeCloseTo(4, 2); // not from before the ledger begins
    expect(3 * v.meanDays).toBeCloseTo(40 + 30, 6);
    expect(v.isDown).toBe(true);
  });

  test('a vehicle is observed from its first flight, and one without a loss on record says nothing', () => {
    const ledger = [
      record({ date: '2018-01-01', what: 'decision' }),
      record({ entry: 'v', date: '2023-06-01', newDate: '2023-06-11' }),
    ];
    const found = hazardRecord(world(ledger, [rocket('v', '2022-01-01'), rocket('w', '2010-01-01')]))!;
    expect(found.launchers.map(({ vehicle }) => vehicle)).toEqual(['v']);
    expect(found.launchers[0].rate.observedYr).toBeCloseTo(2, 2);
    expect(hazardRecord(world([]))).toBeUndefined();
  });

  test('awards count from their day to their end, and those that were ended early are counted by them', () => {
    const award = { what: 'award', kind: 'contract', forFunction: 'f', entry: 'e' } as const;
    const ledger = [
      record({ ...award, date: '2020-01-01', partner: 'a' }),
      record({ ...award, date: '2022-01-01', partner: 'b' }),
      record({ ...award, what: 'cancellation', kind: 'history', date: '2023-01-01', partner: 'b' }),
    ];
    const { ended } = hazardRecord(world(ledger))!;
    expect([ended.count, ended.partners]).toEqual([1, ['b']]);
    expect(ended.observedYr).toBeCloseTo(4 + 1, 2);
    expect(ended.perYr).toBeCloseTo(1 / 5, 2);
  });

  test('the shipped book: Vulcan and New Glenn stood still for months, Falcon 9 for days', () => {
    const { launchers, ended } = hazardRecord(shippedScenario('golden-dome'))!;
    const of = (id: string) => launchers.find(({ vehicle }) => vehicle === id)!;
    expect(of('falcon-9').rate.count).toBe(4);
    expect(of('falcon-9').meanDays).toBeLessThan(15); // 5 to 15 days
    expect(of('vulcan').meanDays).toBeGreaterThan(150);
    expect([of('vulcan').isDown, of('falcon-9').isDown]).toEqual([true, false]);
    expect(ended.partners).toContain('rtx');
    expect(ended.perYr).toBeGreaterThan(0.005);
    expect(ended.perYr).toBeLessThan(0.1);
  });
});

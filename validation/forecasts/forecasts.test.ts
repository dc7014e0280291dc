import { expect, test } from 'vitest';
import { numberIn, readReference } from '../read-reference.ts';
import { countsAt, type Known, reference } from './case.ts';
import record from './record.csv?raw';

const known: Known[] = readReference(record).map((row) => ({
  system: row.system,
  date: row.date,
  value: numberIn(row, 'value'),
}));

test('a forecast reads nothing that came after its origin', () => {
  const rows = readReference(reference).filter(({ kind }) => kind !== 'slip');
  for (const row of rows) {
    const spoilt = known.map((each) => (each.date > row.origin ? { ...each, value: 9999 } : each));
    expect(countsAt(spoilt, row), row.where).toEqual(countsAt(known, row));
    expect(row.origin < row.date).toBe(true);
  }
});

test('what happened is what the record has, and no forecast is of a day before its plan', () => {
  for (const { kind, system, date, happened, planned } of readReference(reference)) {
    if (kind !== 'count') continue;
    expect(Number(happened), `${system} ${date}`).toBe(
      known.find((each) => each.system === system && each.date === date)?.value,
    );
    if (planned) expect(planned < date).toBe(true);
  }
});

test('slips are the days between plan and fact', () => {
  for (const { kind, system, date, planned, happened } of readReference(reference)) {
    if (kind !== 'slip') continue;
    const years = (Date.parse(date) - Date.parse(planned)) / (365.25 * 86_400_000);
    expect(Number(happened), system).toBeCloseTo(years, 2);
  }
});

test('a steady record is met, a doubled one is not', () => {
  const steady = ['2020-12-31', '2021-12-31'].map((date, i) => ({ system: 'starlink', date, value: 1000 * (i + 1) }));
  const at = { system: 'starlink', origin: '2021-12-31', date: '2022-12-31', planned: '' };
  const sorted = countsAt(steady, at).sort();
  expect(sorted[500] / 3000).toBeCloseTo(1, 1);
  expect(sorted[900]).toBeLessThan(4000);
});

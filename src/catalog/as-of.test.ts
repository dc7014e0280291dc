import { describe, expect, test } from 'vitest';
import { isDate } from '../num/dates.ts';
import { catalogAsOf } from './as-of.ts';
import { diffCatalog } from './diff.ts';
import { loadCatalog } from './load.ts';
import { searchCatalog } from './search.ts';

const NUMBER = 'source: press, where: p, basis: stated';
const files = {
  'sources.yaml': `press: { title: The Press, producer: P, date: 2026-02-10, seen: primary }
cupola: { title: Own, producer: C, date: '2026', seen: primary, kind: own }
`,
  'systems/old.yaml': `id: old
name: Now
knownFrom: '2020'
note: a radar
unitMusd: { value: 9, low: 8, high: 10, priceYear: 2026, ${NUMBER} }
lifeYr: { value: 20, ${NUMBER} }
before:
  - { date: 2026-03, why: change, fields: { name: Middle, unitMusd: { value: 7, priceYear: 2025, ${NUMBER} } }, without: [lifeYr] }
  - { date: 2024-01-01, why: correction, note: misread, fields: { name: First, unitMusd: { value: 5, priceYear: 2023, ${NUMBER} } } }
`,
  'systems/new.yaml': `id: new
name: New
knownFrom: 2026-05-12
unitMusd: { value: 1, priceYear: 2026, ${NUMBER} }
`,
  'economy/money.yaml': `id: money
name: Money
budgets:
  - { id: a, fiscalYear: 2026, stage: request, account: total, line: A, amountMusd: { value: 1, priceYear: 2026, ${NUMBER} } }
  - { id: b, fiscalYear: 2027, stage: request, account: total, line: B, knownFrom: 2026-06, amountMusd: { value: 1, priceYear: 2026, ${NUMBER} } }
  - { id: c, fiscalYear: 2027, stage: request, account: total, line: C, amountMusd: { value: 1, priceYear: 2026, source: cupola, where: p, basis: assumption } }
`,
  'partners/book.yaml': `id: book
name: B
asOfDate: 2026-07
members: [{ id: maker, name: M }, { id: other, name: Otherwise }]
edges:
  - { kind: builds, from: maker, to: old, role: contract, fromDate: 2021-05, untilDate: 2025-01, ${NUMBER} }
  - { kind: builds, from: other, to: old, role: contract, fromDate: 2025-01, ${NUMBER} }
  - { kind: builds, from: maker, to: new, role: assumption, ${NUMBER} }
  - { kind: owns, from: maker, to: other, role: contract, knownFrom: 2022-02, fromDate: 2021-01, ${NUMBER} }
ledger:
  - { date: 2021-05, what: award, kind: contract, partner: maker, title: One, ${NUMBER} }
  - { date: 2025-01, what: award, kind: contract, partner: other, title: Two, ${NUMBER} }
`,
};
const catalog = loadCatalog(Object.entries(files).map(([path, text]) => ({ path, text })));

const at = (date: string) => {
  const { entries, ...rest } = catalogAsOf(catalog, date);
  const { old } = entries.systems;
  const { edges = [], ledger = [] } = entries.partners.book.fields as Record<string, Record<string, string>[]>;
  return {
    ...rest,
    name: old?.name,
    unitMusd: (old?.fields.unitMusd as { value: number } | undefined)?.value,
    hasLife: old ? 'lifeYr' in old.fields : undefined,
    systems: Object.keys(entries.systems),
    edges: edges.map(({ from, to, untilDate }) => [from, to, untilDate].filter(Boolean).join(' ')),
    ledger: ledger.map(({ title }) => title),
    budgets: (entries.economy.money.fields.budgets as { id: string }[]).map(({ id }) => id),
  };
};

describe('the catalog as it was known', () => {
  test.each([
    ['2019', undefined, undefined, undefined, []],
    ['2020', 'First', 5, false, ['old']],
    ['2023-12-31', 'First', 5, false, ['old']],
    ['2024-01', 'Middle', 7, false, ['old']],
    ['2026-02', 'Middle', 7, false, ['old']],
    ['2026-03-01', 'Now', 9, true, ['old']],
    ['2026-05', 'Now', 9, true, ['new', 'old']],
  ])('%s', (date, name, unitMusd, hasLife, systems) => {
    expect(at(date)).toMatchObject({ name, unitMusd, hasLife, systems, asOfDate: date });
  });

  test('edges and records appear with their dates; an end that has not come is not known', () => {
    expect(at('2021').edges).toEqual(['maker old']);
    expect(at('2022-02').edges).toEqual(['maker old', 'maker other']);
    expect(at('2024').edges).toEqual(['maker old', 'maker other']);
    expect(at('2025-01').edges).toEqual(['maker old 2025-01', 'other old', 'maker other']);
    expect(at('2026-06').edges).toEqual(['maker old 2025-01', 'other old', 'maker new', 'maker other']);
    expect(at('2021').ledger).toEqual(['One']);
    expect(at('2026').ledger).toEqual(['One', 'Two']);
  });

  test('a record is known from its date, else from that of its source; an own assumption always', () => {
    expect(at('2026-01').budgets).toEqual(['c']);
    expect(at('2026-02').budgets).toEqual(['a', 'c']);
    expect(at('2026-06').budgets).toEqual(['a', 'b', 'c']);
  });

  test('it says what is known later, has a hash of its own, and leaves the catalog as it is', () => {
    expect(at('2019').later).toEqual({ old: '2020', new: '2026-05-12' });
    expect(new Set([catalog.hash, at('2019').hash, at('2020').hash]).size).toBe(3);
    expect(catalog.entries.systems.old).toMatchObject({ name: 'Now' });
    expect(Object.keys(catalog.entries.systems.old.fields)).toContain('lifeYr');
  });

  test('dates of the calendar', () => {
    for (const word of ['2026', '2026-02', '2024-02-29']) expect(isDate(word), word).toBe(true);
    for (const word of ['26', '2026-13', '2026-02-30', '2025-02-29', '2026-1', '2026-01-01T00', ''])
      expect(isDate(word), word).toBe(false);
  });
});

describe('the difference of two dates', () => {
  test('values changed, added and removed, with their sources and reasons', () => {
    const { values, added, removed } = diffCatalog(catalog, '2023', '2026-03');
    expect({ added, removed }).toEqual({ added: [], removed: [] });
    const told = values.map(({ entry, path, before, after, why }) => [entry, path, number(before), number(after), why]);
    expect(told).toContainEqual(['old', 'unitMusd', 5, 9, 'change']);
    expect(told).toContainEqual(['old', 'lifeYr', undefined, 20, 'change']);
    expect(told).toContainEqual(['old', 'name', 'First', 'Now', 'change']);
    expect(told).toContainEqual(['book', 'edges[builds other > old].role', undefined, 'contract', undefined]);
    expect(told).toContainEqual(['book', 'edges[builds maker > old].untilDate', undefined, '2025-01', undefined]);
    expect(told).toContainEqual(['book', 'ledger[2025-01 other Two].what', undefined, 'award', undefined]);
  });

  test('a correction is called one, with its note; entries come and go', () => {
    const [change] = diffCatalog(catalog, '2023', '2024').values.filter(({ path }) => path === 'unitMusd');
    expect(change).toMatchObject({ why: 'correction', note: 'misread' });
    expect(diffCatalog(catalog, '2026-05-11', '2026-05-12').added).toEqual([
      { kind: 'systems', id: 'new', name: 'New' },
    ]);
    expect(diffCatalog(catalog, '2026-05-12', '2026-05-11').removed).toHaveLength(1);
    expect(diffCatalog(catalog, '2026-08', '2026-09')).toMatchObject({ values: [], added: [], removed: [] });
  });

  function number(value: unknown): unknown {
    return typeof value === 'object' ? (value as { value: number }).value : value;
  }
});

test('a search finds entries by name and note, partners and sources', () => {
  const ids = (...words: string[]) => searchCatalog(catalog, words).map(({ kind, id }) => `${kind}/${id}`);
  expect(ids('RADAR')).toEqual(['systems/old']);
  expect(ids('otherwise')).toEqual(['members/other']);
  expect(ids('the', 'press')).toEqual(['sources/press']);
  expect(ids('radar', 'press')).toEqual([]);
});

test('a search finds names in the language of the reader too, whatever their accents', () => {
  const nameIn = (name: string) => (name === 'Now' ? 'Détecteur ancien' : name);
  const ids = (...words: string[]) => searchCatalog(catalog, words, nameIn).map(({ id }) => id);
  expect(ids('detecteur', 'ANCIEN')).toEqual(['old']);
  expect(ids('détecteur')).toEqual(['old']);
  expect(ids('radar')).toEqual(['old']);
});

import { describe, expect, test } from 'vitest';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Catalog } from './entry.ts';
import { loadCatalog } from './load.ts';

const SOURCES = `press: { title: T, producer: P, date: '2026', seen: primary, kind: record }
report: { title: R, producer: Q, date: '2025-06', seen: secondary, kind: primary, place: p. 3, quotedBy: press }
`;
const NUMBER = 'source: press, where: p, basis: stated';
const SITE = `id: site-a
name: A
knownFrom: 2020-01
latDeg: { value: 1, low: 0, high: 2, rangeKind: band80, distribution: triangular, fact: latitude, ${NUMBER} }
lonDeg: { value: 2, source: report, quotedBy: press, where: p, basis: second-hand }
before:
  - date: 2026-11-15
    why: correction
    note: misread
    fields:
      name: Old A
      latDeg: { value: 3, ${NUMBER} }
    without: [heightM]
exceptions:
  - { rule: range, field: latDeg, why: a fixed point }
`;
const BOOK = `id: book
name: B
members: [{ id: maker, name: M }, { id: other, name: O }]
functions: [{ id: ground, name: G }]
edges:
  - { kind: builds, from: maker, to: site-a, role: assumption, splitAssumed: true, contractKind: ota, knownFrom: '2021', ${NUMBER} }
ledger:
  - { date: 2021-05-26, what: award, kind: contract, partner: maker, partners: [other], title: Sites, forFunction: ground, entry: site-a, contractKind: ffp, ${NUMBER} }
  - { date: '2022', what: slip, kind: history, partner: maker, title: Later, oldDate: '2023', newDate: 2024-02, source: press, where: p, basis: second-hand, quotedBy: report }
trendClaims:
  - { id: claim, partner: maker, sinceDate: 2025-06-30, trend: falling, title: T, source: press, where: p, basis: stated }
`;
const ECONOMY = `id: money
name: Money
announcements:
  - { date: 2026-03-17, by: G, amountMusd: { value: 185000, priceYear: 2026, ${NUMBER} }, covers: all, untilYear: 2035 }
budgets:
  - { id: fund, fiscalYear: 2027, stage: request, account: fund, line: Fund, within: all, amountMusd: { value: 17100, priceYear: 2027, ${NUMBER} } }
growth:
  - { class: space, ratio: { value: 1.5, low: 1.1, high: 2.5, distribution: lognormal, ${NUMBER} } }
`;

function read(change: Partial<Record<string, (text: string) => string>> = {}): Catalog | Problem[] {
  const texts = {
    'sources.yaml': SOURCES,
    'sites/a.yaml': SITE,
    'partners/book.yaml': BOOK,
    'economy/money.yaml': ECONOMY,
  };
  try {
    return loadCatalog(
      Object.entries(texts).map(([path, text]) => ({ path, text: (change[path] ?? ((same) => same))(text) })),
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

describe('what an entry said before', () => {
  test('history, ledger, budgets, kinds of range and of source are read', () => {
    const catalog = read() as Catalog;
    const entry = catalog.entries.sites['site-a'];
    expect(entry).toMatchObject({ knownFrom: '2020-01', exceptions: [{ rule: 'range', why: 'a fixed point' }] });
    expect(entry.before?.[0]).toMatchObject({ date: '2026-11-15', why: 'correction', without: ['heightM'] });
    expect(Object.keys(entry.fields)).toEqual(['latDeg', 'lonDeg']);
    expect(catalog.entries.partners.book.fields.ledger).toHaveLength(2);
    expect(catalog.sources.report).toMatchObject({ kind: 'primary', place: 'p. 3', quotedBy: 'press' });
  });

  const mistakes: [what: string, file: string, from: string, to: string, code: string, line: number][] = [
    [
      'an earlier number without a known source',
      'sites/a.yaml',
      'value: 3, source: press',
      'value: 3, source: pres',
      'unknown-source',
      12,
    ],
    ['an earlier field of another kind', 'sites/a.yaml', 'name: Old A', 'massKg: 3', 'unknown-key', 11],
    ['an earlier field that never was', 'sites/a.yaml', '[heightM]', '[hightM]', 'not-one-of', 13],
    ['a block without a reason', 'sites/a.yaml', '    why: correction\n', '', 'missing', 7],
    ['a date that is none', 'sites/a.yaml', 'date: 2026-11-15', 'date: November', 'invalid-format', 7],
    ['a rule that does not exist', 'sites/a.yaml', 'rule: range', 'rule: rage', 'not-one-of', 15],
    ['a spread without a range', 'sites/a.yaml', 'low: 0, high: 2, rangeKind', 'rangeKind', 'rule', 4],
    ['a quoted source that does not exist', 'sites/a.yaml', 'quotedBy: press', 'quotedBy: pres', 'unknown-source', 5],
    ['a source quoted by none', 'sources.yaml', 'quotedBy: press', 'quotedBy: pres', 'unknown-source', 2],
    [
      'a record of a stranger',
      'partners/book.yaml',
      'contract, partner: maker',
      'contract, partner: makr',
      'unknown-partner',
      8,
    ],
    ['a team with a stranger', 'partners/book.yaml', 'partners: [other]', 'partners: [othr]', 'unknown-partner', 8],
    [
      'a record of an unknown function',
      'partners/book.yaml',
      'forFunction: ground',
      'forFunction: grond',
      'unknown-function',
      8,
    ],
    ['a record about nothing', 'partners/book.yaml', 'entry: site-a', 'entry: site-b', 'unknown-node', 8],
    [
      'a record without a known source',
      'partners/book.yaml',
      'quotedBy: report',
      'quotedBy: repot',
      'unknown-source',
      9,
    ],
    [
      'a claim about a stranger',
      'partners/book.yaml',
      'claim, partner: maker',
      'claim, partner: makr',
      'unknown-partner',
      11,
    ],
    [
      'a claim of an unknown source',
      'partners/book.yaml',
      'title: T, source: press',
      'title: T, source: pres',
      'unknown-source',
      11,
    ],
    ['a claim of no trend', 'partners/book.yaml', 'trend: falling', 'trend: down', 'not-one-of', 11],
    ['a fiscal year of text', 'economy/money.yaml', 'fiscalYear: 2027', 'fiscalYear: FY27', 'wrong-type', 6],
  ]; // prettier-ignore
  test.each(mistakes)('%s is a problem at its line', (_what, file, from, to, code, line) => {
    const problems = read({ [file]: (text) => text.replace(from, to) }) as Problem[];
    expect(problems.map((problem) => `${problem.code} ${problem.file} ${problem.line}`)).toContain(
      `${code} ${file} ${line}`,
    );
  });

  test('two blocks of one date, and a book with blocks of its own, are problems', () => {
    const twice = read({
      'sites/a.yaml': (text) =>
        text.replace('before:\n', 'before:\n  - { date: 2026-11-15, why: change, fields: {} }\n'),
    }) as Problem[]; // prettier-ignore
    expect(twice.map(({ code }) => code)).toContain('duplicate-date');
    const book = read({
      'partners/book.yaml': (text) => `${text}before: [{ date: 2026-01, why: change, fields: { name: C } }]\n`,
    }) as Problem[]; // prettier-ignore
    expect(book[0]).toMatchObject({ code: 'rule', line: 12 });
  });

  test('low of a lognormal number is above zero', () => {
    const problems = read({ 'sites/a.yaml': (text) => text.replace('triangular', 'lognormal') }) as Problem[];
    expect(problems[0]).toMatchObject({ code: 'rule', line: 4, said: { code: 'problem.lognormal-low' } });
  });
});

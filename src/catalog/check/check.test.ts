import { describe, expect, test } from 'vitest';
import { type CatalogFile, readCatalog } from '../load.ts';
import { checkCatalog } from './check.ts';

const SOURCES = `law: { title: T, producer: P, date: '2026', seen: primary, kind: primary, url: 'https://example.org/law' }
paper: { title: T, producer: P, date: '2026', seen: primary, kind: record, place: p. 3 }
digest: { title: T, producer: P, date: '2026', seen: primary, kind: aggregator, url: 'https://example.org/digest' }
copy: { title: T, producer: P, date: '2026', seen: primary, kind: mirror, place: a copy }
forum: { title: T, producer: P, date: '2026', seen: primary, kind: forum, place: a thread }
quoted: { title: T, producer: P, date: '2026', seen: secondary, kind: primary, place: p. 1 }
inpaper: { title: T, producer: P, date: '2026', seen: secondary, kind: primary, place: p. 1, quotedBy: paper }
recalled: { title: T, producer: P, date: '2026', seen: not-seen, kind: primary, place: p. 1 }
own: { title: T, producer: P, date: '2026', seen: primary, kind: own }
`;
const RANGED = 'low: 1, high: 9, source: law, where: p, basis: stated';
const SYSTEM = `id: sys
name: S
knownFrom: 2026-01
unitMusd: { value: 5, priceYear: 2026, ${RANGED} }
`;
const LAUNCHER = `id: rocket
name: R
knownFrom: 2026-01
status: flying
payloadKg: { value: 5, ${RANGED} }
`;
const edge = (more: string) =>
  `  - { kind: builds, from: maker, to: sys, group: makers, source: law, where: p, basis: stated, ${more} }`;
const book = (...edges: string[]) =>
  `id: book
name: B
asOfDate: 2026-07-31
members: [{ id: maker, name: M }, { id: other, name: O }]
functions: [{ id: ground, name: G }]
edges:
${edges.join('\n')}
`;
const WHOLE = edge('role: contract, shareFraction: { value: 1, source: law, where: p, basis: stated }');

function check(change: Record<string, string> = {}) {
  const texts: Record<string, string> = {
    'sources.yaml': SOURCES,
    'systems/sys.yaml': SYSTEM,
    'launchers/rocket.yaml': LAUNCHER,
    'partners/book.yaml': book(WHOLE),
    ...change,
  };
  const files: CatalogFile[] = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return checkCatalog(readCatalog(files));
}

const faults = (change: Record<string, string>) =>
  check(change).problems.map(({ code, file, line, path }) => `${code} ${file}:${line} ${path}`);
const system = (text: string) => faults({ 'systems/sys.yaml': text });
const edges = (...list: string[]) => faults({ 'partners/book.yaml': book(...list) });
const share = (value: number, basis = 'stated') =>
  `shareFraction: { value: ${value}, low: 0, high: 1, source: law, where: p, basis: ${basis} }`;

describe('the check of the catalog', () => {
  test('a sound catalog has no problem and no exception', () => {
    expect(check()).toEqual({ problems: [], exceptions: [] });
  });

  test('a number of weight without a range', () => {
    expect(system(SYSTEM.replace('low: 1, high: 9, ', ''))).toEqual(['range systems/sys.yaml:4 unitMusd']);
    expect(system(SYSTEM.replace('high: 9, ', ''))).toEqual(['range systems/sys.yaml:4 unitMusd']);
    expect(system(`${SYSTEM}lifeYr: { value: 5, source: law, where: p, basis: stated }\n`)).toEqual([]);
    const retired = LAUNCHER.replace('flying', 'retired').replace('low: 1, high: 9, ', '');
    expect(faults({ 'launchers/rocket.yaml': retired })).toEqual([]);
    expect(faults({ 'launchers/rocket.yaml': retired.replace('retired', 'paused') })).toHaveLength(1);
  });

  test('of the book: a rate that no contract fixes has a range, one that a contract states needs none', () => {
    const rate = (role: string) =>
      `role: ${role}, fromDate: 2026-01, capacityPerYr: { value: 5, source: own, where: p, basis: assumption }`;
    expect(edges(WHOLE, edge(rate('candidate')))).toEqual(['range partners/book.yaml:8 edges[1].capacityPerYr']);
    expect(edges(edge(rate('contract')))).toEqual([]);
  });

  test('a unit price with its launch inside says at what price', () => {
    const included = `${SYSTEM}launchIncluded: true\n`;
    expect(system(included)).toEqual(['launch-price systems/sys.yaml:5 launchIncluded']);
    expect(
      system(`${included}launchInUnitMusd: { value: 1, priceYear: 2026, ${RANGED.replace('low: 1', 'low: 0')} }\n`),
    ).toEqual([]);
  });

  test('a vehicle of the book has an entry', () => {
    const launch = (from: string) =>
      `  - { kind: launches, from: ${from}, to: sys, role: assumption, source: law, where: p, basis: stated }`;
    expect(edges(WHOLE, launch('maker'))).toEqual(['vehicle partners/book.yaml:8 edges[1].from']);
    expect(edges(WHOLE, launch('rocket'))).toEqual([]);
    expect(edges(WHOLE, launch('ground'))).toEqual([]);
  });

  test('shares add up to the whole', () => {
    const half = (value: number) => edge(`role: contract, ${share(value)}`);
    expect(edges(half(0.5))).toEqual(['shares partners/book.yaml:7 edges[0].shareFraction']);
    expect(edges(half(0.5), half(0.6).replace('maker,', 'other,'))).toEqual([
      'shares partners/book.yaml:7 edges[0].shareFraction',
    ]);
    expect(edges(half(0.5), half(0.497).replace('maker,', 'other,'))).toEqual([]);
    expect(edges(WHOLE, edge(`role: contract, untilDate: 2025, ${share(0.5)}`).replace('2025', "'2025'"))).toEqual([]);
  });

  test('a share that is made up says so, and is no contract', () => {
    const third = (more: string, from = 'maker') =>
      edge(`${more}, ${share(0.5, 'assumption')}`).replace('maker,', `${from},`);
    expect(edges(third('role: assumption'), third('role: assumption, splitAssumed: true', 'other'))).toEqual([
      'shares partners/book.yaml:7 edges[0].shareFraction',
    ]);
    expect(edges(third('role: contract, splitAssumed: true'), third('role: contract', 'other'))).toEqual([
      'shares partners/book.yaml:7 edges[0].splitAssumed',
    ]);
  });

  test('what is over is neither offered nor a candidate', () => {
    const rate = 'capacityPerYr: { value: 5, low: 1, high: 9, source: law, where: p, basis: stated }';
    expect(edges(WHOLE, edge(`role: contract, fromDate: 2020-01, untilDate: 2024-01, ${rate}`))).toEqual([
      'past-edge partners/book.yaml:8 edges[1].capacityPerYr',
    ]);
    expect(edges(WHOLE, edge('role: candidate, untilDate: 2024-01'))).toEqual([
      'past-edge partners/book.yaml:8 edges[1].role',
    ]);
    expect(edges(WHOLE, edge(`role: contract, fromDate: 2026-01, untilDate: 2027-01, ${rate}`))).toEqual([]);
    expect(edges(WHOLE, edge('role: contract, fromDate: 2026-01, untilDate: 2025-01'))).toEqual([
      'past-edge partners/book.yaml:8 edges[1].untilDate',
    ]);
  });

  test('numbers of one fact agree, and one alone is no fact', () => {
    const fact = SYSTEM.replace('{ value', '{ fact: price, value');
    const twin = fact.replace('id: sys', 'id: twin');
    expect(system(fact)).toEqual(['fact systems/sys.yaml:4 unitMusd']);
    expect(faults({ 'systems/sys.yaml': fact, 'systems/twin.yaml': twin })).toEqual([]);
    for (const other of ['value: 6', 'value: 5, currency: EUR'])
      expect(faults({ 'systems/sys.yaml': fact, 'systems/twin.yaml': twin.replace('value: 5', other) }), other).toEqual(
        ['fact systems/twin.yaml:4 unitMusd'],
      );
  });

  test('edges and records that stand twice', () => {
    expect(edges(WHOLE.replace('value: 1', 'value: 0.5'), WHOLE.replace('value: 1', 'value: 0.5'))).toEqual([
      'fact partners/book.yaml:8 edges[1]',
    ]);
    const record = `  - { date: 2026-01, what: award, kind: contract, partner: maker, title: T, source: law, where: p, basis: stated }\n`;
    const twice = `${book(WHOLE)}ledger:\n${record}${record}`;
    expect(faults({ 'partners/book.yaml': twice })).toEqual(['fact partners/book.yaml:10 ledger[1]']);
  });

  test('entries, contracts and candidates say since when', () => {
    expect(system(SYSTEM.replace('knownFrom: 2026-01\n', ''))).toEqual(['date systems/sys.yaml:1 id']);
    expect(edges(WHOLE, edge('role: candidate, forFunction: ground'))).toEqual(['date partners/book.yaml:8 edges[1]']);
    expect(edges(WHOLE, edge('role: candidate, forFunction: ground, knownFrom: 2026-01'))).toEqual([]);
  });

  test.each([
    ['law', true],
    ['paper', true],
    ['inpaper', true],
    ['quoted, quotedBy: paper', true],
    ['digest', false],
    ['copy', false],
    ['forum', false],
    ['quoted', false],
    ['quoted, quotedBy: digest', false],
    ['inpaper, quotedBy: forum', false],
    ['recalled', false],
    ['own', false],
  ])('stated by %s: %s', (source, isSound) => {
    const stated = SYSTEM.replace('source: law', `source: ${source}`);
    expect(system(stated)).toEqual(isSound ? [] : ['source systems/sys.yaml:4 unitMusd.basis']);
    expect(system(stated.replace('basis: stated', 'basis: second-hand'))).toEqual([]);
    const stands = edge(`role: contract, ${share(1)}`).replace('source: law', `source: ${source}`);
    expect(edges(stands)).toEqual(isSound ? [] : ['source partners/book.yaml:7 edges[0].basis']);
  });

  test('every source says what it is and where it stands', () => {
    const sources = SOURCES.replace(', kind: primary, url', ', url').replace(', place: p. 3', '');
    expect(faults({ 'sources.yaml': sources })).toEqual(['source sources.yaml:1 law', 'source sources.yaml:2 paper']);
  });

  test('an exception excuses its rule and its field, and is told with its reason', () => {
    const bare = SYSTEM.replace('low: 1, high: 9, ', '');
    const except = (words: string) => `${bare}exceptions: [{ ${words}, why: a fixed price }]\n`;
    const excused = check({ 'systems/sys.yaml': except('rule: range, field: unitMusd') });
    expect(excused.problems).toEqual([]);
    expect(excused.exceptions).toEqual([
      { rule: 'range', entry: 'sys', field: 'unitMusd', file: 'systems/sys.yaml', line: 4, why: 'a fixed price' },
    ]);
    expect(system(except('rule: range'))).toEqual([]);
    expect(system(except('rule: range, field: lifeYr'))).toEqual([
      'range systems/sys.yaml:4 unitMusd',
      'exception systems/sys.yaml:5 exceptions[0]',
    ]);
    expect(system(`${SYSTEM}exceptions: [{ rule: shares, why: none }]\n`)).toEqual([
      'exception systems/sys.yaml:5 exceptions[0]',
    ]);
  });

  test('an exception of an edge excuses that edge', () => {
    const open = (more = '') =>
      edge(`role: candidate, delayYr: { value: 5, source: own, where: p, basis: assumption }${more}`);
    const excused = open(', exceptions: [{ rule: range, field: delayYr, why: fixed by law }]');
    expect(edges(WHOLE, excused.replace('maker,', 'other,'))).toEqual([]);
    expect(edges(excused, open().replace('maker,', 'other,'))).toEqual(['range partners/book.yaml:8 edges[1].delayYr']);
  });
});

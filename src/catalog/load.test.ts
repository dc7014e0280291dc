import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { InputError, type Problem } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { type Catalog, eachNumber } from './entry.ts';
import { type Kind, kinds } from './kinds.ts';
import { type CatalogFile, loadCatalog } from './load.ts';

const folder = fileURLToPath(new URL('../../catalog/', import.meta.url));
const files: CatalogFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(folder + path, 'utf8') }));

describe('the catalog of the package', () => {
  const catalog = loadCatalog(files);
  const all = (Object.keys(kinds) as Kind[]).flatMap((kind) => Object.values(catalog.entries[kind]));
  const value = (kind: Kind, id: string, field: string) =>
    (catalog.entries[kind][id]?.fields[field] as { value: number } | undefined)?.value;
  const satellites = (kind: Kind, id: string) =>
    (catalog.entries[kind][id].fields.shells as Record<string, { value: number }>[]).reduce(
      (sum, shell) => sum + shell.planes.value * shell.satellitesPerPlane.value,
      0,
    );

  test('loads without a problem, every kind filled', () => {
    for (const kind of Object.keys(kinds) as Kind[])
      expect(Object.keys(catalog.entries[kind]).length, kind).toBeGreaterThan(0);
    expect(catalog.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ['networks', 'starlink-gen1', 4408],
    ['networks', 'amazon-leo', 3232],
    ['networks', 'amazon-leo-2026', 396],
    ['networks', 'sda-transport', 126],
    ['networks', 'oneweb', 588],
    ['networks', 'starlink-2026', 8372],
    ['networks', 'telesat-lightspeed', 198],
    ['networks', 'telesat-lightspeed-filing', 1671],
    ['networks', 'sdn-backbone', 480],
    ['sensors', 'sda-tracking-t1', 28],
    ['sensors', 'sda-tracking-t2', 54],
    ['sensors', 'sda-tracking-t3', 108],
    ['sensors', 'meo-tracking-epoch1', 12],
    ['sensors', 'meo-tracking-epoch2', 10],
    ['interceptors', 'cbo-2026-sbi', 7800],
    ['interceptors', 'aps-2003-sbi', 1600],
    ['interceptors', 'aei-2025-midcourse', 2000],
  ] as const)('%s/%s has as many satellites as published', (kind, id, count) => {
    expect(satellites(kind, id)).toBe(count);
  });

  test('the space-interceptor layer of CBO closes on its published cost', () => {
    const perYear = satellites('interceptors', 'cbo-2026-sbi') / value('interceptors', 'cbo-2026-sbi', 'lifeYr')!;
    const bought = 7800 + 16 * perYear;
    expect((bought * value('interceptors', 'cbo-2026-sbi', 'unitMusd')!) / 1000).toBeCloseTo(720.7, 1);
    expect(value('systems', 'cbo-2026-residual', 'residualMusd')).toBe(1_191_000 - 743_000);
  });

  test('contract values give the published concentration of the transport and tracking layers', () => {
    const shares = (layers: string[]) => contractShares(catalog, layers);
    const herfindahl = (byMaker: Map<string, number>) => {
      const total = [...byMaker.values()].reduce((sum, v) => sum + v, 0);
      return [...byMaker.values()].reduce((sum, v) => sum + ((100 * v) / total) ** 2, 0);
    };
    expect(herfindahl(shares(['sda-transport', 'sda-transport-t2']))).toBeCloseTo(3053, -1);
    const tracking = shares(['sda-tracking-t1', 'sda-tracking-t2', 'sda-tracking-t3']);
    expect(herfindahl(tracking)).toBeCloseTo(2411, -1);
    expect(herfindahl(shares(['launch-heavy']))).toBeCloseTo(3715, -1);
  });

  test('shares of one group of one consumer never exceed the whole', () => {
    for (const book of Object.values(catalog.entries.partners)) {
      const sums = new Map<string, number>();
      for (const edge of book.fields.edges as Edge[]) {
        if (edge.untilDate || edge.role === 'candidate') continue;
        const key = `${edge.to}/${edge.group}`;
        sums.set(key, (sums.get(key) ?? 0) + (edge.shareFraction?.value ?? 0));
      }
      for (const [key, sum] of sums) expect(sum, key).toBeLessThanOrEqual(1.01);
    }
  });

  test('every member, part and function of the book touches an edge or the ledger, and supply never runs in a circle', () => {
    for (const book of Object.values(catalog.entries.partners)) {
      const edges = book.fields.edges as Edge[];
      const ledger = (book.fields.ledger ?? []) as { partner: string }[];
      const inEdges = edges.flatMap(({ from, to, forFunction }) => [from, to, forFunction]);
      const touched = new Set([...inEdges, ...ledger.map(({ partner }) => partner)]);
      for (const list of ['members', 'parts', 'functions'])
        for (const { id } of book.fields[list] as { id: string }[]) expect(touched, id).toContain(id);
      const next = groupByFrom(edges);
      const open = new Set<string>();
      const done = new Set<string>();
      const walk = (id: string): void => {
        expect(open, `circle at ${id}`).not.toContain(id);
        if (done.has(id)) return;
        open.add(id);
        for (const { to } of next.get(id) ?? []) walk(to);
        open.delete(id);
        done.add(id);
      };
      for (const id of next.keys()) walk(id);
    }
  });

  test('a number from a source that was recalled, or from us, is an assumption; an assumption gives its reason', () => {
    for (const { id, fields } of all) {
      eachNumber(fields, (path, number) => {
        const recalled = number.source === 'cupola' || catalog.sources[number.source]?.seen === 'not-seen';
        if (recalled) expect(number.basis, `${id} ${path}`).toBe('assumption');
        if (number.basis === 'assumption')
          expect(number.where.length, `${id} ${path}: ${number.where}`).toBeGreaterThan(2);
      });
    }
  });

  test('no successes without flights', () => {
    for (const { id, fields } of Object.values(catalog.entries.launchers)) {
      const flights = (fields.flights as { value: number }).value;
      expect((fields.successes as { value: number }).value, id).toBeLessThanOrEqual(flights);
    }
  });
});

interface Edge {
  kind: string;
  from: string;
  to: string;
  role: string;
  group?: string;
  forFunction?: string;
  untilDate?: string;
  shareFraction?: { value: number };
  valueMusd?: { value: number };
}

function groupByFrom(edges: readonly Edge[]): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge]);
  return groups;
}

/** Contract money by maker over some layers, without what was dropped. */
function contractShares(catalog: Catalog, layers: readonly string[]): Map<string, number> {
  const byMaker = new Map<string, number>();
  for (const edge of catalog.entries.partners['partners-2026-07'].fields.edges as Edge[]) {
    if (!layers.includes(edge.to) || edge.role !== 'contract' || edge.untilDate || !edge.valueMusd) continue;
    byMaker.set(edge.from, (byMaker.get(edge.from) ?? 0) + edge.valueMusd.value);
  }
  return byMaker;
}

const SOURCES = `
press: { title: T, producer: P, date: '2026', seen: primary }
`;
const LAT = '{ value: 1, source: press, where: p, basis: stated }';
const SITE = `id: base\nname: Base\nlatDeg: ${LAT}\nlonDeg: ${LAT}\n`;

function problemsOf(extra: Record<string, string>): Problem[] {
  const texts = { 'sources.yaml': SOURCES, ...extra };
  try {
    loadCatalog(Object.entries(texts).map(([path, text]) => ({ path, text })));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  return [];
}

describe('loadCatalog', () => {
  test('takes one entry a file or a list of them', () => {
    expect(problemsOf({ 'sites/a.yaml': SITE })).toEqual([]);
    const list = `- ${SITE.replaceAll('\n', '\n  ').trimEnd()}\n`;
    expect(problemsOf({ 'sites/a.yaml': list })).toEqual([]);
  });

  const mistakes: [name: string, file: string, change: (text: string) => string, code: string, line: number][] = [
    ['an unknown source', 'sites/a.yaml', (t) => t.replace('press', 'pres'), 'unknown-source', 3],
    [
      'a source named as a part of every object',
      'sites/a.yaml',
      (t) => t.replace('press', 'constructor'),
      'unknown-source',
      3,
    ],
    ['an unknown key', 'sites/a.yaml', (t) => t.replace('lonDeg', 'longDeg'), 'unknown-key', 4],
    ['a number without a source', 'sites/a.yaml', (t) => t.replace('source: press, ', ''), 'missing', 3],
    ['a bare number', 'sites/a.yaml', (t) => t.replace(LAT, '5'), 'wrong-type', 3],
    ['an unknown basis', 'sites/a.yaml', (t) => t.replace('stated', 'guessed'), 'not-one-of', 3],
    ['low above the value', 'sites/a.yaml', (t) => t.replace('value: 1,', 'value: 1, low: 2,'), 'rule', 3],
    ['high below the value', 'sites/a.yaml', (t) => t.replace('value: 1,', 'value: 1, high: 0,'), 'rule', 3],
    ['not a number', 'sites/a.yaml', (t) => t.replace('value: 1', 'value: .nan'), 'wrong-type', 3],
    ['out of range', 'sites/a.yaml', (t) => t.replace('value: 1', 'value: 91'), 'out-of-range', 3],
    ['an identifier with capitals', 'sites/a.yaml', (t) => t.replace('id: base', 'id: Base'), 'invalid-format', 1],
    ['a broken file', 'sites/a.yaml', (t) => t.replace('{ value', '{{ value'), 'yaml', 3],
  ]; // prettier-ignore
  test.each(mistakes)('%s is reported with its line', (_name, file, change, code, line) => {
    const problems = problemsOf({ [file]: change(SITE) });
    expect(problems.map((problem) => problem.code)).toContain(code);
    const problem = problems.find((one) => one.code === code)!;
    expect(problem.file).toBe(file);
    expect(problem.line).toBeGreaterThanOrEqual(line);
    expect(problem.line).toBeLessThanOrEqual(line + 2);
  });

  test('near words are suggested', () => {
    const messages = (text: string) => problemsOf({ 'sites/a.yaml': text }).map(({ said }) => tell(said));
    expect(messages(SITE.replace('press', 'pres')).join()).toContain('did you mean "press"');
    expect(messages(SITE.replace('lonDeg', 'longDeg')).join()).toContain('did you mean "lonDeg"');
  });

  test('money needs its price year, and only money takes one', () => {
    const system = (number: string) => ({ 'systems/s.yaml': `id: s\nname: S\nunitMusd: ${number}\n` });
    expect(problemsOf(system(LAT))[0]).toMatchObject({ code: 'missing', line: 3 });
    expect(problemsOf(system('{ value: 1, priceYear: 2026, source: press, where: p, basis: stated }'))).toEqual([]);
    const site = SITE.replace('value: 1,', 'value: 1, priceYear: 2026,');
    expect(problemsOf({ 'sites/a.yaml': site })[0]).toMatchObject({ code: 'unknown-key', line: 3 });
  });

  test('an identifier used twice, across files and kinds', () => {
    const [problem] = problemsOf({ 'sites/a.yaml': SITE, 'systems/b.yaml': 'name: B\nid: base\n' });
    expect(problem).toMatchObject({ code: 'duplicate-id', file: 'systems/b.yaml', line: 2 });
    expect(tell(problem.said)).toContain('sites/a.yaml');
  });

  test('sites that do not exist', () => {
    const network = `id: n\nname: N\ncrosslinks: none\nhopDelayMs: ${LAT}\nuserMinElevationDeg: ${LAT}\ngatewayMinElevationDeg: ${LAT}\ngateways:\n  - base\n  - bass\n`;
    const [problem, ...more] = problemsOf({ 'sites/a.yaml': SITE, 'networks/n.yaml': network });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'unknown-site', file: 'networks/n.yaml', line: 9 });
    expect(tell(problem.said)).toContain('did you mean "base"');
  });

  test('a folder that is no kind, and a missing sources.yaml', () => {
    expect(problemsOf({ 'site/a.yaml': SITE })[0]).toMatchObject({ code: 'unknown-kind' });
    expect(problemsOf({ 'constructor/a.yaml': SITE })[0]).toMatchObject({ code: 'unknown-kind' });
    expect(() => loadCatalog([{ path: 'sites/a.yaml', text: SITE }])).toThrow(InputError);
  });

  test('problems of all files come at once', () => {
    const problems = problemsOf({
      'sites/a.yaml': SITE.replace('press', 'none'),
      'sites/b.yaml': SITE.replace('id: base', 'id: other').replace('value: 1', 'value: 1000'),
    });
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['sites/a.yaml', 'sites/b.yaml']));
  });

  test('a partner book: ends, functions, sources and names are checked with their lines', () => {
    const book = [
      'id: book',
      'name: B',
      'asOfDate: 2026-07',
      'members: [{ id: maker, name: M }, { id: maker, name: Twin }, { id: base, name: Clash }]',
      'functions: [{ id: ground, name: G }]',
      'edges:',
      '  - { kind: builds, from: makr, to: base, role: contract, source: press, where: p, basis: stated }',
      '  - { kind: builds, from: maker, to: base, forFunction: grond, role: contract, source: none, where: p, basis: stated }',
      '  - { kind: builds, from: maker, to: maker, role: contract, source: press, where: p, basis: stated }',
    ].join('\n');
    const partnered = SITE.replace('name: Base', 'name: Base\npartner: nobody');
    const problems = problemsOf({ 'sites/a.yaml': partnered, 'partners/book.yaml': book });
    expect(problems.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
      'duplicate-id 4',
      'duplicate-id 4',
      'loop 9',
      'unknown-function 8',
      'unknown-node 7',
      'unknown-partner 3',
      'unknown-source 8',
    ]);
  });

  test('the hash changes with any text and with nothing else', () => {
    const load = (text: string, reverse = false) => {
      const list = [
        { path: 'sources.yaml', text: SOURCES },
        { path: 'sites/a.yaml', text },
      ];
      return loadCatalog(reverse ? list.reverse() : list).hash;
    };
    expect(load(SITE)).toBe(load(SITE, true));
    expect(load(SITE)).not.toBe(load(SITE.replace('name: Base', 'name: Camp')));
  });
});

import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { catalogAsOf } from '../catalog/as-of.ts';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { catalogOf } from './own-entries.ts';
import { parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';

const catalog = testCatalog();
const HEAD = 'name: Test\nepochUtc: 2028-06-01T00:00:00Z\n';
const BOOK = 'partners-2026-07';

const resolved = (text: string, from = catalog) => resolveScenario(parseScenario(HEAD + text, 's.yaml'), from);

function described(text: string, from = catalog): string[] {
  try {
    resolved(text, from);
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ code, line, column, path }) => `${line}:${column} ${code} ${path}`);
    throw error;
  }
  return [];
}

function messages(text: string, from = catalog): string {
  try {
    resolved(text, from);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
}

describe('numbers of a scenario', () => {
  const sbi = (lifeYr: string) => `interceptors:\n  - { id: sbi, use: cbo-2026-sbi, lifeYr: ${lifeYr} }\n`;

  test('a bare range is an assumption of the scenario', () => {
    const { interceptors, uses } = resolved(sbi('{ value: 6, low: 4, high: 8 }'));
    expect(interceptors[0].lifeYr).toBe(6);
    expect(uses.find(({ path }) => path === 'lifeYr')).toMatchObject({
      value: 6,
      low: 4,
      high: 8,
      source: 'scenario',
      where: 's.yaml, line 4',
      basis: 'assumption',
      overridden: true,
    });
  });

  test.each([
    [
      '{ value: 5, low: 8, high: 4 }',
      ['4:60 rule interceptors[0].lifeYr.low', '4:69 rule interceptors[0].lifeYr.high'],
    ],
    [
      '{ value: 5, source: cupola }',
      ['4:43 rule interceptors[0].lifeYr.where', '4:43 rule interceptors[0].lifeYr.basis'],
    ],
    ['{ low: 4, high: 8 }', ['4:43 missing interceptors[0].lifeYr.value']],
    ['{ value: 5, lo: 4 }', ['4:55 unknown-key interceptors[0].lifeYr.lo']],
  ])('%s is refused', (given, expected) => {
    expect(described(sbi(given))).toEqual(expected);
  }); // prettier-ignore

  test('money with a source needs its price year, as a bare range it needs none', () => {
    const priced = (unitMusd: string) => `interceptors:\n  - { id: sbi, use: cbo-2026-sbi, unitMusd: ${unitMusd} }\n`;
    expect(described(priced('{ value: 30, low: 20, high: 40 }'))).toEqual([]);
    expect(described(priced('{ value: 30, source: cupola, where: mine, basis: assumption }'))).toEqual([
      '4:45 rule interceptors[0].unitMusd.priceYear',
    ]);
  });
});

describe('places of a scenario', () => {
  const threat = (from: string) =>
    `threat:\n  - { id: t, use: icbm-solid, count: 1, from: ${from}, toward: washington }\n`;

  test('sites by coordinates serve as any other', () => {
    const text = `sites:\n  - { id: home, name: Home, latDeg: 50, lonDeg: { value: 8, low: 7, high: 9 } }\ncommand:\n  - { id: c2, site: home }\n${threat('home')}`;
    const { sites, threats, uses } = resolved(text);
    expect(sites.home).toMatchObject({ latDeg: 50, lonDeg: 8, name: 'Home' });
    expect(threats[0].from).toEqual([{ latDeg: 50, lonDeg: 8, heightM: 0, name: 'home' }]);
    expect(uses.find(({ element, path }) => element === 'home' && path === 'latDeg')).toMatchObject({
      source: 'scenario',
      where: 's.yaml, line 4',
      basis: 'assumption',
    });
  });

  test('a site of the catalog may be moved, and a site needs both coordinates', () => {
    const { sites } = resolved('sites: [{ id: clear, latDeg: 60 }]\ncommand: [{ id: c2, site: clear }]\n');
    expect(sites.clear).toMatchObject({ latDeg: 60 });
    expect(sites.clear.lonDeg).toBeLessThan(-100);
    expect(described('sites: [{ id: home, latDeg: 50 }]\n')).toEqual(['3:9 missing sites[0]']);
    expect(described('sites: [{ id: spacex, latDeg: 95, lonDeg: 0 }]\n')).toEqual([
      '3:31 out-of-range sites[0].latDeg',
    ]);
    expect(described('sites: [{ id: gbi, latDeg: 5, lonDeg: 0 }]\n')).toEqual(['3:15 duplicate-id sites[0].id']);
  });

  test('coordinates as a word', () => {
    const [place] = resolved(threat('"40.5,127.2"')).threats[0].from;
    expect(place).toEqual({ latDeg: 40.5, lonDeg: 127.2, heightM: 0, name: '40.5,127.2' });
    expect(described(threat('"127.2,40.5"'))).toEqual(['4:47 bad-place threat[0].from']);
    expect(messages(threat('"127.2,40.5"'))).toContain('did you mean "40.5,127.2"?');
    expect(described('routes: [{ id: r, from: "95,10", to: tokio }]\n')).toEqual([
      '3:25 bad-place routes[0].from',
      '3:38 unknown-site routes[0].to',
    ]);
  });

  test('exchanged coordinates that lie in polar ice are asked for', () => {
    expect(resolved(threat('"-74.0,40.7"')).notes.map(tell)).toEqual([
      '"-74,40.7" is 74 S 40.7 E, in polar ice; latitude comes first: did you mean "40.7,-74"?',
    ]);
    expect(resolved(threat('{ latDeg: -74, lonDeg: 40.7 }')).notes).toHaveLength(1);
    expect(resolved(threat('"40.7,-74.0"')).notes).toEqual([]);
  });

  test.each([
    [threat('north-corea'), 'did you mean "north-korea-interior"? `cupola catalog list sites`'],
    ['interceptors: [{ id: s, use: cbo-sbi }]\n', 'did you mean "cbo-2026-sbi"? `cupola catalog list interceptors`'],
    ['launch: { use: [falcon9] }\n', 'did you mean "falcon-9"? `cupola catalog list launchers`'],
    ['partners: { use: partners-2026-7 }\n', `did you mean "${BOOK}"? \`cupola catalog list partners\``],
    ['networks: [{ id: n, use: gbi }]\n', 'it is in catalog/interceptors'],
  ])('%s', (text, expected) => {
    expect(messages(text)).toContain(expected);
  });
});

describe('entries of a scenario', () => {
  const layer = 'interceptors:\n  - { id: sbi, use: mine }\n';

  test('a new entry, from one of the catalog or from nothing', () => {
    const own = `catalog:\n  interceptors:\n    - { id: mine, use: cbo-2026-sbi, name: My layer, unitMusd: 30 }\n`;
    const { interceptors, uses } = resolved(own + layer);
    expect(interceptors[0]).toMatchObject({ name: 'My layer', unitMusd: 30, lifeYr: 5, entry: 'mine' });
    expect(uses.find(({ path }) => path === 'unitMusd')).toMatchObject({
      entry: 'mine',
      source: 'scenario',
      where: 's.yaml, line 5',
      overridden: true,
    });
    expect(uses.find(({ path }) => path === 'lifeYr')).toMatchObject({ overridden: false });
    expect(uses.find(({ path }) => path === 'lifeYr')!.source).not.toBe('scenario');
    const threat =
      'catalog:\n  threats:\n    - { id: mine, flight: cruise, speedKmS: 0.2, heightKm: 0.1, maxRangeKm: 900 }\n';
    const raid = 'threat:\n  - { id: t, use: mine, count: 1, from: tokyo, toward: london }\n';
    expect(resolved(threat + raid).threats[0]).toMatchObject({ speedKmS: 0.2, name: 'mine' });
  });

  test('fields of an entry of the catalog are replaced, lists as a whole', () => {
    const own = `catalog:\n  launchers: [{ id: falcon-9, priceMusd: 50 }]\n  networks:\n    - { id: starlink-gen1, shells: [{ planes: 2, satellitesPerPlane: 3, altitudeKm: 900, inclinationDeg: 60 }] }\n`;
    const { launch, networks } = resolved(
      `${own}launch: { use: falcon-9 }\nnetworks: [{ id: n, use: starlink-gen1 }]\n`,
    );
    expect(launch.launchers[0]).toMatchObject({ priceMusd: 50 });
    expect(networks[0].shells).toHaveLength(1);
    expect(catalog.entries.networks['starlink-gen1'].fields.shells).not.toHaveLength(1);
  });

  test.each([
    ['catalog: { interceptors: [{ id: mine, use: cbo-sbi }] }\n', ['3:44 unknown-entry catalog.interceptors[0].use']],
    ['catalog: { threats: [{ id: mine }] }\n', ['3:22 missing catalog.threats[0]']],
    ['catalog: { threats: [{ id: oneweb, flight: cruise }] }\n', ['3:28 duplicate-id catalog.threats[0].id']],
    [
      'catalog: { threats: [{ id: a, flight: cruise }, { id: a, flight: glide }] }\n',
      ['3:55 duplicate-id catalog.threats[1].id'],
    ],
    ['catalog: { sensor: [] }\n', ['3:12 unknown-key catalog.sensor']],
    [
      'catalog: { sensors: [{ id: uewr, sites: [claer] }] }\nsensors: [{ id: s, use: uewr }]\n',
      ['3:42 unknown-site catalog.sensors[0].sites[0]', '4:11 no-site sensors[0]'],
    ],
    [
      'catalog: { systems: [{ id: a, unitMusd: { value: 1, priceYear: 2026, source: nope, where: p, basis: stated } }] }\n',
      ['3:78 unknown-source catalog.systems[0].unitMusd.source'],
    ],
  ])('%s', (text, expected) => {
    expect(described(text)).toEqual(expected);
  }); // prettier-ignore
});

describe('edges of a scenario', () => {
  const book = (edge: string, more = '') => `partners:\n  use: ${BOOK}\n${more}  edges:\n    - ${edge}\n`;
  const edgesOf = (text: string) => resolved(text).partners!.edges!;
  const isSbiLaunch = ({ kind, to }: { kind: string; to: string }) => kind === 'launches' && to === 'cbo-2026-sbi';

  test('an edge of the book is changed, and the change is the scenario’s', () => {
    const text = book(
      '{ kind: launches, from: starship, to: cbo-2026-sbi, shareFraction: { value: 0.5, low: 0.2, high: 1 } }',
    );
    expect(edgesOf(text).filter(isSbiLaunch)).toMatchObject([
      { from: 'starship', shareFraction: 0.5, role: 'assumption' },
    ]);
    const index = edgesOf(text).findIndex(isSbiLaunch);
    expect(resolved(text).uses.find(({ path }) => path === `edges[${index}].shareFraction`)).toMatchObject({
      value: 0.5,
      low: 0.2,
      source: 'scenario',
      where: 's.yaml, line 6',
      overridden: true,
    });
  });

  test('an edge is added, with partners of the scenario, or removed', () => {
    const before = edgesOf(`partners: { use: ${BOOK} }\n`);
    const own = book(
      '{ kind: builds, from: acme, to: cbo-2026-sbi, group: makers, shareFraction: 0.01, role: candidate }',
      '  members: [{ id: acme, name: Acme }]\n',
    );
    expect(edgesOf(own)).toHaveLength(before.length + 1);
    expect(edgesOf(own).at(-1)).toMatchObject({
      from: 'acme',
      source: 'scenario',
      where: 's.yaml, line 7',
      basis: 'assumption',
    });
    expect(resolved(own).partners!.members!.at(-1)).toEqual({ id: 'acme', name: 'Acme' });
    const less = edgesOf(book('{ kind: launches, from: starship, to: cbo-2026-sbi, remove: true }'));
    expect(less).toHaveLength(before.length - 1);
    expect(less.some(isSbiLaunch)).toBe(false);
  });

  test.each([
    ['{ kind: launches, from: starshp, to: cbo-2026-sbi }', '6:31 unknown-node partners.edges[0].from'],
    ['{ kind: launches, from: starship, to: starship }', '6:45 loop partners.edges[0].to'],
    ['{ kind: launches, from: starship, to: gbi, remove: true }', '6:7 unknown-edge partners.edges[0]'],
    [
      '{ kind: launches, from: falcon-9, to: cbo-2026-sbi, group: launch, shareFraction: 0.5 }',
      '6:89 shares partners.edges[0].shareFraction',
    ],
    ['{ kind: flies, from: starship, to: cbo-2026-sbi }', '6:15 not-one-of partners.edges[0].kind'],
    [
      '{ kind: launches, from: falcon-9, to: gbi, forFunction: nothing }',
      '6:63 unknown-function partners.edges[0].forFunction',
    ],
    [
      '{ kind: launches, from: falcon-9, to: gbi, source: nobody, where: p, basis: stated }',
      '6:58 unknown-source partners.edges[0].source',
    ],
  ])('%s', (edge, expected) => {
    expect(described(book(edge))).toEqual([expected]);
  }); // prettier-ignore

  test('the partner that an element names is a member of the book, where there is one', () => {
    const layer = 'networks: [{ id: n, use: oneweb, partner: space-x }]\n';
    expect(described(`partners: { use: ${BOOK} }\n${layer}`)).toEqual(['4:43 unknown-partner networks[0].partner']);
    expect(messages(`partners: { use: ${BOOK} }\n${layer}`)).toContain('did you mean "spacex"?');
    expect(described(`partners: { use: ${BOOK}, members: [{ id: space-x, name: S }] }\n${layer}`)).toEqual([]);
    expect(described(layer)).toEqual([]);
  });

  test('a member that the book has is not added again', () => {
    expect(described(`partners: { use: ${BOOK}, members: [{ id: spacex, name: S }] }\n`)).toEqual([
      '3:52 duplicate-id partners.members[0].id',
    ]);
  });
});

describe('a scenario of a date', () => {
  const dated = {
    ...catalog,
    entries: {
      ...catalog.entries,
      interceptors: {
        ...catalog.entries.interceptors,
        'cbo-2026-sbi': { ...catalog.entries.interceptors['cbo-2026-sbi'], knownFrom: '2026-05-12' },
      },
    },
  };
  const layer = 'interceptors:\n  - { id: sbi, use: cbo-2026-sbi }\n';

  test('what was not known is a problem at its line that says since when it is', () => {
    expect(described(`asOfDate: 2026-05-11\n${layer}`, dated)).toEqual(['5:21 not-yet-known interceptors[0].use']);
    expect(messages(`asOfDate: 2026-05-11\n${layer}`, dated)).toContain(
      '"cbo-2026-sbi" is known from 2026-05-12 on; the catalog is that of 2026-05-11',
    );
    expect(resolved(`asOfDate: 2026-05-12\n${layer}`, dated).asOfDate).toBe('2026-05-12');
    expect(described(`asOfDate: 2026-05\n${layer}`, dated)).toEqual([]);
  });

  test('the date of the command line goes before that of the scenario', () => {
    const early = `asOfDate: 2020\n${layer}`.replace('2020', "'2020'");
    expect(described(early, dated)).toEqual(['5:21 not-yet-known interceptors[0].use']);
    const later = catalogAsOf(dated, '2026-06');
    expect(described(early, later)).toEqual([]);
    expect(resolved(early, later).asOfDate).toBe('2026-06');
  });

  test('a scenario that brings nothing sees the catalog itself', () => {
    expect(catalogOf(parseScenario(HEAD, 's.yaml'), catalog)).toBe(catalog);
  });
});

describe('what cannot be meant', () => {
  const priced = (key: string, price: string) =>
    `interceptors:\n  - { id: sbi, use: cbo-2026-sbi, ${key}: ${price} }\n`;

  test('a price hundreds of times that of the entry, or as small a part of it, is asked about at its line', () => {
    expect(messages(priced('unitMusd', '22000'))).toContain('did you mean 22?');
    expect(messages(priced('unitMusd', '0.022'))).toContain('did you mean 22?');
    expect(described(priced('unitMusd', '{ value: 22000, priceYear: 2026 }'))).toEqual([
      '4:45 wrong-unit interceptors[0].unitMusd',
    ]);
    for (const price of ['2200', '0.1', '44']) expect(messages(priced('unitMusd', price))).toBe('');
  });

  test('a vehicle and a part that rest on each other are an error at each edge that closes the loop', () => {
    const edge = (from: string, to: string) => `    - { kind: supplies, from: ${from}, to: ${to} }\n`;
    const book = (edges: string) =>
      `partners:\n  use: ${BOOK}\n  parts: [{ id: gizmo, name: Gizmo }, { id: gadget, name: Gadget }]\n  edges:\n${edges}`;
    const loop = edge('gizmo', 'gadget') + edge('gadget', 'falcon-9') + edge('falcon-9', 'gizmo');
    expect(messages(book(loop))).toContain('rests on itself: gizmo > gadget > falcon-9 > gizmo');
    expect(described(book(loop)).every((each) => / loop partners\.edges\[\d\]/.test(each))).toBe(true);
    expect(messages(book(edge('gizmo', 'gadget') + edge('gadget', 'falcon-9')))).toBe('');
  });
});

describe('programme: complete', () => {
  test('is taken as published and says so; events and claims by date are errors', () => {
    const { programme, notes } = resolved('programme: complete\n');
    expect(programme).toBe('complete');
    expect(notes.map(({ code }) => code)).toContain('note.published');
    expect(resolved('routes: []\n').programme).toBeUndefined();
    const event =
      'programme: complete\nlaunch: { use: [falcon-9] }\nevents: [{ date: 2030, vehicle: falcon-9, what: grounded, months: 3 }]\n';
    expect(described(event)).toEqual(['5:9 rule events']);
    expect(described('programme: whole\n')[0]).toContain('programme');
  });
});

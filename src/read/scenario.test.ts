import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';

const catalog = testCatalog();
const HEAD = 'name: Test\nepochUtc: 2028-06-01T00:00:00Z\n';

function resolved(text: string) {
  return resolveScenario(parseScenario(text, 's.yaml'), catalog);
}

function problemsOf(text: string) {
  try {
    resolved(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function described(text: string): string[] {
  return problemsOf(text).map(({ code, line, column, path }) => `${line}:${column} ${code} ${path}`);
}

const TWO_LAYERS =
  'interceptors:\n  - { id: gbi, use: gbi, sites: [fort-greely] }\n  - { id: sbi, use: cbo-2026-sbi }\n';

describe('resolving', () => {
  test('a number beside `use` replaces that of the catalog and is noted as an assumption', () => {
    const { networks, uses } = resolved(`${HEAD}networks:\n  - { id: net, use: oneweb, hopDelayMs: 7.5 }\n`);
    expect(networks[0].hopDelayMs).toBe(7.5);
    const used = uses.find(({ element, path }) => element === 'net' && path === 'hopDelayMs')!;
    expect(used).toMatchObject({ basis: 'assumption', overridden: true, source: 'scenario', where: 's.yaml, line 4' });
    const kept = uses.find(({ element, path }) => element === 'net' && path === 'shells[0].altitudeKm')!;
    expect(kept).toMatchObject({ entry: 'oneweb', overridden: false, value: networks[0].shells![0].altitudeKm });
  });

  test('an override may bring its own source', () => {
    const sources = 'sources: { mine: { title: T, producer: P, date: 2026-05, seen: primary } }\n';
    const text = `${HEAD}${sources}networks:\n  - id: net\n    use: oneweb\n    hopDelayMs: { value: 2, source: mine, where: page 4, basis: estimate }\n`;
    const used = resolved(text).uses.find(({ path }) => path === 'hopDelayMs')!;
    expect(used).toMatchObject({ value: 2, source: 'mine', where: 'page 4', basis: 'estimate' });
    expect(resolved(text).sources.mine).toMatchObject({ title: 'T' });
    expect(described(text.replace(sources, ''))).toEqual(['6:37 unknown-source networks[0].hopDelayMs.source']);
    const twice = text.replace('{ mine:', '{ cbo-2004:').replace('source: mine', 'source: cbo-2004');
    expect(described(twice)).toEqual(['3:22 duplicate-id sources.cbo-2004']);
  });

  test('what is left out takes the stated default', () => {
    const { analysis, command } = resolved(`${HEAD}command:\n  - { id: c2, site: schriever }\n`);
    expect(analysis).toMatchObject({ trials: 1000, seed: 1, startYear: 2028, horizonYr: 20 });
    expect(command[0]).toMatchObject({ decision: { lowS: 30, modeS: 30, highS: 30 }, doctrine: 'barrage' });
  });

  test('an element needs no entry where it gives every number itself', () => {
    const net = 'crosslinks: none, hopDelayMs: 1, userMinElevationDeg: 25, gatewayMinElevationDeg: 10';
    const shell = '{ planes: 4, satellitesPerPlane: 5, altitudeKm: 700, inclinationDeg: 60 }';
    expect(resolved(`${HEAD}networks:\n  - { id: own, ${net}, shells: [${shell}] }\n`).networks[0].shells).toHaveLength(
      1,
    );
  });
});

describe('problems', () => {
  test('all at once, in the order of the file, with line and column', () => {
    const text = `${HEAD}networks:
  - { id: a, use: onewebb }
  - { id: a, use: oneweb, hopDelyMs: 3 }
sensors:
  - { id: s, use: uewr, terminals: [nope], revisitS: -1 }
`;
    expect(described(text)).toEqual([
      '5:27 unknown-key networks[1].hopDelyMs',
      '7:54 out-of-range sensors[0].revisitS',
    ]);
    const fixed = text.replace(', hopDelyMs: 3', '').replace(', revisitS: -1', '');
    expect(described(fixed)).toEqual([
      '4:19 unknown-entry networks[0].use',
      '5:11 duplicate-id networks[1].id',
      '7:37 unknown-network sensors[0].terminals[0]',
    ]);
  });

  test.each([
    ['hopDelyMs: 3', 'hopDelayMs'],
    ['altitude: 3', undefined],
  ])('unknown key %s suggests %s', (key, expected) => {
    const [problem] = problemsOf(`${HEAD}networks:\n  - { id: a, use: oneweb, ${key} }\n`);
    expect(problem.code).toBe('unknown-key');
    if (expected) expect(tell(problem.said)).toContain(`did you mean "${expected}"`);
    else expect(tell(problem.said)).not.toContain('did you mean');
  });

  test.each([
    ['.nan', 'wrong-type'],
    ['.inf', 'wrong-type'],
    ['1e30', 'out-of-range'],
    ['-5', 'out-of-range'],
    ['"12"', 'wrong-type'],
  ])('a number such as %s is refused', (value, code) => {
    const [problem, ...others] = problemsOf(`${HEAD}networks:\n  - { id: a, use: oneweb, hopDelayMs: ${value} }\n`);
    expect(problem).toMatchObject({ code, line: 4 });
    expect(others).toEqual([]);
  });

  test.each([
    [
      'ballistic places',
      'threat:\n  - { id: t, use: icbm-solid, count: 1, from: atlantis, toward: washington }\n',
      'unknown-site',
    ],
    ['a wrong kind of entry', 'networks:\n  - { id: t, use: gbi }\n', 'unknown-entry'],
    [
      'too many satellites',
      `interceptors:\n  - { id: i, use: cbo-2026-sbi, shells: [{ planes: 1000, satellitesPerPlane: 1000, altitudeKm: 400, inclinationDeg: 60 }] }\n`,
      'too-many-satellites',
    ],
    [
      'no satellites',
      'networks:\n  - { id: own, crosslinks: none, hopDelayMs: 1, userMinElevationDeg: 25, gatewayMinElevationDeg: 10 }\n',
      'no-orbit',
    ],
    ['a time that is no time', '', 'invalid-format'],
    [
      'updates in flight without an end',
      'interceptors:\n  - { id: i, use: gbi, sites: [fort-greely], updateRangeKm: 4000 }\n',
      'missing',
    ],
    [
      'updates in flight from a satellite',
      'interceptors:\n  - { id: i, use: cbo-2026-sbi, updateRangeKm: 4000, lastUpdateS: 60 }\n',
      'rule',
    ],
    ['deciders without a rate', 'command:\n  - { id: c2, site: schriever, deciderCount: 2 }\n', 'rule'],
    [
      'a centre of a layer that is not there',
      `${TWO_LAYERS}command:\n  - { id: c2, site: schriever, layers: [gib, sbi] }\n`,
      'unknown-name',
    ],
    ['a layer without a centre', `${TWO_LAYERS}command:\n  - { id: c2, site: schriever, layers: [gbi] }\n`, 'rule'],
    [
      'a centre without a layer',
      `${TWO_LAYERS}command:\n  - { id: a, site: schriever, layers: [gbi, sbi] }\n  - { id: b, site: schriever }\n`,
      'rule',
    ],
    [
      'a layer delegated by a centre that does not decide for it',
      `${TWO_LAYERS}command:\n  - { id: a, site: schriever, layers: [gbi], delegated: [sbi] }\n  - { id: b, site: schriever }\n`,
      'rule',
    ],
    ['a list where text belongs', 'partners: []\n', 'wrong-type'],
  ])('%s', (_name, text, code) => {
    const head = code === 'invalid-format' ? 'name: x\nepochUtc: tomorrow\n' : HEAD;
    expect(problemsOf(head + text).map((problem) => problem.code)).toContain(code);
  });

  test.each([
    ['an entry', 'networks:\n  - { id: a, use: constructor }\n', 'unknown-entry'],
    ['a site', 'command:\n  - { id: c2, site: constructor }\n', 'unknown-site'],
    ['a launch vehicle', 'launch: { use: [constructor] }\n', 'unknown-entry'],
  ])('%s named like something that every object has is unknown', (_name, text, code) => {
    expect(problemsOf(HEAD + text).map((problem) => problem.code)).toEqual([code]);
  });

  test.each([
    [
      'an alias bomb',
      `a: &a [1,1]\n${Array.from({ length: 60 }, (_, i) => `b${i}: *a`).join('\n')}\n`,
      'too-many-aliases',
    ],
    ['deep nesting', `name: ${'['.repeat(40)}${']'.repeat(40)}\n`, 'too-deep'],
    ['an empty file', '', 'empty'],
    ['a repeated key', 'name: a\nname: b\n', 'yaml'],
    ['a tab as indentation', 'name:\n\t- a\n', 'yaml'],
  ])('%s is refused', (_name, text, code) => {
    expect(problemsOf(text).map((problem) => problem.code)).toContain(code);
  });

  test('names of layers and groups that fit nothing are told at their line, once each', () => {
    const of = (first: string, second: string) => {
      const text = `${HEAD}${TWO_LAYERS}command:\n  - { id: a, site: schriever, ${first} }\n  - { id: b, site: schriever, ${second} }\n`;
      return problemsOf(
        `${text}threat:\n  - { id: raid, use: icbm-solid, count: 1, from: [iran-interior], toward: [new-york] }\n`,
      ).map(({ path, line }) => `${path} ${line}`);
    };
    const [a, b] = of('layers: [gib]', 'layers: [sib]');
    expect([a, b]).toEqual([
      expect.stringContaining('command[0].layers[0]'),
      expect.stringContaining('command[1].layers[0]'),
    ]);
    // a group is decided on once a layer: by two centres only where they have no layer in common
    expect(of('layers: [gbi], threats: [raid]', 'layers: [sbi], threats: [raid]')).toEqual([]);
    expect(of('layers: [gbi], threats: [raid]', 'layers: [sbi, gbi], threats: [raid]')).toHaveLength(1);
    expect(of('threats: [raid]', 'threats: [raid]')).toHaveLength(1);
  });

  test('whatever the text, the answer is a scenario or a list of problems', () => {
    const word = fc.constantFrom(
      'name',
      'networks',
      'use',
      'oneweb',
      '-',
      ':',
      '{',
      '}',
      '[',
      ']',
      '\n',
      '  ',
      '1',
      '&a',
      '*a',
      '.nan',
      '"',
      '#',
      '?',
      '|',
      'epochUtc',
      '2028-06-01T00:00:00Z',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
        ),
        (text) => {
          for (const { said } of problemsOf(text)) expect(tell(said)).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['sensors', 'platform'],
  ['interceptors', 'basing'],
  ['networks', 'crosslinks'],
  ['threat', 'flight'],
])('of %s that names no entry and leaves out what it must say, that is told and nothing else', (list, name) => {
  const orbits = 'shells: [{ planes: 4, satellitesPerPlane: 5, altitudeKm: 700, inclinationDeg: 60 }]';
  const rest = list === 'threat' ? 'count: 1, from: washington, toward: los-angeles' : orbits;
  const problems = problemsOf(`${HEAD}${list}:\n  - { id: own, ${rest} }\n`);
  expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'missing'));
  expect(problems.map(({ said }) => said.args?.name)).toContain(name);
});

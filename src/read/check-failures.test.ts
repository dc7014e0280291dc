import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { checkModels } from './check.ts';
import { parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';

const catalog = testCatalog();

const SCENARIO = `name: Test
epochUtc: 2028-06-01T00:00:00Z
networks:
  - { id: transport, use: sda-transport-t2 }
  - { id: leo, use: amazon-leo }
sensors:
  - { id: tracking, use: sda-tracking-t2, terminals: [transport] }
  - { id: opir, use: next-gen-opir-geo }
command:
  - { id: c2, site: schriever }
interceptors:
  - { id: sbi, use: cbo-2026-sbi, terminals: [leo] }
partners: { use: partners-2026-07 }
`;

function checked(failures: string) {
  return checkModels(resolveScenario(parseScenario(`${SCENARIO}failures: ${failures}\n`, 's.yaml'), catalog));
}

function problemsOf(failures: string): Problem[] {
  try {
    checked(failures);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

describe('a name that names nothing is an error at its line and column', () => {
  test.each([
    ['{ partnersOff: [spacex, amazom] }', 'unknown-partner', 'amazom', 'did you mean "amazon"'],
    ['{ gatewaysOut: [moonbase] }', 'unknown-gateway', 'moonbase', 'a gateway of no network'],
    ['{ gatewaysOut: [fort-greely] }', 'unknown-gateway', 'fort-greely', 'a gateway of no network'],
    [
      '{ controlPlanesDown: [sda-operation] }',
      'unknown-control-plane',
      'sda-operation',
      'did you mean "sda-operations"',
    ],
    ['{ planesOut: [{ element: tracing, plane: 0 }] }', 'unknown-element', 'tracing', 'did you mean "tracking"'],
    ['{ planesOut: [{ network: leo, shell: 4, plane: 0 }] }', 'unknown-shell', '4', 'expected 0 to 3'],
    ['{ planesOut: [{ network: leo, plane: 99 }] }', 'unknown-plane', '99', 'expected 0 to 33'],
    ['{ planesOut: [{ element: opir, plane: 0 }] }', 'no-planes', 'opir', 'flies in no shells'],
    ['{ planesOut: [{ plane: 0 }] }', 'rule', '{ plane:', '`element`'],
    ['{ planesOut: [{ element: leo, network: leo, plane: 0 }] }', 'rule', '{ element', '`element`'],
  ])('%s', (failures, code, word, said) => {
    const [problem, ...others] = problemsOf(failures);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, file: 's.yaml', line: SCENARIO.split('\n').length });
    expect(problem.column).toBe(`failures: ${failures}`.indexOf(word) + 1);
    expect(tell(problem.said)).toContain(said);
  });

  test('an element from a file has no planes', () => {
    const text = SCENARIO.replace('use: amazon-leo', 'use: amazon-leo, elements: { file: a.tle }');
    const parsed = parseScenario(`${text}failures: { planesOut: [{ element: leo, plane: 0 }] }\n`, 's.yaml');
    expect(() => resolveScenario(parsed, catalog)).toThrow(/flies from a file of orbital elements/);
  });

  test('what is there is taken: control planes by either name, planes of every role, partners of the book', () => {
    const failures = `{ controlPlanesDown: [sda-operations, leo], partnersOff: [amazon],
  planesOut: [{ element: sbi, plane: 0 }, { network: tracking, plane: 0 }, { element: leo, shell: 2, plane: 1 }] }`;
    expect(checked(failures).failures.planesOut).toEqual([
      { element: 'sbi', shell: 0, plane: 0 },
      { element: 'tracking', shell: 0, plane: 0 },
      { element: 'leo', shell: 2, plane: 1 },
    ]);
  });

  test('an entry that is not there brings no second complaint of what it would have had', () => {
    const text = SCENARIO.replace('use: amazon-leo', 'use: amazon-leoo');
    const parsed = parseScenario(`${text}failures: { gatewaysOut: [x], controlPlanesDown: [y] }\n`, 's.yaml');
    try {
      resolveScenario(parsed, catalog);
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).problems.map(({ code }) => code)).toEqual(['unknown-entry']);
    }
  });
});

test('partners who only build, and partners of nothing here, are told', () => {
  const notesOf = (...partners: string[]) =>
    checked(`{ partnersOff: [${partners.join(', ')}] }`)
      .notes.filter(({ code }) => ['note.builds-only', 'note.off-idle'].includes(code))
      .map(tell);
  expect(notesOf('amazon')).toEqual([]);
  expect(notesOf('lockheed', 'amazon', 'l3harris').join()).toMatch(
    /lockheed, l3harris.*does not provide.*nothing stops/,
  );
  expect(notesOf('eutelsat').join()).toMatch(/eutelsat.*nothing in this scenario rests on it/);
});

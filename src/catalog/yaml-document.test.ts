import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { InputError, type Problem } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { checkDocument } from './check-document.ts';
import { defaultLimits, parseYaml, pathText, suggestion } from './yaml-document.ts';

/** Problems of an action that must fail with them, and with nothing else. */
function problemsOf(action: () => unknown): Problem[] {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  throw new Error('no problem was found');
}

const codesOf = (text: string, limits = defaultLimits) =>
  problemsOf(() => parseYaml(text, 'x.yaml', limits)).map(({ code }) => code);

describe('parseYaml', () => {
  test('gives plain values and the place of each', () => {
    const document = parseYaml('name: Shield\nlayers:\n  - { id: sbi, count: 10 }\n', 'x.yaml');
    expect(document.value).toEqual({ name: 'Shield', layers: [{ id: 'sbi', count: 10 }] });
    expect(document.place(['layers', 0, 'count'])).toEqual({ line: 3, column: 23 });
    expect(document.place(['layers', 0], 'count')).toEqual({ line: 3, column: 16 });
    expect(document.place(['layers', 7, 'count']).line).toBeLessThanOrEqual(3);
  });

  test('a mistake after a folded text is told at its own line', () => {
    const text = 'description: >-\n  one\n  two\nname: a: b\n';
    expect(problemsOf(() => parseYaml(text, 'x')).map(({ line, column }) => [line, column])).toEqual([[4, 7]]);
    const unindented = 'name: x\ndescription: >-\nof the size that\nepochUtc: 2028-06-01\n';
    const lines = problemsOf(() => parseYaml(unindented, 'x')).map(({ line }) => line);
    expect(lines.every((line) => line! >= 3 && line! <= 4)).toBe(true);
  });

  test('dates and words that other YAML versions would turn into something else stay as written', () => {
    expect(parseYaml('a: 2026-05-12\nb: no\nc: 012\n', 'x').value).toEqual({ a: '2026-05-12', b: 'no', c: 12 });
  });

  test('a decimal comma is named, and a number beyond the whole ones is told once, as it is written', () => {
    const schema = z.strictObject({ trackS: z.number(), seed: z.int().max(Number.MAX_SAFE_INTEGER) });
    const check = (text: string) =>
      problemsOf(() => checkDocument(parseYaml(text, 'x.yaml'), schema)).map(({ said, line }) => [line, tell(said)]);
    expect(check('{ trackS: 60,5, seed: 1 }')).toEqual([
      [1, 'the fraction of a number follows a point, not a comma: did you mean trackS: 60.5?'],
    ]);
    expect(check('{ trackS: 60, 5, seed: 1 }')).toEqual([[1, 'unknown key']]);
    expect(check('trackS: 1\nseed: 12345678901234567890')).toEqual([
      [2, 'must be at most 9007199254740991, found 12345678901234567890'],
    ]);
  });

  test('every syntax mistake with its line', () => {
    const problems = problemsOf(() => parseYaml('a: 1\nb: [1, 2\nc: "x\n', 'x.yaml'));
    expect(problems.length).toBeGreaterThan(0);
    for (const { code, line, file } of problems) {
      expect(code).toBe('yaml');
      expect(file).toBe('x.yaml');
      expect(line).toBeGreaterThanOrEqual(2);
    }
  });

  test('a key given twice is a mistake, not a silent choice', () => {
    expect(problemsOf(() => parseYaml('a: 1\na: 2\n', 'x'))[0]).toMatchObject({ code: 'yaml', line: 2 });
  });

  test('a key that is a list or a mapping is a mistake at its line, and Node is not warned of', () => {
    const warnings: unknown[] = [];
    const note = (warning: unknown) => void warnings.push(warning);
    process.on('warning', note);
    for (const key of ['? [a, b]\n: 1', '? { a: 1 }\n: 1', 'b: { [c]: 1 }'])
      expect(problemsOf(() => parseYaml(`name: X\n${key}\n`, 'x'))[0]).toMatchObject({
        code: 'yaml',
        line: 2,
        said: { code: 'problem.odd-key' },
      });
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      process.off('warning', note);
      expect(warnings).toEqual([]);
    });
  });

  test.each([
    ['nothing', ''],
    ['only a comment', '# nothing here\n'],
  ])('%s is refused', (_name, text) => {
    expect(codesOf(text)).toEqual(['empty']);
  });

  test('too long a text is refused before it is parsed', () => {
    expect(codesOf('a: 1 # '.padEnd(200, 'x'), { ...defaultLimits, maxCharacters: 100 })).toEqual(['too-large']);
  });

  test('too many values', () => {
    expect(codesOf(`[${'1,'.repeat(200)}]`, { ...defaultLimits, maxNodes: 100 })).toEqual(['too-many-nodes']);
  });

  test.each(['[', '{a: ', '- '])('nesting with %j is refused, however deep', (open) => {
    for (const depth of [30, 300, 30_000]) {
      const problems = problemsOf(() => parseYaml(`${open.repeat(depth)}1`, 'x'));
      expect(problems.length, `depth ${depth}`).toBeGreaterThan(0);
    }
  });

  test('closed nesting just within the limit passes, one more does not', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const limits = { ...defaultLimits, maxDepth: 5 };
    expect(parseYaml(nested(5), 'x', limits).value).toEqual([[[[[1]]]]]);
    expect(codesOf(nested(6), limits)).toEqual(['too-deep']);
  });

  test('an alias bomb is refused', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
    expect(codesOf(`l0: &l0 [x, x, x]\n${levels.join('\n')}\n`)[0]).toBe('too-many-aliases');
  });

  test.each([
    ['quotes', '"'],
    ['closing brackets', ']'],
    ['one key again and again', 'a: 1\n'],
    ['anchors', '&a '],
    ['aliases', '*a '],
    ['tags', '!t '],
    ['documents', '---\n'],
    ['explicit keys', '? '],
  ])('a long run of %s is refused', (_name, unit) => {
    const problems = problemsOf(() => parseYaml(unit.repeat(60_000), 'x'));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  test('a few aliases are fine; one without an anchor is named', () => {
    expect(parseYaml('a: &x [1]\nb: *x\n', 'x').value).toEqual({ a: [1], b: [1] });
    expect(problemsOf(() => parseYaml('a: 1\nb: *none\n', 'x'))[0]).toMatchObject({ line: 2 });
  });

  test('an alias that holds itself is refused', () => {
    expect(codesOf('&a [*a]')).toEqual(['alias-loop']);
    expect(codesOf('a: 1\nb: &b { c: [1, { d: *b }] }\n')).toEqual(['alias-loop']);
  });

  test('keys that name parts of every object make nothing but plain keys', () => {
    const { value } = parseYaml('__proto__: { polluted: 1 }\nconstructor: 2\n', 'x');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(value as object)).toContain('constructor');
  });
});

describe('checkDocument', () => {
  const schema = z.strictObject({
    planes: z.number().int().min(1).max(100),
    pattern: z.enum(['delta', 'star']),
    list: z.array(z.strictObject({ altitudeKm: z.number() })).optional(),
  });
  const check = (text: string) => problemsOf(() => checkDocument(parseYaml(text, 'x.yaml'), schema));

  test('an unknown key is named with its line and the nearest known one, at any depth', () => {
    expect(check('plans: 3\nplanes: 3\npattern: delta\n')).toEqual([
      expect.objectContaining({ code: 'unknown-key', line: 1, column: 1, path: 'plans' }),
    ]);
    const [inner] = check('planes: 3\npattern: star\nlist:\n  - { altitudeKm: 1, altitudKm: 2 }\n');
    expect(inner).toMatchObject({ code: 'unknown-key', line: 4, path: 'list[0].altitudKm' });
    expect(tell(inner.said)).toContain('did you mean "altitudeKm"');
  });

  test('all mistakes at once, in the order of the file', () => {
    expect(check('planes: 1000\npattern: dleta\nextra: 1\n').map(({ code, line }) => [code, line])).toEqual([
      ['out-of-range', 1],
      ['not-one-of', 2],
      ['unknown-key', 3],
    ]);
  });

  test('says what was expected and what was found', () => {
    expect(tell(check('planes: 0\npattern: star\n')[0].said)).toBe('must be at least 1, found 0');
    expect(tell(check('planes: many\npattern: star\n')[0].said)).toBe('expected a number, found "many"');
    expect(check('pattern: star\n')[0]).toMatchObject({
      code: 'missing',
      said: { code: 'problem.missing', args: { what: { code: 'type.number' } } },
    });
    expect(tell(check('planes: 1\npattern: strar\n')[0].said)).toContain('did you mean "star"');
  });

  test.each(['.nan', '.inf', '-.inf', '1e999'])('%s is no number of a scenario', (word) => {
    expect(check(`planes: ${word}\npattern: star\n`)).toHaveLength(1);
  });
});

describe('suggestion and pathText', () => {
  test('near words are suggested, far ones are not', () => {
    expect(suggestion('altitudKm', ['altitudeKm', 'planes'])).toEqual({
      code: 'problem.suggestion',
      args: { word: 'altitudeKm' },
    });
    expect(suggestion('zebra', ['altitudeKm', 'planes'])).toBe('');
  });

  test('paths read as in the file', () => {
    expect(pathText(['networks', 0, 'shells', 2, 'planes'])).toBe('networks[0].shells[2].planes');
    expect(pathText([1, 'id'])).toBe('[1].id');
  });
});

test('a word of a list that is left out is missing, with the words that may stand there', () => {
  const schema = z.strictObject({ basis: z.enum(['stated', 'derived']), kind: z.literal('x') });
  const problems = problemsOf(() => checkDocument(parseYaml('{}', 'x'), schema));
  expect(problems.map(({ code, said }) => `${code}: ${tell(said)}`)).toEqual([
    'missing: is missing; expected one of stated, derived',
    'missing: is missing; expected x',
  ]);
});

test.each([
  ['a: 1\rb: 2\r', 'line ends of the old Macintosh'],
  ['%YAML 1.1\n---\na: 2028-06-01\n', 'YAML 1.2 is read: take the line %YAML away'],
  ['base: &b { a: 1 }\nc: { <<: *b, d: 2 }\n', 'a merge key (<<) is of YAML 1.1'],
  ['c: { a: 1,\u00a0 site: x }\n', 'a blank that is no space (U+00A0)'],
  ['a: 1\n---\na: 2\n', 'a second document begins here'],
])('%j is told for what it is', (text, words) => {
  expect(problemsOf(() => parseYaml(text, 'x')).map(({ said }) => tell(said))).toEqual([
    expect.stringContaining(words),
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

test.each([
  ['', 1, 1],
  ['{', 1, 2],
  ['{"a": 1,, }', 1, 9],
  ['[1,\n 2,\n x]', 3, 2],
  ['[1, 2', 1, 6],
  ['{"a" 1}', 1, 2],
  ['[1] 2', 1, 5],
  ['{"a": [true, nul]}', 1, 14],
  ['[1,]', 1, 4],
  ['[1,\r2,\r\nx]', 3, 1],
])('%j is wrong at line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test('a text is sound exactly where it can be parsed', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '1',
    '-0.5e3',
    'true',
    ' ',
    '\n',
    'x',
    '01',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (text) => {
        let isSound = true;
        try {
          JSON.parse(text);
        } catch {
          isSound = false;
        }
        expect(jsonFault(text) === undefined, text).toBe(isSound);
      },
    ),
    { seed: 13, numRuns: 3000 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedRounding } from './printed.ts';
import { numberIn, readReference } from './read-reference.ts';

test('reads quotes, comments, empty lines and both kinds of line end', () => {
  const text = '# where from\r\nname,value\r\n"a, ""b""",1\n\n# note, with comma\nc,\n';
  expect(readReference(text)).toEqual([
    { name: 'a, "b"', value: '1' },
    { name: 'c', value: '' },
  ]);
});

test('any table comes back as it was written', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', 'é') });
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['x,y', ...rows.map((row) => row.map(quote).join(','))].join('\n');
      expect(readReference(text).map(({ x, y }) => [x, y])).toEqual(rows);
    }),
  );
});

test('refuses a table without rows, a short row and an open quote', () => {
  expect(() => readReference('a,b\n')).toThrow(RangeError);
  expect(() => readReference('a,b\n1,2\n3\n')).toThrow(RangeError);
  expect(() => readReference('a,b\n1,"2\n')).toThrow(RangeError);
});

test('numberIn takes finite numbers only', () => {
  expect(numberIn({ a: '1e3' }, 'a')).toBe(1000);
  for (const text of ['', ' ', 'x', 'Infinity', 'NaN']) expect(() => numberIn({ a: text }, 'a')).toThrow(RangeError);
  expect(() => numberIn({ a: '1' }, 'b')).toThrow(RangeError);
});

test('half a unit of the last printed digit', () => {
  expect(printedRounding('498.6')).toBeCloseTo(0.05, 9);
  expect(printedRounding('18.20')).toBeCloseTo(0.005, 9);
  expect(printedRounding('-1,600')).toBeCloseTo(0.5, 8);
  expect(() => printedRounding('about 5')).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { alignedRows, colorStyle, plainStyle, table } from './text.ts';

test('columns as wide as their widest cell, two spaces between them, nothing after the last', () => {
  const rows = [
    ['a', '1'],
    ['long', '12,345'],
  ];
  expect(table(['', 'n'], rows, ['left', 'right'], plainStyle)).toBe('             n\n  a          1\n  long  12,345');
  expect(table(['x'], [['abcd']], ['center'], plainStyle, 0)).toBe(' x\nabcd');
});

test('marks of a style take no width, a missing cell is empty', () => {
  const plain = table(['name', 'is'], [['one', 'good'], ['two']], ['left', 'left'], plainStyle);
  const marked = table(['name', 'is'], [[colorStyle.bold('one'), colorStyle.good('good')], ['two']], [], colorStyle);
  expect(marked).not.toBe(plain);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: marks of the colour style
  const unmarked = marked.replace(/\x1b\[\d+m/g, '').split('\n');
  expect(unmarked.map((line) => line.trimEnd())).toEqual(plain.split('\n'));
});

test('rows without a head line up alike; none is nothing', () => {
  expect(
    alignedRows(
      [
        ['a', '1', 'x'],
        ['long', '100'],
      ],
      ['left', 'right'],
    ),
  ).toBe('  a       1  x\n  long  100');
  expect(alignedRows([], ['left'])).toBe('');
});

import { expect, test } from 'vitest';
import { mergeModes } from './merge-modes.ts';

test('rows of one name that differ in how alone are one; others stay, in their order', () => {
  const rows = [
    ['SpaceX', 'stops', '39 %', '-3'],
    ['Boeing', 'stops', '39 %', '-3'],
    ['SpaceX', 'denied', '39 %', '-3'],
    ['Boeing', 'denied', '38 %', '-3'],
  ];
  expect(mergeModes(rows)).toEqual([
    ['SpaceX', 'either way', '39 %', '-3'],
    ['Boeing', 'stops', '39 %', '-3'],
    ['Boeing', 'denied', '38 %', '-3'],
  ]);
  expect(mergeModes([])).toEqual([]);
});

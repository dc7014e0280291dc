import { expect, test } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { tell } from '../words/words.ts';
import { loadCatalog } from './load.ts';

const SOURCES = `
cupola: { title: own, producer: Cupola, date: 2026-07, kind: own, seen: primary }
`;

/** What the loader says of an estimate with these lines. */
function faultsOf(lines: string): string[] {
  const text = `id: study\nname: A study\nby: somebody\ndate: 2026-01\ncovers: all of it\n${lines}`;
  try {
    loadCatalog([
      { path: 'sources.yaml', text: SOURCES },
      { path: 'estimates/study.yaml', text },
    ]);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ line, said }) => `${line}: ${tell(said)}`);
  }
}

const number = (value: number, year?: number) =>
  `{ value: ${value}, source: cupola, where: test, basis: assumption${year ? `, priceYear: ${year}` : ''} }`;

const layer = (id: string, phase: string, more = '') =>
  `  - { id: ${id}, phase: ${phase}, interceptorCount: ${number(100)}${more} }\n`;

test('an estimate that states a total alone, or nothing but a number of interceptors, is whole', () => {
  expect(faultsOf(`totalMusd: ${number(175000, 2025)}\n`)).toEqual([]);
  expect(faultsOf(`layers:\n${layer('space', 'boost')}`)).toEqual([]);
});

test('every mistake of an estimate is told at its line', () => {
  const text = [
    'scope: [boost, glide]',
    `totalMusd: ${number(1000, 2026)}`,
    'layers:',
    layer('one', 'boost', `, totalMusd: ${number(900, 2026)}`).trimEnd(),
    layer('one', 'boost', `, unitMusd: ${number(1, 2026)}, firstUnitMusd: ${number(2, 2026)}`).trimEnd(),
    layer('far', 'midcourse').trimEnd(),
    'blocks:',
    `  - { id: rest, amountMusd: ${number(200, 2026)}, covers: the rest }`,
  ].join('\n');
  expect(faultsOf(text)).toEqual([
    '10: "one" is used twice',
    '10: a second layer of the phase boost; expected one layer a phase',
    '10: "one" has a mean price and a price of the first unit; expected one of them',
    '10: "one" needs firstUnitMusd and learningRatio together',
    '11: "far" is a layer of the phase midcourse, and the scope does not name it',
    '13: the scope names space interceptors alone; expected the rest of the shield in it as well',
    '7: the parts add up to $1.10 billion, more than the total of $1.00 billion',
  ]);
});

test('parts within the rounding of the total are in order; other price years are not', () => {
  const blocks = (amount: number, year: number) =>
    `totalMusd: ${number(1000, 2026)}\nblocks:\n  - { id: rest, amountMusd: ${number(amount, year)}, covers: rest }\n`;
  expect(faultsOf(blocks(1009, 2026))).toEqual([]);
  expect(faultsOf(blocks(900, 2025))).toEqual([
    '6: is in dollars of 2026, a part of it in dollars of 2025; expected one price year',
  ]);
});

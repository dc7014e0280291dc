import { expect, test } from 'vitest';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { refusal } from './refusal.ts';

const problems = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    code: 'x',
    path: '',
    file: 'f',
    line: i + 1,
    said: plainly(`wrong ${i + 1}`),
  }));

test('every problem has its line, and all are counted', () => {
  expect(refusal(new InputError(problems(1)))).toBe('f:1 wrong 1\n1 problem; nothing was run.\n');
  expect(refusal(new InputError(problems(2)))).toBe('f:1 wrong 1\nf:2 wrong 2\n2 problems; nothing was run.\n');
});

test('thousands of problems do not flood a terminal', () => {
  const lines = refusal(new InputError(problems(31_083)))
    .trimEnd()
    .split('\n');
  expect(lines.length).toBe(52);
  expect(lines.slice(-2)).toEqual(['and 31033 more', '31083 problems; nothing was run.']);
});

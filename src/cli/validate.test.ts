import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './validate.ts';
import { backTestMarkdown, type CheckedCase, validationMarkdown, validationScreen } from './validation-text.ts';

describe('cupola validate', () => {
  test('one case: every row, the verdict first, exit code 0', async () => {
    const { code, out } = await runCommand(command, ['--case', 'wilkening', '--case', 'gmd-salvo']);
    expect(code).toBe(0);
    expect(out).toMatch(/^14 values in 2 cases \(9 published, 0 independent, 5 self-consistent\): all inside/);
    expect(out).toContain('PUBLISHED VALUE REPRODUCED');
    expect(out).toContain('barrage: shotsPerTarget');
  });

  test('--json is one document with differences and verdicts', async () => {
    const { out } = await runCommand(command, ['--case', 'poisson-reach', '--json']);
    const { outside, cases } = JSON.parse(out);
    expect(outside).toBe(0);
    expect(cases).toHaveLength(1);
    for (const row of cases[0].rows) {
      expect(row.inside).toBe(true);
      expect(row.difference).toBeCloseTo(row.computed - row.published, 12);
    }
  });

  test('an unknown case is bad input, with the nearest name', async () => {
    const error = await runCommand(command, ['--case', 'wilkenning']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain('did you mean "wilkening"');
  });

  test('stops between cases when interrupted, and says how far it came', async () => {
    const { notes, out } = await runCommand(command, ['--case', 'wilkening'], { signal: AbortSignal.abort() });
    expect(notes).toEqual(['interrupted: 0 of 1 cases done']);
    expect(out).toContain('0 values in 0 cases');
  });
});

const row = (i: number, computed: number) => ({
  what: `value ${i}`,
  published: 1,
  computed,
  tolerance: 0.1,
  unit: 'km',
  why: 'a | b',
  difference: computed - 1,
  inside: Math.abs(computed - 1) <= 0.1,
});

const long: CheckedCase = {
  id: 'long',
  title: 'Many',
  level: 'independent',
  source: 'Somewhere',
  rows: Array.from({ length: 100 }, (_, i) => row(i, i === 70 ? 2 : 1 + i / 2000)),
};

describe('validation text', () => {
  test('a long case shows what is outside first, then the worst of the rest, and says how many are left out', () => {
    const screen = validationScreen([long], false);
    expect(screen).toContain('1 OUTSIDE their tolerance');
    expect(screen).toMatch(/OUTSIDE +value 70/);
    expect(screen).toContain('value 99');
    expect(screen).not.toContain('value 10 ');
    expect(screen).toContain('the other 96 are inside; cupola validate --case long shows all.');
    expect(validationScreen([long], true)).toContain('value 10 ');
  });

  test('the page has the level as a heading, and keeps bars inside a cell', () => {
    const page = validationMarkdown([{ ...long, rows: long.rows.slice(0, 2) }]);
    expect(page).toContain('## Independent code agrees');
    expect(page).toContain('| value 0 | 1 | 1 | 0 | 0.1 | km | a \\| b |');
    expect(page).not.toContain('## Published');
  });
});

describe('back-tests', () => {
  const fired = {
    ...row(0, 12),
    what: 'raid',
    published: 4,
    band: { low: 10, high: 14 },
    inside: false,
    difference: 8,
  };
  const records: CheckedCase = { ...long, id: 'records', level: 'back-test', rows: [{ ...row(1, 1), what: 'test' }] };

  test('are told apart from values, with their number and the reason of each miss', () => {
    const known = { ...records, rows: [...records.rows, { ...fired, misses: 'the round is older' }] };
    const screen = validationScreen([long, known], true);
    expect(screen).toMatch(
      /^100 values in 1 case .*OUTSIDE their tolerance\.\n2 back-tests: 1 inside what was predicted, 1 misses it/,
    );
    expect(screen).toMatch(/misses +raid +4 +12 +8 +10 to 14 +km +misses, because the round is older; a \| b/);
    const page = backTestMarkdown([long, known]);
    expect(page).toContain('| **misses** raid | 4 | 12 | 8 | 10 to 14 |');
    expect(page).not.toContain('value 70');
    expect(validationMarkdown([known])).not.toContain('raid');
  });

  test('a miss without a reason, and a reason without a miss, are not as said', () => {
    const wrong = { ...records, rows: [fired, { ...row(1, 1), misses: 'out of date' }] };
    const screen = validationScreen([wrong], true);
    expect(screen).toContain('2 back-tests: 1 inside what was predicted; 2 NOT AS SAID.');
    expect(screen).toContain('OUTSIDE');
    expect(screen).toContain('INSIDE');
  });

  test('--back-tests shows them alone, and known misses are no fault', async () => {
    const { code, out } = await runCommand(command, ['--back-tests', '--case', 'back-test-intercepts']);
    expect(code).toBe(0);
    expect(out).toMatch(/^12 back-tests: 10 inside what was predicted, 2 miss it for the reason beside it\./);
    expect(out).toContain('GMD 1999-2023: hits in 20');
    const { out: none } = await runCommand(command, ['--back-tests', '--case', 'wilkening']);
    expect(none).toContain('0 values in 0 cases');
  });
});

import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './validate.ts';
import { type CheckedCase, validationMarkdown, validationScreen } from './validation-text.ts';

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

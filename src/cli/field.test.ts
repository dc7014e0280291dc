import { describe, expect, test } from 'vitest';
import { runCommand, wordsOf } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { command } from './field.ts';

describe('cupola field', () => {
  test.each(command.examples)('works as printed: %s', async (example) => {
    const words = wordsOf(example).filter((word, i, all) => word !== '--trials' && all[i - 1] !== '--trials');
    const { code, out } = await runCommand(command, [...words, '--trials', '5']);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });

  test('the same seed prints the same, another seed does not', async () => {
    const text = async (seed: string) =>
      (await runCommand(command, ['scenarios/golden-dome-2026-07.yaml', '--trials', '5', '--seed', seed, '--json']))
        .out;
    expect(await text('4')).toBe(await text('4'));
    expect(await text('4')).not.toBe(await text('5'));
  });

  test('the mean of the elements does not hide the one furthest behind', async () => {
    const words = ['scenarios/golden-dome-2026-07.yaml', '--trials', '5'];
    const { out } = await runCommand(command, words);
    const { elements } = JSON.parse((await runCommand(command, [...words, '--json'])).out);
    const never = elements.filter(
      ({ fullCapability }: { fullCapability: { p50Date?: string } }) => !fullCapability.p50Date,
    );
    expect(never.map(({ id }: { id: string }) => id)).toContain('sbi');
    expect(out).toMatch(
      /mean of the elements, one by one: .*\n {2}That hides the one furthest behind: sbi, \d+ % of it in service at the end/,
    );
    expect(out).not.toContain('of the capability');
  });

  test('every wrong option at once', async () => {
    const words = ['scenarios/cbo-2026.yaml', '--trials', '0', '--first', '2', '--budget-musd-yr', 'much'];
    const error = await runCommand(command, words).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map(({ path }) => path)).toEqual(['--trials', '--first', '--budget-musd-yr']);
  });

  test('a budget a year that is meant in billions is asked about', async () => {
    const words = ['scenarios/golden-dome-2026-07.yaml', '--budget-musd-yr', '20'];
    const error = await runCommand(command, words).catch((caught: unknown) => caught);
    expect((error as InputError).message).toContain('did you mean 20000? Found 20');
  });
});

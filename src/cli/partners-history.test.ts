import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import { english } from '../words/en/index.ts';
import { french } from '../words/fr/index.ts';
import { speak } from '../words/words.ts';
import { useCatalogAsOf } from './load-catalog.ts';
import { command } from './partners.ts';

const SCENARIO = 'scenarios/golden-dome.yaml';
const WITHOUT_LEDGER = 'scenarios/golden-dome-2026-07.yaml';
const problemsOf = async (...words: string[]) => {
  const error = await runCommand(command, words).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(({ path }) => path);
};

afterEach(() => {
  useCatalogAsOf(undefined);
  speak(english);
});

describe('cupola partners --history', () => {
  test('answers what was said of SpaceX with numbers and what is not known, and runs no raid', async () => {
    const { out } = await runCommand(command, [SCENARIO, '--history']);
    const sentence = out.slice(0, out.indexOf('\n\n')).replaceAll('\n', ' ');
    expect(sentence).toMatch(
      /^Has the dependence on SpaceX declined since 2025-06-30\? No: .*41 %.*67 % \(52 to 75 %\)/,
    );
    expect(sentence).toMatch(/not known: how \$3\.21 billion .* classified\.$/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(112);
  });

  test('as JSON gives shares and index by date and function, in the shape that others rely on', async () => {
    const { out } = await runCommand(command, [SCENARIO, '--history', '--json']);
    const { history, trendClaims } = JSON.parse(out);
    expect(trendClaims).toMatchObject([{ partner: 'spacex', verdict: 'contradicted' }]);
    expect(history.length).toBeGreaterThan(12);
    for (const { shares, hhi } of history)
      for (const [id, of] of Object.entries(shares as Record<string, Record<string, number>>)) {
        const squares = Object.values(of).reduce((sum, share) => sum + share * share, 0);
        if (hhi[id] === null) expect(of).toEqual({});
        else expect(hhi[id]).toBeCloseTo(10_000 * squares, 6);
      }
    const at = (date: string) => history.find((point: { date: string }) => point.date === date);
    expect(at('2020-12-31').shares['ir-tracking-leo']).toEqual({ l3harris: 0.5, spacex: 0.5 });
    expect(at('2026-06-30').newMoney.backbone).toMatchObject({ shares: { spacex: 1 }, hhi: 10_000 });
  });

  test('writes the chart, with the answer and the partner that was said to matter less', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cupola-history-'));
    try {
      const file = join(folder, 'history.svg');
      await runCommand(command, [SCENARIO, '--history', '--svg', file]);
      const svg = readFileSync(file, 'utf8');
      expect(svg).toContain('share of SpaceX');
      expect(svg).toContain('said to decline from here');
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(await problemsOf(SCENARIO, '--svg', file)).toEqual(['--svg']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('the same in French, without an English word of its own', async () => {
    speak(french);
    const { out } = await runCommand(command, [SCENARIO, '--history', '--as-of', '2025-12-31']);
    expect(out).toContain('La dépendance envers SpaceX a-t-elle reculé');
    expect(out).not.toMatch(/\b(the|of|year|launch|not known)\b/);
  });

  test('a day is read by what was public then, also where the scenario could not be built', async () => {
    const { out, code } = await runCommand(command, [SCENARIO, '--as-of', '2021-12-31']);
    expect(code).toBe(0);
    expect(out).toMatch(/Launch to low Earth orbit +1 +SpaceX 100 %/);
    expect(out).toMatch(/Data backbone in low Earth orbit +- +-/);
    expect(out).toContain('SpaceX: NRO proliferated architecture. Became public in 2024-03.');
    expect(out).toMatch(/\d+ entries of the scenario were not known then/);
  });

  test('where it could be built, the rest of the command follows', async () => {
    const { out } = await runCommand(command, [SCENARIO, '--as-of', '2026-11', '--dependence', '--json']);
    const { dependence, asOf, history } = JSON.parse(out);
    expect(dependence.functions.length).toBeGreaterThan(5);
    expect(history.at(-1).date).toBe(asOf.date);
  });

  test('days, partners and words that mean nothing are told at once, with what was expected', async () => {
    const wrong = [SCENARIO, '--history', '--as-of', '2018', '--trials', '3', '--partner', 'spacx'];
    expect(await problemsOf(...wrong)).toEqual(['--trials', '--as-of', '--partner']);
    for (const date of ['2018-12-31', '2027', '2099-01-01'])
      expect(await problemsOf(SCENARIO, '--as-of', date)).toEqual(['--as-of']);
    expect(await problemsOf(WITHOUT_LEDGER, '--history')).toEqual(['--history']);
    const error = await runCommand(command, [SCENARIO, '--as-of', '2018']).catch((thrown: unknown) => thrown);
    expect((error as InputError).message).toContain('the ledger tells 2019-01-01 to 2026-11-15, found "2018"');
  });
});

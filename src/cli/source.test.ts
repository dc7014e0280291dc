import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { sourceDocument } from '../report/source-document.ts';
import { loadScenarioFile } from './load-scenario.ts';
import { command } from './source.ts';

const SCENARIO = 'test/fixtures/three-fleets.yaml';
type Document = ReturnType<typeof sourceDocument>;

describe('cupola source', () => {
  test('a signal before there is a mix has its own exit code', async () => {
    const signal = AbortSignal.abort('SIGTERM');
    const run = runCommand(command, [SCENARIO, '--draws', '0'], { signal });
    await expect(run).rejects.toMatchObject({ name: 'InterruptedError', exitCode: 143 });
  });

  test('one document, the screen and the file of the mix tell one story', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupola-'));
    const [file, mps] = [join(folder, 'mix.yaml'), join(folder, 'plan.mps')];
    const asked = ['--shortfall-musd', '5000', '--draws', '0', '--json'];
    const words = [SCENARIO, ...asked, '--write', file, '--mps', mps];
    const document = JSON.parse((await runCommand(command, words)).out) as Document;
    const { today, cheapest, robust, independenceMusd, overTodayMusd, front, alternatives, cases } = document;
    expect(independenceMusd).toBeCloseTo(robust.costMusd - cheapest.costMusd, 3);
    expect(overTodayMusd).toBeCloseTo(robust.costMusd - today.costMusd, 3);
    expect(robust.costMusd).toBeGreaterThan(cheapest.costMusd - 100);
    expect(robust.gapRatio).toBeLessThan(1e-3);
    // equal delivery: what stands is the same in all three
    for (const [f, { standingFraction }] of robust.delivery.entries())
      expect(standingFraction.at(-1)!).toBeGreaterThan(0.97 * today.delivery[f].standingFraction.at(-1)! - 0.02);
    // to ask for more is never cheaper
    for (const [i, point] of front.entries())
      if (i > 0) expect(point.costMusd).toBeGreaterThanOrEqual(front[i - 1].costMusd - 150);
    // a tie is none's: the makers of interceptors are possible, none is essential
    const makers = alternatives.filter(({ functionId }) => functionId === 'space-interceptors');
    expect(makers.length).toBeGreaterThan(3);
    expect(makers.every(({ role }) => role === 'possible')).toBe(true);
    expect(alternatives.find(({ functionId, partner }) => functionId === 'launch' && partner === 'spacex')!.role).toBe(
      'essential',
    );
    const lost = cases.find(({ lost: roots }) => roots.join() === 'spacex')!;
    expect(lost.survives).toBe('not-flown');
    const spacex = document.wouldHaveToBeTrue.find(({ lost: roots }) => roots.join() === 'spacex')!;
    const glenn = spacex.changes.find(({ id }) => id === 'new-glenn')!;
    expect(glenn.neededValue).toBeGreaterThan(glenn.nowValue);
    expect(document.premium.sources.map(({ vehicle }) => vehicle)).toContain('vulcan');
    const { costs, chanceFrom, boundMusd, held } = document.priced!;
    expect(chanceFrom).toBe('record');
    expect(costs.priced.totalMusd).toBeLessThanOrEqual(
      Math.min(costs.cheapest.totalMusd, costs.robust.totalMusd) + 200,
    );
    expect(boundMusd).toBeLessThanOrEqual(costs.priced.totalMusd);
    expect(costs.priced.shortYr).toBeGreaterThanOrEqual(costs.robust.shortYr - 0.05);
    expect(costs.priced.short.map(({ lost: roots }) => roots.join())).toContain('spacex');
    expect(held.flat()).toContain('spacex');
    expect(readFileSync(mps, 'utf8')).toMatch(/^NAME/);
    const { architecture } = await loadScenarioFile(file);
    expect(architecture.name).toContain('keeps 50 % after a loss');
    const inSpace = architecture.interceptors.filter(({ basing }) => basing === 'space');
    const satellites = inSpace.flatMap(({ shells = [] }) =>
      shells.map((each) => each.planes * each.satellitesPerPlane),
    );
    expect(satellites.reduce((sum, each) => sum + each, 0)).toBe(7800);
    expect(architecture.launch.launchers.map(({ id }) => id)).toContain('new-glenn');
  }, 400_000);

  test('wrong numbers, days, partners and a scenario without a book are refused at once', async () => {
    const refused = async (...words: string[]) => {
      const error = await runCommand(command, words).catch((each: unknown) => each);
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).problems.map(({ path, code }) => `${path} ${code}`);
    };
    expect(await refused(SCENARIO, '--loss', '2', '--hhi', 'x', '--loss-date', '2099', '--without', 'spacx')).toEqual([
      '--loss wrong-number',
      '--loss-date wrong-date',
      '--without unknown-partner',
      '--hhi wrong-number',
    ]);
    expect(await refused(SCENARIO, '--budget-musd', '175', '--by', '2035')).toEqual(['--budget-musd wrong-unit']);
    expect(await refused(SCENARIO, '--step', '0.3', '--learning', '2', '--budget-musd-yr', '20')).toEqual([
      '--step wrong-number',
      '--learning wrong-number',
      '--budget-musd-yr wrong-unit',
    ]);
    expect(await refused(SCENARIO, '--at-least', '0.9')).toEqual(['--at-least missing-option']);
    expect(await refused(SCENARIO, '--loss-rate', '0.02')).toEqual(['--shortfall-musd missing-option']);
    expect(await refused(SCENARIO, '--by', '2035')).toEqual(['--by missing-option']);
    await refused('scenarios/cbo-2026.yaml');
  });
});

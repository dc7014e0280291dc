import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/fixtures/run-command.ts';
import { InputError } from '../flow/problems.ts';
import type { SourcingResult } from '../flow/sourcing.ts';
import { loadScenario } from './load-scenario.ts';
import { command } from './source.ts';

const SCENARIO = 'scenarios/golden-dome-2026-07.yaml';

describe('cupola source', () => {
  test('names the price of independence, what cannot be kept, and proves its bound', async () => {
    const { code, out } = await runCommand(command, [SCENARIO]);
    expect(code).toBe(0);
    expect(out).toMatch(/Independence costs \$[\d.]+ billion/);
    expect(out).toMatch(/No mix keeps 50 % of Launch to low Earth orbit .* without SpaceX/s);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(112);
  }, 60_000);

  test('survives what it says: every loss leaves the share asked for, or the relaxation', async () => {
    const { out } = await runCommand(command, [SCENARIO, '--json', '--two-families', '--loss', '0.4']);
    const { model, robust, cheapest, front, independenceMusd } = JSON.parse(out) as SourcingResult;
    expect(independenceMusd).toBeGreaterThan(0);
    expect(robust.gapRatio).toBeLessThan(1e-4);
    expect(robust.costMusd).toBeGreaterThan(cheapest.costMusd);
    expect(front.length).toBeGreaterThanOrEqual(8);
    model.demands.forEach(({ functionId, lossFraction }) => {
      model.cases.forEach(({ name }, c) => {
        const left = model.offers.reduce(
          (sum, offer, o) =>
            sum + (offer.functionId === functionId ? robust.amountsFraction[o] * offer.survivesFraction[c] : 0),
          0,
        );
        const relaxed = robust.relaxations.find((each) => each.functionId === functionId && each.caseName === name);
        expect(left, `${functionId} without ${name}`).toBeGreaterThanOrEqual(
          (relaxed?.possibleFraction ?? lossFraction) - 1e-4,
        );
      });
    });
  }, 60_000);

  test('writes a scenario that loads and runs', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cupola-')), 'mix.yaml');
    const { out } = await runCommand(command, [SCENARIO, '--write', file, '--json']);
    const { architecture } = await loadScenario(file);
    const satellites = (shells: { planes: number; satellitesPerPlane: number }[] = []) =>
      shells.reduce((sum, each) => sum + each.planes * each.satellitesPerPlane, 0);
    const inSpace = architecture.interceptors.filter(({ basing }) => basing === 'space');
    expect(inSpace.length).toBeGreaterThan(1);
    expect(inSpace.reduce((sum, { shells }) => sum + satellites(shells), 0)).toBe(7800);
    expect(architecture.interceptors[0].basing).toBe('space');
    expect(JSON.parse(out).verified.effect.trials).toBe(40);
  }, 120_000);

  test('wrong numbers and a scenario without a book are refused', async () => {
    const wrong = await runCommand(command, [SCENARIO, '--loss', '2', '--hhi', 'x']).catch((error: unknown) => error);
    expect((wrong as InputError).problems.map(({ path }) => path)).toEqual(['--loss', '--hhi']);
    const bookless = await runCommand(command, ['scenarios/cbo-2026.yaml']).catch((error: unknown) => error);
    expect(bookless).toBeInstanceOf(InputError);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import { leakReasons } from '../flow/outcomes.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { simulate, trialRecords } from './drive.ts';
import { type Prepared, prepare } from './prepare.ts';

const catalog = testCatalog();
const text = (name: string) => readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');

function prepared(name: string, edit: (text: string) => string = (same) => same): Prepared {
  return prepare(resolveScenario(parseScenario(edit(text(name)), `${name}.yaml`), catalog));
}

const without =
  (...ids: string[]) =>
  (scenario: string) =>
    scenario.replace(new RegExp(` {2}- \\{ id: (${ids.join('|')}),.*\\n`, 'g'), '');
const COLD = ['tracking', 'tracking-meo', 'radar', 'lrdr'];

function killsOf(of: Prepared, layer: string, trials: number): number {
  const { effect } = simulate(of, 0, trials);
  return effect.layers[of.layers.find(({ id }) => id === layer)!.index].kills / trials;
}

const sumOfLeakers = (byReason: readonly number[]) => byReason.reduce((sum, count) => sum + count, 0);

describe('layers commit on a track of their own phase', () => {
  test('with no radar and no satellite that sees what flies on, midcourse interceptors stop none, and the reason is said', () => {
    const blind = prepared('golden-dome-2026-07', without('sbi', ...COLD));
    const { effect } = simulate(blind, 0, 6);
    expect(effect.layers.map(({ kills, shots }) => kills + shots)).toEqual(effect.layers.map(() => 0));
    expect(effect.leakersByReason[leakReasons.indexOf('no-custody')]).toBeGreaterThan(40);
  });

  test('radars alone give it back, in part', () => {
    const radars = killsOf(prepared('golden-dome-2026-07', without('sbi', 'tracking', 'tracking-meo')), 'gbi', 6);
    const all = killsOf(prepared('golden-dome-2026-07', without('sbi')), 'gbi', 6);
    expect(radars).toBeGreaterThan(1);
    expect(all).toBeGreaterThanOrEqual(radars - 0.5);
  });

  test('among decoys the radar that tells objects apart is worth a third more warheads, and without decoys nothing', () => {
    const raid = (decoys: number, ...gone: string[]) =>
      prepared('golden-dome-2026-07', (scenario) =>
        without(
          'sbi',
          ...gone,
        )(scenario).replace(
          /- \{ id: raid,.*\n/,
          `- { id: raid, use: icbm-solid, decoys: ${decoys}, count: 10, from: north-korea-interior, toward: [los-angeles], spacingS: 5 }\n`,
        ),
      );
    // of single warheads: missiles that do not get through
    const stopped = (of: Prepared) => 50 - sumOfLeakers(simulate(of, 0, 5).effect.leakersByReason);
    expect(stopped(raid(5))).toBeGreaterThan(1.33 * stopped(raid(5, 'lrdr')));
    expect(stopped(raid(0))).toBe(stopped(raid(0, 'lrdr')));
    // what a layer waits for is the same in memory that is used again
    const held = raid(5);
    for (const outcome of simulate(held, 0, 2).outcomes)
      expect(outcome).toEqual(trialRecords(held, outcome.trial).outcome);
  });

  test.each(['golden-dome-2026-07', 'mixed-raid'])(
    'in %s no shot after boost leaves before burnout and bus',
    (name) => {
      const scenario = prepared(name);
      let glides = 0;
      for (let trial = 0; trial < 2; trial++) {
        const { world, outcome } = trialRecords(scenario, trial);
        for (const { layerIndex, threatIndex, releaseS, interceptS } of outcome.shots) {
          const { launchS, trajectory, planIndex } = world.threats[threatIndex];
          const { busS = 0 } = world.architecture.threats[planIndex];
          if (interceptS - launchS <= trajectory.boostEndS) continue;
          expect(releaseS - launchS).toBeGreaterThanOrEqual(trajectory.boostEndS + busS - 1e-3);
          if (scenario.layers[layerIndex].id !== 'sbi-glide') continue;
          glides++;
          // on the arc before the glide they fire as at any free flight
          if (interceptS - launchS > trajectory.glideStartS)
            expect(releaseS - launchS).toBeGreaterThan(trajectory.glideStartS);
        }
      }
      expect(glides > 0).toBe(name === 'mixed-raid');
    },
  );

  test('brief raids come to the same as whole ones', () => {
    const mixed = prepared('mixed-raid');
    const { outcomes } = simulate(mixed, 0, 2);
    for (const outcome of outcomes) expect(outcome).toEqual(trialRecords(mixed, outcome.trial).outcome);
  });
});

describe('one centre decides once', () => {
  const sbiOnly = (decisionS: number | string) =>
    prepared(
      'golden-dome-2026-07',
      (scenario) =>
        without(
          'gbi',
          'thaad',
        )(scenario)
          .replace(/decisionS: \{[^}]*\}/, `decisionS: ${decisionS}`)
          .replace('spacingS: 5', 'spacingS: 0')
          .replace(/^defended:.*\n/m, ''), // the boost layer to burnout, as the published cliff has it
    );

  test('the cliff: fifteen seconds more for all cost the boost layer a third of its stops', () => {
    const [quick, slow] = [killsOf(sbiOnly(35), 'sbi', 30), killsOf(sbiOnly(50), 'sbi', 30)];
    expect(quick).toBeGreaterThan(6.5);
    expect(slow).toBeLessThan(0.72 * quick);
  });

  test('a slow desk saturates, and that is said', () => {
    const desk = prepared('golden-dome-2026-07', (scenario) =>
      without('gbi', 'thaad')(scenario).replace('doctrine:', 'decisionsPerMin: 3, doctrine:'),
    );
    const { effect } = simulate(desk, 0, 6);
    expect(effect.leakersByReason[leakReasons.indexOf('saturated')]).toBeGreaterThan(6);
  });
});

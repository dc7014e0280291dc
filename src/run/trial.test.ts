import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TrialOutcome } from '../flow/outcomes.ts';
import { leakReasons } from '../flow/outcomes.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { testCatalog } from '../read/test-catalog.ts';
import { mergeSimulations, simulate } from './simulate.ts';
import { prepare, runTrial, trialRecords } from './trial.ts';

const catalog = testCatalog();

function prepared(name: string, edit: (text: string) => string = (text) => text) {
  const text = readFileSync(new URL(`../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  return prepare(resolveScenario(parseScenario(edit(text), `${name}.yaml`), catalog));
}

const golden = prepared('golden-dome-2026-07');

function plain({ shots, ...rest }: TrialOutcome) {
  return { shots: shots.map((shot) => ({ ...shot })), ...rest };
}

describe('a trial', () => {
  test('comes to the same end whether or not every look is recorded', () => {
    for (const trial of [0, 1, 2, 3])
      expect(plain(runTrial(golden, trial))).toEqual(plain(trialRecords(golden, trial).outcome));
  });

  test('does not depend on the trials before it', () => {
    const [alone] = [plain(runTrial(golden, 5))];
    runTrial(golden, 17);
    expect(plain(runTrial(golden, 5))).toEqual(alone);
    expect(plain(runTrial(prepared('golden-dome-2026-07'), 5))).toEqual(alone);
  });

  test('gives every leaker one reason and every stopped missile none', () => {
    const { stoppedByLayer, leakReasonIndex, killCount } = runTrial(prepared('cbo-2026'), 3);
    let stopped = 0;
    stoppedByLayer.forEach((layer, i) => {
      if (layer >= 0) stopped++;
      expect(layer >= 0).toBe(leakReasonIndex[i] === -1);
      expect(leakReasonIndex[i]).toBeLessThan(leakReasons.length);
    });
    expect(killCount.reduce((a, b) => a + b)).toBe(stopped);
  });
});

describe('many trials', () => {
  const cbo = prepared('cbo-2026');

  test('in parts of any size and order, come to the same counts', () => {
    const whole = simulate(cbo, 0, 24);
    const parts = [simulate(cbo, 17, 24), simulate(cbo, 0, 5), simulate(cbo, 5, 17)];
    expect(mergeSimulations(parts).effect).toEqual(whole.effect);
    expect(mergeSimulations(parts).outcomes.map(({ trial }) => trial)).toEqual(
      whole.outcomes.map(({ trial }) => trial),
    );
  });

  test('without the interceptors stop nothing, with perfect ones miss nothing', () => {
    const dud = simulate(
      prepared('cbo-2026', (text) => text.replace('salvo: 1', 'salvo: 1, killProbability: 0')),
      0,
      5,
    );
    expect(dud.effect.layers[0]!.kills).toBe(0);
    const perfect = 'killProbability: 1, trackProbability: 1, reliabilityProbability: 1';
    const sure = simulate(
      prepared('cbo-2026', (text) => text.replace('salvo: 1', `salvo: 1, ${perfect}`)),
      0,
      5,
    );
    expect(sure.effect.leakersByReason[leakReasons.indexOf('missed')]).toBe(0);
    expect(sure.effect.layers[0]!.kills).toBeGreaterThan(0);
  });

  test('leak more with a slower decision', () => {
    const leakers = (decisionS: number) => {
      const { trialsByLeakers } = simulate(
        prepared('cbo-2026', (text) => text.replace('decisionS: 30', `decisionS: ${decisionS}`)),
        0,
        12,
      ).effect;
      return trialsByLeakers.reduce((sum, trials, count) => sum + trials * count, 0);
    };
    const [quick, slow, never] = [leakers(0), leakers(60), leakers(500)];
    expect(quick).toBeLessThan(slow!);
    expect(slow).toBeLessThan(never!);
    expect(never).toBe(120);
  });
});

describe('switching things off', () => {
  test('a raid that no network can report is undelivered', () => {
    const silent = prepared(
      'golden-dome-2026-07',
      (text) =>
        `${text.replace(/ {2}- \{ id: (radar|lrdr|opir-geo|opir-polar|tracking-meo),.*\n/g, '')}failures: { controlPlanesDown: [transport, starshield] }\n`,
    );
    const { leakReasonIndex, stoppedByLayer } = runTrial(silent, 0);
    expect([...stoppedByLayer]).toEqual(Array.from({ length: 10 }, () => -1));
    expect(new Set(leakReasonIndex)).toEqual(new Set([leakReasons.indexOf('undelivered')]));
  });

  test('a partner off takes what it provides', () => {
    const { world } = trialRecords(
      prepared('golden-dome-2026-07', (text) => `${text}failures: { partnersOff: [amazon] }\n`),
      0,
    );
    const at = world.space.findIndex(({ id }) => id === 'leo');
    expect(world.isOut[at]!.every((out) => out === 1)).toBe(true);
  });
});

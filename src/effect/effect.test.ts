import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectTimes } from '../flow/effect.ts';
import { leakReasons, type Shot, type TrialOutcome } from '../flow/outcomes.ts';
import { EffectTally } from './effect.ts';
import { summarizeEffect } from './effect-summary.ts';
import { timesByGroup } from './time-sketches.ts';

const THREATS = 3;

const outcomes: fc.Arbitrary<TrialOutcome[]> = fc
  .array(
    fc.record({
      stopped: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: THREATS, maxLength: THREATS }),
      reason: fc.integer({ min: 0, max: leakReasons.length - 1 }),
      inReach: fc.integer({ min: 0, max: 40 }),
      detectedS: fc.double({ min: 20, max: 60, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((records) =>
    records.map(({ stopped, reason, inReach, detectedS }, trial) => {
      const kills = stopped.filter((layer) => layer >= 0);
      const shots = stopped.flatMap((layer, threatIndex): Shot[] =>
        layer < 0 ? [] : [{ layerIndex: layer, threatIndex, result: 'killed' } as Shot],
      );
      const since = (delayS: number) =>
        Float64Array.from(stopped, (layer) => (layer < 0 && delayS > 0 ? Number.NaN : detectedS + delayS));
      return {
        trial,
        startS: 0,
        stoppedByLayer: Int8Array.from(stopped),
        leakReasonIndex: Int8Array.from(stopped, (layer) => (layer < 0 ? reason : -1)),
        shotCount: Int32Array.from([0, 1], (layer) => kills.filter((k) => k === layer).length),
        killCount: Int32Array.from([0, 1], (layer) => kills.filter((k) => k === layer).length),
        detectedS: since(0),
        commitS: since(10),
        decidedS: since(40),
        releasedS: since(42),
        stoppedS: since(100),
        refusedCount: Int32Array.from(stopped, (layer) => (layer < 0 ? 3 : 0)),
        inReachCount: Int32Array.of(inReach, 2),
        shots,
        falls: stopped.flatMap((layer, threatIndex) =>
          layer < 0 ? [] : [{ threatIndex, latDeg: 10 * trial - 89.9, lonDeg: 100 * layer, isInside: layer === 1 }],
        ),
      };
    }),
  );

function tallyOf(trials: readonly TrialOutcome[]): EffectTally {
  const tally = new EffectTally();
  for (const trial of trials) tally.add(trial);
  return tally;
}

describe('EffectTally', () => {
  test('order, parts and a trip through JSON change nothing', () => {
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 1, max: 5 }), (trials, parts) => {
        const whole = tallyOf(trials);
        const merged = new EffectTally();
        for (let part = parts - 1; part >= 0; part--) {
          const piece = tallyOf(trials.filter((_, i) => i % parts === part));
          merged.merge(EffectTally.from(JSON.parse(JSON.stringify(piece.state()))));
        }
        expect(merged.state()).toEqual(whole.state());
      }),
    );
  });

  test('stopped and leakers are all threats; reasons add up to the leakers', () => {
    fc.assert(
      fc.property(outcomes, (trials) => {
        const state = tallyOf(trials).state();
        const leakers = state.trialsByLeakers.reduce((sum, count, leaked) => sum + count * leaked, 0);
        const kills = state.layers.reduce((sum, layer) => sum + layer.kills, 0);
        expect(leakers + kills).toBe(state.threats);
        expect(state.leakersByReason.reduce((sum, count) => sum + count, 0)).toBe(leakers);
      }),
    );
  });

  test('refuses a leaker without a reason', () => {
    const [trial] = fc.sample(outcomes, { numRuns: 1, seed: 3 })[0];
    trial.stoppedByLayer.fill(-1);
    trial.leakReasonIndex.fill(-1);
    expect(() => new EffectTally().add(trial)).toThrow(RangeError);
  });
});

describe('summarizeEffect', () => {
  test('shares, mean leakers and times of the trials', () => {
    fc.assert(
      fc.property(outcomes, (trials) => {
        const summary = summarizeEffect(tallyOf(trials).state(), ['outer', 'inner']);
        const leakers = trials.map(({ stoppedByLayer }) => stoppedByLayer.filter((layer) => layer < 0).length);
        const without = leakers.filter((count) => count === 0).length / trials.length;
        expect(summary.noLeaker.probability).toBe(without);
        expect(summary.noLeaker.low).toBeLessThanOrEqual(without);
        expect(summary.noLeaker.high).toBeGreaterThanOrEqual(without);
        expect(summary.allEngaged.probability).toBe(without); // only kills are shots here
        expect(summary.expectedLeakers.mean).toBeCloseTo(leakers.reduce((a, b) => a + b, 0) / trials.length, 12);
        expect(summary.layers[0].inReachMinCount).toBe(Math.min(...trials.map(({ inReachCount }) => inReachCount[0])));
        const lost = leakers.reduce((a, b) => a + b, 0);
        expect(summary.refused.looksPerRaid).toBeCloseTo((3 * lost) / trials.length, 9); // three at each that leaks here
        expect(summary.refused.missilesFraction).toBeCloseTo(lost / (THREATS * trials.length), 9);
        expect(summary.times.detected.threatCount).toBe(THREATS * trials.length);
        if (summary.times.stopped.threatCount > 0) {
          expect(summary.times.deciding.medianS).toBeCloseTo(30, 0);
          expect(summary.times.engaging.medianS).toBeCloseTo(58, 0);
        }
      }),
    );
  });

  test('times by group are those of its missiles alone, and together those of all', () => {
    fc.assert(
      fc.property(outcomes, (trials) => {
        const groupOf = Array.from({ length: THREATS }, (_, i) => (i === 0 ? 0 : 1));
        const [first, others] = timesByGroup(trials, [{ id: 'first' }, { id: 'others' }], groupOf);
        const all = summarizeEffect(tallyOf(trials).state(), ['outer', 'inner']).times;
        expect([first.id, others.id]).toEqual(['first', 'others']);
        for (const time of effectTimes)
          expect(first.times[time].threatCount + others.times[time].threatCount).toBe(all[time].threatCount);
        const stopped = trials.map(({ stoppedS }) => stoppedS[0]).filter((tS) => !Number.isNaN(tS));
        expect(first.times.stopped.threatCount).toBe(stopped.length);
        if (stopped.length === 0) return;
        const span = [Math.min(...stopped), Math.max(...stopped)];
        expect(first.times.stopped.medianS).toBeGreaterThanOrEqual(span[0]);
        expect(first.times.stopped.medianS).toBeLessThanOrEqual(span[1]);
      }),
    );
  });
});

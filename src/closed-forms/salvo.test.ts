import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SalvoInput, salvo } from './salvo.ts';
import { warheadKillProbability, zeroLeakProbability } from './wilkening.ts';

const published: SalvoInput = {
  warheads: 20,
  killProbability: 0.7,
  trackProbability: 0.99,
  zeroLeakProbability: 0.8,
  doctrine: 'barrage',
};

const raid = fc.record({
  warheads: fc.integer({ min: 1, max: 300 }),
  killProbability: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
  trackProbability: fc.double({ min: 0.5, max: 1, noNaN: true }),
  zeroLeakProbability: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

describe('salvo', () => {
  test('what it asks for gives what was wanted', () => {
    fc.assert(
      fc.property(raid, (input) => {
        const { shotsPerTarget, reason } = salvo({ ...input, doctrine: 'barrage' });
        fc.pre(reason === null && shotsPerTarget > 1);
        const kill = warheadKillProbability(input.trackProbability, input.killProbability, shotsPerTarget);
        expect(zeroLeakProbability(kill, input.warheads)).toBeCloseTo(input.zeroLeakProbability, 8);
      }),
    );
  });

  test('it is possible exactly above the stated track probability', () => {
    fc.assert(
      fc.property(raid, (input) => {
        const { minimumTrackProbability } = salvo({ ...input, doctrine: 'barrage' });
        fc.pre(minimumTrackProbability < 0.999999);
        const at = (trackProbability: number) => salvo({ ...input, trackProbability, doctrine: 'shoot-look-shoot' });
        expect(at(minimumTrackProbability * 1.000001).reason).toBeNull();
        expect(at(minimumTrackProbability * 0.999999).reason).toBe('track-probability-too-low');
        expect(at(minimumTrackProbability * 0.999999).interceptors).toBeNaN();
      }),
    );
  });

  test('a look never costs interceptors, and no other number of first shots is better', () => {
    fc.assert(
      fc.property(raid, (input) => {
        const barrage = salvo({ ...input, doctrine: 'barrage' });
        const look = salvo({ ...input, doctrine: 'shoot-look-shoot' });
        fc.pre(barrage.reason === null);
        expect(look.interceptorsExact).toBeLessThanOrEqual(barrage.interceptorsExact + 1e-9);
        const n = look.shotsPerTarget;
        for (let m = 1; m <= n; m++) {
          const spent = input.warheads * (m + (1 - input.killProbability) ** m * (n - m));
          expect(look.interceptorsExact).toBeLessThanOrEqual(spent + 1e-9);
        }
      }),
    );
  });

  test('decoys that cannot be told apart cost like warheads, and nothing if always told apart', () => {
    const plain = salvo(published);
    expect(salvo({ ...published, decoys: 20 }).interceptorsExact).toBeCloseTo(2 * plain.interceptorsExact, 9);
    expect(salvo({ ...published, decoys: 20, decoySeenProbability: 0 })).toEqual(plain);
    expect(salvo({ ...published, decoys: 20 }).objects).toBe(40);
  });

  test('a warhead taken for a decoy leaks: the track must make up for it', () => {
    const blurred = salvo({ ...published, warheadSeenProbability: 0.995 });
    expect(blurred.minimumTrackProbability).toBeCloseTo(salvo(published).minimumTrackProbability / 0.995, 12);
    expect(salvo({ ...published, warheadSeenProbability: 0.99 }).reason).toBe('track-probability-too-low');
  });

  test('a sure shot: one for each object', () => {
    expect(salvo({ ...published, killProbability: 1 }).interceptors).toBe(20);
    expect(salvo({ ...published, killProbability: 1, trackProbability: 0.98 }).reason).not.toBeNull();
  });

  test('at least one shot for each object, even where a fraction would do on average', () => {
    expect(salvo({ ...published, warheads: 1, zeroLeakProbability: 0.1 }).interceptors).toBe(1);
  });

  test.each([
    ['warheads', 0],
    ['warheads', 1.5],
    ['decoys', -1],
    ['killProbability', 0],
    ['trackProbability', 1.1],
    ['zeroLeakProbability', 1],
    ['zeroLeakProbability', Number.NaN],
    ['doctrine', 'all-at-once'],
  ])('refuses %s = %s by name', (key, value) => {
    expect(() => salvo({ ...published, [key]: value })).toThrow(key);
  });
});

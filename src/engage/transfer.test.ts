import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propagateTwoBody } from '../physics/two-body.ts';
import { BALL_LIMIT_S, flyOutOf, reachKm } from './fly-out.ts';
import { stretchedReachKm, transferMarginKm } from './transfer.ts';

const direction = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 6.28, noNaN: true }))
  .map(([up, turn]) => {
    const flat = Math.sqrt(1 - up * up);
    return [flat * Math.cos(turn), flat * Math.sin(turn), up];
  });

/** A satellite on a circular orbit; state after a time with an impulse at the middle of the burn. */
function flown(heightKm: number, impulseKmS: number[], burnS: number, tS: number) {
  const r = 6378.137 + heightKm;
  const satellite = Float64Array.of(r, 0, 0, 0, Math.sqrt(398600.4418 / r), 0);
  const there = new Float64Array(6);
  propagateTwoBody(satellite, burnS / 2, there);
  for (let i = 0; i < 3; i++) there[3 + i] += impulseKmS[i];
  propagateTwoBody(there, tS - burnS / 2, there);
  const coasting = new Float64Array(6);
  propagateTwoBody(satellite, tS, coasting);
  return { satellite, there, gapKm: Math.hypot(...[0, 1, 2].map((i) => there[i] - coasting[i])) };
}

test('a point flown to with all of the velocity change is on the edge; with less it is inside, with more outside', () => {
  fc.assert(
    fc.property(
      direction,
      fc.double({ min: 121, max: 900, noNaN: true }),
      fc.integer({ min: 300, max: 1200 }),
      (towards, tS, heightKm) => {
        const flyOut = flyOutOf(15, 5, 900);
        for (const share of [0.9, 1, 1.1]) {
          const impulse = towards.map((part) => part * flyOut.deltaVKmS * share);
          const { satellite, there } = flown(heightKm, impulse, flyOut.burnS, tS);
          if (Math.hypot(there[0], there[1], there[2]) < 6400) return; // came down on the way
          const marginKm = transferMarginKm(flyOut, satellite, there, tS);
          if (marginKm === Infinity) return; // dips into the Earth
          expect(marginKm).toBeCloseTo((share - 1) * flyOut.deltaVKmS * (tS - flyOut.burnS / 2), 4);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the stretched reach holds everything that is flown to', () => {
  fc.assert(
    fc.property(
      direction,
      fc.double({ min: 30, max: 900, noNaN: true }),
      fc.integer({ min: 300, max: 1200 }),
      (towards, tS, heightKm) => {
        const flyOut = flyOutOf(15, 5, 900);
        const { there, gapKm } = flown(
          heightKm,
          towards.map((part) => part * flyOut.deltaVKmS),
          flyOut.burnS,
          tS,
        );
        if (Math.hypot(there[0], there[1], there[2]) < 6400) return;
        expect(gapKm).toBeLessThanOrEqual(stretchedReachKm(flyOut, tS));
        expect(reachKm(flyOut, tS)).toBeLessThanOrEqual(stretchedReachKm(flyOut, tS));
      },
    ),
    { numRuns: 300 },
  );
});

test('at the limit the ball is within 1 % of what is flown to', () => {
  let worst = 0;
  fc.assert(
    fc.property(direction, fc.integer({ min: 300, max: 1200 }), (towards, heightKm) => {
      const flyOut = flyOutOf(15, 6, BALL_LIMIT_S);
      const { gapKm } = flown(
        heightKm,
        towards.map((part) => part * flyOut.deltaVKmS),
        flyOut.burnS,
        BALL_LIMIT_S,
      );
      worst = Math.max(worst, Math.abs(gapKm / reachKm(flyOut, BALL_LIMIT_S) - 1));
    }),
    { numRuns: 300 },
  );
  expect(worst).toBeLessThan(0.01);
  expect(worst).toBeGreaterThan(1e-4); // it is an approximation
});

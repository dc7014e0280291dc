import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TargetedOpportunities } from '../flow/orders.ts';
import { matchShots } from './match-shots.ts';

interface Edge {
  threat: number;
  unit: number;
  kill: number;
}

function tableOf(edges: Edge[]): TargetedOpportunities {
  const sorted = [...edges].sort((a, b) => a.threat - b.threat || a.unit - b.unit);
  return {
    count: sorted.length,
    threatIndex: Int32Array.from(sorted, ({ threat }) => threat),
    objectIndex: Int32Array.from(sorted, ({ threat }) => threat),
    unitIndex: Int32Array.from(sorted, ({ unit }) => unit),
    releaseS: new Float64Array(sorted.length),
    interceptS: Float64Array.from(sorted, ({ unit }) => 100 + unit),
    phaseIndex: new Uint8Array(sorted.length),
    killProbability: Float64Array.from(sorted, ({ kill }) => kill),
  };
}

/** Expected number of threats stopped. */
function value(table: TargetedOpportunities, rows: ArrayLike<number>): number {
  const survival = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const threat = table.threatIndex[rows[i]];
    survival.set(threat, (survival.get(threat) ?? 1) * (1 - table.killProbability[rows[i]]));
  }
  return [...survival.values()].reduce((sum, left) => sum + 1 - left, 0);
}

/** Greatest value over every way to hand out the shots. */
function bestValue(table: TargetedOpportunities, remaining: number[], salvo: number): number {
  let best = 0;
  const chosen: number[] = [];
  const left = [...remaining];
  const shots = new Map<number, number>();
  const visit = (row: number): void => {
    best = Math.max(best, value(table, chosen));
    for (let r = row; r < table.count; r++) {
      const unit = table.unitIndex[r];
      const threat = table.threatIndex[r];
      if (left[unit] === 0 || (shots.get(threat) ?? 0) >= salvo) continue;
      left[unit]--;
      shots.set(threat, (shots.get(threat) ?? 0) + 1);
      chosen.push(r);
      visit(r);
      chosen.pop();
      shots.set(threat, shots.get(threat)! - 1);
      left[unit]++;
    }
  };
  visit(0);
  return best;
}

const cases = (kill: fc.Arbitrary<number>) =>
  fc.record({
    edges: fc.uniqueArray(
      fc.record({ threat: fc.integer({ min: 0, max: 3 }), unit: fc.integer({ min: 0, max: 3 }), kill }),
      { maxLength: 9, selector: ({ threat, unit }) => threat * 10 + unit },
    ),
    remaining: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
    salvo: fc.integer({ min: 1, max: 3 }),
  });

describe('matchShots', () => {
  test('is the exact optimum where kill probabilities are equal', () => {
    fc.assert(
      fc.property(cases(fc.constant(0.6)), ({ edges, remaining, salvo }) => {
        const table = tableOf(edges);
        const rows = matchShots(table, Int32Array.from(remaining), salvo);
        expect(value(table, rows)).toBeCloseTo(bestValue(table, remaining, salvo), 12);
      }),
      { numRuns: 400 },
    );
  });

  test('is near the optimum where they differ', () => {
    let sum = 0;
    let optimum = 0;
    let worst = 1;
    fc.assert(
      fc.property(cases(fc.double({ min: 0.3, max: 0.9, noNaN: true })), ({ edges, remaining, salvo }) => {
        const table = tableOf(edges);
        const reached = value(table, matchShots(table, Int32Array.from(remaining), salvo));
        const best = bestValue(table, remaining, salvo);
        sum += reached;
        optimum += best;
        if (best > 0) worst = Math.min(worst, reached / best);
      }),
      { numRuns: 400 },
    );
    expect(worst).toBeGreaterThan(0.7);
    expect(sum).toBeGreaterThan(0.98 * optimum);
    expect(optimum).toBeGreaterThan(100);
  });

  test('never overdraws a unit, never puts more than a salvo on a threat', () => {
    fc.assert(
      fc.property(cases(fc.constant(0.5)), ({ edges, remaining, salvo }) => {
        const table = tableOf(edges);
        const fired = new Map<string, number>();
        for (const row of matchShots(table, Int32Array.from(remaining), salvo)) {
          for (const key of [`unit ${table.unitIndex[row]}`, `threat ${table.threatIndex[row]}`]) {
            fired.set(key, (fired.get(key) ?? 0) + 1);
          }
        }
        for (const [key, count] of fired) {
          const [kind, index] = key.split(' ');
          expect(count).toBeLessThanOrEqual(kind === 'unit' ? remaining[+index] : salvo);
        }
      }),
    );
  });

  test('gives up an early intercept so that another threat gets any', () => {
    const table = tableOf([
      { threat: 0, unit: 0, kill: 0.8 },
      { threat: 0, unit: 1, kill: 0.8 },
      { threat: 1, unit: 0, kill: 0.8 },
    ]);
    const rows = matchShots(table, Int32Array.of(1, 1), 1);
    expect(Array.from(rows, (row) => [table.threatIndex[row], table.unitIndex[row]])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('a hundred threats and twenty thousand rows', () => {
    const edges = Array.from({ length: 20_000 }, (_, i) => ({ threat: i % 100, unit: (i * 7919) % 3000, kill: 0.8 }));
    const rows = matchShots(tableOf(edges), new Int32Array(3000).fill(1), 2);
    expect(rows.length).toBe(200);
  });
});

import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Offer, SourcingModel } from '../flow/sourcing.ts';
import { cheapestMix } from './sourcing-programme.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

const offer = (
  id: string,
  unitMusd: number,
  fixedMusd: number,
  capacityFraction: number,
  survivesFraction: number[],
): Offer => ({
  id,
  functionId: 'f',
  partner: id,
  name: id,
  entry: id,
  unitMusd,
  fixedMusd,
  capacityFraction,
  capacityPerYr: 1,
  delayYr: 0,
  survivesFraction,
  isCandidate: false,
  basis: 'assumption',
});

const model = (offers: Offer[], lossFraction: number, more: Partial<SourcingModel> = {}): SourcingModel => ({
  demands: [
    { functionId: 'f', name: 'F', unitCount: 1, unit: { code: 'unit.satellites' }, baseFraction: 1, lossFraction },
  ],
  offers,
  cases: offers.map(({ id }) => ({ roots: [id], name: id })),
  twoFamilies: [],
  ...more,
});

/** Each offer falls with its own partner alone. */
const own = (rows: [number, number, number][]) =>
  rows.map(([unit, fixed, capacity], i) =>
    offer(
      `p${i}`,
      unit,
      fixed,
      capacity,
      rows.map((_, c) => (c === i ? 0 : 1)),
    ),
  );

/** Cheapest cost by trying every set of partners and, in each, every vertex of its linear programme. */
function bruteForce(offers: Offer[], lossFraction: number): number {
  let best = Infinity;
  for (let set = 1; set < 2 ** offers.length; set++) {
    const taken = offers.filter((_, o) => set & (1 << o));
    const fixed = taken.reduce((sum, { fixedMusd }) => sum + fixedMusd, 0);
    const n = taken.length;
    const unit = (i: number) => taken.map((_, k) => (k === i ? 1 : 0));
    // rows a.x >= b
    const rows: [number[], number][] = [[taken.map(() => 1), 1]];
    taken.forEach(({ capacityFraction }, i) => {
      rows.push(
        [unit(i), 0],
        [unit(i).map((each) => -each), -capacityFraction],
        [unit(i).map((each) => 1 - each), lossFraction],
      );
    });
    for (const active of subsets(rows.length, n)) {
      const x = solveSquare(active.map((r) => [...rows[r][0], rows[r][1]]));
      if (!x || rows.some(([a, b]) => a.reduce((sum, each, k) => sum + each * x[k], 0) < b - 1e-9)) continue;
      best = Math.min(best, fixed + taken.reduce((sum, { unitMusd }, k) => sum + unitMusd * x[k], 0));
    }
  }
  return best;
}

function* subsets(of: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else for (let i = from; i <= of - size; i++) for (const rest of subsets(of, size - 1, i + 1)) yield [i, ...rest];
}

/** Gauss with pivoting; undefined for a singular system. */
function solveSquare(m: number[][]): number[] | undefined {
  const n = m.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) pivot = r;
    if (Math.abs(m[pivot][c]) < 1e-9) return undefined;
    [m[c], m[pivot]] = [m[pivot], m[c]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = m[r][c] / m[c][c];
      for (let k = c; k <= n; k++) m[r][k] -= factor * m[c][k];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

describe('the cheapest mix', () => {
  test('is that of brute force on small random instances, and its bound is proved', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 5 }).map((n) => n / 4),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), fc.integer({ min: 0, max: 4 }), (rows, quarters) => {
        const offers = own(rows as [number, number, number][]);
        const cost = bruteForce(offers, quarters / 4);
        const mix = cheapestMix(highs, model(offers, quarters / 4));
        expect(mix.status).toBe(cost === Infinity ? 'relaxed' : 'optimal');
        if (cost < Infinity) expect(mix.costMusd).toBeCloseTo(cost, 4);
        expect(mix.boundMusd).toBeLessThanOrEqual(mix.costMusd + 1e-6);
        expect(mix.gapRatio).toBeLessThan(1e-5);
      }),
      { numRuns: 25 },
    );
  });

  test('asking for more never costs less', () => {
    const offers = own([
      [10, 2, 1],
      [12, 1, 1],
      [30, 0, 1],
    ]);
    const costs = [0, 0.25, 0.5, 0.75, 1].map((loss) => cheapestMix(highs, model(offers, loss)).costMusd);
    costs.slice(1).forEach((cost, i) => {
      expect(cost).toBeGreaterThanOrEqual(costs[i] - 1e-9);
    });
  });

  test('without a second maker it says what cannot be kept, and how much can', () => {
    const offers = own([
      [10, 0, 1.25],
      [20, 0, 0.25],
    ]);
    const mix = cheapestMix(highs, model(offers, 0.5));
    expect(mix.status).toBe('relaxed');
    expect(mix.relaxations).toHaveLength(1);
    expect(mix.relaxations[0]).toMatchObject({ rule: 'loss', caseName: 'p0', neededFraction: 0.5 });
    expect(mix.relaxations[0].possibleFraction).toBeCloseTo(0.25);
  });

  test('a limit on shares and one on the index are kept', () => {
    const offers = own([
      [10, 0, 1],
      [12, 0, 1],
      [30, 0, 1],
      [40, 0, 1],
    ]);
    const shares = (each: number[]) => each.map((amount) => amount / each.reduce((sum, one) => sum + one, 0));
    const limited = cheapestMix(highs, model(offers, 0, { maxShareFraction: 0.4 }));
    expect(Math.max(...shares(limited.amountsFraction))).toBeLessThanOrEqual(0.4 + 1e-6);
    const spread = cheapestMix(highs, model(offers, 0, { maxHerfindahlIndex: 3500 }));
    const index = 1e4 * shares(spread.amountsFraction).reduce((sum, each) => sum + each * each, 0);
    expect(index).toBeLessThan(3501);
    expect(index).toBeGreaterThan(3400);
  });

  test('two families are two makers with a tenth each', () => {
    const offers = own([
      [10, 0, 2],
      [90, 0, 1],
      [95, 0, 1],
    ]);
    const mix = cheapestMix(highs, model(offers, 0, { twoFamilies: ['f'] }));
    expect(mix.amountsFraction[0]).toBeCloseTo(0.9);
    expect(mix.amountsFraction[1]).toBeCloseTo(0.1);
  });
});

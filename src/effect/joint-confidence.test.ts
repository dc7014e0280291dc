import { describe, expect, test } from 'vitest';
import type { ClaimPlan } from '../flow/claim.ts';
import { type Completion, completionFractions, type JointTable } from '../flow/joint.ts';
import { randomStream } from '../num/random.ts';
import { normalQuantile } from '../num/special.ts';
import { jointConfidence } from './joint-confidence.ts';

const END = '2060-01-01';
const day = (years: number) => new Date(Date.UTC(2000, 0, 1) + years * 365.25 * 86_400_000).toISOString().slice(0, 10);
const tableOf = (best: Completion, draws: readonly Completion[]): JointTable => {
  const all = [best, ...draws].map((each) => completionFractions.map(() => each));
  return { completions: all } as unknown as JointTable;
};

describe('joint confidence of cost and schedule', () => {
  // methods: bivariate normal, both limits at the 70th percentile
  test.each([
    [0, 0.49],
    [0.5, 0.5568],
    [0.8, 0.6112],
  ])('of normal margins with correlation %s, both at 70 %%, is %s', (rho, expected) => {
    const random = randomStream(3, 0, `rho ${rho}`);
    const draws = Array.from({ length: 4000 }, () => {
      const [a, b] = [normalQuantile(random.uniform()), normalQuantile(random.uniform())];
      return { date: day(30 + a), spentMusd: 1000 + 100 * (rho * a + Math.sqrt(1 - rho * rho) * b) };
    });
    const at70 = { date: day(30 + normalQuantile(0.7)), spentMusd: 1000 + 100 * normalQuantile(0.7) };
    const [mark] = jointConfidence(tableOf(at70, draws), END)!.marks;
    expect(mark.costProbability).toBeCloseTo(0.7, 1);
    expect(mark.scheduleProbability).toBeCloseTo(0.7, 1);
    expect(Math.abs(mark.jointProbability - expected)).toBeLessThan(0.025);
  });

  const draws = Array.from({ length: 20 }, (_, i) => ({
    date: i < 12 ? `${2030 + i}-01-01` : null,
    spentMusd: 100 + 10 * i,
  }));
  const best = { date: '2034-01-01', spentMusd: 150 };

  test('what never stands keeps no date; a claim is marked beside the point estimate', () => {
    const claim: ClaimPlan = { id: 'c', name: 'Claim', byDate: '2041-01-01', musd: 180 };
    const { completeFraction, marks, fraction } = jointConfidence(tableOf(best, draws), END, [
      claim,
      { id: 'd', name: 'No date', musd: 1 },
    ])!;
    expect(fraction).toBe(0.95);
    expect(completeFraction).toBe(0.6);
    expect(marks.map(({ name }) => name)).toEqual(['', 'Claim']);
    expect(marks[0]).toMatchObject({ costProbability: 0.3, scheduleProbability: 0.25, jointProbability: 0.25 });
    expect(marks[1]).toMatchObject({ costProbability: 0.45, scheduleProbability: 0.6, jointProbability: 0.45 });
  });

  test('on a contour so many draws keep both, a step earlier or cheaper fewer', () => {
    const { contours } = jointConfidence(tableOf(best, draws), END)!;
    expect(contours.map(({ probability }) => probability)).toEqual([0.5]); // 60 % are complete at all
    for (const { probability, points } of contours)
      for (const { date, musd } of points) {
        const both = (limit: number) =>
          draws.filter((d) => d.date !== null && d.date <= date && d.spentMusd <= limit).length;
        expect(both(musd)).toBeGreaterThanOrEqual(probability * draws.length);
        expect(both(musd - 1)).toBeLessThan(probability * draws.length);
      }
  });

  test('the share that counts is the largest that half of the draws reach; without money or draws there is no answer', () => {
    const late = tableOf(best, draws);
    late.completions!.forEach((list, i) => {
      list![0] = { date: null, spentMusd: 1 };
      list![1] = i % 3 === 0 ? list![1] : { date: null, spentMusd: 1 };
    });
    expect(jointConfidence(late, END)!.fraction).toBe(0.5);
    expect(jointConfidence(tableOf(best, draws.slice(0, 4)), END)).toBeNull();
    expect(jointConfidence(tableOf({ ...best, spentMusd: Number.NaN }, draws), END)).toBeNull();
    expect(
      jointConfidence(
        tableOf(
          best,
          draws.map((each) => ({ ...each, date: null })),
        ),
        END,
      ),
    ).toBeNull();
    expect(jointConfidence({ ...late, completions: undefined }, END)).toBeNull();
  });
});

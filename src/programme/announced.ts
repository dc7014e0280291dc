import type { AnnouncedLine, CostResult } from '../flow/cost.ts';
import { type Said, said } from '../flow/said.ts';
import { quantileSorted, wilsonInterval } from '../num/statistics.ts';

export interface Budget {
  name: Said;
  musd: number;
  /** Last year that it was said to pay for; absent: nothing was said. */
  untilYear?: number;
}

/**
 * Prices that were announced for the whole system: in May 2025 for about three years, in March 2026 to the mid-2030s.
 *
 * Their price year was not stated; they are set beside the cost as they are, but only beside what is spent in their years.
 *
 * @source forecast-international-2026, announced cost and its increase
 */
export const announcedBudgets: readonly Budget[] = [
  { name: said('budget.may-2025'), musd: 175_000, untilYear: 2028 },
  { name: said('budget.march-2026'), musd: 185_000, untilYear: 2035 },
];

/**
 * Budgets beside a cost: share that each buys of what is spent by the end of its years, chance that this stays under it. One whose
 * years end before the cost begins is left out.
 *
 * @param byYear [year] cost of that year by draw
 */
export function announcedLines(
  estimate: CostResult,
  byYear: readonly Float64Array[],
  budgets: readonly Budget[] = announcedBudgets,
): AnnouncedLine[] {
  const { startYear, years } = estimate;
  return budgets
    .filter(({ untilYear = startYear }) => untilYear >= startYear)
    .map(({ name, musd, untilYear: said = Infinity }) => {
      const untilYear = Math.min(said, startYear + years - 1);
      const counted = untilYear - startYear + 1;
      const dueMusd = estimate.yearMusd.slice(0, counted).reduce((sum, of) => sum + of, 0);
      const due = new Float64Array(byYear[0]?.length ?? 0);
      for (const year of byYear.slice(0, counted))
        for (let draw = 0; draw < due.length; draw++) due[draw] += year[draw];
      const under = due.filter((drawn) => drawn <= musd).length;
      const { low, high } = wilsonInterval(under, due.length);
      return {
        name,
        budgetMusd: musd,
        untilYear,
        dueMusd,
        dueMedianMusd: due.length > 0 ? quantileSorted(due.sort(), 0.5) : dueMusd,
        shareRatio: dueMusd > 0 ? musd / dueMusd : Infinity,
        underProbability: due.length > 0 ? under / due.length : Number.NaN,
        underLowProbability: low,
        underHighProbability: high,
        spentYear: spentYear(estimate, musd),
      };
    });
}

function spentYear({ yearMusd, startYear }: CostResult, budgetMusd: number): number | undefined {
  let spent = 0;
  for (let i = 0; i < yearMusd.length; i++) {
    spent += yearMusd[i];
    if (spent > budgetMusd) return startYear + i;
  }
  return undefined;
}

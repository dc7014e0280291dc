import type { AnnouncedLine, CostResult } from '../flow/cost.ts';
import { type Said, said } from '../flow/said.ts';
import { wilsonInterval } from '../num/statistics.ts';

export interface Budget {
  name: Said;
  musd: number;
}

/**
 * Prices that were announced for the whole system.
 *
 * Their price year and horizon were not stated; they are set beside the cost as they are.
 *
 * @source forecast-international-2026, announced cost and its increase
 */
export const announcedBudgets: readonly Budget[] = [
  { name: said('budget.may-2025'), musd: 175_000 },
  { name: said('budget.march-2026'), musd: 185_000 },
];

/** Budgets beside a cost: share of the architecture that each buys, chance that the total stays under it. */
export function announcedLines(
  estimate: CostResult,
  totals: Float64Array,
  budgets: readonly Budget[] = announcedBudgets,
): AnnouncedLine[] {
  return budgets.map(({ name, musd }) => {
    let under = 0;
    for (const total of totals) if (total <= musd) under++;
    const { low, high } = wilsonInterval(under, totals.length);
    return {
      name,
      budgetMusd: musd,
      shareRatio: estimate.totalMusd > 0 ? musd / estimate.totalMusd : Infinity,
      underProbability: totals.length > 0 ? under / totals.length : Number.NaN,
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

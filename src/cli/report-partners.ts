import { availableParallelism } from 'node:os';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { SourcingResult } from '../flow/sourcing.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { canSimulate } from '../run/prepare.ts';
import { searchPartners } from '../sourcing/search.ts';
import { planWithdrawals, withdrawalsOf } from '../sourcing/withdrawals.ts';
import { type CommandContext, InterruptedError } from './command.ts';
import { loadHighs } from './load-highs.ts';
import { runPlan } from './partners.ts';

/** Raids of each withdrawal in a report; `cupola partners` runs more. */
const REPORT_TRIALS = 50;
const YEARS_YR = [0, 5];

export interface PartnerParts {
  withdrawals: WithdrawalsResult | null;
  sourcing: SourcingResult | null;
}

/** Withdrawals and the price of independence, as `cupola partners` and `cupola source` find them by default, for a report. */
export async function partnerParts(
  architecture: Architecture,
  catalog: Catalog,
  context: CommandContext,
): Promise<PartnerParts> {
  if (!architecture.partners || costProblems(architecture).length > 0) return { withdrawals: null, sourcing: null };
  const sourcing = searchPartners(await loadHighs(), architecture, catalog, {
    lossFraction: 0.5,
    withinYr: 10,
    twoFamilies: false,
    pairs: false,
  });
  return {
    withdrawals: canSimulate(architecture) ? await withdrawalsHere().catch(orNone) : null,
    sourcing: sourcing.model.demands.length > 0 ? sourcing : null,
  };

  async function withdrawalsHere(): Promise<WithdrawalsResult> {
    const trials = Math.min(REPORT_TRIALS, architecture.analysis.trials);
    const plan = planWithdrawals(architecture, { trials, yearsYr: YEARS_YR, catalog, pairs: false });
    const threads = Math.min(availableParallelism(), trials);
    return withdrawalsOf(plan, await runPlan(architecture, plan, threads, context));
  }
}

/** An interrupted run has a report of what was done. */
function orNone(error: unknown): null {
  if (error instanceof InterruptedError) return null;
  throw error;
}

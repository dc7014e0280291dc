import { availableParallelism } from 'node:os';
import type { Catalog } from '../catalog/entry.ts';
import { dependenceOf } from '../dependence/dependence.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { SourcingResult } from '../flow/sourcing.ts';
import type { WithdrawalsResult } from '../flow/withdrawal.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { jointDates } from '../run/joint.ts';
import { canSimulate } from '../run/prepare.ts';
import { searchPartners } from '../sourcing/search.ts';
import { planWithdrawals, withdrawalsOf } from '../sourcing/withdrawals.ts';
import { say } from '../words/words.ts';
import { type CommandContext, InterruptedError } from './command.ts';
import { type DeparturePlan, planDepartures } from './departures-run.ts';
import { loadHighs } from './load-highs.ts';
import { runPlan } from './partners.ts';

/** Raids of each withdrawal in a report; `cupola partners` runs more. */
const REPORT_TRIALS = 50;
const YEARS_YR = [0, 5];

export interface PartnerParts {
  withdrawals: WithdrawalsResult | null;
  sourcing: SourcingResult | null;
}

/** Who may leave in a report by date: as in `cupola partners`, unless there is nobody or no price. */
export async function reportDepartures(loaded: {
  architecture: Architecture;
  catalog: Catalog;
}): Promise<DeparturePlan | undefined> {
  const { architecture } = loaded;
  if (!architecture.partners || costProblems(architecture).length > 0) return undefined;
  const { roots } = dependenceOf(architecture, costOf(architecture));
  return planDepartures(loaded, new Map(roots.map(({ id, name }) => [id, name])), {
    date: jointDates(architecture)[0],
  });
}

/**
 * Withdrawals from the complete force and the price of independence for a report.
 *
 * @param options.isByDate whether the report has departures by date in place of the withdrawals
 */
export async function partnerParts(
  architecture: Architecture,
  catalog: Catalog,
  context: CommandContext,
  { isByDate }: { isByDate: boolean },
): Promise<PartnerParts> {
  if (!architecture.partners || costProblems(architecture).length > 0) return { withdrawals: null, sourcing: null };
  const step = ({ done, of }: { done: number; of: number }) => {
    context.progress(say('progress.programme', { done, of }));
    return !context.signal.aborted;
  };
  const sourcing = searchPartners(
    await loadHighs(),
    architecture,
    catalog,
    { lossFraction: 0.5, inFutures: true },
    step,
  );
  context.progress('');
  return {
    withdrawals: !isByDate && canSimulate(architecture) ? await withdrawalsHere().catch(orNone) : null,
    sourcing: sourcing.model.fleets.length > 0 ? sourcing : null,
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

import { availableParallelism } from 'node:os';
import { simulateThreads } from '../ensemble/simulate-threads.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { OffencePrice } from '../flow/exchange.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { isInOrbit } from '../kinds/place.ts';
import { layerForBudget } from '../programme/layer-for-budget.ts';
import { exchangeAnswer } from '../run/exchange.ts';
import { canSimulate } from '../run/prepare.ts';
import { raidAnswer } from '../run/raid.ts';
import type { Simulation } from '../run/simulation.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { workerScript } from './worker-script.ts';

/** Trials for each size of raid: enough to tell 90 % from 80 %. */
const TRIALS_PER_SIZE = 100;

/** Adds the largest raid that the shield handles to a result. */
export async function addRaidSize(
  result: Result,
  architecture: Architecture,
  context: CommandContext,
  threads?: number,
): Promise<void> {
  if (!canSimulate(architecture)) return;
  const raidSize = await raidAnswer(architecture, raidTrials(context, threads));
  if (!context.signal.aborted) result.raidSize = raidSize;
  context.progress('');
}

/** Adds the marginal cost exchange to a result that has raids and a cost. */
export async function addExchange(
  result: Result,
  architecture: Architecture,
  offence: readonly OffencePrice[],
  context: CommandContext,
  threads?: number,
): Promise<void> {
  const { yields, coverage } = result;
  if (!yields) return;
  const exchange = await exchangeAnswer({ architecture, yields, coverage, offence }, raidTrials(context, threads));
  if (!context.signal.aborted) result.exchange = exchange;
  context.progress('');
}

/** Adds the space layers that budgets buy, each with the raid that it engages. */
export async function addBudgets(
  result: Result,
  architecture: Architecture,
  budgetsMusd: readonly number[],
  context: CommandContext,
  threads?: number,
): Promise<void> {
  if (!architecture.interceptors.some((plan) => isInOrbit(plan) && plan.shells?.length)) {
    throw new InputError([{ code: 'no-space-layer', path: '--budget-musd', said: said('command.no-space-layer') }]);
  }
  result.budgets = [];
  for (const budgetMusd of [...budgetsMusd].sort((a, b) => a - b)) {
    if (context.signal.aborted) break;
    const { layer, architecture: bought } = layerForBudget(architecture, budgetMusd);
    if (layer.affordable && canSimulate(bought))
      layer.raidCount = (await raidAnswer(bought, raidTrials(context, threads))).engaged.threatCount;
    result.budgets.push(layer);
  }
  context.progress('');
}

function raidTrials(context: CommandContext, threads = availableParallelism()) {
  return (architecture: Architecture): Promise<Simulation> => {
    const missiles = architecture.threats.reduce((sum, { count }) => sum + count, 0);
    context.progress(say('progress.raid-size', { missiles }));
    const trials = Math.min(TRIALS_PER_SIZE, architecture.analysis.trials);
    const few = { ...architecture, analysis: { ...architecture.analysis, trials } };
    return simulateThreads(few, {
      script: workerScript('trial-worker'),
      threadCount: threads,
      keepBelow: 0,
      signal: context.signal,
    });
  };
}

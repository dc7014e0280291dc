import type { EffectState } from '../../effect/effect.ts';
import { summarizeEffect } from '../../effect/effect-summary.ts';
import type { StopRule } from '../study/study-job.ts';

/** Trials after which a point is looked at first. */
export function firstTarget(rule: StopRule): number {
  return 'trials' in rule ? rule.trials : Math.min(rule.minTrials, rule.maxTrials);
}

/**
 * Trials after which to look again, or undefined when the point is done.
 *
 * Looks at complete counts only, those of all trials below `target`, so the answer does not depend on the order in which
 * trials came in. The half-width falls with the square root of the number of trials: that gives the next number,
 * at most twice as many.
 *
 * @param state counts of exactly `target` trials
 */
export function nextTarget(rule: StopRule, state: EffectState, target: number): number | undefined {
  if ('trials' in rule || target >= rule.maxTrials) return undefined;
  const halfWidth = halfWidthOf(rule.output, state);
  if (halfWidth <= rule.halfWidth) return undefined;
  const needed = target * (halfWidth / rule.halfWidth) ** 2;
  const rounded = Math.ceil(needed / rule.minTrials) * rule.minTrials;
  const bounded = Math.min(rule.maxTrials, 2 * target, rounded);
  return Math.max(bounded, Math.min(rule.maxTrials, target + 1));
}

/** Half-width of the 95 % interval of an output. */
export function halfWidthOf(output: 'noLeaker' | 'allEngaged' | 'expectedLeakers', state: EffectState): number {
  const { low, high } = summarizeEffect(state, [])[output];
  return (high - low) / 2;
}

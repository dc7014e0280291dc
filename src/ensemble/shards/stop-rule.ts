import type { EffectState } from '../../effect/effect.ts';
import { mostCount, summarizeEffect } from '../../effect/effect-summary.ts';
import { countMean } from '../../num/count-mean.ts';
import { type Standing, standingOf } from '../results/goal.ts';
import type { Goal, StopRule, StudyJob } from '../study/study-job.ts';

const CONFIDENCE = 0.95;

/** Trials after which a point is looked at first. */
export function firstTarget(rule: StopRule): number {
  return 'trials' in rule ? rule.trials : Math.min(rule.minTrials, rule.maxTrials);
}

/**
 * Trials after which to look again, or undefined when the point is done.
 *
 * Looks at complete counts only, those of all trials below `target`, so the answer does not depend on the order in which
 * trials came in. The half-width falls with the square root of the number of trials: that gives the next number,
 * at most twice as many. A point whose interval holds a level that the study asks for goes on, twice as far each time.
 *
 * @param state counts of exactly `target` trials
 */
export function nextTarget(
  { rule, goals = [] }: Pick<StudyJob, 'rule' | 'goals'>,
  state: EffectState,
  target: number,
): number | undefined {
  if ('trials' in rule || target >= rule.maxTrials) return undefined;
  const twice = Math.min(rule.maxTrials, 2 * target);
  if (goals.some((goal) => standingAt(goal, state, rule) === 'open')) return twice;
  const halfWidth = halfWidthOf(rule.output, state);
  if (halfWidth <= rule.halfWidth) return undefined;
  const needed = target * (halfWidth / rule.halfWidth) ** 2;
  const rounded = Math.ceil(needed / rule.minTrials) * rule.minTrials;
  return Math.max(Math.min(twice, rounded), Math.min(rule.maxTrials, target + 1));
}

/**
 * Where the output of a point stands against a level, with 95 % confidence over all looks.
 *
 * A point that is looked at again and again until its interval leaves the level would leave it by chance more often than once in
 * twenty: each look gets its share of the twentieth (Bonferroni).
 *
 * @source dunn-1961, simultaneous intervals
 */
export function standingAt(goal: Goal, state: EffectState, rule: StopRule): Standing {
  const { [goal.output]: interval } = summarizeEffect(state, [], 1 - (1 - CONFIDENCE) / lookCount(rule));
  return standingOf(goal, interval);
}

/** How often a point is looked at, at most, where its trials double each time. */
function lookCount(rule: StopRule): number {
  return 'trials' in rule ? 1 : 1 + Math.max(0, Math.ceil(Math.log2(rule.maxTrials / rule.minTrials)));
}

/** Half-width of the 95 % interval of an output, before it is cut off where nothing can be. */
export function halfWidthOf(output: Goal['output'], state: EffectState): number {
  if (output === 'expectedLeakers') {
    const { trials, threats, trialsByLeakers } = state;
    return countMean(trialsByLeakers, trials, CONFIDENCE, mostCount(threats, trials)).halfWidth;
  }
  const { low, high } = summarizeEffect(state, [], CONFIDENCE)[output];
  return (high - low) / 2;
}

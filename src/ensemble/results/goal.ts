import type { Interval } from '../../num/statistics.ts';
import type { Goal } from '../study/study-job.ts';

/** A question as a study writes it, as a goal. */
export function goalOf(question: { output: Goal['output']; atLeast?: number; atMost?: number }): Goal {
  const isAtMost = question.atMost !== undefined;
  return { output: question.output, level: (isAtMost ? question.atMost : question.atLeast) ?? Number.NaN, isAtMost };
}

/** Whether an output is where it should be; NaN is not. */
export function isReached({ level, isAtMost }: Pick<Goal, 'level' | 'isAtMost'>, value: number): boolean {
  return isAtMost ? value <= level : value >= level;
}

/** Where an output stands against a level, as far as its interval tells: `open` where the interval holds the level. */
export type Standing = 'short' | 'open' | 'met';

/** Where an interval stands against a goal; one that is unknown is open. */
export function standingOf(goal: Pick<Goal, 'level' | 'isAtMost'>, { low, high }: Interval): Standing {
  const [better, worse] = goal.isAtMost ? [low, high] : [high, low];
  if (isReached(goal, worse)) return 'met';
  return Number.isNaN(better) || isReached(goal, better) ? 'open' : 'short';
}

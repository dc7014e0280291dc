import type { RaidSize, RaidTrials } from '../flow/raid-size.ts';
import { wilsonInterval } from '../num/statistics.ts';

/**
 * Largest raid for which the share of successful trials is at least the confidence.
 *
 * What success means is the caller's: *stopped* (no leaker) or *engaged* (every threat shot at). Sizes double until one fails,
 * then the gap is halved. That supposes that a larger raid is never easier; with the same random numbers for every size the
 * trials follow this closely, and where they do not the answer is one size at which success turns to failure.
 *
 * @param trialsOf runs the trials of a raid of so many threats; called once for each size
 * @param confidence share of trials, above 0 and up to 1
 * @param limit largest size to try
 */
export function raidSize(trialsOf: (threatCount: number) => RaidTrials, confidence = 0.9, limit = 1000): RaidSize {
  const search = raidSizeSearch(confidence, limit);
  let step = search.next();
  while (!step.done) step = search.next(trialsOf(step.value));
  return step.value;
}

/** The search of {@link raidSize} step by step, for callers that run trials elsewhere: yields a size, takes its trials. */
export function* raidSizeSearch(confidence = 0.9, limit = 1000): Generator<number, RaidSize, RaidTrials> {
  if (!(confidence > 0 && confidence <= 1)) throw new RangeError(`confidence must be in (0, 1]: ${confidence}`);
  if (!(Number.isInteger(limit) && limit >= 1)) throw new RangeError(`limit must be a whole number from 1: ${limit}`);
  const tried: RaidSize['tried'] = [];
  const isEnough = ({ successes, trials }: RaidTrials, threatCount: number) => {
    const probability = trials === 0 ? Number.NaN : successes / trials;
    tried.push({ threatCount, successes, trials, probability, ...wilsonInterval(successes, trials) });
    return probability >= confidence;
  };
  let good = 0;
  let bad = 1;
  while (bad <= limit && isEnough(yield bad, bad)) {
    good = bad;
    bad = good === limit ? limit + 1 : Math.min(2 * good, limit);
  }
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isEnough(yield middle, middle)) good = middle;
    else bad = middle;
  }
  tried.sort((a, b) => a.threatCount - b.threatCount);
  return { threatCount: good, isAtLimit: good === limit, tried };
}

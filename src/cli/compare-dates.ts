import type { Architecture } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { type JointNumbers, jointWords } from './joint-run.ts';

/** The draws, raids and dates with which both cases are flown. */
export type SharedDraws = JointNumbers & { dates: string[] };

/**
 * What both cases are flown with for the answer by date: what is asked for, else what a given result was made with, else as in `run`.
 *
 * @returns null where one of them has no answer by date, or raids alone are asked for
 * @throws InputError for words that mean nothing for a scenario that is given
 */
export async function sharedDraws(
  given: readonly (Result | Architecture)[],
  options: Record<string, unknown>,
): Promise<SharedDraws | null> {
  const scenarios = given.filter((each) => 'analysis' in each);
  const results = given.filter((each): each is Result => !('analysis' in each));
  if (scenarios.length === 0) return refuseWords(options);
  const [made] = results;
  if (made && !made.draws) return null;
  const words = { ...(made && wordsOf(made, options)), ...options };
  const numbers = scenarios.map((architecture) => jointWords(words, architecture));
  const [first] = numbers;
  if (!first || numbers.includes(null)) return null;
  return { ...first, dates: await commonDates(scenarios, made) };
}

/** Two results are as they were run. */
function refuseWords(options: Record<string, unknown>): null {
  const given = ['draws', 'raids', 'date'].filter((name) => options[name] !== undefined);
  if (given.length === 0) return null;
  throw new InputError(
    given.map((name) => ({ code: 'wrong-word', path: `--${name}`, said: said('compare.results-stay') })),
  );
}

/** The words that give the draws of a result, unless raids alone are asked for. */
function wordsOf({ draws }: Result, options: Record<string, unknown>): Record<string, unknown> {
  const isAsked = ['trials', 'draws', 'raids'].some((name) => options[name] !== undefined);
  if (isAsked || !draws) return {};
  return { draws: String(draws.drawsCount + draws.leftOutCount), raids: String(draws.raidsCount) };
}

/** Dates of either scenario that lie within the programmes of all, or those of the result beside it. */
async function commonDates(scenarios: readonly Architecture[], made: Result | undefined): Promise<string[]> {
  const [{ jointDates }, { monthOf }] = await Promise.all([
    import('../run/joint.ts'),
    import('../programme/month-of.ts'),
  ]);
  const dates = made?.drawn?.dates ?? scenarios.flatMap(jointDates);
  const isInside = (date: string) => {
    try {
      for (const each of scenarios) monthOf(each, date);
      return true;
    } catch {
      return false;
    }
  };
  return [...new Set(dates)].filter(isInside).sort();
}

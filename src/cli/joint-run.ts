import { availableParallelism } from 'node:os';
import type { Architecture } from '../flow/architecture.ts';
import type { JointTable } from '../flow/joint.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import { canSimulate } from '../run/prepare.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import { wholeNumbers } from './whole-numbers.ts';
import { workerScript } from './worker-script.ts';

export const DEFAULT_DRAWS = 64;
/** The least and the most of each. */
export const JOINT_BOUNDS = { draws: [16, 4096], raids: [4, 100_000] } as const;
/** Few: draws tell more of what nobody knows than further raids do, whose noise is taken out. */
export const DEFAULT_RAIDS = 6;

export interface JointNumbers {
  draws: number;
  raids: number;
  date?: string;
}

/**
 * The words of the command line for the answer by date, checked.
 *
 * A scenario that says how its force is built has one unless `--trials` asks for raids alone, or `--draws 0` for none.
 *
 * @returns null where no answer by date is wanted
 * @throws InputError for words that mean nothing here
 */
export function jointWords(options: Record<string, unknown>, architecture: Architecture): JointNumbers | null {
  const isOff = options.draws === '0';
  const { draws = DEFAULT_DRAWS, raids = DEFAULT_RAIDS } = wholeNumbers(
    { draws: isOff ? undefined : options.draws, raids: options.raids },
    JOINT_BOUNDS,
  );
  const given = (['draws', 'raids', 'date'] as const).filter((name) => options[name] !== undefined);
  const refuse = (sentence: Said) => {
    throw new InputError(given.map((name) => ({ code: 'wrong-word', path: `--${name}`, said: sentence })));
  };
  if (isOff) return given.length > 1 ? refuse(said('option.no-draws')) : null;
  const isAsked = given.length > 0;
  if (!isAsked && options.trials !== undefined) return null;
  if (!isBuilt(architecture)) return isAsked ? refuse(said('option.not-built', { missing: architecture.name })) : null;
  return { draws, raids, date: dateOf(options.date as string | undefined) };
}

/** Words of a command line that ask for the same. */
export function jointLine({ draws, raids, date }: JointNumbers): string[] {
  return ['--draws', String(draws), '--raids', String(raids), ...(date === undefined ? [] : ['--date', date])];
}

/** `2035` and `2035-07` are first days. */
function dateOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(word) ?? [];
  if (year) return `${year}-${month}-${day}`;
  throw new InputError([{ code: 'wrong-date', path: '--date', said: said('option.date-form', { word }) }]);
}

/** Whether a scenario says how its force is built: raids, satellites, and vehicles that lift them. */
export function isBuilt(architecture: Architecture): boolean {
  const { interceptors, sensors, networks, launch } = architecture;
  const flies = [...interceptors, ...sensors, ...networks].some((plan) => 'shells' in plan && plan.shells?.length);
  return canSimulate(architecture) && launch.launchers.length > 0 && flies;
}

/**
 * Adds the answer by date to a result: draws x dates x raids, on threads.
 *
 * @returns false after Ctrl-C: nothing was added
 * @throws InputError for a date outside the horizon
 */
export async function addJoint(
  result: Result,
  architecture: Architecture,
  { draws, raids, date, threads = availableParallelism() }: JointNumbers & { threads?: number },
  context: CommandContext,
): Promise<boolean> {
  const [{ jointDates }, { jointAnswer }, { claimAnswer }, { jointSentence }] = await Promise.all([
    import('../run/joint.ts'),
    import('../effect/joint-answer.ts'),
    import('../effect/claims.ts'),
    import('../report/joint-section.ts'),
  ]);
  if (date !== undefined) await checkedDate(date, architecture);
  const dates = [...new Set([...jointDates(architecture), ...(date === undefined ? [] : [date])])].sort();
  const table = await flyJoint(architecture, { draws, raids, dates, threads }, context);
  if (!table) {
    // half a sample is no band
    context.note(say('told.interrupted-draws'));
    return false;
  }
  const answer = jointAnswer(table, date);
  const sentence = jointSentence(result, answer);
  const { claims, sources } = architecture;
  const answered = claims && { claims: claims.map((claim) => claimAnswer(table, claim, sources)) };
  Object.assign(result, { ...answer, headline: { ...answer.headline, sentence }, ...answered });
  return true;
}

/** The table of draws, dates and raids, on threads; null after Ctrl-C. */
export async function flyJoint(
  architecture: Architecture,
  { draws, raids, dates, threads }: { draws: number; raids: number; dates: readonly string[]; threads: number },
  context: CommandContext,
): Promise<JointTable | null> {
  const [{ jointPlan }, { jointThreads }] = await Promise.all([
    import('../run/joint.ts'),
    import('../ensemble/joint-threads.ts'),
  ]);
  const table = await jointThreads(jointPlan(architecture, { draws, raids, dates }), {
    script: workerScript('joint-worker'),
    threadCount: threads,
    signal: context.signal,
    onProgress: (done) => context.progress(say('joint.progress', { done, all: draws + 1 })),
  });
  context.progress('');
  return context.signal.aborted ? null : table;
}

/** A date within the horizon. @throws InputError for one outside */
export async function checkedDate(date: string, { analysis, ...architecture }: Architecture): Promise<string> {
  const { monthOf } = await import('../programme/month-of.ts');
  try {
    monthOf({ ...architecture, analysis }, date);
    return date;
  } catch {
    const { startYear, horizonYr } = analysis;
    const outside = said('option.date-outside', { from: startYear, to: startYear + horizonYr, word: date });
    throw new InputError([{ code: 'date-outside', path: '--date', said: outside }]);
  }
}

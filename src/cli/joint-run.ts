import { availableParallelism } from 'node:os';
import type { JointMade } from '../effect/joint-made.ts';
import type { JointTables } from '../ensemble/joint-threads.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { DeparturesByDate } from '../flow/departures.ts';
import { InputError } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import type { JointOptions } from '../run/joint.ts';
import { DEFAULT_DRAWS, DEFAULT_RAIDS, isBuilt, JOINT_BOUNDS } from '../run/joint-numbers.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import type { DeparturePlan } from './departures-run.ts';
import { wholeNumbers } from './whole-numbers.ts';
import { workerScript } from './worker-script.ts';

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
  if (!isBuilt(architecture)) {
    const isPublished = architecture.programme === 'complete';
    const why = isPublished ? said('option.complete') : said('option.not-built', { missing: architecture.name });
    return isAsked ? refuse(why) : null;
  }
  checkRoom({ draws, raids }); // with all dates again before the first raid
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

/** Numbers of a joint run, and the departures that are flown beside it. */
export interface JointWish extends JointNumbers {
  /** In place of those of the scenario. */
  dates?: readonly string[];
  threads?: number;
  departures?: DeparturePlan;
}

/** What a joint run answers, and what departures do to it. */
export type JointRun = JointMade & { departures?: DeparturesByDate };

/**
 * Adds the answer by date to a result: draws x dates x raids, on threads.
 *
 * @returns what was made; null after Ctrl-C: nothing was added
 * @throws InputError for a date outside the horizon
 */
export async function addJoint(
  result: Result,
  architecture: Architecture,
  wish: JointWish,
  context: CommandContext,
): Promise<JointRun | null> {
  const { withJoint } = await import('../report/joint-result.ts');
  const made = await makeJoint(architecture, wish, context);
  if (made) Object.assign(result, withJoint(result, made));
  return made;
}

/**
 * The answer by date, the claims of the scenario, and what departures do: one table of draws, dates and raids.
 *
 * @returns null after Ctrl-C
 * @throws InputError for a date outside the horizon
 */
export async function makeJoint(
  architecture: Architecture,
  { draws, raids, date, threads = availableParallelism(), departures, ...wish }: JointWish,
  context: CommandContext,
): Promise<JointRun | null> {
  const [{ jointDates }, { jointMade }] = await Promise.all([
    import('../run/joint.ts'),
    import('../effect/joint-made.ts'),
  ]);
  if (date !== undefined) await checkedDate(date, architecture);
  const dates = [
    ...new Set([...(wish.dates ?? jointDates(architecture)), ...(date === undefined ? [] : [date])]),
  ].sort();
  const variants = departures && { events: departures.events, raids: Math.min(raids, departures.raids) };
  const tables = await flyJoint(architecture, { draws, raids, dates, threads, variants }, context);
  if (!tables) {
    // half a sample is no band
    context.note(say('told.interrupted-draws'));
    return null;
  }
  const { base } = tables;
  const made = jointMade(base, architecture, date);
  if (!departures) return made;
  const { departuresOf } = await import('./departures-run.ts');
  const { date: at } = made.answer.headline;
  return { ...made, departures: await departuresOf(base, tables.variants, departures, at) };
}

/** The table of draws, dates and raids, and those of its variants, on threads; null after Ctrl-C. */
export async function flyJoint(
  architecture: Architecture,
  { threads, ...numbers }: JointOptions & { threads: number },
  context: CommandContext,
): Promise<JointTables | null> {
  const tables = await flyJoints([{ architecture, numbers }], threads, context);
  return tables === null ? null : tables[0];
}

/** An architecture and what is to be flown of it. */
export interface JointFlight {
  architecture: Architecture;
  numbers: JointOptions;
}

/** As {@link flyJoint}, of several architectures that share the threads. */
export async function flyJoints(
  flights: readonly JointFlight[],
  threads: number,
  context: Pick<CommandContext, 'progress' | 'signal'>,
): Promise<JointTables[] | null> {
  for (const { numbers } of flights) checkRoom(numbers);
  const [{ jointPlan }, { jointThreads }] = await Promise.all([
    import('../run/joint.ts'),
    import('../ensemble/joint-threads.ts'),
  ]);
  const plans = flights.map(({ architecture, numbers }) => jointPlan(architecture, numbers));
  const all = flights.reduce((sum, { numbers }) => sum + numbers.draws + 1, 0);
  const tables = await jointThreads(plans, {
    script: workerScript('joint-worker'),
    threadCount: threads,
    signal: context.signal,
    onProgress: (done) => context.progress(say('joint.progress', { done, all })),
  });
  context.progress('');
  return context.signal.aborted ? null : tables;
}

/** Outcomes of raids that are kept at once, some bytes each. */
const MOST_OUTCOMES = 20_000_000;

/** @throws InputError for more draws and raids than memory holds */
function checkRoom({ draws, raids, dates = [], variants }: JointOptions): void {
  const besides = variants ? variants.events.length * dates.length * variants.raids : 0;
  const outcomes = (draws + 1) * ((dates.length + 1) * raids + besides);
  if (outcomes <= MOST_OUTCOMES) return;
  const sentence = said('option.too-many-outcomes', { outcomes, most: MOST_OUTCOMES });
  throw new InputError(['--draws', '--raids'].map((path) => ({ code: 'too-large', path, said: sentence })));
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

import {
  type Architecture,
  type Catalog,
  type Departure,
  type ElementFile,
  InputError,
  jointDates,
  loadParsed,
  neededFiles,
  type Problem,
  parseScenario,
  said,
  thoseWhoCanLeave,
  withDeparture,
  withdrawn,
} from 'cupola';
import { drawsFor } from './draws.ts';
import { MAX_TRIALS } from './limits.ts';
import { memoryProblem } from './memory.ts';
import type { Job, Withdrawal } from './protocol.ts';

/** A share that is shown as less than all. */
const SOME_LEFT = 0.9995;

type Substitution = ReturnType<typeof withdrawn>['substitutions'][number]['substitution'];

export interface ReadJob {
  architecture: Architecture;
  catalog: Catalog;
  /** The architecture with everybody in. */
  whole: Architecture;
  /** What the answer by date is of: everybody in until those who leave do so on their day. */
  programme: Architecture;
  draws: number;
  /** Who has left. */
  events: Departure[];
  /** Words of a command line for files that are used under another name. */
  more: string[];
  withdrawal?: Withdrawal;
}

/** A file of elements that a scenario names and that is not there. */
export class MissingFile extends InputError {
  readonly needs: string;

  constructor(problems: Problem[], needs: string) {
    super(problems);
    this.needs = needs;
  }
}

/**
 * The architecture of a job: the scenario read and resolved, partners switched.
 *
 * @throws InputError every problem of the scenario, and element files that are not there
 */
export async function readJob(job: Job): Promise<ReadJob> {
  const parsed = parseScenario(job.text, job.file);
  const files: Record<string, ElementFile> = {};
  const more: string[] = [];
  for (const { element, file: wanted } of neededFiles(parsed.scenario)) {
    const given = wanted.split(/[\\/]/).at(-1) ?? wanted;
    const name = job.usedAs && Object.hasOwn(job.usedAs, given) ? job.usedAs[given] : given;
    const text = Object.hasOwn(job.elementFiles, name) ? job.elementFiles[name] : undefined;
    if (text === undefined) {
      const missing = said('studio.problem.needsFile', { name });
      throw new MissingFile([{ code: 'missing-file', file: job.file, path: element, said: missing }], given);
    }
    files[element] = { file: name, text };
    if (name !== given) more.push('--elements', `${element}=${name}`);
  }
  const { default: catalog } = await import('cupola/catalog.json');
  const whole = loadParsed(parsed, catalog, files);
  whole.analysis.trials = Math.min(job.trials, MAX_TRIALS);
  const tooLarge = memoryProblem(whole, job.file);
  if (tooLarge) throw new InputError([tooLarge]);
  const draws = drawsFor(whole, job.draws);
  return { whole, catalog, draws, more, ...switched(whole, catalog, { ...job, draws }) };
}

/**
 * The architecture that a job is compared with, in which the job's own seed is replaced by its own; undefined where there is none,
 * or none that can be read.
 */
export async function readAgainst(job: Job, { whole }: ReadJob): Promise<Architecture | undefined> {
  const { against, elementFiles, usedAs, trials, draws } = job;
  if (!against) return undefined;
  const isSame = against.text === job.text && Object.keys(against.switches).length === 0;
  if (isSame) return whole;
  try {
    const { architecture } = await readJob({ ...against, source: against.file, elementFiles, usedAs, trials, draws });
    whole.analysis.seed = architecture.analysis.seed;
    return architecture;
  } catch (error) {
    if (error instanceof InputError) return undefined; // its own run tells its problems
    throw error;
  }
}

/** The architecture some years after the partners that are switched off have left; switches of partners that it does not have mean nothing. */
function switched(whole: Architecture, catalog: Catalog, { switches, afterYr, draws, ...job }: Job) {
  const known = thoseWhoCanLeave(whole);
  const dates = jointDates(whole);
  const leaveDate = dates.find((date) => date === job.leaveDate) ?? dates[0]; // the first as in `cupola partners`
  const when = { afterYr, ...(draws > 0 && { date: leaveDate, isAlsoComplete: true }) };
  const events = Object.entries(switches).flatMap(([partner, state]): Departure[] => {
    const name = known.get(partner);
    if (name === undefined || state === 'on') return [];
    return [{ partner, name, what: state === 'denied' ? 'denied' : 'stops', ...when }];
  });
  if (Object.values(switches).every((state) => state === 'on'))
    return { architecture: whole, programme: whole, events };
  const { architecture, remaining, substitutions } = withdrawn(whole, catalog, events);
  const restored = substitutions.map(({ substitution }) => substitution.restoredYr);
  const sum = (of: (substitution: Substitution) => number) =>
    substitutions.reduce((all, { substitution }) => all + of(substitution), 0);
  const withdrawal: Withdrawal = {
    afterYr,
    leaveDate,
    remaining: [...remaining].filter(([, share]) => share < SOME_LEFT),
    byYear: lossesByYear(substitutions.map(({ substitution }) => substitution)),
    substitutionMusd: sum(({ substitutionMusd }) => substitutionMusd),
    paidMusd: sum(({ bill }) => bill.paidMusd),
    savedMusd: sum(({ bill }) => bill.savedMusd),
    unspentMusd: sum(({ bill }) => bill.unspentMusd),
    restoredYr: restored.includes(undefined) ? undefined : Math.max(0, ...(restored as number[])),
  };
  const programme = events.reduce(
    (before, { partner, what }) => withDeparture(before, { partner, what, date: leaveDate }, catalog),
    whole,
  );
  return { architecture, programme, events, withdrawal };
}

/** Losses of several withdrawals add up, element by element. */
function lossesByYear(substitutions: readonly Substitution[]): Withdrawal['byYear'] {
  const all = new Map<string, Withdrawal['byYear'][number]>();
  for (const { losses } of substitutions)
    for (const { element, name, remainingFraction } of losses) {
      const before = all.get(element)?.remainingFraction;
      const left = remainingFraction.map((share, year) => Math.max(0, (before?.[year] ?? 1) + share - 1));
      all.set(element, { element, name, remainingFraction: left });
    }
  return [...all.values()].filter(({ remainingFraction }) => remainingFraction.some((share) => share < SOME_LEFT));
}

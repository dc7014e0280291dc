import type { EventPlan } from '../flow/events.ts';
import type { Result } from '../flow/result.ts';
import type { Departure, Override, RunRecord, StatedEvent } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import { say } from '../words/words.ts';

/** What was run, beside what its result says. */
export interface RunWords {
  /** Command that was run; default `run`. */
  command?: string;
  /** File of the scenario as the user named it. */
  scenario: string;
  events?: readonly Departure[];
  /** Events of the scenario itself. */
  scenarioEvents?: readonly EventPlan[];
  overrides?: readonly Override[];
  /** Words of the command line that count beside these. */
  more?: readonly string[];
  /** Those of them that say what the scenario is read with: which satellites, which catalog. */
  read?: readonly string[];
}

/** A result that says what was run: in its name, its description and its record, with the command that repeats it. */
export function recorded(result: Result, words: RunWords): Result {
  const { events = [], overrides = [] } = words;
  const changes = changeWords(events, overrides);
  return {
    ...result,
    name: titleOf(result.name, changes),
    description: [changes && `${changes}.`, events.some(isLeftOfComplete) && ofWhatIsLeft(), result.description]
      .filter(Boolean)
      .join(' '),
    run: { ...runRecord(result, words), ...quoteCommandOf(result, words) },
  };
}

/** The record of a run: of one that is done, or of one that is to be. */
export function runRecord(
  run: Pick<Result, 'seed' | 'trials' | 'version'> & {
    provenance: Pick<Result['provenance'], 'scenarioHash' | 'catalogHash'>;
  },
  words: RunWords,
): RunRecord {
  const { seed, trials, version, provenance } = run;
  const { scenario, events = [], scenarioEvents = [], overrides = [] } = words;
  const { scenarioHash, catalogHash } = provenance;
  return {
    scenario: shownFile(scenario),
    scenarioHash,
    events: [...events],
    scenarioEvents: scenarioEvents.map(statedEvent),
    overrides: [...overrides],
    seed,
    trials,
    version,
    catalogHash,
    command: commandOf(run, words),
  };
}

function statedEvent(event: EventPlan): StatedEvent {
  const { kind, date } = event;
  switch (event.kind) {
    case 'partner':
      return { date, kind, id: event.partner, what: event.what, ...lasting(event) };
    case 'grounding':
      return { date, kind, id: event.vehicle, months: event.months };
    case 'loss':
      return { date, kind, id: event.element, lostFraction: event.lostFraction };
    case 'silence':
      return { date, kind, id: event.network, ...lasting(event) };
    case 'cable':
      return { date, kind, id: event.cable ?? event.landing, ...lasting(event) };
    case 'budget':
      return { date, kind, musdYr: event.musdYr };
  }
}

function lasting({ untilYr }: { untilYr?: number }): Pick<StatedEvent, 'untilYr'> {
  return untilYr === undefined ? {} : { untilYr };
}

/** Name of a scenario, followed by what was changed. */
export function titleOf(name: string, changes: string): string {
  return changes ? `${name} (${changes})` : name;
}

/** Whether somebody is gone from the force as if complete. */
export function isLeftOfComplete({ date, isAlsoComplete }: Departure): boolean {
  return date === undefined || isAlsoComplete === true;
}

/** What a run without partners is of. */
export function ofWhatIsLeft(): string {
  return say('run.without-them');
}

/** `SpaceX: service denied, seen 5 years after`; empty where the scenario is run as it is. */
export function changeWords(events: readonly Departure[], overrides: readonly Override[] = []): string {
  const gone = events.map(({ name, what, afterYr, date, isAlsoComplete }) => {
    const isDenied = what === 'denied';
    if (date !== undefined && !isAlsoComplete) return say(isDenied ? 'run.denied-on' : 'run.stops-on', { name, date });
    const when = afterYr === 0 ? said('run.at-once') : said('run.years-after', { years: afterYr });
    if (date !== undefined) return say(isDenied ? 'run.denied-both' : 'run.stops-both', { name, date, when });
    return isDenied ? say('run.denied', { name, when }) : say('run.stops', { name, when });
  });
  return [...gone, ...overrides.map(({ path, value }) => `${path} = ${value}`)].join(say('join.semicolon'));
}

/** The question that the sentence by date answers, of the same draws. */
function quoteCommandOf(
  { headline, draws, seed }: Result,
  { scenario, events, overrides, read = [] }: RunWords,
): Pick<RunRecord, 'quoteCommand'> {
  if (!headline || !draws) return {};
  const { date } = headline;
  const { drawsCount, leftOutCount, raidsCount } = draws;
  const question = `what gets through in ${date.endsWith('-01-01') ? date.slice(0, 4) : date}`;
  const numbers = ['--draws', String(drawsCount + leftOutCount), '--raids', String(raidsCount)];
  const words = { command: 'quote', scenario, events, overrides, more: [question, ...numbers, ...read] };
  return { quoteCommand: commandOf({ seed, trials: 0 }, words) };
}

function commandOf(
  { seed, trials }: Pick<Result, 'seed' | 'trials'>,
  { command = 'run', scenario, events = [], overrides = [], more = [] }: RunWords,
): string {
  return [
    'cupola',
    command,
    shownFile(scenario),
    ...events.flatMap(({ partner, what, ...when }) => ['--without', `${partner}:${what}@${whenWord(when)}`]),
    ...overrides.flatMap(({ path, value }) => ['--set', `${path}=${value}`]),
    '--seed',
    String(seed),
    ...(trials > 0 ? ['--trials', String(trials)] : []),
    ...more,
  ]
    .map(quoted)
    .join(' ');
}

function whenWord({ date, afterYr, isAlsoComplete }: Pick<Departure, 'date' | 'afterYr' | 'isAlsoComplete'>): string {
  const years = date === undefined || isAlsoComplete ? `${afterYr}y` : '';
  return [date, years].filter(Boolean).join('+');
}

/** A file as a report names it: of a full path only the last part, so that it does not tell whose machine it comes from. */
export function shownFile(file: string): string {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(file) ? file.split(/[\\/]/).at(-1)! : file;
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

import { isoDate } from '../catalog/field.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { EventPlan } from '../flow/events.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Result } from '../flow/result.ts';
import type { Departure } from '../flow/run-record.ts';
import { DEFAULT_DRAWS } from '../run/joint-numbers.ts';
import { type CaseWords, checkDates, goneOf, named } from './departure-words.ts';
import { type LoadedScenario, loadUntitled, overridesOf } from './load-scenario.ts';

/** A scenario as a command line changes it. */
export interface LoadedCase extends LoadedScenario {
  events: Departure[];
  /** What the scenario itself says that happens. */
  scenarioEvents: readonly EventPlan[];
  /** With everybody in; `architecture` is of what is left. */
  whole: Architecture;
  /** What the answer by date is of: those who leave do so on their dates. */
  programme: Architecture;
  /** The words of the command line, with draws where somebody leaves on a date. */
  dated: Record<string, unknown>;
}

/**
 * Reads a scenario, with values set over its own and partners gone.
 *
 * @throws InputError every problem of the words, or of the scenario with them
 */
export async function loadCase(path: string, options: Record<string, unknown>): Promise<LoadedCase> {
  const { elements, set, without = [], stale, skipBad } = options as CaseWords;
  const problems: Problem[] = [];
  const overrides = overridesOf(set, problems);
  const isByDate = isAskedByDate(options, without);
  const gone = without.flatMap((word) => goneOf(word, isByDate ? 'dates' : 'years', problems));
  if (problems.length > 0) throw new InputError(problems);
  const loaded = await loadUntitled(path, { elements, stale, skipBad, overrides });
  const whole = loaded.architecture;
  const scenarioEvents = whole.events ?? [];
  if (gone.length === 0) return { ...loaded, events: [], scenarioEvents, whole, programme: whole, dated: options };
  const { thoseWhoCanLeave, withdrawn } = await import('../sourcing/withdrawn.ts');
  const events = named(gone, thoseWhoCanLeave(whole));
  if (isByDate) {
    const draws = options.draws ?? String(DEFAULT_DRAWS);
    const onTheirDates = await onDates(loaded, events);
    const changed = { ...loaded, ...onTheirDates, scenarioEvents, dated: { ...options, draws } };
    const alsoGone = onTheirDates.events.filter(({ isAlsoComplete }) => isAlsoComplete);
    if (alsoGone.length === 0) return { ...changed, architecture: changed.programme, whole: changed.programme };
    const { architecture } = withdrawn(whole, loaded.catalog, alsoGone);
    return { ...changed, architecture, whole };
  }
  const { architecture } = withdrawn(whole, loaded.catalog, events);
  return { ...loaded, architecture, events, scenarioEvents, whole, programme: architecture, dated: options };
}

/** The programme of a scenario, with values set and partners who leave on their dates, under a name that says so. @throws InputError */
export async function loadProgramme(path: string, options: Record<string, unknown>): Promise<LoadedCase> {
  const { elements, set, without, stale, skipBad } = options;
  const draws = String(DEFAULT_DRAWS);
  const loaded = await loadCase(path, { elements, set, without, stale, skipBad, draws });
  const { programme, events, overrides } = loaded;
  const { changeWords, titleOf } = await import('../report/run-record.ts');
  const name = titleOf(programme.name, changeWords(events, overrides));
  return { ...loaded, programme: { ...programme, name } };
}

/** Whether those who leave do so on dates: where the answer by date is asked for, or one of them has a date. */
function isAskedByDate(options: Record<string, unknown>, without: readonly string[]): boolean {
  if (options.draws === '0') return false;
  const isAsked = ['draws', 'raids', 'date'].some((name) => options[name] !== undefined);
  return isAsked || without.some((word) => isoDate.safeParse(word.split('@')[1]?.split('+')[0]).success);
}

/**
 * A result of what is left, with the campaign of those who are left where somebody is gone from the force as if complete.
 *
 * @param result changed in place
 */
export async function addLeftFielding(
  result: Pick<Result, 'fielding'>,
  { whole, catalog, events }: Pick<LoadedCase, 'whole' | 'catalog' | 'events'>,
): Promise<void> {
  const { isLeftOfComplete } = await import('../report/run-record.ts');
  const gone = events.filter(isLeftOfComplete).map(({ partner }) => partner);
  if (gone.length === 0 || !result.fielding) return;
  const { fieldingWithout } = await import('../sourcing/fielding-without.ts');
  result.fielding = fieldingWithout(whole, catalog, gone);
}

/** Those who leave in the answer by date are events of the scenario; without a date they leave before the first launch. */
async function onDates(
  { architecture, catalog }: LoadedScenario,
  gone: readonly Departure[],
): Promise<Pick<LoadedCase, 'programme' | 'events'>> {
  const { withDeparture } = await import('../read/events.ts');
  checkDates(architecture, gone);
  const events = gone.map((each) => ({ ...each, date: each.date ?? `${architecture.analysis.startYear}-01-01` }));
  const programme = events.reduce((before, event) => withDeparture(before, event, catalog), architecture);
  return { programme, events };
}

import { isoDate } from '../catalog/field.ts';
import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { type EventPlan, yearsTo } from '../flow/events.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Departure } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import { DEFAULT_DRAWS } from '../run/joint-numbers.ts';
import type { Gone } from '../sourcing/withdrawn.ts';
import { type LoadedScenario, loadUntitled, overridesOf, type ScenarioWords } from './load-scenario.ts';

const DEFAULT_AFTER_YR = 5;
const MOST_YEARS = 60;
const YEARS = /^\d+(\.\d+)?y$/;

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
  const { elements, set, without = [], stale, skipBad } = options as ScenarioWords & { without?: string[] };
  const problems: Problem[] = [];
  const overrides = overridesOf(set, problems);
  const isByDate = isAskedByDate(options, without);
  const gone = without.flatMap((word) => goneOf(word, isByDate, problems));
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

/** Whether those who leave do so on dates: where the answer by date is asked for, or one of them has a date. */
function isAskedByDate(options: Record<string, unknown>, without: readonly string[]): boolean {
  if (options.draws === '0') return false;
  const isAsked = ['draws', 'raids', 'date'].some((name) => options[name] !== undefined);
  return isAsked || without.some((word) => isoDate.safeParse(word.split('@')[1]?.split('+')[0]).success);
}

/** Those who leave in the answer by date are events of the scenario; without a date they leave before the first launch. */
async function onDates(
  { architecture, catalog }: LoadedScenario,
  gone: readonly Departure[],
): Promise<Pick<LoadedCase, 'programme' | 'events'>> {
  const { withDeparture } = await import('../read/events.ts');
  const { startYear, horizonYr } = architecture.analysis;
  const events = gone.map((each) => ({ ...each, date: each.date ?? `${startYear}-01-01` }));
  const outside = events.filter(({ date }) => {
    const atYr = yearsTo(date, startYear);
    return !(atYr >= 0 && atYr <= horizonYr);
  });
  if (outside.length > 0)
    throw new InputError(
      outside.map(({ date }) => ({
        code: 'date-outside',
        path: '--without',
        said: said('problem.event-outside', { date, from: startYear, to: startYear + horizonYr }),
      })),
    );
  const programme = events.reduce((before, event) => withDeparture(before, event, catalog), architecture);
  return { programme, events };
}

/** `spacex`, `spacex:denied`, `spacex:stops@2.5y`; in the answer by date `spacex:stops@2033-04`, and `spacex:stops@2033-04+5y` where the complete force is to be without it as well. */
function goneOf(word: string, isByDate: boolean, problems: Problem[]): Gone[] {
  const [, partner, what = 'stops', when] = /^([^:@]+)(?::([^@]*))?(?:@(.*))?$/.exec(word) ?? [];
  if (partner && (what === 'stops' || what === 'denied')) {
    if (isByDate && when === undefined) return [{ partner, what, afterYr: 0 }];
    const [date, later] = (when ?? '').split('+', 2);
    const isDate = isByDate && isoDate.safeParse(date).success;
    if (isDate && date === when) return [{ partner, what, afterYr: 0, date }];
    const years = isDate ? later : when;
    const afterYr = when === undefined ? DEFAULT_AFTER_YR : YEARS.test(years ?? '') ? Number.parseFloat(years!) : NaN;
    if (isDate && afterYr <= MOST_YEARS) return [{ partner, what, afterYr, date, isAlsoComplete: true }];
    if (!isByDate && afterYr <= MOST_YEARS) return [{ partner, what, afterYr }];
  }
  const expected = isByDate
    ? said('option.partner-gone-on', { form: 'PARTNER[:stops|denied][@DATE[+YEARSy]]', word })
    : said('option.partner-gone', { form: 'PARTNER[:stops|denied][@YEARSy]', most: MOST_YEARS, word });
  problems.push({ code: 'wrong-word', path: '--without', said: expected });
  return [];
}

function named(gone: readonly Gone[], known: ReadonlyMap<string, string>): Departure[] {
  const problems: Problem[] = [];
  const events = gone.map((each, i) => {
    const { partner } = each;
    const name = known.get(partner);
    if (name === undefined) {
      const all = known.size > 0 ? [...known.keys()] : said('command.none');
      const hint = suggestion(partner, known.keys()) || said('command.known', { known: all });
      const unknown = said('command.no-partner', { id: partner, hint });
      problems.push({ code: 'unknown-partner', path: '--without', said: unknown });
    } else if (gone.findIndex((other) => other.partner === partner) < i)
      problems.push({ code: 'duplicate-id', path: '--without', said: said('option.leaves-twice', { id: partner }) });
    return { ...each, name: name ?? partner };
  });
  if (problems.length > 0) throw new InputError(problems);
  return events;
}

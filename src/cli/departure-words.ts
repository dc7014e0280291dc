import { isoDate } from '../catalog/field.ts';
import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { yearsTo } from '../flow/events.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Departure } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import type { Gone } from '../sourcing/withdrawn.ts';
import type { ScenarioWords } from './load-scenario.ts';

const DEFAULT_AFTER_YR = 5;
const MOST_YEARS = 60;
const YEARS = /^\d+(\.\d+)?y$/;

/** Words of a command line that change a scenario, and who is gone. */
export type CaseWords = ScenarioWords & { without?: string[] };

/** What a departure may say of its time: years ago, a date of the programme (and years for the complete force), or either. */
export type When = 'years' | 'dates' | 'complete';

/** `spacex`, `spacex:denied`, `spacex:stops@2.5y`; in the answer by date `spacex:stops@2033-04`, and `spacex:stops@2033-04+5y` where the complete force is to be without it as well. */
export function goneOf(word: string, when: When, problems: Problem[]): Gone[] {
  const [, partner, what = 'stops', at] = /^([^:@]+)(?::([^@]*))?(?:@(.*))?$/.exec(word) ?? [];
  const gone = partner && (what === 'stops' || what === 'denied') && timeOf(at, when);
  if (gone) return [{ partner, what, ...gone }];
  const expected =
    when === 'dates'
      ? said('option.partner-gone-on', { form: 'PARTNER[:stops|denied][@DATE[+YEARSy]]', word })
      : said('option.partner-gone', { form: FORMS[when], most: MOST_YEARS, word });
  problems.push({ code: 'wrong-word', path: '--without', said: expected });
  return [];
}

const FORMS = {
  years: 'PARTNER[:stops|denied][@YEARSy]',
  complete: 'PARTNER[:stops|denied][@YEARSy|@DATE[+YEARSy]]',
};

/** Since when somebody is gone; undefined for words that do not say so. */
function timeOf(word: string | undefined, when: When): Pick<Gone, 'afterYr' | 'date' | 'isAlsoComplete'> | undefined {
  if (word === undefined) return { afterYr: when === 'dates' ? 0 : DEFAULT_AFTER_YR };
  const [date, later] = word.split('+', 2);
  const isDate = when !== 'years' && isoDate.safeParse(date).success;
  if (isDate && date === word) return { afterYr: 0, date };
  const years = isDate ? later : word;
  const afterYr = YEARS.test(years ?? '') ? Number.parseFloat(years) : Number.NaN;
  if (!(afterYr <= MOST_YEARS)) return undefined;
  if (isDate) return { afterYr, date, isAlsoComplete: true };
  return when === 'dates' ? undefined : { afterYr };
}

/** Those who are gone with their names. @throws InputError for whom nothing rests on, and who leaves twice */
export function named(gone: readonly Gone[], known: ReadonlyMap<string, string>): Departure[] {
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

/** @throws InputError for dates outside the programme */
export function checkDates({ analysis }: Architecture, gone: readonly Departure[]): void {
  const { startYear, horizonYr } = analysis;
  const outside = gone.flatMap(({ date }) => {
    const atYr = date === undefined ? 0 : yearsTo(date, startYear);
    return atYr >= 0 && atYr <= horizonYr ? [] : [date!];
  });
  if (outside.length === 0) return;
  throw new InputError(
    outside.map((date) => ({
      code: 'date-outside',
      path: '--without',
      said: said('problem.event-outside', { date, from: startYear, to: startYear + horizonYr }),
    })),
  );
}

import type { Architecture } from '../flow/architecture.ts';
import { yearsTo } from '../flow/events.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Departure } from '../flow/run-record.ts';
import { type CaseWords, checkDates, goneOf, named } from './departure-words.ts';
import { type LoadedScenario, loadUntitled, overridesOf } from './load-scenario.ts';

/** The force of a scenario as if complete, and who is gone from it. */
export interface LoadedForce extends LoadedScenario {
  /** As read, under a name that says what was changed. */
  architecture: Architecture;
  /** Thinned by those who are gone, unit by unit and raid by raid, as `run` flies it. */
  thinned: Architecture;
  /** Share of its units that is left, by element; what is not named is whole. */
  remaining: ReadonlyMap<string, number>;
  events: Departure[];
}

/**
 * Reads a scenario whose force is looked at as if complete, with values set over its own and partners gone.
 *
 * Who left some years ago is seen so long after; who leaves on a date, at the end of the programme, unless years are given too.
 *
 * @throws InputError every problem of the words, or of the scenario with them
 */
export async function loadForce(path: string, options: Record<string, unknown>): Promise<LoadedForce> {
  const { elements, set, without = [], stale, skipBad } = options as CaseWords;
  const problems: Problem[] = [];
  const overrides = overridesOf(set, problems);
  const gone = without.flatMap((word) => goneOf(word, 'complete', problems));
  if (problems.length > 0) throw new InputError(problems);
  const loaded = await loadUntitled(path, { elements, stale, skipBad, overrides });
  const { thoseWhoCanLeave, withdrawn } = await import('../sourcing/withdrawn.ts');
  const events = gone.length > 0 ? seenLater(loaded, named(gone, thoseWhoCanLeave(loaded.architecture))) : [];
  const { changeWords, titleOf } = await import('../report/run-record.ts');
  const name = titleOf(loaded.architecture.name, changeWords(events, overrides));
  const architecture = { ...loaded.architecture, name };
  if (events.length === 0) return { ...loaded, architecture, thinned: architecture, remaining: new Map(), events };
  const { architecture: thinned, remaining } = withdrawn(architecture, loaded.catalog, events);
  return { ...loaded, architecture, thinned, remaining, events };
}

/** Those who leave on a date, with the years from then to the end of the programme where none are given. */
function seenLater({ architecture }: LoadedScenario, gone: readonly Departure[]): Departure[] {
  checkDates(architecture, gone);
  const { startYear, horizonYr } = architecture.analysis;
  return gone.map((each) =>
    each.date === undefined || each.isAlsoComplete
      ? each
      : { ...each, afterYr: Math.round(10 * (horizonYr - yearsTo(each.date, startYear))) / 10, isAlsoComplete: true },
  );
}

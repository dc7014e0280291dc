import { catalogPairs } from './fr-catalog.ts';
import { fieldPairs } from './fr-fields.ts';
import { filePairs } from './fr-files.ts';
import { moneyPairs } from './fr-money.ts';
import { namePairs } from './fr-names.ts';
import { placePairs } from './fr-places.ts';
import { problemPairs } from './fr-problems.ts';
import { runPairs } from './fr-run.ts';
import { scenarioPairs } from './fr-scenario.ts';
import { type MatcherOptions, type TextPair, templateMatcher } from './templates.ts';

export const frenchPairs: readonly TextPair[] = [
  ...runPairs,
  ...moneyPairs,
  ...problemPairs,
  ...filePairs,
  ...fieldPairs,
  ...scenarioPairs,
  ...catalogPairs,
];

/** The French of what the engine says; undefined where it says something that has none. */
export function frenchMessages(options: MatcherOptions): (message: string) => string | undefined {
  return templateMatcher(frenchPairs, options);
}

/** The French of a name of the catalog; undefined for a proper name. */
export function frenchNames(options: MatcherOptions): (name: string) => string | undefined {
  return templateMatcher([...namePairs, ...placePairs], options);
}

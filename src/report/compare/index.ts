/**
 * Two cases side by side: which inputs differ, and by how much the results differ beyond noise. Needs nothing else of the
 * library, so that a page can have it without the engine; with it, the lines of a scenario that say of which run it is, and the quote of a run.
 *
 * @module
 */
export { withoutRunLines, withRunLines } from '../../flow/run-lines.ts';
export { basisSentences, dayOrYear, jointSentence } from '../joint-section.ts';
export { quoteText, runQuote } from '../run-quote.ts';
export { ABSENT, type InputDifference, inputDifferences } from './input-differences.ts';
export { type Compared, exact, type ResultDifference, resultDifferences } from './result-differences.ts';
export { type TrialColumnName, type TrialColumns, trialColumnNames, trialColumns } from './trial-columns.ts';

import type { Result } from '../flow/result.ts';
import { plain, range } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { answerOf, dayOrYear } from './joint-section.ts';
import { quoteFootnote, soundVerdict } from './quote-footnote.ts';

/** The sentence of a run that can be quoted, how it stands, and what it rests on. */
export interface RunQuote {
  sentence: string;
  /** Whether it holds, as far as the run alone can tell; absent for another date than that of its headline. */
  stands?: string;
  /** The command that flies the number that decides at the ends of its range; absent where nothing is left to tell. */
  verdictCommand?: string;
  /** What made it, and the sources of what decides. */
  footnote: string[];
  /** The command that gives the same run. */
  command?: string;
}

/**
 * The quote of a run, of nothing but what the run has flown.
 *
 * @param sentence that leads the run
 * @param date that it is told of, where that is not the date of the headline
 */
export function runQuote(result: Result, sentence: string, date?: string): RunQuote {
  const answer = answerOf(result);
  const { version, provenance, run } = result;
  if (!answer) {
    const { scenarioHash, catalogHash } = provenance;
    const made = say('brief.made', { version, scenarioHash, catalogHash });
    return { sentence, stands: say('quote.of-complete'), footnote: [made], command: run?.command };
  }
  const { causes } = answer.headline;
  const [cause] = causes;
  const keys = new Set(causes.map(({ source }) => source));
  const footnote = quoteFootnote(
    { version, scenario: run?.scenario ?? '', ...provenance },
    { draws: answer.draws, sources: provenance.sources.filter(({ key }) => keys.has(key)) },
  );
  const told = { sentence, footnote, command: run?.command };
  if (date !== undefined && date !== answer.headline.date)
    return { ...told, command: run && `${run.command} --date ${dayOrYear(date)}` };
  if (!cause) return { ...told, stands: soundVerdict(answer.draws) };
  const { path, basis, value, low, high, share } = cause;
  const numbers = { path, basis: say(`basis.${basis}`), value: plain(value), range: range(plain(low), plain(high)) };
  return { ...told, stands: say('quote.decides', { ...numbers, share }), verdictCommand: run?.quoteCommand };
}

/** The quote as plain text, for a clipboard. */
export function quoteText({ sentence, stands, verdictCommand, footnote, command }: RunQuote): string {
  const lines = [...(stands === undefined ? [] : ['', stands, verdictCommand]), '', ...footnote, command];
  return [sentence, ...lines].filter((line) => line !== undefined).join('\n');
}

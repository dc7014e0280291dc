import type { DrawsMade } from '../flow/joint.ts';
import type { Quote } from '../flow/quote.ts';
import type { RunRecord } from '../flow/run-record.ts';
import { say } from '../words/words.ts';

/** Where a number must explain more of the spread than this to be told from chance, that none does says nothing. */
const MOST_FLOOR = 0.5;

/** That a number stands since none within its own range stands out; with few draws, that none could. */
export function soundVerdict({ inputCount, drawsCount, causeFloorFraction: floor }: DrawsMade): string {
  if (floor > MOST_FLOOR) return say('quote.too-few', { draws: drawsCount, floor });
  return say('quote.verdict', { verdict: say('quote.holds-alone', { inputs: inputCount, draws: drawsCount }) });
}

/** What made a quote, and the sources of what moves it most. */
export function quoteFootnote(
  made: Pick<RunRecord, 'version' | 'scenario' | 'scenarioHash' | 'catalogHash'>,
  { draws, sources }: { draws: Quote['draws']; sources: readonly Omit<Quote['sources'][number], 'id'>[] },
): string[] {
  const { version, scenario, scenarioHash, catalogHash } = made;
  const { drawsCount, inputCount, raidsCount } = draws;
  const listed = sources.map(({ title, producer, date, url }) =>
    [say('quote.source', { title, producer, date }), url].filter(Boolean).join(' '),
  );
  return [
    say('quote.made', {
      ...{ version, scenario, scenarioHash, catalogHash },
      ...{ draws: drawsCount, inputs: inputCount, raids: raidsCount },
    }),
    ...(listed.length > 0 ? [say('quote.sources', { sources: listed.join(say('join.semicolon')) })] : []),
  ];
}

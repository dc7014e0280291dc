import type { FallSummary } from '../flow/effect.ts';
import type { Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import { say } from '../words/words.ts';

/** Countries named one by one; the rest together. */
const MOST_COUNTRIES = 4;

/** Shares by sea and country, the countries with most first. */
export function fallParts({ seaFraction, countries }: FallSummary): Said[] {
  const named = countries.slice(0, MOST_COUNTRIES);
  const rest = countries.slice(MOST_COUNTRIES);
  const share = rest.reduce((sum, { fraction }) => sum + fraction, 0);
  return [
    said('falls.sea', { share: seaFraction }),
    ...named.map(({ name, fraction }) => said('falls.on', { share: fraction, name })),
    ...(rest.length > 0 ? [said('falls.other', { share, count: rest.length })] : []),
  ];
}

/** Where the payloads of missiles hit in boost come down, and until when a hit is of use; empty where nothing was hit. */
export function fallSentences({ effect, raid }: Result): string[] {
  const falls = effect?.falls;
  const cut = raid.filter(({ usefulUntilS, burnoutS }) => usefulUntilS !== undefined && usefulUntilS < burnoutS);
  return [
    ...(falls ? [say('falls.shares', { perRaid: falls.perRaid, parts: fallParts(falls) })] : []),
    ...(falls?.otherLandFraction ? [say('falls.no-area', { share: falls.otherLandFraction })] : []),
    ...(falls && falls.defendedFraction > 0 ? [say('falls.inside', { share: falls.defendedFraction })] : []),
    ...(falls?.alliesFraction === undefined ? [] : [say('falls.allies', { share: falls.alliesFraction })]),
    ...cut.map(({ id, usefulUntilS, burnoutS }) => say('falls.useful', { id, untilS: usefulUntilS!, burnoutS })),
  ];
}

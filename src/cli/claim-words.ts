import type { ClaimPlan } from '../flow/claim.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { isDate } from '../num/dates.ts';
import { claimLimits } from '../read/claims.ts';

/** Options that say what is claimed, by the keys of a claim. */
export const claimOptions = {
  byDate: '--by',
  musd: '--musd',
  standing: '--standing',
  noLeaker: '--no-leaker',
} as const;

/**
 * The claim that a command line makes; null where it makes none.
 *
 * @throws InputError every word that means nothing
 */
export function claimOfWords(options: Record<string, unknown>, name: string): ClaimPlan | null {
  const words = options as { by?: string; musd?: string; standing?: string[]; noLeaker?: string };
  const problems: Problem[] = [];
  const bad = (key: keyof typeof claimOptions, sentence: Said, code = 'wrong-number') => {
    problems.push({ code, path: claimOptions[key], said: sentence });
  };
  const number = (word: string | undefined, isGood: (value: number) => boolean) => {
    const value = word === undefined || word.trim() === '' ? Number.NaN : Number(word);
    return isGood(value) ? value : undefined;
  };
  const musd = number(words.musd, (value) => value > 0 && value < 1e9);
  if (words.musd !== undefined && musd === undefined) bad('musd', said('option.claim-money', { word: words.musd }));
  const noLeaker = number(words.noLeaker, (value) => value >= 0 && value < 1);
  if (words.noLeaker !== undefined && noLeaker === undefined)
    bad('noLeaker', said('option.claim-chance', { word: words.noLeaker }));
  const standing = (words.standing ?? []).map((word) => {
    const [, element, share] = /^(?:([^=]*)=)?(.*)$/.exec(word)!;
    const fraction = number(share, (value) => value >= 0 && value <= 1);
    if (fraction === undefined || element === '') bad('standing', said('option.claim-standing', { word }));
    return { ...(element && { element }), fraction: fraction ?? Number.NaN };
  });
  const { by } = words;
  if (by !== undefined && !isDate(by)) bad('byDate', said('option.date-form', { word: by }), 'wrong-date');
  const isEmpty = words.musd === undefined && words.noLeaker === undefined && standing.length === 0;
  if (isEmpty && by !== undefined) bad('byDate', said('option.claim-by-alone'), 'missing');
  if (standing.length > 0 && by === undefined) bad('standing', said('option.claim-no-date'), 'missing');
  if (problems.length > 0) throw new InputError(problems);
  if (isEmpty) return null;
  return {
    id: 'asked',
    name,
    byDate: claimLimits({ byDate: by }).byDate,
    ...(musd !== undefined && { musd }),
    ...(standing.length > 0 && { standing }),
    ...(noLeaker !== undefined && { noLeaker }),
  };
}

/** The same claim as words of a command line. */
export function wordsOfClaim({ by, musd, standing = [], noLeaker }: Record<string, unknown>): string[] {
  const given = (flag: string, word: unknown) => (word === undefined ? [] : [flag, String(word)]);
  return [
    ...given(claimOptions.musd, musd),
    ...given(claimOptions.byDate, by),
    ...(standing as string[]).flatMap((word) => [claimOptions.standing, word]),
    ...given(claimOptions.noLeaker, noLeaker),
  ];
}

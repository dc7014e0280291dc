import { distance } from 'fastest-levenshtein';
import { type Said, said } from '../flow/said.ts';

/**
 * `, did you mean "planes"?` when a known word is close, else an empty string. Where none is, words that hold all parts of
 * the given one, each perhaps misspelt: `cbo-sbi` finds `cbo-2026-sbi`.
 */
export function suggestion(word: string, known: Iterable<string>): Said | '' {
  const all = [...known];
  const near = all
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .reduce((best, each) => (each.away < best.away ? each : best), { candidate: '', away: slack(word) + 1 });
  if (near.candidate) return said('problem.suggestion', { word: near.candidate });
  const parts = wordsOf(word);
  const [first, second, third] = all.filter((candidate) => holdsAll(wordsOf(candidate), parts));
  if (first === undefined) return '';
  if (second === undefined) return said('problem.suggestion', { word: first });
  if (third === undefined) return said('problem.suggestions', { first, second });
  return said('problem.suggestions-three', { first, second, third });
}

/** Shorter parts hold in too many words. */
const LEAST_PART = 3;

/** Letters that may differ in a word of this length. */
function slack(word: string): number {
  return Math.max(2, Math.floor(word.length / 3));
}

/** `latDeg` and `lat-deg` are both lat and deg. */
function wordsOf(word: string): string[] {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function holdsAll(words: readonly string[], parts: readonly string[]): boolean {
  const isLong = parts.some(({ length }) => length >= LEAST_PART);
  return isLong && parts.every((part) => words.some((word) => word === part || isNear(word, part)));
}

function isNear(word: string, part: string): boolean {
  if (part.length < LEAST_PART) return false;
  return word.startsWith(part) || (part.length > LEAST_PART && distance(word, part) <= Math.floor(part.length / 4));
}

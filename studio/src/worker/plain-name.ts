import type { Problem, Said } from 'cupola';

const MAX_CHARACTERS = 80;
/** Control characters, and marks that turn the direction of what stands around them. */
const HIDDEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * A name that somebody else wrote, fit to stand in the page: of bounded length and without characters that are not seen or
 * that reorder the text around them.
 */
export function plainName(name: string): string {
  const clean = name.slice(0, 4 * MAX_CHARACTERS).replace(HIDDEN, '\ufffd');
  const letters = Array.from(clean);
  return letters.length > MAX_CHARACTERS ? `${letters.slice(0, MAX_CHARACTERS - 1).join('')}…` : clean;
}

/** The same for a sentence with such names in it: as long as it is, up to a bound. */
function plainSentence(sentence: string, maxCharacters = 1000): string {
  const clean = sentence.slice(0, maxCharacters).replace(HIDDEN, '\ufffd');
  return sentence.length > maxCharacters ? `${clean}…` : clean;
}

export function plainProblem(problem: Problem): Problem {
  return { ...problem, path: plainSentence(problem.path, 300), said: plainSaid(problem.said) };
}

/** The same for a sentence as data: every word that goes into it. */
function plainSaid({ code, args }: Said): Said {
  if (!args) return { code };
  const plain = Object.entries(args).map(([name, word]) => [name, plainWord(word)]);
  return { code, args: Object.fromEntries(plain) };
}

type Word = NonNullable<Said['args']>[string];

function plainWord(word: Word): Word {
  if (typeof word === 'string') return plainSentence(word);
  if (typeof word === 'number') return word;
  return isList(word) ? word.slice(0, 50).map(plainWord) : plainSaid(word);
}

function isList(word: Said | readonly Word[]): word is readonly Word[] {
  return Array.isArray(word);
}

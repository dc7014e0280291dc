import { tellProblemsWith } from '../flow/problems.ts';
import type { Args, Code, Given, Said } from '../flow/said.ts';
import { english } from './en/index.ts';
import { type Language, messageParts, type Prepared, pluralForm, prepare } from './language.ts';
import type { NumberStyle } from './number-style.ts';
import { write } from './number-style.ts';
import type { Format, Word } from './template.ts';

const prepared = new Map<Language, Prepared>();
let current: Prepared = preparedFor(english);

function preparedFor(language: Language): Prepared {
  const made = prepared.get(language) ?? prepare(language);
  prepared.set(language, made);
  return made;
}

/** Sets the language in which everything is said from now on. */
export function speak(language: Language): void {
  current = preparedFor(language);
}

/** The language in which things are said. */
export function spoken(): Language {
  return current.language;
}

/** Runs an action in a language, and goes back to the one before. */
export function inLanguage<T>(language: Language, action: () => T): T {
  const before = current;
  current = preparedFor(language);
  try {
    return action();
  } finally {
    current = before;
  }
}

/** A sentence in the language spoken, its arguments checked against its code. */
export function say<C extends Code>(code: C, ...given: Given<C>): string {
  const [args] = given as [Args<C>?];
  return fill(code, (args ?? {}) as Readonly<Record<string, Word>>);
}

/** A sentence that came as data, in the language spoken. */
export function tell({ code, args = {} }: Said): string {
  return fill(code, args);
}

tellProblemsWith(tell);

/** A name of the catalog in the language spoken; a proper name is the same in all. */
export function nameIn(name: string): string {
  return current.language.nameOf?.(name) ?? name;
}

/** Whether there is a sentence of this code. */
export function hasCode(code: string): code is Code {
  return Object.hasOwn(english.messages, code);
}

/** What a key of a scenario means, in the language spoken. */
export function meaningIn(text: string): string {
  return current.language.meaningOf?.(text) ?? text;
}

/** How the language spoken writes numbers. */
export function numberStyle(): NumberStyle {
  const { decimal, group, language } = current;
  return { decimal, group, percentSpace: language.percentSpace, groupsPlain: language.groupsPlain ?? false, tell };
}

function fill(code: string, args: Readonly<Record<string, Word>>): string {
  let text = '';
  for (const part of messageParts(current, code)) {
    if (part.kind === 'text') text += part.text;
    else {
      const word = Object.hasOwn(args, part.name) ? args[part.name] : '';
      text += part.kind === 'word' ? shown(word, part.format) : pluralForm(current, countOf(word), part.forms);
    }
  }
  return text;
}

function shown(word: Word, format?: Format): string {
  if (typeof word === 'string') return format === 'name' ? nameIn(word) : format === 'meaning' ? meaningIn(word) : word;
  if (typeof word === 'number') return write(word, format, numberStyle());
  if (!isList(word)) return tell(word);
  return word.map((each) => shown(each)).join(format === 'and' ? say('join.and') : say('join.comma'));
}

function isList(word: Said | readonly Word[]): word is readonly Word[] {
  return Array.isArray(word);
}

/** A number, or what a language has written as one. */
function countOf(word: Word): number {
  if (typeof word === 'number') return word;
  if (typeof word !== 'string') return Number.NaN;
  const { decimal, group } = current;
  const plain = word.replace('−', '-').replaceAll(group, '').replace(/\s/g, '');
  return Number(decimal === '.' ? plain : plain.replace(decimal, '.'));
}

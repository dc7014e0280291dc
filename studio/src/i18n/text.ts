import { computed, signal } from '@preact/signals';
import type { Said } from 'cupola';
import {
  english,
  hasCode,
  type Language,
  languages,
  meaningIn,
  nameIn,
  speak,
  type studioWords,
  tell,
} from 'cupola/words';
import { type Numbers, numbersIn } from './numbers.ts';

/** A text of the page. */
export type MessageKey = keyof typeof studioWords;

const spokenHere = signal<Language>(english);

/** Code of the language shown. */
export const language = computed(() => spokenHere.value.code);

/** Every language that the page can be shown in. */
export { languages };

/** Whether there is a language of this code. */
export function isLanguage(code: unknown): code is string {
  return languages.some((entry) => entry.code === code);
}

/** Loads the texts of a language and shows the page in it. */
export async function setLanguage(code: string): Promise<void> {
  const entry = languages.find((each) => each.code === code);
  if (!entry) return;
  const next = await entry.load();
  speak(next);
  spokenHere.value = next;
  document.documentElement.lang = next.code;
  document.title = text.value('app.title');
}

export type Translate = (key: MessageKey, words?: Record<string, string | number>) => string;

/** The texts of the page in the language shown. */
export const text = inShown<Translate>((key: string, args?: Record<string, string | number>) =>
  tell({ code: `studio.${key}`, ...(args && { args }) }),
);

/** Whether there is a text of this key. */
export function hasText(key: string): key is MessageKey {
  return hasCode(`studio.${key}`);
}

/** A text whose key is put together from data; the data itself where there is no such text. */
export function textOr(key: string, other: string): string {
  return hasText(key) ? text.value(key) : other;
}

/** What the engine says, in the language shown. */
export const sentence = inShown((said: Said): string => tell(said));

/** A name of the catalog, in the language shown; proper names are the same in all. */
export const nameText = inShown(nameIn);

/** What a key of a scenario means, in the language shown. */
export const meaningText = inShown(meaningIn);

/** Numbers, money and dates as the language writes them. */
export const numbers = computed<Numbers>(() => numbersIn(spokenHere.value));

/** A function of the words; a new one where the language changes, so that whatever shows its text is drawn again. */
function inShown<Tell extends (...args: never[]) => string>(make: Tell) {
  return computed<Tell>(() => {
    void spokenHere.value;
    return ((...args: Parameters<Tell>) => make(...args)) as Tell;
  });
}

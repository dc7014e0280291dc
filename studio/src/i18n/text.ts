import { computed, signal } from '@preact/signals';
import { en, type MessageKey } from './en.ts';
import { fillWords } from './fill-words.ts';
import { type Numbers, numbersIn } from './numbers.ts';

export type Language = 'en' | 'fr';

/** What a language has: the page's own texts, and those of the engine and the catalog where they are not English. */
export interface LanguagePack {
  messages: Record<MessageKey, string>;
  engine?: (message: string) => string | undefined;
  name?: (name: string) => string | undefined;
}

const loaded: Partial<Record<Language, LanguagePack>> = { en: { messages: en } };
const pack = signal<LanguagePack>(loaded.en!);

export const language = signal<Language>('en');

/** Loads the texts of a language and shows the page in it. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'fr') loaded.fr ??= (await import('./fr-pack.ts')).frenchPack;
  pack.value = loaded[next]!;
  language.value = next;
  document.documentElement.lang = next;
  document.title = text.value('app.title');
}

export type Translate = (key: MessageKey, words?: Record<string, string | number>) => string;

/** The texts of the language shown. */
export const text = computed<Translate>(() => {
  const { messages } = pack.value;
  const shown = language.value;
  return (key, words) => {
    const found = messages[key] ?? en[key] ?? key;
    return words ? fillWords(found, words, shown) : found;
  };
});

/** A text whose key is put together from data; the data itself where there is no such text. */
export function textOr(key: string, other: string): string {
  return Object.hasOwn(en, key) ? text.value(key as MessageKey) : other;
}

/** What the engine says, in the language shown; as it is where that language has no words for it. */
export const engineText = computed(() => {
  const { engine } = pack.value;
  return (message: string): string => engine?.(message) ?? message;
});

/** A name of the catalog, in the language shown; proper names are the same in all. */
export const nameText = computed(() => {
  const { name } = pack.value;
  return (given: string): string => name?.(given) ?? given;
});

/** Numbers, money and dates as the language writes them. */
export const numbers = computed<Numbers>(() => numbersIn(language.value));

import { english } from './en/index.ts';
import type { Language } from './language.ts';

/** A language that can be asked for; its words are loaded when they are. */
export interface LanguageEntry {
  code: string;
  /** As its speakers call it. */
  name: string;
  load: () => Promise<Language>;
}

/** Every language there is: a further one is its folder and its line here. */
export const languages: readonly LanguageEntry[] = [
  { code: 'en', name: 'English', load: async () => english },
  { code: 'fr', name: 'Français', load: async () => (await import('./fr/index.ts')).french },
];

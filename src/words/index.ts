/**
 * Every sentence by its code, and the languages that it can be said in.
 *
 * @module
 */
export { plainly, type Said, said } from '../flow/said.ts';
export { type EnglishMessages, english } from './en/index.ts';
export type { studioWords } from './en/studio.ts';
export type { Language } from './language.ts';
export { type LanguageEntry, languages } from './languages.ts';
export { date } from './numbers.ts';
export type { ArgsOf, Word } from './template.ts';
export { hasCode, inLanguage, meaningIn, nameIn, say, speak, spoken, tell } from './words.ts';

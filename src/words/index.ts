/**
 * Every sentence by its code, and the languages that it can be said in.
 *
 * @module
 */
export { plainly, type Said, said } from '../flow/said.ts';
export { english } from './en/index.ts';
export type { studioWords } from './en/studio.ts';
export type { Language } from './language.ts';
export { languages } from './languages.ts';
export { date } from './numbers.ts';
export { hasCode, inLanguage, meaningIn, nameIn, say, speak, tell } from './words.ts';

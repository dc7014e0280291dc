import type { numberWords } from '../en/numbers.ts';

/** Nombres, et assemblage des mots. */
export const frenchNumberWords: Record<keyof typeof numberWords, string> = {
  'number.words': 'aucun un deux trois quatre cinq six sept huit neuf dix',
  'money.trillion': '{sign}{billions}\u00a0Md\u202f$',
  'money.billion': '{sign}{billions}\u00a0Md\u202f$',
  'money.million': '{sign}{millions}\u00a0M\u202f$',
  'money.axis-billions': 'Md\u202f$',
  range: '{low} à {high}',
  'join.comma': ', ',
  'join.and': ' et ',
  'join.semicolon': ' ; ',
  'list.more': '{list} et {count} de plus',
};

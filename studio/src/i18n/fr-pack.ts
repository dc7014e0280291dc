import { frenchMessages, frenchNames } from './engine/french.ts';
import { fr } from './fr.ts';
import type { LanguagePack } from './text.ts';

const number = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 12, useGrouping: 'min2' });
const options = { formatNumber: (value: number) => number.format(value) };
const messages = frenchMessages(options);
const names = frenchNames(options);

/** Spaces that may not break, as French sets them: narrow before ; ! ? and %, wide before a colon and inside « ». */
export function frenchSpaces(words: string): string {
  return words
    .replace(/ ([;!?%])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0');
}

/** Everything the page needs to speak French; loaded when it is first asked for. */
export const frenchPack: LanguagePack = {
  messages: Object.fromEntries(Object.entries(fr).map(([key, words]) => [key, frenchSpaces(words)])) as typeof fr,
  engine: (message) => {
    const found = messages(message);
    return found === undefined ? undefined : frenchSpaces(found);
  },
  name: (name) => {
    const found = names(name);
    return found === undefined ? undefined : frenchSpaces(found);
  },
};

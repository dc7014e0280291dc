import { english } from '../../src/words/en/index.ts';
import type { Language } from '../../src/words/language.ts';
import { partsOf } from '../../src/words/template.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';

/** Every letter with an accent: what is left without is not said by the words. */
export function accented(text: string): string {
  return [...text].map((letter) => [...ACCENTED][PLAIN.indexOf(letter)] ?? letter).join('');
}

function accentedTemplate(template: string): string {
  return partsOf(template)
    .map((part) => {
      if (part.kind === 'text') return accented(part.text);
      if (part.kind === 'plural') return `{${part.name}|${part.forms.map(accented).join('|')}}`;
      return part.format ? `{${part.name}:${part.format}}` : `{${part.name}}`;
    })
    .join('');
}

/** A language made from English: a third one, as another file and another line would make it. */
export const pseudo: Language = {
  ...english,
  code: 'qps',
  name: accented('Pseudo'),
  messages: Object.fromEntries(
    Object.entries(english.messages).map(([code, words]) => [code, accentedTemplate(words)]),
  ) as Language['messages'],
  nameOf: accented,
  meaningOf: accented,
};

/** Units, signs that all languages share, and marks of the line of time. */
const SHARED = ['oo', 'ooo', 'km', 'min', 'ms', 'kg', 'cupola', 'SHA', 'UTC', 'SGP', 'qps'];

/** Words without an accent, beside identifiers and proper names of the catalog and the scenario. */
export function wordsLeft(text: string, known: readonly string[]): string[] {
  const names = new Set(known.flatMap((name) => name.match(/[A-Za-z]{2,}/g) ?? []));
  const words = new Set(text.match(/(?<![\p{L}])[A-Za-z]{2,}(?![\p{L}])/gu) ?? []);
  return [...words].filter((word) => !names.has(word) && !SHARED.includes(word)).sort();
}

/** What a page shows, and what is read out of its pictures; styles, commands and code are left out. */
export function shownText(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>|<pre class="command">[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '')
    .replace(/<(title|text|h1|p|td|th|figcaption|strong|span)\b[^>]*>/g, ' ')
    .replace(/aria-label="([^"]*)"/g, '>$1<')
    .replace(/<[^>]*>/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/&\w+;/g, ' ');
}

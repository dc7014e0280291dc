import type { Catalog, CatalogEntry, Source } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';
import { tell } from '../words/words.ts';

export function allEntries(catalog: Catalog): CatalogEntry[] {
  return Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
}

/** A word that names nothing: what was meant, what there is, and the command that lists it. */
export async function unknownWord(
  what: string,
  word: string,
  known: readonly string[],
  lister?: string,
): Promise<InputError> {
  const { suggestion } = await import('../catalog/suggestion.ts');
  const near = suggestion(word, known);
  const hint = near ? tell(near) : known.length < 16 ? `; known: ${known.join(', ')}` : '';
  const list = lister ? `${near ? '' : ';'} \`${lister}\` lists them` : '';
  return new InputError([{ code: `unknown-${what}`, path: '', said: plainly(`no ${what} "${word}"${hint}${list}`) }]);
}

/** Key of the assumptions that stand on nobody else's word. */
const OWN = 'cupola';
export const SEEN = {
  primary: 'read in the original',
  secondary: 'as quoted by others',
  'not-seen': 'recalled, not read',
};

export const SOURCE_KIND = {
  primary: 'primary document',
  record: 'publication of record',
  aggregator: 'aggregator',
  mirror: 'copy of another page',
  forum: 'forum',
  file: 'dated public file',
  own: 'own assumption',
} as const;

/** One source on one line. */
export function sourceLine(key: string, { title, producer, date, place, url, seen, kind }: Source): string {
  const how = key === OWN ? '' : `; ${kind ? `${SOURCE_KIND[kind]}, ` : ''}${SEEN[seen]}`;
  return `${key}: ${title}. ${producer}, ${date}${place ? `, ${place}` : ''}${how}.${url ? ` ${url}` : ''}`;
}

import type { Catalog, CatalogEntry, Source } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { english } from '../words/en/index.ts';
import { nameIn, say, spoken } from '../words/words.ts';

export function allEntries(catalog: Catalog): CatalogEntry[] {
  return Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
}

/** A word that names nothing: what was meant, what there is, and the command that lists it. */
export async function unknownWord(
  what: 'entry' | 'kind' | 'action' | 'meaning',
  word: string,
  known: readonly string[],
  lister?: string,
): Promise<InputError> {
  const { suggestion } = await import('../catalog/suggestion.ts');
  const near = suggestion(word, known);
  const few = known.length < 16 ? said('command.known', { known }) : '';
  const hint = lister
    ? said('command.lists', { hint: near || said('problem.semicolon'), command: lister })
    : near || few;
  return new InputError([{ code: `unknown-${what}`, path: '', said: said(`command.no-${what}`, { word, hint }) }]);
}

/** Key of the assumptions that stand on nobody else's word. */
const OWN = 'cupola';
/** One source on one line. */
export function sourceLine(key: string, { title, producer, date, place, url, seen, kind }: Source): string {
  const how = key === OWN ? [] : [kind && say(`kind.${kind}`), say(`seen.${seen}`)].filter(Boolean);
  const told = how.length > 0 ? `${say('join.semicolon')}${how.join(say('join.comma'))}` : '';
  return `${key}${say('catalog.colon')}${nameIn(title)}. ${producer}, ${date}${place ? `, ${place}` : ''}${told}.${url ? ` ${url}` : ''}`;
}

/** That entries are quoted as the catalog has them, where that is another language than the one spoken. */
export function ownWordsNote(): string {
  return spoken() === english ? '' : say('catalog.own-words');
}

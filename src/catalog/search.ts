import type { Catalog, CatalogEntry } from './entry.ts';

/** Something of the catalog that a word finds. */
export interface Found {
  /** Kind of the entry, or what it is within a partner book, or `sources`. */
  kind: string;
  id: string;
  name: string;
  /** The command that shows it. */
  command: string;
}

const LISTS = ['members', 'functions', 'parts'] as const;

/**
 * Entries, partners, functions, parts and sources that hold every one of the words, whatever their case and accents.
 *
 * @param nameIn a name in the reader's language, searched beside the English one
 */
export function searchCatalog(
  catalog: Catalog,
  words: readonly string[],
  nameIn: (name: string) => string = (name) => name,
): Found[] {
  const wanted = words.map(plainText);
  const holds = (name: string, ...texts: (string | undefined)[]) => {
    const text = plainText([name, nameIn(name), ...texts].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const entries = Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
  return [
    ...entries
      .filter(({ id, name, note, partner }) => holds(name, id, note, partner))
      .map(({ kind, id, name }) => ({ kind, id, name, command: `cupola catalog show ${id}` })),
    ...entries.flatMap((entry) => namesOf(entry).filter(({ id, name }) => holds(name, id))),
    ...Object.entries(catalog.sources)
      .filter(([key, { title, producer }]) => holds(title, key, producer))
      .map(([id, { title }]) => ({ kind: 'sources', id, name: title, command: 'cupola catalog sources' })),
  ];
}

/** In small letters, without accents. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Partners, functions and parts of a book. */
function namesOf({ id: book, kind, fields }: CatalogEntry): Found[] {
  if (kind !== 'partners') return [];
  return LISTS.flatMap((list) =>
    ((fields[list] ?? []) as { id: string; name: string }[]).map(({ id, name }) => ({
      kind: list,
      id,
      name,
      command: `cupola catalog show ${book}`,
    })),
  );
}

/** Every name that a search may have meant. */
export function searchableNames(catalog: Catalog): string[] {
  const entries = Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
  return [...entries.map(({ id }) => id), ...entries.flatMap((entry) => namesOf(entry).map(({ id }) => id))];
}

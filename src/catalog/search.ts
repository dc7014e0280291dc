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

/** Entries, partners, functions, parts and sources that hold every one of the words, whatever their case. */
export function searchCatalog(catalog: Catalog, words: readonly string[]): Found[] {
  const wanted = words.map((word) => word.toLowerCase());
  const holds = (...texts: (string | undefined)[]) => {
    const text = texts.join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const entries = Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
  return [
    ...entries
      .filter(({ id, name, note, partner }) => holds(id, name, note, partner))
      .map(({ kind, id, name }) => ({ kind, id, name, command: `cupola catalog show ${id}` })),
    ...entries.flatMap((entry) => namesOf(entry).filter(({ id, name }) => holds(id, name))),
    ...Object.entries(catalog.sources)
      .filter(([key, { title, producer }]) => holds(key, title, producer))
      .map(([id, { title }]) => ({ kind: 'sources', id, name: title, command: 'cupola catalog sources' })),
  ];
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

import { valuesOf } from '../catalog/diff.ts';
import type { Catalog, CatalogEntry, Source } from '../catalog/entry.ts';
import { isSourced } from '../catalog/entry.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import { type Field, type TidyTable, tidyTable } from '../report/tables/tidy-table.ts';
import { english } from '../words/en/index.ts';
import { inLanguage } from '../words/words.ts';
import { allEntries } from './catalog-names.ts';
import { unitOf } from './catalog-number.ts';

/** A number of the catalog, with the entry that it stands in. */
interface NumberRow {
  id: string;
  entry: CatalogEntry;
  path: string;
  number: SourcedNumber;
  date: string;
}

/** Every number of the catalog, one a row, in an order that stays when others are added. */
export function numbersTable(catalog: Catalog): TidyTable {
  const rows = allEntries(catalog).flatMap((entry): NumberRow[] =>
    [...valuesOf(entry)].flatMap(([path, number]) => {
      if (!isSourced(number)) return [];
      const date = entry.asOfDate ?? catalog.sources[number.source]?.date ?? '';
      return [{ id: `${entry.kind}/${entry.id}/${path}`, entry, path, number, date }];
    }),
  );
  return tidyTable('numbers', 'one number of the catalog', byId(rows), NUMBER_FIELDS);
}

const NUMBER_FIELDS: Field<NumberRow>[] = [
  ['id', 'text', 'kind, entry and path of the number; the same from version to version', ({ id }) => id],
  ['kind', 'text', 'kind of the entry', ({ entry }) => entry.kind],
  ['entry', 'text', 'identifier of the entry', ({ entry }) => entry.id],
  ['name', 'text', 'name of the entry', ({ entry }) => entry.name],
  ['path', 'text', 'field of the entry', ({ path }) => path],
  ['value', 'number', 'best value', ({ number }) => number.value],
  ['low', 'number', 'low end of the range', ({ number }) => number.low],
  ['high', 'number', 'high end of the range', ({ number }) => number.high],
  ['rangeKind', 'text', 'bounds, or band80: 10th and 90th percentile', ({ number }) => rangeKindOf(number)],
  [
    'unit',
    'text',
    'unit; none for counts, shares and chances',
    ({ path, number }) => inLanguage(english, () => unitOf(path, { currency: number.currency }).trim()),
  ],
  ['priceYear', 'whole', 'year of the money', ({ number }) => number.priceYear],
  ['date', 'text', 'date of the picture, ISO 8601', ({ date }) => date],
  ['basis', 'text', 'how far to trust it', ({ number }) => number.basis],
  ['source', 'text', 'key in the table of sources', ({ number }) => number.source],
  ['place', 'text', 'page, table or section; for an assumption: the reason', ({ number }) => number.where],
  ['quotedBy', 'text', 'source that was read, where it only quotes the first', ({ number }) => number.quotedBy],
  ['via', 'text', 'what was read instead of the primary document', ({ number }) => number.via],
];

function rangeKindOf({ low, high, rangeKind }: SourcedNumber): string | undefined {
  return low === undefined && high === undefined ? undefined : (rangeKind ?? 'bounds');
}

interface LedgerRecord {
  date: string;
  what: string;
  kind: string;
  partner: string;
  title: string;
  partners?: string[];
  forFunction?: string;
  entry?: string;
  valueMusd?: SourcedNumber;
  unitsCount?: SourcedNumber;
  launchesCount?: SourcedNumber;
  contractKind?: string;
  knownFrom?: string;
  source: string;
  where: string;
  basis: string;
}

/** Every record of the ledgers of the partner books. */
export function ledgerTable(catalog: Catalog): TidyTable {
  const rows = Object.values(catalog.entries.partners).flatMap(({ id: book, fields }) => {
    const seen = new Map<string, number>();
    return ((fields.ledger ?? []) as LedgerRecord[]).map((record) => {
      const key = [book, record.date, record.partner, record.what, record.title].join('/');
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return { ...record, book, id: times > 1 ? `${key}/${times}` : key };
    });
  });
  return tidyTable('ledger', 'one record of a partner book: an award, an order, a launch, a purchase', byId(rows), [
    ['id', 'text', 'book, date, partner, what and title', ({ id }) => id],
    ['book', 'text', 'partner book', ({ book }) => book],
    ['date', 'text', 'when, ISO 8601', ({ date }) => date],
    ['what', 'text', 'what happened', ({ what }) => what],
    ['kind', 'text', 'how firm it is', ({ kind }) => kind],
    ['partner', 'text', 'who got it, did it or owns', ({ partner }) => partner],
    ['title', 'text', 'what it is about', ({ title }) => title],
    ['partners', 'text', 'the others, apart by blanks', ({ partners }) => partners?.join(' ')],
    ['forFunction', 'text', 'function of the book', ({ forFunction }) => forFunction],
    ['entry', 'text', 'entry, part or member that it is about', ({ entry }) => entry],
    ['valueMusd', 'number', 'amount', ({ valueMusd }) => valueMusd?.value],
    ['priceYear', 'whole', 'year of the money', ({ valueMusd }) => valueMusd?.priceYear],
    ['unitsCount', 'number', 'units', ({ unitsCount }) => unitsCount?.value],
    ['launchesCount', 'number', 'launches', ({ launchesCount }) => launchesCount?.value],
    ['contractKind', 'text', 'kind of the contract', ({ contractKind }) => contractKind],
    ['knownFrom', 'text', 'when it became public; none: its date', ({ knownFrom }) => knownFrom],
    ['basis', 'text', 'how far to trust it', ({ basis }) => basis],
    ['source', 'text', 'key in the table of sources', ({ source }) => source],
    ['place', 'text', 'page, table or section', ({ where }) => where],
  ]);
}

/** Every source, once. */
export function sourcesTable({ sources }: Catalog): TidyTable {
  const rows: (Source & { id: string })[] = Object.entries(sources).map(([id, source]) => ({ id, ...source }));
  return tidyTable('sources', 'one source', byId(rows), [
    ['id', 'text', 'key', ({ id }) => id],
    ['title', 'text', 'title', ({ title }) => title],
    ['producer', 'text', 'who published it', ({ producer }) => producer],
    ['date', 'text', 'when, ISO 8601', ({ date }) => date],
    ['kind', 'text', 'from the document itself down to hearsay', ({ kind }) => kind],
    ['seen', 'text', 'read in the original, as quoted, or recalled', ({ seen }) => seen],
    ['place', 'text', 'page, volume, docket', ({ place }) => place],
    ['quotedBy', 'text', 'source that was read instead', ({ quotedBy }) => quotedBy],
    ['url', 'text', 'address', ({ url }) => url],
  ]);
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

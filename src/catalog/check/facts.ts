import { type Said, said } from '../../flow/said.ts';
import { eachNumber } from '../entry.ts';
import type { SourcedNumber } from '../field.ts';
import type { ReadCatalog, ReadEntry } from '../load.ts';
import { pathParts } from '../number-sources.ts';
import type { Fault } from './check.ts';

interface Told {
  at: ReadEntry;
  path: string;
  number: SourcedNumber;
}

/** Facts that the catalog tells twice and not alike: numbers of one `fact`, twin edges, twin records, twin sources. */
export function factFaults(catalog: ReadCatalog): Fault[] {
  return [
    ...numberFaults(catalog),
    ...catalog.read.filter(({ entry }) => entry.kind === 'partners').flatMap(twinFaults),
  ];
}

function numberFaults({ read }: ReadCatalog): Fault[] {
  const facts = new Map<string, Told[]>();
  for (const at of read)
    eachNumber(at.entry.fields, (path, number) => {
      if (number.fact !== undefined) facts.set(number.fact, [...(facts.get(number.fact) ?? []), { at, path, number }]);
    });
  return [...facts].flatMap(([fact, told]) => {
    const [first, ...others] = told as [Told, ...Told[]];
    const report = ({ at, path }: Told, fault: Said): Fault => ({
      rule: 'fact',
      at,
      path: pathParts(path),
      said: fault,
    });
    if (others.length === 0) return [report(first, said('check-rule.fact-alone', { fact }))];
    return others
      .filter(({ number }) => words(number) !== words(first.number))
      .map((other) =>
        report(
          other,
          said('check-rule.fact-differs', {
            fact,
            here: words(other.number),
            there: words(first.number),
            entry: first.at.entry.id,
            path: first.path,
          }),
        ),
      );
  });
}

/** A number as it stands in the file, in any language: `22 (15..44) USD 2026`. */
function words({ value, low, high, priceYear, currency }: SourcedNumber): string {
  const range = low === undefined && high === undefined ? '' : ` (${low ?? ''}..${high ?? ''})`;
  const money = priceYear === undefined ? '' : ` ${currency ?? 'USD'} ${priceYear}`;
  return `${value}${range}${money}`;
}

type Item = Record<string, unknown> & { fromDate?: string; untilDate?: string };

/** Edges, and records of the ledger, that name the same thing twice. */
function twinFaults(book: ReadEntry): Fault[] {
  const edges = (book.entry.fields.edges ?? []) as Item[];
  const ledger = (book.entry.fields.ledger ?? []) as Item[];
  const current = edges.map((edge) => (edge.untilDate === undefined ? edge : undefined));
  return [
    ...twins(book, 'edges', current, ['kind', 'from', 'to', 'group', 'forFunction', 'fromDate']),
    ...twins(book, 'ledger', ledger, ['date', 'what', 'partner', 'entry', 'forFunction', 'title']),
  ];
}

function twins(book: ReadEntry, list: string, items: readonly (Item | undefined)[], keys: readonly string[]): Fault[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, i): Fault[] => {
    if (!item) return [];
    const key = JSON.stringify(keys.map((name) => item[name]));
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      return [];
    }
    const { line } = book.document.place([...book.at, list, first]);
    return [{ rule: 'fact', at: book, path: [list, i], said: said('check-rule.twice', { line: line ?? 0 }) }];
  });
}

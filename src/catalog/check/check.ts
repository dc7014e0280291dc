import type { Problem } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import { type Exception, sourceKinds } from '../entry.ts';
import type { ReadCatalog, ReadEntry } from '../load.ts';
import { byPlace, pathText, problemAt } from '../yaml-document.ts';
import { dateFaults } from './dated.ts';
import { edgeFaults } from './edges.ts';
import { factFaults } from './facts.ts';
import { rangeFaults } from './ranges.ts';
import { sourceFaults } from './sourcing.ts';

/** A rule that does not hold at a place of an entry, before it is known whether the entry excepts it. */
export interface Fault {
  rule: Exception['rule'] | 'date';
  /** Entry, or the parent book of an edge. */
  at: ReadEntry;
  /** Below the entry: `['edges', 3, 'shareFraction']`. */
  path: PropertyKey[];
  said: Said;
}

/** An exception that the catalog makes, and what it excuses. */
export interface ExcusedFault {
  rule: string;
  entry: string;
  /** `lifeYr`. */
  field: string;
  file: string;
  line?: number;
  why: string;
}

/** What the check of the catalog found. */
export interface CatalogCheck {
  problems: Problem[];
  /** Rules that do not hold, where the data say why. */
  exceptions: ExcusedFault[];
}

/**
 * What the loader cannot see: numbers of weight without a range, shares that do not add up, vehicles without an entry, edges
 * past their date, prices with a launch inside that do not say at what price, facts that are told in two ways, and sources
 * that do not carry what is said of them.
 *
 * The loader has made sure that names lead somewhere and that every range holds its value.
 */
export function checkCatalog(catalog: ReadCatalog): CatalogCheck {
  const faults = [
    ...rangeFaults(catalog),
    ...edgeFaults(catalog),
    ...factFaults(catalog),
    ...dateFaults(catalog),
    ...sourceFaults(catalog),
  ];
  const used = new Set<Exception>();
  const problems: Problem[] = [];
  const exceptions: ExcusedFault[] = [];
  for (const fault of faults) {
    const { at, path, rule } = fault;
    const place = [...at.at, ...path];
    const found = exceptionOf(fault);
    if (!found) {
      problems.push(problemAt(at.document, place, rule, fault.said));
      continue;
    }
    used.add(found);
    const { line } = at.document.place(place);
    exceptions.push({ rule, entry: at.entry.id, field: pathText(path), file: at.document.file, line, why: found.why });
  }
  problems.push(...unusedExceptions(catalog, used), ...sourceRecordProblems(catalog));
  return { problems: problems.sort((a, b) => compare(a.file, b.file) || byPlace(a, b)), exceptions };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

/** The exception that excuses a fault: of its edge or record, else of its entry. */
function exceptionOf({ rule, at, path }: Fault): Exception | undefined {
  const [list, index, ...rest] = path;
  const item = typeof index === 'number' ? itemAt(at, String(list), index) : undefined;
  const own = item?.exceptions?.find((each) => each.rule === rule && fits(each, rest));
  return own ?? at.entry.exceptions?.find((each) => each.rule === rule && fits(each, path));
}

function fits({ field }: Exception, path: readonly PropertyKey[]): boolean {
  return field === undefined || field === pathText(path) || pathText(path).startsWith(`${field}.`);
}

function itemAt({ entry }: ReadEntry, list: string, index: number): { exceptions?: Exception[] } | undefined {
  const items = entry.fields[list];
  return Array.isArray(items) ? (items[index] as { exceptions?: Exception[] }) : undefined;
}

/** An exception that excuses nothing hides the next mistake. */
function unusedExceptions({ read }: ReadCatalog, used: ReadonlySet<Exception>): Problem[] {
  return read.flatMap(({ entry, document, at }) => {
    const unused = (list: readonly Exception[] | undefined, path: PropertyKey[]) =>
      (list ?? []).flatMap((each, i) =>
        used.has(each)
          ? []
          : [problemAt(document, [...at, ...path, 'exceptions', i], 'exception', said('check-rule.excuses-nothing'))],
      );
    const ofItems = ['edges', 'ledger'].flatMap((list) =>
      ((entry.fields[list] ?? []) as { exceptions?: Exception[] }[]).flatMap((item, i) =>
        unused(item.exceptions, [list, i]),
      ),
    );
    return [...unused(entry.exceptions, []), ...ofItems];
  });
}

/** Every source says what it is and where it stands. */
function sourceRecordProblems({ catalog, sources }: ReadCatalog): Problem[] {
  return Object.entries(catalog.sources).flatMap(([key, source]) => {
    const missing: Said[] = [];
    if (source.kind === undefined) missing.push(said('check-rule.source-kind', { kinds: [...sourceKinds] }));
    if (source.kind !== 'own' && source.url === undefined && source.place === undefined)
      missing.push(said('check-rule.source-place'));
    if (missing.length === 0) return [];
    return [problemAt(sources, [key], 'source', said('check-rule.source-says', { key, missing }))];
  });
}

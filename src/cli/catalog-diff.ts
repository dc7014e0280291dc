import { isDate } from '../catalog/dates.ts';
import { type CatalogDiff, type DiffValue, diffCatalog, type EntryName, type ValueChange } from '../catalog/diff.ts';
import type { Source } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { sourceLine } from './catalog-names.ts';
import { numberWords } from './catalog-number.ts';
import type { CommandContext } from './command.ts';
import { loadWholeCatalog } from './load-catalog.ts';
import { readable } from './readable.ts';

/** `cupola catalog diff DATE1 DATE2`: values changed, added and removed, with their sources. */
export async function showDiff(words: readonly string[], { out, options, columns }: CommandContext): Promise<number> {
  const [from, to] = datesOf(words);
  const catalog = await loadWholeCatalog();
  const diff = diffCatalog(catalog, from, to);
  const keys = [...new Set(diff.values.flatMap(({ before, after }) => [sourceOf(before), sourceOf(after)]))];
  const sources = Object.fromEntries(
    keys.flatMap((key) => (key !== undefined && catalog.sources[key] ? [[key, catalog.sources[key]]] : [])),
  );
  if (options.json) out(JSON.stringify({ ...diff, sources }, null, 2));
  else out(await diffText(diff, sources, columns));
  return 0;
}

function datesOf(words: readonly string[]): [string, string] {
  const problems = words
    .filter((word) => !isDate(word))
    .map((word) => ({
      code: 'wrong-date',
      path: 'diff',
      message: `expected a date such as 2026-07-31, 2026-07 or 2026, found "${word}"`,
    }));
  if (words.length !== 2)
    problems.push({
      code: 'missing',
      path: 'diff',
      message: 'needs two dates, such as: cupola catalog diff 2026-07 2026-11',
    });
  if (problems.length > 0) throw new InputError(problems);
  return words as unknown as [string, string];
}

function sourceOf(value: DiffValue): string | undefined {
  return typeof value === 'object' ? value.source : undefined;
}

async function diffText(diff: CatalogDiff, sources: Record<string, Source>, columns: number): Promise<string> {
  const { wrap } = await import('../report/text.ts');
  const { from, to, added, removed, values } = diff;
  const isNew = ({ before }: ValueChange) => before === undefined;
  const isGone = ({ after }: ValueChange) => after === undefined;
  const changed = values.filter((change) => !isNew(change) && !isGone(change));
  const corrected = changed.filter(({ why }) => why === 'correction').length;
  const head =
    `From ${from} to ${to}: ${changed.length} values changed (${corrected} of them corrections), ` +
    `${values.filter(isNew).length} added, ${values.filter(isGone).length} removed; ${added.length} entries added, ${removed.length} removed.`;
  const names = (title: string, list: readonly EntryName[]) =>
    list.length === 0
      ? []
      : [
          title,
          ...list.map(({ kind, id, name }) => `  + ${kind}/${id}: ${name}`.replace('+', title === 'Added' ? '+' : '-')),
          '',
        ];
  const byEntry = new Map<string, ValueChange[]>();
  for (const change of values) {
    const entry = `${change.kind}/${change.entry}`;
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), change]);
  }
  const lines = [...byEntry].flatMap(([entry, list]) => [
    entry,
    ...list.flatMap((change) => changeLines(change, columns, wrap)),
    '',
  ]);
  const from2 = Object.entries(sources).map(([key, source]) => `  ${sourceLine(key, source)}`);
  return [
    wrap(head, columns),
    '',
    ...names('Added', added),
    ...names('Removed', removed),
    ...lines,
    ...(from2.length > 0 ? ['Sources', ...from2] : []),
  ].join('\n');
}

function changeLines(
  { path, before, after, why, note }: ValueChange,
  columns: number,
  wrap: (text: string, width: number, indent?: number) => string,
): string[] {
  const sign = before === undefined ? '+' : after === undefined ? '-' : '~';
  const told =
    before === undefined
      ? valueWords(path, after)
      : after === undefined
        ? valueWords(path, before)
        : `${valueWords(path, before)} -> ${valueWords(path, after)}`;
  const reason = [why, note].filter(Boolean).join(': ');
  return [wrap(`${sign} ${path}: ${told}${reason ? `. ${reason}` : ''}`, columns, 2)];
}

/** A value with its unit, and for a number what it rests on. */
function valueWords(path: string, value: DiffValue): string {
  if (typeof value !== 'object') return String(value);
  return `${numberWords(path, value, readable)} [${value.source}, ${value.basis}]`;
}

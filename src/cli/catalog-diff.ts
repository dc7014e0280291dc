import { type CatalogDiff, type DiffValue, diffCatalog, type EntryName, type ValueChange } from '../catalog/diff.ts';
import type { Source } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { isDate } from '../num/dates.ts';
import { groupBy } from '../num/group-by.ts';
import { nameIn, say } from '../words/words.ts';
import { ownWordsNote, sourceLine } from './catalog-names.ts';
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
      said: said('option.date', { word }),
    }));
  if (words.length !== 2)
    problems.push({
      code: 'missing',
      path: 'diff',
      said: said('catalog.two-dates'),
    });
  if (problems.length > 0) throw new InputError(problems);
  return words as unknown as [string, string];
}

function sourceOf(value: DiffValue): string | undefined {
  return typeof value === 'object' ? value.source : undefined;
}

async function diffText(diff: CatalogDiff, sources: Record<string, Source>, columns: number): Promise<string> {
  const { wrap } = await import('../report/text.ts');
  const { added, removed, values } = diff;
  const names = (title: string, list: readonly EntryName[]) =>
    list.length === 0
      ? []
      : [title, ...list.map(({ kind, id, name }) => `  ${kind}/${id}${say('catalog.colon')}${nameIn(name)}`), ''];
  const byEntry = groupBy(values, ({ kind, entry }) => `${kind}/${entry}`);
  const lines = [...byEntry].flatMap(([entry, list]) => [entry, ...entryLines(list, columns, wrap), '']);
  const sourceLines = Object.entries(sources).map(([key, source]) => `  ${sourceLine(key, source)}`);
  const ownWords = ownWordsNote();
  return [
    wrap(headline(diff), columns),
    '',
    ...names(say('catalog.added'), added),
    ...names(say('catalog.removed'), removed),
    ...lines,
    ...(sourceLines.length > 0 ? [say('catalog.source-head'), ...sourceLines] : []),
    ...(ownWords ? ['', ownWords] : []),
  ].join('\n');
}

function headline({ from, to, added, removed, values }: CatalogDiff): string {
  const news = values.filter(({ before }) => before === undefined).length;
  const gone = values.filter(({ after }) => after === undefined).length;
  const changed = values.filter(({ before, after }) => before !== undefined && after !== undefined);
  const corrected = changed.filter(({ why }) => why === 'correction').length;
  const counts = { changed: changed.length, corrected, news, gone, added: added.length, removed: removed.length };
  return say('catalog.diff', { from, to, ...counts });
}

type Wrap = (text: string, width: number, indent?: number) => string;

/** Changes of an entry, a line each; an edge, record or shell that is new, or gone, is one line. */
function entryLines(changes: readonly ValueChange[], columns: number, wrap: Wrap): string[] {
  const items = groupBy(changes, ({ path }) => /^\w+\[.*\]/.exec(path)?.[0] ?? path);
  return [...items].flatMap(([item, list]) => {
    const isNew = list.every(({ before }) => before === undefined);
    const isGone = list.every(({ after }) => after === undefined);
    if (list.length === 1 || !(isNew || isGone)) return list.map((change) => changeLine(change, columns, wrap));
    const told = list.map(
      ({ path, before, after }) => `${path.slice(item.length + 1)} ${valueWords(path, before ?? after)}`,
    );
    return [
      wrap(`${isNew ? '+' : '-'} ${item}${say('catalog.colon')}${told.join(', ')}${reasonWords(list[0])}`, columns, 2),
    ];
  });
}

function changeLine(change: ValueChange, columns: number, wrap: Wrap): string {
  const { path, before, after } = change;
  const sign = before === undefined ? '+' : after === undefined ? '-' : '~';
  const values = [before, after].filter((value) => value !== undefined).map((value) => valueWords(path, value));
  return wrap(`${sign} ${path}${say('catalog.colon')}${values.join(' -> ')}${reasonWords(change)}`, columns, 2);
}

function reasonWords({ why, note }: ValueChange): string {
  const reason = [why && say(`catalog.why-${why}`), note].filter(Boolean).join(say('catalog.colon'));
  return reason ? `. ${reason}` : '';
}

/** A value with its unit, and for a number what it rests on. */
function valueWords(path: string, value: DiffValue): string {
  if (typeof value !== 'object') return String(value);
  return `${numberWords(path, value, readable)} [${value.source}, ${say(`basis.${value.basis}`)}]`;
}

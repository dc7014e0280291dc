import type { Catalog, CatalogEntry, Source } from '../catalog/entry.ts';
import type { Basis } from '../catalog/field.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { nameIn, say } from '../words/words.ts';
import { allEntries, ownWordsNote, sourceLine, unknownWord } from './catalog-names.ts';
import { numberWords } from './catalog-number.ts';
import type { CommandContext } from './command.ts';

/** `cupola catalog show`: one entry, each number with its source. */
export async function showEntry(catalog: Catalog, id: string | undefined, context: CommandContext): Promise<number> {
  const entries = allEntries(catalog);
  const ids = entries.map((entry) => entry.id);
  if (id === undefined) {
    throw new InputError([{ code: 'missing', path: 'id', said: said('option.missing-entry') }]);
  }
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw await unknownWord('entry', id, ids, 'cupola catalog list');
  const used = await usedSources(catalog, entry);
  if (context.options.json) context.out(JSON.stringify({ ...entry, sources: used }, null, 2));
  else context.out(await entryText(entry, used, context));
  return 0;
}

async function entryText(
  entry: CatalogEntry,
  used: Record<string, Source>,
  { color, columns }: CommandContext,
): Promise<string> {
  const [{ eachNumber }, { colorStyle, plainStyle, wrappedTable }, { readable }] = await Promise.all([
    import('../catalog/entry.ts'),
    import('../report/text.ts'),
    import('./readable.ts'),
  ]);
  const style = color ? colorStyle : plainStyle;
  const tint = (basis: Basis) => (basis === 'assumption' ? style.accent(say(`basis.${basis}`)) : say(`basis.${basis}`));
  const rows: string[][] = [];
  eachNumber(entry.fields, (path, number) => {
    const value = numberWords(path, number, readable);
    const through = number.quotedBy ?? number.via;
    const where = through ? say('catalog.via', { where: number.where, through }) : number.where;
    rows.push([path, value, tint(number.basis), `${number.source}${say('catalog.colon')}${where}`]);
  });
  const table = wrappedTable(
    [say('catalog.number'), say('catalog.value'), say('catalog.basis'), say('catalog.source-where')],
    rows,
    columns,
    style,
  );
  const facts = [
    entry.kind,
    entry.asOfDate && say('catalog.as-of', { date: entry.asOfDate }),
    entry.partner && say('catalog.partner', { id: entry.partner }),
  ];
  const head = [
    `${style.bold(entry.id)}${say('catalog.colon')}${nameIn(entry.name)}`,
    facts.filter(Boolean).join(', '),
    entry.note,
  ];
  const rest = otherFields(entry.fields).map(([path, value]) => `  ${path}: ${value}`);
  const from = Object.entries(used).map(([key, source]) => `  ${sourceLine(key, source)}`);
  return [
    head.filter(Boolean).join('\n'),
    rest.join('\n'),
    rows.length > 0 ? table : '',
    from.length > 0 ? `${say('catalog.source-head')}\n${from.join('\n')}` : '',
    ownWordsNote(),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What an entry says beside numbers: words, lists of words, flags. */
function otherFields(fields: Record<string, unknown>): [string, string][] {
  const found: [string, string][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'boolean') found.push([path, String(value)]);
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
      found.push([path, value.join(', ')]);
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}[${i}]`);
    else if (typeof value === 'object' && value !== null && !('basis' in value && 'value' in value))
      for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
  };
  walk(fields, '');
  return found;
}

async function usedSources(catalog: Catalog, entry: CatalogEntry): Promise<Record<string, Source>> {
  const { eachNumber } = await import('../catalog/entry.ts');
  const used: Record<string, Source> = {};
  const add = (key: string) => {
    const source = catalog.sources[key];
    if (source) used[key] = source;
  };
  eachNumber(entry.fields, (_path, { source }) => add(source));
  for (const edge of (entry.fields.edges as { source: string }[] | undefined) ?? []) add(edge.source);
  return used;
}

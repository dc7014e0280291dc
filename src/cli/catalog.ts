import type { Catalog, CatalogEntry, Source } from '../catalog/entry.ts';
import type { Basis, SourcedNumber } from '../catalog/field.ts';
import type { Kind } from '../catalog/kinds.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import type { CommandContext, CommandSpec } from './command.ts';

const ACTIONS = ['list', 'show', 'sources'];

/** `cupola catalog`: what is known, and from where. */
export const command: CommandSpec = {
  name: 'catalog',
  isEnglishOnly: true,
  summary: 'What is known about the systems, and from where',
  configure(program) {
    program
      .argument('[action]', `${ACTIONS.join(', ')}`, 'list')
      .argument('[id]', 'with list: a kind such as networks; with show: an entry')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola catalog list',
    'cupola catalog list networks',
    'cupola catalog show cbo-2026-sbi',
    'cupola catalog sources --json',
  ],
  async run(context) {
    const { loadInstalledCatalog } = await import('./load-catalog.ts');
    const [action = 'list', id] = context.args;
    const catalog = await loadInstalledCatalog();
    if (action === 'list') return list(catalog, id, context);
    if (action === 'show') return show(catalog, id, context);
    if (action === 'sources') return sources(catalog, context);
    throw await unknown('action', action, ACTIONS);
  },
};

async function unknown(
  what: 'entry' | 'kind' | 'source' | 'action',
  word: string,
  known: readonly string[],
): Promise<InputError> {
  const { suggestion } = await import('../catalog/yaml-document.ts');
  const hint = suggestion(word, known) || (known.length < 12 ? said('command.known', { known }) : '');
  return new InputError([{ code: `unknown-${what}`, path: '', said: said(`command.no-${what}`, { word, hint }) }]);
}

interface Line {
  id: string;
  kind: Kind;
  name: string;
  numbers: number;
  assumptions: number;
}

async function list(catalog: Catalog, kind: string | undefined, { out, options }: CommandContext): Promise<number> {
  const { basisCounts } = await import('../catalog/entry.ts');
  const known = Object.keys(catalog.entries);
  if (kind !== undefined && !known.includes(kind)) throw await unknown('kind', kind, known);
  const lines: Line[] = allEntries(catalog)
    .filter((entry) => kind === undefined || entry.kind === kind)
    .map(({ id, kind, name, fields }) => {
      const counts = basisCounts(fields);
      const numbers = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return { id, kind, name, numbers, assumptions: counts.assumption };
    });
  const total = lines.reduce((sum, line) => sum + line.numbers, 0);
  const assumed = lines.reduce((sum, line) => sum + line.assumptions, 0);
  if (options.json) {
    const assumptionFraction = total === 0 ? 0 : assumed / total;
    out(JSON.stringify({ entries: lines, numbers: total, assumptions: assumed, assumptionFraction }, null, 2));
    return 0;
  }
  const { alignedRows } = await import('../report/text.ts');
  out(`${lines.length} entries with ${total} numbers; ${share(assumed, total)} of the numbers are assumptions.`);
  for (const each of new Set(lines.map((line) => line.kind))) {
    const rows = lines
      .filter((line) => line.kind === each)
      .map((line) => [line.id, line.name, String(line.numbers), share(line.assumptions, line.numbers)]);
    out(`\n${alignedRows([[each, '', 'numbers', 'assumed'], ...rows], ['left', 'left', 'right', 'right'])}`);
  }
  return 0;
}

async function show(catalog: Catalog, id: string | undefined, context: CommandContext): Promise<number> {
  const entries = allEntries(catalog);
  const ids = entries.map((entry) => entry.id);
  if (id === undefined) {
    throw new InputError([{ code: 'missing', path: 'id', said: said('option.missing-entry') }]);
  }
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw await unknown('entry', id, ids);
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
  const [{ eachNumber }, { default: Table }, { createColors }, { readable }] = await Promise.all([
    import('../catalog/entry.ts'),
    import('cli-table3'),
    import('picocolors').then(({ default: colors }) => colors),
    import('./readable.ts'),
  ]);
  const colors = createColors(color);
  const tint = (basis: Basis) => (basis === 'assumption' ? colors.yellow(basis) : basis);
  const rows: [string, string, string, string][] = [];
  eachNumber(entry.fields, (path, number) => {
    const value = `${readable(number.value, 8)}${range(number, readable)}${unitOf(path, number)}`;
    const where = number.via ? `${number.where} (via ${number.via})` : number.where;
    rows.push([path, value, tint(number.basis), `${colors.bold(number.source)}: ${where}`]);
  });
  const widths = columnWidths(rows, columns);
  const table = new Table({
    head: ['number', 'value (low to high)', 'basis', 'source: where'],
    colWidths: widths,
    wordWrap: true,
    style: { head: color ? ['bold'] : [], border: [], compact: true },
  });
  table.push(...rows);
  const facts = [entry.kind, entry.asOfDate && `as of ${entry.asOfDate}`, entry.partner && `partner ${entry.partner}`];
  const head = [`${colors.bold(entry.id)}: ${entry.name}`, facts.filter(Boolean).join(', '), entry.note];
  const rest = otherFields(entry.fields).map(([path, value]) => `  ${path}: ${value}`);
  const from = Object.entries(used).map(([key, source]) => `  ${sourceLine(key, source)}`);
  return [
    head.filter(Boolean).join('\n'),
    rest.join('\n'),
    rows.length > 0 ? table.toString() : '',
    from.length > 0 ? `Sources\n${from.join('\n')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Widths that fill the terminal: the first columns as their words need, the last what is left. */
function columnWidths(rows: readonly [string, string, string, string][], columns: number): number[] {
  const widest = (column: 0 | 1, most: number) =>
    Math.min(most, Math.max(21, ...rows.map((row) => row[column].length + 2)));
  const first = widest(0, 36);
  const second = widest(1, 34);
  return [first, second, 12, Math.max(24, columns - first - second - 12 - 5)];
}

function range({ low, high }: SourcedNumber, readable: (value: number, digits?: number) => string): string {
  if (low === undefined && high === undefined) return '';
  return ` (${low === undefined ? '' : readable(low, 8)} to ${high === undefined ? '' : readable(high, 8)})`
    .replace('( to', '(to')
    .replace(' to )', ' or more)');
}

/** Units by the last letters of a name, longest first. */
const UNITS: [suffix: string, unit: string][] = [
  ['MusdYr', 'M$/year'],
  ['PerYr', 'a year'],
  ['UsdKg', '$/kg'],
  ['KmS2', 'km/s²'],
  ['Musd', 'M$'],
  ['Urad', 'µrad'],
  ['HYr', 'h/year'],
  ['Days', 'days'],
  ['KmS', 'km/s'],
  ['Deg', 'deg'],
  ['Km', 'km'],
  ['Kg', 'kg'],
  ['M2', 'm²'],
  ['Ms', 'ms'],
  ['Yr', 'years'],
  ['M', 'm'],
  ['S', 's'],
  ['G', 'g'],
];

/** Unit of a number, read from its name; money in its currency and price year. */
export function unitOf(path: string, { currency, priceYear }: Pick<SourcedNumber, 'currency' | 'priceYear'>): string {
  const name = path
    .split('.')
    .at(-1)!
    .replace(/\[\d+\]$/, '');
  const unit = UNITS.find(([suffix]) => name.endsWith(suffix))?.[1];
  if (unit === undefined) return '';
  const money = currency === 'EUR' ? unit.replace('$', '€') : unit;
  return ` ${money}${priceYear === undefined ? '' : ` of ${priceYear}`}`;
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

async function sources(catalog: Catalog, { out, options }: CommandContext): Promise<number> {
  const { eachNumber } = await import('../catalog/entry.ts');
  const counts = new Map<string, number>();
  for (const entry of allEntries(catalog)) {
    eachNumber(entry.fields, (_path, { source }) => void counts.set(source, (counts.get(source) ?? 0) + 1));
  }
  const rows = Object.entries(catalog.sources)
    .map(([key, source]) => ({ key, ...source, numbers: counts.get(key) ?? 0 }))
    .sort((a, b) => b.numbers - a.numbers || (a.key < b.key ? -1 : 1));
  if (options.json) {
    out(JSON.stringify(rows, null, 2));
    return 0;
  }
  out(`${rows.length} sources, most used first.\n`);
  for (const { key, numbers, ...source } of rows) {
    out(`  ${sourceLine(key, source)}${numbers > 0 ? ` (${numbers} ${numbers === 1 ? 'number' : 'numbers'})` : ''}`);
  }
  return 0;
}

/** Key of the assumptions that stand on nobody else's word. */
const OWN = 'cupola';
const SEEN = { primary: 'read in the original', secondary: 'as quoted by others', 'not-seen': 'recalled, not read' };

function sourceLine(key: string, { title, producer, date, url, seen }: Source): string {
  const how = key === OWN ? '' : `; ${SEEN[seen]}`;
  return `${key}: ${title}. ${producer}, ${date}${how}.${url ? ` ${url}` : ''}`;
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

function allEntries(catalog: Catalog): CatalogEntry[] {
  return Object.values(catalog.entries).flatMap((byId) => Object.values(byId));
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} %`;
}

import type { Catalog } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { percent } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
import { allEntries, sourceLine, unknownWord } from './catalog-names.ts';
import type { CommandContext, CommandSpec } from './command.ts';

const ACTIONS = ['list', 'show', 'search', 'sources', 'diff', 'check', 'audit', 'export'] as const;
type Action = (typeof ACTIONS)[number];

/** Words that each action takes at most. */
const MOST_WORDS: Record<Action, number> = {
  list: 1,
  show: 1,
  search: Number.POSITIVE_INFINITY,
  sources: 0,
  diff: 2,
  check: 1,
  audit: 1,
  export: 1,
};
/** Options of one action alone. */
const OWN_OPTIONS: Record<string, Action> = { draws: 'audit', raids: 'audit', date: 'audit', force: 'export' };

/** `cupola catalog`: what is known, from where, and since when. */
export const command: CommandSpec = {
  name: 'catalog',
  summary: 'What is known about the systems, from where, and since when',
  configure(program) {
    program
      .argument('[action]', `${ACTIONS.join(', ')}`, 'list')
      .argument(
        '[words...]',
        'list: a kind such as sites, or members; show: an entry; search: words; diff: two dates; check: a folder, if not that of the program; audit: a scenario file; export: a folder',
      )
      .option('--draws <n>', 'audit: draws of every number with a range (default 128)')
      .option('--raids <m>', 'audit: raids a draw and date (default 6)')
      .option('--date <date>', 'audit: date of the headline')
      .option('--force', 'export: replace files that cupola did not write, or that were edited since')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola catalog list',
    'cupola catalog list sites',
    'cupola catalog show cbo-2026-sbi',
    'cupola catalog search tracking',
    'cupola catalog diff 2026-05 2026-07',
    'cupola catalog audit scenarios/two-families.yaml --draws 16 --raids 4',
    'cupola catalog export out/catalog',
    'cupola catalog sources --json',
  ],
  async run(context) {
    const [action = 'list', ...words] = context.args.flat() as string[];
    if (!ACTIONS.includes(action as Action)) throw await unknownWord('action', action, ACTIONS);
    checkWords(action as Action, words, context.options);
    if (action === 'check') return (await import('./catalog-check.ts')).checkFolder(words[0], context);
    if (action === 'audit') return (await import('./catalog-audit.ts')).showAudit(words, context);
    if (action === 'diff') return (await import('./catalog-diff.ts')).showDiff(words, context);
    const catalog = await (await import('./load-catalog.ts')).loadInstalledCatalog();
    switch (action as Exclude<Action, 'check' | 'diff' | 'audit'>) {
      case 'list':
        return list(catalog, words[0], context);
      case 'show':
        return (await import('./catalog-show.ts')).showEntry(catalog, words[0], context);
      case 'search':
        return (await import('./catalog-search.ts')).showFound(catalog, words, context);
      case 'export':
        return (await import('./catalog-export.ts')).exportCatalog(catalog, words, context);
      case 'sources':
        return sources(catalog, context);
    }
  },
};

/** @throws InputError for every word and option that the action does not take */
function checkWords(action: Action, words: readonly string[], options: CommandContext['options']): void {
  const most = MOST_WORDS[action];
  const extra = words.slice(most).map((word) => ({
    code: 'word-too-many',
    path: action,
    said: said('catalog.too-many', { word, most }),
  }));
  const others = Object.entries(OWN_OPTIONS)
    .filter(([name, owner]) => owner !== action && options[name] !== undefined)
    .map(([name, owner]) => ({
      code: 'option-of-another-action',
      path: `--${name}`,
      said: said('option.other-format', { format: action, formats: [owner] }),
    }));
  if (extra.length + others.length > 0) throw new InputError([...extra, ...others]);
}

interface Line {
  id: string;
  kind: string;
  name: string;
  numbers: number;
  secondHand: number;
  assumptions: number;
}

async function list(catalog: Catalog, kind: string | undefined, { out, options }: CommandContext): Promise<number> {
  const { basisCounts } = await import('../catalog/entry.ts');
  const known = [...Object.keys(catalog.entries), ...NAMES];
  if (kind !== undefined && !known.includes(kind)) throw await unknownWord('kind', kind, known);
  if (NAMES.includes(kind as Name)) return listNames(catalog, kind as Name, { out, options });
  const lines: Line[] = allEntries(catalog)
    .filter((entry) => kind === undefined || entry.kind === kind)
    .map(({ id, kind, name, fields }) => {
      const counts = basisCounts(fields);
      const numbers = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return { id, kind, name, numbers, secondHand: counts['second-hand'], assumptions: counts.assumption };
    });
  const total = lines.reduce((sum, line) => sum + line.numbers, 0);
  const secondHand = lines.reduce((sum, line) => sum + line.secondHand, 0);
  const assumed = lines.reduce((sum, line) => sum + line.assumptions, 0);
  if (options.json) {
    const assumptionFraction = total === 0 ? 0 : assumed / total;
    out(
      JSON.stringify({ entries: lines, numbers: total, secondHand, assumptions: assumed, assumptionFraction }, null, 2),
    );
    return 0;
  }
  const { alignedRows } = await import('../report/text.ts');
  const shares = { secondHand: share(secondHand, total), assumed: share(assumed, total) };
  out(say('catalog.count', { entries: lines.length, numbers: total, ...shares }));
  const head = [say('catalog.numbers'), say('basis.second-hand'), say('catalog.assumed')];
  for (const each of new Set(lines.map((line) => line.kind))) {
    const rows = lines
      .filter((line) => line.kind === each)
      .map((line) => [
        line.id,
        nameIn(line.name),
        String(line.numbers),
        share(line.secondHand, line.numbers),
        share(line.assumptions, line.numbers),
      ]);
    out(`\n${alignedRows([[each, '', ...head], ...rows], ['left', 'left', 'right', 'right', 'right'])}`);
  }
  return 0;
}

/** What a partner book names beside its edges. */
const NAMES = ['members', 'functions', 'parts'] as const;
type Name = (typeof NAMES)[number];

/** Partners, functions or shared parts of every book. */
async function listNames(
  catalog: Catalog,
  list: Name,
  { out, options }: Pick<CommandContext, 'out' | 'options'>,
): Promise<number> {
  const found = Object.values(catalog.entries.partners).flatMap(({ id: book, fields }) =>
    ((fields[list] ?? []) as { id: string; name: string; country?: string }[]).map((each) => ({ ...each, book })),
  );
  if (options.json) {
    out(JSON.stringify(found, null, 2));
    return 0;
  }
  const { alignedRows } = await import('../report/text.ts');
  const rows = found.map(({ id, name, country = '', book }) => [id, nameIn(name), nameIn(country), book]);
  out(alignedRows([[list, '', '', say('catalog.book')], ...rows], ['left', 'left', 'left', 'left']));
  return 0;
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
  out(`${say('catalog.sources', { count: rows.length })}\n`);
  for (const { key, numbers, ...source } of rows) {
    out(`  ${sourceLine(key, source)}${numbers > 0 ? ` ${say('catalog.used', { count: numbers })}` : ''}`);
  }
  return 0;
}

function share(part: number, whole: number): string {
  return whole === 0 ? say('part.none') : percent(part / whole, 0);
}

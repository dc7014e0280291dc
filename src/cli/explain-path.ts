import type { Catalog } from '../catalog/entry.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { meaningIn, say } from '../words/words.ts';
import type { CommandContext, CommandSpec } from './command.ts';
import { setOption } from './command.ts';

/** What is known of a place: as `--json` writes it. */
interface Explained {
  asked: string;
  /** Keys of the scenario file that are meant. */
  keys: { key: string; about: string }[];
  /** What stands there; of a scenario or of the catalog. */
  value?: unknown;
  source?: string;
  /** Words of the field that it is, or has in it. */
  words: { word: string; means: string }[];
}

/** `cupola explain`: what a key, a number or a word is. */
export const command: CommandSpec = {
  name: 'explain',
  summary: 'What a key of a scenario, a number or a word is: meaning, value, range, basis and source',
  configure(program) {
    setOption(program)
      .argument(
        '<what>',
        'path such as interceptors.sbi.lifeYr or catalog.launchers.falcon-9.priceMusd, key, entry or word',
      )
      .argument('[scenario]', 'scenario file (YAML) in which the path leads somewhere; - for standard input')
      .option('--json', 'one JSON document');
  },
  examples: [
    'cupola explain interceptors.sbi.lifeYr scenarios/golden-dome.yaml',
    'cupola explain catalog.launchers.falcon-9.priceMusd',
    'cupola explain salvo',
    'cupola explain leaker',
  ],
  async run(context) {
    const [asked = '', file] = context.args as [string, string?];
    const { loadInstalledCatalog } = await import('./load-catalog.ts');
    const catalog = await loadInstalledCatalog();
    const isPath = asked.includes('.');
    const explained = isPath ? await ofPath(asked, file, catalog, context) : await ofWord(asked);
    if (!isPath && explained.keys.length === 0 && explained.words.length === 0) {
      const { allEntries, unknownWord } = await import('./catalog-names.ts');
      const ids = allEntries(catalog).map(({ id }) => id);
      if (!ids.includes(asked)) throw await unknownWord('meaning', asked, ids, 'cupola glossary');
      return (await import('./catalog-show.ts')).showEntry(catalog, asked, context);
    }
    if (context.options.json) context.out(JSON.stringify(explained));
    else await print(explained, context);
    return 0;
  },
};

async function ofWord(asked: string): Promise<Explained> {
  const [{ keysNamed }, { glossaryRows }] = await Promise.all([
    import('../read/described-path.ts'),
    import('./glossary.ts'),
  ]);
  const isMeant = (word: string) => word.toLowerCase().split(', ').includes(asked.toLowerCase());
  return {
    asked,
    keys: keysNamed(asked),
    words: glossaryRows().filter(({ word, english }) => isMeant(word) || isMeant(english)),
  };
}

/** @throws InputError for a path that leads nowhere */
async function ofPath(
  asked: string,
  file: string | undefined,
  catalog: Catalog,
  { options }: CommandContext,
): Promise<Explained> {
  const [{ PathError, pathParts, readInput }, { describedPath }] = await Promise.all([
    import('../ensemble/study/input-path.ts'),
    import('../read/described-path.ts'),
  ]);
  const place = await placeOf(file, catalog, options.set as string[] | undefined);
  try {
    const parts = pathParts(asked);
    const isOfEntry = parts[0] === 'catalog';
    if (!isOfEntry && file === undefined) throw new PathError(said('explain.needs-scenario'));
    const value = readInput(place.scenario, parts, place.catalog);
    const described = describedPath(parts);
    if (value === undefined && described === undefined) throw new PathError(said('explain.nowhere'));
    const key = (value as { source?: unknown } | null | undefined)?.source;
    const source = typeof key === 'string' ? place.catalog.sources[key] : undefined;
    const { sourceLine } = await import('./catalog-names.ts');
    return {
      asked,
      keys: described ? [described] : [],
      ...(value !== undefined && { value }),
      ...(source && { source: sourceLine(key as string, source) }),
      words: [],
    };
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new InputError([{ code: 'unknown-input', path: asked, said: error.said }]);
  }
}

/** The scenario as written, with what is set in it, and the catalog that it sees. */
async function placeOf(
  file: string | undefined,
  catalog: Catalog,
  set?: string[],
): Promise<{ scenario: unknown; catalog: Catalog }> {
  if (file === undefined) return { scenario: {}, catalog };
  const { loadScenarioFile } = await import('./load-scenario.ts');
  const loaded = await loadScenarioFile(file, { set });
  return { scenario: loaded.written, catalog: loaded.catalog };
}

async function print({ asked, keys, value, source, words }: Explained, context: CommandContext): Promise<void> {
  const [{ colorStyle, plainStyle, wrap }, { isSourced }, { numberWords }, { readable }] = await Promise.all([
    import('../report/text.ts'),
    import('../catalog/entry.ts'),
    import('./catalog-number.ts'),
    import('./readable.ts'),
  ]);
  const { out, color, columns } = context;
  const style = color ? colorStyle : plainStyle;
  const told = (text: string) => out(wrap(text, columns - 2).replaceAll(/^/gm, '  '));
  if (value !== undefined) {
    out(style.bold(asked));
    if (isSourced(value)) {
      told(`${numberWords(asked, value, readable)}${say('join.semicolon')}${say(`basis.${value.basis}`)}`);
      told(`${source ?? value.source}${value.where ? ` ${say('explain.where', { where: value.where })}` : ''}`);
    } else told(typeof value === 'object' ? JSON.stringify(value) : `${value}`);
  }
  for (const { key, about } of keys) {
    out(style.bold(key));
    told(about ? meaningIn(about) : say('explain.part'));
  }
  for (const { word, means } of words) {
    out(style.bold(word));
    told(means);
  }
}

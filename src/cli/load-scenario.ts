import { resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture, ElementFile } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Override } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import type { ParsedScenario } from '../read/parse.ts';
import type { CarriedFile } from '../report/repeat-record.ts';
import { say } from '../words/words.ts';
import { folderOfInput, type InputFile, MAX_ELEMENT_FILE_BYTES, readInputFile, shownName } from './input-file.ts';
import { loadInstalledCatalog } from './load-catalog.ts';

export interface LoadedScenario {
  architecture: Architecture;
  /** Text of the scenario as read. */
  text: string;
  /** Text of a scenario with what was set in it; undefined where nothing was. */
  changedText?: string;
  /** Plain values of the file, with what was set in it. */
  written: unknown;
  /** The catalog that it was resolved with: of its date, with its own entries. */
  catalog: Catalog;
  /** Version of the catalog. */
  catalogHash: string;
  /** The scenario and its files. */
  inputs: InputFile[];
  /** Their texts, by the names that they were asked for with. */
  carried: CarriedFile[];
  /** Values set over those of the scenario. */
  overrides: Override[];
}

let given: readonly CarriedFile[] | undefined;

/** From now on scenarios and their files are these, whatever paths are asked for; without them they are read from the disk. */
export function useCarried(files: readonly CarriedFile[] | undefined): void {
  given = files;
}

/** Text of the scenario, or of one of the files of an element. */
async function textOf(path: string, element?: string, index = 0): Promise<string> {
  if (!given) return readInputFile(path, element === undefined ? undefined : MAX_ELEMENT_FILE_BYTES);
  const found = given.filter((file) => file.element === element)[index];
  if (found) return found.text;
  const file = shownName(path);
  throw new InputError([{ code: 'no-file', file, path: '', said: said('file.no-file') }]);
}

/** Words of a command line that change a scenario before it is resolved. */
export interface ScenarioWords {
  /** Element files, `id=FILE`: they replace those of the scenario; several of one id are its satellites at several dates. */
  elements?: readonly string[];
  /** Values over those of the scenario, `path=value`. */
  set?: readonly string[];
  /** Days that elements may be away from the epoch. */
  stale?: string;
  /** Whether sets of elements with faults are left out. */
  skipBad?: boolean;
}

/**
 * Reads a scenario file (`-` is standard input), the element files it names and the installed catalog, and resolves them.
 *
 * @param words what changes it: `--elements`, `--set`
 * @param known catalog to resolve it with; default: the installed one, as of the date of `--as-of`
 * @returns the architecture is named after the scenario and what was set
 * @throws InputError every problem of the words, of the scenario and of its files
 */
export async function loadScenarioFile(
  path: string,
  words: ScenarioWords = {},
  known?: Catalog,
): Promise<LoadedScenario> {
  const problems: Problem[] = [];
  const overrides = overridesOf(words.set, problems);
  if (problems.length > 0) throw new InputError(problems);
  const loaded = await loadUntitled(path, { ...words, overrides }, known);
  const { architecture } = loaded;
  if (overrides.length === 0) return loaded;
  const { changeWords, titleOf } = await import('../report/run-record.ts');
  return { ...loaded, architecture: { ...architecture, name: titleOf(architecture.name, changeWords([], overrides)) } };
}

/** As `loadScenarioFile`, with the name that the scenario has without what was set. */
export async function loadUntitled(
  path: string,
  words: Pick<ScenarioWords, 'elements' | 'stale' | 'skipBad'> & { overrides?: Override[] },
  known?: Catalog,
): Promise<LoadedScenario> {
  const { elements = [], overrides = [] } = words;
  const flight = flightOf(words);
  const [{ neededFiles, parseScenario }, { loadParsed }, { catalogOf }] = await Promise.all([
    import('../read/parse.ts'),
    import('../read/load-scenario.ts'),
    import('../read/own-entries.ts'),
  ]);
  const text = await textOf(path);
  const file = parseScenario(text, shownName(path));
  const catalog = known ?? (await loadInstalledCatalog());
  const parsed = overrides.length > 0 ? await changed(file, overrides, catalogOf(file, catalog)) : file;
  const needed = neededFiles(parsed.scenario);
  const wanted = new Map(needed.map(({ element, file }) => [element, [resolve(folderOfInput(path), file)]]));
  const replaced = new Set<string>();
  for (const word of elements) {
    const [id, ...file] = word.split('=');
    if (!id || file.length === 0) throw wrongWord(word);
    if (!wanted.has(id)) throw unknownElement(id, [...wanted.keys()]);
    wanted.set(id, [...(replaced.has(id) ? wanted.get(id)! : []), file.join('=')]);
    replaced.add(id);
  }
  const files = await readAll(wanted, flight);
  const inputs = [
    { path, what: say('file.the-scenario') },
    ...[...wanted].flatMap(([id, list]) =>
      list.map((file) => ({ path: file, what: say('file.the-elements', { id }) })),
    ),
  ];
  const architecture = loadParsed(parsed, catalog, files);
  const written = parsed.document.value;
  const asWritten = new Map(
    needed.filter(({ element }) => !replaced.has(element)).map((each) => [each.element, each.file]),
  );
  const carried = [
    { name: path, text },
    ...Object.entries(files).flatMap(([element, { further = [], ...first }]) =>
      [first, ...further].map(({ file, text }) => ({ name: asWritten.get(element) ?? file, element, text })),
    ),
  ];
  const seen = { carried, written, catalog: catalogOf(parsed, catalog), catalogHash: catalog.hash };
  if (overrides.length === 0) return { architecture, text, ...seen, inputs, overrides };
  const changedText = stringify(written, { lineWidth: 120 });
  return { architecture, text, changedText, ...seen, inputs, overrides };
}

/** The words of `--set` as paths and values; what is none goes into the problems. */
export function overridesOf(set: readonly string[] | undefined, problems: Problem[]): Override[] {
  return (set ?? []).flatMap((word) => {
    const at = word.indexOf('=');
    if (at > 0 && word.slice(at + 1).trim() !== '')
      return [{ path: word.slice(0, at).trim(), value: word.slice(at + 1) }];
    problems.push({ code: 'wrong-word', path: '--set', said: said('option.path-value', { word }) });
    return [];
  });
}

/** A scenario with values set, by the paths of a study. @throws InputError */
async function changed(
  parsed: ParsedScenario,
  overrides: readonly Override[],
  catalog: Catalog,
): Promise<ParsedScenario> {
  const [{ setInput, pathParts, PathError }, { parseYaml }, { checkDocument }, { scenarioSchema }] = await Promise.all([
    import('../ensemble/study/input-path.ts'),
    import('../catalog/yaml-document.ts'),
    import('../catalog/check-document.ts'),
    import('../read/schema.ts'),
  ]);
  const value = structuredClone(parsed.document.value);
  const problems: Problem[] = [];
  for (const { path, value: word } of overrides) {
    try {
      setInput(value, pathParts(path), parseYaml(word, `--set ${path}`).value, catalog);
    } catch (error) {
      if (error instanceof InputError) problems.push(...error.problems);
      else if (error instanceof PathError)
        problems.push({ code: 'unknown-input', path: '--set', said: said('study.place', { path, fault: error.said }) });
      else throw error;
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  const document = { ...parsed.document, value };
  try {
    return { scenario: checkDocument(document, scenarioSchema), document };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const words = overrides.map(({ path, value: word }) => `${path}=${word}`).join(' ');
    throw new InputError(
      error.problems.map(({ code, path, said: fault }) => ({
        code,
        path,
        said: said('option.with-set', { fault, words }),
      })),
    );
  }
}

async function readAll(
  wanted: Map<string, string[]>,
  flight: Partial<ElementFile>,
): Promise<Record<string, ElementFile>> {
  const files: Record<string, ElementFile> = {};
  const problems: Problem[] = [];
  for (const [id, list] of wanted) {
    try {
      const read: { file: string; text: string }[] = [];
      for (const [i, file] of list.entries()) read.push({ file, text: await textOf(file, id, i) });
      const [first, ...further] = read;
      files[id] = { ...first, ...flight, ...(further.length > 0 && { further }) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems)
        problems.push({
          ...problem,
          said: said('file.elements-of', { fault: problem.said, id }),
        });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return files;
}

const MAX_STALE_DAYS = 100_000;

/** What the words say of how elements are flown. @throws InputError for days that are none */
export function flightOf({ stale, skipBad }: Pick<ScenarioWords, 'stale' | 'skipBad'>): Partial<ElementFile> {
  const days = stale?.trim() === '' ? Number.NaN : Number(stale ?? 0);
  if (!(days >= 0 && days <= MAX_STALE_DAYS)) {
    const expected = said('option.number', { min: 0, max: MAX_STALE_DAYS, word: String(stale) });
    throw new InputError([{ code: 'wrong-number', path: '--stale', said: expected }]);
  }
  return { ...(stale !== undefined && { maxAgeDays: days }), ...(skipBad && { isSkippingBad: true }) };
}

function wrongWord(word: string): InputError {
  return new InputError([{ code: 'wrong-word', path: '--elements', said: said('option.id-file', { word }) }]);
}

function unknownElement(id: string, known: string[]): InputError {
  const all = known.length > 0 ? known : said('file.none-that-does');
  return new InputError([
    { code: 'unknown-element', path: '--elements', said: said('file.takes-none', { id, known: all }) },
  ]);
}

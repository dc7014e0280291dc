import { resolve } from 'node:path';
import type { Catalog } from '../catalog/entry.ts';
import type { Architecture, ElementFile } from '../flow/architecture.ts';
import { InputError, type Problem } from '../flow/problems.ts';
import type { Override } from '../flow/run-record.ts';
import { said } from '../flow/said.ts';
import type { ParsedScenario } from '../read/parse.ts';
import { folderOfInput, type InputFile, readInputFile, shownName } from './input-file.ts';
import { loadInstalledCatalog } from './load-catalog.ts';

const MAX_ELEMENT_FILE_BYTES = 128 * 1024 * 1024;

export interface LoadedScenario {
  architecture: Architecture;
  /** Text of the scenario as read. */
  text: string;
  /** The catalog that it was resolved with: of its date, with its own entries. */
  catalog: Catalog;
  /** Version of the catalog. */
  catalogHash: string;
  /** The scenario and its files. */
  inputs: InputFile[];
}

/**
 * Reads a scenario file (`-` is standard input), the element files it names and the installed catalog, and resolves them.
 *
 * @param elements element files given on the command line, `id=FILE`: they replace those of the scenario
 * @param overrides values set over those of the scenario
 * @throws InputError every problem of the scenario and its files
 */
export async function loadScenario(
  path: string,
  elements: readonly string[] = [],
  overrides: readonly Override[] = [],
): Promise<LoadedScenario> {
  const [{ neededFiles, parseScenario }, { loadParsed }, { catalogOf }] = await Promise.all([
    import('../read/parse.ts'),
    import('../read/load-scenario.ts'),
    import('../read/own-entries.ts'),
  ]);
  const text = await readInputFile(path);
  const written = parseScenario(text, shownName(path));
  const catalog = await loadInstalledCatalog();
  const parsed = overrides.length > 0 ? await changed(written, overrides, catalogOf(written, catalog)) : written;
  const wanted = new Map(
    neededFiles(parsed.scenario).map(({ element, file }) => [element, resolve(folderOfInput(path), file)]),
  );
  for (const word of elements) {
    const [id, ...file] = word.split('=');
    if (!id || file.length === 0) throw wrongWord(word);
    if (!wanted.has(id)) throw unknownElement(id, [...wanted.keys()]);
    wanted.set(id, file.join('='));
  }
  const files = await readAll(wanted);
  const inputs = [
    { path, what: 'the scenario' },
    ...[...wanted].map(([id, file]) => ({ path: file, what: `the element file of "${id}"` })),
  ];
  const architecture = loadParsed(parsed, catalog, files);
  return { architecture, text, catalog: catalogOf(parsed, catalog), catalogHash: catalog.hash, inputs };
}

/** A scenario with values set, by the paths of a study. @throws InputError */
async function changed(
  parsed: ParsedScenario,
  overrides: readonly Override[],
  catalog: Catalog,
): Promise<ParsedScenario> {
  const [{ setInput, pathParts, PathError }, { checkDocument, parseYaml }, { scenarioSchema }] = await Promise.all([
    import('../ensemble/study/input-path.ts'),
    import('../catalog/yaml-document.ts'),
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

async function readAll(wanted: Map<string, string>): Promise<Record<string, ElementFile>> {
  const files: Record<string, ElementFile> = {};
  const problems: Problem[] = [];
  for (const [id, file] of wanted) {
    try {
      files[id] = { file, text: await readInputFile(file, MAX_ELEMENT_FILE_BYTES) };
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

function wrongWord(word: string): InputError {
  return new InputError([{ code: 'wrong-word', path: '--elements', said: said('option.id-file', { word }) }]);
}

function unknownElement(id: string, known: string[]): InputError {
  const all = known.length > 0 ? known : said('file.none-that-does');
  return new InputError([
    { code: 'unknown-element', path: '--elements', said: said('file.takes-none', { id, known: all }) },
  ]);
}

import type { Catalog } from '../catalog/entry.ts';
import { withPlaces } from '../catalog/yaml-document.ts';
import type { Architecture, ElementFile } from '../flow/architecture.ts';
import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { checkModels } from './check.ts';
import { neededFiles, type ParsedScenario, parseScenario } from './parse.ts';
import { resolveScenario } from './resolve.ts';

/** What a scenario is read with beside its own text. */
export interface ScenarioSources {
  /** Name of the scenario's file, for messages. */
  file?: string;
  /** Texts of the element files that the scenario names, by id of the element (`neededFiles` lists them). */
  files?: Record<string, ElementFile>;
}

/**
 * A scenario that can be run: read, checked against its schema, filled in from the catalog, and checked by the models.
 *
 * @param text YAML of the scenario
 * @throws InputError every problem, with its line and column
 */
export function loadScenario(text: string, catalog: Catalog, sources: ScenarioSources = {}): Architecture {
  return loadParsed(parseScenario(text, sources.file ?? 'scenario.yaml'), catalog, sources.files);
}

/**
 * The same from a scenario whose text is parsed: between the two, the element files that it names can be fetched.
 *
 * @throws InputError every problem, with its line and column
 */
export function loadParsed(
  parsed: ParsedScenario,
  catalog: Catalog,
  files: Record<string, ElementFile> = {},
): Architecture {
  return withPlaces(parsed.document, () => {
    const missing = neededFiles(parsed.scenario).filter(({ element }) => !Object.hasOwn(files, element));
    if (missing.length > 0)
      throw new InputError(
        missing.map(({ element, file, path }) => ({
          code: 'missing-file',
          path,
          said: said('problem.missing-file', { file, id: element }),
        })),
      );
    return checkModels(resolveScenario(parsed, catalog, files));
  });
}

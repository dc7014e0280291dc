import { checkDocument, parseYaml, type YamlDocument } from '../catalog/yaml-document.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

/** A scenario of the right form, with the document that can tell the line of each of its parts. */
export interface ParsedScenario {
  scenario: Scenario;
  document: YamlDocument;
}

/**
 * Reads a scenario from its text: syntax and form. References to the catalog are checked by `resolveScenario`.
 *
 * @throws InputError every problem with line and column
 */
export function parseScenario(text: string, file: string): ParsedScenario {
  const document = parseYaml(text, file);
  return { scenario: checkDocument(document, scenarioSchema), document };
}

/** A file that a scenario names. */
export interface NeededFile {
  /** Id of the element that names it. */
  element: string;
  /** As written. */
  file: string;
  /** Where it is named, such as `networks[0].elements.file`. */
  path: string;
}

/** The files that the scenario needs beside itself. */
export function neededFiles(scenario: Scenario): NeededFile[] {
  return (['networks', 'sensors', 'interceptors'] as const).flatMap((list) =>
    (scenario[list] ?? []).flatMap((item, i) => {
      const { id, elements } = item as { id: string; elements?: { file: string } };
      return elements ? [{ element: id, file: elements.file, path: `${list}[${i}].elements.file` }] : [];
    }),
  );
}

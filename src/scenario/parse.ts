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

/** Names of the files that the scenario needs beside itself, as written, with the element that names each. */
export function neededFiles(scenario: Scenario): { element: string; file: string }[] {
  const lists = [scenario.networks ?? [], scenario.sensors ?? [], scenario.interceptors ?? []];
  return lists.flat().flatMap((item) => {
    const { id, elements } = item as { id: string; elements?: { file: string } };
    return elements ? [{ element: id, file: elements.file }] : [];
  });
}

import { checkDocument } from '../catalog/check-document.ts';
import { parseYaml, type YamlDocument } from '../catalog/yaml-document.ts';
import { InputError } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
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
  checkKind(document);
  return { scenario: checkDocument(document, scenarioSchema), document };
}

const FEW_KEYS = 5;

/** @throws InputError one problem in place of one for each key, for a file of another kind */
function checkKind({ value, file, place }: YamlDocument): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const found = Object.keys(value);
  const has = (...keys: string[]) => keys.every((key) => found.includes(key));
  const fail = (kind: Said) => {
    throw new InputError([{ code: 'other-kind', file, ...place([]), path: '', said: kind }]);
  };
  if (has('scenario', 'vary')) fail(said('problem.study-not-scenario'));
  if (has('run', 'effect', 'version')) fail(said('problem.result-not-scenario'));
  const known = found.filter((key) => Object.hasOwn(scenarioSchema.shape, key));
  if (found.length >= FEW_KEYS && known.every((key) => key === 'name' || key === 'description'))
    fail(said('problem.no-scenario', { found: found.slice(0, FEW_KEYS) }));
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

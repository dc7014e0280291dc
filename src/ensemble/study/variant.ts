import { checkDocument } from '../../catalog/check-document.ts';
import type { Catalog } from '../../catalog/entry.ts';
import type { YamlDocument } from '../../catalog/yaml-document.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { StudyValue } from '../../flow/study.ts';
import { type ParsedScenario, parseScenario } from '../../read/parse.ts';
import { resolveScenario } from '../../read/resolve.ts';
import { scenarioSchema } from '../../read/schema.ts';
import { pathParts, setInput } from './input-path.ts';
import type { StudyJob } from './study-job.ts';

/**
 * The scenario of a design point: the document with the values of the point in place.
 *
 * @throws InputError where the scenario would not be valid with them
 * @throws PathError where a path leads nowhere
 */
export function variantOf(
  document: YamlDocument,
  inputs: readonly Pick<StudyJob['inputs'][number], 'paths' | 'isCase'>[],
  values: readonly StudyValue[],
  catalog: Catalog,
): ParsedScenario {
  const value = structuredClone(document.value);
  inputs.forEach(({ paths, isCase }, i) => {
    if (isCase) setCase(value, values[i], catalog);
    else for (const parts of paths) setInput(value, parts, values[i], catalog);
  });
  const edited: YamlDocument = { ...document, value };
  return { scenario: checkDocument(edited, scenarioSchema), document: edited };
}

/** Sets the places of a case, in the order of their names: a list is there before what lies in it. */
function setCase(scenario: unknown, values: StudyValue, catalog: Catalog): void {
  const sorted = Object.entries(values as Record<string, StudyValue>).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, value] of sorted) setInput(scenario, pathParts(path), value, catalog);
}

/** The architecture of one point of a study. @throws InputError */
export function pointArchitecture(job: StudyJob, pointIndex: number, catalog: Catalog): Architecture {
  const { document } = parseScenario(job.scenarioText, job.scenarioFile);
  const variant = variantOf(document, job.inputs, job.points[pointIndex], catalog);
  const architecture = resolveScenario(variant, catalog, job.files);
  architecture.analysis.seed = job.seed;
  return architecture;
}

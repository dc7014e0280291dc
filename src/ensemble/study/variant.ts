import type { Catalog } from '../../catalog/entry.ts';
import { checkDocument, type YamlDocument } from '../../catalog/yaml-document.ts';
import type { Architecture } from '../../flow/architecture.ts';
import type { StudyValue } from '../../flow/study.ts';
import { type ParsedScenario, parseScenario } from '../../scenario/parse.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { scenarioSchema } from '../../scenario/schema.ts';
import { setInput } from './input-path.ts';
import type { StudyJob } from './study-job.ts';

/** A scenario with other values in some places. */
export interface Variant {
  parsed: ParsedScenario;
  /** By input: where its values went, in numbers. */
  paths: (string | number)[][][];
}

/**
 * The scenario of a design point: the document with the values of the point in place.
 *
 * @throws InputError where the scenario would not be valid with them
 * @throws PathError where a path leads nowhere
 */
export function variantOf(
  document: YamlDocument,
  inputs: readonly { paths: (string | number)[][] }[],
  values: readonly StudyValue[],
  catalog: Catalog,
): Variant {
  const value = structuredClone(document.value);
  const paths = inputs.map((input, i) => input.paths.map((parts) => setInput(value, parts, values[i], catalog)));
  const edited: YamlDocument = { ...document, value };
  return { parsed: { scenario: checkDocument(edited, scenarioSchema), document: edited }, paths };
}

/**
 * The architecture of one point of a study. @throws InputError
 */
export function pointArchitecture(job: StudyJob, pointIndex: number, catalog: Catalog): Architecture {
  const { document } = parseScenario(job.scenarioText, job.scenarioFile);
  const { parsed } = variantOf(document, job.inputs, job.points[pointIndex]!, catalog);
  const architecture = resolveScenario(parsed, catalog, job.files);
  architecture.analysis.seed = job.seed;
  return architecture;
}

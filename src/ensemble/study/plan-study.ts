import type { Catalog } from '../../catalog/entry.ts';
import {
  byPlace,
  checkDocument,
  parseYaml,
  problemAt,
  suggestion,
  type YamlDocument,
} from '../../catalog/yaml-document.ts';
import type { ElementFile } from '../../flow/architecture.ts';
import { InputError, type Problem } from '../../flow/problems.ts';
import type { StudyInput } from '../../flow/study.ts';
import { defaults } from '../../scenario/defaults.ts';
import { type ParsedScenario, parseScenario } from '../../scenario/parse.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import { checkAlone, checkPoints } from './check-points.ts';
import { designPoints } from './design-points.ts';
import { type Axis, readAxes } from './read-axes.ts';
import type { StopRule, StudyJob } from './study-job.ts';
import { type Study, studySchema } from './study-schema.ts';
import { labelOf } from './value-label.ts';

const DEFAULT_MIN_TRIALS = 100;

/** A study of the right form, with the document that can tell the line of each of its parts. */
export interface ParsedStudy {
  study: Study;
  document: YamlDocument;
}

/** A study with everything that it needs, ready to be computed. */
export interface StudyPlan {
  study: Study;
  inputs: StudyInput[];
  axes: Axis[];
  job: StudyJob;
  scenarioName: string;
}

/** What a study refers to, as text. */
export interface StudyTexts {
  scenarioFile: string;
  scenarioText: string;
  /** Element files of the scenario, by id of the element. */
  files: Record<string, ElementFile>;
  matrix?: DesignMatrix;
}

/** Reads a study from its text. @throws InputError every problem of syntax and form with line and column */
export function parseStudy(text: string, file: string): ParsedStudy {
  const document = parseYaml(text, file);
  return { study: checkDocument(document, studySchema), document };
}

/**
 * Turns a study into its design points, and tries them against the scenario.
 *
 * @param version of the program: another version is another job
 * @throws InputError every input that leads nowhere and every value that the scenario does not take, at the study's line
 */
export function planStudy(parsed: ParsedStudy, texts: StudyTexts, catalog: Catalog, version: string): StudyPlan {
  const { study, document } = parsed;
  const scenario = parseScenario(texts.scenarioText, texts.scenarioFile);
  resolveScenario(scenario, catalog, texts.files);
  const problems: Problem[] = [];
  const axes = readAxes(parsed, scenario, catalog, texts.matrix, problems);
  checkFind(study, axes, document, problems);
  if (problems.length > 0)
    throw new InputError([...problems, ...checkAlone(axes, parsed, scenario.document, catalog)].sort(byPlace));
  const points = designPoints(parsed, axes, texts.matrix);
  const job: StudyJob = {
    format: 1,
    version,
    catalogHash: catalog.hash,
    scenarioFile: texts.scenarioFile,
    scenarioText: texts.scenarioText,
    files: texts.files,
    seed: study.seed ?? scenario.scenario.analysis?.seed ?? defaults.analysis.seed,
    inputs: axes.map(({ name, parts }) => ({ name, paths: parts })),
    points,
    rule: stopRule(study, scenario),
    record: [...new Set(study.record ?? (['cost'] as const))].sort(),
  };
  checkPoints(job, parsed, catalog);
  return { study, inputs: axes.map(studyInput), axes, job, scenarioName: scenario.scenario.name };
}

function stopRule({ trials, stop }: Study, { scenario }: ParsedScenario): StopRule {
  if (!stop) return { trials: trials ?? scenario.analysis?.trials ?? defaults.analysis.trials };
  const { output, halfWidth, minTrials = DEFAULT_MIN_TRIALS, maxTrials } = stop;
  return { output, halfWidth, minTrials, maxTrials };
}

function studyInput({ name, paths, levels, labels, range }: Axis): StudyInput {
  if (range) return { name, paths, kind: 'range' };
  return { name, paths, kind: 'levels', labels: labels ?? levels?.map(labelOf) };
}

function checkFind({ find }: Study, axes: readonly Axis[], document: YamlDocument, problems: Problem[]): void {
  if (!find) return;
  const axis = axes.find(({ name }) => name === find.along);
  const names = axes.map(({ name }) => name);
  const complain = (message: string) => problems.push(problemAt(document, ['find', 'along'], 'unknown-input', message));
  if (!axis) complain(`"${find.along}" is no input of this study${suggestion(find.along, names)}`);
  else if (!axis.levels || axis.levels.length < 2 || !axis.levels.every((value) => typeof value === 'number'))
    complain(`"${find.along}" needs two or more numbers by list, range or logRange`);
  if (axes.some(({ range }) => range))
    problems.push(problemAt(document, ['find'], 'rule', 'find works on grids: no input may be sampled with `between`'));
}

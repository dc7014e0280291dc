import { checkDocument } from '../../catalog/check-document.ts';
import type { Catalog } from '../../catalog/entry.ts';
import { byPlace, parseYaml, problemAt, suggestion, type YamlDocument } from '../../catalog/yaml-document.ts';
import type { ElementFile } from '../../flow/architecture.ts';
import { InputError, type Problem } from '../../flow/problems.ts';
import { type Said, said } from '../../flow/said.ts';
import type { StudyInput } from '../../flow/study.ts';
import { defaults } from '../../read/defaults.ts';
import { loadParsed } from '../../read/load-scenario.ts';
import { type ParsedScenario, parseScenario } from '../../read/parse.ts';
import type { DesignMatrix } from '../design/design-matrix.ts';
import { goalOf } from '../results/goal.ts';
import { checkAlone, checkPoints } from './check-points.ts';
import { designPoints } from './design-points.ts';
import { type Axis, readAxes } from './read-axes.ts';
import { searchPoints } from './search-points.ts';
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
  const { study } = parsed;
  const scenario = parseScenario(texts.scenarioText, texts.scenarioFile);
  loadParsed(scenario, catalog, texts.files);
  const problems: Problem[] = [];
  const axes = readAxes(parsed, scenario, catalog, texts.matrix, problems);
  checkFind(parsed, axes, problems);
  checkWorst(parsed, axes, problems);
  if (problems.length > 0)
    throw new InputError([...problems, ...checkAlone(axes, parsed, scenario.document, catalog)].sort(byPlace));
  const grid = designPoints(parsed, axes, texts.matrix);
  const between = searchPoints(parsed, axes, grid);
  const questions = study.stop ? [study.find, study.worst] : [];
  const goals = questions.flatMap((question) => (question ? [goalOf(question)] : []));
  const job: StudyJob = {
    format: 1,
    version,
    catalogHash: catalog.hash,
    scenarioFile: texts.scenarioFile,
    scenarioText: texts.scenarioText,
    files: texts.files,
    seed: study.seed ?? scenario.scenario.analysis?.seed ?? defaults.analysis.seed,
    inputs: axes.map(({ name, parts, isCase }) => ({ name, paths: parts, ...(isCase && { isCase }) })),
    points: [...grid, ...(between?.points ?? [])],
    rule: stopRule(study, scenario),
    ...(goals.length > 0 && { goals }),
    ...(between && { search: between.search }),
    record: [...new Set(study.record ?? (['cost'] as const))].sort(),
  };
  checkPoints(job, parsed, axes, catalog, texts.matrix);
  const inputs = axes.map((axis) => studyInput(axis, study.vary[axis.varyIndex].label));
  return { study, inputs, axes, job, scenarioName: scenario.scenario.name };
}

function stopRule({ trials, stop }: Study, { scenario }: ParsedScenario): StopRule {
  if (!stop) return { trials: trials ?? scenario.analysis?.trials ?? defaults.analysis.trials };
  const { output, halfWidth, minTrials = DEFAULT_MIN_TRIALS, maxTrials } = stop;
  return { output, halfWidth, minTrials, maxTrials };
}

function studyInput({ name, paths, levels, labels, range }: Axis, label: string | undefined): StudyInput {
  const input = { name, ...(label !== undefined && { label }), paths };
  if (range) return { ...input, kind: 'range', ...(range.isLog && { isLog: true }) };
  return { ...input, kind: 'levels', labels: labels ?? levels?.map(labelOf) };
}

function checkFind({ study, document }: ParsedStudy, axes: readonly Axis[], problems: Problem[]): void {
  const { find } = study;
  if (!find) return;
  const complain = (path: string[], sentence: Said) => problems.push(problemAt(document, path, 'rule', sentence));
  const axis = axisNamed(find.along, ['find', 'along'], { study, document }, axes, problems);
  const levels = axis?.levels;
  if (axis && !(levels && levels.length > 1 && levels.every((value) => typeof value === 'number')))
    complain(['find', 'along'], said('study.find-numbers', { id: find.along }));
  if (axes.some(({ range }) => range)) complain(['find'], said('study.find-grid'));
}

function checkWorst({ study, document }: ParsedStudy, axes: readonly Axis[], problems: Problem[]): void {
  const { worst } = study;
  if (!worst) return;
  const complain = (path: string[], sentence: Said) => problems.push(problemAt(document, path, 'rule', sentence));
  const axis = axisNamed(worst.over, ['worst', 'over'], { study, document }, axes, problems);
  if (axis && !axis.range && (axis.levels?.length ?? 2) < 2)
    complain(['worst', 'over'], said('study.worst-values', { id: worst.over }));
  if (axes.some(({ range }) => range)) complain(['worst'], said('study.worst-grid'));
}

/** The input of a name. An input that is known but has faults of its own is not complained of twice. */
function axisNamed(
  name: string,
  path: string[],
  { study, document }: ParsedStudy,
  axes: readonly Axis[],
  problems: Problem[],
): Axis | undefined {
  const names = study.vary.map((vary) => vary.name);
  if (!names.includes(name))
    problems.push(
      problemAt(document, path, 'unknown-input', said('study.no-input', { id: name, hint: suggestion(name, names) })),
    );
  return axes.find((axis) => axis.name === name);
}

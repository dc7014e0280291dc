/**
 * Cupola as a library: read a scenario, run it, take the answer apart. Runs in Node and in a browser's worker.
 *
 * @module
 */
export { answer, storyOf } from './answer.ts';
export type { Catalog, CatalogEntry, Source } from './catalog/entry.ts';
export { type CatalogFile, loadCatalog } from './catalog/load.ts';
export type { Architecture, ElementFile } from './flow/architecture.ts';
export type { EffectSummary } from './flow/effect.ts';
export type { TrialOutcome } from './flow/outcomes.ts';
export { InputError, type Problem, problemText } from './flow/problems.ts';
export type { Result, RunRows } from './flow/result.ts';
export type { Story, StoryEvent } from './flow/story.ts';
export { type RunOptions, run } from './run.ts';
export { neededFiles, type ParsedScenario, parseScenario } from './scenario/parse.ts';
export { resolveScenario } from './scenario/resolve.ts';
export { type Scenario, scenarioJsonSchema } from './scenario/schema.ts';
export { canSimulate, mergeSimulations, type Simulation, simulate } from './simulate.ts';
export { type Prepared, prepare, runTrial, type TrialRecords, trialRecords } from './trial.ts';

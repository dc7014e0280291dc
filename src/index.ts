/**
 * Cupola as a library: read a scenario, run it, take the answer apart. Runs in Node and in a browser's worker.
 *
 * @module
 */

export type { Catalog, CatalogEntry, Source } from './catalog/entry.ts';
export { type CatalogFile, loadCatalog } from './catalog/load.ts';
export { dependenceOf } from './dependence/dependence.ts';
export { summarizeEffect } from './effect/effect-summary.ts';
export { provenanceOf } from './effect/provenance.ts';
export { tellStory } from './effect/story.ts';
export type { Architecture, ElementFile } from './flow/architecture.ts';
export { type Availability, type UnitState, unitStates, WORKS } from './flow/availability.ts';
export type { DependenceResult } from './flow/dependence.ts';
export type { EffectSummary } from './flow/effect.ts';
export type { FieldingResult, ReachedDate } from './flow/fielding.ts';
export type { LinkMap, Route } from './flow/links.ts';
export type { Shot, TrialOutcome } from './flow/outcomes.ts';
export { InputError, type Problem, problemText } from './flow/problems.ts';
export type { Provenance } from './flow/provenance.ts';
export type { CostAnswer, Result, RunRows } from './flow/result.ts';
export type { Departure, Override, RunRecord } from './flow/run-record.ts';
export { plainly, type Said, said } from './flow/said.ts';
export type { FrontPoint, SourcingMix, SourcingModel, SourcingResult } from './flow/sourcing.ts';
export type { Story, StoryEvent } from './flow/story.ts';
export type { SpaceElement, World } from './flow/world.ts';
export { flownCount } from './programme/unit-count.ts';
export { loadParsed, loadScenario, type ScenarioSources } from './read/load-scenario.ts';
export { neededFiles, type ParsedScenario, parseScenario } from './read/parse.ts';
export { resolveScenario } from './read/resolve.ts';
export { type Scenario, scenarioJsonSchema } from './read/schema.ts';
export { htmlReport } from './report/html/html-report.ts';
export { changeWords, recorded, runRecord, titleOf } from './report/run-record.ts';
export { answer, costAnswer, standingAnswer, storyOf } from './run/answer.ts';
export { type Memory, newMemory, runTrial, simulate, type TrialRecords, trialRecords } from './run/drive.ts';
export { linkMapAt } from './run/link-map.ts';
export { canSimulate, type Prepared, prepare } from './run/prepare.ts';
export { type FinishedRun, type RunOptions, run, runFlown } from './run/run.ts';
export { mergeSimulations, type Simulation } from './run/simulation.ts';
export { storyRoutes } from './run/story-routes.ts';
export { fieldingWithout } from './sourcing/fielding-without.ts';
export { mixText } from './sourcing/mix-text.ts';
export type { SourcingOptions } from './sourcing/offers.ts';
export { searchPartners, withLoss } from './sourcing/search.ts';
export { cheapestMix } from './sourcing/sourcing-programme.ts';
export { type Gone, thoseWhoCanLeave, type WithdrawnArchitecture, withdrawn } from './sourcing/withdrawn.ts';
export { inLanguage, type Language, languages, say, speak, tell } from './words/index.ts';

/**
 * Cupola as a library: read a scenario, run it, take the answer apart. Runs in Node and in a browser's worker.
 *
 * @module
 */

export type { Catalog, CatalogEntry, Source } from './catalog/entry.ts';
export { type CatalogFile, loadCatalog } from './catalog/load.ts';
export { dependenceOf } from './dependence/dependence.ts';
export { historyOf } from './dependence/history.ts';
export { summarizeEffect } from './effect/effect-summary.ts';
export { jointAnswer } from './effect/joint-answer.ts';
export { jointMade } from './effect/joint-made.ts';
export { provenanceOf } from './effect/provenance.ts';
export { raidParts } from './effect/raid.ts';
export { tellStory } from './effect/story.ts';
export type { Architecture, ElementFile } from './flow/architecture.ts';
export { type Availability, type UnitState, unitStates, WORKS } from './flow/availability.ts';
export type { AssumedShare, DependenceResult } from './flow/dependence.ts';
export type { DependenceHistory } from './flow/dependence-history.ts';
export type { EffectSummary } from './flow/effect.ts';
export type { FieldingResult, ReachedDate } from './flow/fielding.ts';
export type { Footprint } from './flow/footprint.ts';
export type { Band, DateAnswer, JointAnswer } from './flow/joint.ts';
export type { LinkMap, Route } from './flow/links.ts';
export type { Shot, TrialOutcome } from './flow/outcomes.ts';
export type { PlanMix, PlanModel } from './flow/partner-plan.ts';
export { InputError, type Problem, problemText } from './flow/problems.ts';
export type { Provenance } from './flow/provenance.ts';
export type { Repeat, RepeatFile, Verification } from './flow/repeat.ts';
export type { CostAnswer, RaidPart, Result, RunRows } from './flow/result.ts';
export type { Departure, Override, RunRecord } from './flow/run-record.ts';
export { plainly, type Said, said } from './flow/said.ts';
export type { FrontPoint, SourcingResult } from './flow/sourcing.ts';
export type { Story, StoryEvent } from './flow/story.ts';
export type { SpaceElement, World } from './flow/world.ts';
export { placeOf } from './kinds/place.ts';
export { flownCount } from './kinds/satellite-count.ts';
export { sensorKinds } from './kinds/sensors/sensor-kinds.ts';
export { withDeparture } from './read/events.ts';
export { loadParsed, loadScenario, type ScenarioSources } from './read/load-scenario.ts';
export { neededFiles, type ParsedScenario, parseScenario } from './read/parse.ts';
export { resolveScenario } from './read/resolve.ts';
export { type Scenario, scenarioJsonSchema } from './read/schema.ts';
export { htmlReport } from './report/html/html-report.ts';
export { withJoint } from './report/joint-result.ts';
export { type ReadAnswer, readRepeat } from './report/read-repeat.ts';
export { answerHash, repeatable, shellWords, verification } from './report/repeat-record.ts';
export { changeWords, recorded, runRecord, titleOf } from './report/run-record.ts';
export { type SourcingAnswer, sourcingAnswer } from './report/sourcing/answer.ts';
export { isVerified, verifyLines } from './report/verify-screen.ts';
export { answer, costAnswer, standingAnswer, storyOf } from './run/answer.ts';
export { type Memory, newMemory, runTrial, simulate, type TrialRecords, trialRecords } from './run/drive.ts';
export { footprintOf } from './run/footprint.ts';
export { type JointPlan, type JointRow, jointDates, jointDraw, jointPlan, jointTableOf } from './run/joint.ts';
export { DEFAULT_DRAWS, DEFAULT_RAIDS, isBuilt, JOINT_BOUNDS } from './run/joint-numbers.ts';
export { linkMapAt } from './run/link-map.ts';
export { canSimulate, type Prepared, prepare } from './run/prepare.ts';
export { type FinishedRun, type RunOptions, run, runFlown } from './run/run.ts';
export { NO_TERMINAL, SERVED, servedAt, UNSERVED } from './run/served-at.ts';
export { mergeSimulations, type Simulation } from './run/simulation.ts';
export { storyRoutes } from './run/story-routes.ts';
export { cheapestPlan } from './sourcing/coupled/plan-search.ts';
export { fieldingWithout } from './sourcing/fielding-without.ts';
export { mixText } from './sourcing/mix-text.ts';
export { mixOptionsOf, type SourcingOptions, searchPartners } from './sourcing/search.ts';
export { type Gone, thoseWhoCanLeave, type WithdrawnArchitecture, withdrawn } from './sourcing/withdrawn.ts';
export { inLanguage, type Language, languages, say, speak, tell } from './words/index.ts';

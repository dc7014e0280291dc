import { dependenceOf } from '../dependence/dependence.ts';
import { summarizeEffect } from '../effect/effect-summary.ts';
import { layerCoverage } from '../effect/layer-coverage.ts';
import { provenanceOf } from '../effect/provenance.ts';
import { raidParts } from '../effect/raid.ts';
import { tellStory, typicalThreat } from '../effect/story.ts';
import { timesByGroup } from '../effect/time-sketches.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { EffectSummary } from '../flow/effect.ts';
import type { NetworkLoad } from '../flow/network-load.ts';
import type { NetworkReport } from '../flow/network-report.ts';
import type { Problem } from '../flow/problems.ts';
import type { CostAnswer, Result } from '../flow/result.ts';
import { type Said, said } from '../flow/said.ts';
import type { Story } from '../flow/story.ts';
import { entryOf } from '../flow/stream-keys.ts';
import { availabilityAt } from '../force/availability.ts';
import { isInOrbit } from '../kinds/place.ts';
import { countryAt } from '../physics/areas.ts';
import { announcedBudgets } from '../programme/announced.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { costUncertainty } from '../programme/cost-uncertainty.ts';
import { fieldingOf } from '../programme/fielding.ts';
import { networkLoad } from '../transport/load.ts';
import { networkReport } from '../transport/network-report.ts';
import { healthNotes } from '../world/health-notes.ts';
import { trialRecords } from './drive.ts';
import { networkTimesS } from './network-times.ts';
import type { Prepared } from './prepare.ts';
import type { Simulation } from './simulation.ts';
import { storyRoutes } from './story-routes.ts';
import { yieldsOf } from './yields.ts';

/** The parts of an answer that no raid is needed for. */
export type StandingAnswer = Pick<
  Result,
  'raid' | 'networks' | 'load' | 'cost' | 'fielding' | 'dependence' | 'provenance'
> & {
  /** What could not be told of the cost. */
  costNotes: Said[];
};

/** What is worked out beside the raids, in order; the last comes after them. */
export const answerParts = ['cost', 'fielding', 'networks', 'answer'] as const;
export type AnswerPart = (typeof answerParts)[number];

/**
 * Works out what does not wait for raids, part by part. It says which comes next, and whoever runs it may do something else first.
 *
 * @param isBrief the cost alone, for whom nobody reads the rest
 */
export function* standingAnswer(prepared: Prepared, isBrief = false): Generator<AnswerPart, StandingAnswer> {
  const { architecture, flights } = prepared;
  const costNotes: Said[] = [];
  yield 'cost';
  const cost = costAnswer(architecture, costNotes);
  const raid = raidParts(architecture, flights);
  const provenance = provenanceOf(architecture);
  if (isBrief) return { raid, networks: null, cost, costNotes, fielding: null, dependence: null, provenance };
  yield 'fielding';
  const hasFielding = hasSatellites(architecture) && architecture.launch.launchers.length > 0;
  const fielding = hasFielding ? fieldingOf(architecture) : null;
  yield 'networks';
  const networks = networkAnswer(prepared);
  const load = loadAnswer(prepared);
  return {
    raid,
    networks,
    ...(load && { load }),
    cost,
    costNotes,
    fielding,
    dependence: architecture.partners && cost ? dependenceOf(architecture, cost.result) : null,
    provenance,
  };
}

/**
 * The answer to a scenario, put together from its trials and from what stands without them.
 *
 * @param simulation null where there was nothing to simulate
 */
export function answer(
  prepared: Prepared,
  simulation: Simulation | null,
  { costNotes, ...standing }: StandingAnswer,
  version: string,
): Result {
  const { architecture, elements } = prepared;
  const { name, description, epochUtc, analysis } = architecture;
  const layerIds = architecture.interceptors.map(({ id }) => id);
  const effect = simulation && effectOf(prepared, simulation, layerIds);
  const health = elements.space.flatMap((element) => element.health ?? []);
  return {
    version,
    name,
    description,
    epochUtc,
    ...(architecture.programme && { programme: architecture.programme }),
    seed: analysis.seed,
    trials: effect?.trials ?? 0,
    trialsAsked: simulation ? analysis.trials : 0,
    raid: standing.raid,
    interceptorNames: Object.fromEntries(architecture.interceptors.map(({ id, name: title }) => [id, title])),
    effect,
    timeline: simulation && typicalStory(prepared, simulation),
    coverage: effect ? layerCoverage(architecture, elements.space, effect) : [],
    networks: standing.networks,
    ...(standing.load && { load: standing.load }),
    ...(health.length > 0 && { elements: health }),
    cost: standing.cost,
    yields: effect && standing.cost && yieldsOf(effect, standing.cost.result, prepared.layers, prepared.flights.length),
    fielding: standing.fielding,
    dependence: standing.dependence,
    provenance: standing.provenance,
    notes: [
      ...healthNotes(elements.space, epochUtc),
      ...architecture.notes,
      ...(simulation ? [] : whyNoEffect(architecture)),
      ...costNotes,
    ],
  };
}

function effectOf({ architecture, flights }: Prepared, simulation: Simulation, layerIds: string[]): EffectSummary {
  const effect = withPlaces(summarizeEffect(simulation.effect, layerIds), architecture);
  const { threats } = architecture;
  if (new Set(threats.map((plan) => entryOf(plan) ?? plan.id)).size < 2) return effect;
  const groupOf = flights.map(({ planIndex }) => planIndex);
  return { ...effect, timesByGroup: timesByGroup(simulation.outcomes, threats, groupOf) };
}

/** Shares of the falls on the countries that the scenario names as allies, and on land that nobody named as defended. */
function withPlaces(effect: EffectSummary, { allies, defended, threats }: Architecture): EffectSummary {
  const { falls } = effect;
  if (!falls) return effect;
  const shareOn = (isMeant: (id: string) => boolean) =>
    falls.countries.reduce((sum, { id, fraction }) => sum + (isMeant(id) ? fraction : 0), 0);
  const launching = new Set(
    threats.flatMap(({ from }) => from.map(({ latDeg, lonDeg }) => countryAt(latDeg, lonDeg)?.id)),
  );
  return {
    ...effect,
    falls: {
      ...falls,
      ...(allies && { alliesFraction: shareOn((id) => allies.includes(id)) }),
      ...(!defended?.length && { otherLandFraction: shareOn((id) => !launching.has(id)) }),
    },
  };
}

function withSatellitesOut(architecture: Architecture, satelliteOutProbability: number): Architecture {
  return { ...architecture, failures: { ...architecture.failures, satelliteOutProbability } };
}

function networkAnswer({ transports: [transport], architecture, force }: Prepared): NetworkReport | null {
  if (!transport) return null;
  const availabilityOf = (trial: number, satelliteOutProbability?: number) =>
    availabilityAt(
      force,
      satelliteOutProbability === undefined ? architecture : withSatellitesOut(architecture, satelliteOutProbability),
      trial,
    );
  return networkReport(transport, { timesS: networkTimesS(architecture), availabilityOf, stated: force.stated });
}

/** Only where the scenario states classes of messages: what the catalog assumes of them is for who asks. */
function loadAnswer({ transports: [transport], architecture, force }: Prepared): NetworkLoad | undefined {
  const { messages, command } = architecture;
  if (!transport || !messages || command.length === 0) return undefined;
  return networkLoad(transport, { timesS: networkTimesS(architecture), messages, availability: force.stated });
}

function hasSatellites({ networks, sensors, interceptors }: Architecture): boolean {
  return networks.length > 0 || sensors.some(isInOrbit) || interceptors.some(isInOrbit);
}

/** The story of one missile of one trial. */
export function storyOf(prepared: Prepared, trial: number, threatIndex: number): Story {
  const records = trialRecords(prepared, trial);
  return tellStory(records, threatIndex, storyRoutes(records, threatIndex));
}

function typicalStory(prepared: Prepared, { outcomes }: Simulation): Story | null {
  const typical = typicalThreat(outcomes);
  return typical && storyOf(prepared, typical.trial, typical.threatIndex);
}

function whyNoEffect({ threats, command, interceptors }: Architecture): Said[] {
  const missing = [
    threats.length === 0 && said('note.no-threat'),
    command.length === 0 && said('note.no-command'),
    interceptors.length === 0 && said('note.no-layer'),
  ].filter((part) => part !== false);
  return [said('note.no-raid', { missing })];
}

/** A problem of the prices as a note, at its place in the scenario. */
export function noCost({ path, said: problem }: Problem): Said {
  return said('note.no-cost', { problem: path ? said('problem.at', { path, problem }) : problem });
}

/** Cost of an architecture with its range; null, with a note that says why, where it cannot be priced. */
export function costAnswer(architecture: Architecture, notes: Said[]): CostAnswer | null {
  const { interceptors, sensors, networks, systems } = architecture;
  const flown = [...interceptors, ...sensors, ...networks].filter(({ elements }) => elements !== undefined);
  if (flown.length > 0) notes.push(said('note.flies-from-file', { ids: flown.map(({ id }) => id) }));
  if (interceptors.length + sensors.length + networks.length + systems.length === flown.length) return null;
  const problems = costProblems(architecture);
  if (problems.length > 0) {
    notes.push(...problems.map(noCost));
    return null;
  }
  const budgets = [...announcedBudgets];
  return { result: costOf(architecture), uncertainty: costUncertainty(architecture, { budgets }) };
}

import { dependenceOf } from '../dependence/dependence.ts';
import { summarizeEffect } from '../effect/effect-summary.ts';
import { layerCoverage } from '../effect/layer-coverage.ts';
import { provenanceOf } from '../effect/provenance.ts';
import { raidParts } from '../effect/raid.ts';
import { tellStory, typicalThreat } from '../effect/story.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { NetworkReport } from '../flow/network-report.ts';
import { problemText } from '../flow/problems.ts';
import type { CostAnswer, Result } from '../flow/result.ts';
import type { Story } from '../flow/story.ts';
import { availabilityAt } from '../force/availability.ts';
import { announcedBudgets } from '../programme/announced.ts';
import { costOf } from '../programme/cost.ts';
import { costProblems } from '../programme/cost-problems.ts';
import { costUncertainty } from '../programme/cost-uncertainty.ts';
import { fieldingOf } from '../programme/fielding.ts';
import { networkReport } from '../transport/network-report.ts';
import type { Simulation } from './simulate.ts';
import { storyRoutes } from './story-routes.ts';
import { type Prepared, trialRecords } from './trial.ts';

/**
 * The answer to a scenario, put together from its trials.
 *
 * @param simulation null where there was nothing to simulate
 */
export function answer(prepared: Prepared, simulation: Simulation | null, version: string): Result {
  const { architecture, elements, flights } = prepared;
  const { name, description, epochUtc, analysis } = architecture;
  const notes = [...architecture.notes];
  if (!simulation) notes.push(...whyNoEffect(architecture));
  const layerIds = architecture.interceptors.map(({ id }) => id);
  const effect = simulation && summarizeEffect(simulation.effect, layerIds);
  const cost = costAnswer(architecture, notes);
  return {
    version,
    name,
    description,
    epochUtc,
    seed: analysis.seed,
    trials: effect?.trials ?? 0,
    trialsAsked: simulation ? analysis.trials : 0,
    raid: raidParts(architecture, flights),
    interceptorNames: Object.fromEntries(architecture.interceptors.map(({ id, name: title }) => [id, title])),
    effect,
    timeline: simulation && typicalStory(prepared, simulation),
    coverage: effect ? layerCoverage(architecture, elements.space, effect) : [],
    networks: networkAnswer(prepared),
    cost,
    fielding: hasSatellites(architecture) && architecture.launch.launchers.length > 0 ? fieldingOf(architecture) : null,
    dependence: architecture.partners && cost ? dependenceOf(architecture, cost.result) : null,
    provenance: provenanceOf(architecture),
    notes,
  };
}

function withSatellitesOut(architecture: Architecture, satelliteOutProbability: number): Architecture {
  return { ...architecture, failures: { ...architecture.failures, satelliteOutProbability } };
}

/** Moments over the launch window at which the run looks at its networks. */
const NETWORK_TIMES = 6;

function networkAnswer({ transports: [transport], architecture, force }: Prepared): NetworkReport | null {
  if (!transport) return null;
  const { launchWindowS } = architecture.analysis;
  const timesS = Array.from({ length: NETWORK_TIMES }, (_, i) => (launchWindowS * i) / NETWORK_TIMES);
  const availabilityOf = (trial: number, satelliteOutProbability?: number) =>
    availabilityAt(
      force,
      satelliteOutProbability === undefined ? architecture : withSatellitesOut(architecture, satelliteOutProbability),
      trial,
    );
  return networkReport(transport, { timesS, availabilityOf, stated: force.stated });
}

function hasSatellites({ networks, sensors, interceptors }: Architecture): boolean {
  return (
    networks.length > 0 ||
    sensors.some(({ platform }) => platform === 'space') ||
    interceptors.some(({ basing }) => basing === 'space')
  );
}

/** The story of one missile of one trial. */
export function storyOf(prepared: Prepared, trial: number, threatIndex: number): Story {
  const records = trialRecords(prepared, trial);
  return tellStory(records, threatIndex, storyRoutes(prepared, records, threatIndex));
}

function typicalStory(prepared: Prepared, { outcomes }: Simulation): Story | null {
  const typical = typicalThreat(outcomes);
  return typical && storyOf(prepared, typical.trial, typical.threatIndex);
}

function whyNoEffect({ threats, command, interceptors }: Architecture): string[] {
  const missing = [
    threats.length === 0 && 'no threat',
    command.length === 0 && 'no command centre',
    interceptors.length === 0 && 'no interceptor layer',
  ].filter((part) => part !== false);
  return [`No raid was run: the scenario has ${missing.join(', ')}.`];
}

/** Cost of an architecture with its range; null, with a note that says why, where it cannot be priced. */
export function costAnswer(architecture: Architecture, notes: string[]): CostAnswer | null {
  const { interceptors, sensors, networks, systems } = architecture;
  const flown = [...interceptors, ...sensors, ...networks].filter(({ elements }) => elements !== undefined);
  if (flown.length > 0)
    notes.push(
      `${flown.map(({ id }) => id).join(', ')}: flies from a file of orbital elements, so it is not bought and not priced.`,
    );
  if (interceptors.length + sensors.length + networks.length + systems.length === flown.length) return null;
  const problems = costProblems(architecture);
  if (problems.length > 0) {
    notes.push(...problems.map((problem) => `No cost: ${problemText(problem)}`));
    return null;
  }
  const budgets = [...announcedBudgets];
  return { result: costOf(architecture), uncertainty: costUncertainty(architecture, { budgets }) };
}

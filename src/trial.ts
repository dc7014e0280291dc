import { assign } from './decide/assign.ts';
import { decisions } from './decide/decisions.ts';
import { dueOrders } from './decide/due-orders.ts';
import { assignRules } from './engage/assign-rules.ts';
import { type Layer, prepareLayers } from './engage/layer.ts';
import { opportunities } from './engage/opportunities.ts';
import { resolveShots } from './engage/resolve-shots.ts';
import { countInReach, newEngagement, noteReachable } from './engage/state.ts';
import { trialOutcome } from './engage/trial-outcome.ts';
import type { Architecture } from './flow/architecture.ts';
import type { Contacts } from './flow/contacts.ts';
import type { Decisions, EngagementState } from './flow/engagement.ts';
import type { Links } from './flow/links.ts';
import type { TrialOutcome } from './flow/outcomes.ts';
import type { Tracks } from './flow/tracks.ts';
import type { World } from './flow/world.ts';
import { randomStream } from './num/random.ts';
import { assumedTracks } from './sense/assumed-tracks.ts';
import { sense } from './sense/sense.ts';
import { track } from './sense/track.ts';
import { idealLinks } from './transport/ideal-links.ts';
import { linksAt } from './transport/links.ts';
import { markNetworksDown, type Outages, standingOutages, withSatellitesOut } from './transport/outages.ts';
import { prepareTransport, type Transport } from './transport/transport.ts';
import { buildElements, type Elements } from './world/elements.ts';
import { type SolvedFlight, solveFlights } from './world/flights.ts';
import { worldAt } from './world/world.ts';

/** What all trials of a run share: compiled orbits, solved paths, networks, layers. */
export interface Prepared {
  architecture: Architecture;
  elements: Elements;
  flights: SolvedFlight[];
  transport?: Transport;
  standing?: Outages;
  layers: Layer[];
}

/** Every record of one trial, in the order in which the stages made them. */
export interface TrialRecords {
  world: World;
  links: Links[];
  contacts?: Contacts;
  tracks: Tracks;
  decisions: Decisions;
  state: EngagementState;
  outcome: TrialOutcome;
}

/** Moments of a raid, seconds after its first launch, at which the networks are computed. */
const LINK_TIMES_S = [60, 900];

/**
 * Compiles an architecture once for all its trials.
 *
 * @throws InputError for faulty element files and flights that no missile of the class can make
 */
export function prepare(architecture: Architecture): Prepared {
  const elements = buildElements(architecture);
  const flights = solveFlights(architecture);
  const transport = architecture.networks.length > 0 ? prepareTransport(architecture, elements) : undefined;
  const standing = transport && standingOutages(transport, architecture.failures);
  const world = worldAt(architecture, elements, flights, 0, randomStream(architecture.analysis.seed, 0, 'outages'));
  return { architecture, elements, flights, transport, standing, layers: prepareLayers(world) };
}

/** One trial: a raid that starts at a random moment of the window, from launch to the last intercept. */
export function runTrial(prepared: Prepared, trial: number): TrialOutcome {
  return trialRecords(prepared, trial).outcome;
}

/** As {@link runTrial}, with every record on the way. */
export function trialRecords(prepared: Prepared, trial: number): TrialRecords {
  const { architecture, elements, flights } = prepared;
  const { seed, launchWindowS } = architecture.analysis;
  const startS = randomStream(seed, trial, 'start').uniform() * launchWindowS;
  const world = worldAt(architecture, elements, flights, startS, randomStream(seed, trial, 'outages'));
  const command = architecture.command[0];
  if (!command) throw new RangeError('a raid needs a command centre');
  const links = linksOf(prepared, world, trial);
  const contacts =
    architecture.sensors.length > 0 ? sense(world, links, randomStream(seed, trial, 'sense')) : undefined;
  const tracks = contacts ? track(contacts, world) : assumedTracks(world, command.trackS);
  const made = decisions(tracks, command, seed, trial);
  const { state, inReachCount } = engage(prepared.layers, world, links, made, trial);
  const outcome = trialOutcome(world, prepared.layers, tracks, made, state, inReachCount);
  return { world, links, contacts, tracks, decisions: made, state, outcome };
}

function linksOf({ transport, standing, architecture }: Prepared, world: World, trial: number): Links[] {
  if (!transport || !standing) return [idealLinks(world)];
  const outages = withSatellitesOut(transport, standing, world.isOut);
  markNetworksDown(transport, architecture.analysis.seed, trial, outages);
  const lastS = Math.max(0, ...world.threats.map(({ launchS, trajectory }) => launchS + trajectory.impactS));
  const times = LINK_TIMES_S.filter((tS, i) => i === 0 || tS < lastS);
  return times.map((tS) => linksAt(transport, { startS: world.startS, tS }, outages));
}

/** Layers in order, each with as many salvos as its doctrine and the time allow; later ones see what is left. */
function engage(layers: readonly Layer[], world: World, links: readonly Links[], made: Decisions, trial: number) {
  const { command, analysis } = world.architecture;
  const state = newEngagement(world, layers, analysis.seed, trial);
  const inReachCount = new Int32Array(layers.length);
  const orderS = new Float64Array(world.threats.length);
  for (const layer of layers) {
    const state0 = state.layers[layer.index]!;
    for (let round = 0; dueOrders(state, made, command[0]!, round, orderS) > 0; round++) {
      const oneWayS = latest(links, orderS).interceptorOneWayS[layer.index]!;
      const chances = opportunities(world, layer, orderS, oneWayS, state);
      noteReachable(state, chances);
      if (round === 0) inReachCount[layer.index] = countInReach(chances, 0);
      const orders = assign(chances, state0, { ...assignRules(world, layer), orderS });
      if (orders.count === 0) break;
      resolveShots(state, layer, orders, round);
    }
  }
  return { state, inReachCount };
}

/** The links of the moment of the first order. */
function latest(links: readonly Links[], orderS: Float64Array): Links {
  let firstS = Infinity;
  for (const tS of orderS) if (tS < firstS) firstS = tS;
  let found = links[0]!;
  for (const each of links) if (each.tS <= firstS) found = each;
  return found;
}

import { assign } from '../decide/assign.ts';
import { decisions } from '../decide/decisions.ts';
import { dueOrders } from '../decide/due-orders.ts';
import { assignRules } from '../engage/assign-rules.ts';
import { handOver } from '../engage/hand-over.ts';
import { type Layer, prepareLayers } from '../engage/layer.ts';
import { opportunities } from '../engage/opportunities.ts';
import { resolveShots } from '../engage/resolve-shots.ts';
import { unitsInQuestion } from '../engage/space-opportunities.ts';
import { countInReach, newEngagement, noteReachable } from '../engage/state.ts';
import { trialOutcome } from '../engage/trial-outcome.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { Decisions, EngagementState } from '../flow/engagement.ts';
import type { Links } from '../flow/links.ts';
import type { TrialOutcome } from '../flow/outcomes.ts';
import type { Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { availabilityAt, type BriefForce, type Force, prepareForce } from '../force/availability.ts';
import { type Luck, randomStream } from '../num/random.ts';
import { assumedTracks } from '../sense/assumed-tracks.ts';
import { type SenseRoom, sense, senseRoom } from '../sense/sense.ts';
import { track } from '../sense/track.ts';
import { idealLinks } from '../transport/ideal-links.ts';
import { addInterceptorTimes, linksAt } from '../transport/links.ts';
import { type Outages, outagesOf } from '../transport/outages.ts';
import { prepareTransport, type Transport } from '../transport/transport.ts';
import { buildElements, type Elements } from '../world/elements.ts';
import { type SolvedFlight, solveFlights } from '../world/flights.ts';
import { worldAt } from '../world/world.ts';

/** What all trials of a run share: compiled orbits, solved paths, networks, layers. */
export interface Prepared {
  architecture: Architecture;
  elements: Elements;
  flights: SolvedFlight[];
  /** One for each of {@link LINK_TIMES_S}: each keeps its own moment. */
  transports: Transport[];
  force: Force;
  layers: Layer[];
  room: TrialRoom;
}

/** Records of the last trial that only its outcome was wanted of: the next one writes over their arrays. */
export interface TrialRoom {
  world?: World;
  ideal?: Links;
  outages?: Outages;
  /** By moment. */
  links: Links[];
  sense: SenseRoom;
  state?: EngagementState;
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
  const hasNetworks = architecture.networks.length > 0;
  const transports = hasNetworks ? LINK_TIMES_S.map(() => prepareTransport(architecture, elements)) : [];
  const force = prepareForce(architecture, elements);
  const world = worldAt(architecture, elements, flights, 0, force.stated);
  const room = { links: [], sense: senseRoom() };
  return { architecture, elements, flights, transports, force, layers: prepareLayers(world), room };
}

/** One trial: a raid that starts at a random moment of the window, from launch to the last intercept. */
export function runTrial(prepared: Prepared, trial: number): TrialOutcome {
  return trialIn(prepared, trial, prepared.room).outcome;
}

/** As {@link runTrial}, with every record on the way. */
export function trialRecords(prepared: Prepared, trial: number): TrialRecords {
  return trialIn(prepared, trial);
}

/** The world of a trial alone: when its raid starts, and what flies. */
export function trialWorld(prepared: Prepared, trial: number, reuse?: World, brief?: BriefForce): World {
  const { architecture, elements, flights, force } = prepared;
  const { seed, launchWindowS } = architecture.analysis;
  const startS = randomStream(seed, trial, 'start').uniform() * launchWindowS;
  const availability = availabilityAt(force, architecture, trial, brief);
  return worldAt(architecture, elements, flights, startS, availability, reuse);
}

/** @param room records are written over those of the trial before; looks, links and tracks that cannot change the outcome are left out */
function trialIn(prepared: Prepared, trial: number, room?: TrialRoom): TrialRecords {
  const { architecture } = prepared;
  const world = trialWorld(prepared, trial, room?.world, room && { reuse: room.world?.availability });
  const command = architecture.command[0];
  if (!command) throw new RangeError('a raid needs a command centre');
  const luck = { seed: architecture.analysis.seed, trial };
  const moments = linkMoments(prepared, world, room);
  const { contacts, tracks } = room ? briefTracks(world, moments, luck, room.sense) : fullTracks(world, moments, luck);
  const made = decisions(tracks, world.threats, command, luck);
  const { state, inReachCount } = engage(prepared, world, moments, made, trial, room?.state);
  const outcome = trialOutcome(world, prepared.layers, tracks, made, state, inReachCount);
  const links = room ? moments.made : moments.upTo(Infinity);
  if (room) Object.assign(room, { world, state });
  return { world, links, contacts, tracks, decisions: made, state, outcome };
}

/** Links by moment, made when first asked for: many trials are over before the second. */
interface LinkMoments {
  /** Those that were asked for so far. */
  made: Links[];
  /** All links whose moment is at or before a time; the first in any case. */
  upTo(tS: number): Links[];
  transportOf(links: Links): Transport | undefined;
}

function linkMoments(prepared: Prepared, world: World, room?: TrialRoom): LinkMoments {
  const { transports, architecture } = prepared;
  const [first] = transports;
  if (!first) {
    const ideal = room?.ideal ?? idealLinks(world);
    if (room) room.ideal = ideal;
    return { made: [ideal], upTo: () => [ideal], transportOf: () => undefined };
  }
  const outages = outagesOf(first, world.availability, room?.outages);
  if (room) room.outages = outages;
  const lastS = world.threats.reduce(
    (last, { launchS, trajectory }) => Math.max(last, launchS + trajectory.impactS),
    0,
  );
  const times = LINK_TIMES_S.filter((tS, i) => i === 0 || tS < lastS);
  // interceptors on satellites are asked for later: of thousands only a few can reach a threat
  const interceptorUnits = architecture.interceptors.map(({ basing }) => (basing === 'space' ? [] : undefined));
  const made: Links[] = [];
  const make = (i: number) => {
    const wanted = { startS: world.startS, tS: times[i]!, interceptorUnits };
    made[i] = linksAt(transports[i]!, wanted, outages, room?.links[i]);
    if (room) room.links[i] = made[i];
  };
  return {
    made,
    upTo: (tS) => {
      const wanted = Math.max(1, times.filter((momentS) => momentS <= tS).length);
      while (made.length < wanted) make(made.length);
      return made.slice(0, wanted);
    },
    transportOf: (links) => transports[made.indexOf(links)],
  };
}

interface Seen {
  contacts?: Contacts;
  tracks: Tracks;
}

/** Looks and tracks of the whole flights. */
function fullTracks(world: World, moments: LinkMoments, luck: Luck): Seen {
  const { sensors, command } = world.architecture;
  if (sensors.length === 0) return { tracks: assumedTracks(world, command[0]!.trackS) };
  const contacts = sense(world, moments.upTo(Infinity), luck);
  return { contacts, tracks: track(contacts, world) };
}

/** Time after burnout, or after the launch of what has none, within which most threats are tracked. */
const EARLY_S = 60;

/**
 * Tracks up to each commit. Looks after the last burnout are only made where some threat has no commit by then: they
 * cannot change an earlier one.
 */
function briefTracks(world: World, moments: LinkMoments, luck: Luck, room?: SenseRoom): Seen {
  const { sensors, command } = world.architecture;
  if (sensors.length === 0) return { tracks: assumedTracks(world, command[0]!.trackS) };
  const untilS =
    EARLY_S + Math.max(0, ...world.threats.map(({ launchS, trajectory }) => launchS + trajectory.burnoutS));
  const early = sense(world, moments.upTo(untilS), luck, { untilS, room });
  const tracks = track(early, world, { stopAtCommit: true, isBrief: room !== undefined, untilS });
  if (tracks.threats.every(({ commitS }) => commitS <= untilS)) return { contacts: early, tracks };
  const contacts = sense(world, moments.upTo(Infinity), luck, { room });
  return { contacts, tracks: track(contacts, world, { stopAtCommit: true, isBrief: room !== undefined }) };
}

/** Layers in order, each with as many salvos as its doctrine and the time allow, its own and that of later layers. */
function engage(
  { layers }: Prepared,
  world: World,
  moments: LinkMoments,
  made: Decisions,
  trial: number,
  reuse?: EngagementState,
) {
  const { command, analysis } = world.architecture;
  const state = newEngagement(world, layers, analysis.seed, trial, reuse);
  const inReachCount = new Int32Array(layers.length);
  const orderS = new Float64Array(world.threats.length);
  for (const layer of layers) {
    const state0 = state.layers[layer.index]!;
    for (let round = 0; dueOrders(state, made, command[0]!, round, orderS) > 0; round++) {
      const moment = linksAtOrder(moments, orderS);
      const transport = moments.transportOf(moment);
      if (transport && layer.space)
        addInterceptorTimes(
          transport,
          moment,
          layer.index,
          world.startS + moment.tS,
          unitsInQuestion(world, layer, orderS),
        );
      const oneWayS = moment.interceptorOneWayS[layer.index]!;
      const chances = opportunities(world, layer, orderS, oneWayS);
      noteReachable(state, chances);
      if (round === 0) inReachCount[layer.index] = countInReach(chances, 0);
      const wanted = assign(chances, state0, { ...assignRules(world, layer), orderS });
      const orders = round === 0 ? wanted : handOver(world, layers, layer, wanted, command[0]!.lookS, state);
      if (orders.count === 0) break;
      resolveShots(state, world, layer, orders, round);
    }
  }
  return { state, inReachCount };
}

/** The links of the moment of the first order. */
function linksAtOrder(moments: LinkMoments, orderS: Float64Array): Links {
  let firstS = Infinity;
  for (const tS of orderS) if (tS < firstS) firstS = tS;
  return moments.upTo(firstS).at(-1)!;
}

import { assign } from '../decide/assign.ts';
import { withCalls } from '../decide/calls.ts';
import { decisions } from '../decide/decisions.ts';
import { dueOrders, judgedOrders } from '../decide/due-orders.ts';
import { holdFire } from '../decide/hold-fire.ts';
import { assignRules } from '../engage/assign-rules.ts';
import { FireControl } from '../engage/fire-control.ts';
import { handOver } from '../engage/hand-over.ts';
import { heldLayer } from '../engage/layer.ts';
import { raidObjects } from '../engage/objects.ts';
import { opportunities } from '../engage/opportunities.ts';
import { resolveShots } from '../engage/resolve-shots.ts';
import { unitsInQuestion } from '../engage/space-opportunities.ts';
import { newEngagement, withReach, withUnguided } from '../engage/state.ts';
import { targetsOf } from '../engage/targets.ts';
import { trialOutcome } from '../engage/trial-outcome.ts';
import { orderingCentre } from '../flow/centres.ts';
import { orderTimes } from '../flow/engagement.ts';
import { availabilityAt } from '../force/availability.ts';
import { assumedTracks } from '../sense/assumed-tracks.ts';
import { noCustody } from '../sense/custody.ts';
import { sense } from '../sense/sense.ts';
import { track } from '../sense/track.ts';
import { outagesOf } from '../transport/outages.ts';
import { custodyFor } from './raid-custody.ts';
import { layerTimes, momentLinks, momentsOfRaid, pictureS } from './raid-links.ts';
import { raidWorld } from './raid-world.ts';
import type { AllRecords, RaidRecords } from './records.ts';
import { momentsOf, type RaidStage, stageOf } from './stage.ts';

const stage = stageOf<AllRecords>();
const byMoment = momentsOf<AllRecords>();

/**
 * A raid from launch to the last intercept: the records of a trial, in the order in which they are made.
 *
 * This is the whole run of one trial; `drive.ts` runs it, and `salvo` below is what the engagement repeats.
 */
export const pipeline: readonly RaidStage<AllRecords, keyof RaidRecords>[] = [
  stage({
    name: 'availability',
    about: 'which satellites, sites and gateways work, and why the others do not',
    reads: ['architecture', 'force', 'trial'],
    writes: 'availability',
    make: ({ architecture, force, trial }, { spare, isBrief }) =>
      availabilityAt(force, architecture, trial, isBrief ? { reuse: spare } : undefined),
  }),
  stage({
    name: 'world',
    about: 'when the raid starts, and where everything flies',
    reads: ['architecture', 'elements', 'flights', 'availability', 'trial'],
    writes: 'world',
    make: (given, { spare }) => raidWorld(given, given.availability, given.trial, spare),
  }),
  stage({
    name: 'outages',
    about: 'what of the networks is out',
    reads: ['transports', 'availability'],
    writes: 'outages',
    make: ({ transports: [transport], availability }, { spare }) =>
      transport && outagesOf(transport, availability, spare),
  }),
  byMoment({
    name: 'links',
    about: 'what the networks carry, minute by minute: one-way times to the command centre',
    reads: ['architecture', 'transports', 'seats', 'world', 'outages'],
    writes: 'links',
    momentsS: ({ transports, world }) => momentsOfRaid(transports, world),
    makeAt: (given, index, { spare, isBrief }) => momentLinks(given, index, isBrief, spare),
  }),
  stage({
    name: 'looks',
    about: 'which looks of which sensors find a threat, and when the centre hears of it',
    reads: ['architecture', 'world', 'links', 'senseRoom', 'trial'],
    writes: 'contacts',
    make: ({ architecture: { analysis, sensors }, world, links, senseRoom: room, trial }, { untilS, flightS }) =>
      sensors.length === 0
        ? undefined
        : sense(world, links.upTo(untilS), { seed: analysis.seed, trial }, { untilS, flightS, room }),
  }),
  stage({
    name: 'tracks',
    about: 'how well the centre knows each threat, and when that is enough to commit',
    reads: ['architecture', 'world', 'contacts'],
    writes: 'tracks',
    make: ({ architecture: { command }, world, contacts }, { untilS, isBrief }) =>
      contacts
        ? track(contacts, world, { untilS, isBrief, stopAtCommit: isBrief })
        : assumedTracks(world, command[0].trackS),
  }),
  stage({
    name: 'decisions',
    about: 'when each threat is ordered engaged',
    reads: ['architecture', 'world', 'tracks', 'trial', 'links', 'seats'],
    writes: 'decisions',
    make: ({ architecture: { command, analysis, threats, interceptors }, world, tracks, trial, links, seats }) => {
      const targets = world.threats.map(({ key, planIndex }) => ({ key, groupId: threats[planIndex].id }));
      const layerIds = interceptors.map(({ id }) => id);
      return decisions(
        tracks,
        targets,
        command,
        { seed: analysis.seed, trial },
        {
          layerIds,
          pictureS: (centre, tS) => pictureS({ links, seats }, centre, tS),
        },
      );
    },
  }),
  stage({
    name: 'custody',
    about: 'which threats are watched for the whole of their flight: none yet',
    reads: ['world'],
    writes: 'custody',
    make: ({ world }) => noCustody(world),
  }),
  stage({
    name: 'objects',
    about: 'what each missile carries: warheads and decoys, and when they part',
    reads: ['architecture', 'world', 'trial'],
    writes: 'objects',
    make: ({ architecture: { analysis }, world, trial }) => raidObjects(world, { seed: analysis.seed, trial }),
  }),
  stage({
    name: 'engagement',
    about: 'every interceptor full, every threat in flight; then salvo after salvo, layer by layer',
    reads: ['architecture', 'world', 'layers', 'trial', 'objects'],
    writes: 'engagement',
    make: ({ architecture: { analysis }, world, layers, trial, objects }) =>
      newEngagement(world, layers, { seed: analysis.seed, trial }, objects),
  }),
  stage({
    name: 'outcome',
    about: 'what became of each threat, and why it got through',
    reads: ['world', 'layers', 'tracks', 'decisions', 'engagement', 'custody'],
    writes: 'outcome',
    make: ({ world, layers, tracks, decisions: made, engagement, custody }) =>
      trialOutcome(world, layers, tracks, made, engagement, custody),
  }),
];

/**
 * One salvo of one layer. The engagement runs it for every layer, outermost first, salvo after salvo as long as doctrine and time allow:
 * until no order is due, or none is given.
 */
export const salvo: readonly RaidStage<AllRecords>[] = [
  stage({
    name: 'orders due',
    about: 'at which threats the layer may be ordered to fire, and when',
    reads: ['architecture', 'engagement', 'decisions', 'layer', 'round'],
    writes: 'asked',
    make: ({ architecture: { command }, engagement, decisions: made, layer, round }) => {
      const delegated = command.flatMap((centre) => centre.delegated);
      const { doctrine, lookS } = command[orderingCentre(command, layer.id)];
      const times = { commitS: made.commitS, ...orderTimes(made, layer.index) };
      return dueOrders(engagement, times, { doctrine, lookS, delegated }, round, layer.id);
    },
    ends: ({ count }) => count === 0,
  }),
  stage({
    name: 'custody of these',
    about:
      'what is seen of those threats over their whole flight, for shots after boost and for the look after a salvo',
    reads: ['architecture', 'world', 'links', 'custodyRoom', 'trial', 'layer', 'round', 'asked', 'custody'],
    writes: 'custody',
    make: (given) => custodyFor(given),
  }),
  stage({
    name: 'orders judged',
    about: 'at which of them the salvo before can be judged',
    reads: ['world', 'layer', 'round', 'asked', 'custody'],
    writes: 'due',
    make: ({ world, layer, round, asked, custody }) => {
      const fire = new FireControl(world, layer, custody);
      return judgedOrders(asked, round, (threat, tS) => fire.isHeld(threat, tS));
    },
    ends: ({ count }) => count === 0,
  }),
  stage({
    name: 'order times',
    about: 'how long an order takes to the units that may reach a threat',
    reads: ['world', 'links', 'transports', 'seats', 'layer', 'due'],
    writes: 'times',
    make: (given, { spare }) =>
      layerTimes(given, (layer, orderS) => unitsInQuestion(given.world, layer, orderS), spare),
  }),
  stage({
    name: 'opportunities',
    about: 'which units could stop which threats, and when',
    reads: ['world', 'layer', 'due', 'times', 'custody'],
    writes: 'chances',
    make: ({ world, layer, due, times, custody }) => opportunities(world, layer, due.orderS, times.oneWayS, custody),
  }),
  stage({
    name: 'reach',
    about: 'which threats are in reach at all',
    reads: ['engagement', 'layer', 'chances', 'round'],
    writes: 'engagement',
    make: ({ engagement, layer, chances, round }) => withReach(engagement, layer, chances, round),
  }),
  stage({
    name: 'hold fire',
    about: 'for which threats the layer waits, as their objects are told apart better by then',
    reads: ['world', 'layer', 'due', 'times', 'custody', 'engagement', 'chances'],
    writes: 'held',
    make: ({ world, layer, due: { orderS }, times: { oneWayS }, custody, engagement, chances }) => {
      const asked = (fromS: Float64Array) => orderS.map((tS, i) => (Number.isNaN(fromS[i]) ? Number.NaN : tS));
      const fromS = holdFire(engagement, world, layer, custody, chances, (later) =>
        opportunities(world, heldLayer(layer, world, later), asked(later), oneWayS, custody),
      );
      if (!fromS) return { layer, chances };
      const held = heldLayer(layer, world, fromS);
      return { layer: held, chances: opportunities(world, held, orderS, oneWayS, custody) };
    },
  }),
  stage({
    name: 'calls',
    about: 'which objects are taken for warheads',
    reads: ['world', 'engagement', 'layer', 'held', 'custody'],
    writes: 'engagement',
    make: ({ world, engagement, layer, held: { chances }, custody }) =>
      withCalls(engagement, world, layer, chances, custody),
  }),
  stage({
    name: 'targets',
    about: 'whole missiles, or each of their objects by itself',
    reads: ['engagement', 'layer', 'held'],
    writes: 'targets',
    make: ({ engagement, layer, held: { chances } }) => targetsOf(chances, engagement, layer.index),
  }),
  stage({
    name: 'assignment',
    about: 'who fires at what',
    reads: ['world', 'held', 'engagement', 'targets', 'due', 'custody'],
    writes: 'wanted',
    make: ({ world, held: { layer }, engagement, targets, due: { orderS }, custody }) =>
      assign(targets, engagement.layers[layer.index], {
        ...assignRules(world, layer, engagement.objects, custody),
        orderS,
      }),
  }),
  stage({
    name: 'fire control',
    about: 'at which of them no shot is fired, as every fire control that could guide it is busy',
    reads: ['engagement', 'wanted'],
    writes: 'engagement',
    make: ({ engagement, wanted }) => withUnguided(engagement, wanted.unguided),
  }),
  stage({
    name: 'hand-over',
    about: 'which further shots are left to a later layer',
    reads: ['architecture', 'world', 'layers', 'layer', 'round', 'engagement', 'wanted', 'custody'],
    writes: 'orders',
    make: ({ architecture: { command }, world, layers, layer, round, engagement, wanted, custody }) =>
      round === 0
        ? wanted
        : handOver(
            world,
            layers,
            layer,
            wanted,
            { lookS: ({ id }) => command[orderingCentre(command, id)].lookS, custody },
            engagement,
          ),
    ends: ({ count }) => count === 0,
  }),
  stage({
    name: 'shots',
    about: 'what every shot comes to',
    reads: ['world', 'engagement', 'layer', 'orders', 'round'],
    writes: 'engagement',
    make: ({ world, engagement, layer, orders, round }) => resolveShots(engagement, world, layer, orders, round),
  }),
];

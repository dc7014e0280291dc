import { areLayersParted, orderingCentre } from '../flow/centres.ts';
import type { Contacts } from '../flow/contacts.ts';
import type { Route } from '../flow/links.ts';
import { leakReasons, type TrialOutcome } from '../flow/outcomes.ts';
import { type Said, said } from '../flow/said.ts';
import { eventKinds, type Story, type StoryEvent } from '../flow/story.ts';
import type { Tracks } from '../flow/tracks.ts';
import type { World } from '../flow/world.ts';
import { quantile } from '../num/statistics.ts';
import { isoFromUnixS } from '../physics/time.ts';

/** Ways of the two messages that matter: the first report to the centre, and the first order. */
export interface StoryRoutes {
  report?: Route;
  order?: Route;
}

export interface StoryRecords {
  world: World;
  contacts?: Contacts;
  tracks: Tracks;
  outcome: TrialOutcome;
}

/** What comes first of events at one time. */
const ORDER: readonly StoryEvent['kind'][] = eventKinds;

/**
 * The missile whose decision time and fate come closest to the middle of all trials: the most common fate, and of those
 * the decision nearest to the median. Null where nothing was run.
 */
export function typicalThreat(outcomes: readonly TrialOutcome[]): { trial: number; threatIndex: number } | null {
  const all = outcomes.flatMap((outcome) =>
    Array.from(outcome.stoppedByLayer, (layer, threatIndex) => ({
      trial: outcome.trial,
      threatIndex,
      fate: layer >= 0 ? `stopped ${layer}` : `leaked ${outcome.leakReasonIndex[threatIndex]}`,
      decidedS: outcome.decidedS[threatIndex],
    })),
  );
  if (all.length === 0) return null;
  const tally = new Map<string, number>();
  for (const { fate } of all) tally.set(fate, (tally.get(fate) ?? 0) + 1);
  const commonest = [...tally].sort((a, b) => b[1] - a[1])[0][0];
  const alike = all.filter(({ fate }) => fate === commonest);
  const times = Float64Array.from(alike, ({ decidedS }) => decidedS).filter((tS) => !Number.isNaN(tS));
  if (times.length === 0) return alike[0];
  const middleS = quantile(times, 0.5);
  const away = ({ decidedS }: { decidedS: number }) => Math.abs(decidedS - middleS);
  return alike.reduce((best, each) => (away(each) < away(best) ? each : best));
}

/** What happened to one missile in one trial, from its launch to its end. */
export function tellStory(records: StoryRecords, threatIndex: number, routes: StoryRoutes): Story {
  const { world, outcome } = records;
  const { launchS, trajectory, id } = world.threats[threatIndex];
  const events: StoryEvent[] = [
    { tS: 0, kind: 'launch', who: id, said: said('story.launch') },
    { tS: trajectory.burnoutS, kind: 'burnout', who: id, said: said('story.burnout') },
    ...partedEvent(records, threatIndex),
    ...firstLooks(records, threatIndex),
    ...centreEvents(records, threatIndex, routes),
    ...shotEvents(records, threatIndex),
  ];
  const layer = outcome.stoppedByLayer[threatIndex];
  const isStopped = layer >= 0;
  if (!isStopped) events.push({ tS: trajectory.impactS, kind: 'impact', who: id, said: said('story.impact') });
  return {
    trial: outcome.trial,
    threatId: id,
    startUtc: isoFromUnixS(world.architecture.epochUnixS + world.startS + launchS),
    burnoutS: trajectory.burnoutS,
    impactS: trajectory.impactS,
    events: events
      .filter(
        ({ tS, kind }) => Number.isFinite(tS) && !(isStopped && kind === 'seen' && tS > outcome.stoppedS[threatIndex]),
      )
      .sort((a, b) => a.tS - b.tS || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
    refusedCount: outcome.refusedCount[threatIndex],
    end: endOf(records, threatIndex),
  };
}

/** What became of a missile; of one with several warheads, how many of them got through. */
function endOf({ world, outcome }: StoryRecords, threatIndex: number): Said {
  const { stoppedByLayer, leakReasonIndex, objects } = outcome;
  const layer = world.architecture.interceptors[stoppedByLayer[threatIndex]]?.id;
  let warheads = 0;
  let through = 0;
  objects?.threatIndex.forEach((threat, i) => {
    if (threat !== threatIndex || !objects.isWarhead[i]) return;
    warheads++;
    if (objects.stoppedByLayer[i] < 0) through++;
  });
  if (layer) return warheads > 1 ? said('story.all-stopped', { warheads, layer }) : said('story.stopped-by', { layer });
  const reason = said(`story.${leakReasons[leakReasonIndex[threatIndex]]}`);
  return warheads > 1
    ? said('story.some-through', { through, warheads, reason })
    : said('story.got-through', { reason });
}

/** When warheads and decoys part, where it comes to that. */
function partedEvent({ world, outcome }: StoryRecords, threatIndex: number): StoryEvent[] {
  const { planIndex, trajectory, id } = world.threats[threatIndex];
  const { warheadCount: warheads = 1, decoys = 0, busS = 0 } = world.architecture.threats[planIndex];
  const tS = trajectory.boostEndS + busS;
  if (warheads + decoys === 1 || outcome.stoppedS[threatIndex] < tS) return [];
  return [{ tS, kind: 'parted', who: id, said: said('story.parted', { warheads, decoys }) }];
}

/** The first look of each sensor. */
function firstLooks({ world, contacts }: StoryRecords, threatIndex: number): StoryEvent[] {
  if (!contacts) return [];
  const { launchS } = world.threats[threatIndex];
  const first = new Map<number, number>();
  for (let i = 0; i < contacts.count; i++) {
    if (contacts.threatIndex[i] !== threatIndex) continue;
    const before = first.get(contacts.sensorIndex[i]);
    if (before === undefined || contacts.tS[i] < contacts.tS[before]) first.set(contacts.sensorIndex[i], i);
  }
  return [...first].map(([sensorIndex, i]) => {
    const { id } = world.architecture.sensors[sensorIndex];
    const isUnheard = Number.isNaN(contacts.arrivalS[i]);
    return {
      tS: contacts.tS[i] - launchS,
      kind: 'seen',
      who: `${id}/${contacts.unitIndex[i]}`,
      said: said(isUnheard ? 'story.seen-unheard' : 'story.seen', { who: id }),
    };
  });
}

function centreEvents(
  { world, tracks, outcome }: StoryRecords,
  threatIndex: number,
  routes: StoryRoutes,
): StoryEvent[] {
  const { launchS } = world.threats[threatIndex];
  const { command, interceptors } = world.architecture;
  const { id, commitErrorKm } = command[0];
  const track = tracks.threats[threatIndex];
  const hasSensors = world.architecture.sensors.length > 0;
  const shot = outcome.shots.find((each) => each.threatIndex === threatIndex);
  const reactionS = shot ? (interceptors[shot.layerIndex].reactionS ?? 0) : 0;
  // where layers have centres of their own, that of the first shot
  const isParted = shot !== undefined && areLayersParted(command);
  const by = isParted ? command[orderingCentre(command, interceptors[shot.layerIndex].id)].id : id;
  const decidedS = isParted ? shot.orderedS - launchS : outcome.decidedS[threatIndex];
  return [
    {
      tS: track.detectedS - launchS,
      kind: 'detected',
      who: id,
      said: said(hasSensors ? 'story.detected' : 'story.detected-assumed'),
    },
    ...(hasSensors
      ? [
          {
            tS: track.firstArrivalS - launchS,
            kind: 'message' as const,
            who: id,
            said: routes.report ? said('story.report-by', way(routes.report)) : said('story.report'),
          },
          {
            tS: track.commitS - launchS,
            kind: 'track' as const,
            who: id,
            said: said('story.track', { km: commitErrorKm }),
          },
        ]
      : []),
    { tS: decidedS, kind: 'decided', who: by, said: said('story.decided') },
    ...(shot && routes.order && routes.order.oneWayS > 0
      ? [
          {
            tS: shot.releaseS - launchS - reactionS,
            kind: 'message' as const,
            who: by,
            said: said('story.order-by', way(routes.order)),
          },
        ]
      : []),
  ];
}

function way({ networks, oneWayS }: Route): { oneWayS: number; way: string | Said } {
  return { oneWayS, way: networks.length > 0 ? networks.join(' + ') : said('story.fibre') };
}

function shotEvents({ world, outcome }: StoryRecords, threatIndex: number): StoryEvent[] {
  const { launchS } = world.threats[threatIndex];
  return outcome.shots
    .filter((shot) => shot.threatIndex === threatIndex)
    .flatMap(({ layerIndex, unitIndex, objectIndex, releaseS, interceptS, result }) => {
      const who = `${world.architecture.interceptors[layerIndex].id}/${unitIndex}`;
      const at = (what: Said) => atObject(what, outcome, objectIndex);
      return [
        { tS: releaseS - launchS, kind: 'release' as const, who, said: said('story.release') },
        { tS: interceptS - launchS, kind: 'intercept' as const, who, said: at(said(`story.${result}`)) },
      ];
    });
}

/** What a shot came to, with the object that it was fired at where its missile had let go of several. */
function atObject(what: Said, { objects }: TrialOutcome, objectIndex: number): Said {
  if (!objects || objectIndex < 0) return what;
  const place = objectIndex - objects.threatIndex.indexOf(objects.threatIndex[objectIndex]) + 1;
  return said(objects.isWarhead[objectIndex] ? 'story.at-warhead' : 'story.at-decoy', { what, place });
}

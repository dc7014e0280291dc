import type { Architecture } from '../flow/architecture.ts';
import { canSimulate } from '../run/prepare.ts';
import {
  allWorks,
  carriesMany,
  certainHits,
  drawnOutages,
  halfTheDecision,
  isShellLayer,
  moreDecoys,
  moreOutages,
  networkAgain,
  twiceTheDeciders,
  twiceTheDivert,
  twiceTheGuided,
  twiceTheInterceptors,
  twiceTheLayerSatellites,
  twiceTheRaid,
  twiceTheSensors,
  twiceTheUpdateRange,
  twiceTheWarheads,
  withNetworkDown,
  withoutElement,
  withoutPartner,
  withoutQueues,
} from './changes.ts';
import { type Change, compareChanges, comparePair } from './compare-raids.ts';
import type { Law, LawBench } from './law.ts';

/** Elements that one law takes away or doubles, one at a time: the first so many. */
const MOST_CASES = 4;

/** Why no raid can be compared; null where one can. */
export function noRaid({ architecture }: LawBench): string | null {
  return canSimulate(architecture) ? null : 'no raid is run';
}

interface ShieldLaw {
  id: string;
  sentence: string;
  /** 1: the change lets no more through; -1: no fewer. */
  sense: 1 | -1;
  /** Why there is nothing to change; left out where every raid has it. */
  lacks?: (architecture: Architecture) => string | false;
  changes: (architecture: Architecture) => Change[];
}

/** A law of the kind "more of this lets no more, or no fewer, missiles through". */
function shieldLaw({ lacks, changes, sense, ...head }: ShieldLaw): Law {
  return {
    ...head,
    test: 'chance',
    whyNot: (bench) => noRaid(bench) ?? (lacks?.(bench.architecture) || null),
    check: (bench) => compareChanges(bench, changes(bench.architecture), sense),
  };
}

const one = (words: string, change: (architecture: Architecture) => Architecture) => (architecture: Architecture) => [
  { words, architecture: change(architecture) },
];

function withoutRate({ command }: Architecture): string | false {
  return command.every(({ decisionsPerMin }) => decisionsPerMin === undefined) && 'no centre has a rate of decisions';
}

function without(list: 'sensors' | 'interceptors') {
  return (architecture: Architecture): Change[] =>
    architecture[list]
      .slice(0, MOST_CASES)
      .map(({ id }) => ({ words: `without ${id}`, architecture: withoutElement(architecture, list, id) }));
}

/** Partners of networks, sensors and layers, those of most elements first. */
function partnersOf({ networks, sensors, interceptors, failures }: Architecture): string[] {
  const counts = new Map<string, number>();
  for (const { partner } of [...networks, ...sensors, ...interceptors])
    if (partner && !failures.partnersOff.includes(partner)) counts.set(partner, (counts.get(partner) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([partner]) => partner);
}

/** Networks that someone speaks to, the smallest first. */
function spokenNetworks({ networks, sensors, interceptors, command }: Architecture): string[] {
  const spoken = new Set([...sensors, ...interceptors, ...command].flatMap(({ terminals }) => terminals));
  const size = ({ shells }: Architecture['networks'][number]) =>
    (shells ?? []).reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
  return networks
    .filter(({ id, elements }) => spoken.has(id) && !elements)
    .sort((a, b) => size(a) - size(b))
    .map(({ id }) => id);
}

/** What helps and what harms the shield, raid by raid. */
export const shieldLaws: readonly Law[] = [
  shieldLaw({
    id: 'more-interceptors',
    sentence: 'Twice the interceptors on every satellite and site let no more missiles through.',
    sense: 1,
    changes: one('twice the interceptors', twiceTheInterceptors),
  }),
  shieldLaw({
    id: 'more-satellites',
    sentence: 'A second set of interceptor satellites lets no more missiles through.',
    sense: 1,
    lacks: ({ interceptors }) => !interceptors.some(isShellLayer) && 'no layer of space interceptors in shells',
    changes: one('twice the interceptor satellites', twiceTheLayerSatellites),
  }),
  shieldLaw({
    id: 'more-sensors',
    sentence: 'A second set of sensors lets no more missiles through.',
    sense: 1,
    lacks: ({ sensors }) => sensors.length === 0 && 'no sensors: tracks are assumed',
    changes: one('twice the sensors', twiceTheSensors),
  }),
  shieldLaw({
    id: 'more-networks',
    sentence: 'A second network like one that is used lets no more missiles through.',
    sense: 1,
    lacks: (architecture) => spokenNetworks(architecture).length === 0 && 'no network whose terminals anyone carries',
    changes: (architecture) =>
      spokenNetworks(architecture)
        .slice(0, 1)
        .map((id) => ({ words: `a second ${id}`, architecture: networkAgain(architecture, id) })),
  }),
  shieldLaw({
    id: 'earlier-decision',
    sentence: 'Decisions and releases in half the time let no more missiles through.',
    sense: 1,
    lacks: ({ command: [centre] }) =>
      centre!.decision.highS + centre!.release.highS === 0 && 'decision and release take no time',
    changes: one('decisions in half the time', halfTheDecision),
  }),
  shieldLaw({
    id: 'no-queue',
    sentence: 'Centres that decide on any number at once let no more missiles through.',
    sense: 1,
    lacks: withoutRate,
    changes: one('any number of decisions at once', withoutQueues),
  }),
  shieldLaw({
    id: 'more-deciders',
    sentence: 'Centres with twice the deciders let no more missiles through.',
    sense: 1,
    lacks: withoutRate,
    changes: one('twice the deciders', twiceTheDeciders),
  }),
  shieldLaw({
    id: 'more-guided',
    sentence: 'Fire control that guides twice as many interceptors at once lets no more missiles through.',
    sense: 1,
    lacks: ({ interceptors }) =>
      interceptors.every(({ guidedCount }) => guidedCount === undefined) && 'no layer guides a limited number at once',
    changes: one('twice the interceptors guided at once', twiceTheGuided),
  }),
  shieldLaw({
    id: 'told-further',
    sentence: 'Interceptors that are told in flight over twice the range let no more missiles through.',
    sense: 1,
    lacks: ({ interceptors }) =>
      interceptors.every(({ updateRangeKm }) => updateRangeKm === undefined) && 'no layer tells interceptors in flight',
    changes: one('twice the range of updates in flight', twiceTheUpdateRange),
  }),
  shieldLaw({
    id: 'wider-divert',
    sentence: 'Interceptors that make up twice the way to the side let no more missiles through.',
    sense: 1,
    lacks: ({ interceptors }) => !interceptors.some(({ divertKm }) => divertKm) && 'no layer has a divert',
    changes: one('twice the divert', twiceTheDivert),
  }),
  shieldLaw({
    id: 'certain-hits',
    sentence: 'Interceptors that always work and hit let no more missiles through.',
    sense: 1,
    changes: one('interceptors that always hit', certainHits),
  }),
  shieldLaw({
    id: 'nothing-out',
    sentence: 'Satellites, sites and networks that are never out let no more missiles through.',
    sense: 1,
    changes: one('nothing out of order', allWorks),
  }),
  {
    id: 'more-outages',
    sentence: 'Three in ten units more that are out let no fewer missiles through.',
    test: 'chance',
    whyNot: noRaid,
    check: async (bench) => {
      const { architecture } = bench;
      const words = 'three in ten more out';
      return comparePair(bench, words, drawnOutages(architecture), moreOutages(architecture), -1);
    },
  },
  shieldLaw({
    id: 'larger-raid',
    sentence: 'Twice the missiles let no fewer through.',
    sense: -1,
    changes: one('twice the missiles', twiceTheRaid),
  }),
  shieldLaw({
    id: 'more-warheads',
    sentence: 'Missiles with twice the warheads get through no less often.',
    sense: -1,
    lacks: ({ threats }) => !threats.some(carriesMany) && 'no missile that may carry several warheads',
    changes: one('twice the warheads', twiceTheWarheads),
  }),
  shieldLaw({
    id: 'more-decoys',
    sentence: 'Missiles with three decoys more get through no less often.',
    sense: -1,
    lacks: ({ threats }) => !threats.some(carriesMany) && 'no missile that may carry decoys',
    changes: one('three decoys more', (architecture) => moreDecoys(architecture, 3)),
  }),
  shieldLaw({
    id: 'lost-layer',
    sentence: 'A shield without one of its layers lets no fewer missiles through.',
    sense: -1,
    lacks: ({ interceptors }) => interceptors.length < 2 && 'only one layer',
    changes: without('interceptors'),
  }),
  shieldLaw({
    id: 'lost-sensor',
    sentence: 'A shield without one of its sensors lets no fewer missiles through.',
    sense: -1,
    lacks: ({ sensors }) => sensors.length < 2 && 'fewer than two sensors: without any, tracks are assumed',
    changes: without('sensors'),
  }),
  shieldLaw({
    id: 'lost-network',
    sentence: 'A shield one of whose networks is down lets no fewer missiles through.',
    sense: -1,
    lacks: ({ networks }) => networks.length === 0 && 'no networks: messages take no time',
    changes: (architecture) =>
      architecture.networks
        .slice(0, MOST_CASES)
        .map(({ id }) => ({ words: `${id} down`, architecture: withNetworkDown(architecture, id) })),
  }),
  shieldLaw({
    id: 'lost-partner',
    sentence: 'A shield one of whose partners is switched off lets no fewer missiles through.',
    sense: -1,
    lacks: (architecture) => partnersOf(architecture).length === 0 && 'no element names a partner',
    changes: (architecture) =>
      partnersOf(architecture)
        .slice(0, MOST_CASES)
        .map((partner) => ({ words: `${partner} switched off`, architecture: withoutPartner(architecture, partner) })),
  }),
];

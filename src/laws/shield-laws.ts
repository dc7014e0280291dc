import type { Architecture } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
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
import type { Law, LawBench, LawId } from './law.ts';

/** Elements that one law takes away or doubles, one at a time: the first so many. */
const MOST_CASES = 4;

/** Why no raid can be compared; null where one can. */
export function noRaid({ architecture }: LawBench): Said | null {
  return canSimulate(architecture) ? null : said('law-why.no-raid');
}

interface ShieldLaw {
  id: LawId;
  /** 1: the change lets no more through; -1: no fewer. */
  sense: 1 | -1;
  /** Why there is nothing to change; left out where every raid has it. */
  lacks?: (architecture: Architecture) => Said | false;
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

const one = (words: Said, change: (architecture: Architecture) => Architecture) => (architecture: Architecture) => [
  { words, architecture: change(architecture) },
];

function withoutRate({ command }: Architecture): Said | false {
  return command.every(({ decisionsPerMin }) => decisionsPerMin === undefined) && said('law-why.no-rate');
}

function without(list: 'sensors' | 'interceptors') {
  return (architecture: Architecture): Change[] =>
    architecture[list].slice(0, MOST_CASES).map(({ id }) => ({
      words: said('law-change.without', { id }),
      architecture: withoutElement(architecture, list, id),
    }));
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
    sense: 1,
    changes: one(said('law-change.interceptors'), twiceTheInterceptors),
  }),
  shieldLaw({
    id: 'more-satellites',
    sense: 1,
    lacks: ({ interceptors }) => !interceptors.some(isShellLayer) && said('law-why.no-shells'),
    changes: one(said('law-change.satellites'), twiceTheLayerSatellites),
  }),
  shieldLaw({
    id: 'more-sensors',
    sense: 1,
    lacks: ({ sensors }) => sensors.length === 0 && said('law-why.no-sensors'),
    changes: one(said('law-change.sensors'), twiceTheSensors),
  }),
  shieldLaw({
    id: 'more-networks',
    sense: 1,
    lacks: (architecture) => spokenNetworks(architecture).length === 0 && said('law-why.no-spoken-network'),
    changes: (architecture) =>
      spokenNetworks(architecture)
        .slice(0, 1)
        .map((id) => ({ words: said('law-change.network', { id }), architecture: networkAgain(architecture, id) })),
  }),
  shieldLaw({
    id: 'earlier-decision',
    sense: 1,
    lacks: ({ command: [centre] }) =>
      centre.decision.highS + centre.release.highS === 0 && said('law-why.decision-at-once'),
    changes: one(said('law-change.decision'), halfTheDecision),
  }),
  shieldLaw({
    id: 'no-queue',
    sense: 1,
    lacks: withoutRate,
    changes: one(said('law-change.no-queue'), withoutQueues),
  }),
  shieldLaw({
    id: 'more-deciders',
    sense: 1,
    lacks: withoutRate,
    changes: one(said('law-change.deciders'), twiceTheDeciders),
  }),
  shieldLaw({
    id: 'more-guided',
    sense: 1,
    lacks: ({ interceptors }) =>
      interceptors.every(({ guidedCount }) => guidedCount === undefined) && said('law-why.no-guidance'),
    changes: one(said('law-change.guided'), twiceTheGuided),
  }),
  shieldLaw({
    id: 'told-further',
    sense: 1,
    lacks: ({ interceptors }) =>
      interceptors.every(({ updateRangeKm }) => updateRangeKm === undefined) && said('law-why.no-updates'),
    changes: one(said('law-change.updates'), twiceTheUpdateRange),
  }),
  shieldLaw({
    id: 'wider-divert',
    sense: 1,
    lacks: ({ interceptors }) => !interceptors.some(({ divertKm }) => divertKm) && said('law-why.no-divert'),
    changes: one(said('law-change.divert'), twiceTheDivert),
  }),
  shieldLaw({
    id: 'certain-hits',
    sense: 1,
    changes: one(said('law-change.hits'), certainHits),
  }),
  shieldLaw({
    id: 'nothing-out',
    sense: 1,
    changes: one(said('law-change.nothing-out'), allWorks),
  }),
  {
    id: 'more-outages',
    test: 'chance',
    whyNot: noRaid,
    check: async (bench) => {
      const { architecture } = bench;
      const words = said('law-change.outages');
      return comparePair(bench, words, drawnOutages(architecture), moreOutages(architecture), -1);
    },
  },
  shieldLaw({
    id: 'larger-raid',
    sense: -1,
    changes: one(said('law-change.raid'), twiceTheRaid),
  }),
  shieldLaw({
    id: 'more-warheads',
    sense: -1,
    lacks: ({ threats }) => !threats.some(carriesMany) && said('law-why.no-warheads'),
    changes: one(said('law-change.warheads'), twiceTheWarheads),
  }),
  shieldLaw({
    id: 'more-decoys',
    sense: -1,
    lacks: ({ threats }) => !threats.some(carriesMany) && said('law-why.no-decoys'),
    changes: one(said('law-change.decoys'), (architecture) => moreDecoys(architecture, 3)),
  }),
  shieldLaw({
    id: 'lost-layer',
    sense: -1,
    lacks: ({ interceptors }) => interceptors.length < 2 && said('law-why.one-layer'),
    changes: without('interceptors'),
  }),
  shieldLaw({
    id: 'lost-sensor',
    sense: -1,
    lacks: ({ sensors }) => sensors.length < 2 && said('law-why.few-sensors'),
    changes: without('sensors'),
  }),
  shieldLaw({
    id: 'lost-network',
    sense: -1,
    lacks: ({ networks }) => networks.length === 0 && said('law-why.no-networks'),
    changes: (architecture) =>
      architecture.networks
        .slice(0, MOST_CASES)
        .map(({ id }) => ({ words: said('law-change.down', { id }), architecture: withNetworkDown(architecture, id) })),
  }),
  shieldLaw({
    id: 'lost-partner',
    sense: -1,
    lacks: (architecture) => partnersOf(architecture).length === 0 && said('law-why.no-partner'),
    changes: (architecture) =>
      partnersOf(architecture)
        .slice(0, MOST_CASES)
        .map((partner) => ({
          words: said('law-change.off', { id: partner }),
          architecture: withoutPartner(architecture, partner),
        })),
  }),
];

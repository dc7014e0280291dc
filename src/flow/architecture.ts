import type { EntryValues, Source } from '../catalog/entry.ts';
import type { Basis } from '../catalog/field.ts';
import type { ClaimPlan } from './claim.ts';
import type { EventPlan } from './events.ts';
import type { Said } from './said.ts';

/**
 * A scenario with every `use:` resolved and every default filled in: plain numbers only. All stages read this record;
 * where each number came from is kept apart, in `uses`.
 */
export interface Architecture {
  name: string;
  description?: string;
  epochUtc: string;
  /** Epoch as seconds since 1970-01-01 UTC. */
  epochUnixS: number;
  networks: NetworkPlan[];
  /** Classes of messages that load them; absent: the scenario states none. */
  messages?: MessagePlan[];
  /** Pairs of networks whose satellites may link to each other. */
  bridges: BridgePlan[];
  fibre: FibrePlan;
  sensors: SensorPlan[];
  command: CommandPlan[];
  /** Layers, outermost first. */
  interceptors: InterceptorPlan[];
  systems: SystemPlan[];
  launch: LaunchPlan;
  threats: ThreatPlan[];
  /** Names of areas on which no payload may fall; absent: a boost is engaged to burnout. */
  defended?: string[];
  /** Countries whose share of the falls is told. */
  allies?: string[];
  partners?: PartnerBook;
  failures: FailurePlan;
  /** Taken as published, all of it standing: no answer by date; absent: as it can be built. */
  programme?: 'complete';
  /** What happens to the programme and its force, in order of time; absent: nothing. */
  events?: EventPlan[];
  routes: RoutePlan[];
  analysis: AnalysisPlan;
  /** What others have said of it, to be held against the draws. */
  claims?: ClaimPlan[];
  /** Price index by year; empty where the scenario names no economy. */
  economy: EconomyPlan;
  /** Every site that the scenario or one of its entries names. */
  sites: Record<string, SitePlan>;
  /** Every number that came from the catalog or stands in the scenario, with its source. */
  uses: UsedNumber[];
  /** The sources of those numbers, by key. */
  sources: Record<string, Source>;
  catalogHash: string;
  /** Day, month or year for which the catalog was resolved; absent: all that it holds. */
  asOfDate?: string;
  scenarioHash: string;
  /** What the scenario declares and this version does not compute, and warnings with their numbers. */
  notes: Said[];
}

/** Element sets of real satellites, as text of a TLE or OMM file. */
export interface ElementFile {
  file: string;
  text: string;
  /** Sets farther than this from the epoch do not fly; absent: 30. */
  maxAgeDays?: number;
  /** Whether sets with faults are left out; absent: a fault refuses the file. */
  isSkippingBad?: boolean;
  /** Files of the same satellites at other dates. */
  further?: { file: string; text: string }[];
}

export type NetworkPlan = EntryValues<'networks'> & { elements?: ElementFile };
export type SensorPlan = EntryValues<'sensors'> & { terminals: string[]; elements?: ElementFile };
export type SystemPlan = EntryValues<'systems'>;
export type MessagePlan = EntryValues<'messages'> & {
  /** Sensors or layers that send or receive them; absent: all. */
  elements?: string[];
};
export type LauncherPlan = EntryValues<'launchers'>;
export type SitePlan = EntryValues<'sites'>;
export type PartnerBook = EntryValues<'partners'> & {
  /** Day to which the book was kept. */
  asOfDate?: string;
};
export type EconomyPlan = EntryValues<'economy'>;

export type InterceptorPlan = EntryValues<'interceptors'> & {
  /** Networks whose terminals the interceptors or their sites carry; empty for surface layers: fibre. */
  terminals: string[];
  /** Shots that one salvo puts on one threat. */
  salvo: number;
  elements?: ElementFile;
};

/** A duration: fixed where low, mode and high agree, else triangular. */
export interface Duration {
  lowS: number;
  modeS: number;
  highS: number;
}

export interface CommandPlan {
  id: string;
  site: string;
  /** Networks that the site has terminals for, beside the gateways of all networks. */
  terminals: string[];
  /** From a track of commit quality at the centre to the decision. */
  decision: Duration;
  /** Extra time for release by a person; zero for automatic release. */
  release: Duration;
  doctrine: 'barrage' | 'shoot-look-shoot';
  /** Assessment between two salvos of shoot-look-shoot. */
  lookS: number;
  /** Position error, one sigma, that a track must reach before the centre commits. */
  commitErrorKm: number;
  /** From launch to a track of commit quality, where the scenario has no sensors. */
  trackS: number;
  /** Share of the decision and release time that is drawn missile by missile; the rest is one draw for the whole raid. */
  perMissileShare: number;
  /** Decisions that each decider of the centre makes in a minute, one after the other; absent: no limit. */
  decisionsPerMin?: number;
  /** Deciders who work at once, each on a missile of their own; absent: one. */
  deciderCount?: number;
  /** Groups of threats that it decides on; absent: its turn of those that no centre names. */
  threats?: string[];
  /** Layers that it decides for, from its own place; absent: those that no centre names. */
  layers?: string[];
  /** Layers that release on their own track, without a decision of the centre. */
  delegated: string[];
}

export interface BridgePlan {
  between: [string, string];
  maxKm: number;
}

export interface FibrePlan {
  /** Speed of light in the fibre over that in vacuum. */
  speedRatio: number;
  /** Length of a line by land over the great circle. */
  detourRatio: number;
  /** Length over the great circle of a sea cable whose own is not given. */
  seaDetourRatio: number;
  /** Time in the equipment of each place on the ground that a message passes: half of it at either side. */
  routerDelayMs: number;
  /** Cables between the lands; within a land every two sites are joined. */
  cables: CablePlan[];
  /** Every site at which one of them comes ashore. */
  landings: Record<string, SitePlan>;
}

export type CablePlan = EntryValues<'cables'>;

export interface LaunchPlan {
  launchers: LauncherPlan[];
  /** Dollars per kilogram, in place of vehicles. */
  usdKg?: number;
}

export interface Place {
  latDeg: number;
  lonDeg: number;
  heightM: number;
  name: string;
}

export type ThreatPlan = EntryValues<'threats'> & {
  count: number;
  /** Launch places; the missiles of the group take them in turn. */
  from: Place[];
  /** Aim points; the missiles of the group take them in turn. */
  toward: Place[];
  /** First launch of the group, after the start of the raid. */
  startS: number;
  spacingS: number;
  /** 0: minimum energy; positive: lofted, negative: depressed, as an angle added at burnout. */
  loftDeg: number;
  decoys: number;
};

/** What is out of order before the raid starts. */
export interface FailurePlan {
  /** Chance that a satellite of any network, sensor or layer is out, beside its own availability. */
  satelliteOutProbability: number;
  /** Planes that are out: network, sensor or layer, shell and plane by number. */
  planesOut: { element: string; shell: number; plane: number }[];
  /** Sites whose gateways are out; what else stands there works. */
  gatewaysOut: string[];
  /** Cables that are cut. */
  cablesOut: string[];
  /** Landings that are lost: every cable there ends before it. */
  landingsOut: string[];
  /** Places within whose radius every gateway and user terminal is jammed. */
  jammed: { latDeg: number; lonDeg: number; radiusKm: number }[];
  /** Rain and jamming at gateways, as stated by site and band; absent: none. */
  fading?: FadingPlan[];
  /** Control planes that are down, by their own name or that of a network on them: nothing of their networks carries a message. */
  controlPlanesDown: string[];
  /** Partners switched off: what they provide is out, what they only build is not. */
  partnersOff: string[];
}

/** What rain or jamming leaves of the links between satellites and some gateways. */
export interface FadingPlan {
  sites: string[];
  cause: 'rain' | 'jamming';
  /** Networks with a gateway there whose links are of this band, or that are named; absent: all. */
  band?: string;
  networks?: string[];
  /** Chance that the links work in a raid. */
  availabilityFraction: number;
  /** Share of the rate that they have while they work. */
  rateFraction: number;
}

/** A pair of places between which the run reports latency. */
export interface RoutePlan {
  id: string;
  from: string;
  to: string;
  networks?: string[];
}

export interface AnalysisPlan {
  trials: number;
  seed: number;
  /** The raid starts at a random time within this window after the epoch. */
  launchWindowS: number;
  horizonYr: number;
  priceYear: number;
  /** First year of the cost and fielding horizon. */
  startYear: number;
}

/** A number that the run used, and how far to trust it. */
export interface UsedNumber {
  /** Element of the scenario. */
  element: string;
  /** Entry of the catalog; absent where the number stands in the scenario. */
  entry?: string;
  /** Such as `shells[0].altitudeKm`. */
  path: string;
  value: number;
  low?: number;
  high?: number;
  source: string;
  where: string;
  basis: Basis;
  via?: string;
  /** Key of the source that was read, where it only quotes the first. */
  quotedBy?: string;
  /** Bounds (default): low and high are the ends; band80: the 10th and 90th percentile. */
  rangeKind?: 'bounds' | 'band80';
  /** How it spreads between them; default triangular. */
  distribution?: 'triangular' | 'lognormal';
  priceYear?: number;
  currency?: 'USD' | 'EUR';
  /** Whether the scenario replaced the catalog's number. */
  overridden: boolean;
}

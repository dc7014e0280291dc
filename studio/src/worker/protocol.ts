import type {
  CostAnswer,
  DependenceResult,
  EffectSummary,
  FieldingResult,
  Footprint,
  JointAnswer,
  LinkMap,
  Problem,
  Provenance,
  RaidPart,
  Result,
  RunRecord,
  Said,
  Shot,
  SpaceElement,
  Story,
} from 'cupola';
import type { InputDifference, TrialColumns } from 'cupola/compare';
import type { Trajectory } from 'cupola/physics';
import type { Failure } from './failure.ts';

/** What a partner's switch says. */
export type SwitchState = 'on' | 'supply' | 'denied';
export type Switches = Record<string, SwitchState>;

/** One thing to compute: a scenario, as written, with partners switched. */
export interface Job {
  text: string;
  file: string;
  /** The file that a command line names to run the same. */
  source: string;
  /** Texts of the element files that the scenario names, by file name. */
  elementFiles: Record<string, string>;
  /** By the name that a scenario gives: the file that is used in its place. */
  usedAs?: Record<string, string>;
  switches: Switches;
  /** Years after partners have left at which the shield is looked at. */
  afterYr: number;
  /** Date of the answer by date on which they leave; the first where absent or none of its dates. */
  leaveDate?: string;
  trials: number;
  /** Draws of what nobody knows, for the answer by date; 0: none. */
  draws: number;
  /** The scenario that this one is compared with: its seed is used, and the inputs that differ are told. */
  against?: { text: string; file: string; switches: Switches; afterYr: number; leaveDate?: string };
}

/** What partners who left took with them. */
export interface Withdrawal {
  afterYr: number;
  /** By element: share of its units that is left, where not all. */
  remaining: [element: string, share: number][];
  /** By element that loses units: share left at the end of each year after; 0 is the day itself. */
  byYear: { element: string; name: string; remainingFraction: number[] }[];
  /** Day on which they leave in the answer by date. */
  leaveDate: string;
  /** Over the horizon: what substitutes cost over the price of those who left, and of what it is made up. */
  substitutionMusd: number;
  paidMusd: number;
  savedMusd: number;
  /** Price of what wears out and nobody replaces. */
  unspentMusd: number;
  /** Years until all that can come back is back; absent: not within the horizon. */
  restoredYr?: number;
}

/** What is known as soon as a scenario is read: who is in it and where everything flies. */
export interface Opened {
  name: string;
  /** Name with who has left. */
  title: string;
  description?: string;
  epochUnixS: number;
  seed: number;
  trials: number;
  /** Draws of the answer by date; 0: there is none. */
  draws: number;
  /** Dates of the answer by date, on each of which somebody may leave. */
  dates: string[];
  /** What the raid is, and which layers are in space: for the sentence of the answer by date. */
  raid: RaidPart[];
  spaceLayers: { id: string }[];
  /** All layers of interceptors. */
  interceptors: string[];
  space: SpaceElement[];
  /** By element of `space`. */
  elements: ElementInfo[];
  sites: SiteInfo[];
  partners: PartnerInfo[];
  uses: UsedNumberInfo[];
  sources: Record<string, SourceInfo>;
  canSimulate: boolean;
  withdrawal?: Withdrawal;
  /** What is run, with the command that repeats it once all raids are done. */
  run: RunRecord;
}

export interface ElementInfo {
  id: string;
  name: string;
  role: 'network' | 'sensor' | 'interceptor';
  partner?: string;
  count: number;
  /** What a circle under a satellite means: half angle seen from the Earth's centre; absent: no circle. */
  reach?: { kind: 'sees' | 'serves' | 'reaches'; halfAngleRad: number };
}

export interface SiteInfo {
  id: string;
  name: string;
  latDeg: number;
  lonDeg: number;
  kind: 'command' | 'gateway' | 'radar' | 'battery' | 'launch' | 'aim';
  element: string;
  /** Great-circle radius of what it sees or reaches. */
  radiusKm?: number;
}

export interface PartnerInfo {
  id: string;
  name: string;
  /** Satellites in the architecture. */
  satelliteCount: number;
  elements: string[];
  functions: string[];
}

export interface UsedNumberInfo {
  element: string;
  path: string;
  value: number;
  low?: number;
  high?: number;
  source: string;
  where: string;
  basis: string;
  entry?: string;
  overridden: boolean;
}

export interface SourceInfo {
  title: string;
  producer: string;
  date: string;
  url?: string;
  seen: string;
}

/** One raid, ready to draw. Times are seconds after the first launch. */
export interface RaidScene {
  trial: number;
  /** First launch, seconds after the epoch. */
  startS: number;
  endS: number;
  threats: SceneThreat[];
  shots: SceneShot[];
  /** By element of the space: 1 where the satellite is out. */
  isOut: Uint8Array[];
}

export interface SceneThreat {
  id: string;
  launchS: number;
  trajectory: Trajectory;
  /** NaN: got through. */
  stoppedS: number;
  stoppedBy?: string;
  /** How it ended, where it got through. */
  reason?: Said;
  story?: Story;
  messages: SceneMessage[];
}

/** The way of one message, as places that can be followed in time. */
export interface SceneMessage {
  kind: 'report' | 'order';
  sentS: number;
  oneWayS: number;
  networks: string[];
  partners: string[];
  stops: RaidPlace[];
  /** When it is at each stop, seconds after it was sent. */
  pathS: number[];
}

/** Somewhere that moves with a satellite or stands on the ground. */
export type RaidPlace =
  | { name: string; elementIndex: number; unitIndex: number }
  | { name: string; ecefKm: [number, number, number] };

export interface SceneShot extends Shot {
  /** Where the interceptor starts; the end is where the threat is at the intercept. */
  from: RaidPlace;
}

export type ToWorker =
  | { type: 'run'; id: number; job: Job }
  | { type: 'cancel'; id: number }
  | { type: 'scene'; id: number; trial: number }
  | { type: 'links'; id: number; atS: number; network?: string }
  | { type: 'served'; id: number; atS: number }
  | { type: 'footprint'; id: number }
  | { type: 'report'; id: number; language: string }
  | { type: 'verify'; id: number; name: string; text: string; language: string };

export type FromWorker =
  | { type: 'started'; id: number }
  | { type: 'opened'; id: number; opened: Opened }
  | { type: 'progress'; id: number; done: number; total: number; effect: EffectSummary; columns: TrialColumns }
  | { type: 'inputs'; id: number; inputs: InputDifference[] }
  | {
      type: 'cost';
      id: number;
      cost: CostAnswer | null;
      dependence?: DependenceResult;
      provenance: Provenance;
      notes: Said[];
    }
  | { type: 'draws'; id: number; done: number; answer?: JointAnswer }
  | { type: 'answered'; id: number; fielding: FieldingResult | null; notes: Said[] }
  | { type: 'scene'; id: number; scene: RaidScene }
  | { type: 'links'; id: number; atS: number; network?: string; map?: LinkMap }
  | { type: 'served'; id: number; atS: number; served: Uint8Array[] }
  | { type: 'footprint'; id: number; footprint: Footprint | null }
  | { type: 'done'; id: number; result: Result; elapsedMs: number; cancelled: boolean; isTooLong?: boolean }
  | { type: 'stopped'; id: number }
  | { type: 'report'; id: number; html: string }
  | { type: 'verified'; id: number; words: string }
  | { type: 'problems'; id: number; problems: Problem[]; needs?: string }
  | { type: 'failed'; id: number; failure: Failure };

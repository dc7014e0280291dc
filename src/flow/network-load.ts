/** What classes of messages ask of the networks, and what of it they carry. */
export interface NetworkLoad {
  /** Moments that were looked at, seconds after the epoch. */
  timesS: number[];
  /** Command centre to and from which they go. */
  centre: string;
  /** In the order in which links serve them. */
  classes: ClassLoad[];
  /** The fullest links, gateways and terminals of each kind, at the moment at which each is fullest. */
  fullest: LimitLoad[];
  /** How many times the whole load could grow, spread over all ways, at the moment with the least room; null: no limit of rate is in its way. */
  growthRatio: number | null;
  /** What is full then. */
  growthLimits: LimitName[];
  /** Networks of whose rates the traffic of others holds a share. */
  others: { network: string; fraction: number }[];
}

/** One class of messages over all its units; shares at the moment at which each is least. */
export interface ClassLoad {
  id: string;
  name: string;
  sender: 'sensor' | 'interceptor' | 'centre';
  priority: number;
  isPreempting: boolean;
  /** Rate from, or to, one unit while it is busy. */
  unitMbps: number;
  /** Units that work, and those that have a way to the centre: means over the moments. */
  unitCount: number;
  servedCount: number;
  /** What those with a way ask for together: mean over the moments. */
  offeredMbps: number;
  /** Share that arrives by the quickest ways, as messages travel today. */
  quickestFraction: number;
  /** Share of each unit's messages that arrives where ways are chosen by their room: the greatest that all units can have alike. */
  evenFraction: number;
  /** Share of all messages that arrives at most, some units in full and others not at all. */
  mostFraction: number;
  /** The share by the quickest ways if no class went before other customers' traffic, and if there were none of it. */
  quickestNoPreemptionFraction: number;
  quickestNoOthersFraction: number;
  /** The even share likewise. */
  noPreemptionFraction: number;
  noOthersFraction: number;
  /** Waiting and sending at the links of the quickest way: mean over units at the moment of most, and that of the worst unit; null: a queue grows without end. */
  queueMeanS: number | null;
  queueWorstS: number | null;
}

export type LimitKind = 'crosslink' | 'gateway-link' | 'gateway' | 'user' | 'terminal';

export interface LimitName {
  kind: LimitKind;
  /** Towards the centre, or from it. */
  direction: 'in' | 'out';
  network: string;
  /** Ends of a link; a gateway, or the layer of a terminal, alone. */
  from: string;
  to: string;
}

/** How full a limit of rate is. */
export interface LimitLoad extends LimitName {
  rateMbps: number;
  /** What the quickest ways bring to it. */
  offeredMbps: number;
  /** Share that others hold. */
  heldFraction: number;
  /** Both over the rate; above 1 not all is carried. */
  utilisationRatio: number;
  atS: number;
}

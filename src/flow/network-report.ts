import type { Said } from './said.ts';

/** How the networks of a scenario carry its messages, as planned and with parts of them gone. */
export interface NetworkReport {
  /** Moments that were looked at, seconds after the epoch. */
  timesS: number[];
  /** As planned first; then each network, partner and shared control plane gone in turn, and satellites out at random. */
  variants: NetworkVariant[];
  /** What a cut takes, for the routes of the scenario: the least over the moments. */
  resilience: RouteResilience[];
}

/** One state of the networks. */
export interface NetworkVariant {
  /** Such as `as planned`, `without starlink`. */
  name: Said;
  kind: 'planned' | 'network' | 'partner' | 'control-plane' | 'satellites';
  /** Sensors to the command centre and the centre to interceptors, over their units and all moments. */
  legs: LatencySummary[];
  /** Routes of the scenario. */
  routes: LatencySummary[];
  /** Share of what was connected as planned, legs and routes at each moment, that is cut now; NaN: nothing was. */
  cutFraction: number;
  /** Connected parts among working satellites and gateways, mean over the moments. */
  partCount: number;
  /** Share of the working satellites in the largest part. */
  largestPartFraction: number;
}

/** One-way latency of one kind of message over many samples. */
export interface LatencySummary {
  id: string;
  kind: 'sensor' | 'interceptor' | 'route';
  sampleCount: number;
  /** Share of the samples with a way. */
  reachableFraction: number;
  /** Of the samples with a way; NaN where there is none. */
  medianS: number;
  p95S: number;
  worstS: number;
}

/** How hard it is to part two places: at each number the moment at which it is least counts. */
export interface RouteResilience {
  id: string;
  from: string;
  to: string;
  /** Link-disjoint ways, at most 4 are looked for, with their one-way times, at the moment with the fewest. */
  alternativesS: number[];
  /** A smallest set of each kind whose loss leaves no way at some moment; null where no such set does at any. */
  gatewayCut: string[] | null;
  cableCut: string[] | null;
  networkCut: string[] | null;
  partnerCut: string[] | null;
  /** Least number of satellites whose loss leaves no way; null where none does. */
  satelliteCutCount: number | null;
  /** Ways that have no satellite, gateway, or landing of a cable in common; null: a line by land joins the ends. */
  disjointCount: number | null;
  /** Moments, seconds after the epoch, of the fewest such ways, and of the longest one-way time or of none. */
  leastDisjointAtS: number;
  worstAtS: number;
}

import type { Basis } from '../catalog/field.ts';
import type { PairedDifference } from '../num/paired.ts';
import type { Said } from './said.ts';

/** How a partner leaves. */
export const withdrawalModes = ['supply-stops', 'service-denied'] as const;
export type WithdrawalMode = (typeof withdrawalModes)[number];

/** One or more partners or shared parts gone at the epoch, seen some years later. */
export interface Withdrawal {
  /** Ids of partners or parts; several leave together. */
  roots: string[];
  mode: WithdrawalMode;
  afterYr: number;
}

/** Effect of a variant beside the base case, over the same trials with the same random numbers. */
export interface VariantEffect {
  trials: number;
  noLeakerProbability: PairedDifference;
  leakersCount: PairedDifference;
  /** Launch to detection, over threats that both cases detect. */
  detectedS: PairedDifference;
  /** Detection to impact: warning time. */
  warningS: PairedDifference;
  /** Order given to first release: what the networks add. */
  deliveryS: PairedDifference;
  /** Share of the threats that some interceptor could be fired at. */
  engagedFraction: PairedDifference;
  /** Share of the trials in which at least one order reached a weapon. */
  reachableFraction: PairedDifference;
  /** Share of the threats that the layers in space stop; the first layer where none is in space. */
  firstLayerFraction: PairedDifference;
}

/** One element under a withdrawal. */
export interface ElementLoss {
  element: string;
  name: string;
  /** Share of its production and of its launches that stops. */
  productionLostFraction: number;
  launchLostFraction: number;
  /** Whether it is switched off in the mode `service-denied`. */
  isDenied: boolean;
  /** Units left at the end of each year after the withdrawal, as a share; index 0 is the day itself. */
  remainingFraction: number[];
  /** Years until 95 % of the units are back; 0: never below; absent: not within the horizon. */
  restoredYr?: number;
  /** Years that building the whole set takes longer than with everybody in; absent: not within the horizon. */
  fieldingDelayYr?: number;
}

/** Who takes over what is lost. */
export interface Takeover {
  name: string;
  what: string;
  capacityPerYr: number;
  /** Satellites, launches and the like. */
  unit: string;
  fromYr: number;
  basis: Basis;
}

/** What happens when partners or parts leave in one mode. */
export interface WithdrawalResult {
  roots: string[];
  name: string;
  kind: 'partner' | 'part' | 'pair';
  mode: WithdrawalMode;
  losses: ElementLoss[];
  takeovers: Takeover[];
  /** Extra cost of what the substitutes deliver over the horizon, at the prices of the book. */
  substitutionMusd: number;
  /** Longest of the elements; absent: some element is not complete within the horizon. */
  fieldingDelayYr?: number;
  restoredYr?: number;
  /** By year asked for. */
  effects: { afterYr: number; effect: VariantEffect }[];
  /** Mean over the years asked for of the leakers added: what the table is sorted by. */
  harmCount: number;
}

/** Withdrawals of a scenario, the most harmful first. */
export interface WithdrawalsResult {
  yearsYr: number[];
  trials: number;
  baseNoLeakerProbability: number;
  baseLeakersCount: number;
  results: WithdrawalResult[];
  /** Roots whose loss changes no unit of the scenario within the years asked for. */
  harmless: string[];
  notes: Said[];
}

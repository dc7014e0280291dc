import type { Band, Cause, DrawsMade, JointInput } from './joint.ts';

/** A change of the chance below this, one point, is none that a reader would quote. */
export const FELT = 0.01;

/** Mean of a change of the chance over draws, with its 95 % interval. */
export interface MeanDifference {
  meanDifference: number;
  low: number;
  high: number;
}

/** What a departure does at one date, over the draws. */
export interface DepartureAtDate extends MeanDifference {
  date: string;
  /** Chance that nothing gets through, with the partner gone. */
  noLeaker: Band;
  /** Change of that chance, draw by draw against the same raids with everybody in. */
  difference: Band;
}

/** A number on which what a departure does hangs, and what it does at both ends of its range. */
export interface DepartureTurn extends Pick<JointInput, 'path' | 'value' | 'low' | 'high' | 'basis' | 'source'> {
  /** Change in the third of the draws in which the number is lowest, and in that in which it is highest. */
  lowestThird: MeanDifference;
  highestThird: MeanDifference;
  /** Whether harm is none in one third, or what is none in all is harm there. */
  isTurned: boolean;
}

/** A departure flown again, with the number on which it hangs at one end of its range in every draw. */
export interface FlownTurn extends MeanDifference {
  partner: string;
  mode: 'stops' | 'denied';
  path: string;
  /** The end at which the number stood. */
  value: number;
  /** Chance that nothing gets through at `DeparturesByDate.atDate`: with everybody in, and with the partner gone. */
  base: Band;
  noLeaker: Band;
  /** Whether harm is none there, or what is none is harm there. */
  isTurned: boolean;
}

/** A partner or part who leaves on a date. */
export interface Departing {
  partner: string;
  name: string;
  mode: 'stops' | 'denied';
  /** Day on which it leaves. */
  date: string;
  byDate: DepartureAtDate[];
  /** Of the spread of the change at `DeparturesByDate.atDate`, the largest first; none where so few draws cannot tell. */
  causes: Cause[];
  /** The number that would turn it around, else the one it hangs on most; null where none stands out. */
  turn: DepartureTurn | null;
}

/** What each departure does by date: the programme with one event more, on the same draws and raids. */
export interface DeparturesByDate {
  /** The date at which departures are compared: that of the headline of `run`, or the last where nobody has left by then. */
  atDate: string;
  /** With everybody in. */
  base: { date: string; noLeaker: Band }[];
  /** The most harmful first. */
  withdrawals: Departing[];
  /** Names of those whose leaving takes nothing, or changes no unit that stands on any of the dates. */
  harmless: string[];
  draws: Omit<DrawsMade, 'causeFloorFraction'>;
  /** The departure that is quoted, flown again at the end of the number it hangs on; where that was asked for. */
  flownTurn?: FlownTurn;
  /** Of the raids of a draw and date, the first so many were flown with somebody gone. */
  pairedRaidsCount: number;
}

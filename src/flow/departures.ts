import type { Band, DrawsMade } from './joint.ts';

/** What a departure does at one date, over the draws. */
export interface DepartureAtDate {
  date: string;
  /** Chance that nothing gets through, with the partner gone. */
  noLeaker: Band;
  /** Change of that chance, draw by draw against the same raids with everybody in. */
  difference: Band;
  /** Mean of the change over the draws, with its 95 % interval. */
  meanDifference: number;
  low: number;
  high: number;
}

/** A partner or part who leaves on a date. */
export interface Departing {
  partner: string;
  name: string;
  mode: 'stops' | 'denied';
  /** Day on which it leaves. */
  date: string;
  byDate: DepartureAtDate[];
}

/** What each departure does by date: the programme with one event more, on the same draws and raids. */
export interface DeparturesByDate {
  /** With everybody in. */
  base: { date: string; noLeaker: Band }[];
  departures: Departing[];
  draws: Omit<DrawsMade, 'causeFloorFraction'>;
}

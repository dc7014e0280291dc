/** How often something happened in some years: events a year, with the band of 80 % of what is not known of the rate. */
export interface HazardRate {
  count: number;
  observedYr: number;
  perYr: number;
  lowPerYr: number;
  highPerYr: number;
}

/** How often a launch vehicle stood on the ground after a loss, by the record. */
export interface LauncherHazard {
  vehicle: string;
  name: string;
  partner: string;
  rate: HazardRate;
  /** Mean days on the ground; a stand-down that goes on counts as long as it has lasted. */
  meanDays: number;
  /** Share of the years observed. */
  downFraction: number;
  /** Whether it stands on the ground on the day of the record. */
  isDown: boolean;
}

/** What a book of partners has on record of interruptions. */
export interface HazardRecord {
  /** From the first event that the book has to the day it was kept to, ISO 8601. */
  fromDate: string;
  untilDate: string;
  launchers: LauncherHazard[];
  /** Awards that were ended early, by years of awards. */
  ended: HazardRate & { partners: string[] };
}

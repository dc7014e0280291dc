/** A partner or shared part that has left, and how long ago. */
export interface Departure {
  /** Id of the partner or part. */
  partner: string;
  name: string;
  /** `stops`: no more satellites, launches and spares; `denied`: what it operates is dark at once as well. */
  what: 'stops' | 'denied';
  /** Years between leaving and the raids; 0 where a date stands. */
  afterYr: number;
  /** Date on which it leaves, in the answer by date. */
  date?: string;
}

/** A value set over the scenario's own. */
export interface Override {
  /** Such as `interceptors.sbi.shells[0].planes`. */
  path: string;
  /** As written, in YAML. */
  value: string;
}

/** What was run: all that is needed to run it again. */
export interface RunRecord {
  /** File of the scenario. */
  scenario: string;
  scenarioHash: string;
  events: Departure[];
  overrides: Override[];
  seed: number;
  /** Raids done. */
  trials: number;
  version: string;
  catalogHash: string;
  /** The command line that gives the same numbers. */
  command: string;
}

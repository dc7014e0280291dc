/** A partner or shared part that has left, and how long ago. */
export interface Departure {
  /** Id of the partner or part. */
  partner: string;
  name: string;
  /** `stops`: no more satellites, launches and spares; `denied`: what it operates is dark at once as well. */
  what: 'stops' | 'denied';
  /** Years between leaving and the raids on the force as if complete; 0 where a date alone stands. */
  afterYr: number;
  /** Date on which it leaves, in the answer by date. */
  date?: string;
  /** With a date: the force as if complete is without it as well, `afterYr` after it has left. */
  isAlsoComplete?: boolean;
}

/** What the scenario itself says that happens. */
export interface StatedEvent {
  date: string;
  kind: 'partner' | 'grounding' | 'loss' | 'silence' | 'cable' | 'budget';
  /** Id of the partner or part, vehicle, element, network, cable or landing; absent for a budget. */
  id?: string;
  /** Of a partner. */
  what?: 'stops' | 'denied';
  /** Years after the start until which it lasts, where it ends. */
  untilYr?: number;
  /** Of a vehicle that does not fly. */
  months?: number;
  /** Of what stands, of an element. */
  lostFraction?: number;
  /** Of a budget, from then on. */
  musdYr?: number;
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
  /** Who was taken out on the command line. */
  events: Departure[];
  /** What the scenario says that happens beside them, in order of time. */
  scenarioEvents: StatedEvent[];
  overrides: Override[];
  seed: number;
  /** Raids done. */
  trials: number;
  version: string;
  catalogHash: string;
  /** The command line that gives the same numbers. */
  command: string;
  /** The command line that tells whether its sentence by date can be quoted as a number; absent where it has none. */
  quoteCommand?: string;
}

/**
 * Whether a unit works, and if not why: its state in an {@link Availability} is the position here.
 *
 * - failed: by chance, by its own availability or the scenario's `satelliteOutProbability`
 * - denied: a partner who provides it is off
 * - lost-plane, lost-site, lost-unit: stated as lost
 * - jammed: its antennas stand in a jammed region
 * - network-silent: the whole network is down for a time
 * - control-plane-down: stated, of the software that its network needs
 * - design-fault: by chance, of all sensors of one design at once
 * - not-built, worn-out: not there on the day of the raid
 */
export const unitStates = [
  'works',
  'failed',
  'denied',
  'lost-plane',
  'lost-site',
  'lost-unit',
  'jammed',
  'network-silent',
  'control-plane-down',
  'not-built',
  'worn-out',
  'design-fault',
] as const;
export type UnitState = (typeof unitStates)[number];

export const WORKS = 0;
/** A state that nothing has asked for yet; see {@link Availability.draw}. */
export const NOT_DRAWN = 255;

/** Position of a state in {@link unitStates}. */
export function stateCode(state: UnitState): number {
  return unitStates.indexOf(state);
}

/** Which satellites, sites and gateways work in one raid, and why the others do not. */
export interface Availability {
  /** By element of `World.space`, [unit]: its state, or {@link NOT_DRAWN}. */
  space: Uint8Array[];
  /** By element of `World.ground`, [unit]. */
  ground: Uint8Array[];
  /** State of the gateways that do not work, by site. */
  gateways: Readonly<Record<string, number>>;
  /** State of links to a gateway that rain or jamming takes, by site and network; see `fadedKey`. */
  faded?: Readonly<Record<string, number>>;
  /** State of the cables that do not work, by id. */
  cables: Readonly<Record<string, number>>;
  /** State of the landings of cables that do not work, by site. */
  landings: Readonly<Record<string, number>>;
  /** Draws the state of a satellite that is {@link NOT_DRAWN}, and notes it. */
  draw(elementIndex: number, unit: number): number;
}

const works = () => WORKS;

/** Everything works. */
export function allWork(data: {
  space: readonly { count: number }[];
  ground: readonly { count: number }[];
}): Availability {
  return {
    space: data.space.map(({ count }) => new Uint8Array(count)),
    ground: data.ground.map(({ count }) => new Uint8Array(count)),
    gateways: {},
    cables: {},
    landings: {},
    draw: works,
  };
}

import type { InterceptorPlan, NetworkPlan, SensorPlan } from '../../flow/architecture.ts';

/** How a satellite client and a relay talk: by a laser that follows one client, or by a radio whose beams follow many. */
export type Medium = 'laser' | 'radio';

/** What a client carries, by its plan. */
export type ClientKinds = Pick<SensorPlan | InterceptorPlan, 'laserKinds' | 'radioKinds'>;

/** The clients that one satellite of a network serves at once by one medium; absent is none, never any number. */
export interface ClientRule {
  count: number;
  maxKm: number;
  /** Time to point at a client that holds no link, and to acquire it. */
  setUpS: number;
}

/**
 * The medium by which a client talks to a network whose terminals it names: one whose kind both have, lasers first.
 *
 * A client whose plan states no kinds carries the network's own.
 *
 * @returns undefined where they have no kind in common
 */
export function mediumOf({ laserKinds, radioKinds }: ClientKinds, network: NetworkPlan): Medium | undefined {
  const { clientLaserKinds = [], clientRadioKinds = [], clientTerminalCount, clientRadioCount } = network;
  if (!laserKinds && !radioKinds)
    return clientTerminalCount === undefined && clientRadioCount !== undefined ? 'radio' : 'laser';
  if (laserKinds?.some((kind) => clientLaserKinds.includes(kind))) return 'laser';
  return radioKinds?.some((kind) => clientRadioKinds.includes(kind)) ? 'radio' : undefined;
}

/** What a satellite of a network offers its clients by each medium. */
export function clientRules(plan: NetworkPlan): Record<Medium, ClientRule> {
  return {
    laser: {
      count: plan.clientTerminalCount ?? 0,
      maxKm: plan.clientMaxKm ?? 0,
      setUpS: plan.clientSetUpS ?? 0,
    },
    radio: { count: plan.clientRadioCount ?? 0, maxKm: plan.clientRadioMaxKm ?? 0, setUpS: 0 },
  };
}

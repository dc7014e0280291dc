import type { Architecture, UsedNumber } from '../flow/architecture.ts';

/** One number of one element, with its range. */
export interface ShieldSetting {
  element: string;
  path: string;
  value: number;
  low: number;
  high: number;
}

/** One assumption of the shield: a number of one element, or the same number of all sensors or networks. */
export interface ShieldInput {
  element: string;
  path: string;
  settings: ShieldSetting[];
}

const LAYER = [
  'killProbability',
  'terminalKillProbability',
  'glideKillProbability',
  'cruiseKillProbability',
  'trackProbability',
  'satelliteAvailabilityProbability',
  'accelerationG',
  'deltaVKmS',
  'flyOutMaxS',
  'minAltitudeKm',
  'burnoutSpeedKmS',
  'boostS',
  'maxRangeKm',
  'reactionS',
  'launchIntervalS',
  'guidedCount',
  'updateRangeKm',
  'lastUpdateS',
  'divertKm',
];
const RAID = ['burnS', 'burnoutAltitudeKm', 'burnoutDownrangeKm', 'busS', 'fallSpreadKm'];
const SENSORS = ['revisitS', 'looksCount', 'cloudBreakKm', 'satelliteAvailabilityProbability'];
const NETWORKS = ['hopDelayMs', 'satelliteAvailabilityProbability'];

/**
 * Inputs of the shield that have a range: of each layer that shoots, of the raid, of the decision; and, all together, of the
 * sensors and of the networks. How many there are and where they fly is the design, not an assumption, and stays.
 *
 * @param shooting ids of the layers that fire at the raid
 */
export function shieldInputs(architecture: Architecture, shooting: readonly string[]): ShieldInput[] {
  const { uses, threats, sensors, networks, command } = architecture;
  const ranged = uses.filter(isRanged);
  const single = (ids: readonly string[], paths: readonly string[]) =>
    ranged
      .filter(({ element, path }) => ids.includes(element) && paths.includes(path))
      .map((use) => ({ element: use.element, path: use.path, settings: [settingOf(use)] }));
  const together = (element: string, ids: readonly string[], paths: readonly string[]) =>
    paths
      .map((path) => ({
        element,
        path,
        settings: ranged.filter((use) => ids.includes(use.element) && use.path === path).map(settingOf),
      }))
      .filter(({ settings }) => settings.length > 0);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    ...single(shooting, LAYER),
    ...single(ids(threats), RAID),
    ...command
      .filter(({ decision }) => decision.highS > decision.lowS)
      .map(({ id, decision: { lowS, modeS, highS } }) => ({
        element: id,
        path: 'decisionS',
        settings: [{ element: id, path: 'decisionS', value: modeS, low: lowS, high: highS }],
      })),
    ...together('sensors', ids(sensors), SENSORS),
    ...together('networks', ids(networks), NETWORKS),
  ];
}

/** An architecture with one input at its low or at its high; the first is not touched. */
export function withInput(architecture: Architecture, { settings }: ShieldInput, end: 'low' | 'high'): Architecture {
  const changed = { ...architecture };
  for (const setting of settings)
    for (const list of ['interceptors', 'threats', 'sensors', 'networks', 'command'] as const)
      Object.assign(changed, { [list]: changed[list].map((plan) => withNumber(plan, setting, setting[end])) });
  return changed;
}

function withNumber<Plan extends { id: string }>(plan: Plan, { element, path }: ShieldSetting, value: number): Plan {
  if (plan.id !== element) return plan;
  if (path === 'decisionS') return { ...plan, decision: { lowS: value, modeS: value, highS: value } };
  return path in plan ? { ...plan, [path]: value } : plan;
}

function isRanged({ value, low = value, high = value }: UsedNumber): boolean {
  return high > low;
}

function settingOf({ element, path, value, low = value, high = value }: UsedNumber): ShieldSetting {
  return { element, path, value, low, high };
}

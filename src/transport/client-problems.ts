import type { Architecture, InterceptorPlan, NetworkPlan, SensorPlan } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { clientRules, mediumOf } from '../kinds/networks/client-medium.ts';
import { isInOrbit } from '../kinds/place.ts';
import { EARTH_EQUATORIAL_RADIUS_KM } from '../physics/constants.ts';
import { GEOSTATIONARY_RADIUS_KM } from '../physics/kepler-orbits.ts';

/** Clients that carry no terminal, or whose terminals never reach: each with its number. */
export function clientWarnings(architecture: Architecture): Said[] {
  const warnings: Said[] = [];
  const stations = new Set([
    ...architecture.command.map(({ site }) => site),
    ...architecture.networks.flatMap(({ gateways }) => gateways ?? []),
  ]);
  for (const plan of architecture.sensors)
    if (isInOrbit(plan)) warnings.push(...spaceWarnings(architecture, plan, 'sensor', stations.size));
  for (const plan of architecture.interceptors)
    if (isInOrbit(plan)) warnings.push(...spaceWarnings(architecture, plan, 'layer', stations.size));
  return warnings;
}

function spaceWarnings(
  architecture: Architecture,
  plan: SensorPlan | InterceptorPlan,
  what: 'sensor' | 'layer',
  stationCount: number,
): Said[] {
  if (plan.terminals.length === 0) {
    if (architecture.networks.length === 0) return [];
    const own = plan.sites?.length ?? 0;
    const where =
      own > 0 ? said('network.own-stations', { count: own }) : said('network.any-site', { count: stationCount });
    const count = architecture.networks.length;
    const { id } = plan;
    const isSensor = what === 'sensor';
    if (count === 1) return [said(isSensor ? 'network.no-terminal' : 'network.layer-no-terminal', { id, where })];
    return [said(isSensor ? 'network.no-terminal-of' : 'network.layer-no-terminal-of', { id, count, where })];
  }
  const lowestKm = lowestAltitudeKm(plan);
  return plan.terminals.flatMap((id) => {
    const network = architecture.networks.find((other) => other.id === id);
    const medium = network && mediumOf(plan, network);
    if (!medium) return [];
    const { count, maxKm: reachKm } = clientRules(network)[medium];
    if (count === 0) return [said('network.serves-none', { id, client: plan.id })];
    const gapKm = lowestKm - highestAltitudeKm(network);
    if (!(gapKm > reachKm)) return [];
    return [said(`network.${what}-far`, { id: plan.id, gapKm, network: id, reachKm })];
  });
}

/**
 * Satellite clients that name a network with which they have no kind of terminal in common, and networks that serve satellite clients
 * and do not say how many at once, or how far.
 */
export function clientErrors({ networks, sensors, interceptors }: Architecture): Problem[] {
  const problems = new Map<string, Problem>();
  const note = (path: string, code: string, sentence: Said) => problems.set(path, { code, path, said: sentence });
  const check = (plan: SensorPlan | InterceptorPlan, path: string) => {
    plan.terminals.forEach((id, k) => {
      const at = networks.findIndex((network) => network.id === id);
      const network = networks[at];
      if (!network) return;
      const medium = mediumOf(plan, network);
      if (!medium) {
        const carried = [...(plan.laserKinds ?? []), ...(plan.radioKinds ?? [])];
        const served = [...(network.clientLaserKinds ?? []), ...(network.clientRadioKinds ?? [])];
        note(
          `${path}.terminals[${k}]`,
          'no-common-kind',
          said('problem.no-common-kind', {
            id: plan.id,
            network: id,
            carried: orNone(carried),
            served: orNone(served),
          }),
        );
        return;
      }
      const keys = medium === 'laser' ? LASER_KEYS : RADIO_KEYS;
      const missing = keys.filter((key) => network[key] === undefined);
      if (missing.length > 0 && network[keys[0]] !== 0)
        note(`networks[${at}]`, 'missing', said('problem.client-terminals', { id, client: plan.id, keys: missing }));
    });
  };
  sensors.forEach((plan, i) => {
    if (isInOrbit(plan)) check(plan, `sensors[${i}]`);
  });
  interceptors.forEach((plan, i) => {
    if (isInOrbit(plan)) check(plan, `interceptors[${i}]`);
  });
  return [...problems.values()];
}

const LASER_KEYS = ['clientTerminalCount', 'clientMaxKm'] as const;
const RADIO_KEYS = ['clientRadioCount', 'clientRadioMaxKm'] as const;

function orNone(kinds: string[]): string[] | Said {
  return kinds.length > 0 ? kinds : said('problem.none');
}

type OrbitFields = Pick<NetworkPlan, 'shells' | 'geostationary' | 'elliptical'> & { elements?: unknown };

/** NaN where real satellites make it unknown. */
function lowestAltitudeKm(plan: OrbitFields): number {
  return plan.elements ? Number.NaN : Math.min(...altitudesKm(plan, -1));
}

function highestAltitudeKm(plan: OrbitFields): number {
  return plan.elements ? Number.NaN : Math.max(...altitudesKm(plan, 1));
}

function altitudesKm({ shells, geostationary, elliptical }: OrbitFields, side: 1 | -1): number[] {
  return [
    ...(shells ?? []).map(({ altitudeKm }) => altitudeKm),
    ...(geostationary?.length ? [GEOSTATIONARY_RADIUS_KM - EARTH_EQUATORIAL_RADIUS_KM] : []),
    ...(elliptical ?? []).map(
      ({ semiMajorAxisKm, eccentricity }) => semiMajorAxisKm * (1 + side * eccentricity) - EARTH_EQUATORIAL_RADIUS_KM,
    ),
  ];
}

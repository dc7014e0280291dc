import type { Architecture, InterceptorPlan, NetworkPlan, SensorPlan } from '../flow/architecture.ts';
import { type Said, said } from '../flow/said.ts';
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
    if (plan.platform === 'space') warnings.push(...spaceWarnings(architecture, plan, 'sensor', stations.size));
  for (const plan of architecture.interceptors)
    if (plan.basing === 'space') warnings.push(...spaceWarnings(architecture, plan, 'layer', stations.size));
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
    const topKm = network ? highestAltitudeKm(network) : Number.NaN;
    const gapKm = lowestKm - topKm;
    if (network?.clientMaxKm === undefined || !(gapKm > network.clientMaxKm)) return [];
    return [said(`network.${what}-far`, { id: plan.id, gapKm, network: id, reachKm: network.clientMaxKm })];
  });
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

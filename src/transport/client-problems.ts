import type { Architecture, InterceptorPlan, NetworkPlan, SensorPlan } from '../flow/architecture.ts';
import { EARTH_EQUATORIAL_RADIUS_KM } from '../physics/constants.ts';
import { GEOSTATIONARY_RADIUS_KM } from '../physics/kepler-orbits.ts';

/** Clients that carry no terminal, or whose terminals never reach: each with its number. */
export function clientWarnings(architecture: Architecture): string[] {
  const warnings: string[] = [];
  const stations = new Set([
    ...architecture.command.map(({ site }) => site),
    ...architecture.networks.flatMap(({ gateways }) => gateways ?? []),
  ]);
  for (const plan of architecture.sensors)
    if (plan.platform === 'space') warnings.push(...spaceWarnings(architecture, plan, 'sensor', stations.size));
  for (const plan of architecture.interceptors)
    if (plan.basing === 'space')
      warnings.push(...spaceWarnings(architecture, plan, 'interceptor layer', stations.size));
  return warnings;
}

function spaceWarnings(
  architecture: Architecture,
  plan: SensorPlan | InterceptorPlan,
  what: string,
  stationCount: number,
): string[] {
  if (plan.terminals.length === 0) {
    if (architecture.networks.length === 0) return [];
    const own = plan.sites?.length ?? 0;
    const where = own > 0 ? `its ${own} ground stations` : `any of ${stationCount} sites on the fibre`;
    const count = architecture.networks.length;
    return [
      count === 1
        ? `${what} "${plan.id}" carries no terminal of the network: it talks only while it stands 5 deg above ${where}`
        : `${what} "${plan.id}" carries no terminal of any of the ${count} networks: it talks only while it stands 5 deg above ${where}`,
    ];
  }
  const lowestKm = lowestAltitudeKm(plan);
  return plan.terminals.flatMap((id) => {
    const network = architecture.networks.find((other) => other.id === id);
    const topKm = network ? highestAltitudeKm(network) : Number.NaN;
    const gapKm = lowestKm - topKm;
    if (network?.clientMaxKm === undefined || !(gapKm > network.clientMaxKm)) return [];
    return [
      `${what} "${plan.id}" never comes nearer than ${gapKm.toFixed(0)} km to network "${id}", whose client links ` +
        `reach ${network.clientMaxKm.toFixed(0)} km`,
    ];
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

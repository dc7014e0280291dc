import type { Architecture, NetworkPlan } from '../flow/architecture.ts';
import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import { networkKinds } from '../kinds/networks/network-kinds.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { capHalfAngleRad } from '../physics/sight.ts';
import { clientErrors, clientWarnings } from './client-problems.ts';

/** What is wrong with the networks of an architecture, and what is worth a word. */
export interface TransportProblems {
  /** The run cannot start. */
  errors: Problem[];
  /** The run starts; each sentence has its number. */
  warnings: Said[];
}

/**
 * Checks that the networks can do what the scenario asks of them, as far as geometry tells without a run.
 *
 * Errors: two networks or shells of one name, a gateway or command site that is not there, satellite clients that have no kind of
 * terminal in common with a network, networks that do not say how many of them they serve and how far. Warnings: no
 * gateways, gateways that no shell ever sees, links that reach farther than the Earth lets them, planes that a +grid cannot
 * join, clients without a terminal or too far from every network whose terminals they carry.
 */
export function transportProblems(architecture: Architecture): TransportProblems {
  const errors: Problem[] = [];
  const warnings: Said[] = [];
  const ids = new Set<string>();
  architecture.networks.forEach((network, i) => {
    const path = `networks[${i}]`;
    if (ids.has(network.id)) {
      errors.push({
        code: 'duplicate-id',
        path: `${path}.id`,
        said: said('problem.network-twice', { id: network.id }),
      });
    }
    ids.add(network.id);
    errors.push(...networkErrors(architecture, network, path));
    warnings.push(...gatewayWarnings(architecture, network), ...networkKinds[network.crosslinks].warnings(network));
  });
  errors.push(...clientErrors(architecture));
  warnings.push(...clientWarnings(architecture));
  return { errors, warnings };
}

function networkErrors(architecture: Architecture, network: NetworkPlan, path: string): Problem[] {
  const errors: Problem[] = [];
  if (networkKinds[network.crosslinks].needsElements && !network.elements)
    errors.push({
      code: 'no-elements',
      path: `${path}.crosslinks`,
      said: said('problem.motif-elements', { id: network.id }),
    });
  const shellIds = new Set<string>();
  network.shells?.forEach(({ id }, k) => {
    if (id === undefined) return;
    if (shellIds.has(id)) {
      errors.push({
        code: 'duplicate-id',
        path: `${path}.shells[${k}].id`,
        said: said('problem.shell-twice', { id, network: network.id }),
      });
    }
    shellIds.add(id);
  });
  network.gateways?.forEach((site, k) => {
    if (architecture.sites[site]) return;
    errors.push({
      code: 'unknown-site',
      path: `${path}.gateways[${k}]`,
      said: said('problem.gateway-no-site', { site, network: network.id }),
    });
  });
  return errors;
}

function gatewayWarnings(architecture: Architecture, network: NetworkPlan): Said[] {
  const { id, gateways = [], gatewayMinElevationDeg } = network;
  if (gateways.length === 0) {
    return [said('network.no-gateway', { id })];
  }
  const reachDeg = highestLatitudeDeg(network, gatewayMinElevationDeg);
  if (Number.isNaN(reachDeg)) return [];
  const blind = gateways.filter((site) => Math.abs(architecture.sites[site]?.latDeg ?? 0) > reachDeg);
  if (blind.length === 0) return [];
  const far = Math.max(...blind.map((site) => Math.abs(architecture.sites[site].latDeg)));
  const list = blind.slice(0, 4);
  return [
    said('network.blind-gateways', {
      id,
      blind: blind.length,
      all: gateways.length,
      elevationDeg: gatewayMinElevationDeg,
      named: blind.length > list.length ? said('list.more', { list, count: blind.length - list.length }) : list,
      reachDeg,
      farDeg: far,
    }),
  ];
}

/** Highest latitude from which a shell is ever seen above an elevation; NaN where the orbits are not shells alone. */
export function highestLatitudeDeg(network: NetworkPlan, minElevationDeg: number): number {
  if (network.elements || network.geostationary?.length || network.elliptical?.length) return Number.NaN;
  let highest = Number.NaN;
  for (const { inclinationDeg, altitudeKm } of network.shells ?? []) {
    const top = inclinationDeg > 90 ? 180 - inclinationDeg : inclinationDeg;
    const latitude = Math.min(90, top + capHalfAngleRad(altitudeKm, minElevationDeg * DEG_RAD) / DEG_RAD);
    if (!(latitude <= highest)) highest = latitude;
  }
  return highest;
}

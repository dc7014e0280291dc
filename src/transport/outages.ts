import type { FailurePlan, PartnerBook } from '../flow/architecture.ts';
import { randomStream } from '../num/random.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { centralAngleRad } from '../physics/great-circle.ts';
import type { GroundPoint } from './ground-point.ts';
import type { Network } from './network.ts';
import type { Transport } from './transport.ts';

const HOURS_YR = 8766;

/** What does not work at one moment. */
export interface Outages {
  /** [satellite], 1: out. */
  satelliteOut: Uint8Array;
  /** [gateway], 1: its antennas are out; its fibre stays. */
  gatewayOut: Uint8Array;
  /** Places around which no terminal on the ground works. */
  jammed: FailurePlan['jammed'];
}

/** Nothing out. */
export function noOutages(transport: Transport): Outages {
  return {
    satelliteOut: new Uint8Array(transport.satelliteCount),
    gatewayOut: new Uint8Array(transport.gateways.length),
    jammed: [],
  };
}

/**
 * What a failure plan puts out for good: planes, gateways, jammed regions, control planes, partners; not the random satellites.
 *
 * A control plane is named by itself or by any network on it, and takes every network on it. A partner takes the networks
 * that it provides, by their `partner` or by the book of partners.
 *
 * @param without networks that are out beside
 */
export function standingOutages(transport: Transport, failures: FailurePlan, without: readonly string[] = []): Outages {
  const out = noOutages(transport);
  out.jammed = failures.jammed;
  const { partners } = transport.architecture;
  for (const network of transport.networks) {
    const isDown =
      without.includes(network.plan.id) ||
      isControlDown(network, failures.controlPlanesDown, transport.networks) ||
      partnersOf(network, partners).some((partner) => failures.partnersOff.includes(partner));
    if (isDown) out.satelliteOut.fill(1, network.first, network.end);
    for (const { network: id, shell, plane } of failures.planesOut) {
      if (id === network.plan.id) markPlane(network, shell, plane, out.satelliteOut);
    }
  }
  transport.gateways.forEach((gateway, g) => {
    if (failures.gatewaysOut.includes(gateway.site) || isJammed(gateway.point, failures.jammed)) out.gatewayOut[g] = 1;
  });
  return out;
}

/**
 * Outages of one trial: the standing ones and satellites out at random, by their availability and the failure plan.
 *
 * The same seed and trial give the same outages; a satellite's draw does not depend on the failure plan.
 */
export function drawOutages(
  transport: Transport,
  failures: FailurePlan,
  seed: number,
  trial: number,
  without: readonly string[] = [],
): Outages {
  const out = standingOutages(transport, failures, without);
  const draws = randomStream(seed, trial, 'satellites-out');
  for (const network of transport.networks) {
    const works = (network.plan.satelliteAvailabilityProbability ?? 1) * (1 - failures.satelliteOutProbability);
    for (let s = network.first; s < network.end; s++) if (draws.uniform() >= works) out.satelliteOut[s] = 1;
  }
  return out;
}

/**
 * Puts whole networks out for this trial with the probability of their yearly outage; networks on one control plane go down
 * together.
 */
export function markNetworksDown(transport: Transport, seed: number, trial: number, out: Outages): void {
  for (const network of transport.networks) {
    const probability = (network.plan.outageHYr ?? 0) / HOURS_YR;
    const draw = randomStream(seed, trial, `control-plane ${network.plan.controlPlane ?? network.plan.id}`);
    if (draw.uniform() < probability) out.satelliteOut.fill(1, network.first, network.end);
  }
}

/**
 * The outages of a world beside those of `base`.
 *
 * @param isOut by element of `space`, [unit]
 * @param reuse outages of an earlier trial, whose satellites are written over
 */
export function withSatellitesOut(
  transport: Transport,
  base: Outages,
  isOut: readonly Uint8Array[],
  reuse?: Outages,
): Outages {
  const satelliteOut = reuse?.satelliteOut ?? new Uint8Array(base.satelliteOut.length);
  satelliteOut.set(base.satelliteOut);
  for (const network of transport.networks) {
    const units = isOut[network.elementIndex];
    for (let k = 0; k < network.element.count; k++) if (units[k] !== 0) satelliteOut[network.first + k] = 1;
  }
  return { ...base, satelliteOut };
}

/**
 * What is out in one trial: what is out for good, the satellites that its world has out, and networks that are down.
 *
 * @param reuse outages of an earlier trial, whose satellites are written over
 */
export function trialOutages(
  transport: Transport,
  standing: Outages,
  isOut: readonly Uint8Array[],
  { seed, trial }: { seed: number; trial: number },
  reuse?: Outages,
): Outages {
  const outages = withSatellitesOut(transport, standing, isOut, reuse);
  markNetworksDown(transport, seed, trial, outages);
  return outages;
}

/** Whether a place lies in a jammed region. */
export function isJammed(point: GroundPoint, jammed: FailurePlan['jammed']): boolean {
  return jammed.some(({ latDeg, lonDeg, radiusKm }) => {
    const angleRad = centralAngleRad(point.latRad, point.lonRad, latDeg * DEG_RAD, lonDeg * DEG_RAD);
    return angleRad * EARTH_MEAN_RADIUS_KM <= radiusKm;
  });
}

/** Partners who provide a network: its own, and those of the book's edges. */
export function partnersOf(network: Network, book: PartnerBook | undefined): string[] {
  const { id, entry = id, partner } = network.plan;
  const provided = (book?.edges ?? []).filter(
    ({ kind, to, role }) => kind === 'provides' && to === entry && role !== 'candidate',
  );
  return [...new Set([...(partner ? [partner] : []), ...provided.map(({ from }) => from)])];
}

function isControlDown(network: Network, down: readonly string[], all: readonly Network[]): boolean {
  const { id, controlPlane } = network.plan;
  if (down.includes(id)) return true;
  if (!controlPlane) return false;
  return (
    down.includes(controlPlane) || all.some(({ plan }) => plan.controlPlane === controlPlane && down.includes(plan.id))
  );
}

function markPlane(network: Network, shell: number, plane: number, satelliteOut: Uint8Array): void {
  const shells = network.plan.shells ?? [];
  const found = shells[shell];
  if (!found || plane >= found.planes) return;
  let first = network.first;
  for (let i = 0; i < shell; i++) first += shells[i].planes * shells[i].satellitesPerPlane;
  const from = first + plane * found.satellitesPerPlane;
  satelliteOut.fill(1, from, Math.min(from + found.satellitesPerPlane, network.end));
}

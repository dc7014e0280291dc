import type { NetworkPlan } from '../flow/architecture.ts';
import type { Route } from '../flow/links.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import { type Delay, delayQuantile, rareDelay, sumOfDelays, triangularDelay, valuesDelay } from '../num/delays.ts';
import { userEnds } from './access.ts';
import { BYTE_MBIT, PACKET_BYTES } from './load-queue.ts';
import type { Transport } from './transport.ts';

const STEP_S = 2.5e-4;
/** What others' queues are made of. */
const PACKET_MBIT = PACKET_BYTES * BYTE_MBIT;

/** Round trips that half, 95 % and 99 % of the messages do not pass. */
export interface Lateness {
  medianS: number;
  p95S: number;
  p99S: number;
}

/** The access of a network to one user: its delay each way with its range, as the scenario draws it. */
export interface Access {
  plan: NetworkPlan;
  lowS: number;
  modeS: number;
  highS: number;
}

/**
 * The round trip as many messages over some moments measure it: the way of each moment; access at every user terminal, triangular over its range and drawn
 * once for way there and way back; late messages while the network gives its users other satellites (`slotS`, `slotGapMs`), later by an exponential
 * of mean `slotDelayMs`; and queues behind what other customers hold of the links (M/D/1, taken together as one exponential).
 *
 * @param ways round trips by the way alone, a moment each
 * @param ends user ends of the route
 * @param queues round trip through the queues
 */
export function latenessOf(
  roundTripsS: readonly number[],
  ends: readonly Access[],
  queues: { fraction: number; meanS: number } = { fraction: 0, meanS: 0 },
): Lateness {
  const delay = roundTripDelay(roundTripsS, ends, queues);
  const [medianS, p95S, p99S] = [0.5, 0.95, 0.99].map((share) => delayQuantile(delay, share)) as [
    number,
    number,
    number,
  ];
  return { medianS, p95S, p99S };
}

/** The same as a distribution. */
export function roundTripDelay(
  roundTripsS: readonly number[],
  ends: readonly Access[],
  queues: { fraction: number; meanS: number } = { fraction: 0, meanS: 0 },
): Delay {
  const parts = ends.flatMap(({ plan, lowS, modeS, highS }) => {
    const { slotGapMs, slotDelayMs } = networkLimits(plan);
    const { slotS } = plan;
    const fraction = slotS ? Math.min(1, slotGapMs / 1000 / slotS) : 0;
    return [triangularDelay(2 * lowS, 2 * modeS, 2 * highS, STEP_S), rareDelay(fraction, slotDelayMs / 1000, STEP_S)];
  });
  return sumOfDelays(
    valuesDelay(roundTripsS, STEP_S),
    ...parts,
    rareDelay(queues.fraction, queues.fraction > 0 ? queues.meanS / queues.fraction : 0, STEP_S),
  );
}

/**
 * Lateness of the ways that one route took at some moments.
 *
 * @param routes one a moment
 * @returns null where there is no way, or a network at a user's end states no access
 */
export function routeLateness(transport: Transport, routes: readonly Route[]): Lateness | null {
  const [first] = routes;
  if (!first) return null;
  const ends = userEnds(transport, first);
  if (!ends) return null;
  return latenessOf(
    routes.map(({ oneWayS }) => 2 * oneWayS),
    ends,
    queuesOf(transport, first, ends),
  );
}

/** Waiting behind other customers at the links of a route, there and back. */
function queuesOf(
  { networks }: Transport,
  { networks: ids, hopCount, gateways }: Route,
  ends: readonly Access[],
): { fraction: number; meanS: number } {
  const plans = networks.filter(({ plan }) => ids.includes(plan.id)).map(({ plan }) => plan);
  const held = (plan: NetworkPlan) => networkLimits(plan).otherTrafficFraction;
  const busiest = plans.reduce<NetworkPlan | undefined>((a, b) => (a && held(a) >= held(b) ? a : b), undefined);
  if (!busiest || held(busiest) === 0) return { fraction: 0, meanS: 0 };
  const waitS = (plan: NetworkPlan, rateMbps: number) => (held(plan) * (PACKET_MBIT / rateMbps)) / 2 / (1 - held(plan));
  const { crosslinkMbps, gatewayLinkMbps } = networkLimits(busiest);
  const oneWayS =
    ends.reduce((sum, { plan }) => sum + waitS(plan, networkLimits(plan).userLinkMbps), 0) +
    Math.max(0, hopCount - 1) * waitS(busiest, crosslinkMbps) +
    gateways.length * waitS(busiest, gatewayLinkMbps);
  return { fraction: held(busiest), meanS: 2 * oneWayS };
}

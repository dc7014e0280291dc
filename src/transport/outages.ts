import type { FailurePlan } from '../flow/architecture.ts';
import { type Availability, WORKS } from '../flow/availability.ts';
import type { Transport } from './transport.ts';

/** What of the networks does not work at one moment, by the numbers of the graph. */
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
 * The satellites and gateways of a force that do not work, by their numbers in the graph.
 *
 * @param reuse outages of an earlier trial, which are written over
 */
export function outagesOf(transport: Transport, { space, gateways }: Availability, reuse?: Outages): Outages {
  const out = reuse ?? noOutages(transport);
  out.jammed = transport.architecture.failures.jammed;
  const { satelliteOut } = out;
  for (const { elementIndex, first, element } of transport.networks) {
    const states = space[elementIndex];
    const { count } = element;
    for (let k = 0; k < count; k++) satelliteOut[first + k] = states[k] === WORKS ? 0 : 1;
  }
  transport.gateways.forEach(({ site }, g) => {
    out.gatewayOut[g] = Object.hasOwn(gateways, site) ? 1 : 0;
  });
  return out;
}

/** The outages with some networks out beside. */
export function withoutNetworks(transport: Transport, outages: Outages, ids: readonly string[]): Outages {
  const satelliteOut = outages.satelliteOut.slice();
  for (const { plan, first, end } of transport.networks) if (ids.includes(plan.id)) satelliteOut.fill(1, first, end);
  return { ...outages, satelliteOut };
}

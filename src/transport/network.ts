import type { NetworkPlan } from '../flow/architecture.ts';
import type { SpaceElement } from '../flow/world.ts';
import { type ClientRule, clientRules, type Medium } from '../kinds/networks/client-medium.ts';
import type { Crosslinks } from '../kinds/networks/network-kind.ts';
import { networkKinds } from '../kinds/networks/network-kinds.ts';
import { networkLimits } from '../kinds/networks/network-limits.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { type Planes, planesOf } from './planes.ts';

/** One network, ready for use. Satellites of all networks are numbered through in the order of the networks. */
export interface Network {
  plan: NetworkPlan;
  /** Partners without whom it stops at once. */
  providers: string[];
  /** Position in `architecture.networks`. */
  planIndex: number;
  element: SpaceElement;
  /** Position of the element in `space`. */
  elementIndex: number;
  /** Number of its first satellite. */
  first: number;
  /** Past its last satellite. */
  end: number;
  /** First satellite of each part. */
  partFirst: number[];
  /** Pairs that link for good, by satellite number. */
  gridPairs: Int32Array;
  /** Whether its satellites link to the nearest, anew at each moment. */
  isAnew: Crosslinks['isAnew'];
  /** Links a satellite can hold at once. */
  crosslinkCount: number;
  crosslinkMaxKm: number;
  /** Mean radius of the Earth plus the grazing height of links. */
  grazingRadiusKm: number;
  /** Square of a length up to which no link between its satellites comes as low as the grazing height; 0: none is known. */
  surelyClearKm2: number;
  /** What each of its satellites offers to satellite clients. */
  clients: Record<Medium, ClientRule>;
  /** Half of the delay at a satellite: each of the two links that a message takes there carries one half. */
  halfHopS: number;
  user: TerminalRule;
  gateway: TerminalRule;
  gatewayLinkCount: number;
  planes: Planes;
}

/** When a terminal on the ground reaches a satellite, and what its link takes beside the way. */
export interface TerminalRule {
  /** Half of the delay at the satellite, and at a gateway half of that of its equipment. */
  delayS: number;
  minElevationSine: number;
  maxKm: number;
}

/** Compiles a network whose first satellite has the number `first`. */
export function networkOf(
  { plan, providers }: Pick<Network, 'plan' | 'providers'>,
  element: SpaceElement,
  { elementIndex, first, routerDelayMs }: Pick<Network, 'elementIndex' | 'first'> & { routerDelayMs: number },
): Network {
  const limits = networkLimits(plan);
  const { pairs, isAnew } = networkKinds[plan.crosslinks].crosslinksOf(plan, element);
  const partFirst: number[] = [];
  let next = first;
  for (const part of element.parts) {
    partFirst.push(next);
    next += part.count;
  }
  const planes = planesOf({ element, first });
  const grazingRadiusKm = EARTH_MEAN_RADIUS_KM + limits.crosslinkGrazingKm;
  return {
    plan,
    providers,
    planIndex: element.planIndex,
    element,
    elementIndex,
    first,
    end: next,
    partFirst,
    gridPairs: pairs.map((satellite) => first + satellite),
    isAnew,
    crosslinkCount: limits.crosslinkCount,
    crosslinkMaxKm: limits.crosslinkMaxKm,
    grazingRadiusKm,
    surelyClearKm2: surelyClearKm2(element, grazingRadiusKm),
    clients: clientRules(plan),
    halfHopS: plan.hopDelayMs / 2000,
    user: {
      delayS: plan.hopDelayMs / 2000,
      minElevationSine: Math.sin(plan.userMinElevationDeg * DEG_RAD),
      maxKm: limits.userMaxKm,
    },
    gateway: {
      delayS: (plan.hopDelayMs + routerDelayMs) / 2000,
      minElevationSine: Math.sin(plan.gatewayMinElevationDeg * DEG_RAD),
      maxKm: limits.gatewayMaxKm,
    },
    gatewayLinkCount: limits.gatewayLinkCount,
    planes,
  };
}

/** Between circles around the Earth of no less than a radius, a chord comes at most as low as one between two places on that. */
export function surelyClearKm2({ parts }: SpaceElement, grazingRadiusKm: number): number {
  const radiiKm = parts.map((part) => (part.kind === 'walker' ? part.semiMajorAxisKm : 0));
  const lowestKm = Math.min(...radiiKm);
  const margin = 1 - 1e-6; // positions stand on their circles to rounding
  return lowestKm > grazingRadiusKm ? 4 * (lowestKm * lowestKm - grazingRadiusKm * grazingRadiusKm) * margin : 0;
}

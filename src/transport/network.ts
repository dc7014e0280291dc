import type { NetworkPlan } from '../flow/architecture.ts';
import type { SpaceElement } from '../flow/world.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { type Planes, planesOf } from './planes.ts';
import { plusGridPairs } from './plus-grid.ts';

/** Lowest height that a link may pass over the Earth where the network does not say. */
export const DEFAULT_GRAZING_KM = 80;

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
  /** How its satellites link: as planned, or to the nearest where real satellites fill no declared planes. */
  crosslinks: 'plus-grid' | 'nearest' | 'none';
  /** Pairs that the +grid links for good, by satellite number; empty for other topologies. */
  gridPairs: Int32Array;
  /** Links a satellite can hold at once. */
  crosslinkCount: number;
  crosslinkMaxKm: number;
  /** Mean radius of the Earth plus the grazing height of links. */
  grazingRadiusKm: number;
  clientMaxKm: number;
  /** Half of the delay at a satellite: each of the two links that a message takes there carries one half. */
  halfHopS: number;
  user: TerminalRule;
  gateway: TerminalRule;
  gatewayLinkCount: number;
  planes: Planes;
}

/** When a terminal on the ground reaches a satellite. */
export interface TerminalRule {
  minElevationSine: number;
  maxKm: number;
}

/** Compiles a network whose first satellite has the number `first`. */
export function networkOf(
  { plan, providers }: Pick<Network, 'plan' | 'providers'>,
  element: SpaceElement,
  elementIndex: number,
  first: number,
): Network {
  const crosslinkCount = plan.crosslinkCount ?? 4;
  const pairs = plan.crosslinks === 'plus-grid' ? gridPairs(plan, element, first, crosslinkCount) : null;
  const partFirst: number[] = [];
  let next = first;
  for (const part of element.parts) {
    partFirst.push(next);
    next += part.count;
  }
  const planes = planesOf({ element, first });
  return {
    plan,
    providers,
    planIndex: element.planIndex,
    element,
    elementIndex,
    first,
    end: next,
    partFirst,
    crosslinks: plan.crosslinks === 'plus-grid' && !pairs ? 'nearest' : plan.crosslinks,
    gridPairs: pairs ?? new Int32Array(0),
    crosslinkCount,
    crosslinkMaxKm: plan.crosslinkMaxKm ?? Infinity,
    grazingRadiusKm: EARTH_MEAN_RADIUS_KM + (plan.crosslinkGrazingKm ?? DEFAULT_GRAZING_KM),
    clientMaxKm: plan.clientMaxKm ?? Infinity,
    halfHopS: plan.hopDelayMs / 2000,
    user: { minElevationSine: Math.sin(plan.userMinElevationDeg * DEG_RAD), maxKm: plan.userMaxKm ?? Infinity },
    gateway: {
      minElevationSine: Math.sin(plan.gatewayMinElevationDeg * DEG_RAD),
      maxKm: plan.gatewayMaxKm ?? Infinity,
    },
    gatewayLinkCount: plan.gatewayLinkCount ?? Infinity,
    planes,
  };
}

/** Whether real satellites fill the declared planes one by one, in the order of their file. */
export function fillsPlanes(plan: NetworkPlan, count: number): boolean {
  const planned = (plan.shells ?? []).reduce((sum, shell) => sum + shell.planes * shell.satellitesPerPlane, 0);
  return planned > 0 && planned === count;
}

/** Null where there are no planes to lay the grid over. */
function gridPairs(plan: NetworkPlan, element: SpaceElement, first: number, linkCount: number): Int32Array | null {
  const shells = plan.shells ?? [];
  const isReal = element.parts.some((part) => part.kind === 'elements');
  if (shells.length === 0 || (isReal && !fillsPlanes(plan, element.count))) return null;
  const all: number[] = [];
  let next = first;
  for (const shell of shells) {
    for (const satellite of plusGridPairs(shell, linkCount)) all.push(next + satellite);
    next += shell.planes * shell.satellitesPerPlane;
  }
  return Int32Array.from(all);
}

import type { NetworkPlan } from '../flow/architecture.ts';
import type { SpaceElement } from '../flow/world.ts';
import { DEG_RAD, EARTH_MEAN_RADIUS_KM } from '../physics/constants.ts';
import { type ClientRule, clientRules, type Medium } from './client-medium.ts';
import { motifOf } from './motif.ts';
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
  /** Pairs that the +grid or the motif links for good, by satellite number; empty for other topologies. */
  gridPairs: Int32Array;
  /** Links a satellite can hold at once. */
  crosslinkCount: number;
  crosslinkMaxKm: number;
  /** Mean radius of the Earth plus the grazing height of links. */
  grazingRadiusKm: number;
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
  const crosslinkCount = plan.crosslinkCount ?? 4;
  const pairs = standingPairs(plan, element, first, crosslinkCount);
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
    crosslinks: crosslinksOf(plan, pairs),
    gridPairs: pairs ?? new Int32Array(0),
    crosslinkCount,
    crosslinkMaxKm: plan.crosslinkMaxKm ?? Infinity,
    grazingRadiusKm: EARTH_MEAN_RADIUS_KM + (plan.crosslinkGrazingKm ?? DEFAULT_GRAZING_KM),
    clients: clientRules(plan),
    halfHopS: plan.hopDelayMs / 2000,
    user: {
      delayS: plan.hopDelayMs / 2000,
      minElevationSine: Math.sin(plan.userMinElevationDeg * DEG_RAD),
      maxKm: plan.userMaxKm ?? Infinity,
    },
    gateway: {
      delayS: (plan.hopDelayMs + routerDelayMs) / 2000,
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

function crosslinksOf({ crosslinks }: NetworkPlan, pairs: Int32Array | null): Network['crosslinks'] {
  if (crosslinks === 'motif') return 'plus-grid';
  return crosslinks === 'plus-grid' && !pairs ? 'nearest' : crosslinks;
}

/** Pairs that are linked for good; null where there are none to be had. */
function standingPairs(plan: NetworkPlan, element: SpaceElement, first: number, linkCount: number): Int32Array | null {
  if (plan.crosslinks === 'plus-grid') return gridPairs(plan, element, first, linkCount);
  const [part] = element.parts;
  if (plan.crosslinks !== 'motif' || part?.kind !== 'elements') return null;
  const { firstLaserNumber = 0 } = plan;
  const { pairs } = motifOf(part, linkCount, (satellite) => Number(part.ids[satellite]) >= firstLaserNumber);
  return pairs.map((satellite) => first + satellite);
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

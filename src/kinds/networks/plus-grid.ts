import type { NetworkPlan } from '../../flow/architecture.ts';
import { type Said, said } from '../../flow/said.ts';
import type { SpaceElement } from '../../flow/world.ts';
import { EARTH_EQUATORIAL_RADIUS_KM } from '../../physics/constants.ts';
import { maxLinkKm } from '../../physics/sight.ts';
import { satelliteCount } from '../satellite-count.ts';
import { grazingWarnings } from './grazing.ts';
import type { NetworkKind } from './network-kind.ts';
import { networkLimits } from './network-limits.ts';

/** Links to fixed neighbours in shells. Real satellites that fill no declared planes link to the nearest instead. */
export const plusGrid: NetworkKind = {
  about: 'fore, aft and both neighbour planes',
  isRelaying: true,
  needsElements: false,
  functionId: 'backbone',
  unitCount: satelliteCount,
  crosslinksOf(plan, element) {
    const pairs = gridPairs(plan, element);
    return { pairs: pairs ?? new Int32Array(0), isAnew: !pairs };
  },
  warnings: (plan) => [...grazingWarnings(plan), ...gapWarnings(plan)],
};

/** What the +grid needs to know about a shell. */
export interface GridShell {
  planes: number;
  satellitesPerPlane: number;
  pattern?: 'delta' | 'star';
  phasing?: number;
  alternateHalfSlot?: boolean;
  raanSpreadDeg?: number;
}

/**
 * Pairs of satellites that the +grid of a shell links for good: fore and aft in the plane, then both neighbour planes.
 *
 * A satellite takes the slot of the neighbour plane that is nearest in phase, the same number where two are equally
 * near; so Walker phasing F turns the last plane's slot s to slot s + F of the first. Planes that do not go all the way
 * round (star patterns) have no links across the seam. Of three links a satellite, every second cross link is left out,
 * as bricks in a wall; two are the plane's own; links that would exceed the count are not made.
 *
 * @param linkCount links a satellite can hold
 * @returns [link][two satellites], satellite = plane × satellitesPerPlane + slot
 * @source bhattacherjee-2019, section 2
 */
export function plusGridPairs(shell: GridShell, linkCount = 4): Int32Array {
  const { planes, satellitesPerPlane: slots } = shell;
  const pairs: number[] = [];
  const held = new Uint8Array(planes * slots);
  const link = (a: number, b: number) => {
    if (a === b || held[a] >= linkCount || held[b] >= linkCount) return;
    held[a]++;
    held[b]++;
    pairs.push(a, b);
  };
  for (let p = 0; p < planes; p++) {
    const ring = slots > 2 ? slots : slots - 1;
    for (let s = 0; s < ring; s++) link(p * slots + s, p * slots + ((s + 1) % slots));
  }
  const brick = linkCount === 3;
  const last = isClosed(shell) && planes > 2 ? planes : planes - 1;
  for (let p = 0; p < last; p++) {
    const next = (p + 1) % planes;
    const shift = slotShift(shell, p, next);
    for (let s = 0; s < slots; s++) {
      if (brick && (p + s) % 2 === 1) continue;
      link(p * slots + s, next * slots + modulo(s + shift, slots));
    }
  }
  return Int32Array.from(pairs);
}

/** Whether the planes go all the way round, so that the last one neighbours the first in the same direction. */
export function isClosed(shell: GridShell): boolean {
  return Math.abs((shell.raanSpreadDeg ?? (shell.pattern === 'star' ? 180 : 360)) - 360) < 1e-9;
}

/** Slots from a satellite's number to that of its partner in the next plane. */
function slotShift(shell: GridShell, plane: number, next: number): number {
  const { planes } = shell;
  const phasing = shell.phasing ?? 0;
  const halfOf = (p: number) => (shell.alternateHalfSlot && p % 2 === 1 ? 0.5 : 0);
  const wrap = next < plane ? Math.round(phasing) : 0; // a plane past the last is the first, F slots on
  const aheadSlots = (phasing * (next - plane)) / planes + halfOf(next) - halfOf(plane) + wrap;
  const nearest = aheadSlots >= 0 ? Math.ceil(aheadSlots - 0.5 - 1e-9) : Math.floor(aheadSlots + 0.5 + 1e-9);
  return wrap - nearest;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** Null where there are no planes to lay the grid over. */
function gridPairs(plan: NetworkPlan, element: SpaceElement): Int32Array | null {
  const shells = plan.shells ?? [];
  const isReal = element.parts.some((part) => part.kind === 'elements');
  if (shells.length === 0 || (isReal && !fillsPlanes(plan, element.count))) return null;
  const { crosslinkCount } = networkLimits(plan);
  const all: number[] = [];
  let next = 0;
  for (const shell of shells) {
    for (const satellite of plusGridPairs(shell, crosslinkCount)) all.push(next + satellite);
    next += shell.planes * shell.satellitesPerPlane;
  }
  return Int32Array.from(all);
}

/** Whether real satellites fill the declared planes one by one, in the order of their file. */
function fillsPlanes({ shells = [] }: NetworkPlan, count: number): boolean {
  const planned = shells.reduce((sum, { planes, satellitesPerPlane }) => sum + planes * satellitesPerPlane, 0);
  return planned > 0 && planned === count;
}

/** Neighbours that are too far apart to link, and satellites that are in no planes. */
function gapWarnings(plan: NetworkPlan): Said[] {
  const { id, elements, shells = [] } = plan;
  const { crosslinkCount, crosslinkMaxKm, crosslinkGrazingKm } = networkLimits(plan);
  if (elements) {
    const count = elements.text.match(/^1 [ \d]/gm)?.length;
    if (count === undefined || fillsPlanes(plan, count)) return [];
    return [said('network.no-planes', { id, count, links: crosslinkCount })];
  }
  if (shells.length === 0) return [said('network.no-shells', { id, links: crosslinkCount })];
  return shells.flatMap(({ planes, satellitesPerPlane, altitudeKm }, k) => {
    const spacingKm = 2 * (EARTH_EQUATORIAL_RADIUS_KM + altitudeKm) * Math.sin(Math.PI / satellitesPerPlane);
    const limitKm = Math.min(crosslinkMaxKm, maxLinkKm(altitudeKm, altitudeKm, crosslinkGrazingKm));
    if (satellitesPerPlane < 2 || spacingKm <= limitKm) return [];
    return [said('network.gap-in-plane', { id, shell: k + 1, spacingKm, limitKm, planes })];
  });
}

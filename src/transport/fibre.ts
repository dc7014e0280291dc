import type { FibrePlan } from '../flow/architecture.ts';
import { addLink, emptyLinks, type LinkList } from '../num/shortest-path-graph.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { greatCircleKm } from '../physics/great-circle.ts';
import type { GroundPoint } from './ground-point.ts';

/**
 * One-way time over terrestrial fibre: the great circle, stretched by the detour of the cable, at the speed of light in glass.
 *
 * Every site on the fibre reaches every other; islands and oceans are no exception, routers on the way add nothing.
 */
export function fibreS(fibre: FibrePlan, from: GroundPoint, to: GroundPoint): number {
  const km = greatCircleKm(from.latRad, from.lonRad, to.latRad, to.lonRad) * fibre.detourRatio;
  return km / (LIGHT_SPEED_KM_S * fibre.speedRatio);
}

/** Fibre between every two sites. @param firstNode node of the first site */
export function fibreLinks(fibre: FibrePlan, sites: readonly GroundPoint[], firstNode: number): LinkList {
  const links = emptyLinks((sites.length * (sites.length - 1)) / 2 + 64);
  for (let i = 0; i < sites.length; i++)
    for (let j = 0; j < i; j++) addLink(links, firstNode + i, firstNode + j, fibreS(fibre, sites[i], sites[j]));
  return links;
}

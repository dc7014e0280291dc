import { addLink } from '../num/shortest-path-graph.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import type { GroundPoint } from './ground-point.ts';
import type { Network } from './network.ts';
import type { Outages } from './outages.ts';
import { reachOverPlaneKm, sightCapRad, slotsNear } from './planes.ts';
import type { Transport } from './transport.ts';

/** First slot and number of slots of a plane that are near. */
const run = new Int32Array(2);

/**
 * Links a place on the ground to the satellites of a network that it sees: over the lowest elevation, within the longest link.
 *
 * @param terminal whose rule holds: that of a user, or of a gateway, which serves so many satellites at once: the nearest
 */
export function addGroundLinks(
  transport: Transport,
  node: number,
  point: GroundPoint,
  network: Network,
  terminal: 'user' | 'gateway',
  outages: Outages,
): void {
  const { positionEcefKm: p, links } = transport;
  const { satelliteOut } = outages;
  const rule = network[terminal];
  const limit = terminal === 'gateway' ? network.gatewayLinkCount : Infinity;
  const { x, y, z, upX, upY, upZ } = point;
  const sine2 = rule.minElevationSine * rule.minElevationSine;
  const max2 = rule.maxKm * rule.maxKm;
  const firstLink = links.linkCount;
  const { planes } = network;
  const { count, first, normal, radiusKm } = planes;
  let planeRadiusKm = Number.NaN;
  let capCosine = -1;
  let reachKm = Infinity;
  for (let k = 0; k < count; k++) {
    if (radiusKm[k] !== planeRadiusKm) {
      planeRadiusKm = radiusKm[k];
      const capRad = Number.isNaN(planeRadiusKm) ? Math.PI : sightCapRad(planeRadiusKm, rule.minElevationSine);
      capCosine = Math.cos(capRad);
      reachKm = reachOverPlaneKm(capRad);
    }
    if (Math.abs(x * normal[3 * k] + y * normal[3 * k + 1] + z * normal[3 * k + 2]) > reachKm) continue;
    const slots = first[k + 1] - first[k];
    run[0] = 0;
    run[1] = slots;
    if (!Number.isNaN(planeRadiusKm)) slotsNear(planes, k, point, capCosine, run);
    // a run that goes round the end is looked at from its lowest slot on, so that links come in the order of satellites
    const wrapped = Math.max(0, run[0] + run[1] - slots);
    for (let i = 0; i < run[1]; i++) {
      const s = first[k] + (i < wrapped ? i : run[0] + i - wrapped);
      const dx = p[3 * s] - x;
      const dy = p[3 * s + 1] - y;
      const dz = p[3 * s + 2] - z;
      const up = dx * upX + dy * upY + dz * upZ;
      if (!(up >= 0) || satelliteOut[s] === 1) continue;
      const d2 = dx * dx + dy * dy + dz * dz;
      if (up * up < sine2 * d2 || d2 > max2) continue;
      addLink(links, node, s, Math.sqrt(d2) / LIGHT_SPEED_KM_S + rule.delayS);
    }
  }
  if (links.linkCount - firstLink > limit) keepShortest(transport, firstLink, limit);
}

/** Leaves the `limit` shortest of the links from `first` on. */
function keepShortest({ links }: Transport, first: number, limit: number): void {
  const { to, weight } = links;
  for (let kept = first; kept < first + limit; kept++) {
    let best = kept;
    for (let i = kept + 1; i < links.linkCount; i++) if (weight[i] < weight[best]) best = i;
    const w = weight[kept];
    const t = to[kept];
    weight[kept] = weight[best];
    to[kept] = to[best];
    weight[best] = w;
    to[best] = t;
  }
  links.linkCount = first + limit;
}

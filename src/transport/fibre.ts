import type { FibrePlan, SitePlan } from '../flow/architecture.ts';
import { LIGHT_SPEED_KM_S } from '../physics/constants.ts';
import { greatCircleKm } from '../physics/great-circle.ts';
import type { GroundPoint } from './ground-point.ts';

/** A site on the fibre. */
export interface FibreSite {
  site: SitePlan;
  point: GroundPoint;
}

/** A line of fibre between two sites, by their positions among the sites on the fibre. */
export interface FibreLine {
  a: number;
  b: number;
  oneWayS: number;
  /** The cable of which it is a section; absent: a line by land. */
  cable?: string;
}

type FibreRule = Omit<FibrePlan, 'cables' | 'landings'>;

/**
 * One-way time over a line by land: the great circle, stretched by its detour, at the speed of light in glass, and the equipment at its ends,
 * half of it at each.
 */
export function landLineS(fibre: FibreRule, from: GroundPoint, to: GroundPoint): number {
  return lineS(fibre, distanceKm(from, to) * fibre.detourRatio);
}

function lineS({ speedRatio, routerDelayMs }: FibreRule, km: number): number {
  return km / (LIGHT_SPEED_KM_S * speedRatio) + routerDelayMs / 1000;
}

function distanceKm(from: GroundPoint, to: GroundPoint): number {
  return greatCircleKm(from.latRad, from.lonRad, to.latRad, to.lonRad);
}

/**
 * The lines of fibre between sites: by land between every two of one land, and the sections of the cables between their landings.
 *
 * A site of no land is reached only by a cable that comes ashore at it; sites that do not say their land are of one. A cable of known length shares it
 * among its sections as their great circles.
 *
 * @param sites of which the landings of the cables are a part
 */
export function fibreLines(fibre: FibrePlan, sites: readonly FibreSite[]): FibreLine[] {
  const lines: FibreLine[] = [];
  for (let a = 0; a < sites.length; a++)
    for (let b = 0; b < a; b++) {
      const land = sites[a].site.fibre;
      if (land === 'none' || land !== sites[b].site.fibre) continue;
      lines.push({ a, b, oneWayS: landLineS(fibre, sites[a].point, sites[b].point) });
    }
  const indexOf = new Map(sites.map(({ site }, index) => [site.id, index]));
  for (const { id, landings, lengthKm } of fibre.cables) {
    const nodes = landings.map((site) => indexOf.get(site)!);
    const directKm = nodes.slice(1).map((b, k) => distanceKm(sites[nodes[k]].point, sites[b].point));
    const detour = lengthKm === undefined ? fibre.seaDetourRatio : lengthKm / directKm.reduce((sum, km) => sum + km, 0);
    directKm.forEach((km, k) => {
      lines.push({ a: nodes[k], b: nodes[k + 1], oneWayS: lineS(fibre, km * detour), cable: id });
    });
  }
  return lines;
}

/** Times over the lines that stand. */
export interface FibreTimes {
  /** [site][site] by the quickest single line; Infinity: there is none. */
  oneWayS: Float64Array;
  /** [command centre][site] least time by fibre alone. */
  fromCentreS: Float64Array[];
  /** Longest time over a line. */
  longestS: number;
}

/** @param centreSites [command centre] its site on the fibre */
export function fibreTimes(lines: readonly FibreLine[], siteCount: number, centreSites: readonly number[]): FibreTimes {
  const oneWayS = new Float64Array(siteCount * siteCount).fill(Infinity);
  let longestS = 0;
  for (const { a, b, oneWayS: s } of lines) {
    if (s < oneWayS[a * siteCount + b]) {
      oneWayS[a * siteCount + b] = s;
      oneWayS[b * siteCount + a] = s;
    }
    longestS = Math.max(longestS, s);
  }
  return { oneWayS, longestS, fromCentreS: centreSites.map((site) => leastByFibre(oneWayS, siteCount, site)) };
}

/** Least time to every site over any sites between, to the last bit: no further line lowers any of them. */
function leastByFibre(oneWayS: Float64Array, count: number, from: number): Float64Array {
  const leastS = new Float64Array(count).fill(Infinity);
  leastS[from] = 0;
  for (let isLower = true; isLower; ) {
    isLower = false;
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++) {
        if (!(leastS[a] + oneWayS[a * count + b] < leastS[b])) continue;
        leastS[b] = leastS[a] + oneWayS[a * count + b];
        isLower = true;
      }
  }
  return leastS;
}

import { equip, prepareLayers } from '../engage/layer.ts';
import { opportunities } from '../engage/opportunities.ts';
import type { Architecture, Place, ThreatPlan } from '../flow/architecture.ts';
import { type Availability, allWork } from '../flow/availability.ts';
import type { AimPoint, Footprint, FootprintLayer } from '../flow/footprint.ts';
import { isInOrbit } from '../kinds/place.ts';
import { areaGrid } from '../physics/area-grid.ts';
import { areaOf } from '../physics/areas.ts';
import { isTrajectory } from '../physics/trajectory.ts';
import { boostLimits, type SolvedFlight, solveFlight } from '../world/flights.ts';
import { worldAt } from '../world/world.ts';
import type { Prepared } from './prepare.ts';

/** Where an area is told by parts. */
const PARTS: Record<string, readonly string[]> = {
  'fifty-states': ['conus', 'alaska', 'hawaii'],
  'united-states-of-america': ['conus', 'alaska', 'hawaii'],
};

export interface FootprintOptions {
  /** Names of areas. */
  areas: readonly string[];
  /** Group of the raid whose class flies, from its first launch place. */
  threat: ThreatPlan;
  /** Order to fire, seconds after launch. */
  orderS: number;
  spacingKm: number;
  momentCount: number;
  /** Units that are there; default: all. */
  availability?: Availability;
}

/** The footprint of every layer over areas; see {@link defendedAims} for the rule. */
export function footprintOf(prepared: Prepared, options: FootprintOptions): Footprint {
  const { threat, orderS, spacingKm, momentCount, availability } = options;
  const ids = [...new Set(options.areas.flatMap((id) => PARTS[id] ?? [id]))];
  const all = areaGrid(ids.map(areaOf), spacingKm);
  const [from] = threat.from;
  const { points, layers, any } = defendedAims(prepared, {
    threat,
    from: from,
    orderS,
    momentCount,
    aims: all,
    availability,
  });
  const { interceptors } = prepared.architecture;
  const layerOf = (id: string, name: string, chances: number[]): FootprintLayer => ({
    id,
    name,
    fraction: shareOf(points, chances),
    byArea: Object.fromEntries(ids.map((area) => [area, shareOf(points, chances, area)])),
    chances,
  });
  return {
    threatId: threat.id,
    threatName: threat.name,
    from: { name: from.name, latDeg: from.latDeg, lonDeg: from.lonDeg },
    orderS,
    spacingKm,
    momentCount,
    areas: ids.map((id) => {
      const own = points.filter(({ area }) => area === id);
      const areaKm2 = own.reduce((sum, point) => sum + point.areaKm2, 0);
      return { id, name: areaOf(id).name, areaKm2, pointCount: own.length };
    }),
    points,
    outOfRangeCount: all.length - points.length,
    layers: interceptors.map(({ id, name }, i) => layerOf(id, name, layers[i])),
    all: layerOf('all', 'all layers', any),
  };
}

/** Share of the area with an intercept in time; NaN where no point is there. */
function shareOf(points: readonly AimPoint[], chances: readonly number[], area?: string): number {
  let sum = 0;
  let of = 0;
  points.forEach((point, i) => {
    if (area !== undefined && point.area !== area) return;
    sum += point.areaKm2 * chances[i];
    of += point.areaKm2;
  });
  return of > 0 ? sum / of : Number.NaN;
}

export interface AimsAsked {
  threat: ThreatPlan;
  from: Place;
  orderS: number;
  momentCount: number;
  aims: readonly AimPoint[];
  /** Units that are there; default: all. */
  availability?: Availability;
}

/**
 * Which of some aim points each layer can defend against one missile at each: whether some unit has an intercept in the layer's phases and
 * heights, released after the order, a one-way time of zero and the reaction, and before the missile arrives.
 *
 * The search is that of a raid. It is kinematic: every unit that is there works and is full, the centre sees everything, and a hit is certain. Over
 * launch times spread evenly over the launch window it gives a share: satellites stand elsewhere at each, sites do not move.
 *
 * @returns the points that the class reaches from there, and by layer and for any the share of the moments
 */
export function defendedAims(
  { architecture, elements }: Prepared,
  { threat, from, orderS, momentCount, aims, availability = allWork(elements) }: AimsAsked,
): { points: AimPoint[]; layers: number[][]; any: number[] } {
  const raid: Architecture = { ...architecture, threats: [threat] };
  const usefulS = boostLimits(raid);
  const points: AimPoint[] = [];
  const flights: SolvedFlight[] = [];
  for (const aim of aims) {
    const toward: Place = { latDeg: aim.latDeg, lonDeg: aim.lonDeg, heightM: 0, name: '' };
    const trajectory = solveFlight(threat, from, toward);
    if (!isTrajectory(trajectory)) continue;
    const id = `aim-${points.length}`;
    flights.push({
      id,
      key: id,
      planIndex: 0,
      launchS: 0,
      from,
      toward,
      trajectory,
      usefulS: usefulS(trajectory, threat),
    });
    points.push(aim);
  }
  const atS = (k: number) => ((k + 0.5) * architecture.analysis.launchWindowS) / momentCount;
  let world = worldAt(raid, elements, flights, atS(0), availability);
  const layers = prepareLayers(world).map((layer) => equip(layer));
  const orders = new Float64Array(points.length).fill(orderS);
  const counts = layers.map(() => new Int32Array(points.length));
  const anyCount = new Int32Array(points.length);
  for (let k = 0; k < momentCount; k++) {
    if (k > 0) world = worldAt(raid, elements, flights, atS(k), availability, world);
    const isAny = new Uint8Array(points.length);
    layers.forEach((layer, index) => {
      if (k > 0 && !isInOrbit(layer.plan)) {
        // sites turn with the Earth as the flights do: the same at every moment
        counts[index].forEach((before, i) => {
          if (before > 0) {
            counts[index][i]++;
            isAny[i] = 1;
          }
        });
        return;
      }
      const table = opportunities(world, layer, orders, layer.noDelayS);
      for (let i = 0; i < table.count; i++) {
        const aim = table.threatIndex[i];
        if (i > 0 && table.threatIndex[i - 1] === aim) continue; // sorted by threat
        counts[index][aim]++;
        isAny[aim] = 1;
      }
    });
    for (let i = 0; i < points.length; i++) anyCount[i] += isAny[i];
  }
  const share = (count: Int32Array) => Array.from(count, (n) => n / momentCount);
  return { points, layers: counts.map(share), any: share(anyCount) };
}

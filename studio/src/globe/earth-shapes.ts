import { DEG_RAD } from 'cupola/physics';
import { geoGraticule10, geoInterpolate } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import topology from 'world-atlas/countries-110m.json';

/** Longest step between two points of a shape; a chord of it leaves the sphere by less than 0.1 %. */
const LONGEST_RAD = 4 * DEG_RAD;

export const land = feature(topology, topology.objects.land);
export const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
export const graticule = geoGraticule10();

/** A curve on the unit sphere, Earth-fixed: [point][xyz]. A ring ends where it began. */
export interface Curve {
  points: Float64Array;
  /** A ring around a hole runs the other way. */
  isHole: boolean;
  /** A circle that holds the curve; absent: it may be anywhere. */
  cap?: Cap;
}

/** A circle on the unit sphere: a point in its middle, and how far it reaches from there. */
export interface Cap {
  middle: [x: number, y: number, z: number];
  radiusRad: number;
}

export const landRings: Curve[] = polygonsOf(land).flatMap((rings) => rings.map((ring, i) => curveOf(ring, i > 0)));
export const borderLines: Curve[] = borders.coordinates.map((line) => curveOf(line));
export const graticuleLines: Curve[] = graticule.coordinates.map((line) => curveOf(line));

function polygonsOf(collection: typeof land): number[][][][] {
  return collection.features.flatMap(({ geometry }) => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates;
    return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  });
}

function curveOf(line: number[][], isHole = false): Curve {
  const points = unitPoints(line);
  return { points, isHole, cap: capOf(points) };
}

/** A circle around all points of a curve, not the smallest. */
function capOf(p: Float64Array): Cap {
  const sum = [0, 0, 0];
  for (let a = 0; a < p.length; a++) sum[a % 3] += p[a];
  const length = Math.hypot(...sum) || 1;
  const [x, y, z] = sum.map((each) => each / length) as Cap['middle'];
  let least = 1;
  for (let a = 0; a < p.length; a += 3) least = Math.min(least, x * p[a] + y * p[a + 1] + z * p[a + 2]);
  return { middle: [x, y, z], radiusRad: Math.acos(Math.max(-1, least)) };
}

/** Longitudes and latitudes as points of the unit sphere, with more between those that lie far apart. */
function unitPoints(line: number[][]): Float64Array {
  const points: number[] = [];
  line.forEach((at, i) => {
    const before = line[i - 1];
    if (before) {
      const between = geoInterpolate(before as [number, number], at as [number, number]);
      const steps = Math.ceil(angleRad(before, at) / LONGEST_RAD);
      for (let k = 1; k < steps; k++) push(points, between(k / steps));
    }
    push(points, at);
  });
  return Float64Array.from(points);
}

function push(points: number[], [lonDeg, latDeg]: number[]): void {
  const lambda = lonDeg * DEG_RAD;
  const phi = latDeg * DEG_RAD;
  points.push(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
}

function angleRad(a: number[], b: number[]): number {
  const p: number[] = [];
  push(p, a);
  push(p, b);
  return Math.acos(Math.max(-1, Math.min(1, p[0] * p[3] + p[1] * p[4] + p[2] * p[5])));
}

/** The half of the Earth that is turned away from a point, as a ring. */
export function farSideOf(lonDeg: number, latDeg: number): Curve {
  const corners = 120;
  const lambda = lonDeg * DEG_RAD;
  const phi = latDeg * DEG_RAD;
  const east = [-Math.sin(lambda), Math.cos(lambda), 0];
  const north = [-Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi)];
  const points = new Float64Array(3 * (corners + 1));
  for (let k = 0; k <= corners; k++) {
    // seen from above the far side it runs clockwise, as the outer rings of land do
    const turn = (2 * Math.PI * k) / corners;
    for (let i = 0; i < 3; i++) points[3 * k + i] = Math.cos(turn) * east[i] + Math.sin(turn) * north[i];
  }
  return { points, isHole: false };
}

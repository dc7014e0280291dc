import { arcs, countries } from './countries.ts';

/** A country or a part of one, by name. Coasts and borders of the map at 1:110 million: some 20 km; small islands are not on it. */
export interface Area {
  id: string;
  /** In English. */
  name: string;
  /** Outlines: longitude and latitude in degrees by turns; one that passes 180 degrees goes on beyond them. */
  rings: readonly Float64Array[];
  contains(latDeg: number, lonDeg: number): boolean;
}

const US = 'united-states-of-america';

/** Parts of a country that have names of their own. */
const PARTS: readonly (readonly [id: string, name: string, isIn: (latDeg: number, lonDeg: number) => boolean])[] = [
  ['fifty-states', 'the fifty states', () => true],
  ['conus', 'the continental United States', (latDeg, lonDeg) => latDeg < 50 && latDeg > 24 && lonDeg > -126],
  ['alaska', 'Alaska', (latDeg) => latDeg > 50],
  ['hawaii', 'Hawaii', (latDeg, lonDeg) => latDeg < 24 && lonDeg < -150],
];

/** Names of all countries of the map, in order of the alphabet. */
export const countryIds: readonly string[] = countries.map(([id]) => id);

/** Every name of an area: parts of the United States, then countries. */
export const areaIds: readonly string[] = [...PARTS.map(([id]) => id), ...countryIds];

const found = new Map<string, Area>();

/** The area of a name. @throws RangeError for a name that {@link areaIds} lacks */
export function areaOf(id: string): Area {
  let area = found.get(id);
  if (!area) {
    const part = PARTS.find(([name]) => name === id);
    area = part ? partOf(...part) : countryOf(id);
    found.set(id, area);
  }
  return area;
}

/** The country at a place; null at sea. */
export function countryAt(latDeg: number, lonDeg: number): Area | null {
  for (const id of countryIds) {
    const country = areaOf(id);
    if (country.contains(latDeg, lonDeg)) return country;
  }
  return null;
}

/** Whether a place lies in any of some areas. */
export function isInAny(areas: readonly Area[], latDeg: number, lonDeg: number): boolean {
  for (const area of areas) if (area.contains(latDeg, lonDeg)) return true;
  return false;
}

/** The coasts of the map: stretches of outline with a country on one side only. Longitude and latitude in degrees by turns; some jump at 180 degrees. */
export function coastlines(): Float64Array[] {
  const uses = new Int32Array(arcs.length);
  for (const [, , rings] of countries)
    for (const word of rings.split(/[ /]/)) {
      const index = Number(word);
      uses[index < 0 ? ~index : index]++;
    }
  return arcs.flatMap((_, index) => (uses[index] === 1 ? [Float64Array.from(arcPoints(index))] : []));
}

function partOf(id: string, name: string, isIn: (latDeg: number, lonDeg: number) => boolean): Area {
  const whole = areaOf(US);
  return {
    id,
    name,
    rings: whole.rings.filter((ring) => isIn(ring[1], ring[0])),
    contains: (latDeg, lonDeg) => isIn(latDeg, lonDeg) && whole.contains(latDeg, lonDeg),
  };
}

function countryOf(id: string): Area {
  const country = countries.find(([name]) => name === id);
  if (!country) throw new RangeError(`no area has the name ${id}`);
  const rings = country[2].split('/').map(ringOf);
  const boxes = rings.map(boxOf);
  const contains = (latDeg: number, lonDeg: number) => {
    let inside = false;
    for (let k = 0; k < rings.length; k++) {
      const box = boxes[k];
      if (latDeg < box.south || latDeg > box.north) continue;
      for (let turnDeg = -360; turnDeg <= 360; turnDeg += 360) {
        const atDeg = lonDeg + turnDeg;
        if (atDeg < box.west || atDeg > box.east) continue;
        if (isInRing(rings[k], latDeg, atDeg)) inside = !inside; // a ring in a ring is a hole
      }
    }
    return inside;
  };
  return { id, name: country[1], rings, contains };
}

/** The points of the arcs of a ring, without a jump where it passes 180 degrees; where two arcs meet their common point stands once. */
function ringOf(text: string): Float64Array {
  const points: number[] = [];
  let turnDeg = 0;
  let lastDeg = Number.NaN;
  for (const word of text.split(' ')) {
    const index = Number(word);
    const arc = arcPoints(index < 0 ? ~index : index);
    const count = arc.length / 2;
    for (let i = points.length === 0 ? 0 : 1; i < count; i++) {
      const k = index < 0 ? count - 1 - i : i;
      if (Math.abs(arc[2 * k] - lastDeg) > 180) turnDeg += arc[2 * k] < lastDeg ? 360 : -360;
      lastDeg = arc[2 * k];
      points.push(lastDeg + turnDeg, arc[2 * k + 1]);
    }
  }
  return Float64Array.from(points);
}

function arcPoints(index: number): number[] {
  let x = 0;
  let y = 0;
  return arcs[index].split(' ').flatMap((step) => {
    const [east, north] = step.split(',').map(Number);
    x += east;
    y += north;
    return [x / 10, y / 10];
  });
}

/** Edges of an outline, degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boxOf(ring: Float64Array): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < ring.length; i += 2) {
    box.west = Math.min(box.west, ring[i]);
    box.east = Math.max(box.east, ring[i]);
    box.south = Math.min(box.south, ring[i + 1]);
    box.north = Math.max(box.north, ring[i + 1]);
  }
  return box;
}

/** Whether a meridian from the place to the pole crosses the outline an odd number of times. */
export function isInRing(ring: Float64Array, latDeg: number, lonDeg: number): boolean {
  let inside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const x0 = ring[i];
    const x1 = ring[i + 2];
    if (x0 > lonDeg === x1 > lonDeg) continue;
    const atDeg = ring[i + 1] + ((lonDeg - x0) / (x1 - x0)) * (ring[i + 3] - ring[i + 1]);
    if (atDeg > latDeg) inside = !inside;
  }
  return inside;
}

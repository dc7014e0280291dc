import { coastlines } from '../physics/areas.ts';
import type { Inks, Mark } from './chart.ts';
import type { Parts } from './parts.ts';

interface Place {
  line: number;
  x: number;
  y: number;
}

/** A part of a map: south of it nothing is drawn, and longitudes are its own. */
interface MapPart {
  south?: number;
  eastDeg?: (lonDeg: number) => number;
}

/** Coastlines on a plate carrée map, whose scales are degrees east and degrees north. */
export function land(
  plot: Parts,
  inks: Inks,
  { south = -90, eastDeg = (lonDeg: number) => lonDeg }: MapPart = {},
): Mark {
  const points = coastlines().flatMap((coast, line) => {
    const found: Place[] = [];
    const gap = { line, x: Number.NaN, y: Number.NaN };
    for (let i = 0; i < coast.length; i += 2) {
      const place = { line, x: eastDeg(coast[i]), y: coast[i + 1] };
      const before = found.at(-1);
      // a coast that passes the edge goes on at the other edge of the map; the pole is no coast
      if ((before && Math.abs(place.x - before.x) > 180) || place.y <= -90) found.push(gap);
      found.push(place);
    }
    return south > -90 ? northOf(found, south, gap) : found;
  });
  return plot.line(points, { x: 'x', y: 'y', z: 'line', stroke: inks.faint, strokeWidth: 0.6 });
}

/** A line as far as it is north of a latitude, cut where it passes it. */
function northOf(places: readonly Place[], south: number, gap: Place): Place[] {
  return places.flatMap((place, i) => {
    const before = places[i - 1];
    const kept = place.y >= south ? [place] : [gap];
    if (!before || !(before.y < south !== place.y < south) || Number.isNaN(before.x + place.x)) return kept;
    const x = before.x + ((south - before.y) / (place.y - before.y)) * (place.x - before.x);
    const cut = { ...place, x, y: south };
    return place.y >= south ? [cut, place] : [cut, gap];
  });
}

/** Scales of a plate carrée map of a part of the Earth, in degrees. */
export function degrees(west: number, east: number, south: number, north: number) {
  return { x: { domain: [west, east] }, y: { domain: [south, north] } } as const;
}

import type { ChartRow, Format } from './card-charts.ts';
import { type Chart, one } from './chart.ts';

/** Dots of the least and of the greatest number. */
const DOTS_PX = [1, 3.5];
/** Room between what is drawn and the edge of the map, in degrees. */
const MAP_EDGE_DEG = 8;

/** What lies under the dots, as GeoJSON. */
interface Shapes {
  land: unknown;
  borders: unknown;
}

/** A map of the part of the Earth where something is: a dot for each place, the larger the more. */
export function cardMap(rows: readonly ChartRow[], format: Format, { land, borders }: Shapes): Chart {
  return (plot, { widthPx, inks }) => {
    const [west, east] = eastwardSpan(rows.map(({ x = 0 }) => x));
    const north = rows.map(({ y = 0 }) => y);
    const from = Math.max(-90, Math.min(...north) - MAP_EDGE_DEG);
    const to = Math.min(90, Math.max(...north) + MAP_EDGE_DEG);
    return one(Math.max(80, Math.min(0.75 * widthPx, (widthPx * (to - from)) / (east - west))), {
      margin: 1,
      projection: {
        type: 'equirectangular',
        rotate: [-(west + east) / 2, 0],
        domain: {
          type: 'MultiPoint',
          coordinates: [
            [west, from],
            [east, to],
          ],
        },
        clip: 'frame',
      },
      r: { range: DOTS_PX },
      marks: [
        plot.geo(land as never, { fill: inks.text, fillOpacity: 0.16 }),
        plot.geo(borders as never, { stroke: inks.text, strokeOpacity: 0.2, strokeWidth: 0.5 }),
        plot.frame({ strokeOpacity: 0.3 }),
        plot.dot(rows, {
          x: 'x',
          y: 'y',
          r: 'value',
          fill: inks.bad,
          fillOpacity: 0.7,
          title: ({ name, value }: ChartRow) => `${name}: ${format(value)}`,
        }),
      ],
    });
  };
}

/** The least stretch of longitudes that holds some, with an edge, from west to east; less than the whole round. */
function eastwardSpan(degrees: readonly number[]): [west: number, east: number] {
  const sorted = [...degrees].sort((a, b) => a - b);
  let start = 0;
  let widest = 0;
  sorted.forEach((east, i) => {
    const west = i === 0 ? sorted.at(-1)! - 360 : sorted[i - 1];
    if (east - west <= widest) return;
    widest = east - west;
    start = i;
  });
  const edge = Math.min(MAP_EDGE_DEG, (widest - 1) / 2);
  const west = sorted[start];
  return [west - edge, west + 360 - widest + edge];
}

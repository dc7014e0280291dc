import { say } from '../words/words.ts';
import { CHART_WIDTH, type Chart } from './chart.ts';
import { degrees, land } from './land.ts';
import { toneKey, toneOf } from './tone-key.ts';

const MARGIN_DEG = 4;
const DEG_KM = 111.195;

/** A place that is looked at, with the chance that an intercept comes in time. */
interface AimChance {
  latDeg: number;
  lonDeg: number;
  areaKm2: number;
  chance: number;
}

/** A plate carrée of the region, each aim point a square of its grid. */
export function footprintChart(points: readonly AimChance[], spacingKm: number): Chart {
  return (plot, { inks }) => {
    const { west, east, south, north, unwrap } = frameOf(points);
    const height = (CHART_WIDTH * (north - south)) / (east - west);
    const cells = points.map(({ latDeg, lonDeg, areaKm2, chance }) => {
      const high = Math.min(spacingKm, Math.sqrt(areaKm2)) / DEG_KM / 2; // small islands as large as they are
      const wide = high / Math.cos((latDeg * Math.PI) / 180);
      const x = unwrap(lonDeg);
      const fill = chance > 0 ? toneOf(chance) : inks.warm;
      return { x1: x - wide, x2: x + wide, y1: latDeg - high, y2: latDeg + high, chance, fill };
    });
    const square = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'fill', shapeRendering: 'crispEdges' } as const;
    const ends = { low: say('footprint.seldom'), high: say('footprint.always') };
    const others = [{ color: inks.warm, opacity: 0.5, words: say('footprint.never'), x: 480, y: 10 }];
    return {
      heightPx: height + 44,
      panels: [
        {
          height,
          margin: 0,
          ...degrees(west, east, south, north),
          marks: [
            plot.rect([0], { x1: [west], x2: [east], y1: [south], y2: [north], fill: inks.ground }),
            plot.rect(
              cells.filter(({ chance }) => chance > 0),
              square,
            ),
            plot.rect(
              cells.filter(({ chance }) => !(chance > 0)),
              { ...square, fillOpacity: 0.5 },
            ),
            land(plot, inks, { south, eastDeg: unwrap }),
          ],
        },
        toneKey(plot, inks, height, { ...ends, title: say('footprint.in-time'), others }),
      ],
    };
  };
}

/** The part of the map that holds all points; across 180 degrees in one piece. */
function frameOf(points: readonly AimChance[]) {
  const plain = points.map(({ lonDeg }) => lonDeg);
  const crosses = Math.max(...plain) - Math.min(...plain) > 270;
  const unwrap = (lonDeg: number) => (crosses && lonDeg > 0 ? lonDeg - 360 : lonDeg);
  const lons = plain.map(unwrap);
  const lats = points.map(({ latDeg }) => latDeg);
  return {
    west: Math.min(...lons) - MARGIN_DEG,
    east: Math.max(...lons) + MARGIN_DEG,
    south: Math.max(-90, Math.min(...lats) - MARGIN_DEG),
    north: Math.min(90, Math.max(...lats) + MARGIN_DEG),
    unwrap,
  };
}

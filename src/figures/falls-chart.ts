import { say } from '../words/words.ts';
import { SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { degrees, land } from './land.ts';

const HEIGHT = CHART_WIDTH / 2;
const KEY = 30;
const LARGEST_PX = 7;
const SMALLEST_PX = 0.9;

interface FallCell {
  latDeg: number;
  lonDeg: number;
  count: number;
}

/** A dot for each cell of one degree, its area after the number of missiles that fall there. */
export function fallsChart(cells: readonly FallCell[]): Chart {
  return (plot, { inks }) => {
    const most = cells.reduce((sofar, { count }) => Math.max(sofar, count), 0);
    const look = { r: 'r', fill: inks.warm, fillOpacity: 0.6 } as const;
    const dots = [...cells]
      .sort((a, b) => b.count - a.count) // the small ones on top
      .map((cell) => ({ ...cell, r: Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt(cell.count / most)) }));
    return one(HEIGHT + KEY, {
      margin: 0,
      marginBottom: KEY,
      ...degrees(-180, 180, -90, 90),
      marks: [
        plot.rect([0], { x1: [-180], x2: [180], y1: [-90], y2: [90], fill: inks.ground }),
        land(plot, inks),
        plot.dot(dots, { x: 'lonDeg', y: 'latDeg', ...look }),
        plot.dot([0], { ...look, r: LARGEST_PX, frameAnchor: 'bottom-left', dx: LARGEST_PX + 1, dy: 16 }),
        plot.text([say('figure.boost-falls-dot', { count: most })], {
          frameAnchor: 'bottom-left',
          lineAnchor: 'bottom',
          textAnchor: 'start',
          fontSize: SMALL,
          fill: inks.faint,
          dx: 2 * LARGEST_PX + 8,
          dy: 20,
        }),
      ],
    });
  };
}

import type { Result } from '../../flow/result.ts';
import { say } from '../../words/words.ts';
import { fallParts } from '../falls.ts';
import { landPath } from './land.ts';
import { CHART_WIDTH, type Figure, faint, label, picture, tag, warm } from './svg.ts';

const WIDTH = CHART_WIDTH;
const HEIGHT = WIDTH / 2;
const LARGEST_PX = 7;
const SMALLEST_PX = 0.9;

/** Where missiles hit in boost fall: a dot for each cell of one degree, its area after their number. */
export function fallFigure({ effect }: Result): Figure | null {
  const falls = effect?.falls;
  if (!falls) return null;
  const total = falls.cells.reduce((sum, { count }) => sum + count, 0);
  const sentence = say('figure.boost-falls-say', { count: total, parts: fallParts(falls) });
  const most = Math.max(...falls.cells.map(({ count }) => count));
  const radius = (count: number) => Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt(count / most));
  const dots = [...falls.cells]
    .sort((a, b) => b.count - a.count) // the small ones on top
    .map(({ latDeg, lonDeg, count }) =>
      tag('circle', {
        cx: ((lonDeg + 180) / 360) * WIDTH,
        cy: ((90 - latDeg) / 180) * HEIGHT,
        r: radius(count),
        fill: warm,
        'fill-opacity': 0.6,
      }),
    );
  const svg = picture(
    WIDTH,
    HEIGHT + 30,
    sentence,
    tag('rect', { x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: '#f3f5f7' }),
    tag('path', { d: landPath(WIDTH, HEIGHT), fill: 'none', stroke: '#5b6673', 'stroke-width': 0.6 }),
    ...dots,
    tag('circle', { cx: LARGEST_PX + 1, cy: HEIGHT + 16, r: LARGEST_PX, fill: warm, 'fill-opacity': 0.6 }),
    label(2 * LARGEST_PX + 8, HEIGHT + 20, say('figure.boost-falls-dot', { count: most }), { size: 11, color: faint }),
  );
  return {
    id: 'falls',
    title: say('figure.boost-falls'),
    sentence,
    svg,
    columns: ['latDeg', 'lonDeg', 'missileCount'],
    rows: falls.cells.map(({ latDeg, lonDeg, count }) => [latDeg, lonDeg, count]),
  };
}

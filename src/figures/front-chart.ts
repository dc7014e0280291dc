import { percent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { bottomAxis, leftAxis, SMALL } from './axes.ts';
import { CHART_WIDTH, type Chart, one } from './chart.ts';
import { linear, ticks } from './ticks.ts';

/** A mix: what is left of any fleet in the worst case, 0 to 1, and what it costs in billions of dollars. */
export interface FrontPoint {
  worst: number;
  busd: number;
  words: string;
  isMark: boolean;
}

const TOP = 40;
const HIGH = 240;
const LEFT = 60;
const RIGHT = 170;
/** Height of a line of words, in pixels. */
const ROW = 15;

/** Cost against what is left in the worst case, with marks beside the curve. */
export function frontChart(curve: readonly FrontPoint[], marks: readonly FrontPoint[]): Chart {
  return (plot, { inks }) => {
    const all = [...curve, ...marks];
    const costs = all.map(({ busd }) => busd);
    const [least, most] = [Math.min(...costs), Math.max(...costs)];
    const room = 0.12 * (most - least || most);
    const [low, high] = [least - room, most + room];
    const px = linear(low, high, HIGH, 0);
    const places = apart(costs.map(px)).map(linear(0, HIGH, high, low));
    const shareAPx = 1 / (CHART_WIDTH - LEFT - RIGHT);
    const told = all.map((point, i) => ({
      ...point,
      at: places[i],
      edge: 1 + 6 * shareAPx,
      from: point.worst + 8 * shareAPx,
    }));
    const at = { x: 'worst', y: 'busd' };
    const words = (isMark: boolean) =>
      plot.text(
        told.filter((point) => point.isMark === isMark),
        {
          x: 1 + 10 * shareAPx,
          y: 'at',
          text: 'words',
          textAnchor: 'start',
          fontSize: SMALL,
          fontWeight: isMark ? 600 : undefined,
        },
      );
    const costMarks = ticks(low, high, 5);
    return one(TOP + HIGH + 40, {
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: TOP,
      marginBottom: 40,
      x: { domain: [0, 1] },
      y: { domain: [low, high] },
      marks: [
        ...leftAxis(plot, inks, costMarks, { title: say('figure.busd'), left: LEFT }),
        ...bottomAxis(plot, inks, [0, 0.25, 0.5, 0.75, 1], {
          words: (share) => percent(share, 0),
          title: say('figure.front-left'),
        }),
        plot.line(frontOf(all), { ...at, stroke: inks.accent, strokeWidth: 1.5 }),
        plot.link(told, {
          x1: 'from',
          x2: 'edge',
          y1: 'busd',
          y2: 'at',
          stroke: inks.faint,
          strokeWidth: 0.5,
          strokeDasharray: '2 3',
        }),
        plot.dot(curve, {
          ...at,
          r: ({ isMark }) => (isMark ? 6 : 4),
          fill: ({ isMark }) => (isMark ? inks.warm : inks.accent),
        }),
        plot.dot(marks, { ...at, symbol: 'square', r: 5.64, stroke: inks.warm, strokeWidth: 2 }),
        words(true),
        words(false),
      ],
    });
  };
}

/** Points that no other beats in cost and in what is left, by cost. */
function frontOf(points: readonly FrontPoint[]): FrontPoint[] {
  const front: FrontPoint[] = [];
  for (const point of [...points].sort((a, b) => a.busd - b.busd || b.worst - a.worst))
    if (front.every(({ worst }) => point.worst > worst)) front.push(point);
  return front;
}

/** Heights of words moved down until none stands on another. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const moved = [...heights];
  order.forEach((i, n) => {
    const before = n > 0 ? moved[order[n - 1]] : Number.NEGATIVE_INFINITY;
    moved[i] = Math.max(moved[i], before + ROW);
  });
  return moved;
}

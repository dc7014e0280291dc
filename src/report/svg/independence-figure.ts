import type { SourcingResult } from '../../flow/sourcing.ts';
import { percent } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { frontMarks } from '../sourcing/tables.ts';
import { bottomAxis, type Frame, leftAxis, stepWords } from './axis.ts';
import { linear, ticks } from './scale.ts';
import { accent, CHART_WIDTH, type Figure, faint, label, picture, tag, warm } from './svg.ts';

interface Point {
  worst: number;
  musd: number;
  words: string;
  isMark: boolean;
}

/** Cost against what is left of any fleet in the worst case, with today's mix, the cheapest and the chosen one marked. */
export function frontFigure(result: SourcingResult): Figure | null {
  const { front, cheapest, today, model } = result;
  if (front.length < 2) return null;
  const last = front.at(-1)!;
  const sentence = say('figure.front-say', {
    share: last.lossFraction,
    most: last.costMusd,
    least: cheapest.costMusd,
    today: today.costMusd,
  });
  const curve = front
    .filter(({ lossFraction }) => lossFraction > 0) // nothing asked for is the cheapest, which has a mark of its own
    .map(({ lossFraction: asked, worstFraction, costMusd }): Point => {
      const isMark = asked === model.lossFraction;
      const words = isMark ? say('figure.front-chosen', { asked }) : say('figure.front-point', { asked });
      return { worst: worstFraction, musd: costMusd, words, isMark };
    });
  const beside = frontMarks(result);
  const marks = [
    { words: say('figure.front-today'), ...beside.today },
    { words: say('figure.front-cheapest'), ...beside.cheapest },
  ]
    .filter(({ costMusd }) => Number.isFinite(costMusd))
    .map(
      ({ words, costMusd, worstFraction }): Point => ({ words, musd: costMusd, worst: worstFraction, isMark: true }),
    );
  return {
    id: 'independence',
    title: say('sourcing.front'),
    sentence,
    svg: chart(sentence, curve, marks),
    columns: ['askedFraction', 'costMusd', 'worstFraction', 'gapRatio'],
    rows: front.map((p) => [p.lossFraction, p.costMusd, p.worstFraction, p.gapRatio]),
  };
}

const ROW = 15;

function chart(sentence: string, curve: readonly Point[], marks: readonly Point[]): string {
  const frame: Frame = { left: 60, right: CHART_WIDTH - 170, top: 40, bottom: 280 };
  const costs = [...curve, ...marks].map(({ musd }) => musd / 1000);
  const [low, high] = [Math.min(...costs), Math.max(...costs)];
  const room = 0.12 * (high - low || high);
  const x = linear(0, 1, frame.left, frame.right);
  const y = linear(low - room, high + room, frame.bottom, frame.top);
  const costMarks = ticks(low - room, high + room, 5);
  const all = [...curve, ...marks];
  const path = frontOf(all).map(
    ({ worst, musd }, i) => `${i === 0 ? 'M' : 'L'}${x(worst).toFixed(1)} ${y(musd / 1000).toFixed(1)}`,
  );
  const places = apart(all.map(({ musd }) => y(musd / 1000) + 4));
  const points = all.map(({ worst, musd, words, isMark }, i) => {
    const [left, top] = [x(worst), y(musd / 1000)];
    const isOther = i >= curve.length;
    const dot = isOther
      ? tag('rect', { x: left - 5, y: top - 5, width: 10, height: 10, fill: 'none', stroke: warm, 'stroke-width': 2 })
      : tag('circle', { cx: left, cy: top, r: isMark ? 6 : 4, fill: isMark ? warm : accent });
    const lead = tag('line', {
      x1: left + 8,
      x2: frame.right + 6,
      y1: top,
      y2: places[i]! - 4,
      stroke: faint,
      'stroke-width': 0.5,
      'stroke-dasharray': '2 3',
    });
    return lead + dot + label(frame.right + 10, places[i]!, words, { size: 11, weight: isMark ? '600' : undefined });
  });
  return picture(
    CHART_WIDTH,
    frame.bottom + 40,
    sentence,
    leftAxis(frame, y, costMarks, stepWords(costMarks), say('figure.busd')),
    bottomAxis(frame, x, [0, 0.25, 0.5, 0.75, 1], (value) => percent(value, 0), say('figure.front-left')),
    tag('path', { d: path.join(''), fill: 'none', stroke: accent, 'stroke-width': 1.5 }),
    ...points,
  );
}

/** Points that no other beats in cost and in what is left, by cost. */
function frontOf(points: readonly Point[]): Point[] {
  const front: Point[] = [];
  for (const point of [...points].sort((a, b) => a.musd - b.musd || b.worst - a.worst))
    if (front.every(({ worst }) => point.worst > worst)) front.push(point);
  return front;
}

/** Heights of words moved down until none stands on another. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const moved = [...heights];
  order.forEach((i, n) => {
    const before = n > 0 ? moved[order[n - 1]!]! : Number.NEGATIVE_INFINITY;
    moved[i] = Math.max(moved[i]!, before + ROW);
  });
  return moved;
}

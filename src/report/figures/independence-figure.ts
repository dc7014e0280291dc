import type { Figure } from '../../figures/figure.ts';
import { type FrontPoint, frontChart } from '../../figures/front-chart.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import { say } from '../../words/words.ts';
import { frontMarks } from '../sourcing/tables.ts';

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
    .map(({ lossFraction: asked, worstFraction, costMusd }): FrontPoint => {
      const isMark = asked === model.lossFraction;
      const words = isMark ? say('figure.front-chosen', { asked }) : say('figure.front-point', { asked });
      return { worst: worstFraction, busd: costMusd / 1000, words, isMark };
    });
  const beside = frontMarks(result);
  const marks = [
    { words: say('figure.front-today'), ...beside.today },
    { words: say('figure.front-cheapest'), ...beside.cheapest },
  ]
    .filter(({ costMusd }) => Number.isFinite(costMusd))
    .map(
      ({ words, costMusd, worstFraction }): FrontPoint => ({
        words,
        busd: costMusd / 1000,
        worst: worstFraction,
        isMark: true,
      }),
    );
  return {
    id: 'independence',
    title: say('sourcing.front'),
    sentence,
    chart: frontChart(curve, marks),
    columns: ['askedFraction', 'costMusd', 'worstFraction', 'gapRatio'],
    rows: front.map((p) => [p.lossFraction, p.costMusd, p.worstFraction, p.gapRatio]),
  };
}

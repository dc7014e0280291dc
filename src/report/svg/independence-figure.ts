import type { SourcingResult } from '../../flow/sourcing.ts';
import { money } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { barChart } from './bar-chart.ts';
import type { Figure } from './svg.ts';

/** Cost against what every loss leaves. */
export function frontFigure({ front, cheapest }: SourcingResult): Figure | null {
  if (front.length < 2) return null;
  const last = front.at(-1)!;
  const sentence = say('figure.front-say', {
    share: last.lossFraction,
    most: last.costMusd,
    least: cheapest.costMusd,
  });
  return {
    id: 'independence',
    title: say('figure.front'),
    sentence,
    svg: barChart(
      sentence,
      front.map(({ lossFraction, costMusd, meanWorstFraction }) => ({
        name: say('figure.front-bar', { asked: lossFraction, left: meanWorstFraction }),
        value: costMusd / 1000,
        words: money(costMusd),
      })),
      { axisTitle: say('figure.busd') },
    ),
    columns: ['askedFraction', 'costMusd', 'worstFraction', 'meanWorstFraction', 'gapRatio'],
    rows: front.map((p) => [p.lossFraction, p.costMusd, p.worstFraction, p.meanWorstFraction, p.gapRatio]),
  };
}

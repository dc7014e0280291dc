import type { SourcingResult } from '../../flow/sourcing.ts';
import { money, percent } from '../number.ts';
import { barChart } from './bar-chart.ts';
import type { Figure } from './svg.ts';

/** Cost against what every loss leaves. */
export function frontFigure({ front, cheapest }: SourcingResult): Figure | null {
  if (front.length < 2) return null;
  const last = front.at(-1)!;
  const sentence =
    `Asking that every loss leaves ${percent(last.lossFraction, 0)} of every function, where any mix can, costs ${money(last.costMusd)}; ` +
    `asking nothing costs ${money(cheapest.costMusd)}.`;
  return {
    id: 'independence',
    title: 'Cost against what is left in the worst case',
    sentence,
    svg: barChart(
      sentence,
      front.map(({ lossFraction, costMusd, meanWorstFraction }) => ({
        name: `ask ${percent(lossFraction, 0)}, ${percent(meanWorstFraction, 0)} left on the mean`,
        value: costMusd / 1000,
        words: money(costMusd),
      })),
      { axisTitle: 'billion dollars' },
    ),
    columns: ['askedFraction', 'costMusd', 'worstFraction', 'meanWorstFraction', 'gapRatio'],
    rows: front.map((p) => [p.lossFraction, p.costMusd, p.worstFraction, p.meanWorstFraction, p.gapRatio]),
  };
}
